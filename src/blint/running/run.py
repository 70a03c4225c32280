"""One run: discover, examine, judge, settle; the whole way of the data in one process."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

from blint.diagnostics import Diagnostic, Severity
from blint.facts import PostFacts
from blint.rulebook import BoundRule, Check, Rule, load_check, load_rulebook
from blint.running.config import load_config
from blint.running.discover import PostFile, discover
from blint.running.examine import ActiveCheck, Examined, Found, examine
from blint.running.files import read_file
from blint.running.gather import bare_facts
from blint.running.judge import ActiveJudge, judge_site
from blint.running.settings import Bound, bind
from blint.running.settle import settle
from blint.site.model import Site
from blint.site.settings import Settings
from blint.source import Source

Progress = Callable[[int, int], None]
"""Told how many posts of how many are examined."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked of a run. `today` is an ISO date; None: the clock's."""

    paths: tuple[Path, ...] = ()
    config: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    force_exclude: bool = False
    today: str | None = None


class Outcome(NamedTuple):
    """What a run found. `posts` counts the posts that were asked for, not those only indexed."""

    root: Path
    posts: int
    diagnostics: list[Diagnostic]
    suppressed: int
    skipped: int
    rules: Mapping[str, Rule]
    notes: tuple[str, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many diagnostics have this severity."""
        return sum(d.severity is severity for d in self.diagnostics)


class _Reading(NamedTuple):
    posts: dict[str, PostFacts]
    found: list[tuple[str, Found]]


def run(request: Request, progress: Progress | None = None) -> Outcome:
    """Check a blog. Raises UsageFault (ConfigError among them) where that cannot be done."""
    rulebook = load_rulebook()
    start = request.paths[0] if request.paths else Path()
    config = load_config(start, request.config, rulebook)
    discovery = discover(config, request.paths, force_exclude=request.force_exclude)
    bound = bind(config, rulebook, discovery, select=request.select, ignore=request.ignore)
    checks = _Checks(bound)
    reading = _read_all(config.root, discovery.posts, bound, checks, progress)
    site = Site(discovery.files, bound.settings)
    judged = judge_site(reading.posts.values(), site, checks.judges())
    reported = {post.path for post in discovery.posts if post.reported}
    settled = settle(
        [*reading.found, *judged],
        reading.posts,
        severity_of=bound.severity,
        known_rules={name: bound.is_on(name) for name in rulebook},
        complete=not (request.select or request.ignore),
        today=request.today or date.today().isoformat(),  # noqa: DTZ011 (the author's own day)
        reported=reported.__contains__,
    )
    return Outcome(
        root=config.root,
        posts=len(reported),
        diagnostics=settled.diagnostics,
        suppressed=settled.suppressed,
        skipped=sum(link.templated for facts in reading.posts.values() for link in facts.links),
        rules=rulebook,
    )


class _Checks:
    """The checks that are on, by collection, each imported once."""

    def __init__(self, bound: Bound) -> None:
        self._bound = bound
        self._loaded: dict[str, Check] = {}
        self._of_collection: dict[str, list[ActiveCheck]] = {}

    def of(self, collection: str) -> list[ActiveCheck]:
        """The post checks of a collection."""
        if collection not in self._of_collection:
            self._of_collection[collection] = list(self._active(collection))
        return self._of_collection[collection]

    def judges(self) -> list[ActiveJudge]:
        """The site checks that are on anywhere, with the options of the first such collection."""
        found: dict[str, ActiveJudge] = {}
        for collection in self._bound.rules:
            for bound_rule in self._on(collection, "site"):
                check, options = self._load(bound_rule.rule), _keywords(bound_rule)
                name = bound_rule.rule.name
                if name not in found and check.emit is not None and check.judge is not None:
                    found[name] = ActiveJudge(name, check.emit, check.judge, options)
        return list(found.values())

    def _active(self, collection: str) -> Iterable[ActiveCheck]:
        for bound_rule in self._on(collection, "post"):
            check = self._load(bound_rule.rule).check
            if check is not None:
                yield ActiveCheck(bound_rule.rule.name, check, _keywords(bound_rule))

    def _on(self, collection: str, scope: str) -> Iterable[BoundRule]:
        rules = self._bound.rules[collection].values()
        return (b for b in rules if b.rule.scope == scope and b.severity is not Severity.OFF)

    def _load(self, rule: Rule) -> Check:
        if rule.name not in self._loaded:
            self._loaded[rule.name] = load_check(rule)
        return self._loaded[rule.name]


def _keywords(bound_rule: BoundRule) -> dict[str, object]:
    return {name.replace("-", "_"): value for name, value in bound_rule.options.items()}


def _read_all(
    root: Path, posts: list[PostFile], bound: Bound, checks: _Checks, progress: Progress | None
) -> _Reading:
    reading = _Reading({}, [])
    for done, post in enumerate(posts, 1):
        settings = bound.settings[post.collection]
        data = read_file(root, post.path)
        if isinstance(data, bytes):
            examined = examine(post.path, data, settings, checks.of(post.collection))
        else:
            examined = Examined(bare_facts(post.path, Source(""), settings), (data,))
        reading.posts[post.path] = examined.facts
        reading.found.extend((post.path, found) for found in examined.found)
        if progress is not None:
            progress(done, len(posts))
    return reading
