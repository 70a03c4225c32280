"""Which findings a baseline knows, and which of its entries nothing answers to any more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from blint.diagnostics import Diagnostic
from blint.rulebook import NOT_CHECKED, Rule
from blint.running.baseline.file import Entries, Entry
from blint.running.baseline.fingerprint import OWN, fingerprint

TextOf = Callable[[str], str | None]
"""The decoded text of a path; None where it cannot be read."""


class Matched(NamedTuple):
    """Findings held against a baseline.

    `fresh` are those that it does not know; `known` are the entries of those that it does, where
    they are now; `left` are the entries without a finding.
    """

    fresh: list[Diagnostic]
    known: Entries
    left: Entries


Finding = tuple[Diagnostic, Entry | None]


def matched(
    findings: Iterable[Finding], entries: Entries, is_there: Callable[[str], bool]
) -> Matched:
    """Hold findings, in their order, against entries; `is_there` tells whether there is a file.

    A finding is known by its text in its own file, and then by its words alone: to mend one of two
    findings on a line does not make the other a new one. What is left may be in a file that is
    gone, for it may have been renamed. Of findings that are alike the first ones are known.
    """
    left = Counter(entries)
    known: Counter[Entry] = Counter()
    rest = list(findings)
    for key, old in (
        (_same, lambda _: True),
        (_same_words, lambda _: True),
        (_same_elsewhere, lambda entry: not is_there(entry.path)),
    ):
        rest = list(_unknown(rest, left, known, key, filter(old, sorted(+left))))
    return Matched([diagnostic for diagnostic, _ in rest], known, +left)


def _unknown(
    findings: Iterable[Finding],
    left: Counter[Entry],
    known: Counter[Entry],
    key: Callable[[Entry], tuple[str, ...]],
    candidates: Iterable[Entry],
) -> Iterator[Finding]:
    """The findings for which no candidate has the same key; what others match goes over from
    `left` to `known`."""
    by_key: dict[tuple[str, ...], list[Entry]] = {}
    for old in candidates:
        by_key.setdefault(key(old), []).extend([old] * left[old])
    for waiting in by_key.values():
        waiting.reverse()
    for diagnostic, entry in findings:
        alike = by_key.get(key(entry)) if entry is not None else None
        if entry is not None and alike:
            left[alike.pop()] -= 1
            known[entry] += 1
        else:
            yield diagnostic, entry


def _same(entry: Entry) -> tuple[str, ...]:
    return entry


def _same_words(entry: Entry) -> tuple[str, ...]:
    return entry.path, entry.rule, entry.text[:OWN]


def _same_elsewhere(entry: Entry) -> tuple[str, ...]:
    return entry.rule, entry.text


def entries_of(
    diagnostics: Iterable[Diagnostic],
    text_of: TextOf,
    rules: Mapping[str, Rule],
    wanted: Callable[[str], bool] = lambda _: True,
) -> Iterator[Finding]:
    """Findings, sorted by path, each with the entry that records it.

    None for those of rules that are not `wanted`, and for what says that something was not
    checked: to know that is to know nothing of the rest.
    """
    path, text = "", None
    for diagnostic in diagnostics:
        if diagnostic.rule in NOT_CHECKED or not wanted(diagnostic.rule):
            yield diagnostic, None
            continue
        if diagnostic.path != path:
            path, text = diagnostic.path, text_of(diagnostic.path)
        alone = rules[diagnostic.rule].scope == "post"
        mark = fingerprint(diagnostic, text or "", alone=alone)
        yield diagnostic, Entry(path, diagnostic.rule, mark)
