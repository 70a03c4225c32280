"""Ids of reStructuredText, compared with docutils 0.22."""

from __future__ import annotations

import pytest

from blint.site.headings.docutils_anchors import anchor_ids, has_open_ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("Title\n=====\n\nSection 2\n---------\n", ["title", "section-2"]),
        ("=====\nTitle\n=====\n\nText", ["title"]),
        ("\n1. Ünï (x)\n~~~~~~~~~~\n", ["uni-x"]),
        ("\n*Emph* and ``code``\n-------------------\n", ["emph-and-code"]),
        ("\nSub `link <http://x.y>`_\n^^^^^^^^^^^^^^^^^^^^^^^^\n", ["sub-link"]),
        (".. _my target:\n\nText with _`Inline Target`.", ["my-target", "inline-target"]),
        ("Too long a title\n---\n", []),
    ],
)
def test_ids(text: str, ids: list[str]) -> None:
    assert list(anchor_ids(text)) == ids


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A\n===\n\nB\n---\n", False),
        ("A\n===\n\nA\n===\n", True),
        (".. include:: x.rst\n", True),
        ("日本\n=======\n", True),
    ],
)
def test_what_is_not_seen(text: str, expected: bool) -> None:
    assert has_open_ids(text) is expected
