"""TOML values stand where they are written and mean what tomllib says."""

from __future__ import annotations

import tomllib

import pytest

from blint.reading.toml_reader import read_toml
from blint.source import Span
from trees import dates_as_text, written

PLACES: dict[str, list[tuple[str, str]]] = {
    "a = 1 # b\n": [(".a", "1")],
    'a = \'é😀\'\r\nb = "\\"" \r\n': [(".a", "'é😀'"), (".b", '"\\""')],
    "a.b = 1\na.c = 2\n": [(".a", "a.b = 1\na.c = 2"), (".a.b", "1"), (".a.c", "2")],
    "\"a b\".'c' = 1\n": [(".a b", "\"a b\".'c' = 1"), (".a b.c", "1")],
    "a = [1, # ]\n  '[',\n]\n": [(".a", "[1, # ]\n  '[',\n]"), (".a.0", "1"), (".a.1", "'['")],
    "a = {b = 1, c.d = '}'}\n": [
        (".a", "{b = 1, c.d = '}'}"),
        (".a.b", "1"),
        (".a.c", "c.d = '}'"),
        (".a.c.d", "'}'"),
    ],
    "a = '''\n#'\n'''''\nb = \"\"\"x\\\"\"\"\"\"\n": [
        (".a", "'''\n#'\n'''''"),
        (".b", '"""x\\"""""'),
    ],
    "a = 2024-01-02T03:04:05\nb = 03:04:05\n": [(".a", "2024-01-02T03:04:05"), (".b", "03:04:05")],
    "[a]\nb = 1\n\n[c.d] # e\nf = [\n]\n": [
        (".a", "[a]\nb = 1"),
        (".a.b", "1"),
        (".c", "[c.d] # e\nf = [\n]"),
        (".c.d", "[c.d] # e\nf = [\n]"),
        (".c.d.f", "[\n]"),
    ],
    "[[a]]\nb = 1\n[[a]]\n[a.c]\nd = 2\n": [
        (".a", "[[a]]\nb = 1\n[[a]]\n[a.c]\nd = 2"),
        (".a.0", "[[a]]\nb = 1"),
        (".a.0.b", "1"),
        (".a.1", "[[a]]\n[a.c]\nd = 2"),
        (".a.1.c", "[a.c]\nd = 2"),
        (".a.1.c.d", "2"),
    ],
    "[a.b]\nc = 1\n[a]\nd = 2\n": [
        (".a", "[a.b]\nc = 1\n[a]\nd = 2"),
        (".a.b", "[a.b]\nc = 1"),
        (".a.b.c", "1"),
        (".a.d", "2"),
    ],
}


@pytest.mark.parametrize("text", PLACES)
def test_values_stand_where_they_are_written(text: str) -> None:
    root, faults, _ = read_toml(text)
    assert faults == []
    assert root is not None
    assert root.value == dates_as_text(tomllib.loads(text))
    assert list(written(text, root))[1:] == PLACES[text]


def test_dates_are_temporal() -> None:
    root = read_toml("a = 2024-01-02\nb = '2024-01-02'\n").root
    assert root is not None
    assert [entry.value.temporal for entry in root.entries] == [True, False]


def test_comments() -> None:
    text = "# a\nb = '#' # c\nd = [ # e\n 1, # f\n]\n"
    comments = [text[start:end] for start, end in read_toml(text).comments]
    assert comments == ["# a", "# c", "# e", "# f"]


def test_an_offset_shifts_every_span() -> None:
    root, _, comments = read_toml("a = 1 # b", 100)
    assert root is not None
    assert root.entries[0].key_span == Span(100, 101)
    assert root.entries[0].value.span == Span(104, 105)
    assert comments == [Span(106, 109)]
    assert read_toml("a = x", 100).faults[0].span == Span(104, 105)


# A text, the kind and the text of the fault, the text of the other place, words of the message.
FAULTS = {
    "duplicate key": ("a = 1\nb = 2\na = 3\n", "duplicate-key", "a", Span(0, 1), "`a`"),
    "duplicate key in a table": (
        "a = 0\n[t]\na = 1\na = 2\n[u]\na = 3\n",
        "duplicate-key",
        "a",
        Span(10, 11),
        "`a`",
    ),
    "duplicate table": ("[a]\nb = 1\n[a]\n", "duplicate-key", "a", Span(1, 2), "`a`"),
    "duplicate inline key": ("a = {b = 1, b = 2}\n", "duplicate-key", "b", Span(5, 6), "`b`"),
    "key that is a table too": ("a.b = 1\na = 2\n", "duplicate-key", "a", None, "`a`"),
    "text without quotes": ("a = Hello # b\n", "invalid", "Hello", None, "`Hello`"),
    "typographic quotes": ("a = “b”\n", "invalid", "“b”", None, "`“b”`"),
    "no value": ("a =\n", "invalid", "", None, "missing"),
    "yaml": ("a: b\n", "invalid", "a: b", None, "`a: b`"),
    "open quote": ('a = "b\nc = 1\n', "invalid", '"', None, "no partner"),
    "open literal": ("a = 'b", "invalid", "'", None, "no partner"),
    "two values": ("a = 1 2\n", "invalid", "2", None, "`2`"),
    "escape": ('a = "\\d"\n', "invalid", "\\d", None, r"`\d`"),
    "impossible day": ("a = 2024-02-30\n", "date", "2024-02-30", None, "no day 30"),
    "impossible month": ("a = 2024-13-01\n", "date", "2024-13-01", None, "no month 13"),
    "depth": (f"a = {'[' * 65}{']' * 65}\n", "limit", "[", None, "64 levels"),
    "more depth": (f"a = {'[' * 30_000}\n", "limit", "a", None, "64 levels"),
    "long key": (f"{'a.' * 30_000}b = 1\n", "limit", "a", None, "64 levels"),
}


@pytest.mark.parametrize(("text", "kind", "place", "other", "named"), FAULTS.values(), ids=FAULTS)
def test_faults(text: str, kind: str, place: str, other: Span | None, named: str) -> None:
    root, (fault,), _ = read_toml(text)
    assert root is None
    assert (fault.kind, text[fault.span.start : fault.span.end]) == (kind, place)
    assert fault.other == other
    assert named in fault.message
    assert fault.help


def test_long_dotted_keys_never_reach_tomllib(monkeypatch: pytest.MonkeyPatch) -> None:
    # It takes seconds over them.
    monkeypatch.setattr(tomllib, "loads", lambda _: pytest.fail("tomllib was called"))
    for text in ("a." * 64 + "b = 1", "[" + "a." * 64 + "b]", "a = {" + "'a' . " * 64 + "b = 1}"):
        (fault,) = read_toml(text).faults
        assert fault.kind == "limit"
