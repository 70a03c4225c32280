"""Links with spaces in their destinations."""

from __future__ import annotations

import pytest

from blint.reading.loose_links import loose_links
from blint.reading.post import read_post
from blint.source import Source


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[a](b c.md)", ["b c.md"]),
        ('![a]( b c.png "t")', ["b c.png"]),
        ("[a](b c d.md#e f)", ["b c d.md#e f"]),
        ("x `[a](b c.md)` [d](e f.md)", ["e f.md"]),
        ("[a](b.md)", []),
        ('[a](b.md "t")', []),
        ("[a](<b c.md>)", []),
        ("[a](https://b c.md)", []),
        ("[a]({{ b c }})", []),
        ("![a](b.png =10x20)", []),
        ("[^1](b c)", []),
        (r"\[a](b c)", []),
        ("    [a](b c.md)", []),
        ("```\n[a](b c.md)\n```", []),
        ("<!-- [a](b c.md) -->", []),
        ("<div>\n[a](b c.md)\n</div>", []),
    ],
)
def test_links(text: str, found: list[str]) -> None:
    post = read_post("a.md", Source(text), dialect="yaml-1.1")
    links = list(loose_links(post))
    assert [link.destination for link in links] == found
    for link in links:
        span = link.destination_span
        assert text[span.start : span.end] == link.destination
