"""`blint list`: the blog's own index, and a published list held against it."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from blint.cli.asking import blog_options, format_option, load_blog, say, tell
from blint.cli.exits import CLEAN, FINDINGS

if TYPE_CHECKING:
    from blint.overview.listing.compare import Comparison
    from blint.overview.listing.listing import Catalogue, Listing


@click.command("list")
@blog_options
@format_option
@click.option("--tag", metavar="TAG", help="Only posts with this tag, under any of its names.")
@click.option(
    "--compare", "listing_file", metavar="FILE", help="A published list: text, HTML or a feed."
)
@click.option("--drafts", is_flag=True, help="Drafts, future and expired posts as well.")
def command(
    *,
    paths: tuple[Path, ...],
    config: Path | None,
    jobs: int | None,
    no_cache: bool,
    output_format: str,
    tag: str | None,
    listing_file: str | None,
    drafts: bool,
) -> int:
    """List the posts of the blog, newest first: date, read time, title, description, tags.

    \b
    blint list                                     all posts
    blint list --tag Backend                       those with a tag
    blint list --tag Backend --compare page.html   where a published list and they differ

    FILE is text that was copied from a page, a saved HTML page, an RSS or Atom feed, or what
    `blint list` wrote; `-` is standard input. Exit code 1: they differ.
    """
    from blint.overview.listing.listing import catalogue, timed

    text = _text(listing_file) if listing_file is not None else ""
    blog = load_blog(paths, config, jobs, no_cache=no_cache)
    everything = catalogue(blog, date.today().isoformat())  # noqa: DTZ011 (the author's own day)
    listing = timed(blog, everything.listing(tag, drafts=drafts))
    if listing_file is None:
        from blint.reports.overview.listing import render

        if listing.undated:
            tell(f"{_posts(listing.undated)} without a date, last in the list.")
        say(render(listing, output_format))
        return CLEAN
    from blint.overview.listing.locating import located
    from blint.reports.overview.drifts import render as render_drifts

    found = _compared(text, listing_file, listing, everything, tag)
    for note in found.notes:
        tell(note)
    say(render_drifts(located(blog, found), listing_file, output_format))
    return FINDINGS if found.drifts else CLEAN


def _text(listing_file: str) -> str:
    from blint.running.given_file import read_given

    return read_given(listing_file)


def _compared(
    text: str, name: str, listing: Listing, everything: Catalogue, tag: str | None
) -> Comparison:
    from blint.overview.listing.compare import compare
    from blint.overview.listing.published.model import Known
    from blint.overview.listing.published.read import read_published
    from blint.running.errors import UsageFault

    titles = (item.title for item in everything.items)
    told = (item.description for item in everything.items if item.description)
    published = read_published(text, Known(titles, everything.names.spellings, told))
    if not published.entries:
        raise UsageFault(
            f"`{name}` has no posts in it: no line with a date or a read time, "
            "and no title of this blog."
        )
    key = everything.names.key
    if published.heading and (tag is None or key(published.heading) != key(listing.tag)):
        asked = f"`--tag {tag}`" if tag is not None else "all posts"
        tell(f"The list is headed `{published.heading}`, and compared with {asked}.")
    return compare(published, listing, everything)


def _posts(number: int) -> str:
    return "1 post" if number == 1 else f"{number} posts"
