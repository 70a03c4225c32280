"""JSON values stand where they are written, and what is wrong with JSON is said plainly."""

from __future__ import annotations

import pytest

from blint.reading.json_reader import read_json
from blint.source import Span


def test_values_stand_where_they_are_written() -> None:
    text = '{"é😀": [1, -2.5e3, "x\\n"],\n "b": {"c": null}, "d": true}'
    root, faults, _ = read_json(text)
    assert faults == []
    assert root is not None
    assert root.value == {"é😀": [1, -2500.0, "x\n"], "b": {"c": None}, "d": True}
    assert [text[node.span.start : node.span.end] for node in root.walk()] == [
        text,
        '[1, -2.5e3, "x\\n"]',
        "1",
        "-2.5e3",
        '"x\\n"',
        '{"c": null}',
        "null",
        "true",
    ]


def test_an_offset_shifts_every_span() -> None:
    root = read_json('{"a": 1}', 100).root
    assert root is not None
    assert root.entries[0].key_span == Span(101, 104)
    assert root.entries[0].value.span == Span(106, 107)
    assert read_json('{"a": x}', 100).faults[0].span == Span(106, 107)


def test_the_last_of_two_keys_wins() -> None:
    root, faults, _ = read_json('{"a": 1, "a": 2}')
    assert root is not None
    assert root.value == {"a": 2}
    assert [(fault.kind, fault.span, fault.other) for fault in faults] == [
        ("duplicate-key", Span(9, 12), Span(1, 4))
    ]


# A text, the text under the fault, words of the message.
FAULTS = {
    "trailing comma": ('{"a": 1, }', ",", "before `}`"),
    "trailing comma in a list": ('{"a": [1,]}', ",", "before `]`"),
    "no comma": ('{"a": 1 "b": 2}', '"', "comma is missing"),
    "no colon": ('{"a" 1}', "1", "`a`"),
    "no value": ('{"a": }', "}", "`}`"),
    "nothing after the colon": ('{"a":', "", "missing"),
    "single quotes": ("{\"a\": 'b'}", "'b'", "`'b'`"),
    "bare key": ("{a: 1}", "a", "double quotes"),
    "leading zero": ('{"a": 01}', "01", "`01`"),
    "NaN": ('{"a": NaN}', "NaN", "`NaN`"),
    "open list": ('{"a": [1', "[", "`[`"),
    "open quote": ('{"a": "b}', '"', "no partner"),
    "line end in text": ('{"a": "b\n"}', "\n", "line end"),
    "escape": ('{"a": "\\d"}', "\\", "backslash"),
    "text after the end": ("{} x", "x", "follows"),
    "depth": (f'{{"a": {"[" * 30_000}', "[", "64 levels"),
}


@pytest.mark.parametrize(("text", "place", "named"), FAULTS.values(), ids=FAULTS)
def test_faults(text: str, place: str, named: str) -> None:
    root, (fault,), _ = read_json(text)
    assert root is None
    assert text[fault.span.start : fault.span.end] == place
    assert named in fault.message
    assert fault.help
