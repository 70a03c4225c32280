"""What `blint check` says of an outcome: in which formats, in what colours, and where."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from blint import __version__
from blint.cli.check_options import Asked
from blint.cli.output import write_file, write_pieces
from blint.diagnostics import Severity

if TYPE_CHECKING:
    from blint.reports.model import Context, Report
    from blint.running.run import Outcome


class Saying:
    """How outcomes are reported, as somebody asked; `targets` are the files of reports.

    Raises UsageError, at once, for a format that there is not.
    """

    def __init__(self, asked: Asked) -> None:
        terminal = sys.stdout.isatty()
        self.targets = [_target(output) for output in asked.outputs]
        self._format = _format_name(asked.output_format or _default_format(terminal=terminal))
        self._colored = _colored(asked.color, terminal=terminal)

    def say(
        self,
        outcome: Outcome,
        drafts: Mapping[str, bytes] | None = None,
        *,
        fixed: int | None = None,
    ) -> bytes:
        """Report an outcome; returns what was written to standard output.

        `drafts` are what files held for it, where that was not what is on disk; `fixed` is how many
        findings fixes were made for.
        """
        report = _report(outcome, fixed)
        context = partial(_context, outcome, drafts or {})
        said = write_pieces(_render(self._format, report, context(color=self._colored)))
        for name, file in self.targets:
            write_file(file, _render(name, report, context(color=False)))
        for note in report.notes:
            click.echo(note, err=True)
        return b"".join(said)


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


def _report(outcome: Outcome, fixed: int | None) -> Report:
    from blint.reports.model import Report, RuleHelp, Summary

    summary = Summary(
        posts=outcome.posts,
        errors=outcome.count(Severity.ERROR),
        warnings=outcome.count(Severity.WARNING),
        infos=outcome.count(Severity.INFO),
        suppressed=outcome.suppressed,
        skipped=outcome.skipped,
        baselined=outcome.baselined,
        fixed=fixed,
    )
    rules = {
        rule.name: RuleHelp(rule.name, rule.group, rule.summary, rule.severity, rule.page)
        for rule in outcome.rules.values()
    }
    return Report(outcome.diagnostics, summary, rules, outcome.notes)


def _context(outcome: Outcome, drafts: Mapping[str, bytes], *, color: bool) -> Context:
    from blint.reports.model import Context
    from blint.running.files import read_text

    @lru_cache(maxsize=8)  # reports go file by file, and look aside for related places only
    def text_of(path: str) -> str | None:
        return read_text(outcome.root, path, drafts)

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
