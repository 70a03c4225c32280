"""The addresses that a change has taken away: what `url-changed` judges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from msgspec.structs import replace

from blint.diagnostics import Fix
from blint.facts import Former, PostFacts, Word
from blint.reading.post import read_post
from blint.running.changes.model import Change
from blint.running.changes.past import Past, is_unread
from blint.running.examine import Found
from blint.running.files import FileRead, read_file
from blint.running.judge import by_emit, judge_groups
from blint.running.opening import OpenedBlog
from blint.running.ready import Ready
from blint.running.review import Reviewed
from blint.running.settle import SettledPost, Settler
from blint.site.configs.detect import POST
from blint.site.links import emit as links
from blint.site.links.former import given_up
from blint.site.links.urls import INDEX_NAMES
from blint.site.model import Site
from blint.source import Span, decode


def changed_urls(
    change: Change, opened: OpenedBlog, ready: Ready, reviewed: Reviewed, past: Past
) -> dict[str, SettledPost]:
    """What there is to say of addresses that nothing answers any more, by path of the post now, or
    then where it is gone."""
    former = {facts.path: facts for facts in _Moves(change, opened, ready, past).former()}
    if not former:
        return {}
    settings, settler = opened.bound.settings, ready.settler
    site = Site(opened.discovery.files, settings, settler.today, reviewed.vague)
    found: dict[str, list[Found]] = {}
    for sharing in by_emit(opened.rules.judges("change")):
        keys = {
            key
            for facts in former.values()
            for key, _ in sharing[0].emit(replace(facts, data=True), settings[facts.collection])
        }
        posts = list(_members(keys, former, opened, reviewed))
        for path, one in judge_groups(enumerate(posts), site, sharing, keys).all():
            found.setdefault(path, []).append(one)
    for facts in former.values():
        settler.know(facts)
    return {path: _settled(former[path], all_, settler) for path, all_ in found.items()}


def _members(
    keys: Iterable[str], former: Mapping[str, PostFacts], opened: OpenedBlog, reviewed: Reviewed
) -> Iterator[PostFacts]:
    """The posts that have a record under some keys: pages have theirs where links to them have,
    and the rules of links have been judged. (With rules of the web those come last.)"""
    corpus = opened.corpus
    numbers = set(range(len(corpus.posts)))
    for sharing, judged in zip(by_emit(opened.rules.judges()), reviewed.judged(), strict=False):
        if sharing[0].emit is links.emit:
            numbers = {number for key in keys for number in judged.members.get(key, ())}
    numbers |= {corpus.numbers[path] for path in former if path in corpus.numbers}
    corpus.load(sorted(numbers))
    for number in sorted(numbers):
        facts = corpus.facts(number)
        yield former.get(facts.path, facts)
    yield from (facts for path, facts in former.items() if path not in corpus.numbers)


class _Moves:
    """Compares the addresses of posts then and now."""

    def __init__(self, change: Change, opened: OpenedBlog, ready: Ready, past: Past) -> None:
        self._change, self._opened, self._past = change, opened, past
        self._today = ready.settler.today
        self._now = {then: now for now, then in change.renamed.items()}

    def former(self) -> Iterator[PostFacts]:
        """The facts of posts that have given up addresses: as they are now, or were where gone."""
        reported = self._past.reported()
        wanted = [path for path in reported if reported[path] and self._may_have_moved(path)]
        now = (self._opened.corpus.numbers.get(self._now.get(path, path)) for path in wanted)
        self._opened.corpus.load([number for number in now if number is not None])
        for path, then in self._past.facts(wanted).items():
            facts_now, is_known = self._facts_now(self._now.get(path, path))
            if is_known:
                facts = self._left(then, facts_now)
                if facts is not None:
                    yield facts

    def _may_have_moved(self, path: str) -> bool:
        return path in self._change.old or f"/{path}".startswith(self._unsettled)

    @cached_property
    def _unsettled(self) -> tuple[str, ...]:
        """The folders, with a slash on both sides, whose posts may have other addresses though
        nothing in them has changed: all of them where settings have; else those where a file came
        or went that stands for its folder."""
        if not self._past.has_settings_of(self._opened):
            return ("/",)
        names = (*self._change.old, *self._change.new, *self._change.renamed.values())
        return tuple(
            f"/{folder}/" if folder else "/"
            for folder, _, name in (path.rpartition("/") for path in names)
            if name.partition(".")[0] in INDEX_NAMES or not POST.fullmatch(name)
        )

    def _facts_now(self, path: str) -> tuple[PostFacts | None, bool]:
        """The facts of a post as it is, None where it is gone; and whether this is certain."""
        corpus = self._opened.corpus
        number = corpus.numbers.get(path)
        if number is None:
            # A file that is still there may be published by rules that nobody knows.
            return None, path not in self._opened.discovery.files
        return corpus.facts(number), not is_unread(corpus.found(number))

    def _left(self, then: PostFacts, now: PostFacts | None) -> PostFacts | None:
        settings_then = self._past.settings[then.collection]
        known = self._opened.bound.settings
        settings = known[now.collection if now is not None else ""]
        urls = list(given_up(then, settings_then, now, settings, self._today))
        if not urls:
            return None
        if now is None:
            formerly = tuple(Former(url, then.path, gone=True) for url in urls)
            collection = then.collection if then.collection in known else ""
            return replace(then, data=True, collection=collection, formerly=formerly)
        word: Word | None = now.url or now.slug or now.title
        span = word.span if word is not None else Span(0, 0)
        fixes = self._fixes(then, now, urls)
        formerly = tuple(
            Former(url, then.path, span, fix) for url, fix in zip(urls, fixes, strict=True)
        )
        return replace(now, formerly=formerly)

    def _fixes(self, then: PostFacts, now: PostFacts, urls: Sequence[str]) -> Iterator[Fix | None]:
        from blint.site.alias_edit import alias_edit

        settings = self._opened.bound.settings[now.collection]
        read = read_file(self._opened.discovery.root, now.path, self._change.drafts)
        if not isinstance(read, FileRead):
            yield from (None for _ in urls)
            return
        post = read_post(now.path, decode(read.data), dialect=settings.preset.dialect)
        # A file with another text and another name may be another post.
        is_sure = now.path == then.path or now.path in self._change.moved
        for url in urls:
            edit = alias_edit(post, now, settings, url)
            yield Fix(f"Make `{url}` an alias", (edit,), safe=is_sure) if edit else None


def _settled(facts: PostFacts, found: list[Found], settler: Settler) -> SettledPost:
    """What was found in one post, settled apart from the rest."""
    post = settler.post(facts, found)
    rules = {one.rule for one in found}
    return replace(
        post,
        diagnostics=tuple(d for d in post.diagnostics if d.rule in rules),
        suppressed=tuple(rule for rule in post.suppressed if rule in rules),
    )
