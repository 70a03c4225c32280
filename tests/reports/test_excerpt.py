"""Excerpts: the marked range is underlined, whatever characters stand before and in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blint.reports.excerpt import excerpt
from blint.reports.width import cells
from blint.source import Place, Source, Span
from report_samples import place, unmarked


def drawn(marked: str, width: int = 40) -> list[str]:
    """The excerpt of a marked text as lines: source lines, and carets under them."""
    lines = excerpt(Source(unmarked(marked)[0]), place(marked), width)
    return [row for line in lines for row in (["..."] if line is None else rows(*line))]


def rows(number: int, text: str, indent: int, marked: int) -> list[str]:
    return [f"{number}|{text}", "  " + " " * indent + "^" * marked]


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("a\nb «c» d\n", ["2|b c d", "    ^"]),
        ("日本 «語» x", ["1|日本 語 x", "       ^^"]),
        ("🎉 «x»", ["1|🎉 x", "     ^"]),
        ("e\u0301 «x»", ["1|e\u0301 x", "    ^"]),
        ("\t«x»", ["1|    x", "      ^"]),
        ("ab\t«x\ty»", ["1|ab  x   y", "      ^^^^^"]),
        ("a «\x1b» b", ["1|a \\x1b b", "    ^^^^"]),
        ("a \u202e«x»", ["1|a \\u202ex", "          ^"]),
        ("one\r\n«two»\r\n", ["2|two", "  ^^^"]),
        ("a«»b", ["1|ab", "   ^"]),
        ("ab«»", ["1|ab", "    ^"]),
        ("ab«»\n", ["1|ab", "    ^"]),
        ("a\n«\x0c»", ["2|\\x0c", "  ^^^^"]),
        ("«»", []),
        ("a\n«»", []),
        ("a\n«»\nb", []),
    ],
)
def test_one_line(marked: str, expected: list[str]) -> None:
    assert drawn(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("«ab\ncd»", ["1|ab", "  ^^", "2|cd", "  ^^"]),
        ("a«b\nx\n  c»d", ["1|ab", "   ^", "...", "3|  cd", "    ^"]),
        ("a«b\n»c", ["1|ab", "   ^"]),
        ("«ab\r\n»c", ["1|ab", "  ^^"]),
        ("«a\nb\n»", ["1|a", "  ^", "2|b", "  ^"]),
        ("a«\n»b", ["1|a", "   ^"]),
    ],
)
def test_lines(marked: str, expected: list[str]) -> None:
    assert drawn(marked) == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("x" * 30 + "«here»" + "y" * 30, ["1|…xxxxxxxhereyyyyyyy…", "  " + " " * 8 + "^^^^"]),
        ("«here»" + "y" * 30, ["1|hereyyyyyyyyyyyyyy…", "  ^^^^"]),
        ("x" * 30 + "«here»", ["1|…xxxxxxxxxxxxxxhere", "  " + " " * 15 + "^^^^"]),
        ("«" + "z" * 50 + "»", ["1|zzzzzzzzzzzzzzzzzz…", "  " + "^" * 18]),
        ("日" * 20 + "«本»", ["1|…日日日日日日日日本", "  " + " " * 17 + "^^"]),
        ("x" * 17 + "«abc»", ["1|xxxxxxxxxxxxxxxxxabc", "  " + " " * 17 + "^^^"]),
    ],
)
def test_a_long_line_is_cut_around_the_range(marked: str, expected: list[str]) -> None:
    assert drawn(marked, width=20) == expected


def test_ten_megabytes_on_a_line_cost_little() -> None:
    [text, _] = drawn("x" * 5_000_000 + "«here»" + "y" * 5_000_000)
    assert "here" in text
    assert len(text) <= 42


@pytest.mark.parametrize("gone", [Place(9, 1, 9, 2), Place(1, 50, 1, 60), Place(1, 1, 9, 2)])
def test_a_place_that_the_file_no_longer_has_does_no_harm(gone: Place) -> None:
    assert len(excerpt(Source("a b\n"), gone, 40)) <= 1


TEXTS = st.text(st.sampled_from("ab \t日🎉\u0301\u200d\ufe0f\x1b\r\n❤"), max_size=60)


@given(TEXTS, st.integers(0, 60), st.integers(0, 60), st.integers(20, 50))
def test_every_range_fits(text: str, start: int, length: int, width: int) -> None:
    source = Source(text)
    start = min(start, len(text))
    span = Span(start, min(start + length, len(text)))
    for line in excerpt(source, source.lines.place(span), width):
        if line is not None:
            assert cells(line.text) <= width
            assert line.marked >= 1
            assert line.indent + line.marked <= width + 1
