"""schema-violation: front matter that its JSON Schema does not allow."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from blint.diagnostics import Edit, Finding, Fix, Related
from blint.reading.nodes import FrontMatter, Node
from blint.reading.post import Post
from blint.site.places import Place
from blint.site.schema.compiled import Violation, schema_for
from blint.site.settings import Settings
from blint.source import Span


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """Report each thing that the schema does not allow at the key or value that is meant."""
    front_matter = post.front_matter
    if front_matter.root is None and front_matter.faults:
        return  # it could not be read, which is a finding of its own
    for violation in schema_for(settings.schema).violations(front_matter.data):
        place = Place(front_matter, violation.path)
        yield Finding(
            _span(place, violation, post),
            violation.message,
            help=violation.help,
            fix=_fix(place, violation, post),
            related=_related(front_matter, violation),
        )


def _span(place: Place, violation: Violation, post: Post) -> Span:
    if place.node is None or place.node is post.front_matter.root:
        return _opener(post)
    if place.entry is not None and (violation.target != "value" or _is_long(place.node, post)):
        return place.entry.key_span
    if place.entry is None and violation.target == "mapping" and place.node.entries:
        return place.node.entries[0].key_span
    return place.node.span


def _opener(post: Post) -> Span:
    """The first line of the block, where what it lacks can be added."""
    start = post.front_matter.span.start
    end = post.text.find("\n", start)
    return Span(start, end if end >= 0 else len(post.text))


def _is_long(node: Node, post: Post) -> bool:
    """Whether a value is empty or runs over lines, so that its key is what one points at."""
    return node.span.start == node.span.end or "\n" in post.text[node.span.start : node.span.end]


def _related(front_matter: FrontMatter, violation: Violation) -> tuple[Related, ...]:
    if violation.other is None:
        return ()
    node = Place(front_matter, violation.other).node
    return (Related(node.span, "It stands here first."),) if node is not None else ()


def _fix(place: Place, violation: Violation, post: Post) -> Fix | None:
    name = violation.replacement
    if name is None or not place.exact or place.node is None:
        return None
    if violation.target == "key" and place.entry is not None:
        span = place.entry.key_span
    else:
        span = place.node.span
    text = _like(post.text[span.start : span.end], name, post)
    if text is None:
        return None
    return Fix(f"Change it to `{name}`", (Edit(span, text),), safe=False)


def _like(written: str, name: str, post: Post) -> str | None:
    """A name quoted as the text it replaces was, or None where that could be read otherwise."""
    if written[:1] == '"':
        return json.dumps(name, ensure_ascii=False)
    if written[:1] == "'":
        return f"'{name}'" if "'" not in name else None
    plain = re.fullmatch(r"[A-Za-z][\w-]*", name, re.ASCII)
    word = name.casefold() in {"true", "false", "null", "yes", "no", "on", "off"}
    return name if plain and not word and post.front_matter.format != "json" else None
