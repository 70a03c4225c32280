"""Characters as they are seen."""

from __future__ import annotations

import pytest

from blint.site.characters import extent, fitting

SEEN = [
    ("", 0, 0),
    ("abc", 3, 3),
    ("e\u0301a", 2, 2),
    ("é", 1, 1),
    ("a\u00adb", 2, 2),
    ("日本", 2, 4),
    ("한글", 2, 4),
    ("\u1112\u1161\u11ab", 1, 2),
    ("🚀", 1, 2),
    ("👩🏽‍💻", 1, 2),
    ("🇩🇪🇫🇷", 2, 4),
    ("🇩", 1, 2),
    ("❤\ufe0f", 1, 2),
    ("\u0301a", 2, 2),
    ("\u200d\u200d", 1, 1),
    ("नमस्ते", 4, 4),
]


@pytest.mark.parametrize(("text", "seen", "room"), SEEN)
def test_characters_are_counted_as_they_are_seen(text: str, seen: int, room: int) -> None:
    assert extent(text) == (seen, room)


@pytest.mark.parametrize(
    ("text", "limit", "fits"),
    [
        ("abc", 2, "ab"),
        ("abc", 3, "abc"),
        ("abc", 0, ""),
        ("日本", 3, "日"),
        ("e\u0301a", 1, "e\u0301"),
        ("a👩🏽‍💻", 2, "a"),
        ("", 5, ""),
    ],
)
def test_no_character_is_cut_in_two(text: str, limit: int, fits: str) -> None:
    assert text[: fitting(text, limit)] == fits
