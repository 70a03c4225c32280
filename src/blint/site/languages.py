"""Languages of code fences: what an info string names, and whether highlighters know it."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from blint.late import late
from blint.site.settings import Settings


class Named(NamedTuple):
    """The language that an info string names, and where that word stands in it.

    `sure` is false where the word may also be a directive or an attribute and is not worth a
    finding of its own.
    """

    word: str
    start: int
    sure: bool = True


@lru_cache(maxsize=1024)  # a blog has few of them, each in many fences
def named_language(info: str) -> Named | None:
    """The language of an info string, or None where it names none.

    Read are plain words with what generators let follow them (`js{1,3}`, `rust,ignore`,
    `ts:src/app.ts`, `go {linenos=true}`), attribute lists (`{.python #id}`) and executable or
    directive braces (`{r, echo=FALSE}`, `{note}`). `:app.ts` is a file name alone; two colons
    begin no file name and are part of a word.
    """
    if info.startswith("{"):
        return _in_braces(info)
    found = _WORD.match(info)
    if found is None or _ATTRIBUTE.match(info):
        return None
    word = found[0]
    prefix = _PREFIX.match(word)
    return Named(word[prefix.end() :], prefix.end()) if prefix else Named(word, 0)


@lru_cache(maxsize=1024)
def known(language: str, settings: Settings) -> bool:
    """Whether the site's highlighter, or the project's configuration, knows a language.

    Where the highlighter is not known, or its names are not in the table, any highlighter's do.
    """
    language = _without_options(language, settings)
    word = language.lower()
    return (
        word in _PLAIN
        or settings.code.unseen_languages
        or word in _own_words(settings)
        or _highlighted(language, settings)
    )


def nearest(language: str, settings: Settings) -> str | None:
    """The known language somebody surely meant, or None where that is a guess."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    bare = _without_options(language, settings)
    if bare != language:
        meant = nearest(bare, settings)
        return meant and meant + language[len(bare) :]
    word = language.lower()
    trimmed = word.strip("=:;,.()[]{}<>*'\"“”")
    # Rouge tells `ruby` from `Ruby`.
    if trimmed != language and known(trimmed, settings):
        return trimmed
    if len(trimmed) < 3:
        return None
    # Rare languages have names a slip away from anything.
    names = sorted((_table().common & _names(settings)) | _PLAIN | _own_words(settings))
    slips = 1 if len(trimmed) < 7 else 2
    close = process.extract(trimmed, names, scorer=OSA.distance, score_cutoff=slips, limit=None)
    best = min((distance for _, distance, _ in close), default=0)
    candidates = [name for name, distance, _ in close if distance == best]
    # Nobody mistypes the first letter and sees nothing.
    sure = len(candidates) == 1 and candidates[0][0] == word[0]
    return candidates[0] if sure else None


def highlighter_title(settings: Settings) -> str | None:
    """The name of the highlighter that `known` asks, None where it asks all."""
    return _TITLES.get(settings.code.highlighter or "")


_TITLES = {
    "chroma": "Chroma",
    "highlightjs": "highlight.js",
    "linguist": "GitHub",
    "prism": "Prism",
    "pygments": "Pygments",
    "rouge": "Rouge",
    "shiki": "Shiki",
}


class _Table(NamedTuple):
    """Names by highlighter, all names and extensions, and what most highlighters share.

    `suffixes`, by highlighter: those of file names that it takes where it has no such name.
    """

    names: dict[str, frozenset[str]]
    suffixes: dict[str, frozenset[str]]
    all: frozenset[str]
    common: frozenset[str]


class _File(msgspec.Struct):
    names: dict[str, frozenset[str]]
    suffixes: dict[str, frozenset[str]]
    extensions: frozenset[str]


@cache
def _table() -> _Table:
    data = (Path(__file__).parent / "data/languages.json").read_bytes()
    file = msgspec.json.decode(data, type=_File)
    names = [{name.lower() for name in known} for known in file.names.values()]
    counts = Counter(name for known in names for name in known)
    common = frozenset(name for name, count in counts.items() if 2 * count > len(names))
    return _Table(file.names, file.suffixes, frozenset(counts) | file.extensions, common)


def _highlighted(language: str, settings: Settings) -> bool:
    """Whether the highlighter shows the code of a language in colours."""
    highlighter = settings.code.highlighter or ""
    word = language if highlighter in _CASE_MATTERS else language.lower()
    if word in _names(settings):
        return True
    if highlighter in _table().suffixes:
        return word.rpartition(".")[2] in _table().suffixes[highlighter]
    # Prism has a plugin for changes to code of any language.
    differs = highlighter == "prism" or highlighter not in _table().names
    return differs and word.startswith("diff-") and _highlighted(word[5:], settings)


def _names(settings: Settings) -> frozenset[str]:
    table = _table()
    return table.names.get(settings.code.highlighter or "", table.all)


def _without_options(language: str, settings: Settings) -> str:
    """The word without the options that Rouge takes: `console?lang=sh`."""
    return language.partition("?")[0] if settings.code.highlighter == "rouge" else language


def _own_words(settings: Settings) -> set[str]:
    return {word.lower() for word in settings.code.languages}


# Words for blocks that are no code, or that a generator or plugin draws: plain text, program
# output, diagrams, call-outs, and what rustdoc takes in the place of a language.
_PLAIN_TEXT = """
text txt plain plaintext plain-text ansi none nohighlight no-highlight raw verbatim ascii
output input console terminal stdout stderr log logs example prompt
math latex geojson topojson stl mermaid goat ditaa svgbob flowchart sequence chart wavedrom
vega vega-lite bytefield excalidraw nomnoml tikz blockdiag seqdiag actdiag nwdiag railroad
structurizr symbolator umlet wireviz pikchr d2 plantuml puml
admonition attention caution danger error example hint important info note quote seealso
success summary tip todo warning
ignore no_run should_panic compile_fail edition2015 edition2018 edition2021 edition2024
"""
_PLAIN = frozenset(_PLAIN_TEXT.split())
_CASE_MATTERS = frozenset({"rouge"})
_WORD = late(r"::\S+|[^\s{\[,;:|(]+")
_ATTRIBUTE = late(r"[\w.-]+=[^\s=]")
_PREFIX = late(r"(?:language|lang)-(?=.)", re.IGNORECASE)
_CLASS = late(r"\{[^}]*?(?<![\w.])\.([^\s{}.,#=\"']+)")
_BRACED = late(r"\{+[=:]?\s*([^\s{},=]+)(?=[\s,}])")


def _in_braces(info: str) -> Named | None:
    by_class = _CLASS.match(info)
    if by_class is not None:
        return Named(by_class[1], by_class.start(1))
    braced = _BRACED.match(info)
    if braced is None or not braced[1][0].isalpha():
        return None
    return Named(braced[1], braced.start(1), sure=False)
