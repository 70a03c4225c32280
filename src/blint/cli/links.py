"""`blint links`: tell where a blog links to on other sites, and what is known of each address."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from blint.cli.asking import blog_options, format_option, load_blog, say, tell
from blint.cli.exits import CLEAN, after_signal

_WORDS = ("broken", "moved", "unverified", "ok", "skipped")


@click.command("links")
@blog_options
@partial(format_option, more=("csv",))
@click.option("--by-host", is_flag=True, help="Group addresses by their hosts.")
@click.option(
    "--verdict",
    "verdicts",
    type=click.Choice(_WORDS),
    multiple=True,
    help="Only addresses with this verdict; may be given several times.",
)
@click.option("--external", is_flag=True, help="Ask for what is not known, or not any more.")
@click.option(
    "--external-only",
    metavar="URL|PATTERN",
    multiple=True,
    help="Ask for these alone: an address, a host, or a pattern with `*`.",
)
def command(
    paths: tuple[Path, ...],
    config: Path | None,
    jobs: int | None,
    no_cache: bool,
    output_format: str,
    by_host: bool,
    verdicts: tuple[str, ...],
    external: bool,
    external_only: tuple[str, ...],
) -> int:
    """Tell where posts link to on other sites.

    Without --external nothing is asked for: verdicts are those that are remembered. PATHS are files
    or folders; without any, the configured content.
    """
    from blint.cli.progress import asking
    from blint.overview.external_links import external_links
    from blint.reports.overview import external_links as shown
    from blint.running.web.blog import Wanted, look_up

    external = external or bool(external_only)
    blog = load_blog(paths, config, jobs, no_cache=no_cache, external=True)
    wanted = Wanted(offline=not external, only=external_only, anew=external and no_cache)
    with asking() as watch:
        links = look_up(blog.posts, blog.settings, blog.config, wanted, watch)
    found = external_links(blog.posts, links, verdicts)
    if output_format == "csv":
        say(shown.as_csv(found))
    elif output_format == "json":
        say(shown.as_json(found, by_host=by_host))
    elif output_format == "markdown":
        say(shown.as_markdown(found, by_host=by_host))
    else:
        say(shown.as_text(found, by_host=by_host))
    for note in links.notes:
        tell(note)
    return after_signal(links.stopped) if links.stopped else CLEAN
