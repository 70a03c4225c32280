"""empty-link: destinations that are missing, and what only looks so."""

from __future__ import annotations

import pytest

from samples import findings


@pytest.mark.parametrize(
    "text",
    [
        "[x]()",
        "[x](<>)",
        '[x](<> "title")',
        "![x]()",
        '<a href="">x</a>',
        "<a href='  '>x</a>",
        '<img src="" alt="x">',
        "[![x](x.png)]()",
    ],
)
def test_empty(text: str) -> None:
    ((_, covered, _),) = findings("empty-link", text)
    assert covered in text


@pytest.mark.parametrize(
    "text",
    [
        "[x](#)",
        "[x](?q=1)",
        '<a href="#">x</a>',
        '<a id="here"></a>',
        '[x]({{< ref "b.md" >}})',
        "`[x]()`",
        "[=]() and []() in C++",
        "[x]",
    ],
)
def test_not_empty(text: str) -> None:
    assert findings("empty-link", text) == []


def test_the_kind_is_named() -> None:
    messages = [message for _, _, message in findings("empty-link", "[x]() ![y]()")]
    assert messages == ["This link has no destination.", "This image has no destination."]
