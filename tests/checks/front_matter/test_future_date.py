"""future-date: dates that have not come; today is 2026-06-01 in these tests."""

from __future__ import annotations

import pytest

from samples import findings


def found(head: str, path: str = "content/a.md", config: str = "") -> list[tuple[str, str]]:
    rows = findings("future-date", {path: f"---\n{head}\n---\n"}, config)
    return [(covered, message) for _, covered, message in rows]


@pytest.mark.parametrize(
    ("head", "covered", "day"),
    [
        ("date: 2026-06-02", "2026-06-02", "2026-06-02"),
        ("date: '2027/1/2'", "'2027/1/2'", "2027-01-02"),
        ("date: 2062-01-01T10:00:00Z\ndraft: false", "2062-01-01T10:00:00Z", "2062-01-01"),
    ],
)
def test_a_day_that_has_not_come(head: str, covered: str, day: str) -> None:
    message = f"The date {day} has not come, and the post may be online."
    assert found(head) == [(covered, message)]


@pytest.mark.parametrize(
    "head",
    [
        "date: 2026-06-01",
        "date: 2020-01-01",
        # Where the author is, it has come.
        "date: 2026-06-02T08:00:00+13:00",
        "date: 2062-01-01\ndraft: true",
        "date: 2062-01-01\npublished: false",
        "date: 2062-13-01",
        "date: in the future",
        "date:",
        "title: A",
        "- no mapping",
    ],
)
def test_a_day_that_has_come_a_draft_or_no_day(head: str) -> None:
    assert found(head) == []


def test_a_file_name_may_be_of_the_future() -> None:
    assert found("title: A", "content/2062-01-01-a.md")[0][0] == ""


@pytest.mark.parametrize(
    ("config", "end"),
    [
        ('preset = "hugo"', "the post is not published until then."),
        ('preset = "astro"\ncontent = ["content"]', "the post may be online."),
    ],
)
def test_generators_differ_in_what_they_make_of_it(config: str, end: str) -> None:
    ((_, message),) = found("date: 2062-01-01", config=config)
    assert message.endswith(end)


PUBLISHED = [
    ("date: 2026-01-01\npublishDate: 2062-01-01", ["2062-01-01"]),
    ("publishDate: 2062-01-01", ["2062-01-01"]),
    ("date: 2062-01-01\npublishDate: 2063-01-01", ["2063-01-01"]),
    ("date: 2062-01-01\npublishDate: soon", ["2062-01-01"]),
    # What is announced has not come, and that is meant.
    ("date: 2062-01-01\npublishDate: 2026-01-01", []),
    ("date: 2026-01-01\npublishDate: 2062-01-01\ndraft: true", []),
]


@pytest.mark.parametrize(("head", "covered"), PUBLISHED)
def test_a_publish_date_is_the_one_that_counts(head: str, covered: list[str]) -> None:
    rows = found(head, config='preset = "hugo"')
    assert [text for text, _ in rows] == covered


def test_a_post_that_is_to_be_published_later_is_not_online() -> None:
    ((_, message),) = found(PUBLISHED[0][0], config='preset = "hugo"')
    assert message == "The date 2062-01-01 has not come, and the post is not published until then."
