"""`blint check --stdin-filename FILE -`: what an editor holds, before it is saved."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from blint.cli.check_options import Asked

if TYPE_CHECKING:
    from blint.running.fixing.passes import Fixed
    from blint.running.opening import Request


def reads_stdin(asked: Asked) -> bool:
    """Whether standard input stands for a file. Raises UsageError where it is not said for which,
    and where others are to be checked as well."""
    dashes = [path for path in asked.paths if str(path) == "-"]
    if not dashes and asked.stdin_filename is None:
        return False
    if asked.stdin_filename is None:
        raise click.UsageError(
            "`-` reads a post from standard input: say with `--stdin-filename content/post.md` "
            "which file it stands for."
        )
    if len(dashes) < len(asked.paths):
        raise click.UsageError(
            "With `--stdin-filename` only what comes from standard input is checked: "
            "leave out the other paths."
        )
    return True


def typed_request(asked: Asked) -> Request:
    """What is asked of a run: standard input is what the file holds, whether it is there or not.

    Raises UsageFault for a file outside the project.
    """
    from blint.rulebook import load_rulebook
    from blint.running.config import load_config
    from blint.running.discover import name_below

    assert asked.stdin_filename is not None
    file = asked.stdin_filename
    data = sys.stdin.buffer.read()
    root = load_config(file, asked.config, load_rulebook()).root
    drafts = {name_below(root, file): data}
    return replace(asked.request(), paths=(file,), drafts=drafts)


def give_back(fixed: Fixed, request: Request) -> None:
    """Write to standard output what came in, with its fixes: the bytes, and nothing else."""
    (data,) = request.drafts.values()
    after = fixed.changes[0].after if fixed.changes else data
    sys.stdout.buffer.write(after)
    sys.stdout.buffer.flush()
