"""The fewest days to take out so that the rest never rise."""

from __future__ import annotations

import pytest

from blint.site.moves import moved


@pytest.mark.parametrize(
    ("days", "away"),
    [
        ("", []),
        ("a", []),
        ("cba", []),
        ("ccbbaa", []),
        ("abc", 2),
        ("cab", 1),
        ("dacb", [1]),
        ("edcbf", [4]),
        ("bedca", [0]),
        ("ccabb", [2]),
    ],
)
def test_moved(days: str, away: list[int] | int) -> None:
    found = moved(list(days))
    assert (len(found) if isinstance(away, int) else found) == away
    rest = [day for place, day in enumerate(days) if place not in found]
    assert rest == sorted(rest, reverse=True)
