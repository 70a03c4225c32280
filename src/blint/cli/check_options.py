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
    no_inline_suppressions: bool
    no_baseline: bool
    add_suppressions: bool
    reason: str | None
    color: str
    changed: str | None
    changed_lines: bool
    fix: bool
    fix_only: bool
    diff: bool
    unsafe_fixes: bool
    stdin_filename: Path | None
    watch: bool

    def verify(self) -> None:
        """Raises UsageError for options that do not go together."""
        if self.reason is not None and not self.add_suppressions:
            raise click.UsageError("`--reason` goes with `--add-suppressions`.")
        if self.unsafe_fixes and not self.fixes:
            raise click.UsageError("`--unsafe-fixes` goes with `--fix`, `--fix-only` or `--diff`.")
        if self.watch and (self.fixes or self.add_suppressions or self.web or self.stdin_filename):
            raise click.UsageError(
                "`--watch` only looks: leave out fixes, suppressions, standard input and links to "
                "other sites."
            )
        if self.add_suppressions and (self.fixes or self.stdin_filename):
            raise click.UsageError("`--add-suppressions` goes with no fixes and no standard input.")
        changes = self.changed is not None or self.changed_lines
        if changes and (self.add_suppressions or self.stdin_filename):
            # Both would work on another text than the one that is compared with the past.
            raise click.UsageError(
                "`--changed` goes with no standard input and not with `--add-suppressions`."
            )

    @property
    def fixes(self) -> bool:
        """Whether fixes are made, or shown."""
        return self.fix or self.fix_only or self.diff

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
            suppressions=not self.no_inline_suppressions,
            baseline=not self.no_baseline,
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
        "--no-inline-suppressions",
        is_flag=True,
        help="Report what comments in posts silence, too.",
    ),
    click.option(
        "--add-suppressions",
        is_flag=True,
        help="Write comments into posts that silence what is found, and report the rest.",
    ),
    click.option("--reason", metavar="TEXT", help="The reason that these comments give."),
    click.option(
        "--no-baseline", is_flag=True, help="Report what is recorded in the baseline, too."
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
    click.option("--fix", is_flag=True, help="Make the fixes that cannot change what posts say."),
    click.option("--unsafe-fixes", is_flag=True, help="With --fix or --diff: those that can, too."),
    click.option("--fix-only", is_flag=True, help="Like --fix, and say nothing of what is left."),
    click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing."),
    click.option(
        "--stdin-filename",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Check what comes from standard input as if it were this file's text.",
    ),
    click.option("--watch", is_flag=True, help="Check again whenever something changes."),
)
