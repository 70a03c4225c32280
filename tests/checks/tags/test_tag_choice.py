"""tag-count, rare-tag and tag-order: rules that a blog has to ask for."""

from __future__ import annotations

import pytest

from samples import Row, check, findings


def options(rule: str, text: str = "") -> str:
    return f'[rules]\n{rule} = {{ severity = "warning"{text} }}\n'


FACETS = """
[facets.level]
min = 1
max = 1
[tags.easy]
facet = "level"
[tags.hard]
facet = "level"
aliases = ["difficult"]
[tags.Go]
"""
EASY = "content/a.md"


@pytest.mark.parametrize(
    ("head", "config", "rows"),
    [
        ("tags: [a]", "", []),
        ("tags: []", "", [("tags", "This post has no tag, which is fewer than 1.")]),
        ("title: A", "", [("---", "This post has no tag, which is fewer than 1.")]),
        ("tags: [a]", ", min = 2", [("tags", "This post has 1 tag, which is fewer than 2.")]),
        ("tags: [a, b, c]", ", max = 2", [("c", "This post has 3 tags, which is more than 2.")]),
        ("tags: a, b", ", max = 1", [("b", "This post has 2 tags, which is more than 1.")]),
        (
            "tags: [a]",
            ", min = 0, max = 0",
            [("a", "This post has 1 tag, which is more than none.")],
        ),
        ("tags: [", "", []),
        (
            f"tags: [{', '.join(f't{n}' for n in range(1000))}]",
            "",
            [("t10", "This post has 1,000 tags, which is more than 10.")],
        ),
    ],
)
def test_how_many(head: str, config: str, rows: list[tuple[str, str]]) -> None:
    found = findings("tag-count", f"---\n{head}\n---\n", options("tag-count", config))
    assert [row[1:] for row in found] == rows


@pytest.mark.parametrize(
    ("tags", "rows"),
    [
        ("[Go, easy]", []),
        ("[Go]", [("tags", "This post has no tag of the facet `level`, which is fewer than 1.")]),
        (
            "[easy, Go, difficult]",
            [("difficult", "This post has 2 tags of the facet `level`, which is more than 1.")],
        ),
    ],
)
def test_how_many_of_a_facet(tags: str, rows: list[tuple[str, str]]) -> None:
    files = {EASY: f"---\ntags: {tags}\n---\n", "tags.toml": FACETS}
    config = f'[tags]\nvocabulary = "tags.toml"\n{options("tag-count")}'
    assert [row[1:] for row in findings("tag-count", files, config)] == rows


def rare(*posts: str, least: int = 2) -> list[Row]:
    files = {f"content/{n}.md": f"---\ntags: {tags}\n---\n" for n, tags in enumerate(posts)}
    return findings("rare-tag", files, options("rare-tag", f", min-posts = {least}"))


def test_rare_tags() -> None:
    assert rare("[a, b]", "[A, c, c]", "[a]") == [
        ("content/0.md", "b", "Only this post has the tag `b`."),
        ("content/1.md", "c", "Only this post has the tag `c`."),
    ]
    assert rare("[a]", "[a]", least=3) == [
        ("content/0.md", "a", "Only 2 posts have the tag `a`."),
        ("content/1.md", "a", "Only 2 posts have the tag `a`."),
    ]
    assert rare("[a]", least=1) == []


def ordered(tags: str, order: str = "alphabetical") -> tuple[list[str], str]:
    """What tag-order says of the tags, and what its fix makes of them."""
    text = f"---\ntags: {tags}\n---\n"
    config = f'[tags]\nvocabulary = "v.yml"\n{options("tag-order", f", order = {order!r}")}'
    files = {EASY: text, "v.yml": "- zoo\n- bar\n- Foo\n"}
    found = [d for d, _ in check(files, config=config, select=("tag-order",))]
    edits = [edit for d in found if d.fix for edit in d.fix.edits]
    for edit in sorted(edits, key=lambda e: e.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return [d.message for d in found], text[len("---\ntags: ") : -len("\n---\n")]


@pytest.mark.parametrize(
    ("tags", "message", "after"),
    [
        ("[a, B, c]", None, "[a, B, c]"),
        ("[a, A, a]", None, "[a, A, a]"),
        ("[c, 'B' , a]", "The tag `B` belongs before `c`, by the alphabet.", "[a, 'B' , c]"),
        ("c, a", "The tag `a` belongs before `c`, by the alphabet.", "a, c"),
        ("\n- c\n- a\n- b", "The tag `a` belongs before `c`, by the alphabet.", "\n- a\n- b\n- c"),
        (
            "\n- c # why\n- a",
            "The tag `a` belongs before `c`, by the alphabet.",
            "\n- c # why\n- a",
        ),
        (
            "\n- c\n- a # why",
            "The tag `a` belongs before `c`, by the alphabet.",
            "\n- c\n- a # why",
        ),
        ("[{label: c}, a]", "The tag `a` belongs before `c`, by the alphabet.", "[a, {label: c}]"),
        ("[]", None, "[]"),
        ("", None, ""),
    ],
)
def test_by_the_alphabet(tags: str, message: str | None, after: str) -> None:
    assert ordered(tags) == ([message] if message else [], after)


def test_by_the_vocabulary() -> None:
    assert ordered("[zoo, bar, Foo, ant]", "vocabulary") == ([], "[zoo, bar, Foo, ant]")
    assert ordered("[new, bar, Foo, old, zoo]", "vocabulary") == (
        ["The tag `bar` belongs before `new`, by the order of `v.yml`."],
        "[zoo, bar, Foo, new, old]",
    )
    config = options("tag-order", ', order = "vocabulary"')
    assert findings("tag-order", "---\ntags: [b, a]\n---\n", config) == []
