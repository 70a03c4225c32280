"""Judge the site: every cross-post question is a group-by over what the posts emit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from blint.diagnostics import Finding
from blint.facts import PostFacts
from blint.running.examine import Found, internal_error
from blint.site.model import Site


class ActiveJudge(NamedTuple):
    """A site rule that is on in at least one collection.

    `group` makes of the records of one key what `judge` takes, or None: nothing is to be judged.
    """

    rule: str
    emit: Callable[..., Iterable[tuple[str, Any]]]
    judge: Callable[..., Iterable[Finding]]
    options: dict[str, Any]
    group: Callable[[list[Any]], Any] = list


def judge_site(
    posts: Iterable[PostFacts], site: Site, judges: Iterable[ActiveJudge]
) -> Iterator[tuple[str, Found]]:
    """Yield (path, finding) of all site rules. Rules that emit by the same function share it."""
    by_emit: dict[Callable[..., Any], list[ActiveJudge]] = {}
    for judge in judges:
        by_emit.setdefault(judge.emit, []).append(judge)
    facts = list(posts) if by_emit else []
    for emit, sharing in by_emit.items():
        groups: dict[str, list[Any]] = {}
        for post in facts:
            try:
                for key, record in emit(post, site.settings[post.collection]):
                    groups.setdefault(key, []).append(record)
            except Exception as error:  # our own defect: the other posts are still judged
                yield post.path, Found("internal-error", internal_error(sharing[0].rule, error))
        for key, records in groups.items():
            made: dict[Callable[..., Any], Any] = {}
            for judge in sharing:
                try:
                    if judge.group not in made:
                        made[judge.group] = judge.group(records)
                    if made[judge.group] is not None:
                        yield from _judge_group(judge, key, made[judge.group], site)
                except Exception as error:  # our own defect: the other groups are still judged
                    found = Found("internal-error", internal_error(judge.rule, error))
                    yield facts[0].path, found


def _judge_group(
    active: ActiveJudge, key: str, group: Any, site: Site
) -> Iterator[tuple[str, Found]]:
    for finding in active.judge(key, group, site, **active.options):
        assert finding.path is not None, "a site check must name the path of its finding"
        yield finding.path, Found(active.rule, finding)
