"""Add an address to those that lead on to a post, in its front matter, or not at all.

Nothing here knows how a generator reads aliases: its router is asked whether the address is then
one, and the front matter is read again to see that nothing else has changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final

from msgspec.structs import replace

from blint.diagnostics import Edit
from blint.facts import PostFacts, Word
from blint.late import late
from blint.reading.front_matter import read_front_matter
from blint.reading.nodes import Entry, FrontMatter, Node
from blint.reading.post import Post
from blint.site.routing.layouts import rules_of
from blint.site.routing.paths import served_at
from blint.site.routing.reading import routes_of
from blint.site.settings import Settings
from blint.source import Span


def alias_edit(post: Post, facts: PostFacts, settings: Settings, url: str) -> Edit | None:
    """The edit that makes a URL path an alias of a post; None where it is not sure to do so."""
    front = post.front_matter
    if not settings.fields.aliases or front.root is None or front.faults or not front.format:
        return None
    value = _as_alias(facts, settings, url)
    if value is None:
        return None
    entry = front.first(settings.fields.aliases, fold=settings.preset.fold_keys)
    key = entry.key if entry is not None else settings.fields.aliases[0]
    expected = _expected(front, key, entry, value)
    for edit in _edits(post, front, key, entry, value) if expected is not None else ():
        text = post.text[: edit.span.start] + edit.text + post.text[edit.span.end :]
        again = read_front_matter(text, dialect=settings.preset.dialect)
        is_as_before = text[again.body :] == post.text[front.body :]
        if is_as_before and again.data == expected and not again.faults:
            return edit
    return None


def _as_alias(facts: PostFacts, settings: Settings, url: str) -> str | None:
    """How an alias is written that the generator publishes at a URL path."""
    rules = rules_of(settings)
    if rules is None:
        return None
    base = rules.layout.base
    bare = url[len(base) :] if base and url.startswith(f"{base}/") else url
    before = set(routes_of(facts, rules).aliases)
    for value in dict.fromkeys((bare, url)):
        word = Word(value, Span(0, 0))
        aliases = routes_of(replace(facts, aliases=(*facts.aliases, word)), rules).aliases
        if any(url in served_at(one) for one in aliases) and before <= set(aliases):
            return value
    return None


def _expected(
    front: FrontMatter, key: str, entry: Entry | None, value: str
) -> dict[str, Any] | None:
    """What the front matter is to hold afterwards; None where the key stands somewhere deeper."""
    if entry is None and "." in key:
        return None
    if entry is not None and front.data.get(key) != entry.value.value:
        return None
    known = entry.value.value if entry is not None else []
    if isinstance(known, str):
        known = [known]
    return {**front.data, key: [*(known or ()), value]} if isinstance(known, list | None) else None


def _edits(
    post: Post, front: FrontMatter, key: str, entry: Entry | None, value: str
) -> Iterator[Edit]:
    """The edits that may do, the best first."""
    if entry is None:
        yield from _new_keys(post, front, key, value)
        return
    node, written = entry.value, _quoted(front, value)
    if node.kind == "sequence":
        source = post.text[node.span.start : node.span.end]
        if source.startswith("[") and source.endswith("]"):
            last = node.items[-1].span.end if node.items else None
            if last is None:
                yield Edit(Span(node.span.end - 1, node.span.end - 1), written)
            else:
                yield Edit(Span(last, last), f"{_between(post.text, node)}{written}")
        elif node.items:
            yield from _new_items(post.text, node.items[-1], written)
    elif node.kind == "scalar" and node.value is not None:
        source = post.text[node.span.start : node.span.end]
        yield Edit(node.span, f"[{source}, {written}]")


def _between(text: str, node: Node) -> str:
    """What stands between the last two items of a list in brackets, if that is simple."""
    if len(node.items) > 1:
        between = text[node.items[-2].span.end : node.items[-1].span.start]
    else:
        between = f",{text[node.span.start + 1 : node.items[0].span.start]}"
        between = between if between != "," else ", "
    return between if not between.replace(",", "", 1).strip() else ", "


def _new_items(text: str, last: Node, written: str) -> Iterator[Edit]:
    """A line of its own below the last item of a list with dashes."""
    start = text.rfind("\n", 0, last.span.start) + 1
    lead = text[start : last.span.start]
    if _DASH.fullmatch(lead):
        end = _line_end(text, last.span.end)
        yield Edit(Span(end, end), f"\n{lead}{written}")


def _new_keys(post: Post, front: FrontMatter, key: str, value: str) -> Iterator[Edit]:
    text, root = post.text, front.root
    assert root is not None
    listed = f"[{json.dumps(value, ensure_ascii=False)}]"
    if front.format == "json":
        if root.entries:
            last = root.entries[-1]
            start = text.rfind("\n", 0, last.key_span.start) + 1
            lead = text[start : last.key_span.start]
            between = f"\n{lead}" if not lead.strip() else " "
            at = last.value.span.end
            yield Edit(Span(at, at), f',{between}"{key}": {listed}')
        return
    line = f"{key} = {listed}" if front.format == "toml" else f"{key}: {listed}"
    # At the end, where nobody looks for the title; in TOML that may be in a table.
    close = text.rfind("\n", 0, front.span.end) + 1
    if close > front.span.start:
        yield Edit(Span(close, close), f"{line}\n")
    first = text.find("\n", front.span.start) + 1
    tables = (e.key_span.start for e in root.entries if e.value.kind == "mapping")
    table = min(tables, default=None)
    if table is not None:
        start = text.rfind("\n", 0, table) + 1
        if start > first:
            yield Edit(Span(start, start), f"{line}\n")
    if 0 < first <= close:
        yield Edit(Span(first, first), f"{line}\n")


def _quoted(front: FrontMatter, value: str) -> str:
    if front.format == "yaml" and _PLAIN.fullmatch(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    end = end if end >= 0 else len(text)
    return end - 1 if text[end - 1 : end] == "\r" else end


_DASH: Final = late(r"[ \t]*-[ \t]+")
_PLAIN: Final = late(r"/[A-Za-z0-9_./\-]*")
