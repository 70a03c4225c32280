"""Leave out of a run's findings what the baseline knows, or record them in it."""

from __future__ import annotations

import os
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from blint.diagnostics import Diagnostic
from blint.rulebook import NOT_CHECKED
from blint.running.baseline.file import Entries, read_baseline
from blint.running.baseline.match import entries_of, matched
from blint.running.config import Config
from blint.running.data_file import display_name
from blint.running.files import NO_DRAFTS, Drafts, read_text

if TYPE_CHECKING:
    from blint.running.run import Outcome


class Held(NamedTuple):
    """Findings held against a baseline: those that are new, and how many are not.

    `kept` is the baseline without what is stale, renamed files under their new names; `stale`
    counts what is not in it.
    """

    fresh: list[Diagnostic]
    baselined: int
    kept: Entries
    stale: int


def read_known(config: Config) -> Entries:
    """The baseline of a project; nothing where there is none. Raises ConfigError.

    One that the configuration names has to be there.
    """
    named = config.table.baseline
    verify_place(config, config.baseline)
    if named is not None and not config.baseline.exists():
        raise config.error(named, f"There is no baseline `{named}`; `blint baseline` writes it.")
    return read_baseline(config.baseline, display_name(config.baseline, config.root))


def verify_place(config: Config, file: Path) -> None:
    """Raise ConfigError where a baseline is not in the project, for instance behind a link."""
    real = Path(os.path.realpath(file))
    if not any(real.is_relative_to(base) for base in (config.root, config.base)):
        named = config.table.baseline or file.name
        raise config.error(named, f"The baseline `{file.name}` is outside the project.")


def hold(outcome: Outcome, entries: Entries, drafts: Drafts = NO_DRAFTS) -> Held:
    """Hold what a run has found against a baseline; `drafts` as in its request."""
    reach = outcome.reach
    assert reach is not None
    names = {entry.rule for entry in entries}
    text_of = partial(read_text, outcome.root, drafts=drafts)
    findings = entries_of(outcome.diagnostics, text_of, outcome.rules, names.__contains__)
    found = matched(findings, entries, reach.files.__contains__)
    unread = _unread(outcome)
    kept = Counter(found.known)
    stale = 0
    for entry, count in found.left.items():
        if entry.path not in unread and reach.covers(entry):
            stale += count
        else:
            kept[entry] += count
    return Held(found.fresh, sum(found.known.values()), kept, stale)


def recorded(outcome: Outcome, before: Entries) -> Entries:
    """The baseline that knows all that a run has found, and beside it what the run did not look at.

    `before` is the baseline as it was.
    """
    reach = outcome.reach
    assert reach is not None
    unread = _unread(outcome)
    found = entries_of(outcome.diagnostics, partial(read_text, outcome.root), outcome.rules)
    new = Counter(entry for _, entry in found if entry is not None)
    for entry, count in before.items():
        if entry.path in unread or not reach.covers(entry):
            new[entry] = max(new[entry], count)
    return new


def stale_note(stale: int, file: str) -> str:
    """The sentence that says how many entries of a file are stale."""
    if stale == 1:
        return f"1 entry of `{file}` is stale: `blint baseline --prune` removes it."
    return f"{stale:,} entries of `{file}` are stale: `blint baseline --prune` removes them."


def _unread(outcome: Outcome) -> set[str]:
    """The files of which not all was checked."""
    return {one.path for one in outcome.diagnostics if one.rule in NOT_CHECKED}
