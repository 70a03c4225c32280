"""Files of new posts are called as those of recent posts are."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blint.overview.new_post.names import read_path, slug_of, usual_pattern

NOW = datetime(2026, 3, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("path", "pattern", "slug"),
    [
        ("content/a-b.md", "content/{slug}.md", "a-b"),
        ("a.mdx", "{slug}.mdx", "a"),
        ("_posts/2024-01-31-a-b.markdown", "_posts/{year}-{month}-{day}-{slug}.markdown", "a-b"),
        ("p/20240131-a.md", "p/{year}{month}{day}-{slug}.md", "a"),
        ("content/blog/a/index.md", "content/blog/{slug}/index.md", "a"),
        ("blog/2024-01-31-a/index.mdx", "blog/{year}-{month}-{day}-{slug}/index.mdx", "a"),
        ("c/2024/01/a/index.md", "c/{year}/{month}/{slug}/index.md", "a"),
        ("c/2024/01/31/a.md", "c/{year}/{month}/{day}/{slug}.md", "a"),
        ("c/2024-01/a.md", "c/{year}-{month}/{slug}.md", "a"),
        ("c/2024/x/01/a.md", "c/{year}/x/01/{slug}.md", "a"),
        ("docs/12/a.md", "docs/12/{slug}.md", "a"),
        ("index.md", "{slug}.md", "index"),
        ("c/2024-01-31.md", "c/{slug}.md", "2024-01-31"),
    ],
)
def test_patterns(path: str, pattern: str, slug: str) -> None:
    read = read_path(path)
    assert (read.pattern.text, read.slug) == (pattern, slug)


def test_the_usual_pattern_is_that_of_most_and_else_the_first() -> None:
    found = usual_pattern(["b/1.md", "a/1.md", "a/2.md"])
    assert found is not None
    assert found.fill("x", NOW) == "a/x.md"
    found = usual_pattern(["b/2024/01/1.md", "a/1.md"])
    assert found is not None
    assert found.fill("x", NOW) == "b/2026/03/x.md"
    assert usual_pattern([]) is None


@pytest.mark.parametrize(
    ("title", "preset", "others", "slug"),
    [
        ("A: “quoted” title", "hugo", (), "a-quoted-title"),
        ("C++ & C#", "hugo", (), "c-c"),
        ("  -- x --  ", "hugo", (), "x"),
        ("日本語 の記事", "hugo", (), "日本語-の記事"),
        ("日本語", "pelican", (), "日本語"),
        ("Café au lait", "pelican", (), "cafe-au-lait"),
        ("Café au lait", "zola", (), "cafe-au-lait"),
        ("Hello World", "jekyll", ("Some-Post", "Other-Post"), "Hello-World"),
        ("Hello World", "hugo", ("some_post", "other_post"), "hello_world"),
        ("Hello World", "hugo", ("some_post", "other-post", "a-b"), "hello-world"),
        ("!?", "hugo", (), ""),
        ("😀", "hugo", (), ""),
        ("index", "hugo", (), "index-post"),
        ("README", "hugo", (), "readme-post"),
        ("../../etc/passwd", "hugo", (), "etcpasswd"),
        ("a\\b/c", "hugo", (), "abc"),
        ("{year}", "hugo", (), "year"),
        ("word " * 40, "hugo", (), "-".join(["word"] * 14)),
        ("x" * 300, "hugo", (), "x" * 70),
    ],
)
def test_slugs(title: str, preset: str, others: tuple[str, ...], slug: str) -> None:
    assert slug_of(title, preset, others) == slug


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.text(), st.sampled_from(["hugo", "zola", "pelican", "jekyll"]))
def test_a_slug_is_one_name_of_a_file(title: str, preset: str) -> None:
    slug = slug_of(title, preset, ())
    assert not set(slug) & set('/\\:*?"<>|\0\n{}')
    assert len(slug.encode("utf-8", "surrogatepass")) <= 240
    assert not slug.startswith((".", "-", "_"))
