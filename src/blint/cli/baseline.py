"""`blint baseline`: record the findings there are, so that `blint check` reports only new ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from blint.cli.exits import CANNOT, CLEAN, after_signal
from blint.rulebook import NOT_CHECKED, load_rulebook

if TYPE_CHECKING:
    from blint.running.config import Config
    from blint.running.run import Outcome


@click.command("baseline")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--config", type=click.Path(path_type=Path), help="The configuration file.")
@click.option(
    "--file",
    type=click.Path(path_type=Path),
    help="The file to write; else the configured one, else `.blint-baseline`.",
)
@click.option("--prune", is_flag=True, help="Record nothing new; only remove what is stale.")
@click.option("--external", is_flag=True, help="Ask for links to other sites, and record them.")
@click.option("--jobs", type=click.IntRange(min=1), help="At most so many processes.")
@click.option("--no-cache", is_flag=True, help="Read every post anew.")
def command(
    paths: tuple[Path, ...],
    config: Path | None,
    file: Path | None,
    prune: bool,
    external: bool,
    jobs: int | None,
    no_cache: bool,
) -> int:
    """Record the findings of PATHS, without any of the whole blog, as known.

    \b
    blint baseline                      record what there is today
    blint baseline content/news         anew for these posts, the rest as it was
    blint baseline --prune              take out what is mended by now
    """
    from blint.cli.progress import asking, progress
    from blint.running.baseline.apply import verify_place
    from blint.running.config import load_config
    from blint.running.opening import Request
    from blint.running.run import run

    read = load_config(paths[0] if paths else Path(), config, load_rulebook())
    target = file if file is not None else read.baseline
    verify_place(read, target)
    request = Request(
        paths=paths,
        config=config,
        jobs=jobs,
        cache=not no_cache,
        external=external,
        baseline=False,
    )
    with progress() as show, asking() as watch:
        outcome = run(request, show, read, watch)
    if outcome.stopped:
        return after_signal(outcome.stopped)
    _record(outcome, read, target, prune=prune)
    return CANNOT if any(one.rule == "internal-error" for one in outcome.diagnostics) else CLEAN


def _record(outcome: Outcome, config: Config, target: Path, *, prune: bool) -> None:
    from blint.cli.asking import tell
    from blint.running.baseline.apply import hold, recorded
    from blint.running.baseline.file import read_baseline, write_baseline
    from blint.running.data_file import display_name

    for note in outcome.notes:
        tell(note)
    name = display_name(target.resolve(), config.root)
    before = read_baseline(target, name)
    if prune:
        held = hold(outcome, before)
        new = held.kept
        told = f"{_findings(held.stale)} taken out of `{name}`, {sum(new.values()):,} left."
    else:
        new = recorded(outcome, before)
        told = f"{_findings(sum(new.values()))} recorded in `{name}`."
    if new != before or not target.exists():
        write_baseline(target, new)
    tell(told)
    unchecked = sum(one.rule in NOT_CHECKED for one in outcome.diagnostics)
    if unchecked:
        tell(f"{_findings(unchecked)} not recorded: what was not checked is always reported.")
    if target.resolve() != config.baseline.resolve():
        tell("`blint check` reads another file, unless `baseline` in the configuration names it.")


def _findings(number: int) -> str:
    return f"{number:,} finding" if number == 1 else f"{number:,} findings"
