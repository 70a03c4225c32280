"""Dates by the patterns of Unicode's locale data, compared with Babel when they were written."""

from __future__ import annotations

import pytest

from blint.site.generators.mkdocs.babel_dates import format_date


@pytest.mark.parametrize(
    ("date", "pattern", "expected"),
    [
        ("2024-01-05", "yyyy/MM/dd", "2024/01/05"),
        ("2024-01-05", "y-M-d", "2024-1-5"),
        ("2024-01-05", "yy", "24"),
        ("2024-01-05", "MMM MMMM MMMMM", "Jan January J"),
        ("2024-01-05", "E EEE EEEE", "Fri Fri Friday"),
        ("2024-12-31", "D DDDD Q", "366 0366 4"),
        ("2024-01-05", "'week' y", "week 2024"),
        ("2024-01-05", "y''M", "2024'1"),
        ("2024-01-05", "long", "January 5, 2024"),
        ("2024-1-5 1:02:03", "yyyy/MM/dd HH.mm.ss", "2024/01/05 01.02.03"),
        ("2024-06-30T23:30:00-05:00", "dd", "30"),
        ("2024-1-5", "y", None),
        ("2024-13-05", "y", None),
        ("soon", "y", None),
        ("2024-01-05", "w", None),
        ("2024-01-05", "MMMMMM", None),
    ],
)
def test_dates(date: str, pattern: str, expected: str | None) -> None:
    assert format_date(date, pattern) == expected


def test_only_numbers_are_known_in_other_languages() -> None:
    assert format_date("2024-01-05", "yyyy/MM 'MMM'", "de") == "2024/01 MMM"
    assert format_date("2024-01-05", "MMM", "de") is None
    assert format_date("2024-01-05", "long", "de") is None
    assert format_date("2024-01-05", "MMM", "en-GB") == "Jan"
