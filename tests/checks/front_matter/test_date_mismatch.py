"""date-mismatch: two days for one post, and what only looks like two."""

from __future__ import annotations

import pytest

from samples import check, findings

FILE = "content/2024-03-02-a.md"
WRONG = [
    (FILE, "date: 2024-03-20", "2024-03-20", "2024-03-20", "file name says 2024-03-02"),
    (FILE, "date: '2024-03-03'", "'2024-03-03'", "2024-03-03", "file name says 2024-03-02"),
    (FILE, "date: 2024/03/20", "2024/03/20", "2024-03-20", "file name says 2024-03-02"),
    (FILE, "date: Mar 20, 2024", "Mar 20, 2024", "2024-03-20", "file name says 2024-03-02"),
    (FILE, "pubDate: 2023-03-02", "2023-03-02", "2023-03-02", "file name says 2024-03-02"),
    (
        FILE,
        "date: 2024-03-20 10:00:00 -0500",
        "2024-03-20 10:00:00 -0500",
        "2024-03-20",
        "file name says 2024-03-02",
    ),
    (
        "content/2024-03-02-a/index.md",
        "date: 2024-03-20",
        "2024-03-20",
        "2024-03-20",
        "folder name says 2024-03-02",
    ),
    (
        "content/2024/03/02/a.md",
        "date: 2024-03-20",
        "2024-03-20",
        "2024-03-20",
        "path says 2024-03-02",
    ),
    ("content/2024/03/a.md", "date: 2024-04-01", "2024-04-01", "2024-04-01", "path says 2024-03"),
    (FILE, "date: 03/20/2024", "03/20/2024", "2024-03-20", "file name says 2024-03-02"),
    (FILE, "date: 20.3.2024", "20.3.2024", "2024-03-20", "file name says 2024-03-02"),
    (
        "content/20240302-a.md",
        "date: 2024-03-20",
        "2024-03-20",
        "2024-03-20",
        "file name says 2024-03-02",
    ),
    (
        "content/2024-05-a.md",
        "date: 2024-07-19",
        "2024-07-19",
        "2024-07-19",
        "file name says 2024-05",
    ),
    (
        "content/2023-12-a.md",
        "date: 2024-12-01",
        "2024-12-01",
        "2024-12-01",
        "file name says 2023-12",
    ),
    (
        "content/a.md",
        "date: 2024-03-20\nurl: /2024/03/02/a/",
        "2024-03-20",
        "2024-03-20",
        "address says 2024-03-02",
    ),
]


@pytest.mark.parametrize(("path", "head", "covered", "day", "told"), WRONG)
def test_two_days_are_found(path: str, head: str, covered: str, day: str, told: str) -> None:
    message = f"The date is {day}, but the {told}."
    assert findings("date-mismatch", {path: f"---\n{head}\n---\n"}) == [(path, covered, message)]


FINE = [
    (FILE, "date: 2024-03-02"),
    (FILE, "date: 2024/3/2"),
    (FILE, "date: 2024-03-02T23:59:59+02:00"),
    # The author's clock is not known: somewhere it was that day.
    (FILE, "date: 2024-03-03T03:00:00Z"),
    (FILE, "date: 2024-03-01T20:00:00Z"),
    (FILE, "date: 2024-03-20\npublishDate: 2024-03-02"),
    (FILE, "date: soon"),
    (FILE, "date:"),
    (FILE, "date: ''"),
    (FILE, "date: [2024-03-20]"),
    (FILE, "date: 02/03/2024"),
    (FILE, "date: 3/4/2024"),
    (FILE, "date: 03/02/2024"),
    ("content/20240302-a.md", "date: 2024-03-02"),
    ("content/20241302-a.md", "date: 2024-03-20"),
    ("content/202403021-a.md", "date: 2024-03-20"),
    ("content/20240302a.md", "date: 2024-03-20"),
    # The report of a month comes out in the next one.
    ("content/2024-05-a.md", "date: 2024-06-03"),
    ("content/2024-12-a.md", "date: 2025-01-03"),
    ("content/2024-05-a.md", "date: 2024-04-28"),
    ("content/2024-10-tips.md", "date: 2024-03-02\ntitle: 10 tips for you"),
    ("content/2024-05.x-a.md", "date: 2024-03-20"),
    ("content/2024-25-a.md", "date: 2024-03-20"),
    ("content/1024-05-a.md", "date: 2024-03-20"),
    (FILE, "date: '{{ now }}'"),
    (FILE, "updated: 2024-05-20"),
    (FILE, "title: A"),
    (FILE, "- no\n- mapping"),
    (FILE, "date: ["),
    ("content/2024/03/a.md", "date: 2024-03-31"),
    ("content/2024/a.md", "date: 2023-03-20"),
    ("content/2024-13-02-a.md", "date: 2024-03-20"),
    ("content/a-2024-03-02.md", "date: 2024-03-20"),
    ("content/a.md", "date: 2024-03-20"),
    ("content/a.md", "date: 2024-03-20\nurl: /a/"),
]


@pytest.mark.parametrize(("path", "head"), FINE)
def test_one_day_or_one_that_is_not_known_is_left_alone(path: str, head: str) -> None:
    assert findings("date-mismatch", {path: f"---\n{head}\n---\n"}) == []


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("---\r\ndate: 2024-03-20\r\n---\r\n", "2024-03-20"),
        ("\ufeff---\ndate: 2024-03-20\n---\n", "2024-03-20"),
        ("+++\ndate = 2024-03-20\n+++\n", "2024-03-20"),
        ('+++\ndate = "2024-03-20"\n+++\n', '"2024-03-20"'),
        ('{\n"date": "2024-03-20"\n}\n', '"2024-03-20"'),
    ],
)
def test_all_forms_of_front_matter_are_read(text: str, covered: str) -> None:
    ((_, found, _),) = findings("date-mismatch", {FILE: text})
    assert found == covered


def test_a_date_may_be_split_over_two_fields() -> None:
    config = '[front-matter.keys]\ndate = "pub-date + pub-year"\n'
    post = "---\npub-date: March 20\npub-year: 2024\n---\n"
    ((_, covered, message),) = findings("date-mismatch", {FILE: post}, config)
    assert covered == "March 20\npub-year: 2024"
    assert message.startswith("The date is 2024-03-20,")


def test_there_is_no_fix_since_either_may_be_right() -> None:
    ((found, _),) = check({FILE: "---\ndate: 2024-03-20\n---\n"}, select=("date-mismatch",))
    assert found.fix is None
