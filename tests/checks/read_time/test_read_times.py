"""missing-read-time, invalid-read-time and stale-read-time."""

from __future__ import annotations

import pytest

from fixing import fixed
from samples import findings

HUGO = '[read-time]\nmethod = "hugo"\n'
ON = '[rules]\nmissing-read-time = "warning"\n'


def post(value: str, words: int = 0, *, code: int = 0, field: str = "readTime") -> str:
    body = "word " * words
    if code:
        body += f"\n\n```text\n{'code ' * code}\n```"
    return f"---\n{field}: {value}\n---\n{body}\n"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("---\ntitle: A\n---\n", [("---", "The front matter states no read time.")]),
        ("---\nreadTime:\n---\n", [("readTime", "The front matter states no read time.")]),
        ("---\nreading_time: 3\n---\n", []),
        ("---\nreadTime: soon\n---\n", []),
        ("No front matter.\n", []),
    ],
)
def test_a_post_without_read_time(text: str, rows: list[tuple[str, str]]) -> None:
    assert [row[1:] for row in findings("missing-read-time", text, ON)] == rows


@pytest.mark.parametrize(
    ("before", "after", "config"),
    [
        ("title: A\ndate: 2026-01-01\nx: 1", "title: A\ndate: 2026-01-01\nreadTime: 5\nx: 1", ""),
        ("title: A # b\nx: 1", "title: A # b\nreadTime: 5\nx: 1", ""),
        ("read_time:\nx: 1", "read_time: 5\nx: 1", ""),
        ("title: A", "title: A\ntime: 5", '[read-time]\nfield = "time"\nmethod = "hugo"\n'),
        ("title: A", "title: A\nextra:\n  time: 5", '[read-time]\nfield = "extra.time"\n'),
        ("{title: A}", "{title: A}", ""),
    ],
)
def test_a_read_time_is_put_in_if_that_is_wanted(before: str, after: str, config: str) -> None:
    body = f"---\n{'word ' * 1000}\n"
    text, config = f"---\n{before}\n{body}", config + ON
    assert fixed("missing-read-time", text, config) == text
    made = fixed("missing-read-time", text, config, unsafe=True)
    assert made == f"---\n{after}\n{body}"
    assert findings("missing-read-time", made, config) == [] or made == text


@pytest.mark.parametrize(
    ("value", "messages"),
    [
        ("soon", ["The read time `soon` is no number of minutes."]),
        ("[3, 4]", ["The read time `[3, 4]` is no number of minutes."]),
        ("true", ["The read time `true` is no number of minutes."]),
        ("3 min", []),
        ("", []),
    ],
)
def test_what_is_no_read_time(value: str, messages: list[str]) -> None:
    assert [message for _, _, message in findings("invalid-read-time", post(value))] == messages


@pytest.mark.parametrize(
    ("minutes", "words", "stale"),
    [
        (5, 1060, False),
        (4, 1060, False),
        (6, 1060, False),
        (7, 1060, True),
        (3, 1060, True),
        (12, 2120, False),
        (13, 2120, True),
        (2, 0, True),
        (1, 0, False),
    ],
)
def test_with_a_method_both_tolerances_must_be_exceeded(
    minutes: int, words: int, stale: bool
) -> None:
    assert bool(findings("stale-read-time", post(f"{minutes}", words), HUGO)) is stale


@pytest.mark.parametrize(
    ("minutes", "words", "stale"),
    [
        (5, 1000, False),
        (3, 1000, False),
        (8, 1000, False),
        (12, 1000, True),
        (1, 1000, False),
        (1, 2000, True),
    ],
)
def test_without_a_method_any_common_one_will_do(minutes: int, words: int, stale: bool) -> None:
    assert bool(findings("stale-read-time", post(f"{minutes}", words))) is stale


@pytest.mark.parametrize(
    ("value", "stale"),
    [
        ("5", False),
        ("6", True),
        ("4", True),
        ("4.7", False),
        ("4-6 min", False),
        ("6-8 min", True),
        ("PT5M", False),
        ("less than a minute", True),
    ],
)
def test_generated_values_may_be_held_to_the_minute(value: str, stale: bool) -> None:
    strict = f"{HUGO}[rules.stale-read-time]\ntolerance = 0\nrelative-tolerance = 0\n"
    assert bool(findings("stale-read-time", post(value, 1060), strict)) is stale


@pytest.mark.parametrize(
    ("method", "minutes", "counted"),
    [
        ("hugo", 1, "202 words"),
        ("reading-time", 2, "204 words"),
        ("zola", 2, "201 words"),
        ("textstat", 1, "824 characters"),
        ("{ count = 'characters', words-per-minute = 100 }", 9, "808 characters"),
        ("{ count = 'source', words-per-minute = 10 }", 21, "204 words"),
        ("{ seconds-per-link = 60 }", 3, "202 words"),
    ],
)
def test_each_method_counts_in_its_own_way(method: str, minutes: int, counted: str) -> None:
    text = f"---\nreadTime: 40\n---\n{'word ' * 200}\n\n```py\nxx xxxxxx\n```\n"
    text = text.replace("word word", "[word word](b.md)", 1)
    name = method if method.startswith("{") else f'"{method}"'
    (row,) = findings("stale-read-time", text, f"[read-time]\nmethod = {name}\n")
    takes = "1 minute" if minutes == 1 else f"{minutes} minutes"
    assert row[2] == (f"The read time says `40`, but the post takes about {takes} ({counted}).")


def test_the_message_says_what_was_counted() -> None:
    (row,) = findings("stale-read-time", post("'12 min'", 1000, code=20), HUGO)
    assert row[1:] == (
        "'12 min'",
        "The read time says `12 min`, but the post takes about 5 minutes (1,020 words).",
    )


def test_chinese_is_counted_by_the_character() -> None:
    text = f"---\nreadTime: 9\n---\n{'字' * 1000}\n"
    (row,) = findings("stale-read-time", text, HUGO)
    assert row[2] == (
        "The read time says `9`, but the post takes about 2 minutes (1,000 CJK characters)."
    )


def test_the_tolerance_is_configured() -> None:
    config = f"{HUGO}[rules]\nstale-read-time = {{ severity = 'warning', tolerance = 9 }}\n"
    assert findings("stale-read-time", post("12", 1000), config) == []


def test_a_formula_may_leave_code_out() -> None:
    config = "[read-time]\nmethod = { words-per-minute = 200, code = false }\n"
    assert findings("stale-read-time", post("1", 200, code=5000), config) == []


@pytest.mark.parametrize(
    ("field", "config"),
    [
        ("reading_time_minutes", HUGO),
        ("minutes", '[read-time]\nfield = "minutes"\nmethod = "hugo"\n'),
    ],
)
def test_the_field_is_the_usual_or_the_configured_one(field: str, config: str) -> None:
    assert len(findings("stale-read-time", post("12", field=field), config)) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("12", "5"),
        ("12m", "5m"),
        ("'12 min read'", "'5 min read'"),
        ("PT12M", "PT5M"),
        ("about 12 minutes", "about 5 minutes"),
        ("约 12 分钟", "约 5 分钟"),
        ("12.0", "5.0"),
        ("1 h 5 min", "5 min"),
        ("{text: 12 min read, minutes: 11.6}", "{text: 5 min read, minutes: 5}"),
        ("10-15 min", "10-15 min"),
    ],
)
def test_the_fix_changes_the_digits_alone(before: str, after: str) -> None:
    assert fixed("stale-read-time", post(before, 1000), HUGO) == post(after, 1000)


def test_without_a_method_the_fix_is_not_safe() -> None:
    text = post("40", 1000)
    assert fixed("stale-read-time", text) == text
    assert fixed("stale-read-time", text, unsafe=True) == post("5", 1000)
