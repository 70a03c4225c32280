"""A list of posts as JSON, as `blint list` writes it, read back."""

from __future__ import annotations

import json
from typing import Any

from blint.overview.listing.published.marks import read_marks
from blint.overview.listing.published.model import Entry, Known, Published
from blint.overview.listing.published.tag_lines import TagLine
from blint.overview.numbers import is_number


def read_data_list(text: str, known: Known) -> Published | None:
    """The list that a JSON text holds; None where it holds none."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return None
    posts = data.get("posts") if isinstance(data, dict) else data
    if not isinstance(posts, list):
        return None
    entries = [_entry(post, known) for post in posts if isinstance(post, dict)]
    count = data.get("count") if isinstance(data, dict) else None
    head = data.get("tag") if isinstance(data, dict) else None
    return Published(
        tuple(entry for entry in entries if entry is not None),
        int(count) if is_number(count) else None,
        1,
        head if isinstance(head, str) else "",
    )


def _entry(post: dict[str, Any], known: Known) -> Entry | None:
    title = _text(post.get("title"))
    if not title:
        return None
    marks = read_marks(_text(post.get("date")))
    minutes: Any = post.get("minutes")
    tags = post.get("tags")
    shown = tuple(_text(tag) for tag in tags if _text(tag)) if isinstance(tags, list) else ()
    unknown = tuple(tag for tag in shown if not known.tags.knows(tag))
    return Entry(
        line=1,
        title=title,
        days=marks.days if marks is not None else (),
        minutes=float(minutes) if is_number(minutes) else None,
        description=_text(post.get("description")),
        tags=(TagLine((shown,), unknown),) if shown else (),
        day_line=1,
        tags_line=1,
        description_line=1,
    )


def _text(value: object) -> str:
    return " ".join(str(value).split()) if isinstance(value, str | int | float) else ""
