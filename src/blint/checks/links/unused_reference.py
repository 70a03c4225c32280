"""unused-reference: a link definition that no link uses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blint.diagnostics import Finding, Fix
from blint.late import late
from blint.reading.destinations import normal_label
from blint.reading.document import Definition
from blint.reading.post import Post
from blint.site.definitions import is_comment, removal
from blint.site.settings import Settings


def check(post: Post, _settings: Settings) -> Iterator[Finding]:
    """Report each definition that neither a link nor anything like one refers to."""
    definitions = [d for d in post.document.definitions if not d.duplicate and not is_comment(d)]
    if not definitions:
        return
    used = {link.destination_span for link in post.document.links if link.kind == "reference"}
    idle = [d for d in definitions if d.destination_span not in used]
    if not idle:
        return
    named = _named(post)
    for definition in idle:
        if normal_label(definition.label) not in named:
            yield _finding(definition, post.text)


def _named(post: Post) -> set[str]:
    """The labels in brackets anywhere but in code: parsers differ, in raw HTML above all."""
    code = [(span.start, span.end) for span in post.document.code]
    found = set()
    for match in _LABEL.finditer(post.text, post.front_matter.body):
        if not any(start <= match.start() < end for start, end in code):
            found.add(normal_label(match[1]))
    return found


def _finding(definition: Definition, text: str) -> Finding:
    edit = removal(definition.span, text)
    return Finding(
        definition.span,
        f"No link uses the definition of `{' '.join(definition.label.split())}`.",
        help="Remove it, or link to it.",
        fix=Fix("Remove the definition", (edit,), safe=False) if edit else None,
    )


_LABEL: Final = late(r"\[((?:[^\[\]\\]|\\.)+)\](?!:)")
