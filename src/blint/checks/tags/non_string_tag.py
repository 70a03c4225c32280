"""Finds tags that the site's front matter parser reads as something other than text."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Edit, Finding, Fix
from blint.reading.nodes import Node
from blint.reading.post import Post
from blint.site.settings import Settings
from blint.site.tags import tag_nodes


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on each item that is not text; a key without a value has no items."""
    for node, holder in tag_nodes(post.front_matter, settings):
        if holder == "single" and node.value in (None, ""):
            continue
        kind = _kind(node)
        if kind is not None:
            yield _finding(node, kind, post.text)


def _kind(node: Node) -> str | None:
    """What an item is read as, None for text and for the label of a tag with a permalink."""
    if node.kind == "sequence":
        return "a list"
    if node.kind == "mapping":
        return None if node.get("label") else "a mapping"
    if node.temporal:
        return "a date or a time"
    if isinstance(node.value, bool):
        return "the value true" if node.value else "the value false"
    if isinstance(node.value, int | float):
        return "a number"
    return None if isinstance(node.value, str) and node.value.strip() else "nothing"


def _finding(node: Node, kind: str, text: str) -> Finding:
    if kind == "nothing":
        return Finding(node.span, "A tag is empty.", help="Remove it, or write the tag.")
    written = " ".join(text[node.span.start : node.span.end].split())
    quotable = node.kind == "scalar" and node.style == "plain" and '"' not in written
    return Finding(
        node.span,
        f"The tag `{written}` is read as {kind}, not as text.",
        help="Put it in quotes." if quotable else "Write each tag as text.",
        fix=Fix("Put the tag in quotes", (Edit(node.span, f'"{written}"'),)) if quotable else None,
    )
