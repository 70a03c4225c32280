"""Examine one post: bytes and settings in, facts and findings out; a pure function."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import msgspec

from blint.diagnostics import Finding
from blint.facts import PostFacts
from blint.reading.post import Post, read_post
from blint.running.gather import bare_facts, gather_facts
from blint.site.settings import Settings
from blint.source import EncodingFault, Source, Span, decode

PostCheck = Callable[..., Iterable[Finding]]


class ActiveCheck(NamedTuple):
    """A post rule that is on: its name, its check, its options as keyword arguments."""

    rule: str
    check: PostCheck
    options: dict[str, Any]


class Found(NamedTuple):
    """A finding and the rule it is of."""

    rule: str
    finding: Finding


class Examined(msgspec.Struct, frozen=True, array_like=True):
    """All there is to know of one post: what it tells the site, and its own findings."""

    facts: PostFacts
    found: tuple[Found, ...]


def examine(
    path: str,
    data: bytes,
    settings: Settings,
    checks: Iterable[ActiveCheck],
    *,
    page: bool = False,
) -> Examined:
    """Read a post and run the post checks over it; never raises. `page`: see PostFacts."""
    if page and path.endswith(_DATA) and not data.startswith(b"---"):
        # It has no links, and no address but its path: its text, which may be large, is not read.
        return Examined(bare_facts(path, Source(""), settings), ())
    source = decode(data)
    if source.fault is not None:
        finding = _encoding_finding(source, source.fault)
        return Examined(bare_facts(path, source, settings), (Found("invalid-encoding", finding),))
    try:
        post = read_post(path, source, dialect=settings.preset.dialect)
        facts = gather_facts(post, settings, page=page)
    except Exception as error:  # our own defect: this post is lost, the others must not be
        finding = internal_error("reading", error)
        return Examined(bare_facts(path, source, settings), (Found("internal-error", finding),))
    return Examined(facts, tuple(_run(post, settings, checks)))


def internal_error(what: str, error: Exception) -> Finding:
    """The finding that names what failed inside blint, at the top of the post."""
    return Finding(
        Span(0, 0),
        f"blint itself failed here: `{what}` raised {type(error).__name__}: {error}",
        help="This is a defect of blint; everything else was checked. Please report it.",
    )


def _run(post: Post, settings: Settings, checks: Iterable[ActiveCheck]) -> Iterator[Found]:
    for rule, check, options in checks:
        try:
            for finding in check(post, settings, **options):
                yield Found(rule, finding)
        except Exception as error:  # our own defect: the other rules still run
            yield Found("internal-error", internal_error(rule, error))


def _encoding_finding(source: Source, fault: EncodingFault) -> Finding:
    end = min(fault.offset + 1, len(source.text))
    return Finding(
        Span(fault.offset, end),
        f"This file is not UTF-8: {fault.reason}, at byte {fault.byte_offset}.",
        help="Save it as UTF-8; nothing else in it was checked.",
    )


_DATA = (".xml", ".json", ".txt", ".scss", ".sass")
"""Extensions of pages that are only data where they have no front matter."""
