"""The ids that docutils gives to sections, targets and notes of reStructuredText."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from blint.late import late


def anchor_ids(text: str) -> Iterator[str]:
    """The ids of a text; see `has_open_ids`."""
    yield from map(_id, _titles(text))
    for match in _TARGET.finditer(text):
        yield _id(match[1] or match[2] or match[3])


def has_open_ids(text: str) -> bool:
    """Whether a text may have more ids than those: numbered ones, or of directives."""
    titles = [_id(title) for title in _titles(text)]
    return "" in titles or len(set(titles)) < len(titles) or _OPEN.search(text) is not None


def _titles(text: str) -> Iterator[str]:
    """The titles of sections: lines with a line of one punctuation mark below, not shorter."""
    lines = [line.rstrip() for line in text.split("\n")]
    for above, title, below in zip(["", *lines], lines, lines[1:], strict=False):
        is_rule = _RULE.fullmatch(below) is not None and len(below) >= len(title)
        starts = not above or _RULE.fullmatch(above) is not None
        if title and is_rule and starts and not _RULE.fullmatch(title):
            yield _MARKUP.sub(lambda match: match[1] or match[2] or match[3] or "", title.strip())


def _id(name: str) -> str:
    """Small letters and digits of ASCII with hyphens between, a letter first."""
    name = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return _ENDS.sub("", _GAPS.sub("-", " ".join(name.split())))


_RULE: Final = late(r"([!-/:-@\[-`{-~])\1+")
_MARKUP: Final = late(r"``(.+?)``|`([^`<]+?)\s*(?:<[^<>]*>)?`_*|\*{1,2}(.+?)\*{1,2}")
_TARGET: Final = late(
    r"^[ \t]*\.\. _`?([^:`\n]+)`?:|^[ \t]*\.\. \[#?([^\]\n*]+)\]|(?<!\w)_`([^`\n]+)`", re.MULTILINE
)
_OPEN: Final = late(
    r"^[ \t]*\.\. (?:include|raw|contents|sectnum|container|math)::|^[ \t]+:name:|\]_",
    re.MULTILINE,
)
_GAPS: Final = late(r"[^a-z0-9]+")
_ENDS: Final = late(r"^[-0-9]+|-+$")
