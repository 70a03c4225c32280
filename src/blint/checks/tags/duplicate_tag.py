"""Finds tags that a post lists twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from blint.diagnostics import Edit, Finding, Fix, Related
from blint.late import late
from blint.reading.post import Post
from blint.site.confusables import code_point
from blint.site.settings import Settings
from blint.site.tag_folding import same_letters
from blint.site.tag_repeats import repeats
from blint.site.tags import Tag, read_tags, removal


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on each tag that the list has in another place as well, however spelt."""
    tags = list(read_tags(post.front_matter, settings))
    for number, other in repeats(tags, settings).items():
        before = tags[number - 1] if number else None
        edit = removal(tags[number], before, post.text, *tags[number + 1 : number + 2])
        yield _finding(tags[number], other, edit)


def _finding(tag: Tag, other: Tag, edit: Edit | None) -> Finding:
    safe = same_letters(tag.text, other.text)
    fix = Fix("Remove the repeated tag", (edit,), safe=safe) if edit else None
    return Finding(
        tag.span,
        _message(tag.text, other.text),
        help="Remove one of the two.",
        fix=fix,
        related=(Related(other.span, "listed here first" if other.span < tag.span else "here"),),
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
