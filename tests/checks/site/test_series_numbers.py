"""series-gap, series-duplicate-part and series-order: what is a fault, and what only looks so."""

from __future__ import annotations

import pytest

from samples import findings

HUGO = 'preset = "hugo"\n'


def titled(*titles: str, more: str = "") -> dict[str, str]:
    """Posts by their titles, in files of their own; `|` parts a title from further front matter."""
    posts = {}
    for number, told in enumerate(titles):
        title, _, rest = told.partition("|")
        lines = "".join(f"{line}\n" for line in rest.split("|") if line)
        posts[f"content/{number:02}.md"] = f'---\ntitle: "{title}"\n{lines}{more}---\nText.\n'
    return posts


def numbered(*numbers: object, name: str = "Foo") -> dict[str, str]:
    """Posts of a series that front matter names."""
    return titled(
        *(f"Post {'abcdefghij'[n]}|series: {name}|series_order: {v}" for n, v in enumerate(numbers))
    )


def told(name: str, *lines: str) -> dict[str, str]:
    """A post with further front matter."""
    return {f"content/{name}.md": "\n".join(("---", f"title: {name}", *lines, "---\n"))}


GAPS: dict[str, tuple[dict[str, str], list[str]]] = {
    "one number left out": (titled("Foo, part 1", "Foo, part 2", "Foo, part 4"), ["part 3"]),
    "two": (titled("Foo, part 1", "Foo, part 4"), ["parts 2 and 3"]),
    "three of seven": (
        titled("Foo, part 1", "Foo, part 2", "Foo, part 6", "Foo, part 7"),
        ["parts 3 to 5"],
    ),
    "the first": (titled("Foo, part 2", "Foo, part 3"), ["part 1"]),
    "several gaps": (
        titled("Foo, part 1", "Foo, part 3", "Foo, part 4", "Foo, part 6"),
        ["part 2", "part 5"],
    ),
    "by front matter": (numbered(1, 2, 4), ["part 3"]),
    "by front matter, as texts": (numbered('"1"', '"3"'), ["part 2"]),
    "by front matter, the first": (numbered(2, 3), ["part 1"]),
    "a counter": (titled("Pod #3", "Pod #4", "Pod #6"), ["part 5"]),
    "case and signs of the stem": (titled("Foo Bar, part 1", "foo-bar: Part 3"), ["part 2"]),
    "none": (titled("Foo, part 1", "Foo, part 2", "Foo, part 3"), []),
    "one part alone": (titled("Foo, part 3"), []),
    "of another stem": (titled("Foo, part 1", "Bar, part 3"), []),
    "a draft fills it": (titled("Foo, part 1", "Foo, part 2|draft: true", "Foo, part 3"), []),
    "behind it a draft": (titled("Foo, part 1", "Foo, part 2", "Foo, part 4|draft: true"), []),
    "the first has no number": (titled("Foo Bar", "Foo Bar, part 2", "Foo Bar, part 3"), []),
    "the first has a longer title": (
        titled("Foo Bar is good, part 1", "Foo Bar, part 2", "Foo Bar, part 3"),
        [],
    ),
    "a podcast from the third on": (titled("Pod #3", "Pod #4", "Pod #5"), []),
    "a newsletter now and then": (titled("News #3", "News #7", "News #9"), []),
    "numbers that sort": (numbered(10, 20, 30), []),
    "numbers of something else": (titled("Foo, part 1", "Foo, part 90"), []),
    "from nought": (numbered(0, 1, 2), []),
    "one without a number": (
        {**numbered(1, 3), "content/x.md": "---\ntitle: X\nseries: Foo\n---\n"},
        [],
    ),
    "not all parts have come": (titled("Foo (1/5)", "Foo (2/5)"), []),
    "two languages": (
        {
            "content/en/a.md": "---\ntitle: Foo, part 1\n---\n",
            "content/de/b.md": "---\ntitle: Foo, part 3\n---\n",
        },
        [],
    ),
    "one without a number, and two gaps": (
        {**numbered(1, 3, 5), "content/x.md": "---\ntitle: X\nseries: Foo\n---\n"},
        ["part 4"],
    ),
    "two series and one number": (
        {**numbered(2, 4), **told("x", "series: [Foo, Bar]", "series_order: 1")},
        ["part 3"],
    ),
    "two series and one number that is there": (
        {**numbered(1, 2, 4), **told("x", "series: [Foo, Bar]", "series_order: 1")},
        [],
    ),
    "two series and a number for each": (
        {**numbered(1, 4), **told("x", "series: [Foo, Bar]", "series_order: [2, 7]")},
        ["part 3"],
    ),
    "two series and a number for each by name": (
        {**numbered(1, 4), **told("x", "series: [Bar, Foo]", "series_order: {Foo: 3, Bar: 1}")},
        ["part 2"],
    ),
    "tables": (
        {
            **told("x", "series: {name: Foo, order: 1}"),
            **told("y", "series: [{title: Foo, part: 3}, {name: Bar, order: 9}]"),
        },
        ["part 2"],
    ),
    "a table without a name": (
        {**numbered(1, 2), **told("x", "series: {order: 5}", "series_order: 5")},
        [],
    ),
    "other keys": (
        {
            **told("x", "series: Foo", "part: 1"),
            **told("y", "series: Foo", "series_part: 2"),
            **told("z", "series: Foo", "seriesPart: 4"),
        },
        ["part 3"],
    ),
    "what is left of a gap": (
        {**numbered(1, 2, 8, 9, 10), **told("x", "series: [Foo, Bar]", "series_order: 4")},
        ["parts 3, 5, 6 and 7"],
    ),
    "a number that is none": (numbered(1, "soon", "[3]", "null"), []),
}


@pytest.mark.parametrize("name", GAPS)
def test_gap(name: str) -> None:
    files, missing = GAPS[name]
    found = [message for _, _, message in findings("series-gap", files)]
    assert [message.split(" has no ")[1].rpartition(", and")[0] for message in found] == missing


DUPLICATES: dict[str, tuple[dict[str, str], int]] = {
    "by title": (titled("Foo, part 1", "Foo, part 2", "Foo, part 2"), 1),
    "three": (titled("Foo, part 2", "Foo, Part II", "Foo (part 2)"), 2),
    "by front matter": (numbered(1, 2, 2), 1),
    "a counter": (titled("Pod #1", "Pod #2", "Pod #2"), 1),
    "a counter of one number": (titled("Fixing #12", "Fixing #12"), 0),
    "none": (titled("Foo, part 1", "Foo, part 2"), 0),
    "a draft": (titled("Foo, part 1", "Foo, part 1|draft: true"), 0),
    "two series of one number": (titled("Foo, part 1", "Bar, part 1"), 0),
    "every year": (
        titled("Review, part 1|date: 2024-01-01", "Review, part 1|date: 2025-01-01"),
        0,
    ),
    "a copy in another folder": (
        {f"content/{v}/a.md": "---\ntitle: Foo, part 1\n---\n" for v in ("v1", "v2")},
        0,
    ),
    "several series and one number": (
        titled("A|series: [Foo, Bar]|series_order: 1", "B|series: [Foo, Baz]|series_order: 1"),
        0,
    ),
}


DUPLICATES["several series and a number for each"] = (
    titled(
        "A|series: [Foo, Bar]|series_order: [1, 2]",
        "B|series: [Foo, Bar]|series_order: [1, 3]",
        "C|series: Foo|series_order: 2",
    ),
    1,
)


@pytest.mark.parametrize("name", DUPLICATES)
def test_duplicate(name: str) -> None:
    files, count = DUPLICATES[name]
    assert len(findings("series-duplicate-part", files)) == count


def dated(*days: str) -> dict[str, str]:
    return titled(*(f"Foo, part {n}|date: {day}" for n, day in enumerate(days, 1)))


ORDERS: dict[str, tuple[dict[str, str], list[str]]] = {
    "in order": (dated("2026-01-01", "2026-02-01", "2026-03-01"), []),
    "on one day": (dated("2026-01-01 12:00:00", "2026-01-01 09:00:00"), []),
    "the second too early": (dated("2026-01-01", "2025-02-01", "2026-03-01"), ["2025-02-01"]),
    "the first too late": (dated("2026-09-01", "2026-02-01", "2026-03-01"), ["2026-09-01"]),
    "the last too early": (dated("2026-01-01", "2026-02-01", "2026-01-15"), ["2026-01-15"]),
    "the other way round": (dated("2026-03-01", "2026-02-01", "2026-01-01"), []),
    "no dates": (titled("Foo, part 1", "Foo, part 2"), []),
    "a draft": (
        titled("Foo, part 1|date: 2026-02-01", "Foo, part 2|date: 2026-01-01|draft: true"),
        [],
    ),
    "two of one number": (
        titled(
            "Foo, part 1|date: 2026-02-01",
            "Foo, part 2|date: 2026-01-01",
            "Foo, part 2|date: 2026-03-01",
        ),
        [],
    ),
}


@pytest.mark.parametrize("name", ORDERS)
def test_order(name: str) -> None:
    files, days = ORDERS[name]
    assert [text for _, text, _ in findings("series-order", files)] == days


def test_two_parts_the_wrong_way_round() -> None:
    (found,) = findings("series-order", dated("2026-02-01", "2026-01-01"))
    assert "is of 2026-0" in found[2]


def test_the_message_of_an_order() -> None:
    (found,) = findings("series-order", dated("2026-01-01", "2025-02-01", "2026-03-01"))
    assert found[2] == (
        "Part 2 of the series `Foo` is of 2025-02-01, before part 1, which is of 2026-01-01."
    )


def test_a_post_that_is_not_yet_published_is_no_part() -> None:
    files = titled("Foo, part 1|date: 2026-01-01", "Foo, part 3|date: 2027-01-01")
    assert findings("series-gap", files, HUGO) == []
