"""ambiguous-scalar: an unquoted YAML value that is not read as it is written."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Edit, Finding, Fix
from blint.reading.nodes import Node
from blint.reading.post import Post
from blint.site.scalar_readings import (
    Ambiguity,
    Place,
    ambiguity,
    ambiguous_key,
    is_suspect,
    is_text_key,
)
from blint.site.settings import Settings
from blint.site.tags import tag_nodes
from blint.source import Span


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """Report plain scalars that change where text is meant, or that readers of YAML differ on."""
    front_matter = post.front_matter
    if front_matter.format == "yaml" and front_matter.root is not None:
        found = list(_in_mapping(front_matter.root, settings))
        tags = {node.span for node, _ in tag_nodes(front_matter, settings)} if found else set()
        # A tag that is no text is what the rule non-string-tag is about.
        yield from (each for each in found if each.span not in tags or _is_read_as_text(each))


def _in_mapping(node: Node, settings: Settings) -> Iterator[Finding]:
    dialect = settings.preset.dialect
    for entry in node.entries:
        key, value = entry.key, entry.value
        odd = ambiguous_key(key, dialect) if entry.key_style == "plain" else None
        if odd is not None:
            yield _finding(entry.key_span, odd)
        if value.kind == "scalar":
            if value.style == "plain" and is_suspect(value.raw) and value.tag is None:
                text = is_text_key(key, settings.fields)
                if text or not value.temporal:
                    needed = key in settings.fields.title
                    yield from _in_scalar(value, _place(text, needed), settings)
        elif value.kind == "mapping":
            yield from _in_mapping(value, settings)
        else:
            yield from _in_list(value, key, settings)


def _in_list(node: Node, key: str, settings: Settings) -> Iterator[Finding]:
    for item in node.items:
        if item.kind == "scalar":
            if item.style == "plain" and is_suspect(item.raw) and item.tag is None:
                text = is_text_key(key, settings.fields) or any(map(_is_word, node.items))
                yield from _in_scalar(item, _place(text, text), settings)
        elif item.kind == "mapping":
            yield from _in_mapping(item, settings)
        else:
            yield from _in_list(item, key, settings)


def _in_scalar(node: Node, place: Place, settings: Settings) -> Iterator[Finding]:
    found = ambiguity(node.raw, settings.preset.dialect, place)
    if found is not None:
        yield _finding(node.span, found)


def _finding(span: Span, found: Ambiguity) -> Finding:
    fix = None
    if found.replacement is not None:
        title = f"Write `{found.replacement}`"
        fix = Fix(title, (Edit(span, found.replacement),), safe=found.safe)
    return Finding(span, found.message, help=found.help, fix=fix)


def _is_read_as_text(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safe


def _place(text: bool, needed: bool) -> Place:
    return "needed" if text and needed else "text" if text else "other"


def _is_word(node: Node) -> bool:
    """Whether an item shows that its list is one of texts."""
    return isinstance(node.value, str) and not node.temporal and node.raw[:1].isalpha()
