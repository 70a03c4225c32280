"""`blint check`: check a blog and report what was found."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING, Any

import click

from blint.cli.check_options import Asked, check_options
from blint.cli.exits import CANNOT, CLEAN, FINDINGS, after_signal
from blint.diagnostics import Severity

if TYPE_CHECKING:
    from blint.running.run import Outcome


@click.command("check")
@check_options
def command(**given: Any) -> int:
    """Check posts: PATHS are files or folders; without any, the configured content.

    The whole blog is read whatever PATHS say, since many questions are about other posts; findings
    are reported for the posts named.
    """
    # Posts become trees without cycles, so collecting cycles frees nothing and takes an eighth of
    # the time.
    gc.disable()
    return _check(Asked(**given))


def _check(asked: Asked) -> int:
    from blint.cli.check_report import Saying
    from blint.cli.progress import asking, progress
    from blint.cli.recall import question, remember
    from blint.running.cache.stamps import clock
    from blint.running.run import run

    start = clock()
    # What the web says is not to be said again without asking.
    memorable = not (asked.no_cache or asked.web) and sys.argv[1:2] == ["check"]
    key = question(sys.argv[2:]) if memorable else None
    saying = Saying(asked)
    with progress() as show, asking() as watch:
        outcome = run(asked.request(), show, watch=watch)
    said = saying.say(outcome, outcome.drafts)
    code = _exit_code(outcome, asked.fail_on)
    quiet = not (saying.targets or outcome.notes or code == CANNOT)
    if key and outcome.looked_at and quiet:
        remember(key, str(outcome.root), outcome.looked_at, start, code, said)
    return code


def _exit_code(outcome: Outcome, fail_on: str) -> int:
    if outcome.stopped:
        return after_signal(outcome.stopped)
    if any(d.rule == "internal-error" for d in outcome.diagnostics):
        return CANNOT
    if fail_on == "never":
        return CLEAN
    level = Severity.of(fail_on)
    return FINDINGS if any(d.severity >= level for d in outcome.diagnostics) else CLEAN
