"""Feeds of posts in RSS and Atom, held against the content."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from blint.overview.listing.published.model import Known
from blint.overview.listing.published.read import read_published
from listing_blog import Held, Row, rows, write_posts

ROWS = rows()


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    """The blog as the feeds have it."""
    return Held(write_posts(tmp_path_factory.mktemp("blog") / "b", ROWS))


def rss(posts: Sequence[Row]) -> str:
    items = ""
    for row in posts:
        day = date.fromisoformat(row.date)
        tags = "".join(f"<category>{html.escape(tag)}</category>" for tag in ("News", *row.tags))
        items += (
            f"<item>\n<title>{html.escape(row.title)}</title>\n<link>https://e.org/</link>"
            f"<pubDate>{day:%a, %d %b %Y} 00:00:00 +0000</pubDate>{tags}"
            "<description><![CDATA[<p>All of it</p>]]></description></item>\n"
        )
    return (
        '<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<rss version="2.0"'
        ' xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>Blog</title>'
        "<lastBuildDate>Wed, 15 Apr 2026 00:00:00 +0000</lastBuildDate>"
        f'<atom:link href="/" rel="self"/>{items}</channel></rss>'
    )


def atom(posts: Sequence[Row]) -> str:
    items = "".join(
        f"<entry><title type='html'>{html.escape(row.title)}</title><id>x</id>"
        f"<updated>2026-05-01T00:00:00Z</updated><published>{row.date}T08:00:00Z</published>"
        + "".join(f'<category term="{html.escape(tag)}"/>' for tag in row.tags)
        + "<summary>Some of it</summary></entry>"
        for row in posts
    )
    return f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title>{items}</feed>'


def with_second(**changes: object) -> list[Row]:
    return [ROWS[0], ROWS[1]._replace(**changes), *ROWS[2:]]  # type: ignore[arg-type]


CHANGES: dict[str, tuple[Sequence[Row], list[str]]] = {
    "nothing": (ROWS, []),
    "the newest only": (ROWS[:10], []),
    "one left out": ([*ROWS[:5], *ROWS[6:]], ["missing"]),
    "the first left out": (ROWS[1:], ["missing"]),
    "a date": (with_second(date="2026-04-12"), ["date"]),
    "a title": (with_second(title=ROWS[1].title.replace("Go", "Gone")), ["title"]),
    "a tag": (with_second(tags=("Kafka", "Redis", "Beginner")), ["tags"]),
    "one more": ([Row("2026-05-01", 1, "Nobody Wrote This", ()), *ROWS], ["extra"]),
}


@pytest.mark.parametrize("shape", [rss, atom])
@pytest.mark.parametrize("change", CHANGES)
def test_a_feed(held: Held, shape: Callable[[Sequence[Row]], str], change: str) -> None:
    posts, kinds = CHANGES[change]
    assert held.kinds(shape(posts)) == kinds


def test_a_feed_says_what_it_leaves_out(held: Held) -> None:
    found = held.compare(rss(ROWS[:10]))
    assert found.notes == ("This is a feed: 20 posts after it are not compared.",)


def test_places_are_those_of_the_file(held: Held) -> None:
    text = "\n" + rss(with_second(date="2026-04-12"))
    (drift,) = held.compare(text).drifts
    assert ROWS[1].title in html.unescape(text.split("\n")[(drift.listing_line or 0) - 1])


@pytest.mark.parametrize(
    "text", ["<rss>", "<rss></feed>", "<feed/>", "<?xml?><rss>\0", "<rss", "<!--x-->" * 9_000]
)
def test_a_broken_feed(text: str) -> None:
    assert read_published(text, Known([], [])).entries == ()


def test_titles_as_html() -> None:
    text = "<rss><item><title><![CDATA[Cats &amp; dogs]]></title></item></rss>"
    (entry,) = read_published(text, Known(["Cats & dogs"], [])).entries
    assert entry.title == "Cats & dogs"


def test_entities_do_not_grow() -> None:
    names = [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12)]
    text = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "x">{"".join(names)}]>'
    text += "<rss><item><title>&a11;</title></item></rss>"
    assert len(read_published(text, Known([], [])).entries) <= 1
