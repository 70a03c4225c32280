"""How many drifts of which kinds, in words."""

from __future__ import annotations

import pytest

from blint.overview.listing.compare import KINDS, Comparison, Drift
from blint.overview.listing.listing import Listing
from blint.reports.overview.drifts import render


@pytest.mark.parametrize(
    ("kinds", "said"),
    [
        ((), "0 posts, no drift."),
        (("tags",), "0 posts, 1 drift: 1 set of tags."),
        (("description",) * 8, "0 posts, 8 drifts: 8 descriptions."),
        (
            ("read-time", "read-time", "missing"),
            "0 posts, 3 drifts: 1 missing post, 2 read times.",
        ),
    ],
)
def test_the_sum(kinds: tuple[str, ...], said: str) -> None:
    drifts = tuple(Drift(kind, "") for kind in kinds)
    found = render(Comparison(Listing("", ()), 0, drifts), "list.txt", "text")
    assert found.splitlines()[-1] == said


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_has_a_name(kind: str) -> None:
    found = render(Comparison(Listing("", ()), 0, (Drift(kind, ""),)), "list.txt", "text")
    assert found.splitlines()[-1].startswith("0 posts, 1 drift: 1 ")
