"""Keys that hold a date, tags and so on under a name of their own."""

from __future__ import annotations

from typing import Any

import pytest

from blint.overview.setup.fields import other_keys
from blint.site.presets import PRESETS


@pytest.mark.parametrize(
    ("tables", "found"),
    [
        ([{"postedOn": "2024-01-31"}] * 3, [("date", "postedOn")]),
        ([{"created_at": "2024-01-31T10:00:00Z"}] * 3, [("date", "created_at")]),
        ([{"extra": {"published": "2024-01-31"}}] * 3, [("date", "extra.published")]),
        # the usual key is there
        ([{"postedOn": "2024-01-31"}] * 3 + [{"date": "2024-01-31"}], []),
        # no dates
        ([{"published": True}] * 3, []),
        ([{"created": "by hand"}] * 3, []),
        # too few
        ([{"postedOn": "2024-01-31"}], []),
        ([{"postedOn": "2024-01-31"}] * 3 + [{}] * 30, []),
        ([{"topics": ["a"]}] * 3, [("tags", "topics")]),
        ([{"topics": [1]}] * 3, []),
        ([{"teaser": "x"}] * 3, [("description", "teaser")]),
        ([{"isDraft": False}] * 3, [("draft", "isDraft")]),
        ([{"read_minutes": 5}] * 3, [("read_time", "read_minutes")]),
        # of two the one that more posts have
        ([{"posted": "2024-01-31", "created": "2024-01-30"}] * 3 + [{"posted": "2024-01-31"}],
         [("date", "posted")]),
        ([{"a.postedOn": "2024-01-31"}] * 3, []),
    ],
)  # fmt: skip
def test_keys(tables: list[dict[str, Any]], found: list[tuple[str, str]]) -> None:
    fields = PRESETS["plain"].fields
    assert [(one.role, one.path) for one in other_keys(tables, fields, False)] == found


def test_case_is_no_matter_where_the_generator_folds_it() -> None:
    tables = [{"Date": "2024-01-31", "created": "2024-01-30"}] * 3
    fields = PRESETS["plain"].fields
    assert other_keys(tables, fields, True) == []
    assert [one.path for one in other_keys(tables, fields, False)] == ["created"]
