"""One run: discover, examine, judge, settle; the whole way of the data in one process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from blint.diagnostics import Diagnostic, Finding, Severity
from blint.facts import PostFacts
from blint.rulebook import Rule, load_rulebook
from blint.running.active import ActiveRules
from blint.running.batch import Progress, examine_all
from blint.running.config import load_config
from blint.running.discover import discover
from blint.running.examine import Found
from blint.running.gather import bare_facts
from blint.running.judge import judge_site
from blint.running.settings import DEFAULT, bind
from blint.running.settle import settle
from blint.site.model import Site
from blint.site.routing.layouts import survey
from blint.source import Source, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked of a run. `today` is an ISO date; None: the clock's."""

    paths: tuple[Path, ...] = ()
    config: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    force_exclude: bool = False
    jobs: int | None = None
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


def run(request: Request, progress: Progress | None = None) -> Outcome:
    """Check a blog. Raises UsageFault (ConfigError among them) where that cannot be done."""
    rulebook = load_rulebook()
    start = request.paths[0] if request.paths else Path()
    config = load_config(start, request.config, rulebook)
    discovery = discover(config, request.paths, force_exclude=request.force_exclude)
    bound = bind(config, rulebook, discovery, select=request.select, ignore=request.ignore)
    bound.verify_schemas()
    rules = ActiveRules(bound)
    posts: dict[str, PostFacts] = {}
    found: list[tuple[str, Found]] = []
    for examined in examine_all(
        config.root, discovery.posts, rules, jobs=request.jobs, progress=progress
    ):
        path = examined.facts.path
        posts[path] = examined.facts
        found.extend((path, one) for one in examined.found)
    for path, reason in discovery.skipped:
        posts[path] = bare_facts(path, Source(""), bound.settings[DEFAULT])
        finding = Finding(Span(0, 0), f"This was not read: {reason}.")
        found.append((path, Found("unreadable-file", finding)))
    today = request.today or date.today().isoformat()  # noqa: DTZ011 (the author's own day)
    vague = survey(posts.values(), bound.settings)
    site = Site(discovery.files, bound.settings, today, vague)
    found.extend(judge_site(posts.values(), site, rules.judges()))
    reported = {post.path for post in discovery.posts if post.reported}
    reported |= {path for path, _ in discovery.skipped}
    linking = {post.path for post in discovery.posts if post.linking}

    def is_reported(path: str, rule: str) -> bool:
        return path in reported or (path in linking and rules.is_about_links(rule))

    settled = settle(
        found,
        posts,
        severity_of=bound.severity,
        known_rules={name: bound.is_on(name) for name in rulebook},
        complete=not (request.select or request.ignore),
        today=today,
        reported=is_reported,
    )
    return Outcome(
        root=config.root,
        posts=len(reported),
        diagnostics=settled.diagnostics,
        suppressed=settled.suppressed,
        skipped=sum(
            link.templated
            for facts in posts.values()
            if facts.path in reported or facts.path in linking
            for link in facts.links
        ),
        rules=rulebook,
        notes=_notes(),
    )


def _notes() -> tuple[str, ...]:
    if find_spec("pyromark") is None:
        return ("pyromark is not installed: Markdown is read by markdown-it-py, which is slower.",)
    return ()
