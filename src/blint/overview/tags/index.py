"""The index of tags: how often each is used and how it is spelt, and what the vocabulary says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

import msgspec

from blint.facts import PostFacts
from blint.site.routing.permalinks import DAY
from blint.site.settings import Settings
from blint.site.tag_uses import Record, Use, uses_of
from blint.site.tag_words import is_home, misspells, records_of, slips, words_of
from blint.site.vocabulary import Facet, Term, Vocabulary

TOGETHER = 3
"""Tags that only so many posts have, or fewer, may well be together by chance."""


class Spelling(msgspec.Struct, frozen=True):
    """One spelling of a tag. `state`: `alias`, `unknown` or empty, as the vocabulary has it."""

    text: str
    posts: int
    state: str = ""


class TagRow(msgspec.Struct, frozen=True):
    """One tag, however spelt: its number of posts, and the days of the first and last of them.

    `name` is that of the vocabulary, else the usual spelling. `variants` are the other spellings.
    `state` is `listed`, `deprecated`, `unknown` or `unused`; empty where there is no vocabulary.
    `languages` are those of its posts; empty where one of them gives none.
    """

    name: str
    posts: int
    first: str = ""
    last: str = ""
    state: str = ""
    variants: tuple[Spelling, ...] = ()
    languages: tuple[str, ...] = ()


class Together(msgspec.Struct, frozen=True):
    """Tags that are always on the same posts, and how many these are."""

    tags: tuple[str, ...]
    posts: int


class Misspelt(msgspec.Struct, frozen=True):
    """A tag that is probably another one misspelt."""

    text: str
    posts: int
    meant: str


class TagIndex(msgspec.Struct, frozen=True):
    """The tags of a blog, those of most posts first; `tagged` of its posts have any.

    `vocabularies` are the paths of those in force, `terms` what they say of the tags by name, and
    `facets` of kinds of tags.
    """

    posts: int
    tagged: int
    tags: tuple[TagRow, ...]
    once: tuple[str, ...] = ()
    together: tuple[Together, ...] = ()
    misspelt: tuple[Misspelt, ...] = ()
    vocabularies: tuple[str, ...] = ()
    terms: Mapping[str, Term] = {}
    facets: Mapping[str, Facet] = {}


def index_tags(
    posts: Iterable[PostFacts], settings: Mapping[str, Settings], *, whole: bool = True
) -> TagIndex:
    """The index of the tags of some posts, under the settings of their collections.

    `whole`: these are all posts, so that a tag of the vocabulary which none of them has is unused.
    """
    posts = list(posts)
    found = [
        (use, own.vocabulary)
        for facts in posts
        for own in (settings[facts.collection],)
        for use in uses_of(facts, own)
    ]
    vocabularies = _vocabularies(settings)
    days = {facts.path: _day(facts) for facts in posts}
    rows = [_row(tag, days) for tag in _tags(found, vocabularies)]
    used = {tag.name for tag, _ in rows}
    terms: dict[str, Term] = {}
    for one in vocabularies:
        terms = {**one.terms, **terms}
    if whole:
        idle = (t for name, t in terms.items() if name not in used and not t.deprecated)
        rows += [(TagRow(term.name, 0, state="unused"), frozenset()) for term in idle]
    rows.sort(key=lambda row: (-row[0].posts, row[0].name.casefold(), row[0].name))
    return TagIndex(
        posts=len(posts),
        tagged=sum(bool(facts.tags) for facts in posts),
        tags=tuple(row for row, _ in rows),
        once=tuple(row.name for row, _ in rows if row.posts == 1),
        together=tuple(_together(rows)),
        misspelt=tuple(
            sorted(
                [
                    *_misspelt([use for use, known in found if known is None]),
                    *_unknown((row for row, _ in rows if row.state == "unknown"), terms),
                ],
                key=lambda one: one.text,
            )
        ),
        vocabularies=tuple(one.path for one in vocabularies),
        terms=terms,
        facets={name: facet for one in vocabularies for name, facet in one.facets.items()},
    )


class _Tag(NamedTuple):
    """A tag with its uses, each with what the vocabulary says of that spelling."""

    name: str
    state: str
    uses: list[tuple[Use, str]]


_Found = list[tuple[Use, Vocabulary | None]]
_Row = tuple[TagRow, frozenset[str]]


def _vocabularies(settings: Mapping[str, Settings]) -> list[Vocabulary]:
    """The vocabularies in force, each once."""
    found = (one.vocabulary for one in settings.values() if one.vocabulary is not None)
    return list({vocabulary.path: vocabulary for vocabulary in found}.values())


def _tags(found: _Found, vocabularies: list[Vocabulary]) -> Iterator[_Tag]:
    """The tags that the uses are of: those that a vocabulary has, then words by their spelling."""
    terms: dict[str, tuple[Term, list[tuple[Use, str]]]] = {}
    rest: list[Use] = []
    strict: set[int] = set()
    for use, vocabulary in found:
        term = vocabulary.lookup(use.text) if vocabulary is not None else None
        if vocabulary is not None and term is None:
            strict.add(id(use))
        # Where no vocabulary is in force, one of another collection still tells what is meant.
        same = (one.same_word(use.text) for one in vocabularies)
        near = term or next(filter(None, same), None)
        if near is None:
            rest.append(use)
            continue
        alias = "alias" if term is not None and use.text != near.name else ""
        state = "unknown" if id(use) in strict else alias
        terms.setdefault(near.name, (near, []))[1].append((use, state))
    for name, (term, uses) in terms.items():
        yield _Tag(name, "deprecated" if term.deprecated else "listed", uses)
    named: dict[str, list[tuple[Use, str]]] = {}
    for key, group in _groups(rest).items():
        for word in words_of(group) if is_home(key) else ():
            # Words of two languages are one tag only where both have the same name.
            spelt = word.spellings.values()
            named.setdefault(word.usual, []).extend((use, "") for uses in spelt for use in uses)
    for name, found_uses in named.items():
        unknown = any(id(use) in strict for use, _ in found_uses)
        yield _Tag(name, "unknown" if unknown else "", found_uses)


def _row(tag: _Tag, days: Mapping[str, str]) -> _Row:
    spellings: dict[str, dict[str, str]] = {}
    for use, state in tag.uses:
        spellings.setdefault(use.text, {})[use.path] = state
    paths = frozenset(path for posts in spellings.values() for path in posts)
    dates = sorted(filter(None, (days[path] for path in paths)))
    variants = (
        Spelling(text, len(posts), max(posts.values()))
        for text, posts in spellings.items()
        if text != tag.name
    )
    languages = {use.language for use, _ in tag.uses}
    row = TagRow(
        name=tag.name,
        posts=len(paths),
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        state=tag.state,
        variants=tuple(sorted(variants, key=lambda one: (-one.posts, one.text))),
        languages=() if "" in languages else tuple(sorted(languages)),
    )
    return row, paths


def _together(rows: Iterable[_Row]) -> Iterator[Together]:
    """The tags that share all their posts, those with most posts first."""
    groups: dict[frozenset[str], list[str]] = {}
    for row, paths in rows:
        if len(paths) >= TOGETHER:
            groups.setdefault(paths, []).append(row.name)
    for paths, names in groups.items():
        if len(names) > 1:
            yield Together(tuple(names), len(paths))


def _misspelt(uses: list[Use]) -> Iterator[Misspelt]:
    """What inconsistent-tag says as well: the words that are rare and near to a frequent one."""
    found = {}
    for key, group in _groups(uses).items():
        for slip in slips(key, words_of(group)):
            text = slip.word.usual
            found[text] = Misspelt(text, slip.word.posts, slip.meant.usual)
    yield from found.values()


def _groups(uses: Iterable[Use]) -> dict[str, list[Record]]:
    """Uses as inconsistent-tag groups them."""
    groups: dict[str, list[Record]] = {}
    for use in uses:
        for key, record in records_of(use):
            groups.setdefault(key, []).append(record)
    return groups


def _unknown(rows: Iterable[TagRow], terms: Mapping[str, Term]) -> Iterator[Misspelt]:
    """The tags that a vocabulary does not have, with the one that each is a slip for."""
    for row in rows:
        meant = next((name for name in sorted(terms) if misspells(row.name, name)), None)
        if meant is not None:
            yield Misspelt(row.name, row.posts, meant)


def _day(facts: PostFacts) -> str:
    """The day of a post, from its date or from the name of its file or folder."""
    names = reversed(facts.path.split("/")[-2:])
    texts = (facts.date.text if facts.date else "", *names)
    match = next(filter(None, (DAY.match(text.strip()) for text in texts)), None)
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""
