"""Pelican's slugs: of titles, names of files, tags, categories and authors."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

from blint.site.generators.pelican.settings import Plan
from blint.site.headings.transliteration import LETTERS, WORD, transliterate

_WORD, _LETTERS = WORD.strip(), LETTERS.strip()


def slug_of(text: str, plan: Plan, kind: str = "SLUG") -> str:
    """The slug of a text; where letters have a spelling that is not known, marks stand for them."""
    return _slug(text, plan.slugs[kind], plan.unicode, plan.keeps_case)


def is_exact(path: str) -> bool:
    """Whether no mark stands in a path."""
    return _WORD not in path and _LETTERS not in path


def unique(path: str, name: str) -> str:
    """A path that nothing leads to, in place of one with marks in it."""
    own = "\0" + name.replace("/", "\0")
    return path.replace(_WORD, own).replace(_LETTERS, own)


def shape(path: str) -> str:
    """An expression for what a path with marks may be."""
    text = re.escape(path)
    return text.replace(_WORD, "[A-Za-z]{0,7}").replace(_LETTERS, "[A-Za-z0-9_-]*")


@lru_cache(maxsize=4096)  # tags, categories and authors come back post after post
def _slug(
    text: str, rules: tuple[tuple[re.Pattern[str], str], ...], as_unicode: bool, keeps_case: bool
) -> str:
    text = unicodedata.normalize("NFKC", _without_tags(text))
    if not as_unicode:
        text = transliterate(text)
    for find, put in rules:
        text = find.sub(put, text)
    return (text if keeps_case else text.lower()).strip()


def _without_tags(text: str) -> str:
    """A text as MarkupSafe strips it: no comments, no tags, no entities, one space for many."""
    for start, end in (("<!--", "-->"), ("<", ">")):
        at = text.find(start)
        while at >= 0 and (close := text.find(end, at)) >= 0:
            text = text[:at] + text[close + len(end) :]
            at = text.find(start)
    return html.unescape(" ".join(text.split()))
