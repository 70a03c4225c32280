"""A list that is one page of several: posts of the other pages are noted, not missed."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from blint.overview.listing.published.model import Known, Part
from blint.overview.listing.published.pager import is_pager, part_of
from listing_blog import Held, Row, rows, seed_shape, write_posts

ROWS = rows()


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    """The blog as the pages have it."""
    return Held(write_posts(tmp_path_factory.mktemp("blog") / "b", ROWS))


def page(posts: Sequence[Row], pager: str) -> str:
    return seed_shape(posts).split("posts\n\n", 1)[1] + f"\n{pager}\n"


BEFORE = "This is one page of several: {} before it {} not compared."
AFTER = "This is one page of several: {} after it {} not compared."
BOTH = "This is one page of several: {} before and {} after it are not compared."
CASES: dict[str, tuple[Sequence[Row], str, list[str], list[str]]] = {
    "the first": (ROWS[:10], "Older posts", [], [AFTER.format("20 posts", "are")]),
    "the first of three": (ROWS[:10], "Page 1 of 3", [], [AFTER.format("20 posts", "are")]),
    "one in the middle": (ROWS[10:20], "Next", [], [BOTH.format("10 posts", "10 posts")]),
    "the last": (ROWS[20:], "← Newer posts", [], [BEFORE.format("20 posts", "are")]),
    "all but one": (ROWS[:29], "Load more", [], [AFTER.format("1 post", "is")]),
    "numbers": (ROWS[:10], "1 2 3 … 5 Next »", [], [AFTER.format("20 posts", "are")]),
    "German": (ROWS[:10], "Ältere Beiträge", [], [AFTER.format("20 posts", "are")]),
    "no word of others": (ROWS[:28], "Impressum", ["missing"] * 2, []),
    "the only page": (ROWS[:28], "← Newer Older →\nPage 1 of 1", ["missing"] * 2, []),
    "one missing": (
        [*ROWS[:4], *ROWS[5:10]],
        "Older posts",
        ["missing"],
        [AFTER.format("20 posts", "are")],
    ),
    "the newest missing": (
        ROWS[1:10],
        "Older posts",
        ["missing"],
        [AFTER.format("20 posts", "are")],
    ),
    "the last page without the last post": (
        ROWS[20:29],
        "Page 3 of 3",
        ["missing"],
        [BEFORE.format("20 posts", "are")],
    ),
    "one more": (
        [*ROWS[:5], Row("2026-03-01", 3, "Nobody Wrote This", ("Kafka",), "No."), *ROWS[5:10]],
        "Older posts",
        ["extra"],
        [AFTER.format("20 posts", "are")],
    ),
    "an old post on top": (
        [ROWS[25], *ROWS[:10]],
        "Older posts",
        ["order"],
        [AFTER.format("20 posts", "are")],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_page(held: Held, name: str) -> None:
    posts, pager, kinds, notes = CASES[name]
    found = held.compare(page(posts, pager))
    assert [drift.kind for drift in found.drifts] == kinds
    assert list(found.notes) == notes


def test_the_count_of_all(held: Held) -> None:
    text = seed_shape(ROWS[:10]).replace("10 posts", "30 posts") + "\nOlder posts\n"
    assert held.kinds(text) == []
    assert held.kinds(text.replace("30 posts", "31 posts")) == ["count"]


def test_navigation_of_html(held: Held) -> None:
    items = "".join(f"<li><a>{row.title}</a> <time>{row.date}</time></li>" for row in ROWS[:10])
    text = f"<main><ul>{items}</ul></main>"
    assert held.kinds(text) == ["missing"] * 20
    for pager in (
        "<nav><a href='/2'><span>Next</span> &rarr;</a></nav>",
        "<a href='/2' rel='next'>»</a>",
    ):
        assert held.kinds(text + pager) == []


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Older posts →", Part()),
        ("Page 2 of 3", Part()),
        ("« 1 / 3 »", Part(first=True)),
        ("Seite 3 von 3", Part(last=True)),
        ("Page 1 of 1\nOlder", None),
        ("Next", None),
        ("Read more", None),
        ("The next page tells more.", None),
        ("← Previous | Next →", Part()),
    ],
)
def test_words_of_pagers(text: str, part: Part | None) -> None:
    titles = ["Next"] if text == "Next" else []
    assert part_of(text, Known(titles, []), html=False) == part


@pytest.mark.parametrize("text", ["← Newer Older →", "Load more", "Page 2 of 3", "Newer | Older"])
def test_lines_that_only_lead_elsewhere(text: str) -> None:
    assert is_pager(text)
    assert not is_pager(f"{text} of a story")


def test_many_tags_take_no_time() -> None:
    assert part_of("<script" * 20_000 + "<a rel=" * 50_000, Known([], []), html=True) is None
