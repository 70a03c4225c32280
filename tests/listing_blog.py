"""A blog of 30 posts, the list of them that is published, and both run through `blint list`."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from blint.overview.listing.compare import Comparison, compare
from blint.overview.listing.listing import Catalogue, catalogue, timed
from blint.overview.listing.published.model import Known, Published
from blint.overview.listing.published.read import read_published
from blint.reports.overview.listing import shown_day
from blint.running.load import load
from blint.running.opening import Request

TODAY = "2026-06-01"
FIXTURE = Path(__file__).parent / "fixtures/listing/posts.json"
SEED = Path(__file__).parents[2] / "shared/seed/backend-listing.txt"


class Row(NamedTuple):
    """A post of the list: its date, read time, title, summary and the tags that are shown."""

    date: str
    minutes: int
    title: str
    tags: tuple[str, ...]
    summary: str = ""

    @property
    def day(self) -> str:
        """The date as the list shows it."""
        return shown_day(self.date)


def rows(*, summaries: bool = True) -> list[Row]:
    """The 30 posts, each with a summary made up here."""
    found = []
    for number, post in enumerate(json.loads(FIXTURE.read_text(encoding="utf-8"))):
        summary = f"What number {number} has to tell: it's told in two sentences. This ends it."
        tags = tuple(post["tags"])
        found.append(Row(post["date"], post["minutes"], post["title"], tags, summary * summaries))
    return found


def write_posts(root: Path, posts: Iterable[Row], config: str = "") -> Path:
    """The posts as a blog below a folder, each with the tag of the list."""
    (root / "content").mkdir(parents=True)
    (root / "blint.toml").write_text(config, encoding="utf-8")
    for number, row in enumerate(posts):
        tags = row.tags if "Backend" in row.tags else (*row.tags, "Backend")
        lines = [f"title: {json.dumps(row.title, ensure_ascii=False)}", f"date: {row.date}"]
        if row.summary:
            lines.append(f"description: {json.dumps(row.summary)}")
        lines += [f"readTime: {row.minutes}", f"tags: {json.dumps(tags)}"]
        text = "---\n{}\n---\n\nText of post {}.\n".format("\n".join(lines), number)
        (root / f"content/post-{number:02}.md").write_text(text, encoding="utf-8")
    return root


def write_files(root: Path, files: Mapping[str, str]) -> Path:
    """Some files below a folder."""
    for name, text in {"blint.toml": "", **files}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def seed_shape(posts: Iterable[Row]) -> str:
    """The list as the page shows it: joined tags, and no blank line after them."""
    made = list(posts)
    text = f"#Backend\n\n— {len(made)} posts\n\n"
    for row in made:
        summary = f"{row.summary}\n\n" if row.summary else ""
        text += f"{row.day} · {row.minutes}m\n\n{row.title}\n\n{summary}{''.join(row.tags)}\n"
    return text


class Held:
    """A blog that lists are held against."""

    def __init__(self, root: Path) -> None:
        self.blog = load(Request(paths=(root,)))
        self.everything: Catalogue = catalogue(self.blog, TODAY)

    def read(self, text: str) -> Published:
        """What a list says, read with what this blog knows."""
        titles = (item.title for item in self.everything.items)
        told = (item.description for item in self.everything.items if item.description)
        return read_published(text, Known(titles, self.everything.names.spellings, told))

    def compare(self, text: str, tag: str | None = "Backend") -> Comparison:
        """A list against the posts of a tag."""
        listing = timed(self.blog, self.everything.listing(tag, drafts=False))
        return compare(self.read(text), listing, self.everything)

    def kinds(self, text: str, tag: str | None = "Backend") -> list[str]:
        """The kinds of all drifts."""
        return [drift.kind for drift in self.compare(text, tag).drifts]


Shape = Callable[[Iterable[Row]], str]
