"""Judge the site: every cross-post question is a group-by over what the posts emit."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from blint.diagnostics import Finding
from blint.facts import PostFacts
from blint.running.examine import Found, internal_error
from blint.site.model import Site


class ActiveJudge(NamedTuple):
    """A site rule that is on in at least one collection.

    `group` makes of the records of one key what `judge` takes, or None: nothing is to be judged.
    `data`: files that the configuration names emit, too.
    """

    rule: str
    emit: Callable[..., Iterable[tuple[str, Any]]]
    judge: Callable[..., Iterable[Finding]]
    options: dict[str, Any]
    group: Callable[[list[Any]], Any] = list
    data: bool = False


class Judged(msgspec.Struct, array_like=True):
    """What the rules that share an `emit` have made of the site.

    `members` are, by key, the numbers of the posts that emitted records under it; `found` is, by
    key, what was found there, each with the path of its post. `failed` is what went wrong with a
    post before there were groups.
    """

    members: dict[str, list[int]] = {}
    found: dict[str, list[tuple[str, Found]]] = {}
    failed: list[tuple[str, Found]] = []

    def all(self) -> Iterator[tuple[str, Found]]:
        """Everything that was found."""
        yield from self.failed
        for found in self.found.values():
            yield from found


def judge_site(
    posts: Iterable[PostFacts], site: Site, judges: Iterable[ActiveJudge]
) -> Iterator[tuple[str, Found]]:
    """Yield (path, finding) of all site rules. Rules that emit by the same function share it."""
    numbered = list(enumerate(posts))
    for sharing in by_emit(judges):
        yield from judge_groups(numbered, site, sharing).all()


def by_emit(judges: Iterable[ActiveJudge]) -> list[list[ActiveJudge]]:
    """The rules that emit by the same function, together."""
    found: dict[Callable[..., Any], list[ActiveJudge]] = {}
    for judge in judges:
        found.setdefault(judge.emit, []).append(judge)
    return list(found.values())


def judge_groups(
    posts: Iterable[tuple[int, PostFacts]],
    site: Site,
    sharing: list[ActiveJudge],
    only: Container[str] | None = None,
) -> Judged:
    """Judge by rules that share an `emit`; `only`: the groups of these keys.

    Posts come with their numbers, in order, and all that have a record under one of the keys.
    """
    emit, data = sharing[0].emit, sharing[0].data
    groups: dict[str, tuple[list[int], list[Any]]] = {}
    judged = Judged()
    first = ""
    for number, post in posts:
        if post.data and not data:
            continue
        first = first or post.path
        try:
            for key, record in emit(post, site.settings[post.collection]):
                group = groups.get(key)
                if group is None:
                    if only is not None and key not in only:
                        continue
                    groups[key] = [number], [record]
                    continue
                members, records = group
                records.append(record)
                if members[-1] != number:
                    members.append(number)
        except Exception as error:  # our own defect: the other posts are still judged
            fault = Found("internal-error", internal_error(sharing[0].rule, error))
            judged.failed.append((post.path, fault))
    for key, (members, records) in groups.items():
        judged.members[key] = members
        found = list(_judge_group(sharing, key, records, site, first))
        if found:
            judged.found[key] = found
    return judged


def _judge_group(
    sharing: list[ActiveJudge], key: str, records: list[Any], site: Site, fallback: str
) -> Iterator[tuple[str, Found]]:
    """What all rules find in one group; a rule that fails is named at the `fallback` path."""
    made: dict[Callable[..., Any], Any] = {}
    for active in sharing:
        try:
            if active.group not in made:
                made[active.group] = active.group(records)
            group = made[active.group]
            if group is not None:
                for finding in active.judge(key, group, site, **active.options):
                    assert finding.path is not None, "a site check must name the path it is about"
                    yield finding.path, Found(active.rule, finding)
        except Exception as error:  # our own defect: the other groups are still judged
            yield fallback, Found("internal-error", internal_error(active.rule, error))
