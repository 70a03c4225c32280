"""Titles that hold days, times and words of lists stay whole where a line has more than them."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from blint.overview.listing.published.marks import read_marks
from blint.overview.listing.published.model import Known
from listing_blog import Held, write_files

TITLES = (
    *("Deploying on Fridays: A Love Story", "Updated: our plan for 2025", "Posted by mistake"),
    *("5 min to production", "The 10 min rule", "January 2025 in review", "Year 2038", "2024"),
    *("Released on May 5, 2024: v2", "How we moved in 3 days", "Next", "Page 2", "A · B"),
    *("One | Two", "Tags: a short history", "#hashtags considered harmful", "C# 12", "Home"),
    *("— dashes —", "Written in 5 minutes", "10 posts that changed me", "Monday", "On dates"),
    *(
        "2024-01-02 was a Tuesday",
        "Reading time: 5 min is a lie",
        "Read more books",
        "(Almost) all",
    ),
)
Post = tuple[str, str, int]
POSTS: list[Post] = [
    (title, f"2025-{12 - n // 3:02}-{27 - n % 3 * 5:02}", n + 31) for n, title in enumerate(TITLES)
]


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    """A blog with odd titles."""
    posts = {
        f"content/p{n:02}.md": f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\ndate: {day}\n"
        f"readTime: {minutes}\n---\n"
        for n, (title, day, minutes) in enumerate(POSTS)
    }
    return Held(write_files(tmp_path_factory.mktemp("odd"), posts))


def lines(template: str, before: str = "", after: str = "") -> Callable[[list[Post]], str]:
    def shape(posts: list[Post]) -> str:
        made = (template.format(title=t, day=day, minutes=m) for t, day, m in posts)
        return f"{before}{''.join(made)}{after}"

    return shape


SHAPES = {
    "the date first": lines("{day} {title}\n"),
    "both first": lines("{day} · {minutes} min · {title}\n"),
    "both first, no signs": lines("{day} {minutes} min read {title}\n"),
    "on both sides": lines("- {day} — {title} ({minutes} min)\n"),
    "the date last": lines("{title} ({day})\n"),
    "both last": lines("{title} | {day} | {minutes} min\n"),
    "tabs": lines("{day}\t{title}\t{minutes} min\n", "Date\tTitle\tRead\n"),
    "HTML": lines("<li><a href='/p'>{title}</a> <small>{day}</small></li>", "<ul>", "</ul>"),
    "HTML, the date first": lines(
        "<li><span>Posted on {day}</span> <a href='/p'>{title}</a></li>", "<ul>", "</ul>"
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_nothing_changed(held: Held, shape: str) -> None:
    assert held.kinds(SHAPES[shape](POSTS), None) == []


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("number", range(0, len(POSTS), 3))
def test_another_date(held: Held, shape: str, number: int) -> None:
    changed = list(POSTS)
    title, day, minutes = changed[number]
    changed[number] = (title, day.replace("2025", "2023"), minutes)
    assert held.kinds(SHAPES[shape](changed), None) == ["date"]


CHANGED = {
    "Deploying on Fridays: A Love Story": "Deploying on Mondays: A Love Story",
    "5 min to production": "5 min to produktion",
    "The 10 min rule": "The 15 min rule",
    "Updated: our plan for 2025": "Updated: our plans for 2025",
    "Released on May 5, 2024: v2": "Released on May 6, 2024: v2",
    "Posted by mistake": "Posted by mistakes",
    "Written in 5 minutes": "Written in 7 minutes",
}


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("title", CHANGED)
def test_another_title(held: Held, shape: str, title: str) -> None:
    changed = [(CHANGED.get(t, t) if t == title else t, day, m) for t, day, m in POSTS]
    (drift,) = held.compare(SHAPES[shape](changed), None).drifts
    assert (drift.kind, drift.listed, drift.actual) == ("title", CHANGED[title], title)


UNKNOWN = {
    "2026-04-15 Deploying on Fridays": ("2026-04-15", None, "Deploying on Fridays"),
    "2026-04-15 Posted by mistake": ("2026-04-15", None, "Posted by mistake"),
    "2026-04-15 The 10 min rule": ("2026-04-15", None, "The 10 min rule"),
    "The 10 min rule (2026-04-15)": ("2026-04-15", None, "The 10 min rule"),
    "Jo Doe · 2026-04-15 · Kafka": ("2026-04-15", None, "Jo Doe · \x1f · Kafka"),
    "2026-04-15 Jo Doe 5 min read Kafka": ("2026-04-15", 5, "Jo Doe \x1f Kafka"),
    "by Jo Doe on 2026-04-15, 5 min": ("2026-04-15", 5, "by Jo Doe"),
    "Published · 2026-04-15 · 1,200 words": ("2026-04-15", None, ""),
}


@pytest.mark.parametrize("text", UNKNOWN)
def test_lines_without_a_known_title(text: str) -> None:
    found = read_marks(text, Known(["Nothing of the kind"], []))
    assert found is not None
    assert (found.days[0], found.minutes, found.rest) == UNKNOWN[text]


def test_a_long_line_takes_no_time(held: Held) -> None:
    assert held.read("2026-04-15 5 min " * 290).entries == ()
    assert held.read("<p>" + "2026-04-15 5 min " * 100_000).entries == ()
