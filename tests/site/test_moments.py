"""Moments: what written dates mean, and on which day that is."""

from __future__ import annotations

import pytest

from blint.site.moments import Moment, read_moment, zone_of

READ = [
    ("2024-01-31", Moment("2024-01-31")),
    ("2024-1-5", Moment("2024-01-05")),
    ("2024/01/31", Moment("2024-01-31")),
    ("2024.1.31", Moment("2024-01-31")),
    ("20240131", Moment("2024-01-31")),
    (" 2024-01-31 ", Moment("2024-01-31")),
    ("2024-01-31T10:20:30", Moment("2024-01-31", "10:20:30")),
    ("2024-01-31 10:20", Moment("2024-01-31", "10:20:00")),
    ("2024-01-31t10:20:30z", Moment("2024-01-31", "10:20:30", 0)),
    ("2024-01-31T10:20:30.123Z", Moment("2024-01-31", "10:20:30", 0)),
    ("2024-01-31 10:20:30 +0200", Moment("2024-01-31", "10:20:30", 120)),
    ("2024-01-31 10:20:30 -04:30", Moment("2024-01-31", "10:20:30", -270)),
    ("2024-01-31 9:00 -4", Moment("2024-01-31", "09:00:00", -240)),
    ("2024-01-31 10:20:30 UTC", Moment("2024-01-31", "10:20:30", 0)),
    ("Jan 31, 2024", Moment("2024-01-31")),
    ("January 31 2024", Moment("2024-01-31")),
    ("February, 01 2019", Moment("2019-02-01")),
    ("31 January 2024", Moment("2024-01-31")),
    ("31st of May", None),
    ("Sept. 3rd, 2024", Moment("2024-09-03")),
    ("31-Jan-2024", Moment("2024-01-31")),
    ("Wed, 31 Jan 2024 22:05:00 GMT", Moment("2024-01-31", "22:05:00", 0)),
    ("Jan 31, 2024 at 10:05 pm", Moment("2024-01-31", "22:05:00")),
    ("Jan 31, 2024 12:05 AM", Moment("2024-01-31", "00:05:00")),
    ("2024-02-29", Moment("2024-02-29")),
    ("2023-02-29", None),
    ("2024-13-01", None),
    ("2024-01-31T25:00", Moment("2024-01-31")),
    ("01/02/2024", None),
    ("01/15/2024", Moment("2024-01-15")),
    ("15/01/2024", Moment("2024-01-15")),
    ("15.1.2024 10:30", Moment("2024-01-15", "10:30:00")),
    ("1-15-2024", Moment("2024-01-15")),
    ("02/02/2024", Moment("2024-02-02")),
    ("15/15/2024", None),
    ("01/32/2024", None),
    ("02/30/2024", None),
    ("15/01-2024", None),
    ("01/15/24", None),
    ("31.01.2024", Moment("2024-01-31")),
    ("2024-01", None),
    ("2024", None),
    ("", None),
    ("soon", None),
    ("1704189600", None),
    ("2024-01-31 and more", None),
    ("２０２４-01-31", None),
]


@pytest.mark.parametrize(("text", "moment"), READ)
def test_a_date_is_read_in_the_forms_that_blogs_have(text: str, moment: Moment | None) -> None:
    assert read_moment(text) == moment


DAYS = [
    ("2024-01-31", "", ("2024-01-31",)),
    ("2024-01-31T23:30:00", "", ("2024-01-31",)),
    ("2024-01-31T23:30:00", "Asia/Tokyo", ("2024-01-31",)),
    ("2024-01-31T12:00:00Z", "", ("2024-01-31", "2024-02-01")),
    ("2024-01-31T11:00:00Z", "", ("2024-01-30", "2024-01-31", "2024-02-01")),
    ("2024-01-31T23:30:00Z", "Europe/Berlin", ("2024-02-01",)),
    ("2024-01-31T23:30:00Z", "America/New_York", ("2024-01-31",)),
    ("2024-01-31T00:30:00+02:00", "UTC", ("2024-01-30",)),
    ("0001-01-01T00:00:00Z", "", ("0001-01-01",)),
    ("9999-12-31T23:00:00Z", "Asia/Tokyo", ("9999-12-31",)),
]


@pytest.mark.parametrize(("text", "zone", "days"), DAYS)
def test_a_moment_is_on_any_day_that_clocks_may_show(
    text: str, zone: str, days: tuple[str, ...]
) -> None:
    moment = read_moment(text)
    assert moment is not None
    assert moment.days(zone) == days


def test_a_moment_as_text_sorts_as_time_goes() -> None:
    texts = ["2024-01-31", "2024-01-31T09:00", "2024-01-31T10:00", "2024-02-01"]
    moments = [moment for moment in map(read_moment, texts) if moment is not None]
    assert sorted(moments, key=lambda moment: moment.text) == moments


def test_a_zone_that_there_is_not_is_none() -> None:
    assert zone_of("Europe/Berlin") is not None
    assert zone_of("Europe/Berlln") is None
    assert zone_of("../../etc/passwd") is None
    assert zone_of("") is None
