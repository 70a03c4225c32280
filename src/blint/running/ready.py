"""Make an opened blog ready to be reviewed: with what could not be read, and a settler."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from blint.diagnostics import Finding
from blint.facts import PostFacts
from blint.running.discover import Discovery
from blint.running.examine import Found
from blint.running.gather import bare_facts
from blint.running.opening import OpenedBlog, Request
from blint.running.review import Blog
from blint.running.settings import DEFAULT
from blint.running.settle import Settler
from blint.site.settings import Settings
from blint.source import Source, Span

if TYPE_CHECKING:
    from blint.site.links.verdicts import Verdict

Ask = Callable[[Sequence[PostFacts]], Mapping[str, "Verdict"]]


class Ready(NamedTuple):
    """A blog that can be reviewed, and what makes diagnostics of what is found in it."""

    blog: Blog
    settler: Settler


def make_ready(request: Request, opened: OpenedBlog, ask: Ask | None = None) -> Ready:
    """An opened blog, ready to be reviewed; `ask`: see `Blog`."""
    _, rulebook, discovery, bound, rules, _, _, corpus = opened
    strays = dict(_strays(discovery, bound.settings[DEFAULT]))
    settler = Settler(
        lambda path: strays[path][0] if path in strays else corpus.facts_at(path),
        severity_of=bound.severity,
        known_rules={
            name: bound.is_on(name)
            and (request.external or rule.scope != "web")
            and rule.scope != "change"
            for name, rule in rulebook.items()
        },
        complete=not (request.select or request.ignore),
        today=request.today or date.today().isoformat(),  # noqa: DTZ011 (the author's own day)
        heeding=request.suppressions,
    )
    return Ready(Blog(discovery, bound, rules, corpus, tuple(strays.values()), ask), settler)


def _strays(
    discovery: Discovery, settings: Settings
) -> Iterator[tuple[str, tuple[PostFacts, Found]]]:
    """What was asked for and cannot be read, by path."""
    for path, reason in discovery.skipped:
        finding = Finding(Span(0, 0), f"This was not read: {reason}.")
        yield path, (bare_facts(path, Source(""), settings), Found("unreadable-file", finding))
