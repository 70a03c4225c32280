"""YAML as a tree with places, in one pass over libyaml's events.

The events are used without PyYAML's composer, which kills the process on deep nesting and lets
aliases multiply without bound. Importing this module imports PyYAML.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from blint.reading import yaml_places as places
from blint.reading.nodes import Dialect, Entry, Fault, Node
from blint.reading.scalars import (
    CORE,
    SCHEMAS,
    Complaint,
    Schema,
    is_text,
    resolve,
    resolve_tagged,
    unsupported_tag,
)
from blint.reading.tree import (
    MAX_DEPTH,
    MAX_EXPANDED,
    LimitError,
    Reading,
    duplicate_key,
    quote,
    too_deep,
)
from blint.reading.yaml_problems import explain, odd_line_ends, unquoted_template
from blint.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from yaml._yaml import CParser as Parser
else:
    # PyYAML's own parser stands in where it was built without libyaml.
    try:
        from yaml.cyaml import CParser as Parser
    except ImportError:
        from yaml.loader import BaseLoader as Parser

# A third of the price of calling the class.
_new = tuple.__new__

Style = Literal["plain", "quoted", "block", "flow"]


def read_yaml(text: str, offset: int = 0, *, dialect: Dialect = "yaml-1.2") -> Reading:
    """One YAML document as a tree; never raises.

    Spans are into `text`, shifted by `offset`. The root may be any kind of node; a document
    without content is an empty mapping. Where a key stands twice, the last one wins. The value
    of an alias stands at the alias, and so do the keys that `<<` merges from it.
    """
    # libyaml leaves a leading byte order mark out of its count.
    if text.startswith("\ufeff"):
        text = text[1:]
        offset += 1
    composer = _Composer(text, offset, SCHEMAS[dialect])
    faults = composer.faults
    root = None
    try:
        root = composer.document()
    except LimitError as error:
        faults.append(error.fault)
    except (YAMLError, UnicodeEncodeError) as error:
        fault = explain(error, text, offset)
        if all(other.span.start != fault.span.start for other in faults):
            faults.append(fault)
    if not text.isascii() or "\r" in text:
        faults.extend(odd_line_ends(text, offset))
    if len(faults) > 1:
        faults.sort(key=lambda fault: fault.span)
    comments = places.comments(text, composer.opaque, offset) if "#" in text else []
    return Reading(root, faults, comments)


class _Composer:
    """Builds nodes from the events of one document."""

    def __init__(self, text: str, offset: int, schema: Schema) -> None:
        self.text = text
        self.offset = offset
        self.schema = schema
        self.faults: list[Fault] = []
        self.anchors: dict[str, Node | None] = {}
        self.expanded = 0
        self.lengths: dict[int, int] = {}
        self.opaque: list[Span] = []

    def document(self) -> Node:
        """The root of the first document."""
        self.next: Callable[[], Any] = Parser(self.text).get_event
        self.next()
        if type(self.next()) is StreamEndEvent:
            return Node(Span(self.offset, self.offset), {}, "mapping")
        root = self.node(self.next(), 0)
        self.next()
        event = self.next()
        if type(event) is DocumentStartEvent:
            self.fault("a second YAML document starts here", _ONE_DOCUMENT, self.span(event))
        if root.value is None and not root.raw:
            return Node(root.span, {}, "mapping")
        return root

    def node(self, event: Any, depth: int) -> Node:
        """The node that starts with `event`, inside `depth` collections."""
        if type(event) is ScalarEvent and event.anchor is None:
            return self.scalar(event)
        if type(event) is AliasEvent:
            return self.alias(event, depth)
        # None until the node is complete, so that it cannot hold itself.
        if event.anchor is not None:
            self.anchors[event.anchor] = None
        if type(event) is ScalarEvent:
            node = self.scalar(event)
        elif depth == MAX_DEPTH:
            raise too_deep(self.span(event).start)
        elif type(event) is MappingStartEvent:
            node = self.mapping(event, depth + 1)
        else:
            node = self.sequence(event, depth + 1)
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def scalar(self, event: Any) -> Node:
        """A scalar, resolved where it is plain or has a tag."""
        raw, tag = event.value, event.tag
        span = self.span(event)
        if tag is not None or event.anchor is not None:
            span = places.without_properties(self.text, span, self.offset)
        style: Style = "plain"
        if event.style:
            style, hidden = "quoted", span
            if event.style in "|>":
                style = "block"
                span, hidden = places.block_scalar(self.text, span, self.offset)
            self.opaque.append(hidden)
            if tag is None:
                return Node(span, raw, "scalar", raw, style, None, False, [], [])
        elif tag is None and is_text(raw, self.schema):
            return Node(span, raw, "scalar", raw, style, None, False, [], [])
        value, temporal, complaint = (
            resolve(raw, self.schema) if tag is None else resolve_tagged(raw, tag, self.schema)
        )
        if complaint is not None:
            self.complain(complaint, span if tag is None else self.span(event))
        return Node(span, value, "scalar", raw, style, tag, temporal)

    def sequence(self, event: Any, depth: int) -> Node:
        """A list, with all that is in it."""
        start = self.start(event, CORE + "seq")
        items: list[Node] = []
        while type(at := self.next()) is not SequenceEndEvent:
            is_plain = type(at) is ScalarEvent and at.anchor is None
            items.append(self.scalar(at) if is_plain else self.node(at, depth))
        end = self.span(at).end if event.flow_style else items[-1].span.end
        style: Style = "flow" if event.flow_style else "block"
        values = [node.value for node in items]
        return Node(Span(start, end), values, "sequence", "", style, event.tag, False, [], items)

    def mapping(self, event: Any, depth: int) -> Node:
        """A mapping, with all that is in it."""
        start = end = self.start(event, CORE + "map")
        value: dict[str, Any] = {}
        entries: list[Entry] = []
        first: dict[str, Span] = {}
        merged: list[Node] = []
        while type(at := self.next()) is not MappingEndEvent:
            if type(at) is ScalarEvent and at.tag is None and at.anchor is None:
                key, key_span, quoted = at.value, self.span(at), bool(at.style)
            else:
                key, key_span, quoted = self.odd_key(at, depth)
            at = self.next()
            is_plain = type(at) is ScalarEvent and at.anchor is None
            node = self.scalar(at) if is_plain else self.node(at, depth)
            end = node.span.end
            if key == "<<" and not quoted:
                merged.append(node)
                continue
            if key in first:
                self.faults.append(duplicate_key(key, key_span, first[key]))
            else:
                first[key] = key_span
            value[key] = node.value
            entries.append(Entry(key, key_span, node, "quoted" if quoted else "plain"))
        if event.flow_style:
            end = self.span(at).end
            if self.text.startswith("{{", start - self.offset):
                return self.template(Span(start, end))
        if merged:
            self.merge(merged, value, entries)
        style: Style = "flow" if event.flow_style else "block"
        return Node(Span(start, end), value, "mapping", "", style, event.tag, False, entries)

    def odd_key(self, event: Any, depth: int) -> tuple[str, Span, bool]:
        """A key with a tag or an anchor, or one that is no scalar: its text, place and quoting."""
        node = self.node(event, depth)
        if node.kind == "scalar":
            return node.raw, node.span, node.style == "quoted"
        start, end = node.span.start - self.offset, node.span.end - self.offset
        key = self.text[start:end]
        # The mapping around it reports a template expression, which looks like this.
        if not self.text.startswith("{{", start - 1):
            self.fault(f"{quote(key)} is used as a key", _TEXT_KEY, node.span)
        return key, node.span, False

    def template(self, span: Span) -> Node:
        """Two opening braces are the start of a template expression that nobody quoted."""
        raw = self.text[span.start - self.offset : span.end - self.offset]
        self.faults.append(unquoted_template(raw, span))
        return Node(span, raw, "scalar", raw)

    def merge(self, merged: list[Node], value: dict[str, Any], entries: list[Entry]) -> None:
        """Add the keys of `<<` values; a key that is there already stays, the first of two too.

        Loaders that write each merge out in full take seconds over a few hundred bytes of them, so
        it is that length which has a limit, not the few keys that come out.
        """
        length = len(entries)
        for source in merged:
            for node in source.items if source.kind == "sequence" else [source]:
                if node.kind != "mapping":
                    self.fault("`<<` merges something that is no mapping", _MERGE, node.span)
                    continue
                length += self.lengths.get(id(node.value), len(node.entries))
                alias = self.text.startswith("*", node.span.start - self.offset)
                for entry in {entry.key: entry for entry in node.entries}.values():
                    if entry.key in value:
                        continue
                    value[entry.key] = entry.value.value
                    entries.append(_moved(entry, node.span) if alias else entry)
        self.lengths[id(value)] = length
        self.expand(length, merged[0].span)
        entries.sort(key=lambda entry: entry.key_span.start)

    def alias(self, event: Any, depth: int) -> Node:
        """What an anchor names, standing at the alias."""
        span = self.span(event)
        name = event.anchor
        if name not in self.anchors:
            self.fault(f"no anchor `&{name}` stands before the alias `*{name}`", _ALIAS, span)
            return Node(span, f"*{name}", "scalar", f"*{name}")
        target = self.anchors[name]
        if target is None:
            raise LimitError(span, f"the alias `*{name}` stands inside the value it names")
        if target.kind != "scalar" and depth + _height(target) > MAX_DEPTH:
            raise too_deep(span.start)
        self.expand(sum(1 for _ in target.walk()), span)
        return replace(target, span=span)

    def expand(self, count: int, span: Span) -> None:
        """Count values that aliases stand for; LimitError where they become too many."""
        self.expanded += count
        if self.expanded > MAX_EXPANDED:
            raise LimitError(
                span,
                f"aliases stand for more than {MAX_EXPANDED} values in all, so the front matter"
                " was not read",
            )

    def start(self, event: Any, usual_tag: str) -> int:
        """Where a collection starts, its tag and anchor left out; a strange tag is reported."""
        span = self.span(event)
        if event.tag is None and event.anchor is None:
            return span.start
        if event.tag not in {None, "!", usual_tag}:
            end = places.word_end(self.text, span.start - self.offset) + self.offset
            self.complain(unsupported_tag(event.tag), Span(span.start, end))
        whole = Span(span.start, len(self.text) + self.offset)
        return places.without_properties(self.text, whole, self.offset).start

    def span(self, event: Any) -> Span:
        """Where an event stands."""
        offset = self.offset
        return _new(Span, (event.start_mark.index + offset, event.end_mark.index + offset))

    def complain(self, complaint: Complaint, span: Span) -> None:
        self.faults.append(Fault(complaint.kind, span, complaint.message, complaint.help))

    def fault(self, message: str, help_text: str, span: Span) -> None:
        self.faults.append(Fault("invalid", span, message, help_text))


def _moved(entry: Entry, span: Span) -> Entry:
    return Entry(entry.key, span, replace(entry.value, span=span), entry.key_style)


def _height(node: Node) -> int:
    """How many collections stand inside one another, `node` the outermost."""
    children = [*(entry.value for entry in node.entries), *node.items]
    return 1 + max(map(_height, children), default=0) if node.kind != "scalar" else 0


_ONE_DOCUMENT = "Keep all of it in one document."
_TEXT_KEY = "Keys must be text; quote it."
_MERGE = "Merge an alias of a mapping, or remove `<<`."
_ALIAS = "Quote the value if it is text."
