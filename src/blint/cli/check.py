"""`blint check`: check a blog and report what was found."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from blint import __version__
from blint.cli.exits import CANNOT, CLEAN, FINDINGS, after_signal
from blint.cli.output import write_file, write_pieces
from blint.diagnostics import Severity

if TYPE_CHECKING:
    from blint.reports.model import Context, Report
    from blint.running.run import Outcome

_FAIL_LEVELS = ("error", "warning", "info", "never")


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--output-format", metavar="FORMAT", help="full, concise, json, sarif or github.")
@click.option(
    "--output",
    "outputs",
    metavar="FORMAT:FILE",
    multiple=True,
    help="Write a report to a file as well; may be given several times.",
)
@click.option("--config", type=click.Path(path_type=Path), help="The configuration file.")
@click.option("--select", metavar="RULE,…", multiple=True, help="Only these rules or groups.")
@click.option("--ignore", metavar="RULE,…", multiple=True, help="Not these rules or groups.")
@click.option(
    "--fail-on",
    type=click.Choice(_FAIL_LEVELS),
    default="error",
    show_default=True,
    help="The least severity that makes blint exit with 1.",
)
@click.option(
    "--force-exclude",
    is_flag=True,
    help="Leave out files among PATHS that a run without PATHS leaves out.",
)
@click.option("--jobs", type=click.IntRange(min=1), help="At most so many processes.")
@click.option(
    "--no-cache",
    is_flag=True,
    help="Read every post anew, and keep nothing for the next run.",
)
@click.option("--external", is_flag=True, help="Ask whether links to other sites are alive.")
@click.option(
    "--external-only",
    metavar="URL|PATTERN",
    multiple=True,
    help="Ask for these alone: an address, a host, or a pattern with `*`.",
)
@click.option(
    "--offline",
    is_flag=True,
    help="Ask nobody; say of links to other sites what is remembered.",
)
@click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="Colour; `auto` heeds NO_COLOR, FORCE_COLOR and whether this is a terminal.",
)
def command(  # noqa: PLR0913, PLR0917 (click passes each option as a parameter)
    paths: tuple[Path, ...],
    output_format: str | None,
    outputs: tuple[str, ...],
    config: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    force_exclude: bool,
    jobs: int | None,
    no_cache: bool,
    external: bool,
    external_only: tuple[str, ...],
    offline: bool,
    color: str,
) -> int:
    """Check posts: PATHS are files or folders; without any, the configured content.

    The whole blog is read whatever PATHS say, since many questions are about other posts; findings
    are reported for the posts named.
    """
    from blint.cli.progress import asking, progress
    from blint.cli.recall import question, remember
    from blint.running.cache.stamps import clock
    from blint.running.opening import Request
    from blint.running.run import run

    # Posts become trees without cycles, so collecting cycles frees nothing and takes an eighth of
    # the time.
    gc.disable()
    start = clock()
    web = external or offline or bool(external_only)
    # What the web says is not to be said again without asking.
    memorable = not (no_cache or web) and sys.argv[1:2] == ["check"]
    asked = question(sys.argv[2:]) if memorable else None
    terminal = sys.stdout.isatty()
    targets = [_target(output) for output in outputs]
    format_name = _format_name(output_format or _default_format(terminal=terminal))
    request = Request(
        paths=paths,
        config=config,
        select=_split(select),
        ignore=_split(ignore),
        force_exclude=force_exclude,
        jobs=jobs,
        cache=not no_cache,
        external=web,
        offline=offline,
        only=external_only,
    )
    with progress() as show, asking() as watch:
        outcome = run(request, show, watch=watch)
    report = _report(outcome)
    colored = _colored(color, terminal=terminal)
    said = write_pieces(_render(format_name, report, _context(outcome, color=colored)))
    plain = _context(outcome, color=False)
    for name, file in targets:
        write_file(file, _render(name, report, plain))
    for note in report.notes:
        click.echo(note, err=True)
    code = _exit_code(outcome, fail_on)
    if asked and outcome.looked_at and not (targets or report.notes or code == CANNOT):
        remember(asked, str(outcome.root), outcome.looked_at, start, code, b"".join(said))
    return code


def _split(values: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())


def _default_format(*, terminal: bool) -> str:
    if terminal:
        return "full"
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "concise"


def _format_name(name: str) -> str:
    from blint.cli.problem import usage_error
    from blint.reports.registry import formats

    known = formats()
    if name not in known:
        raise usage_error("output format", name, known)
    return name


def _target(output: str) -> tuple[str, Path]:
    name, colon, file = output.partition(":")
    if not colon or not file:
        example = "`--output sarif:blint.sarif`"
        raise click.UsageError(f"`--output {output}`: write FORMAT:FILE, as in {example}.")
    return _format_name(name), Path(file)


def _colored(wish: str, *, terminal: bool) -> bool:
    if wish != "auto":
        return wish == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or terminal


def _report(outcome: Outcome) -> Report:
    from blint.reports.model import Report, RuleHelp, Summary

    summary = Summary(
        posts=outcome.posts,
        errors=outcome.count(Severity.ERROR),
        warnings=outcome.count(Severity.WARNING),
        infos=outcome.count(Severity.INFO),
        suppressed=outcome.suppressed,
        skipped=outcome.skipped,
    )
    rules = {
        rule.name: RuleHelp(rule.name, rule.group, rule.summary, rule.severity, rule.page)
        for rule in outcome.rules.values()
    }
    return Report(outcome.diagnostics, summary, rules, outcome.notes)


def _context(outcome: Outcome, *, color: bool) -> Context:
    from functools import lru_cache

    from blint.reports.model import Context
    from blint.running.files import read_text

    @lru_cache(maxsize=8)  # reports go file by file, and look aside for related places only
    def text_of(path: str) -> str | None:
        return read_text(outcome.root, path)

    return Context(
        root=outcome.root,
        color=color,
        width=shutil.get_terminal_size((100, 24)).columns,
        read_text=text_of,
        version=__version__,
        env=os.environ,
    )


def _render(name: str, report: Report, context: Context) -> Iterator[str]:
    from blint.reports.registry import formatter

    return formatter(name)(report, context)


def _exit_code(outcome: Outcome, fail_on: str) -> int:
    if outcome.stopped:
        return after_signal(outcome.stopped)
    if any(d.rule == "internal-error" for d in outcome.diagnostics):
        return CANNOT
    if fail_on == "never":
        return CLEAN
    level = Severity.of(fail_on)
    return FINDINGS if any(d.severity >= level for d in outcome.diagnostics) else CLEAN
