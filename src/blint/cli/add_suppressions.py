"""`blint check --add-suppressions`: write comments for what is reported, and say which."""

from __future__ import annotations

import re
from datetime import date

import click

from blint.cli.check_options import Asked
from blint.running.run import Outcome


def add(asked: Asked) -> Outcome:
    """Silence what a run reports; returns what is left to report. Raises UsageError."""
    from blint.cli.asking import tell
    from blint.cli.progress import progress
    from blint.running.suppressing.blog import add_suppressions, told

    if asked.no_inline_suppressions:
        raise click.UsageError("With `--no-inline-suppressions` no comment silences anything.")
    reason = _verified(asked.reason or "")
    with progress() as show:
        added = add_suppressions(asked.request(), reason, show)
    for line in told(added):
        tell(line)
    return added.outcome


def _verified(reason: str) -> str:
    reason = reason.strip()
    if not reason.isprintable() or any(mark in reason for mark in ("-->", "*/", "--!>")):
        raise click.UsageError("`--reason`: write one line, without the end of a comment in it.")
    until = re.search(r"\buntil (\d{4}-\d\d-\d\d)\b", reason)
    if until is not None and not _is_to_come(until[1]):
        raise click.UsageError(f"`--reason`: `{until[1]}` is no day to come.")
    return reason


def _is_to_come(text: str) -> bool:
    try:
        return date.fromisoformat(text) >= date.today()  # noqa: DTZ011 (the author's own day)
    except ValueError:
        return False
