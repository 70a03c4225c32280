"""Single lines and odd pages of published lists: dates, read times, tags, HTML."""

from __future__ import annotations

from pathlib import Path

import pytest

from blint.overview.listing.published.html import html_lines
from blint.overview.listing.published.marks import PART, read_marks
from blint.overview.listing.published.tag_lines import TagReader
from blint.overview.listing.same_text import same_text
from listing_blog import Held, write_files

MARKS = {
    "Apr 15, 2026 · 16m": ("2026-04-15", 16, ""),
    "16 min read | 15 April 2026": ("2026-04-15", 16, ""),
    "2026-04-15": ("2026-04-15", None, ""),
    "2026/4/5 - 3 minutes": ("2026-04-05", 3, ""),
    "Wednesday, April 15th, 2026": ("2026-04-15", None, ""),
    "Published: 2026-04-15T10:00:00Z": ("2026-04-15", None, ""),
    "15. April 2026 • 16 Min. Lesezeit": ("2026-04-15", 16, ""),
    "15 avril 2026": ("2026-04-15", None, ""),
    "15 de abril de 2026": ("2026-04-15", None, ""),
    "2026年4月15日": ("2026-04-15", None, ""),
    "15.04.2026": ("2026-04-15", None, ""),
    "04/15/2026": ("2026-04-15", None, ""),
    "Apr 15": ("--04-15", None, ""),
    "Apr 15, 2026 · Updated May 2, 2026 · 5 min": ("2026-04-15", 5, ""),
    "Reading time: 5": ("", 5, ""),
    "about 1h 5m": ("", 65, ""),
    "less than a minute read": ("", 1, ""),
    "2026-04-15 A title: its rest": ("2026-04-15", None, "A title: its rest"),
    "A title (Apr 15, 2026, 5 min)": ("2026-04-15", 5, "A title"),
    "📅 Apr 15, 2026 ⏱ 5 min": ("2026-04-15", 5, ""),
    "📅 Apr 15, 2026 ⏱️ 5 min read": ("2026-04-15", 5, ""),
    "Posted on Apr 15, 2026 by Jo Doe": ("2026-04-15", None, "by Jo Doe"),
}


@pytest.mark.parametrize("text", MARKS)
def test_marks(text: str) -> None:
    found = read_marks(text)
    assert found is not None
    assert (found.days[0] if found.days else "", found.minutes, found.rest) == MARKS[text]


@pytest.mark.parametrize("text", ["30 posts", "May I help", "2026-13-45", "Rust 1.70", "", "$5m"])
def test_no_marks(text: str) -> None:
    assert read_marks(text) is None


READER = TagReader(
    ["API", "API Design", "REST", "Design", "Go", "Kafka", "Event Streaming", "gRPC"]
)
TAGS: dict[str, tuple[list[list[str]], list[str]]] = {
    "API DesignREST": ([["API Design", "REST"], ["API", "Design", "REST"]], []),
    "KafkaEvent StreamingGo": ([["Kafka", "Event Streaming", "Go"]], []),
    "Kafka Event Streaming gRPC": ([["Kafka", "Event Streaming", "gRPC"]], []),
    "Kafka, Go": ([["Kafka", "Go"]], []),
    "Tags: Kafka · Go": ([["Kafka", "Go"]], []),
    f"Kafka{PART}Go": ([["Kafka", "Go"]], []),
    "#Kafka #Event Streaming": ([["Kafka", "Event Streaming"]], []),
    "kafkagrpc": ([["kafka", "grpc"]], []),
    "KafkaGolang": ([["Kafka", "Golang"]], ["Golang"]),
    "KafkaFlinkREST": ([["Kafka", "Flink", "REST"]], ["Flink"]),
    "#APIDesign #go #eventstreaming": ([["API Design", "go", "Event Streaming"]], []),
    "#APIDesign": ([["API Design"]], []),
    "#Kafka #Flink": ([["Kafka", "Flink"]], ["Flink"]),
    f"#Kafka{PART}#Go{PART}Read more": ([["Kafka", "Go"]], []),
    "#Kafka #Go Weiterlesen →": ([["Kafka", "Go"]], []),
    "🏷 Kafka, Go": ([["Kafka", "Go"]], []),
    "🏷️ Tags: Kafka, Flink": ([["Kafka", "Flink"]], ["Flink"]),
    "🔖 Kafka": ([["Kafka"]], []),
    "Kafka, Flink": ([["Kafka", "Flink"]], ["Flink"]),
}


@pytest.mark.parametrize("line", TAGS)
def test_tags(line: str) -> None:
    readings, unknown = TAGS[line]
    found = READER.read(line)
    assert sorted(map(list, found.readings)) == sorted(readings)
    assert list(found.unknown) == unknown


PAGES = {
    "<p>A <b>b</b> c</p><p>d": ["A b c", "d"],
    "<a>Kafka</a><a>Go</a>": [f"Kafka{PART}Go"],
    "<span>Apr 1</span> <span>x</span>": [f"Apr 1{PART}x"],
    "<nav>n</nav><main><p>m</p></main><p>o</p>": ["m"],
    "<article>a<footer>tags</footer></article><footer>f</footer>": ["a", "tags"],
    "<time datetime='2026-04-15T01:00'>yesterday</time>": ["2026-04-15"],
    "<time datetime='2026-04-15'>Apr 16, 2026</time>": ["Apr 16, 2026"],
    "<!-- <p>x</p> --><p>y</p>": ["y"],
    "<p>y</p><!-- <p>x</p>": ["y"],
    "<p hidden>x</p><p>a &amp; b&nbsp;c</p>": ["a & b c"],
    "<li>a<li>b": ["a", "b"],
    "</div></p>a": ["a"],
}


@pytest.mark.parametrize("page", PAGES)
def test_html(page: str) -> None:
    assert [line.text for line in html_lines(page)] == PAGES[page]


def test_lines_of_html_are_those_of_the_file() -> None:
    lines = list(html_lines("<!--\n\n-->\n<p>a</p>\n\n<p>\n  b</p>"))
    assert [(line.number, line.text) for line in lines] == [(4, "a"), (7, "b")]


def test_many_openings_take_no_time() -> None:
    assert list(html_lines("<!--" * 200_000)) == []


@pytest.mark.parametrize(
    ("shown", "own", "typographic", "same"),
    [
        ("A  b", "A b", False, True),
        ("It’s", "It's", False, False),
        ("It’s", "It's", True, True),
        ("Use foo", "Use `foo`", False, True),
        ("a & b", "a &amp; b", False, True),
        ("See this", "See [this](x.md)", False, True),
        ("A sentence that is rather lo…", "A sentence that is rather long", False, True),
        ("Ab…", "Abc", False, False),
        ("A : b", "A: b", False, False),
        ("snake_case_name", "snake_case_name", False, True),
    ],
)
def test_same_text(shown: str, own: str, typographic: bool, same: bool) -> None:
    assert same_text(shown, own, typographic=typographic) is same


def test_a_description_may_read_like_a_title_or_like_tags(tmp_path: Path) -> None:
    posts = {
        f"content/{n}.md": f"---\ntitle: {title}\ndate: 2026-01-0{n}\ndescription: {told}\n"
        f"tags: [Kafka, Go]\n---\n"
        for n, title, told in (
            (1, "coming-soon", "Coming soon!"),
            (2, "Second", "Kafka, Go"),
            (3, "Third", "At length."),
        )
    }
    text = (
        "Jan 3, 2026\nThird\nAt length.\nKafka, Go\nJan 2, 2026\nSecond\nKafka, Go\nKafka, Go\n"
        "Jan 1, 2026\ncoming-soon\nComing soon!\nKafka, Go\n"
    )
    assert Held(write_files(tmp_path, posts)).kinds(text, None) == []


def test_a_read_time_that_is_computed(tmp_path: Path) -> None:
    posts = {
        "hugo.toml": 'baseURL = "https://example.org/"\n',
        "content/posts/a.md": "---\ntitle: A post\ndate: 2026-01-01\n---\n" + "word " * 430,
    }
    held = Held(write_files(tmp_path, posts))
    assert held.kinds("Jan 1, 2026 · 3m\nA post\n", None) == []
    assert held.kinds("Jan 1, 2026 · 4m\nA post\n", None) == ["read-time"]
