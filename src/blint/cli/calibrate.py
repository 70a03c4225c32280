"""`blint calibrate`: find out how a blog counts its read times."""

from __future__ import annotations

from pathlib import Path

import click

from blint.cli.asking import blog_options, format_option, load_blog, say
from blint.running.errors import UsageFault


@click.command("calibrate")
@blog_options
@format_option
def command(
    paths: tuple[Path, ...],
    config: Path | None,
    jobs: int | None,
    no_cache: bool,
    output_format: str,
) -> None:
    """Find how the read times of a blog were counted, and print the configuration to paste.

    \b
    blint calibrate                     the blog of this folder
    blint calibrate content/posts       the posts of one folder
    """
    from blint.overview.read_times.calibration import calibrate
    from blint.reports.overview.calibration import missing, render

    blog = load_blog(paths, config, jobs, no_cache=no_cache)
    found = calibrate(blog)
    if found.verdict == "none":
        keys = next(iter(blog.settings.values())).fields.read_time if blog.settings else ()
        raise UsageFault(missing(found, keys))
    say(render(found, output_format))
