"""escaping-link: what is surely outside, and what may be a neighbour on the same host."""

from __future__ import annotations

import pytest

from samples import findings

HUGO = 'preset = "hugo"\n'


@pytest.mark.parametrize(
    ("config", "destination"),
    [
        ("", "../../b.md"),
        ("", "../../b.png?x#y"),
        ("", "x/../../../b.md"),
        ("", "%2e%2e/%2E%2E/b.md"),
        ("", "..%2F..%2fb.md"),
        ("", r"..\\..\\b.md"),
        ("", "../.."),
        ("", "file:///etc/hosts"),
        ("", "FILE:b.md"),
        ("", r"C:\\pictures\\b.png"),
        ("", "d:/pictures/b.png"),
        ("", r"\\\\server\\share\\b.png"),
        (HUGO, "../../../b.md"),
        (HUGO, r"C:\\pictures\\b.png"),
    ],
)
def test_escaping(config: str, destination: str) -> None:
    assert len(findings("escaping-link", f"[x]({destination})", config)) == 1


@pytest.mark.parametrize(
    ("config", "text"),
    [
        ("", "[x](../b.md)"),
        ("", "[x](..)"),
        ("", "[x](b/../c.md)"),
        ("", "[x](/../../b.md)"),
        ("", "[x](?x=../../../b.md)"),
        ("", "[x](#../../../b)"),
        ("", "[x](a..b/%20.md)"),
        ("", "[x](https://example.com/../../../b.md)"),
        ("", "[x](~/../../../b)"),
        ("", "[x](c:9)"),
        ("", "[x](x://y)"),
        ("", "file:///etc/hosts"),
        ("", "`[x](file:///etc/hosts)`"),
        (HUGO, "[x](../../../b/)"),
        (HUGO, "![x](../../../b.png)"),
        (HUGO, '[x]({{< ref "../../../b.md" >}})'),
    ],
)
def test_not_escaping(config: str, text: str) -> None:
    assert findings("escaping-link", text, config) == []


def test_what_is_there_makes_no_difference() -> None:
    files = {"content/a.md": "[x](../../b.md)\n[x](../../blint.toml)"}
    assert len(findings("escaping-link", files)) == 2
