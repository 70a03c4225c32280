"""The ids that Hugo's Markdown gives to other things than headings, by its configuration."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Final

from blint.reading.post import Post
from blint.site.headings.slugs import goldmark_ascii_slug, goldmark_slug


def extra_ids(post: Post, config: Mapping[str, Any]) -> Iterator[str]:
    """The ids of footnotes, of terms that are defined, and of lists of attributes below blocks."""
    yield from _of_footnotes(post)
    body = post.text[post.front_matter.body :]
    if at(config, *_PARSER, "attribute", "block") is True:
        for match in _BELOW_BLOCK.finditer(body):
            yield match[1]
    if at(config, *_PARSER, "autoDefinitionTermID") is True:
        is_ascii = at(config, *_PARSER, "autoIDType") == "github-ascii"
        slug = goldmark_ascii_slug if is_ascii else goldmark_slug
        for match in _DEFINED.finditer(body):
            for line in match[1].splitlines():
                found = slug(_LINK.sub(r"\1", line))
                # A heading may have had the id before.
                yield from (found, f"{found}-1")


def knows_footnotes(config: Mapping[str, Any]) -> bool:
    """Whether the ids of footnotes follow from the text: nothing is put before them."""
    return at(config, *_FOOTNOTES, "enableAutoIDPrefix") is not True


@cache
def _words(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key.lower() for key in keys)


def at(config: Mapping[str, Any], *keys: str) -> object:
    """The value under keys in nested tables, whatever their case; None where there is none."""
    found: object = config
    for key in _words(keys):
        if not isinstance(found, Mapping):
            return None
        found = next((v for k, v in found.items() if str(k).lower() == key), None)
    return found


def _of_footnotes(post: Post) -> Iterator[str]:
    """Notes are numbered in the order of their first use, and each use has a place to return to."""
    notes = post.document.footnotes
    defined = {note.label for note in notes if note.definition}
    used: dict[str, int] = {}
    for note in notes:
        if not note.definition and note.label in defined:
            used[note.label] = used.get(note.label, 0) + 1
    for number, count in enumerate(used.values(), 1):
        yield f"fn:{number}"
        yield f"fnref:{number}"
        yield from (f"fnref{use}:{number}" for use in range(1, count))


_LINK: Final = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_PARSER: Final = ("markup", "goldmark", "parser")
_FOOTNOTES: Final = ("markup", "goldmark", "extensions", "footnote")
_BELOW_BLOCK: Final = re.compile(
    r"^(?:(?:```|~~~).*)?\{[ \t]*(?:[^{}#\n]*[ \t])?#([^\s{}]+)[^{}\n]*\}", re.MULTILINE
)
_DEFINED: Final = re.compile(r"^((?:[^\s:].*\n)+)\n?[ ]{0,3}:[ \t]", re.MULTILINE)
