"""Whether a page has the place that a fragment names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from typing import Final

from blint.late import late
from blint.site.headings.ids import VAGUE
from blint.site.links.records import Page


def has_anchor(page: Page, fragment: str, ids: Container[str] | None = None) -> bool:
    """Whether a page has a fragment, or may have it: what is not certain counts as there.

    `ids` are the page's anchors in a form in which many are looked up sooner.
    """
    fragment = fragment.partition(":~:")[0]
    anchors = page.anchors
    if not fragment or page.open_anchors or fragment in (anchors if ids is None else ids):
        return True
    if _is_understood(fragment, page):
        return True
    if "%" in fragment:
        from urllib.parse import unquote

        fragment = unquote(fragment)
        if fragment in anchors:
            return True
    if (
        page.ids != "all"
        and not fragment.isascii()
        and unicodedata.normalize("NFC", fragment)
        in {unicodedata.normalize("NFC", anchor) for anchor in anchors}
    ):
        return True
    if page.ids == "words" and not _WORDS.fullmatch(fragment):
        return False
    if page.ids in {"all", "exact", "words"}:
        vague = [anchor[1:] for anchor in anchors if anchor[:1] == VAGUE]
        return bool(vague) and _may_be(vague, anchors, fragment)
    if page.ids == "lower" and fragment.lower() in anchors:
        return False
    return _may_have(anchors, fragment)


def same_anchor(page: Page, fragment: str) -> str | None:
    """The one anchor that equals a fragment but for case and punctuation; None of several."""
    folded = fold(fragment)
    same = {anchor for anchor in page.anchors if anchor[:1] != VAGUE and fold(anchor) == folded}
    return same.pop() if folded and len(same) == 1 else None


def nearest_anchor(page: Page, fragment: str) -> str | None:
    """The anchor that was probably meant."""
    from blint.site.nearest import nearest

    known = (anchor for anchor in page.anchors if anchor and anchor[0] != VAGUE)
    return nearest(fragment, known)


def fold(anchor: str) -> str:
    """An id as letters and digits alone, for comparing the ids of different generators."""
    plain = unicodedata.normalize("NFKD", anchor).casefold()
    return "".join(char for char in plain if char.isalnum())


def _is_understood(fragment: str, page: Page) -> bool:
    """Fragments that browsers, code hosts, footnotes, scripts and DocFX's tabs make sense of."""
    if _KNOWN.match(fragment) is not None:
        return True
    return page.ids != "all" and _OF_FOOTNOTE.match(fragment) is not None


def _may_be(vague: list[str], anchors: tuple[str, ...], fragment: str) -> bool:
    """Whether a heading whose id is not certain may have this one.

    However other letters are spelled, those of ASCII words stay.
    """
    wanted = fold(fragment)
    if _NUMBER.sub("", fragment).rstrip("-_") in anchors:
        return True
    for known in vague:
        at = 0
        for word in _ASCII_WORDS.findall(known):
            at = wanted.find(word, at)
            if at < 0:
                break
        else:
            return True
    return False


def _may_have(anchors: tuple[str, ...], fragment: str) -> bool:
    """Whether a generator with ids of its own may give one of its headings this id."""
    if any(not anchor.isascii() or not anchor.strip("-") for anchor in anchors):
        # Such headings are transliterated, numbered or left out, each generator its own way.
        return True
    loose = {_loosely(anchor) for anchor in anchors}
    wanted = _loosely(fragment)
    first = _NUMBER.sub("", wanted)
    # Where a heading is repeated, generators count its ids on in ways of their own.
    return wanted in loose or (first in loose and f"{first}1" in loose)


def _loosely(anchor: str) -> str:
    """Some ids spell `&` out, and some drop a number at the start."""
    return _LEADING.sub("", fold(_AND.sub("", anchor)))


_KNOWN: Final = late(r"top$|[!/]|tab/|__[a-z]|L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?$", re.IGNORECASE)
_OF_FOOTNOTE: Final = late(r"(?:user-content-)?fn(?:ref)?[-:_\d]", re.IGNORECASE)
_WORDS: Final = late("[a-z0-9]+(?:-[a-z0-9]+)*")
_ASCII_WORDS: Final = late("[a-z0-9]+")
_AND: Final = late(r"(?<![^\W_])(?:and|amp|lt|gt|quot)(?![^\W_])", re.IGNORECASE)
_LEADING: Final = late(r"^\d+")
_NUMBER: Final = late(r"\d+$")
