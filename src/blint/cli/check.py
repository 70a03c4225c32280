"""`blint check`: check a blog and report what was found."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NoReturn

import click

from blint.cli.check_options import Asked, check_options
from blint.cli.exits import CANNOT, CLEAN, FINDINGS, after_signal
from blint.diagnostics import Severity

if TYPE_CHECKING:
    from blint.cli.check_report import Saying
    from blint.running.opening import Request
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
    from blint.cli.check_stdin import reads_stdin, typed_request

    asked.verify()
    saying = Saying(asked)
    request = typed_request(asked) if reads_stdin(asked) else asked.request()
    if asked.watch:
        return _watch(request, saying)
    if asked.fixes:
        return _fix(asked, request, saying)
    if asked.add_suppressions:
        from blint.cli.add_suppressions import add

        outcome = add(asked)
        saying.say(outcome)
        return _exit_code(outcome, asked.fail_on)
    return _check_and_remember(asked, request, saying)


def _check_and_remember(asked: Asked, request: Request, saying: Saying) -> int:
    from blint.cli.recall import question, remember
    from blint.running.cache.stamps import clock

    start = clock()
    # What the web says, or an editor holds, is not to be said again without asking.
    memorable = not (asked.no_cache or asked.web or request.drafts) and sys.argv[1:2] == ["check"]
    key = question(sys.argv[2:]) if memorable else None
    with _checking() as check:
        outcome = check(request)
    said = saying.say(outcome, outcome.drafts)
    code = _exit_code(outcome, asked.fail_on)
    quiet = not (saying.targets or outcome.notes or code == CANNOT)
    if key and outcome.looked_at and quiet:
        remember(key, str(outcome.root), outcome.looked_at, start, code, said)
    return code


def _fix(asked: Asked, request: Request, saying: Saying) -> int:
    from blint.cli.check_fixes import check_and_fix, exit_code, show_differences
    from blint.cli.check_stdin import give_back

    with _checking() as check:
        fixed = check_and_fix(asked, request, check)
    if asked.diff:
        show_differences(fixed)
    elif request.drafts:
        give_back(fixed, request)
    elif not asked.fix_only:
        saying.say(fixed.outcome, fixed.outcome.drafts, fixed=fixed.made)
    code = exit_code(asked, fixed)
    return _exit_code(fixed.outcome, asked.fail_on) if code is None else code


def _watch(request: Request, saying: Saying) -> NoReturn:
    from blint.cli.check_watch import watch

    with _checking() as check:
        watch(lambda: check(request), saying.say)


@contextmanager
def _checking() -> Iterator[Callable[[Request], Outcome]]:
    """Runs requests, and shows how far they have come."""
    from blint.cli.progress import asking, progress
    from blint.running.run import run

    with progress() as show, asking() as watch:
        yield lambda request: run(request, show, watch=watch)


def _exit_code(outcome: Outcome, fail_on: str) -> int:
    if outcome.stopped:
        return after_signal(outcome.stopped)
    if any(d.rule == "internal-error" for d in outcome.diagnostics):
        return CANNOT
    if fail_on == "never":
        return CLEAN
    level = Severity.of(fail_on)
    return FINDINGS if any(d.severity >= level for d in outcome.diagnostics) else CLEAN
