"""`blint check --fix` and its kin: fix, write or show, and say what was done."""

from __future__ import annotations

from blint.cli.asking import tell
from blint.cli.check_options import Asked
from blint.cli.exits import CANNOT, CLEAN, FINDINGS, after_signal
from blint.cli.output import write_out
from blint.running.fixing.passes import MOST_PASSES, Check, Fixed, fix, write
from blint.running.opening import Request


def check_and_fix(asked: Asked, request: Request, check: Check) -> Fixed:
    """Fix what is asked for, and write it unless only the difference is wanted.

    Drafts are no files, and are not written either.
    """
    fixed = fix(request, check, unsafe=asked.unsafe_fixes)
    if asked.diff or request.drafts:
        return fixed
    fixed = write(fixed, request, check)
    for path, reason in fixed.refused:
        tell(f"`{path}` was not fixed: {reason}.")
    if fixed.changes:
        findings = "1 finding" if fixed.made == 1 else f"{fixed.made} findings"
        files = "1 file" if len(fixed.changes) == 1 else f"{len(fixed.changes)} files"
        tell(f"Fixed {findings} in {files}.")
    if not fixed.settled:
        tell(f"After {MOST_PASSES} passes there is still something to fix: run it again.")
    return fixed


def exit_code(asked: Asked, fixed: Fixed) -> int | None:
    """The exit code where it does not depend on what is left; else None."""
    if fixed.outcome.stopped:
        return after_signal(fixed.outcome.stopped)
    if fixed.refused or any(d.rule == "internal-error" for d in fixed.outcome.diagnostics):
        return CANNOT
    if asked.diff:
        return FINDINGS if fixed.changes else CLEAN
    return CLEAN if asked.fix_only else None


def show_differences(fixed: Fixed) -> None:
    """Write to standard output what would change, as a patch that git can apply."""
    from blint.reports.overview.patch import patch

    for change in fixed.changes:
        shown = patch(change.path, change.before.decode(), change.after.decode())
        write_out(shown.text)
        if not shown.exact:
            tell(f"`{change.path}`: escapes stand for some characters; this is no patch.")
