"""missing-alt-text: images without a text, and those that need none."""

from __future__ import annotations

import pytest

from samples import findings


@pytest.mark.parametrize(
    "text",
    [
        "![](x.png)",
        "![ ](x.png)",
        '![](x.png "Title")',
        "![][x]\n\n[x]: x.png",
        '<img src="x.png">',
        '<img src="x.png" title="alt text" />',
        '<img src="x.png" data-alt="x">',
        '<img src="x.png" srcset="y.png 2x, z.png 3x">',
        "[![](x.png)](https://example.com/)",
        '<img src="x.png" width="100" height="12">',
    ],
)
def test_missing(text: str) -> None:
    assert len(findings("missing-alt-text", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "![A chart](x.png)",
        '<img src="x.png" alt="">',
        '<img alt src="x.png">',
        "<img src='x.png' alt='A chart'>",
        '<img src="x.png" role="presentation">',
        '<img src="x.png" aria-hidden="true">',
        '<img src="x.png" aria-label="A chart">',
        '<img src="https://example.com/count" width="1" height="1">',
        "[![](x.png) Our site](https://example.com/)",
        '<video src="x.mp4" poster="x.png"></video>',
        '<picture><source srcset="x.webp"><img src="x.png" alt="A chart"></picture>',
        "`![](x.png)`",
    ],
)
def test_present(text: str) -> None:
    assert findings("missing-alt-text", text) == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("<img src={chart} />", 1),
        ("<img {...props} src={chart} />", 0),
        ("<img src={chart} alt={words} />", 0),
        ("<Image src={chart} />", 0),
    ],
)
def test_components(text: str, count: int) -> None:
    assert len(findings("missing-alt-text", {"content/a.mdx": text})) == count
