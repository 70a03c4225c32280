"""When a post was published: by its front matter, its file's name, its path or its address."""

from __future__ import annotations

import pytest

from blint.reading.front_matter import read_front_matter
from blint.site.presets import PRESETS, Fields
from blint.site.publication import Told, day_of_path, day_told_by, publication
from blint.site.settings import Settings

TOLD = [
    ("posts/2024-01-31-a.md", Told("2024-01-31", "file name")),
    ("posts/2024-01-31.md", Told("2024-01-31", "file name")),
    ("2024-1-5_a.mdx", Told("2024-01-05", "file name")),
    ("posts/2024-01-31-a/index.md", Told("2024-01-31", "folder name")),
    ("posts/2024/01/31/a.md", Told("2024-01-31", "path")),
    ("2024/1/5/a.md", Told("2024-01-05", "path")),
    ("posts/2024/01/31-a.md", Told("2024-01-31", "path")),
    ("posts/2024/01/a.md", Told("2024-01", "path")),
    ("posts/2024/01/a/index.md", Told("2024-01", "path")),
    ("posts/20240131-a.md", Told("2024-01-31", "file name")),
    ("posts/20240131.md", Told("2024-01-31", "file name")),
    ("posts/20240131_a/index.md", Told("2024-01-31", "folder name")),
    ("posts/20240231-a.md", None),
    ("posts/30240131-a.md", None),
    ("posts/2024-01-a.md", Told("2024-01", "file name", loose=True)),
    ("posts/2024-01.md", Told("2024-01", "file name", loose=True)),
    ("posts/2024-01-a/index.md", Told("2024-01", "folder name", loose=True)),
    ("api/2024-01/a.md", None),
    ("posts/2024-01-5a.md", None),
    ("posts/2024/a.md", None),
    ("posts/2024/13/a.md", None),
    ("posts/2024-13-01-a.md", None),
    ("posts/2024-01-311.md", None),
    ("posts/1234-56-78-a.md", None),
    ("posts/a-2024-01-31.md", None),
    ("posts/a.md", None),
]


@pytest.mark.parametrize(("path", "told"), TOLD)
def test_a_path_tells_a_day_or_a_month(path: str, told: Told | None) -> None:
    assert day_told_by(path) == told
    assert day_of_path(path) == (told.day if told and len(told.day) == 10 else "")


PUBLISHED = [
    ("a.md", "date: 2024-01-31", "2024-01-31"),
    ("a.md", "date: 2024-01-31 10:00:00", "2024-01-31T10:00:00"),
    ("a.md", "date: '2024/01/31'", "2024-01-31"),
    ("a.md", "pubDate: Jan 31, 2024", "2024-01-31"),
    ("a.md", "date: 2024-01-31T23:30:00Z", "2024-02-01T00:30:00"),
    ("2024-01-31-a.md", "title: A", "2024-01-31"),
    ("2024-01-31-a.md", "date: 2024-02-02", "2024-02-02"),
    ("2024-01-31-a.md", "date: soon", "2024-01-31"),
    ("2024-01-31-a.md", "date:", "2024-01-31"),
    ("2024-01-31-a.md", "date: [2024-02-02]", "2024-01-31"),
    ("2024/01/a.md", "title: A", ""),
    ("a.md", "url: /2024/01/31/a/", "2024-01-31"),
    ("a.md", "slug: 2024/01/31/a", "2024-01-31"),
    ("a.md", "url: /a/", ""),
    ("a.md", "title: A", ""),
    ("a.md", "- no\n- mapping", ""),
]


@pytest.mark.parametrize(("path", "head", "published"), PUBLISHED)
def test_a_post_was_published_when_something_says_so(path: str, head: str, published: str) -> None:
    settings = Settings(time_zone="Europe/Berlin")
    front_matter = read_front_matter(f"---\n{head}\n---\n", dialect="yaml-1.2")
    found = publication(path, front_matter, settings)
    assert (found.moment.text if found else "") == published


JOINED = [
    ("pub-date: April 25\npub-year: 2018", "2018-04-25", "April 25\npub-year: 2018"),
    ("pub-year: 2018\npub-date: April 25", "2018-04-25", "2018\npub-date: April 25"),
    ("pub-date: April 25", "", ""),
    ("pub-date: [April, 25]\npub-year: 2018", "", ""),
    ("pub-date: September\npub-year: 2018", "", ""),
]


@pytest.mark.parametrize(("head", "published", "covered"), JOINED)
def test_a_date_may_be_split_over_fields(head: str, published: str, covered: str) -> None:
    text = f"---\n{head}\n---\n"
    settings = Settings(fields=Fields(date=("pub-date + pub-year",)))
    found = publication("a.md", read_front_matter(text, dialect="yaml-1.2"), settings)
    assert (found.moment.text if found else "") == published
    if found and found.word:
        assert text[found.word.span.start : found.word.span.end] == covered


def test_hugo_reads_keys_of_any_case_and_toml_dates() -> None:
    preset = PRESETS["hugo"]
    settings = Settings(preset=preset, fields=preset.fields)
    front_matter = read_front_matter("+++\nDate = 2024-01-31T10:00:00Z\n+++\n", dialect="yaml-go")
    found = publication("a.md", front_matter, settings)
    assert found is not None
    assert found.moment.text == "2024-01-31T10:00:00"
