"""Lists in all shapes are read: clean where nothing changed, and each change is found."""

from __future__ import annotations

import pytest

from listing_blog import Held, Row, rows, write_posts
from listing_shapes import SHAPES

ROWS = rows()


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Held:
    """The blog as the lists have it."""
    return Held(write_posts(tmp_path_factory.mktemp("blog") / "b", ROWS))


def changed(number: int, **changes: object) -> list[Row]:
    found = list(ROWS)
    found[number] = found[number]._replace(**changes)  # type: ignore[arg-type]
    return found


INVENTED = Row("2025-04-02", 7, "A Post That Nobody Wrote", ("Kafka", "Redis", "API"), "Not so.")
CHANGES: dict[str, tuple[list[Row], str, str]] = {
    "nothing": (ROWS, "", ""),
    "left out": (ROWS[:9] + ROWS[10:], "missing", ""),
    "first left out": (ROWS[1:], "missing", ""),
    "last left out": (ROWS[:-1], "missing", ""),
    "invented": ([*ROWS[:25], INVENTED, *ROWS[25:]], "extra", ""),
    "moved": ([*ROWS[1:20], ROWS[0], *ROWS[20:]], "order", ""),
    "date": (changed(7, date="2026-01-29"), "date", "date"),
    "read time": (changed(12, minutes=25), "read-time", "minutes"),
    "title": (changed(28, title=ROWS[28].title.replace("Real", "True")), "title", ""),
    "first title": (changed(0, title=ROWS[0].title.replace("Toy", "Tiny")), "title", ""),
    "last title": (changed(29, title=ROWS[29].title.replace("to", "in")), "title", ""),
    "summary": (
        changed(3, summary="Something else, and told at length here."),
        "description",
        "summary",
    ),
    "foreign tag": (changed(1, tags=("Kafka", "Redis", "Beginner")), "tags", "tags"),
    "unknown tag": (changed(1, tags=("Kafka", "Streams", "Beginner")), "tags", "tags"),
    "order of tags": (changed(1, tags=ROWS[1].tags[::-1]), "tags", "tags"),
}
WORDS = Row("2001-02-03", 77, "Zeroth", ("Tagged",), "Summed up.")
SHOWN = {"date": ("2001",), "minutes": ("77",), "summary": ("Summed",), "tags": ("Tagged",)}
UNORDERED = {"titles only", "titles and tags"}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("shape", SHAPES)
def test_a_change(held: Held, shape: str, change: str) -> None:
    listed, kind, needs = CHANGES[change]
    shows = SHAPES[shape]([WORDS])
    if needs and not any(word in shows for word in SHOWN[needs]):
        return  # what changed is not shown in this shape
    found = held.kinds(SHAPES[shape](listed))
    assert found == ([kind] if kind else [])
