"""Highlighters: which names of languages each of them knows."""

from __future__ import annotations

from collections import Counter
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from blint.site.settings import Settings


@lru_cache(maxsize=1024)
def known(language: str, settings: Settings) -> bool:
    """Whether the site's highlighter, or the project's configuration, knows a language.

    Where the highlighter is not known, or its names are not in the table, any highlighter's do.
    """
    language = without_options(language, settings)
    word = language.lower()
    return (
        word in _PLAIN
        or settings.code.unseen_languages
        or word in _own_words(settings)
        or _highlighted(language, settings)
    )


def is_plain(word: str) -> bool:
    """Whether a word in the place of a language says that the block is no code."""
    return word.lower() in _PLAIN or word.lower() in {"markdown", "md", "csv", "tsv"}


def near_names(settings: Settings) -> list[str]:
    """The names somebody may have meant: rare languages have names a slip away from anything."""
    return sorted((_table().common & _names(settings)) | _PLAIN | _own_words(settings))


def highlighter_title(settings: Settings) -> str | None:
    """The name of the highlighter that `known` asks, None where it asks all."""
    return _TITLES.get(settings.code.highlighter or "")


def without_options(language: str, settings: Settings) -> str:
    """The word without the options that Rouge takes: `console?lang=sh`."""
    return language.partition("?")[0] if settings.code.highlighter == "rouge" else language


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
    data = (Path(__file__).parent.parent / "data/languages.json").read_bytes()
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
