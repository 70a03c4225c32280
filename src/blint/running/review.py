"""Review: judge and settle all posts, or go on from where the last run stood."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from blint.facts import PostFacts
from blint.running.active import ActiveRules
from blint.running.cache.snapshot import Snapshot, pack, unpack
from blint.running.corpus import Corpus, Lost
from blint.running.discover import Discovery
from blint.running.examine import Found
from blint.running.judge import Judged, by_emit, judge_groups
from blint.running.rejudge import rejudge
from blint.running.settings import Bound
from blint.running.settle import SettledPost, Settler
from blint.site.model import Site
from blint.site.routing.layouts import has_survey, survey

if TYPE_CHECKING:
    from blint.site.links.verdicts import Verdict


class Blog(NamedTuple):
    """What a review is of. `strays` are the facts of what is there and could not be read, each with
    what is to be said of it; they stand beside the posts of the corpus. `ask` gives the verdicts on
    the links of posts to other sites; None: nobody asks."""

    discovery: Discovery
    bound: Bound
    rules: ActiveRules
    corpus: Corpus
    strays: Sequence[tuple[PostFacts, Found]] = ()
    ask: Callable[[Sequence[PostFacts]], Mapping[str, Verdict]] | None = None


class Reviewed(NamedTuple):
    """What there is to say of each post, by path, the strays among them. `judged` gives, for the
    rules that share an `emit` each, what they have made of the site; `vague`: see `Site`."""

    settled: dict[str, SettledPost]
    judged: Callable[[], list[Judged]]
    vague: tuple[str, ...]


class _State(NamedTuple):
    """A review: what it settled, by number of the post, and what the next may go on from."""

    settled: list[SettledPost]
    judged: list[Judged]
    vague: tuple[str, ...]


def review(blog: Blog, settler: Settler) -> Reviewed:
    """Judge and settle a blog.

    Where the corpus has a memory the result is kept for the next run, and only what has changed
    since the last one is judged. That makes no difference to the result.
    """
    corpus, memory = blog.corpus, blog.corpus.memory
    paths = [*(post.path for post in corpus.posts), *(facts.path for facts, _ in blog.strays)]
    # What the web says holds for this run alone.
    if memory is None or blog.strays or blog.ask is not None:
        return _reviewed(paths, _whole(blog, settler))
    key = memory.keys.site(blog.discovery, (settler.today, settler.complete, settler.heeding))
    before = unpack(memory.store.state(key), len(paths))
    if before is not None:
        with suppress(Lost):
            changed = before.changed(corpus.contents())
            if not changed:
                settled = dict(zip(paths, before.settled, strict=True))
                return Reviewed(settled, lambda: before.judged, before.vague)
            return _reviewed(paths, _keep(corpus, key, _changed(blog, settler, before, changed)))
    return _reviewed(paths, _keep(corpus, key, _whole(blog, settler)))


def _reviewed(paths: Sequence[str], state: _State) -> Reviewed:
    settled = dict(zip(paths, state.settled, strict=True))
    return Reviewed(settled, lambda: state.judged, state.vague)


def _whole(blog: Blog, settler: Settler) -> _State:
    """Judge and settle everything."""
    blog.bound.verify_schemas()
    corpus = blog.corpus
    facts = [*corpus.all_facts(), *(facts for facts, _ in blog.strays)]
    vague = survey(facts, blog.bound.settings)
    verdicts = blog.ask(facts) if blog.ask is not None else {}
    site = Site(blog.discovery.files, blog.bound.settings, settler.today, vague, verdicts)
    judges = blog.rules.judges()
    if blog.ask is not None:
        judges += blog.rules.judges("web")
    sharing = by_emit(judges)
    judged = [judge_groups(enumerate(facts), site, rules) for rules in sharing]
    own = [*map(corpus.found, range(len(corpus.posts))), *((one,) for _, one in blog.strays)]
    found = _by_path(judged)
    settled = [
        settler.post(post, (*mine, *found.get(post.path, ())), verdicts)
        for post, mine in zip(facts, own, strict=True)
    ]
    return _State(settled, judged, vague)


def _changed(blog: Blog, settler: Settler, before: Snapshot, changed: Sequence[int]) -> _State:
    """Judge and settle what some posts have changed. Raises Lost."""
    corpus, settings = blog.corpus, blog.bound.settings
    corpus.load(changed)
    if has_survey(settings) and survey(corpus.all_facts(), settings) != before.vague:
        raise Lost
    site = Site(blog.discovery.files, settings, settler.today, before.vague)
    affected = rejudge(before, changed, corpus, site, blog.rules.judges())
    found = _by_path(before.judged)
    settled = list(before.settled)
    for number in sorted(affected.union(changed)):
        facts = corpus.facts(number)
        settled[number] = settler.post(facts, (*corpus.found(number), *found.get(facts.path, ())))
    return _State(settled, before.judged, before.vague)


def _by_path(judged: Iterable[Judged]) -> dict[str, list[Found]]:
    """What the site rules found, by path."""
    found: dict[str, list[Found]] = {}
    for one in judged:
        for path, what in one.all():
            found.setdefault(path, []).append(what)
    return found


def _keep(corpus: Corpus, key: bytes, state: _State) -> _State:
    """Keep a review for the next run, unless blint failed somewhere; returns it."""
    memory = corpus.memory
    assert memory is not None
    failed = any(what.rule == "internal-error" for one in state.judged for _, what in one.all())
    try:
        contents = [] if failed else corpus.contents()
    except Lost:
        contents = []
    if contents:
        # Half a surrogate pair, for instance of the name of a file, cannot be kept.
        with suppress(UnicodeEncodeError):
            memory.states[key] = pack(contents, state.vague, state.settled, state.judged)
    return state
