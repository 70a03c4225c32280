"""link-to-draft: what is a draft, and from where a link to it is wrong."""

from __future__ import annotations

import pytest

from samples import findings

HUGO = 'preset = "hugo"\n'
JEKYLL = 'preset = "jekyll"\n'
DRAFT = "---\ndraft: true\n---\n"
UNPUBLISHED = "---\npublished: false\n---\n"


@pytest.mark.parametrize(
    ("config", "files"),
    [
        ("", {"content/a.md": "[x](b.md)", "content/b.md": DRAFT}),
        ("", {"content/a.md": "[x](b.md#y)", "content/b.md": DRAFT}),
        (HUGO, {"content/p/a.md": "[x](/p/b/)", "content/p/b.md": DRAFT}),
        (HUGO, {"content/p/a.md": "[x](../b)", "content/p/b/index.md": DRAFT}),
        (JEKYLL, {"_posts/2020-01-02-a.md": "[x](/b.html)", "b.md": UNPUBLISHED}),
        (JEKYLL, {"_posts/2020-01-02-a.md": "[x](../_drafts/b.md)", "_drafts/b.md": ""}),
    ],
)
def test_draft(config: str, files: dict[str, str]) -> None:
    ((_, covered, _),) = findings("link-to-draft", files, config)
    assert f"[x]({covered})" in "".join(files.values())


@pytest.mark.parametrize(
    ("config", "files"),
    [
        ("", {"content/a.md": "[x](b.md)", "content/b.md": ""}),
        ("", {"content/a.md": DRAFT + "[x](b.md)", "content/b.md": DRAFT}),
        ("", {"content/a.md": DRAFT + "[x](#y)"}),
        ("", {"content/a.md": "[x](b.md)", "content/b.md": "---\ndraft: false\n---\n"}),
        ("", {"content/a.md": "[x](c.md)", "content/b.md": DRAFT}),
        (
            HUGO,
            {
                "content/p/a.md": "[x](/p/b/)",
                "content/p/b.md": DRAFT,
                "content/p/b/index.md": "",
            },
        ),
        (JEKYLL, {"_drafts/a.md": "[x](b.md)", "_drafts/b.md": ""}),
    ],
)
def test_no_draft(config: str, files: dict[str, str]) -> None:
    assert findings("link-to-draft", files, config) == []
