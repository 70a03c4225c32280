"""Highlighters: which names of languages each of them knows, and what it does with others."""

from __future__ import annotations

from functools import lru_cache

from blint.site.code.languages import language_named
from blint.site.code.plain_words import DRAWN, PLAIN_TEXT
from blint.site.code.tables import all_names, any_knows, common_names, groups_with, table
from blint.site.settings import Settings


@lru_cache(maxsize=1024)
def known(language: str, settings: Settings) -> bool:
    """Whether the site's highlighter, or the project's configuration, knows a language.

    Where the highlighter is not known, or its names are not in a table, any highlighter's do.
    """
    language = without_options(language, settings)
    word = language.lower()
    return (
        settings.code.unseen_languages
        or word in DRAWN
        or (word in PLAIN_TEXT and fate(settings) != "fails")
        or word in _own_words(settings)
        or _highlighted(language, settings)
    )


def near_names(settings: Settings) -> list[str]:
    """The names somebody may have meant: rare languages have names a slip away from anything."""
    names = common_names() & _names(settings)
    return sorted(names | PLAIN_TEXT | DRAWN | _own_words(settings))


def same_language(word: str, settings: Settings) -> str | None:
    """The name under which the highlighter knows the language of a word that it does not know.

    None as well where highlighters take the word for several languages (`ps`).
    """
    language = language_named(word)
    if language is None or table(settings.code.highlighter or "") is None:
        return None
    word = word.lower()
    for name in frozenset().union(*groups_with(word)):
        if language_named(name) not in (None, language):
            return None
    names = [name for name in language.names if _highlighted(name, settings)]
    alike = (name for name in names if name.startswith(word) or word.startswith(name))
    return next(alike, names[0] if names else None)


def component_of(word: str) -> str | None:
    """The component of Prism that brings a name: `bash` for `sh`."""
    prism = table("prism")
    groups = prism.groups if prism else {}
    return next((first for first, names in groups.items() if word.lower() in names), None)


def in_small_letters(language: str, settings: Settings) -> str | None:
    """The name as a highlighter knows it that takes it in no other case."""
    small = language.lower()
    wrong = small != language and tells_case(settings) and _highlighted(small, settings)
    return small if wrong else None


def highlighter_title(settings: Settings) -> str | None:
    """The name of the highlighter that `known` asks, None where it asks all."""
    asked = table(settings.code.highlighter or "")
    return asked.title if asked else None


def fate(settings: Settings) -> str:
    """What becomes of code whose language the highlighter does not know.

    `plain`, `warns`, `guesses` or `fails`, see `tables.Conduct`; `open` where the highlighter
    leaves that to a generator that is not known, empty where the highlighter is not.
    """
    asked = table(settings.code.highlighter or "")
    if asked is None or settings.code.unknown:
        return settings.code.unknown
    conduct = asked.generators.get(settings.preset.name)
    if conduct is not None:
        return conduct.unknown
    return "open" if asked.unknown == "fails" else asked.unknown


def tells_case(settings: Settings) -> bool:
    """Whether the highlighter tells `JSON` from `json`."""
    asked = table(settings.code.highlighter or "")
    if asked is None:
        return False
    conduct = asked.generators.get(settings.preset.name, asked)
    return conduct.case == "exact"


def without_options(language: str, settings: Settings) -> str:
    """The word without the options that Rouge takes: `console?lang=sh`."""
    return language.partition("?")[0] if settings.code.highlighter == "rouge" else language


def _highlighted(language: str, settings: Settings) -> bool:
    """Whether the highlighter shows the code of a language in colours."""
    highlighter = settings.code.highlighter or ""
    word = language if tells_case(settings) else language.lower()
    asked = table(highlighter)
    if any_knows(word) if asked is None else word in _names(settings):
        return True
    if asked is not None and asked.suffixes:
        return word.rpartition(".")[2] in asked.suffixes
    # Prism has a plugin for changes to code of any language.
    differs = highlighter == "prism" or asked is None
    if differs and word.startswith("diff-") and _highlighted(word[5:], settings):
        return True
    return asked is None and _is_common_extension(word)


def _is_common_extension(word: str) -> bool:
    """Whether a word is the file extension of a language that most highlighters know."""
    language = language_named(word)
    return language is not None and not common_names().isdisjoint(language.names)


def _names(settings: Settings) -> frozenset[str]:
    asked = table(settings.code.highlighter or "")
    if asked is None:
        return all_names()
    if settings.code.components:
        return asked.names | _component_names(settings.code.components)
    return asked.names


@lru_cache(maxsize=16)
def _component_names(components: frozenset[str]) -> frozenset[str]:
    """The names that components of Prism register, each by its own name."""
    prism = table("prism")
    groups = prism.groups if prism else {}
    return components.union(*(groups.get(name, ()) for name in components))


def _own_words(settings: Settings) -> set[str]:
    return {word.lower() for word in settings.code.languages}
