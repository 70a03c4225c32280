"""Each change to a published list, or to the content, is found as exactly that drift."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from listing_blog import SEED, Held, Row, rows, seed_shape, write_posts

ROWS = rows()


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    """The blog as the list has it."""
    return Held(write_posts(tmp_path_factory.mktemp("blog") / "b", ROWS))


def with_row(number: int, **changes: object) -> list[Row]:
    """The list with one post changed."""
    found = list(ROWS)
    found[number] = found[number]._replace(**changes)  # type: ignore[arg-type]
    return found


def moved(old: int, new: int) -> list[Row]:
    """The list with one post at another place."""
    found = list(ROWS)
    found.insert(new, found.pop(old))
    return found


INVENTED = Row(
    "2025-04-02", 7, "A Post That Nobody Wrote", ("Kafka", "Redis", "API"), "Not even so."
)
LISTED: dict[str, tuple[list[Row] | Callable[[str], str], str]] = {
    "a post left out, the count as before": (
        lambda _: seed_shape(ROWS[:9] + ROWS[10:]).replace("29 posts", "30 posts"),
        "missing",
    ),
    "a post left out, the count as well": (ROWS[:9] + ROWS[10:], "missing"),
    "the first left out": (ROWS[1:], "missing"),
    "the last left out": (ROWS[:-1], "missing"),
    "one of those of one day left out": (ROWS[:1] + ROWS[2:], "missing"),
    "an overview left out": ([r for r in ROWS if r.date != "2025-04-14"], "missing"),
    "another post": ([*ROWS[:25], INVENTED, *ROWS[25:]], "extra"),
    "another post, the count as before": (
        lambda _: seed_shape([*ROWS[:25], INVENTED, *ROWS[25:]]).replace("31 p", "30 p"),
        "extra",
    ),
    "a post twice": ([*ROWS[:4], *ROWS[3:]], "extra"),
    "a wrong count": (lambda text: text.replace("30 posts", "29 posts"), "count"),
    "a larger count": (lambda text: text.replace("30 posts", "1,030 posts"), "count"),
    "two neighbours swapped": (moved(5, 6), "order"),
    "the first post last": (moved(0, 29), "order"),
    "the last post first": (moved(29, 0), "order"),
    "another day": (with_row(7, date="2026-01-29"), "date"),
    "another year": (with_row(7, date="2025-01-28"), "date"),
    "another day for the first": (with_row(0, date="2026-04-16"), "date"),
    "another read time": (with_row(12, minutes=14), "read-time"),
    "a read time of ten times as much": (with_row(12, minutes=130), "read-time"),
    "no read time": (lambda text: text.replace(" · 16m", ""), "read-time"),
    "punctuation of a title": (with_row(10, title=ROWS[10].title.replace(" : ", ": ")), "title"),
    "quotes of a title": (with_row(5, title=ROWS[5].title.replace("'", "’")), "title"),
    "a word of a title": (with_row(28, title=ROWS[28].title.replace("Real", "True")), "title"),
    "case of a title": (with_row(4, title=ROWS[4].title.lower()), "title"),
    "a title cut": (with_row(0, title=ROWS[0].title[:40]), "title"),
    "another title": (with_row(24, title="Notes on Keeping an Eye on Things"), "title"),
    "another title at the end": (with_row(29, title="FastAPI and What It Serves"), "title"),
    "another title at the start": (with_row(0, title="Chains of Blocks"), "title"),
    "a summary": (with_row(3, summary="Something else altogether, and at length."), "description"),
    "a word of a summary": (with_row(3, summary=ROWS[3].summary[:-1]), "description"),
    "no summary": (with_row(3, summary=""), "description"),
    "a tag that no post has": (with_row(1, tags=("Kafka", "Streams", "Beginner")), "tags"),
    "a misspelt tag": (with_row(1, tags=("Kafka", "Event Streaming", "Beginers")), "tags"),
    "a tag of other posts": (with_row(1, tags=("Kafka", "Redis", "Beginner")), "tags"),
    "one tag too many": (with_row(1, tags=(*ROWS[1].tags, "Redis")), "tags"),
    "all tags others": (with_row(1, tags=("Rust", "Python", "Redis")), "tags"),
    "tags in another order": (with_row(1, tags=ROWS[1].tags[::-1]), "tags"),
    "the first tag left out": (with_row(1, tags=ROWS[1].tags[1:]), "tags"),
    "the last tag left out": (with_row(1, tags=ROWS[1].tags[:2]), "tags"),
    "no tags": (with_row(1, tags=()), "tags"),
    "the tag of the list left out": (with_row(3, tags=ROWS[3].tags[:2]), "tags"),
    "another spelling of a tag": (with_row(7, tags=("Performance", "Backend", "NodeJS")), "tags"),
}


@pytest.mark.parametrize("name", LISTED)
def test_the_list_changed(held: Held, name: str) -> None:
    change, kind = LISTED[name]
    text = seed_shape(change) if isinstance(change, list) else change(seed_shape(ROWS))
    assert text != seed_shape(ROWS)
    assert held.kinds(text) == [kind]


def test_nothing_changed(held: Held) -> None:
    assert held.kinds(seed_shape(ROWS)) == []


def test_days_in_another_order(held: Held) -> None:
    assert held.kinds(seed_shape([ROWS[2], ROWS[0], ROWS[1], *ROWS[3:]])) == []


def test_a_page_with_quotes_as_print_has_them(held: Held) -> None:
    assert held.kinds(seed_shape(ROWS).replace("'", "’")) == []


def test_the_oldest_first(held: Held) -> None:
    assert held.kinds(seed_shape(ROWS[::-1])) == ["order"]


@pytest.mark.skipif(not SEED.exists(), reason="needs the list that the project starts from")
def test_the_list_of_the_seed(tmp_path: Path) -> None:
    held = Held(write_posts(tmp_path / "b", rows(summaries=False)))
    assert held.kinds(SEED.read_text(encoding="utf-8")) == []


CONTENT: dict[str, tuple[str, str, str]] = {
    "another date": ("date: .*", "date: 2025-01-01", "date"),
    "a date far away": ("date: .*", "date: 2020-01-01", "date"),
    "no date": ("date: .*\n", "", "date"),
    "another read time": ("readTime: .*", "readTime: 21", "read-time"),
    "another title": ("title: .*", "title: Why Not to Write a Chain", "title"),
    "a sign in the title": ('title: "(.*)"', r'title: "\1!"', "title"),
    "another summary": ("description: .*", "description: Not this one.", "description"),
    "a tag renamed": ("Event Streaming", "Streams", "tags"),
    "a tag of its own first": (r"tags: \[", 'tags: ["New", ', "tags"),
    "without the tag of the list": (', "Backend"', "", "extra"),
    "a draft": ("date:", "draft: true\ndate:", "extra"),
    "the tags gone": (r"tags: \[.*\]", "tags: [Backend]", "tags"),
    "tags as null": (r"tags: \[.*\]", "tags:", "extra"),
    "a further tag at the end": (r'"Backend"\]', '"Backend", "New"]', ""),
    "a number among the tags": (r'"Backend"\]', '"Backend", 2024, null]', ""),
}


@pytest.mark.parametrize("name", CONTENT)
def test_the_content_changed(tmp_path: Path, name: str) -> None:
    old, new, kind = CONTENT[name]
    root = write_posts(tmp_path / "b", ROWS)
    post = root / "content/post-01.md"
    text = post.read_text(encoding="utf-8")
    changed = re.sub(old, new, text, count=1)
    assert changed != text
    post.write_text(changed, encoding="utf-8")
    assert Held(root).kinds(seed_shape(ROWS)) == ([kind] if kind else [])


def test_the_tag_of_the_list_may_stand_first(tmp_path: Path) -> None:
    first = [
        row._replace(tags=("Backend", *(t for t in row.tags if t != "Backend"))) for row in ROWS
    ]
    held = Held(write_posts(tmp_path / "b", first))
    shown = [row._replace(tags=tuple(t for t in row.tags if t != "Backend")) for row in ROWS]
    assert held.kinds(seed_shape(shown)) == []
    mixed = [f if "Backend" not in r.tags else r for f, r in zip(first, ROWS, strict=True)]
    assert Held(write_posts(tmp_path / "c", mixed)).kinds(seed_shape(ROWS)) == []


def test_a_post_is_gone(tmp_path: Path) -> None:
    root = write_posts(tmp_path / "b", ROWS)
    (root / "content/post-11.md").unlink()
    assert Held(root).kinds(seed_shape(ROWS)) == ["extra"]


def test_a_post_is_new(tmp_path: Path) -> None:
    root = write_posts(tmp_path / "b", [INVENTED, *ROWS])
    assert Held(root).kinds(seed_shape(ROWS)) == ["missing"]


def test_a_drift_names_both_places(tmp_path: Path) -> None:
    root = write_posts(tmp_path / "b", ROWS)
    (drift,) = Held(root).compare(seed_shape(with_row(12, minutes=14))).drifts
    assert (drift.path, drift.listed, drift.actual) == ("content/post-12.md", "14", "15")
    assert seed_shape(ROWS).split("\n")[(drift.listing_line or 0) - 1] == "Apr 18, 2025 · 15m"
    assert json.dumps(drift.message) == json.dumps(
        f"`{ROWS[12].title}` is listed with 14 minutes, but the post has 15."
    )
