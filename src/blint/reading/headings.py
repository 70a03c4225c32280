"""Heading ids that an author wrote: `{#id}` on the heading, `{: #id}` on it or below it."""

from __future__ import annotations

import re

from blint.reading.document import Document

_AT_END = re.compile(r"[ \t]*\{([^{}\n]*)\}[ \t]*$")
_ID = re.compile(r"(?:^|\s)#([^\s#{}]+)")
# Kramdown and Python-Markdown put attributes on the line below too.
_BELOW = re.compile(r"\r?\n[ \t]*\{:([^{}\n]*)\}[ \t]*\r?$", re.MULTILINE)


def is_attributes(words: str) -> bool:
    """Whether what stands in the braces at a heading's end is attributes, not text."""
    parts = words.removeprefix(":").split()
    return bool(parts) and all(len(part) > 1 and (part[0] in "#." or "=" in part) for part in parts)


def written_id(words: str) -> str | None:
    """The id among the words of an attribute list."""
    match = _ID.search(words.removeprefix(":"))
    return match[1] if match else None


def split_attributes(content: str) -> tuple[str, str | None]:
    """A heading's content without the attributes at its end, and the id among them."""
    match = _AT_END.search(content)
    if match is None or not is_attributes(match[1]):
        return content, None
    return content[: match.start()], written_id(match[1])


def read_ids_below(document: Document, text: str) -> None:
    """Give headings the ids of the attribute lists on the lines below them."""
    for i, heading in enumerate(document.headings):
        below = _BELOW.match(text, heading.span.end)
        found = written_id(below[1]) if below else None
        if found is not None:
            document.headings[i] = heading._replace(id=found)
