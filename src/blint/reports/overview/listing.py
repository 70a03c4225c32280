"""The blog's own index as text, in the shape of a tag page, as JSON and as Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Final

from blint.overview.listing.listing import Item, Listing
from blint.reports.overview.markdown_text import markdown_path, markdown_text

VERSION = 1


def render(listing: Listing, output_format: str) -> str:
    """A list of posts in one of the formats of the commands."""
    if output_format == "json":
        return _json(listing)
    return "\n".join(_markdown(listing) if output_format == "markdown" else _text(listing)) + "\n"


def shown_day(day: str) -> str:
    """An ISO date as `Apr 15, 2026`, whatever the locale."""
    year, month, number = day.split("-")
    return f"{_MONTHS[int(month) - 1]} {int(number)}, {year}"


def _text(listing: Listing) -> Iterator[str]:
    yield f"#{listing.tag}" if listing.tag else "All posts"
    yield ""
    yield f"— {_count(listing)}"
    for item in listing.items:
        yield ""
        yield _meta(item)
        for line in (item.title, item.description, ", ".join(item.tags)):
            if line:
                yield ""
                yield line


def _markdown(listing: Listing) -> Iterator[str]:
    yield f"# {markdown_text(listing.tag or 'All posts')}"
    yield ""
    yield f"{_count(listing)}"
    for item in listing.items:
        yield ""
        yield f"## [{markdown_text(item.title)}]({markdown_path(item.path)})"
        yield ""
        yield _meta(item)
        if item.description:
            yield ""
            yield markdown_text(item.description)
        if item.tags:
            yield ""
            yield f"Tags: {', '.join(map(markdown_text, item.tags))}"


def _meta(item: Item) -> str:
    parts = [shown_day(item.day) if item.days else "no date"]
    if item.minutes is not None:
        parts.append(f"{item.minutes:g}m")
    if item.hidden:
        parts.append(item.hidden)
    return " · ".join(parts)


def _count(listing: Listing) -> str:
    number = len(listing.items)
    return "1 post" if number == 1 else f"{number} posts"


def _json(listing: Listing) -> str:
    posts = [json.dumps(_post(item)) for item in listing.items]
    head = json.dumps({"version": VERSION, "tag": listing.tag or None, "count": len(posts)})
    if not posts:
        return f'{head[:-1]},\n "posts": []}}\n'
    inner = ",\n  ".join(posts)
    return f'{head[:-1]},\n "posts": [\n  {inner}]}}\n'


def _post(item: Item) -> dict[str, object]:
    minutes = item.minutes
    return {
        "path": item.path,
        "line": item.lines.title,
        "title": item.title,
        "date": item.day or None,
        "minutes": int(minutes) if minutes is not None and minutes.is_integer() else minutes,
        "description": item.description or None,
        "tags": list(item.tags),
        "language": item.language or None,
        "hidden": item.hidden or None,
    }


_MONTHS: Final = (
    *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
    *("Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
)
