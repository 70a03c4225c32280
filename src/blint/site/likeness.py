"""Texts of two posts that say nearly the same, found without comparing each with each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import msgspec

from blint.diagnostics import Finding, Related
from blint.facts import PostFacts
from blint.reading.tree import quote
from blint.site.namesakes import MANY, Named, clashes, habit, named, scope_of, title_of
from blint.site.settings import Settings
from blint.site.wording import fold_text, is_slip, may_slip, signature, words_of


class Likeness(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A text of a post with the words that carry its meaning, those of one half or all of them."""

    post: Named
    words: tuple[str, ...]


def title_emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Likeness]]:
    """The title of a post, under the words it says and under each half of them."""
    word = title_of(facts)
    if word is not None:
        yield from keys_of(named(facts, word), scope_of(facts, settings), least=2, halved=4)


def has_all_words(key: str) -> bool:
    """Whether the texts of a group have all their words in common."""
    return key.rpartition("\n")[2].startswith("=")


def keys_of(post: Named, scope: str, *, least: int, halved: int) -> Iterator[tuple[str, Likeness]]:
    """A text under all its words in some order, and under each half if it may hold a slip.

    Texts that differ in one word meet under the half without it. Texts of fewer words than `least`
    meet if they are equal, and no others; slips are looked for from `halved` words on.
    """
    words = words_of(post.text)
    if len(words) < least:
        yield f"{scope}={fold_text(post.text)}", Likeness(post, words)
        return
    yield f"{scope}={signature(words)}", Likeness(post, words)
    if len(words) >= halved:
        half = len(words) // 2
        first, second = words[:half], words[half:]
        if any(map(may_slip, second)):
            yield f"{scope}<{len(words)} {' '.join(first)}", Likeness(post, second)
        if any(map(may_slip, first)):
            yield f"{scope}>{len(words)} {' '.join(second)}", Likeness(post, first)


def pairs(key: str, records: list[Likeness], field: str) -> Iterator[Finding]:
    """A finding on the later one of each two texts of a group that say the same."""
    if has_all_words(key):
        yield from _same_words([record.post for record in records], field)
    else:
        yield from _slips(records, field)


def _same_words(posts: list[Named], field: str) -> Iterator[Finding]:
    found = list(clashes(posts))
    if field == "title":  # equal titles are duplicate-title's
        found = [pair for pair in found if fold_text(pair[0].text) != fold_text(pair[1].text)]
    elif len(found) + 1 >= MANY:
        yield habit(
            [found[0][1], *(post for post, _ in found)],
            f"{len(found) + 1} posts have the description {quote(found[-1][0].text)}, or nearly.",
            "Say of each post what is in it, or leave the descriptions away.",
        )
        return
    for post, other in found:
        yield _finding(post, other, field)


def _slips(records: list[Likeness], field: str) -> Iterator[Finding]:
    """Those of a group whose other halves differ in one word, and that by a slip."""
    buckets: dict[tuple[int, tuple[str, ...]], list[Likeness]] = {}
    for record in records:
        for at, word in enumerate(record.words):
            if may_slip(word):
                rest = (*record.words[:at], *record.words[at + 1 :])
                buckets.setdefault((at, rest), []).append(record)
    for (at, _), bucket in buckets.items():
        # Many texts that differ in one word are made after one pattern.
        if 1 < len(bucket) <= _PATTERN:
            yield from _slips_in(sorted(bucket, key=lambda record: record.post.order), at, field)


def _slips_in(bucket: list[Likeness], at: int, field: str) -> Iterator[Finding]:
    for number, record in enumerate(bucket):
        word = record.words[at]
        for other in bucket[:number]:
            if is_slip(word, other.words[at]) and any(clashes((record.post, other.post))):
                yield _finding(record.post, other.post, field)
                break


def _finding(post: Named, other: Named, field: str) -> Finding:
    if fold_text(post.text) == fold_text(other.text):
        message = f"The {field} is that of `{other.path}` as well."
    else:
        message = f"The {field} is nearly that of `{other.path}`: {quote(other.text)}."
    return Finding(
        post.span,
        message,
        help=f"Say in each {field} what sets the post apart, or mend the one that has a slip.",
        related=(Related(other.span, "the other post", other.path),),
        path=post.path,
    )


_PATTERN: Final = 20
