"""Fixes of unused-suppression: comments go, and what is shown stays as it was."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from samples import check

RULE = "missing-fence-language"
C = f"<!-- blint-ignore {RULE} -->"
S = f"<!-- blint-ignore-start {RULE} -->"
E = f"<!-- blint-ignore-end {RULE} -->"
BOTH = f"<!-- blint-ignore-end broken-link {RULE} -->"
HEAD = "---\ntitle: A\ndescription: B\n---\n"
FENCE = "```\nx\n```\n"


def fixed(text: str, *, unsafe: bool = False, name: str = "content/a.md") -> str:
    """A post after the fixes, those that are safe unless told."""
    found = [one for one, _ in check({name: text}) if one.rule == "unused-suppression"]
    fixes = [one.fix for one in found if one.fix is not None]
    edits = sorted(
        (edit for fix in fixes if fix.safe or unsafe for edit in fix.edits), key=lambda e: e.span
    )
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


SAFE = [
    (f"{C}\ntext\n", "text\n"),
    (f"a\n\n{C}\nb\n", "a\n\nb\n"),
    (f"a\n\n{C}\n\nb\n", "a\n\nb\n"),
    (f"a\n\n{C}\n\nb\n".replace("\n", "\r\n"), "a\n\nb\n".replace("\n", "\r\n")),
    (f"a\n{C}\nb\n", "a\n\nb\n"),
    (f"a\n{C}\n\nb\n", "a\n\nb\n"),
    (f"a\n\n{C}", "a\n\n"),
    (f"a b {C}\nc\n", "a b\nc\n"),
    (f"a b {C} c\n", "a b c\n"),
    (f"a b {C}  \nc\n", "a b  \nc\n"),
    (f"{S}\n\na\n\n{E}\n", "a\n\n"),
    (f"- a\n\ntext\n\n{C}\n- b\n", "- a\n\ntext\n\n- b\n"),
    (f"<!--\nblint-ignore {RULE}\n-->\na\n", "a\n"),
]
UNSAFE = [
    f"- a\n\n{C}\n- b\n",
    f"- a\n  {C}\n- b\n",
    f"- a\n\n<!-- more -->\n\n{C}\n\n- b\n",
    f"- {C} b\n",
    f"> {C}\n> b\n",
    f"{C} text\n",
    f"<div>\n{C}\n*a*\n</div>\n",
]


def rendered(text: str) -> str:
    """The body as HTML, without comments and blanks between tags."""
    html = re.sub(r"(?s)<!--.*?-->", "", MarkdownIt().render(text.replace("\r", "")))
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", " ".join(html.split())).strip()


@pytest.mark.parametrize(("body", "after"), SAFE)
def test_the_comment_goes(body: str, after: str) -> None:
    assert fixed(HEAD + body) == HEAD + after
    assert rendered(body) == rendered(after)


@pytest.mark.parametrize("body", UNSAFE)
def test_what_might_be_shown_in_another_way_is_not_safe(body: str) -> None:
    assert fixed(HEAD + body) == HEAD + body
    assert "blint" not in fixed(HEAD + body, unsafe=True)


@pytest.mark.parametrize(
    ("body", "after"),
    [
        (
            f"<!-- blint-ignore {RULE}, broken-link: b -->\n{FENCE}",
            f"<!-- blint-ignore {RULE}: b -->\n{FENCE}",
        ),
        (
            f"<!-- blint-ignore broken-link {RULE} -->\n{FENCE}",
            f"<!-- blint-ignore {RULE} -->\n{FENCE}",
        ),
        (
            f"<!-- blint-ignore tag-alias, {RULE}, broken-link, unknown-tag -->\n{FENCE}",
            f"<!-- blint-ignore {RULE} -->\n{FENCE}",
        ),
        (
            f"<!-- blint-ignore-start {RULE}, broken-link -->\n\n{FENCE}\n{BOTH}\n",
            f"<!-- blint-ignore-start {RULE} -->\n\n{FENCE}\n<!-- blint-ignore-end {RULE} -->\n",
        ),
    ],
)
def test_only_idle_names_go(body: str, after: str) -> None:
    assert fixed(HEAD + body) == HEAD + after


@pytest.mark.parametrize(
    ("head", "after"),
    [
        ("title: A\n# blint-ignore invalid-date\nx: 1", "title: A\nx: 1"),
        ("title: A\nx: 1  # blint-ignore invalid-date: b", "title: A\nx: 1"),
    ],
)
def test_comments_in_front_matter(head: str, after: str) -> None:
    text = "---\ndescription: B\n{}\n---\ntext\n"
    assert fixed(text.format(head)) == text.format(after)


def test_mdx() -> None:
    comment = C.replace("<!--", "{/*").replace("-->", "*/}")
    post = HEAD + f"a\n\n{comment}\n\nb\n"
    assert fixed(post, name="content/a.mdx") == HEAD + "a\n\nb\n"
