"""One run: discover, examine, judge, settle; the whole way of the data in one process."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from blint.diagnostics import Diagnostic, Severity
from blint.facts import PostFacts
from blint.rulebook import Rule
from blint.running.active import ActiveRules
from blint.running.baseline.reach import Reach
from blint.running.batch import Progress
from blint.running.config import Config
from blint.running.corpus import DataPost
from blint.running.discover import Discovery, collections_of
from blint.running.files import NO_DRAFTS, Drafts
from blint.running.opening import OpenedBlog, Request, configure, open_blog
from blint.running.ready import make_ready
from blint.running.review import review
from blint.running.settle import SettledPost

if TYPE_CHECKING:
    from blint.running.changes.model import Change
    from blint.running.web.check import Watch
    from blint.site.links.verdicts import Verdict


class Outcome(NamedTuple):
    """What a run found. `posts` counts the posts that were asked for, not those only indexed.

    `looked_at` are the paths of all that this depends on, relative to the root or absolute; empty
    where there is no telling. `stopped` is the number of the signal that ended the run before its
    end, or 0. `opened` is the blog that was checked, and `drafts` what files held for that which
    hold something else on disk. `baselined` counts what the baseline knows, which is not among the
    diagnostics; `reach` is what was checked.
    """

    root: Path
    posts: int
    diagnostics: list[Diagnostic]
    suppressed: int
    skipped: int
    rules: Mapping[str, Rule]
    notes: tuple[str, ...] = ()
    looked_at: tuple[str, ...] = ()
    stopped: int = 0
    opened: OpenedBlog | None = None
    baselined: int = 0
    reach: Reach | None = None
    drafts: Drafts = NO_DRAFTS

    def count(self, severity: Severity) -> int:
        """How many diagnostics have this severity."""
        return sum(d.severity is severity for d in self.diagnostics)


def run(
    request: Request,
    progress: Progress | None = None,
    config: Config | None = None,
    watch: Watch | None = None,
) -> Outcome:
    """Check a blog. Raises UsageFault (ConfigError among them) where that cannot be done.

    `config` is a configuration that nobody has written down yet: none is then looked for.
    """
    change: Change | None = None
    if request.changed is not None:
        config = config or configure(request)
        change = request.changed(config.root)
        request = replace(request, drafts={**request.drafts, **change.drafts}, absent=change.absent)
    opened = open_blog(request, progress, config)
    config, rulebook, discovery, _, rules, memory, data, corpus = opened
    web = _Web(request, opened, change, watch) if request.external else None
    ready = make_ready(request, opened, web.ask if web else None)
    reviewed = review(*ready)
    settled: Mapping[str, SettledPost] = reviewed.settled
    notes: tuple[str, ...] = ()
    if change is not None:
        from blint.running.changes.narrow import narrow

        settled, notes = narrow(change, request, opened, ready, reviewed)
    corpus.keep()
    outcome = _outcome(discovery, data, rules, settled, rulebook)
    outcome = outcome._replace(
        notes=outcome.notes + notes,
        drafts=request.drafts,
        opened=opened,
        reach=_reach(opened, request, web),
    )
    if web is not None:
        outcome = outcome._replace(notes=outcome.notes + web.notes, stopped=web.stopped)
    outcome = _without_known(outcome, config, request)
    if web is not None or change is not None:
        return outcome
    if request.drafts or (memory is not None and not memory.seen.settled):
        return outcome
    # What a link leads to may be anywhere.
    linked = discovery.skipped or any(scan.links for scan in discovery.scans)
    looked_at = [] if linked else [*opened.looked_at()]
    if looked_at and request.config is not None:
        looked_at.append(os.path.abspath(request.config))  # noqa: PTH100 (a link stays one)
    return outcome._replace(looked_at=tuple(looked_at))


def _outcome(
    discovery: Discovery,
    data: Sequence[DataPost],
    rules: ActiveRules,
    settled: Mapping[str, SettledPost],
    rulebook: Mapping[str, Rule],
) -> Outcome:
    """What is reported: all of the posts that were asked for; of the pages beside them, where the
    whole site was asked for, what is about links; and of files that the configuration names, where
    no post was left out."""
    reported, linking = _reported(discovery)
    diagnostics: list[Diagnostic] = []
    suppressed = skipped = 0
    named = {one.file.path for one in data if _is_every(discovery)}
    # What a change took away is there no more, and was asked for.
    known = {one.path for one in discovery.posts} | {one.file.path for one in data}
    named |= settled.keys() - known - reported
    for path in sorted(reported | linking | named):
        post = settled[path]
        skipped += post.templated
        if path in reported or path in named:
            diagnostics += post.diagnostics
            suppressed += len(post.suppressed)
        else:
            diagnostics += (d for d in post.diagnostics if rules.is_about_links(d.rule))
            suppressed += sum(map(rules.is_about_links, post.suppressed))
    return Outcome(
        root=discovery.root,
        posts=len(reported),
        diagnostics=diagnostics,
        suppressed=suppressed,
        skipped=skipped,
        rules=rulebook,
        notes=_notes(),
    )


def _is_every(discovery: Discovery) -> bool:
    """Whether no post was left out."""
    return all(post.reported or post.page for post in discovery.posts)


def _reported(discovery: Discovery) -> tuple[set[str], set[str]]:
    """The paths that were asked for, and those of which only the links are."""
    reported = {post.path for post in discovery.posts if post.reported}
    reported.update(path for path, _ in discovery.skipped)
    linking = {p.path for p in discovery.posts if p.linking and not p.reported and discovery.whole}
    return reported, linking


def _reach(opened: OpenedBlog, request: Request, web: _Web | None) -> Reach:
    """What was checked; links to other sites only where all of them were asked for."""
    discovery, bound, rules = opened.discovery, opened.bound, opened.rules
    reported, linking = _reported(discovery)
    every = _is_every(discovery)
    asked = web is not None and not (request.only or request.offline or web.stopped)
    collection_of = collections_of(opened.config)
    return Reach(
        paths=frozenset(reported),
        linking=frozenset(linking),
        every=every,
        files=discovery.files,
        rules={name: asked or rule.scope != "web" for name, rule in opened.rulebook.items()},
        severity=lambda rule, path: bound.severity(rule, collection_of(path)),
        about_links=rules.is_about_links,
    )


def _without_known(outcome: Outcome, config: Config, request: Request) -> Outcome:
    """An outcome without what the baseline knows."""
    if not request.baseline or not (config.table.baseline or os.path.lexists(config.baseline)):
        return outcome
    from blint.running.baseline.apply import hold, read_known, stale_note

    held = hold(outcome, read_known(config), request.drafts)
    # What a change did not cause is not among the diagnostics, and not gone.
    stale = held.stale if request.changed is None else 0
    notes = (stale_note(stale, config.baseline.name),) if stale else ()
    return outcome._replace(
        diagnostics=held.fresh, baselined=held.baselined, notes=outcome.notes + notes
    )


class _Web:
    """The links of a run to other sites: asks for those of the posts that are reported."""

    def __init__(
        self, request: Request, opened: OpenedBlog, change: Change | None, watch: Watch | None
    ) -> None:
        self._request, self._config, self._watch = request, opened.config, watch
        paths = set[str]().union(*_reported(opened.discovery))
        self._paths = paths if change is None else set(filter(change.touches, paths))
        self._settings = opened.bound.settings
        self._fragments = opened.bound.is_on("dead-fragment")
        self.notes: tuple[str, ...] = ()
        self.stopped = 0

    def ask(self, facts: Sequence[PostFacts]) -> Mapping[str, Verdict]:
        """The verdicts on the links of posts to other sites."""
        from blint.running.web.blog import Wanted, look_up

        request = self._request
        found = look_up(
            (post for post in facts if post.path in self._paths),
            self._settings,
            self._config,
            Wanted(
                offline=request.offline,
                only=request.only,
                today=request.today or "",
                anew=not (request.cache or request.offline),
                fragments=self._fragments,
            ),
            self._watch,
        )
        self.notes = (*found.notes, *filter(None, (found.summary,)))
        self.stopped = found.stopped
        return found.verdicts


def _notes() -> tuple[str, ...]:
    if find_spec("pyromark") is None:
        return ("pyromark is not installed: Markdown is read by markdown-it-py, which is slower.",)
    return ()
