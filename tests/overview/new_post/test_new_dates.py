"""A moment is written as the dates of other posts are."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from blint.overview.new_post.dates import number_like, written_like

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
        (["11/30/2024", "12/31/2024", "1/5/2025"], "3/4/2026"),
        (["31/12/2024", "05/01/2025"], "04/03/2026"),
        (["31.12.2024"], "04.03.2026"),
        (["05-01-2025"], "04-03-2026"),
        (["January 31, 2024"], "March 4, 2026"),
        (["Jan 31, 2024"], "Mar 4, 2026"),
        (["31 January 2024"], "4 March 2026"),
        # a day with a zero shows how the others are meant
        (["Jul 18 2022", "Jul 08 2022"], "Mar 04 2026"),
        (["Jul 18 2022", "Jul 8 2022"], "Mar 4 2026"),
        (["08 Jul 2022"], "04 Mar 2026"),
        (["May 5, 2024", "January 31, 2024"], "March 4, 2026"),
        (["Jan 31, 2024", "May 5, 2024"], "Mar 4, 2026"),
        (["May 5, 2024"], "March 4, 2026"),
        (["July 1st, 2024"], "March 4th, 2026"),
        (["Fri, 08 Jul 2022 10:00:00 +0000"], "Wed, 04 Mar 2026 13:06:07 +0000"),
        (["Fri, 18 Jul 2022 10:00:00 GMT"], "Wed, 04 Mar 2026 13:06:07 GMT"),
        (["Friday, July 8, 2022"], "Wednesday, March 4, 2026"),
        (["2024-01-31 9:00 AM"], "2026-03-04 3:06 PM"),
        (["Jul 08 2022"] * 3 + ["2024-01-31"], "Mar 04 2026"),
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


def test_what_is_surely_a_date_needs_no_majority() -> None:
    assert written_like(["soon", "later", "Jul 08 2022"], NOW, sure=True) == "Mar 04 2026"
    assert written_like(["soon"], NOW, sure=True) is None
    assert written_like(["31/12/2024", "12/31/2024"], NOW, sure=True) is None


@pytest.mark.parametrize(
    ("samples", "expected"),
    [
        ([2023, 2024], None),
        ([20240131, 20240201], 20260304),
        ([1706695200, 1657238400], int(NOW.timestamp())),
        ([1706695200000, 1657238400000], int(NOW.timestamp()) * 1000),
        # midnight stays midnight
        ([1657238400, 1657324800], int(datetime(2026, 3, 4, tzinfo=UTC).timestamp())),
        ([1, 2], None),
        ([2024, 1657238400], None),
        ([1706695200, 5], None),
        ([10**5000], None),
        ([float("inf"), float("nan")], None),
        ([], None),
    ],
)
def test_numbers(samples: list[float], expected: int | None) -> None:
    assert number_like(samples, NOW) == expected


@pytest.mark.parametrize(
    ("samples", "expected"),
    [
        ([2023, 2024], 2026),
        ([1706695200, 1657238400, 5], int(NOW.timestamp())),
        ([1, 2], None),
    ],
)
def test_numbers_that_are_surely_dates(samples: list[float], expected: int | None) -> None:
    assert number_like(samples, NOW, sure=True) == expected


def test_a_zone_may_move_the_day() -> None:
    late = datetime(2026, 3, 4, 0, 30, tzinfo=timezone(timedelta(hours=2)))
    assert written_like(["2024-01-31T10:00:00Z"], late) == "2026-03-03T22:30:00Z"
    assert written_like(["2024-01-31T10:00:00+00:00"], late.astimezone(UTC))
