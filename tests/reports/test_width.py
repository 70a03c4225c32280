"""Cells of a terminal, and wrapping by them."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from blint.reports.width import cell_width, cells, wrap


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", 0),
        ("abc", 3),
        ("ñ", 1),
        ("e\u0301", 1),
        ("日本", 4),
        ("ｶ", 1),
        ("Ａ", 2),
        ("한", 2),
        ("🎉", 2),
        ("👍🏽", 2),
        ("👨\u200d👩\u200d👧", 2),
        ("❤\ufe0f", 2),
        ("🇨🇿", 2),
        ("می\u200cخواهم", 7),
    ],
)
def test_cells(text: str, expected: int) -> None:
    assert cells(text) == expected


def test_rich_counts_the_same_for_single_characters() -> None:
    sample = "aé€→─█日本語かなカナ한국어ไ🎉🚀✨Ａ！"
    ours = [cell_width(" ", character) for character in sample]
    assert ours == [cell_len(character) for character in sample]


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("日本 日本 日本", 9, ["日本 日本", "日本"]),
        ("see https://example.org/long here", 9, ["see", "https://example.org/long", "here"]),
        ("", 9, [""]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


def test_the_first_line_is_shorter() -> None:
    assert wrap("one two three", 9, 3) == ["one", "two three"]
