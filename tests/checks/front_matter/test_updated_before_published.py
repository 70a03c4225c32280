"""updated-before-published: what is surely the wrong way round, and no more."""

from __future__ import annotations

import pytest

from samples import findings


def found(head: str, path: str = "content/a.md", config: str = "") -> list[tuple[str, str]]:
    rows = findings("updated-before-published", {path: f"---\n{head}\n---\n"}, config)
    return [(covered, message) for _, covered, message in rows]


WRONG = [
    ("date: 2024-03-02\nupdated: 2023-03-20", "2023-03-20", "2023-03-20", "2024-03-02"),
    ("date: 2024-03-02\nlastmod: 2024-03-01", "2024-03-01", "2024-03-01", "2024-03-02"),
    ("date: 2024-03-02\nupdated: '2024/03/01'", "'2024/03/01'", "2024-03-01", "2024-03-02"),
    (
        "date: 2024-03-02T10:00:00Z\nupdated: 2024-03-02T09:00:00Z",
        "2024-03-02T09:00:00Z",
        "2024-03-02T09:00:00",
        "2024-03-02T10:00:00",
    ),
    (
        "date: 2024-03-02T10:00:00+02:00\nupdated: 2024-03-02T09:00:00+03:00",
        "2024-03-02T09:00:00+03:00",
        "2024-03-02T06:00:00Z",
        "2024-03-02T08:00:00Z",
    ),
    (
        "date: 2024-01-01T23:30:00-05:00\nupdated: 2024-01-02T04:00:00Z",
        "2024-01-02T04:00:00Z",
        "2024-01-02T04:00:00Z",
        "2024-01-02T04:30:00Z",
    ),
    (
        "date: 2024-03-02T10:00:00-05:00\nupdated: 2024-03-01T10:00:00-05:00",
        "2024-03-01T10:00:00-05:00",
        "2024-03-01",
        "2024-03-02",
    ),
]


@pytest.mark.parametrize(("head", "covered", "updated", "published"), WRONG)
def test_an_update_before_the_publication(
    head: str, covered: str, updated: str, published: str
) -> None:
    message = f"The post was updated on {updated}, before it was published on {published}."
    assert found(head) == [(covered, message)]


FINE = [
    "date: 2024-03-02\nupdated: 2024-03-02",
    "date: 2024-03-02\nupdated: 2024-03-03",
    "date: 2024-03-02 18:00:00\nupdated: 2024-03-02",
    "date: 2024-03-02 18:00:00\nupdated: 2024-03-02 09:00:00",
    # Later, whatever the days say.
    "date: 2024-03-02T01:00:00Z\nupdated: 2024-03-01T23:00:00-05:00",
    # Somewhere on earth it was the second already.
    "date: 2024-03-02\nupdated: 2024-03-01T18:00:00Z",
    "date: 2024-03-02",
    "updated: 2024-03-02",
    "date: 2024-03-02\nupdated:",
    "date: 2024-03-02\nupdated: never",
    "date: 2024-03-02\nupdated: true",
    "date: 2024-03-02\nupdated: [2023-01-01]",
    "date: soon\nupdated: 2023-01-01",
    "- no mapping",
]


@pytest.mark.parametrize("head", FINE)
def test_the_right_order_or_one_that_is_not_known(head: str) -> None:
    assert found(head) == []


def test_the_file_name_may_tell_the_publication() -> None:
    ((_, message),) = found("updated: 2023-01-01", "content/2024-03-02-a.md")
    assert message.endswith("before it was published on 2024-03-02.")


def test_moments_are_told_by_the_clocks_of_the_site() -> None:
    config = '[dates]\ntime-zone = "Europe/Berlin"\n'
    assert found("date: 2024-03-02\nupdated: 2024-03-01T23:30:00Z", config=config) == []
    ((_, message),) = found("date: 2024-03-02\nupdated: 2024-03-01T20:30:00Z", config=config)
    assert message.startswith("The post was updated on 2024-03-01,")
    head = "date: 2024-01-01T23:30:00-05:00\nupdated: 2024-01-02T04:00:00Z"
    ((_, message),) = found(head, config=config)
    assert "on 2024-01-02T05:00:00, before it was published on 2024-01-02T05:30:00." in message
