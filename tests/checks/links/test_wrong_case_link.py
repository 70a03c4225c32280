"""wrong-case-link: what is there in another case, and how the link is then written."""

from __future__ import annotations

import pytest

from blint.site.links.respelling import right_case
from samples import check, findings

HUGO = 'preset = "hugo"\n'
OWN = HUGO + '[links]\nbase-url = "https://e.org/"'


@pytest.mark.parametrize(
    ("config", "files", "right"),
    [
        ("", {"content/a.md": "[x](B.md)", "content/b.md": ""}, "b.md"),
        ("", {"content/a.md": "[x](B.md#Top?)", "content/b.md": ""}, "b.md#Top?"),
        ("", {"content/a.md": "[x](./Sub/B.md)", "content/sub/b.md": ""}, "./sub/b.md"),
        ("", {"content/s/a.md": "[x](../T/b.md)", "content/t/b.md": ""}, "../t/b.md"),
        ("", {"content/a.md": "[x](Sub\\b.md)", "content/sub/b.md": ""}, "sub\\b.md"),
        ("", {"content/a.md": "![x](x.PNG)", "content/x.png": ""}, "x.png"),
        ("", {"content/a.md": "![x](X%20y.png)", "content/x y.png": ""}, None),
        ("", {"content/a.md": r"[x](B\_c.md)", "content/b_c.md": ""}, None),
        (HUGO, {"content/p/a.md": "[x](/p/B/)", "content/p/b.md": ""}, "/p/b/"),
        (HUGO, {"content/p/a.md": "![x](/img/B.png)", "static/img/b.png": ""}, "/img/b.png"),
        (
            OWN,
            {"content/p/a.md": "[x](https://e.org/p/B/#c)", "content/p/b.md": ""},
            "https://e.org/p/b/#c",
        ),
    ],
)
def test_wrong_case(config: str, files: dict[str, str], right: str | None) -> None:
    rows = check(files, config=config, select=("wrong-case-link",))
    assert [found.message.partition("` ")[2] for found, _ in rows] == ["has the wrong case."]
    fix = rows[0][0].fix
    assert (fix.edits[0].text if fix else None) == right


@pytest.mark.parametrize(
    ("config", "files"),
    [
        ("", {"content/a.md": "[x](b.md)", "content/b.md": ""}),
        ("", {"content/a.md": "[x](c.md)", "content/b.md": ""}),
        (HUGO, {"content/p/a.md": "[x](/p/b/)", "content/p/B.md": ""}),
    ],
)
def test_no_wrong_case(config: str, files: dict[str, str]) -> None:
    assert findings("wrong-case-link", files, config) == []


@pytest.mark.parametrize(
    ("written", "exact", "right"),
    [
        ("B.md", "docs/b.md", "b.md"),
        ("/p/B/", "/p/b", "/p/b/"),
        ("/P/B.html", "/p/b", "/p/b.html"),
        ("/P/B", "content/p/b.md", "/p/b"),
        ("https://e.org/P/b?Q=1#F", "/p/b", "https://e.org/p/b?Q=1#F"),
        ("../X/../b.md", "docs/b.md", None),
        ("é/B.md", "é/b.md", None),
        ("B.md", "docs/c.md", None),
        ("b.md", "b.md", None),
    ],
)
def test_right_case(written: str, exact: str, right: str | None) -> None:
    assert right_case(written, exact) == right
