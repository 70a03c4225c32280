"""duplicate-reference: a link label that is defined twice."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding, Fix, Related
from blint.reading.destinations import normal_label
from blint.reading.document import Definition
from blint.reading.post import Post
from blint.site.definitions import is_comment, removal
from blint.site.settings import Settings


def check(post: Post, _settings: Settings) -> Iterator[Finding]:
    """Report each definition whose label has one already; that one counts."""
    first: dict[str, Definition] = {}
    for definition in post.document.definitions:
        if not definition.duplicate:
            first.setdefault(normal_label(definition.label), definition)
    for definition in post.document.definitions:
        other = first.get(normal_label(definition.label))
        if definition.duplicate and other is not None and not is_comment(definition):
            yield _finding(definition, other, post.text)


def _finding(definition: Definition, first: Definition, text: str) -> Finding:
    label = " ".join(definition.label.split())
    same = definition.destination == first.destination
    edit = removal(definition.span, text) if same else None
    message = (
        f"The label `{label}` is defined twice, with the same address."
        if same
        else f"The label `{label}` is defined before, with another address, and that one counts."
    )
    return Finding(
        definition.span,
        message,
        help="Remove one of the two." if same else "Give one of the two another label.",
        fix=Fix("Remove the second definition", (edit,)) if edit else None,
        related=(Related(first.span, "defined here first"),),
    )
