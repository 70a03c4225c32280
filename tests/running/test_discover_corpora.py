"""Discovery on real blogs: the generator, and no post lost."""

from __future__ import annotations

import pytest

from blint.running.config import Config
from blint.running.discover import discover
from real_blogs import FOLDER, needs_corpora

BLOGS = [
    ("rust-blog", "zola", "", 754),
    ("espressif-devportal", "hugo", "", 528),
    ("kubevirt-blog", "jekyll", "", 132),
    ("tauri-docs", "starlight", "", 238),
    ("zola-testsites", "zola", "docs", 180),
    ("18f-blog", "plain", "", 567),
    ("servicenow-mobile", "plain", "", 626),
]


@needs_corpora
@pytest.mark.parametrize(("blog", "preset", "folder", "posts"), BLOGS)
def test_posts_of_a_real_blog(blog: str, preset: str, folder: str, posts: int) -> None:
    found = discover(Config((FOLDER / blog).resolve()))
    assert (found.generator.preset.name, found.generator.folder) == (preset, folder)
    assert sum(post.reported for post in found.posts) == posts
    assert not found.skipped
