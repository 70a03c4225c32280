"""Finds tags that a post lists twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from unicodedata import normalize

from blint.diagnostics import Finding, Fix, Related
from blint.late import late
from blint.reading.post import Post
from blint.site.confusables import code_point
from blint.site.settings import Settings
from blint.site.tag_folding import fold_tag, same_letters
from blint.site.tags import Tag, read_tags, removal


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on each tag that stands in the list before it, however spelt."""
    tags = list(read_tags(post.front_matter, settings))
    if len(tags) < 2:
        return
    if len({tag.text for tag in tags}) == len({fold_tag(tag.text) for tag in tags}) == len(tags):
        return
    first: dict[str, Tag] = {}
    for before, tag in pairwise((None, *tags)):
        if tag is None:
            continue
        other = first.setdefault(fold_tag(tag.text), tag)
        if other is not tag and before is not None:
            yield _finding(tag, other, before, post.text)


def _finding(tag: Tag, other: Tag, before: Tag, text: str) -> Finding:
    edit = removal(tag, before, text)
    safe = same_letters(tag.text, other.text)
    fix = Fix("Remove the repeated tag", (edit,), safe=safe) if edit else None
    return Finding(
        tag.span,
        _message(tag.text, other.text),
        help="Remove one of the two.",
        fix=fix,
        related=(Related(other.span, "listed here first"),),
    )


def _message(tag: str, other: str) -> str:
    if tag == other:
        return f"The tag `{tag}` is listed twice."
    if normalize("NFC", tag) == normalize("NFC", other):
        return f"The tag `{tag}` is listed twice, in other code points: {_difference(tag, other)}."
    return f"The tag `{tag}` repeats `{other}` in another spelling."


def _difference(tag: str, before: str) -> str:
    """The first letter that is written otherwise, for the two look the same."""
    pairs = zip(_LETTER.findall(tag), _LETTER.findall(before), strict=False)
    here, there = next(pair for pair in pairs if pair[0] != pair[1])
    return f"{_code_points(here)} here, {_code_points(there)} before"


def _code_points(text: str) -> str:
    return " ".join(map(code_point, text))


# A letter and the marks that combine with it.
_LETTER = late(r".[\u0300-\u036f]*", re.DOTALL)
