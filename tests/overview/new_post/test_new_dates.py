"""A moment is written as the dates of other posts are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from blint.overview.new_post.dates import written_like

NOW = datetime(2026, 3, 4, 15, 6, 7, tzinfo=timezone(timedelta(hours=2)))


@pytest.mark.parametrize(
    ("samples", "expected"),
    [
        (["2024-01-31"], "2026-03-04"),
        (["2024-1-31", "2024-2-1"], "2026-3-4"),
        (["2024/01/31"], "2026/03/04"),
        (["2024-01-31 10:00"], "2026-03-04 15:06"),
        (["2024-01-31 10:00:00"], "2026-03-04 15:06:07"),
        (["2024-01-31T10:00:00Z"], "2026-03-04T13:06:07Z"),
        (["2024-01-31T10:00:00.000Z"], "2026-03-04T13:06:07.000Z"),
        (["2024-01-31T10:00:00+01:00"], "2026-03-04T14:06:07+01:00"),
        (["2024-01-31 10:00:00 -0500"], "2026-03-04 08:06:07 -0500"),
        # a time that posts share says nothing of the hour
        (["2024-01-31 00:00:00", "2024-02-01 00:00:00", "2024-03-01 00:00:00"],
         "2026-03-04 00:00:00"),
        (["1/31/2024", "2/1/2024"], "3/4/2026"),
        (["01/31/2024", "02/01/2024"], "03/04/2026"),
        (["31.12.2024"], "04.03.2026"),
        (["January 31, 2024"], "March 4, 2026"),
        (["Jan 31, 2024"], "Mar 4, 2026"),
        (["31 January 2024"], "4 March 2026"),
        (["November 07", "December 10"], "March 04"),
        (["November 7", "December 10"], "March 4"),
        # the form of most
        (["2024-01-31", "2024-02-01", "2024-02-02 10:00"], "2026-03-04"),
        # no dates
        (["soon"], None),
        (["2024-01-31", "soon", "later"], None),
        ([], None),
        (["2024-01-31 10:00:00 +99:99"], "2026-03-04 15:06:07 +02:00"),
    ],
)  # fmt: skip
def test_forms(samples: list[str], expected: str | None) -> None:
    assert written_like(samples, NOW) == expected


def test_a_zone_may_move_the_day() -> None:
    late = datetime(2026, 3, 4, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    assert written_like(["2024-01-31T10:00:00Z"], late) == "2026-03-03T22:30:00Z"
    assert written_like(["2024-01-31T10:00:00+00:00"], late.astimezone(UTC))
