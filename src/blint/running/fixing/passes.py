"""Passes: check, make the fixes that go together, and check again, until nothing changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from blint.diagnostics import Diagnostic, Severity
from blint.reading.post import Post, read_post
from blint.running.cache.digests import content_digest
from blint.running.files import FileRead, read_file
from blint.running.fixing.change import Change
from blint.running.fixing.edits import Shift, Uneditable, edited
from blint.running.fixing.plan import edits_of, together
from blint.running.fixing.proof import difference
from blint.running.fixing.write import NotWritten, Rewrite, rewrite, sweep
from blint.running.opening import OpenedBlog, Request
from blint.running.run import Outcome
from blint.source import Span, decode

MOST_PASSES = 10

Check = Callable[[Request], Outcome]


class Refused(NamedTuple):
    """A file that was not written, and why, as the end of a sentence."""

    path: str
    reason: str


class Fixed(NamedTuple):
    """What fixes make of a blog.

    `outcome` is what is left to say afterwards, with an `internal-error` for each fix that did not
    do what it promised. `changes` are the files that are another, `cured` is how many findings
    fixes were made for, by path. `settled` is false where the last pass still had something to
    change.
    """

    outcome: Outcome
    changes: tuple[Rewrite, ...]
    cured: Mapping[str, int]
    settled: bool = True
    refused: tuple[Refused, ...] = ()

    @property
    def made(self) -> int:
        """How many findings fixes were made for, in the files that have changed."""
        return sum(self.cured[change.path] for change in self.changes)


def fix(request: Request, check: Check, *, unsafe: bool = False) -> Fixed:
    """Fix what can be fixed, without writing anything; `unsafe`: also what may change the meaning.

    `check` runs a request. Raises what it raises.
    """
    work = _Work(request, unsafe=unsafe)
    outcome = check(request)
    for _ in range(MOST_PASSES):
        if outcome.stopped:
            break
        if not work.next_pass(outcome):
            return work.result(outcome)
        outcome = check(replace(request, drafts={**request.drafts, **work.drafts}))
    if outcome.stopped:
        # Who ends a run wants no more of it.
        return Fixed(outcome, (), {})
    settled = not any(work.wanted(outcome))
    return work.result(outcome)._replace(settled=settled)


def write(fixed: Fixed, request: Request, check: Check) -> Fixed:
    """Write what fixes have changed; what cannot be written stays as it is, and is said to."""
    refused = []
    opened = fixed.outcome.opened
    if opened is not None:
        sweep(fixed.outcome.root, opened.discovery.files)
    for change in fixed.changes:
        try:
            rewrite(fixed.outcome.root, change)
        except NotWritten as fault:
            refused.append(Refused(change.path, str(fault)))
    if not refused:
        return fixed
    left = {one.path for one in refused}
    changes = tuple(change for change in fixed.changes if change.path not in left)
    errors = [d for d in fixed.outcome.diagnostics if d.rule == "internal-error"]
    outcome = _with(check(request), errors)
    return fixed._replace(outcome=outcome, changes=changes, refused=tuple(refused))


class _Dropped(NamedTuple):
    """A fix that is not made again: what it is of, and where that stands by now."""

    rule: str
    message: str
    title: str
    span: Span | None

    @classmethod
    def of(cls, offer: Diagnostic) -> _Dropped:
        """The fix of a diagnostic."""
        title = offer.fix.title if offer.fix is not None else ""
        return cls(offer.rule, offer.message, title, offer.span)

    def moved(self, shift: Shift) -> _Dropped:
        """The same after edits; nowhere, and so no longer dropped, where one has changed it."""
        return self._replace(span=shift.span(self.span) if self.span is not None else None)


@dataclass
class _Work:
    """The passes so far: what files held at first and hold now, by path, and what went wrong."""

    request: Request
    unsafe: bool
    drafts: dict[str, bytes] = field(default_factory=dict)
    _first: dict[str, bytes] = field(default_factory=dict)
    _former: set[tuple[str, bytes]] = field(default_factory=set)
    _dropped: dict[str, list[_Dropped]] = field(default_factory=dict)
    _errors: list[Diagnostic] = field(default_factory=list)
    _cured: Counter[str] = field(default_factory=Counter)

    def wanted(self, outcome: Outcome) -> Iterator[Diagnostic]:
        """The diagnostics whose fixes are to be made."""
        for diagnostic in outcome.diagnostics:
            offered = diagnostic.fix
            if (
                offered is not None
                and offered.edits
                and (offered.safe or self.unsafe)
                and _Dropped.of(diagnostic) not in self._dropped.get(diagnostic.path, ())
            ):
                yield diagnostic

    def next_pass(self, outcome: Outcome) -> bool:
        """Make the fixes of a pass; returns whether anything has changed."""
        offers: dict[str, list[Diagnostic]] = {}
        for diagnostic in self.wanted(outcome):
            offers.setdefault(diagnostic.path, []).append(diagnostic)
        opened = outcome.opened
        assert opened is not None
        changed = [self._fix_file(opened, path, mine) for path, mine in sorted(offers.items())]
        return any(changed)

    def result(self, outcome: Outcome) -> Fixed:
        """What came of all passes."""
        changes = tuple(
            Rewrite(path, self._first[path], data)
            for path, data in sorted(self.drafts.items())
            if data != self._first[path]
        )
        return Fixed(_with(outcome, self._errors), changes, self._cured)

    def _fix_file(self, opened: OpenedBlog, path: str, offers: list[Diagnostic]) -> bool:
        data = self._read(opened, path)
        if data is None or decode(data).fault is not None:
            return False
        made = together(offers)
        after = self._proven(opened, path, data, made)
        if after is None:
            # One of them is not what it promises, or not beside the others: find out which.
            held = [offer for offer in made if self._holds(opened, path, data, offer)]
            made = []
            for offer in held:
                more = self._proven(opened, path, data, [*made, offer])
                if more is not None:
                    made, after = [*made, offer], more
        if not made or after is None or after == data:
            return False
        self._former.add((path, data))
        if (path, after) in self._former:
            for offer in made:
                self._drop(offer, "other fixes undo it")
            return False
        if path in self._dropped:
            edits = [edit for offer in made for edit in edits_of(offer)]
            shift = Change.of(edits, decode(data).text).shift
            self._dropped[path] = [one.moved(shift) for one in self._dropped[path]]
        self._first.setdefault(path, data)
        self.drafts[path] = after
        self._cured[path] += len(made)
        return True

    def _read(self, opened: OpenedBlog, path: str) -> bytes | None:
        """What a post holds; None where that is not what was checked, or it is no post."""
        if path in self.drafts:
            return self.drafts[path]
        known = opened.corpus.numbers.get(path)
        if known is None or known >= len(opened.discovery.posts):
            return None
        read = read_file(opened.config.root, path, self.request.drafts)
        if not isinstance(read, FileRead):
            return None
        return read.data if content_digest(read.data) == opened.corpus.content_at(path) else None

    def _proven(
        self, opened: OpenedBlog, path: str, data: bytes, offers: Iterable[Diagnostic]
    ) -> bytes | None:
        """A file after the fixes of some diagnostics; None where they do more than they promise."""
        try:
            return _fixed(opened, path, data, offers)
        except Uneditable:
            return None

    def _holds(self, opened: OpenedBlog, path: str, data: bytes, offer: Diagnostic) -> bool:
        """Whether a fix does what it promises, which is noted where it does not."""
        try:
            _fixed(opened, path, data, [offer])
        except Uneditable as fault:
            self._drop(offer, str(fault))
            return False
        return True

    def _drop(self, offer: Diagnostic, reason: str) -> None:
        self._dropped.setdefault(offer.path, []).append(_Dropped.of(offer))
        title = offer.fix.title if offer.fix is not None else ""
        message = f"A fix of `{offer.rule}` ({title}) was not made: {reason}."
        help_text = "This is a defect of blint; everything else was fixed. Please report it."
        self._errors.append(
            Diagnostic(
                "internal-error",
                Severity.ERROR,
                offer.path,
                offer.span,
                offer.place,
                message,
                help_text,
            )
        )


def _fixed(opened: OpenedBlog, path: str, data: bytes, offers: Iterable[Diagnostic]) -> bytes:
    """A file after some fixes. Raises Uneditable where they do more than they promise."""
    edits = [edit for offer in offers for edit in edits_of(offer)]
    after = edited(data, edits)
    fault = difference(_post(opened, path, data), _post(opened, path, after), edits)
    if fault is not None:
        raise Uneditable(f"after it, {fault}")
    return after


def _post(opened: OpenedBlog, path: str, data: bytes) -> Post:
    collection = opened.discovery.posts[opened.corpus.numbers[path]].collection
    dialect = opened.bound.settings[collection].preset.dialect
    return read_post(path, decode(data), dialect=dialect)


def _with(outcome: Outcome, errors: list[Diagnostic]) -> Outcome:
    """An outcome with some more diagnostics, in order."""
    if not errors:
        return outcome
    every = [*outcome.diagnostics, *errors]
    every.sort(key=lambda d: (d.path, d.place.line, d.place.column, d.rule))
    return outcome._replace(diagnostics=every)
