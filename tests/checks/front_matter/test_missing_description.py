"""missing-description: whose habit it is to have one, and who lacks it."""

from __future__ import annotations

import pytest

from samples import findings

HAS = "---\ntitle: A\ndescription: What it is.\n---\n"
LACKS = [
    ("---\ntitle: A\n---\n", "A", "The post has no description"),
    ("---\ntitle: A\ndescription: ''\n---\n", "''", "The description is empty"),
    ("---\ntitle: A\ndescription: '  '\n---\n", "'  '", "The description is empty"),
    ("---\ntitle: A\ndescription:\n---\n", "A", "The post has no description"),
    ("---\ntitle: A\ndescription: null\n---\n", "A", "The post has no description"),
    ("---\ntitle: A\ndraft: true\n---\n", "A", "The post has no description"),
    ("---\ndate: 2024-01-01\n---\n", "", "The post has no description"),
    ("---\r\ntitle: A\r\n---\r\n", "A", "The post has no description"),
    ("\ufeff---\ntitle: A\n---\n", "A", "The post has no description"),
    ('+++\ntitle = "A"\n+++\n', '"A"', "The post has no description"),
    ('{\n"title": "A"\n}\n', '"A"', "The post has no description"),
]


def beside(post: str, count: int = 2, config: str = "") -> list[tuple[str, str, str]]:
    """What is found of a post beside some that have a description."""
    others = {f"content/b{number}.md": HAS for number in range(count)}
    return findings("missing-description", {"content/a.md": post, **others}, config)


@pytest.mark.parametrize(("post", "covered", "lack"), LACKS)
def test_a_post_without_a_description_among_some_with_one(
    post: str, covered: str, lack: str
) -> None:
    message = f"{lack}; 2 of 3 posts in `content` have one."
    assert beside(post) == [("content/a.md", covered, message)]


@pytest.mark.parametrize(
    "post",
    [
        HAS,
        "---\ntitle: A\nexcerpt: What it is.\n---\n",
        "---\ntitle: A\nsummary: What it is.\n---\n",
        "---\ntitle: A\ndescription: 7\n---\n",
        "---\ntitle: A\ndescription: >-\n  What it is.\n---\n",
        "Text without front matter.\n",
        "",
        "---\ntitle: [\n---\n",
        "---\ntitle: A\n",
    ],
)
def test_a_description_or_no_front_matter_that_could_have_one(post: str) -> None:
    assert beside(post) == []


@pytest.mark.parametrize(("count", "found"), [(0, 0), (1, 0), (2, 1)])
def test_it_must_be_a_habit(count: int, found: int) -> None:
    assert len(beside("---\ntitle: A\n---\n", count)) == found


def test_the_share_that_makes_a_habit_is_an_option() -> None:
    lacks = "---\ntitle: A\n---\n"
    strict = "[rules]\nmissing-description = { min-share = 0.9 }\n"
    always = "[rules]\nmissing-description = { min-share = 0 }\n"
    assert beside(lacks, 2, strict) == []
    assert len(beside(lacks, 9, strict)) == 1
    assert len(beside(lacks, 0, always)) == 1


def test_a_folder_has_a_habit_of_its_own() -> None:
    lacks = "---\ntitle: A\n---\n"
    files = {"content/x/1.md": HAS, "content/x/2.md": HAS, "content/y/1.md": lacks}
    assert findings("missing-description", files) == []
    dated = {"content/2023/1.md": HAS, "content/2024/01/2/index.md": HAS, "content/3.md": lacks}
    assert [path for path, _, _ in findings("missing-description", dated)] == ["content/3.md"]


def test_lists_of_posts_and_other_keys() -> None:
    assert [path for path, _, _ in beside("---\ntitle: A\n---\n")] == ["content/a.md"]
    files = {"content/_index.md": "---\ntitle: A\n---\n", "content/1.md": HAS, "content/2.md": HAS}
    assert findings("missing-description", files) == []
    config = '[front-matter.keys]\ndescription = "teaser"\n'
    assert beside("---\nteaser: B\n---\n", 2, config) == []
