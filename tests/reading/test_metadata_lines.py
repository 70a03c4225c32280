"""Metadata that is no YAML: what Pelican's readers take for it."""

from __future__ import annotations

import pytest

from blint.reading.metadata_lines import read_metadata


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Title: A\nDate: 2024-01-05 10:00\n\nText", {"title": "A", "date": "2024-01-05 10:00"}),
        ("title:A\nTITLE: B\n\nSlug: no", {"title": "A"}),
        ('---\ntitle: "A"\ntags: [a, b]\n---\nslug: no', {"title": '"A"', "tags": "[a, b]"}),
        (
            "Title: A\nSummary: one\n    two\nSlug: s\n\n",
            {"title": "A", "summary": "one", "slug": "s"},
        ),
        ("Title: A\nno key\nSlug: s", {"title": "A"}),
        ("\nTitle: A", {}),
        ("Title: A\r\nSlug: s\r\n\r\nx", {"title": "A", "slug": "s"}),
        ("Text only", {}),
        ("", {}),
    ],
)
def test_lines(text: str, found: dict[str, str]) -> None:
    assert read_metadata("a.md", text) == found


def test_html() -> None:
    text = """<html><head><title>A &amp; b</title><meta name="date" content="2024-01-05">
    <meta content='x, y' name='keywords' /></head></html>"""
    found = {"title": "A & b", "date": "2024-01-05", "tags": "x, y"}
    assert read_metadata("a.html", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A title\n=======\n\n:date: 2024-01-05\n:slug: s\n\n:no: x",
            {"date": "2024-01-05", "slug": "s"},
        ),
        ("=======\nA title\n=======\n:date: 2024-01-05\n\nx", {"date": "2024-01-05"}),
        (".. comment\n\nA title\n#######\n:tags: a,\n    b\n:slug: s", {"tags": "a,", "slug": "s"}),
    ],
)
def test_docutils(text: str, found: dict[str, str]) -> None:
    assert read_metadata("a.rst", text) == {"title": "A title", **found}
