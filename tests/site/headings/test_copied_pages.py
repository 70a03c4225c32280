"""Pages of HTML that are published as they stand: their ids."""

from __future__ import annotations

from blint.site.headings.copied import copied_ids


def test_ids_of_html() -> None:
    text = "<p id=a><a name='b' ID=\"c d\"></a><i data-x=1>"
    assert list(copied_ids(text)) == ["a", "b", "c d"]
