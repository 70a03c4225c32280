"""What blint says: findings as checks yield them, diagnostics as reports print them."""

from __future__ import annotations

import enum

import msgspec

from blint.source import Place, Span


class Severity(enum.IntEnum):
    """How much a diagnostic matters; the order is that of weight."""

    OFF = 0
    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def word(self) -> str:
        """The word for it in configuration and reports."""
        return self.name.lower()

    @classmethod
    def of(cls, word: str) -> Severity:
        """The severity of a word; KeyError for any other word."""
        return cls[word.upper()]


class Edit(msgspec.Struct, frozen=True, array_like=True):
    """Replace the text of a span."""

    span: Span
    text: str
    place: Place | None = None


class Fix(msgspec.Struct, frozen=True, array_like=True):
    """A change that cures a finding; `safe` means that it cannot change what the post says."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool = True


class Related(msgspec.Struct, frozen=True, array_like=True):
    """Another place that explains a finding. `path` None: in the same file."""

    span: Span
    message: str
    path: str | None = None
    place: Place | None = None


class Finding(msgspec.Struct, frozen=True, array_like=True):
    """What a check yields: a place in a post, a sentence, perhaps a fix.

    `path` None means the post being checked; site checks name it.
    """

    span: Span
    message: str
    help: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
    path: str | None = None


class Diagnostic(msgspec.Struct, frozen=True, array_like=True):
    """A finding with its rule, severity and address; what reports take.

    `path` is relative to the project root with `/`. `place` and the places of edits and related
    are filled in by `settle`, once, from the line table of the file they are in.
    """

    rule: str
    severity: Severity
    path: str
    span: Span
    place: Place
    message: str
    help: str | None = None
    fix: Fix | None = None
    related: tuple[Related, ...] = ()
