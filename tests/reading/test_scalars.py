"""Plain YAML scalars mean in each dialect what the generators' own readers make of them."""

from __future__ import annotations

from datetime import UTC, datetime
from math import inf
from typing import Any

import pytest

from blint.reading.scalars import CORE, SCHEMAS, resolve, resolve_tagged

WHEN = datetime(1, 1, 1, tzinfo=UTC)
"""Stands for a date or a time."""

# Written as: Psych 4.0.4, js-yaml 4.3.2, go-yaml 3.0.1.
TABLE: dict[str, tuple[Any, Any, Any]] = {
    "": (None, None, None),
    "~": (None, None, None),
    "null": (None, None, None),
    "nUll": (None, "nUll", "nUll"),
    "true": (True, True, True),
    "tRUE": (True, "tRUE", "tRUE"),
    "no": (False, "no", "no"),
    "oN": (True, "oN", "oN"),
    "y": ("y", "y", "y"),
    "=": ("=", "=", "="),
    "0": (0, 0, 0),
    "+12": (12, 12, 12),
    "010": (8, 10, 8),
    "-012": (-10, -12, -10),
    "08": ("08", 8, 8.0),
    "0o17": ("0o17", 15, 15),
    "0x1F": (31, 31, 31),
    "0b11": (3, 3, 3),
    "1_000": (1000, "1_000", 1000),
    "1,000": (1000, "1,000", "1,000"),
    "1__0": ("1__0", "1__0", 10),
    "0,": (0, "0,", "0,"),
    "1.10": (1.1, 1.1, 1.1),
    "1.": (1.0, 1.0, 1.0),
    ".5": (0.5, 0.5, 0.5),
    "1,0.5": (10.5, "1,0.5", "1,0.5"),
    "1e3": ("1e3", 1000.0, 1000.0),
    "1.5e+3": (1500.0, 1500.0, 1500.0),
    "1.0e+999": ("1.0e+999", "1.0e+999", "1.0e+999"),
    "-.inf": (-inf, -inf, -inf),
    "12:30:45": (45045, "12:30:45", "12:30:45"),
    "1:30": (5400, "1:30", "1:30"),
    "-1:30": (-1800, "-1:30", "-1:30"),
    "1:30.5": (5430.0, "1:30.5", "1:30.5"),
    "1:1:1:1": ("1:1:1:1", "1:1:1:1", "1:1:1:1"),
    "1:60": ("1:60", "1:60", "1:60"),
    "1.2.3": ("1.2.3", "1.2.3", "1.2.3"),
    "+": ("+", "+", "+"),
    "0x": ("0x", "0x", "0x"),
    "٣": ("٣", "٣", "٣"),
    "2024-01-05": (WHEN, WHEN, WHEN),
    "2024-1-5": (WHEN, "2024-1-5", WHEN),
    "2024-01-05 10:00": ("2024-01-05 10:00",) * 3,
    "2024-01-05 10:00:00": (WHEN, WHEN, WHEN),
    "2024-01-05 10:00:00 -0500": (WHEN, *("2024-01-05 10:00:00 -0500",) * 2),
    "2024-01-05 10:00:00 -05:00": (WHEN, WHEN, "2024-01-05 10:00:00 -05:00"),
    "2024-01-05T10:00:00": (WHEN, WHEN, "2024-01-05T10:00:00"),
    "2024-01-05T10:00:00Z": (WHEN, WHEN, WHEN),
    "2024-01-05t10:00:00.5+01:00": (WHEN, WHEN, WHEN),
}


@pytest.mark.parametrize("raw", TABLE)
def test_each_dialect(raw: str) -> None:
    scalars = [resolve(raw, schema) for schema in SCHEMAS.values()]
    assert [scalar.complaint for scalar in scalars] == [None] * 3
    values = tuple(WHEN if scalar.temporal else scalar.value for scalar in scalars)
    assert [(type(value), value) for value in values] == [
        (type(value), value) for value in TABLE[raw]
    ]


def test_a_date_keeps_its_text() -> None:
    assert resolve("2024-01-05", SCHEMAS["yaml-1.2"]).value == "2024-01-05"


IMPOSSIBLE = (
    "2024-02-30",
    "2023-02-29",
    "2024-13-01",
    "2024-00-01",
    "0000-01-01",
    "2024-01-05 25:00:00",
    "2024-01-05T10:60:00Z",
    "2024-01-05T10:00:61Z",
    "2024-01-05T10:00:00+24:00",
    "2024-01-05T10:00:00+10:99",
)


@pytest.mark.parametrize("raw", IMPOSSIBLE)
def test_impossible_dates(raw: str) -> None:
    for schema in SCHEMAS.values():
        scalar = resolve(raw, schema)
        assert scalar.value == raw
        assert scalar.complaint is not None
        assert scalar.complaint.kind == "date"


TAGGED: dict[tuple[str, str], Any] = {
    ("010", CORE + "str"): "010",
    ("no", "!"): "no",
    ("3", CORE + "int"): 3,
    ("3", CORE + "float"): 3.0,
    ("", CORE + "null"): None,
    ("true", CORE + "bool"): True,
    ("2024-01-05", CORE + "timestamp"): "2024-01-05",
}


@pytest.mark.parametrize(("case", "value"), TAGGED.items(), ids=str)
def test_core_tags(case: tuple[str, str], value: Any) -> None:
    scalar = resolve_tagged(*case, SCHEMAS["yaml-1.2"])
    assert (scalar.value, type(scalar.value)) == (value, type(value))
    assert scalar.complaint is None


@pytest.mark.parametrize(
    "case",
    [
        ("", CORE + "int"),
        ("1.5", CORE + "int"),
        ("true", CORE + "float"),
        ("x", CORE + "bool"),
        ("x", CORE + "null"),
        ("foo", CORE + "timestamp"),
        ("aGk=", CORE + "binary"),
        ("x", CORE + "python/name:os.system"),
        ("int", "int"),
        ("x", "!foo"),
    ],
    ids=str,
)
def test_other_tags_are_refused(case: tuple[str, str]) -> None:
    scalar = resolve_tagged(*case, SCHEMAS["yaml-1.2"])
    assert scalar.value == case[0]
    assert scalar.complaint is not None


@pytest.mark.parametrize(
    "raw", ["1" * 1001, "0x" + "f" * 5000, "1." + "0" * 5000, "1_" * 999 + "1"]
)
def test_numbers_too_long_to_print_stay_text(raw: str) -> None:
    scalar = resolve(raw, SCHEMAS["yaml-1.1"])
    assert scalar.value == raw
    assert scalar.complaint is not None
