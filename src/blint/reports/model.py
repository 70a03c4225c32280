"""What every report format is given: the settled findings and what surrounds them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from blint.source import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from blint.diagnostics import Diagnostic, Edit, Related, Severity


class Summary(msgspec.Struct, frozen=True):
    """The counts of one run; `skipped` counts links that hold template code nobody can resolve,
    `baselined` the findings that are in the baseline and not among the diagnostics, `fixed` the
    findings that fixes were made for, and is None where nobody asked for fixes."""

    posts: int
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    suppressed: int = 0
    skipped: int = 0
    baselined: int = 0
    fixed: int | None = None


class RuleHelp(msgspec.Struct, frozen=True):
    """What a report says of a rule: a sentence, and its page as Markdown.

    `precision` is one of code scanning's four: very-high, high, medium, low.
    """

    name: str
    group: str
    summary: str
    severity: Severity
    help_markdown: str
    precision: str = "high"


class Report(msgspec.Struct, frozen=True):
    """The outcome of one run. `diagnostics` are settled and sorted by path, line, column, rule.

    `rules` holds at least the rules that occur; `notes` are sentences about the run as a whole.
    """

    diagnostics: Sequence[Diagnostic]
    summary: Summary
    rules: Mapping[str, RuleHelp] = {}
    notes: Sequence[str] = ()


class Context(msgspec.Struct, frozen=True):
    """Where a report goes and where its files are.

    `width` is in terminal cells. `read_text` gives the decoded text of a path relative to the
    root, without a byte order mark, or None where it cannot be read.
    """

    root: Path
    color: bool
    width: int
    read_text: Callable[[str], str | None]
    version: str
    env: Mapping[str, str]


_FILE_START = Place(1, 1, 1, 1)


def place_of(item: Edit | Related) -> Place:
    """The place of an edit or a related note; the file's start where it was not filled in."""
    return item.place or _FILE_START
