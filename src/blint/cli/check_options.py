"""What `blint check` may be asked: its arguments and options, and what they mean together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import click

from blint.running.opening import Request

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, kw_only=True)
class Asked:
    """The command line of `blint check`, each option under its own name."""

    paths: tuple[Path, ...]
    output_format: str | None
    outputs: tuple[str, ...]
    config: Path | None
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    fail_on: str
    force_exclude: bool
    jobs: int | None
    no_cache: bool
    external: bool
    external_only: tuple[str, ...]
    offline: bool
    color: str
    changed: str | None
    changed_lines: bool

    @property
    def web(self) -> bool:
        """Whether links to other sites are looked up."""
        return self.external or self.offline or bool(self.external_only)

    def request(self) -> Request:
        """What is asked of a run."""
        paths, changed = self.paths, None
        if self.changed is not None or self.changed_lines:
            from blint.cli.changed import asked_change

            paths, changed = asked_change(self)
        return Request(
            paths=paths,
            config=self.config,
            select=_split(self.select),
            ignore=_split(self.ignore),
            force_exclude=self.force_exclude,
            jobs=self.jobs,
            cache=not self.no_cache,
            external=self.web,
            offline=self.offline,
            only=self.external_only,
            changed=changed,
        )


def check_options(command: Command) -> Command:
    """Give a command the parameters that `Asked` is made of."""
    for add in reversed(_OPTIONS):
        command = add(command)
    return command


def _split(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


_OPTIONS = (
    click.argument("paths", nargs=-1, type=click.Path(path_type=Path)),
    click.option("--output-format", metavar="FORMAT", help="full, concise, json, sarif or github."),
    click.option(
        "--output",
        "outputs",
        metavar="FORMAT:FILE",
        multiple=True,
        help="Write a report to a file as well; may be given several times.",
    ),
    click.option("--config", type=click.Path(path_type=Path), help="The configuration file."),
    click.option("--select", metavar="RULE,…", multiple=True, help="Only these rules or groups."),
    click.option("--ignore", metavar="RULE,…", multiple=True, help="Not these rules or groups."),
    click.option(
        "--fail-on",
        type=click.Choice(("error", "warning", "info", "never")),
        default="error",
        show_default=True,
        help="The least severity that makes blint exit with 1.",
    ),
    click.option(
        "--force-exclude",
        is_flag=True,
        help="Leave out files among PATHS that a run without PATHS leaves out.",
    ),
    click.option("--jobs", type=click.IntRange(min=1), help="At most so many processes."),
    click.option(
        "--no-cache",
        is_flag=True,
        help="Read every post anew, and keep nothing for the next run.",
    ),
    click.option("--external", is_flag=True, help="Ask whether links to other sites are alive."),
    click.option(
        "--external-only",
        metavar="URL|PATTERN",
        multiple=True,
        help="Ask for these alone: an address, a host, or a pattern with `*`.",
    ),
    click.option(
        "--offline",
        is_flag=True,
        help="Ask nobody; say of links to other sites what is remembered.",
    ),
    click.option(
        "--changed",
        metavar="[REF]",
        is_flag=False,
        flag_value="",
        default=None,
        help="Report what has changed since REF, and what that breaks elsewhere; `staged`: what is "
        "staged. Without REF, since the default branch.",
    ),
    click.option(
        "--changed-lines",
        is_flag=True,
        help="The same; of what was there before in changed files, only what is on changed lines.",
    ),
    click.option(
        "--color",
        type=click.Choice(("auto", "always", "never")),
        default="auto",
        show_default=True,
        help="Colour; `auto` heeds NO_COLOR, FORCE_COLOR and whether this is a terminal.",
    ),
)
