"""Values for the keys of a new post: what other posts have there, else what the schema allows."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import msgspec

from blint.late import late
from blint.overview.new_post.dates import iso_day, number_like, written_like
from blint.overview.new_post.dumping import Inline
from blint.overview.new_post.filling import filler
from blint.overview.new_post.moments import as_others, sure_date
from blint.overview.new_post.wanted import required_of, schema_at
from blint.overview.numbers import is_number
from blint.overview.plain_text import Literal
from blint.reading.nodes import Node
from blint.site.moments import read_moment


class Maker(msgspec.Struct, frozen=True):
    """Makes values. `root` is the whole schema, for references; `moment` is now, with a zone.

    `slugs` are those of the posts that samples come from, in the same order; `slug` is the new one.
    `dates` are the dotted paths of what is surely a date, and `descriptions` of what says what the
    post is about, in lower case if `fold`; `title` is that of the new post.
    """

    root: Any
    moment: datetime
    slug: str
    slugs: Sequence[str] = ()
    dates: frozenset[str] = frozenset()
    descriptions: frozenset[str] = frozenset()
    fold: bool = False
    title: str = ""

    def value(
        self,
        key: str,
        samples: Sequence[Node | None],
        schema: Mapping[str, Any],
        around: str = "",
    ) -> Any:
        """The value of a key. `samples` are what other posts have there, None where nothing.

        `around` is the dotted path of the table that it is in, with a dot at its end.
        """
        nodes = [node for node in samples if node is not None]
        path = f"{around}{key}"
        if self.is_one_of(path, self.dates):
            return sure_date(key, nodes, schema, self.moment)
        made = self.date(key, nodes)
        if made is None:
            made = self.named_after_post(samples)
        if made is None:
            made = self.usual(key, nodes)
        if made is not None and _may_be(made, schema):
            return made
        return self.table_or_filler(key, nodes, schema, path)

    def is_one_of(self, path: str, paths: frozenset[str]) -> bool:
        """Whether a key is one of some keys."""
        return (path.casefold() if self.fold else path) in paths

    def date(self, key: str, nodes: Sequence[Node]) -> Any:
        """The moment as these dates are written; None where they are none."""
        texts = [node.raw for node in nodes if isinstance(node.value, str)]
        if not texts or len(texts) * 5 < len(nodes) * 4:
            numbers = [node.value for node in nodes if is_number(node.value)]
            if len(numbers) == len(nodes) and _OF_TIME.search(key):
                return number_like(numbers, self.moment) or self.year(nodes)
            return self.year(nodes)
        text = written_like(texts, self.moment)
        if text is not None:
            return as_others(text, nodes)
        dates = sum(read_moment(one) is not None for one in texts)
        return Literal(iso_day(self.moment)) if dates * 5 >= len(nodes) * 4 else None

    def year(self, nodes: Sequence[Node]) -> int | None:
        """This year, where years are given as numbers."""
        years = [node.value for node in nodes if _is_year(node.value)]
        several = len(set(years)) > 1 or self.moment.year in years
        return self.moment.year if nodes and len(years) == len(nodes) and several else None

    def named_after_post(self, samples: Sequence[Node | None]) -> str | None:
        """A text with the slug in it, and with the day before that, where others have theirs so."""
        forms: Counter[str] = Counter()
        for node, slug in zip(samples, self.slugs, strict=False):
            if node is not None and isinstance(node.value, str) and slug:
                before, found, after = node.value.rpartition(slug)
                if found and len(after) < 6:
                    forms[f"{_with_tokens(before)}{{slug}}{after}"] += 1
        if not forms:
            return None
        form, count = forms.most_common(1)[0]
        if count * 2 <= sum(node is not None for node in samples):
            return None
        day = self.moment
        tokens = {"year": f"{day.year:04}", "month": f"{day.month:02}", "day": f"{day.day:02}"}
        for name, text in {**tokens, "slug": self.slug}.items():
            form = form.replace(f"{{{name}}}", text)
        return form

    def usual(self, key: str, nodes: Sequence[Node]) -> Any:
        """The value that most posts have; of names, such as authors, the most frequent one."""
        counts = Counter(_frozen(node.value) for node in nodes)
        if not counts:
            return None
        frozen, count = counts.most_common(1)[0]
        is_name = any(part in key.casefold() for part in _NAMES)
        closed = all(isinstance(node.value, bool) for node in nodes)
        if count * 2 > len(nodes) or closed or (is_name and count > 1):
            node = next(node for node in nodes if _frozen(node.value) == frozen)
            return like(node)
        return None

    def table_or_filler(
        self, key: str, nodes: Sequence[Node], schema: Mapping[str, Any], path: str
    ) -> Any:
        """What the schema allows; a table with the keys that nearly all others have in theirs."""
        tables = [node for node in nodes if node.kind == "mapping"]
        if tables and len(tables) * 2 > len(nodes):
            return self.table(tables, schema, path)
        about = self.title if self.is_one_of(path, self.descriptions) else ""
        if not schema.keys().isdisjoint(_TELLING) or not nodes:
            return filler(key, schema, self.root, self.moment, about)
        # Nothing is said of it: a value of the kind that others have there.
        kinds = Counter(_kind(node.value) for node in nodes)
        kind = {"type": kinds.most_common(1)[0][0]}
        return filler(key, {**schema, **kind}, self.root, self.moment, about)

    def table(
        self, tables: Sequence[Node | None], schema: Mapping[str, Any], path: str
    ) -> dict[str, Any]:
        """A table like others: the keys that nearly all have or the schema requires."""
        nodes = [node for node in tables if node is not None]
        made = {}
        for key in usual_keys(
            [node for node in nodes if node.kind == "mapping"], schema, self.root
        ):
            samples = [_below(node, key) for node in nodes]
            made[key] = self.value(key, samples, schema_at(schema, key, self.root), f"{path}.")
        return made


def usual_keys(tables: Sequence[Node], schema: Any, root: Any) -> list[str]:
    """The keys that nearly all tables have, in the order they stand in, then required ones."""
    counts: Counter[str] = Counter()
    places: Counter[str] = Counter()
    for table in tables:
        for place, entry in enumerate(table.entries):
            counts[entry.key] += 1
            places[entry.key] += place
    needed = required_of(schema, root)
    kept = [key for key in counts if key in needed or counts[key] * 5 >= len(tables) * 4]
    kept.sort(key=lambda key: (places[key] / counts[key], key))
    return [*kept, *(key for key in dict.fromkeys(needed) if key not in counts)]


def like(node: Node) -> Any:
    """The value of a node, written as it is: dates without quotes, lists on one line or several."""
    if node.kind == "sequence":
        items = [like(item) for item in node.items]
        return Inline(items) if node.style == "flow" else items
    if node.kind == "mapping":
        return {entry.key: like(entry.value) for entry in node.entries}
    return Literal(node.raw) if node.temporal and node.style == "plain" else node.value


def _may_be(value: Any, schema: Mapping[str, Any]) -> bool:
    """Whether a value has a chance; the whole post is held to the schema afterwards."""
    if "enum" in schema:
        return value in schema["enum"]
    return bool(schema.get("const", value) == value)


def _below(node: Node, key: str) -> Node | None:
    entry = node.get(key) if node.kind == "mapping" else None
    return entry.value if entry is not None else None


def _with_tokens(text: str) -> str:
    """A text in which folders that are a year, a month and a day are tokens."""
    from blint.overview.new_post.names import with_dates

    return "/".join(with_dates(text.split("/")))


def _is_year(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 1990 < value < 2200


def _kind(value: Any) -> str:
    """The type of a value, in the words of JSON Schema."""
    return _KINDS.get(type(value).__name__, "string")


def _frozen(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=str)


_NAMES: Final = ("author", "writer", "editor", "byline")
_OF_TIME: Final = late(r"(?i)date|time|publish|creat|updat|modif|post")
"""In the names of keys under which large numbers are seconds."""
_TELLING: Final = frozenset(("type", "enum", "const", "default"))
_KINDS: Final = {"bool": "boolean", "int": "integer", "float": "number", "list": "array"}
