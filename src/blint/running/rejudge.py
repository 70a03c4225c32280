"""Judge again what a change may have changed: the groups that changed posts had or have records in.

The posts of a snapshot and of this run are the same, in the same order, under the same settings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from blint.running.cache.snapshot import Snapshot
from blint.running.corpus import Corpus, Lost
from blint.running.judge import ActiveJudge, Judged, by_emit, judge_groups
from blint.site.model import Site


def rejudge(
    snapshot: Snapshot,
    changed: Sequence[int],
    corpus: Corpus,
    site: Site,
    judges: Iterable[ActiveJudge],
) -> set[int]:
    """Bring the snapshot's judgements up to date; returns the numbers of the posts whose site
    findings are, or were, in a group that was judged again.

    Raises Lost where too little is known, and then everything has to be judged.
    """
    former = corpus.former({number: snapshot.content(number) for number in changed})
    affected: set[int] = set()
    for sharing, judged in _paired(judges, snapshot):
        emit = sharing[0].emit
        touched: set[str] = set()
        for facts in (*former, *map(corpus.facts, changed)):
            if sharing[0].data or not facts.data:
                touched.update(key for key, _ in emit(facts, site.settings[facts.collection]))
        members = {number for key in touched for number in judged.members.get(key, ())}
        members.update(changed)
        corpus.load(sorted(members))
        posts = ((number, corpus.facts(number)) for number in sorted(members))
        again = judge_groups(posts, site, sharing, touched)
        if again.failed:
            raise Lost
        affected.update(corpus.numbers[path] for path in _replace(judged, again, touched))
    return affected


def _paired(
    judges: Iterable[ActiveJudge], snapshot: Snapshot
) -> Iterator[tuple[list[ActiveJudge], Judged]]:
    sharing = by_emit(judges)
    if len(sharing) != len(snapshot.judged):
        raise Lost
    return zip(sharing, snapshot.judged, strict=True)


def _replace(judged: Judged, again: Judged, touched: Iterable[str]) -> Iterator[str]:
    """Put the groups that were judged again in place; yields the paths of their findings."""
    for key in touched:
        judged.members.pop(key, None)
        for path, _ in (*judged.found.pop(key, ()), *again.found.get(key, ())):
            yield path
    judged.members.update(again.members)
    judged.found.update(again.found)
