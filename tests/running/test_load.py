"""A blog loaded for the commands that tell of it as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from blint.running.errors import UsageFault
from blint.running.load import LoadedBlog, load
from blint.running.opening import Request


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """Two posts, one that cannot be read, and a page beside them."""
    files = {
        "_config.yml": b"permalink: pretty\n",
        "_posts/2024-01-02-a.md": b"---\ntitle: A\ntags: [x]\n---\nSome words.\n",
        "_posts/2024-01-03-b.md": b"---\ntitle: B\n---\n",
        "_posts/2024-01-04-c.md": b"---\ntitle: C\xff\n---\n",
        "about.md": b"---\ntitle: About\n---\n",
    }
    for name, data in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    return tmp_path


def loaded(blog: Path, *, cache: bool = False) -> LoadedBlog:
    return load(Request(paths=(blog,), cache=cache))


def test_posts_are_in_order_and_pages_are_not_among_them(blog: Path) -> None:
    found = loaded(blog)
    assert [post.path for post in found.posts] == [
        "_posts/2024-01-02-a.md",
        "_posts/2024-01-03-b.md",
    ]
    assert [post.published for post in found.posts] == ["2024-01-02", "2024-01-03"]


def test_what_cannot_be_read_is_named(blog: Path) -> None:
    assert loaded(blog).unread == ("_posts/2024-01-04-c.md",)


def test_posts_are_read_on_demand(blog: Path) -> None:
    wanted = loaded(blog).read(lambda facts: bool(facts.tags))
    assert [(post.path, settings.preset.name) for post, settings in wanted] == [
        ("_posts/2024-01-02-a.md", "jekyll")
    ]


def test_the_cache_makes_no_difference(blog: Path) -> None:
    cold, warm = loaded(blog, cache=True), loaded(blog, cache=True)
    assert cold.posts == warm.posts == loaded(blog).posts
    assert cold.unread == warm.unread


def test_an_empty_folder_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(UsageFault, match="No posts"):
        loaded(tmp_path)
