"""Entries of front matter under the keys that the settings name."""

from __future__ import annotations

import pytest

from blint.reading.front_matter import read_front_matter
from blint.site.keys import entry_of

HEAD = "---\nTitle: a\nextra:\n  tags: b\ndate: c\n---\n"


@pytest.mark.parametrize(
    ("paths", "fold", "found"),
    [
        (("date",), False, "c"),
        (("none", "date"), False, "c"),
        (("extra.none", "extra.tags"), False, "b"),
        (("title",), False, None),
        (("title",), True, "a"),
        (("EXTRA.Tags",), True, "b"),
        (("none", "extra.none"), False, None),
        ((), False, None),
    ],
)
def test_the_first_that_is_there(paths: tuple[str, ...], fold: bool, found: str | None) -> None:
    front_matter = read_front_matter(HEAD, dialect="yaml-1.2")
    entry = entry_of(front_matter, paths, fold=fold)
    assert entry == front_matter.first(paths, fold=fold)
    assert (entry.value.raw if entry else None) == found


def test_no_entry_where_there_is_no_front_matter() -> None:
    assert entry_of(read_front_matter("text", dialect="yaml-1.2"), ("title",)) is None
