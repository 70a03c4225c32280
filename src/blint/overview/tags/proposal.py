"""A vocabulary made of the tags that posts have, as the text of a file; doubts are marked."""

from __future__ import annotations

import dataclasses
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from blint.late import late
from blint.overview.plain_text import toml_key, toml_text
from blint.overview.tags.index import Spelling, TagIndex, TagRow
from blint.site.confusables import code_point, confusables
from blint.site.tag_folding import fold_tag
from blint.site.tags import fits
from blint.site.vocabulary import Facet, Term
from blint.source import Span


class Proposal(NamedTuple):
    """The text of a vocabulary with so many tags, and what in it wants a decision.

    `once` are the tags of one post, `doubts` is all else. In TOML and YAML both stand in the text
    as comments.
    """

    text: str
    tags: int
    doubts: tuple[str, ...]
    once: tuple[str, ...]


def propose_vocabulary(index: TagIndex, form: str = "toml") -> Proposal:
    """A vocabulary in which posts find all their tags, one name for each; `form`: toml, yaml, json.

    The usual spelling is the name, all others are aliases, those that are probably misspelt among
    them. What a vocabulary in force says of a tag is kept.
    """
    entries = sorted(_entries(index), key=lambda one: (fold_tag(one.term.name), one.term.name))
    write = {"yaml": _yaml, "json": _json}.get(form, _toml)
    return Proposal(
        text=write(entries, list(index.facets.values())),
        tags=len(entries),
        doubts=tuple(
            f"`{_escaped(one.term.name)}`: {doubt}" for one in entries for doubt in one.doubts
        ),
        once=tuple(_escaped(one.term.name) for one in entries if one.once),
    )


class _Entry(NamedTuple):
    term: Term
    doubts: tuple[str, ...] = ()
    once: bool = False

    @property
    def comments(self) -> list[str]:
        """The doubts as lines of comments."""
        once = ["on 1 post only."] if self.once else []
        return [f"# Doubtful: {doubt}" for doubt in (*self.doubts, *once)]


def _entries(index: TagIndex) -> Iterator[_Entry]:
    """The tags of the proposal; one that is probably misspelt is an alias of what is meant."""
    index, rivals = _one_name_each(index)
    rows = {row.name: row for row in index.tags}
    meant = {one.meant: row.name for one in index.misspelt for row in _having(one.meant, rows)}
    slips: dict[str, list[str]] = {}
    for one in index.misspelt:
        row = rows.get(one.text)
        # In another language it may be a word.
        if row is not None and one.meant in meant and (row.posts, row.variants) == (one.posts, ()):
            slips.setdefault(meant[one.meant], []).append(one.text)
    slipped = {text for texts in slips.values() for text in texts}
    taken = (rows.keys() | index.terms.keys()) - slipped
    for name, row in rows.items():
        if name not in slipped:
            known = index.terms.get(name)
            spelt = [one.text for one in row.variants if _can_be_written(one.text)]
            given = known.aliases if known is not None else ()
            aliases = dict.fromkeys([*given, *spelt, *slips.get(name, ())])
            aliases = {alias: None for alias in aliases if alias not in taken}
            taken |= aliases.keys()
            doubts = (
                *_doubts(row, index, slips.get(name, ())),
                *(f"`{_escaped(text)}` is its name in other posts." for text in rivals[name]),
            )
            term = dataclasses.replace(known or Term(name, Span(0, 0)), aliases=tuple(aliases))
            yield _Entry(term, doubts, once=row.posts == 1 and row.state in {"", "unknown"})
    yield from (_Entry(term) for name, term in index.terms.items() if name not in rows)


def _one_name_each(index: TagIndex) -> tuple[TagIndex, Mapping[str, list[str]]]:
    """The index with one row for what is spelt alike, and by its name the names that it had.

    A tag has one name in a language, so that those of other languages stay, and say of which they
    are. Those that are retired stay as well.
    """
    rows: dict[str, TagRow] = {}
    terms = dict(index.terms)
    rivals: defaultdict[str, list[str]] = defaultdict(list)
    names: dict[str, list[str]] = {}
    written = (_with_languages(row, terms) for row in index.tags if _can_be_written(row.name))
    for row in sorted(written, key=lambda row: row.name not in index.terms):
        retired = row.state == "deprecated"
        alike = [] if retired else names.setdefault(fold_tag(row.name), [])
        name = next((name for name in alike if _share_posts(rows[name], row)), None)
        if name is None:
            rows[row.name] = row
            alike.append(row.name)
            continue
        rivals[name].append(row.name)
        own = terms.pop(row.name, None)
        spelt = (row.name, *(own.aliases if own is not None else ()))
        rows[name] = replace(
            rows[name],
            posts=rows[name].posts + row.posts,
            variants=(
                *rows[name].variants,
                *(Spelling(text, row.posts) for text in spelt),
                *row.variants,
            ),
        )
    for name in (name for alike in names.values() if len(alike) > 1 for name in alike):
        terms[name] = dataclasses.replace(
            terms.get(name) or Term(name, Span(0, 0)), languages=rows[name].languages
        )
    return replace(index, tags=tuple(rows.values()), terms=terms), rivals


def _with_languages(row: TagRow, terms: Mapping[str, Term]) -> TagRow:
    """A row with the languages that a vocabulary in force gives the tag, if it does."""
    said = terms[row.name].languages if row.name in terms else ()
    return replace(row, languages=said) if said else row


def _share_posts(one: TagRow, other: TagRow) -> bool:
    """Whether the posts of two tags may be in one language."""
    shared = not set(one.languages).isdisjoint(other.languages)
    return shared or not (one.languages or other.languages)


def _having(text: str, rows: dict[str, TagRow]) -> Iterator[TagRow]:
    """The row of which a text is the name or a variant."""
    if text in rows:
        yield rows[text]
    else:
        yield from (row for row in rows.values() if text in {one.text for one in row.variants})


def _doubts(row: TagRow, index: TagIndex, slips: Iterable[str]) -> Iterator[str]:
    folded = fold_tag(row.name)
    for text in slips:
        yield f"`{_escaped(text)}` is probably misspelt; it may be a tag of its own."
    for variant in row.variants:
        if fold_tag(variant.text) != folded and variant.state != "alias":
            yield f"`{_escaped(variant.text)}` may be another thing: one is the plural."
    for text in (row.name, *(variant.text for variant in row.variants)):
        odd = next(confusables(text), None)
        if odd is not None:
            yield f"`{_escaped(text)}` holds {code_point(odd.character)}."
    for group in index.together:
        if row.name in group.tags:
            others = ", ".join(f"`{_escaped(tag)}`" for tag in group.tags if tag != row.name)
            yield f"always together with {others} ({group.posts:,} posts); one may be enough."


_HEAD = (
    "# The tags of this blog, proposed from its posts: each name is the spelling of most posts.",
    "# `Doubtful` marks what wants a decision; aliases are what blint tells writers to change.",
)
_Value = str | bool | int | list[str]


def _toml(entries: Iterable[_Entry], facets: Iterable[Facet]) -> str:
    lines = [*_HEAD]
    for facet in facets:
        lines += ["", f"[facets.{toml_key(facet.name)}]"]
        lines += [f"{key} = {_value(value)}" for key, value in _limits(facet)]
    for entry in entries:
        lines += ["", *entry.comments, f"[tags.{toml_key(entry.term.name)}]"]
        lines += [f"{key} = {_value(value)}" for key, value in _said(entry.term)]
    return "\n".join(lines) + "\n"


def _yaml(entries: Iterable[_Entry], facets: Sequence[Facet]) -> str:
    lines = [*_HEAD, "", *(["facets:"] if facets else ())]
    for facet in facets:
        lines.append(f"  {_yaml_key(facet.name)}:")
        lines += [f"    {key}: {_value(value)}" for key, value in _limits(facet)]
    lines.append("tags:")
    for entry in entries:
        lines += [f"  {comment}" for comment in entry.comments]
        lines.append(f"  {_yaml_key(entry.term.name)}:")
        lines += [f"    {key}: {_value(value)}" for key, value in _said(entry.term)]
    return "\n".join(lines) + "\n"


def _yaml_key(name: str) -> str:
    return name if fits(name, "list") else toml_text(name)


def _json(entries: Iterable[_Entry], facets: Iterable[Facet]) -> str:
    limits = {facet.name: dict(_limits(facet)) for facet in facets}
    tags = {entry.term.name: dict(_said(entry.term)) for entry in entries}
    text = {"facets": limits, "tags": tags} if limits else {"tags": tags}
    return json.dumps(text, indent=2, ensure_ascii=False) + "\n"


def _said(term: Term) -> Iterator[tuple[str, _Value]]:
    """What is said of a term, by key."""
    if term.aliases:
        yield "aliases", list(term.aliases)
    if term.description:
        yield "description", term.description
    if term.deprecated:
        yield "deprecated", True
    if term.replaced_by:
        yield "replaced-by", term.replaced_by
    if term.facet:
        yield "facet", term.facet
    if term.languages:
        yield "languages", list(term.languages)


def _limits(facet: Facet) -> Iterator[tuple[str, _Value]]:
    """What is said of a facet, by key."""
    if facet.description:
        yield "description", facet.description
    if facet.least:
        yield "min", facet.least
    if facet.most is not None:
        yield "max", facet.most


def _value(value: _Value) -> str:
    """A value as both TOML and YAML read it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, list):
        return f"[{', '.join(map(toml_text, value))}]"
    return toml_text(value)


def _escaped(text: str) -> str:
    """A text for a comment, on one line."""
    return _HIDDEN.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    number = ord(match[0])
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def _can_be_written(text: str) -> bool:
    """Whether a tag can be in a file at all: half a surrogate pair cannot, and one key is taken."""
    return text != "$schema" and _SURROGATE.search(text) is None and bool(text.strip())


# What a file should not hold as it is: controls, and what cannot be seen.
_HIDDEN = late(
    "[\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u180e\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3164\ufeff"
    "\ufff0-\uffff\U000e0000-\U000e0fff]"
)
_SURROGATE = late("[\ud800-\udfff]")
