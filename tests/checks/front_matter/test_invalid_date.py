"""invalid-date: impossible dates and text that is none, and no other."""

from __future__ import annotations

import pytest

from blint.checks.front_matter.invalid_date import check
from blint.reading.post import read_post
from blint.site.settings import Settings
from blint.source import decode
from samples import findings

IMPOSSIBLE = [
    ("date: 2024-02-30", "2024-02-30", "2024-02 has no day 30"),
    ("date: 2023-02-29", "2023-02-29", "2023-02 has no day 29"),
    ("date: '2024-02-30'", "'2024-02-30'", "2024-02 has no day 30"),
    ("event: 2024-13-01", "2024-13-01", "there is no month 13"),
    ("date: 2024/06/31", "2024/06/31", "2024-06 has no day 31"),
    ("date: 0000-01-01", "0000-01-01", "there is no year 0"),
    ("date: 2024-01-31T25:00:00Z", "2024-01-31T25:00:00Z", "there is no such time of day"),
    ("date: '2024-01-31 10:75'", "'2024-01-31 10:75'", "there is no such time of day"),
    (
        "date: 2024-01-31T10:00:00+99:99",
        "2024-01-31T10:00:00+99:99",
        "there is no such offset from UTC",
    ),
    ("date: yesterday", "yesterday", "it names no day"),
    ("updated: soon", "soon", "it names no day"),
]


def test_a_date_that_reading_refused_is_not_looked_at_again() -> None:
    post = read_post("a.md", decode(b"---\ndate: 2024-02-30\n---\n"), dialect="yaml-1.2")
    assert len(list(check(post, Settings()))) == 1


@pytest.mark.parametrize(("text", "covered", "why"), IMPOSSIBLE)
def test_an_impossible_date_is_found_once(text: str, covered: str, why: str) -> None:
    value = covered.strip("'")
    message = f"`{value}` is not a possible date: {why}."
    assert findings("invalid-date", f"---\n{text}\n---\n") == [("content/a.md", covered, message)]


READABLE = [
    "date: 2024-02-29",
    "date: 2024-1-2",
    "date: 2024/01/02",
    "date: 31.12.2024",
    "date: 31/12/2024",
    "date: Jan 2, 2024",
    "date: 2 January",
    "date: Tue, 02 Jan 2024 10:00:00 GMT",
    "date: 1704189600",
    "date: 2024-01-02 10:00",
    "date: '2024-01-02T24:00:00'",
    "date: 2024-01-02 10:00:00.123 +0200",
    "date: 20240102",
    "date: 2024",
    "date:",
    "date: ''",
    "date: git Last Modified",
    "date: '{{ now }}'",
    "updated: false",
    "date: {created: 2024-01-02}",
    "when: soon",
]


@pytest.mark.parametrize("text", READABLE)
def test_a_date_that_some_generator_reads_is_left_alone(text: str) -> None:
    assert findings("invalid-date", f"---\n{text}\n---\n") == []


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("content/2024-02-30-a.md", "2024-02-30"),
        ("content/2024-00-10-a.md", "2024-00-10"),
        ("content/2024-02-30-a/index.md", "2024-02-30"),
    ],
)
def test_a_file_name_may_hold_an_impossible_date(path: str, name: str) -> None:
    ((_, covered, message),) = findings("invalid-date", {path: "---\ntitle: A\n---\n"})
    assert covered == ""
    assert message.startswith(f"The file name begins with `{name}`, which is not a possible date")


@pytest.mark.parametrize("path", ["content/2024-02-29-a.md", "content/1234-56-789.md"])
def test_other_file_names_are_left_alone(path: str) -> None:
    assert findings("invalid-date", {path: "---\ntitle: A\n---\n"}) == []


def test_json_and_toml_dates_are_looked_at_as_well() -> None:
    assert findings("invalid-date", '{\n"date": "2024-02-30"\n}\n')[0][1] == '"2024-02-30"'
    assert findings("invalid-date", '+++\ndate = "2024-02-30"\n+++\n')[0][1] == '"2024-02-30"'
