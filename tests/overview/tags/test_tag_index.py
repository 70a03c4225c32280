"""The index of tags: counts, days, spellings, what is together, what a vocabulary says of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from blint.overview.tags.index import Misspelt, Spelling, TagIndex, TagRow, Together, index_tags
from blint.running.load import load
from blint.running.opening import Request


def index(root: Path, *heads: str, vocabulary: str = "", folder: str = "content") -> TagIndex:
    """The index of posts with these front matters."""
    config = '[tags]\nvocabulary = "tags.toml"\n' if vocabulary else ""
    files = {"blint.toml": config, "tags.toml": vocabulary}
    files |= {f"{folder}/{n:03}.md": f"---\n{head}\n---\n" for n, head in enumerate(heads)}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    blog = load(Request(paths=(root,)))
    return index_tags(blog.posts, blog.settings)


def test_counts_days_and_spellings(tmp_path: Path) -> None:
    found = index(
        tmp_path,
        "tags: [Go, go]\ndate: 2026-03-01T10:00:00Z",
        "tags: [Go, Gos]\ndate: 2025-03-01",
        "tags: [node.js]\ndate: 2024-01-09",
        "tags: [Node.js]",
        "title: none",
    )
    assert (found.posts, found.tagged) == (5, 4)
    assert found.tags == (
        TagRow("Go", 2, "2025-03-01", "2026-03-01", "", (Spelling("go", 1),)),
        TagRow("Node.js", 2, "2024-01-09", "2024-01-09", "", (Spelling("node.js", 1),)),
        TagRow("Gos", 1, "2025-03-01", "2025-03-01"),
    )
    assert found.once == ("Gos",)


def test_more_posts_come_first_then_names(tmp_path: Path) -> None:
    found = index(tmp_path, "tags: [b, A, c]", "tags: [c]")
    assert [row.name for row in found.tags] == ["c", "A", "b"]


def test_the_day_may_stand_in_the_name(tmp_path: Path) -> None:
    found = index(tmp_path, "tags: [a]", folder="content/2024-02-03-trip")
    assert found.tags[0].first == "2024-02-03"


def test_tags_that_are_always_together(tmp_path: Path) -> None:
    found = index(tmp_path, *["tags: [a, b, c]"] * 3, "tags: [c, d, e]", "tags: [d, e]")
    assert found.together == (Together(("a", "b"), 3),)


def test_misspelt_tags(tmp_path: Path) -> None:
    found = index(tmp_path, *["tags: [kubernetes]"] * 5, "tags: [kuberentes, kubernetes]")
    assert found.misspelt == (Misspelt("kuberentes", 1, "kubernetes"),)


def test_languages_have_tags_of_their_own(tmp_path: Path) -> None:
    found = index(
        tmp_path,
        *["tags: [Test, post, Kafka]\nlang: de", "tags: [Tests, Post, kafka, Kafka]\nlang: en"] * 2,
        "tags: [kuberentes]\nlang: de",
        *["tags: [kubernetes]\nlang: en"] * 4,
    )
    assert [(row.name, [one.text for one in row.variants]) for row in found.tags] == [
        ("Kafka", ["kafka"]),
        ("kubernetes", []),
        ("Post", []),
        ("post", []),
        ("Test", []),
        ("Tests", []),
        ("kuberentes", []),
    ]
    assert found.misspelt == ()


VOCABULARY = """
[tags.PostgreSQL]
aliases = ["psql"]
[tags.Rust]
[tags.Old]
deprecated = true
[tags.Older]
deprecated = true
[tags.Security]
"""


def test_what_a_vocabulary_says(tmp_path: Path) -> None:
    found = index(
        tmp_path,
        "tags: [PostgreSQL, Old]",
        "tags: [psql, Kafka]",
        "tags: [postgresql, Securty]",
        vocabulary=VOCABULARY,
    )
    variants = (Spelling("postgresql", 1, "unknown"), Spelling("psql", 1, "alias"))
    assert found.vocabularies == ("tags.toml",)
    assert [(row.name, row.posts, row.state, row.variants) for row in found.tags] == [
        ("PostgreSQL", 3, "listed", variants),
        ("Kafka", 1, "unknown", ()),
        ("Old", 1, "deprecated", ()),
        ("Securty", 1, "unknown", ()),
        ("Rust", 0, "unused", ()),
        ("Security", 0, "unused", ()),
    ]
    assert found.misspelt == (Misspelt("Securty", 1, "Security"),)


# Of a page that lists thirty posts, the tags of nine.
BACKEND = """
Architecture, Backend | Backend, Architecture | Backend, Redis, Cache | Backend, API Design, REST
Backend, Kafka, Event Streaming | Backend, Observability, Monitoring | Backend, Kafka, Messaging
Backend, Observability, OpenTelemetry | Backend, API, REST
"""


def test_tags_that_mean_nearly_the_same_are_left_to_a_vocabulary(tmp_path: Path) -> None:
    posts = BACKEND.replace("\n", " | ").strip(" |").split(" | ")
    found = index(tmp_path, *(f"tags: [{tags}]" for tags in posts))
    assert (found.tags[0].name, found.tags[0].posts, len(found.tags)) == ("Backend", 9, 13)
    assert found.misspelt == ()
    assert not any(row.variants for row in found.tags)


@pytest.mark.parametrize("posts", [0, 1])
def test_one_post_or_none(tmp_path: Path, posts: int) -> None:
    assert index(tmp_path, "title: A", *["tags: [a]"] * posts).posts == posts + 1
