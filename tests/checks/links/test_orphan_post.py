"""orphan-post: posts that nothing leads to, under whichever of their names."""

from __future__ import annotations

import pytest

from samples import findings

ON = '[rules]\norphan-post = "info"\n'
HUGO = 'preset = "hugo"\n' + ON


@pytest.mark.parametrize(
    ("config", "files", "orphans"),
    [
        (ON, {"content/a.md": "[x](b.md)", "content/b.md": ""}, ["content/a.md"]),
        (ON, {"content/a.md": "[x](b.md)", "content/b.md": "[x](a.md)"}, []),
        (ON, {"content/a.md": "[x](#y)\n\n# y"}, ["content/a.md"]),
        (ON, {"content/a.md": "---\ndraft: true\n---\n"}, []),
        (ON, {"content/index.md": ""}, []),
        (
            HUGO,
            {
                "content/p/a.md": "[x](/old/)",
                "content/p/b.md": "---\naliases: [/old/]\n---\n[x](/p/a/)",
            },
            [],
        ),
        (
            HUGO,
            {
                "content/p/a.md": '[x]({{< ref "/p/b.md" >}})',
                "content/p/b/index.md": "[x](/p/a/)",
                "content/p/c/index.md": '[x]({{< ref "../b/index.md" >}})',
            },
            ["content/p/c/index.md"],
        ),
        (
            HUGO,
            {
                "content/p/a.md": "[x]({{ '/2020/b/' | url }})",
                "content/p/2020-01-02-b.md": "[x](a.md)",
            },
            [],
        ),
    ],
)
def test_orphans(config: str, files: dict[str, str], orphans: list[str]) -> None:
    assert [path for path, _, _ in findings("orphan-post", files, config)] == orphans
