"""Narrow a review down to what a change causes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from blint.diagnostics import Diagnostic
from blint.facts import PostFacts
from blint.running.changes.blame import Blame
from blint.running.changes.caused import (
    ALWAYS,
    added,
    changed_lines,
    place_of,
    text_under,
    touches,
)
from blint.running.changes.model import Change
from blint.running.changes.past import Past, open_past
from blint.running.files import read_text
from blint.running.opening import OpenedBlog, Request
from blint.running.ready import Ready
from blint.running.review import Reviewed
from blint.running.settle import SettledPost

Settled = Mapping[str, SettledPost]


class Narrowed(NamedTuple):
    """What is left of a review, and notes on what could not be known."""

    settled: Settled
    notes: tuple[str, ...]


def narrow(
    change: Change, request: Request, opened: OpenedBlog, ready: Ready, reviewed: Reviewed
) -> Narrowed:
    """What of a review of the present a change has caused, and addresses that it took away.

    Posts that the change took away are among what is returned, if there is something to say of
    them.
    """
    settled = reviewed.settled
    if not change.known:
        return Narrowed(settled, change.notes)
    past = Past.none()
    if change.old or change.new:
        past = open_past(change, request, opened, ready)
    narrowing = _Narrowing(change, opened, reviewed)
    if narrowing.asks(settled):
        narrowing.then = past.review()
    left = {path: narrowing.post(path, post) for path, post in settled.items()}
    if opened.bound.is_on("url-changed"):
        from blint.running.changes.urls import changed_urls

        for path, found in changed_urls(change, opened, ready, reviewed, past).items():
            post = left.get(path, SettledPost())
            both = sorted((*post.diagnostics, *found.diagnostics), key=_order)
            silenced = (*post.suppressed, *found.suppressed)
            left[path] = SettledPost(tuple(both), silenced, post.templated)
    past.keep()
    return Narrowed(left, change.notes + past.notes)


class _Narrowing:
    """Narrows posts down, one by one; `then` is what there was to say of the past."""

    def __init__(self, change: Change, opened: OpenedBlog, now: Reviewed) -> None:
        self._change, self._opened, self._now = change, opened, now
        self.then = Reviewed({}, list, ())

    def asks(self, settled: Settled) -> bool:
        """Whether the past has to be reviewed to narrow a review down."""
        return bool(self._change.old or self._change.new) and any(
            post.diagnostics and (self._change.lines or not self._change.touches(path))
            for path, post in settled.items()
        )

    def post(self, path: str, post: SettledPost) -> SettledPost:
        """What is left of what there is to say of a post."""
        change = self._change
        if not post.diagnostics and not post.suppressed and not post.templated:
            return post
        former = change.path_then(path)
        if change.touches(path):
            if not change.lines or former is None:
                return post
            return SettledPost(tuple(self._on_lines(path, former, post)), (), post.templated)
        # Nobody asked other sites about links at the base.
        known = [d for d in post.diagnostics if self._scope(d) != "web"]
        if not (change.old or change.new):
            return SettledPost(tuple(d for d in known if d.rule in ALWAYS))
        new = added(known, self._before(former or path), place_of, place_of)
        return SettledPost(tuple(d for d in new if self._is_new(d)))

    def _on_lines(self, path: str, former: str, post: SettledPost) -> Iterator[Diagnostic]:
        """What is on changed lines, or was not there before."""
        root, change = self._opened.discovery.root, self._change
        text = read_text(root, path, change.drafts)
        before = read_text(root, former, change.then)
        if text is None or before is None:
            yield from post.diagnostics
            return
        lines = changed_lines(before, text)
        front = self._front_matter(path)
        here = {d for d in post.diagnostics if touches(d, lines, front)}
        rest = [d for d in post.diagnostics if d not in here and self._scope(d) != "web"]
        then = self._before(former)
        new = set(added(rest, then, text_under(text), text_under(before)))
        yield from (d for d in post.diagnostics if d in here or (d in new and self._is_new(d)))

    def _before(self, path: str) -> tuple[Diagnostic, ...]:
        """What there was to say of the post at a path."""
        post = self.then.settled.get(path)
        return post.diagnostics if post is not None else ()

    def _is_new(self, diagnostic: Diagnostic) -> bool:
        """Whether what is found in an untouched post is not merely what another was blamed for.

        Of links each is at fault for itself."""
        rule = self._opened.rulebook[diagnostic.rule]
        if rule.scope != "site" or rule.group == "links":
            return True
        return self._blame.is_new(diagnostic, of_group=rule.group == "tags")

    @cached_property
    def _blame(self) -> Blame:
        return Blame(self._now.judged(), self.then.judged())

    def _front_matter(self, path: str) -> int:
        """The last line of a post's front matter, 0 where it has none."""
        corpus = self._opened.corpus
        if path not in corpus.numbers:
            return 0
        facts: PostFacts = corpus.facts_at(path)
        return facts.line_table.place(facts.front_matter).end_line if facts.front_matter.end else 0

    def _scope(self, diagnostic: Diagnostic) -> str:
        return self._opened.rulebook[diagnostic.rule].scope


def _order(diagnostic: Diagnostic) -> tuple[int, int, str, str]:
    place = diagnostic.place
    return place.line, place.column, diagnostic.rule, diagnostic.message
