"""Finds spellings of one tag that differ from the one most posts use."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator

import msgspec

from blint.diagnostics import Edit, Finding, Fix, Related
from blint.facts import PostFacts
from blint.site.model import Site
from blint.site.settings import Settings
from blint.site.tag_folding import fold_tag, is_plural, same_letters, stem_tag
from blint.site.tags import fits
from blint.source import Span


class Use(msgspec.Struct, frozen=True, array_like=True):
    """A tag of a post; `spaced` says that a space in the tag would not cut it in two."""

    path: str
    text: str
    span: Span
    date: str
    spaced: bool


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Use]]:
    """Each tag of a post, once, under what it shares with other spellings and its plural."""
    if settings.vocabulary is not None or facts.page:
        return  # a vocabulary says which spelling is right; unknown-tag tells
    spaced = facts.preset != "jekyll" or any(" " in word.text for word in facts.tags)
    date = facts.date.text if facts.date else ""
    seen = set()
    for word in facts.tags:
        folded = fold_tag(word.text)
        if folded not in seen:
            seen.add(folded)
            yield stem_tag(folded), Use(facts.path, word.text, word.span, date, spaced)


def judge(key: str, records: list[Use], site: Site) -> Iterator[Finding]:
    """A finding on each use of a spelling that is not the usual one."""
    if len({use.text for use in records}) == 1:
        return
    for uses in _words(records):
        spellings = _by(uses, lambda use: use.text)
        usual = max(sorted(spellings), key=lambda text: _weight(text, spellings[text]))
        for text, minority in spellings.items():
            if text != usual:
                for use in minority:
                    yield _finding(use, len(minority), usual, spellings[usual])


def _words(records: list[Use]) -> list[list[Use]]:
    """The uses parted into words: those with the same folded form, plurals with their singular."""
    words = _by(records, lambda use: fold_tag(use.text))
    for singular in sorted(words, key=len):
        for plural in [other for other in words if len(other) > len(singular)]:
            if is_plural(plural, (use.text for use in words[plural]), singular):
                words[singular] += words.pop(plural)
    return list(words.values())


def _by(uses: Iterable[Use], key: Callable[[Use], str]) -> dict[str, list[Use]]:
    groups: dict[str, list[Use]] = {}
    for use in uses:
        groups.setdefault(key(use), []).append(use)
    return groups


def _weight(text: str, uses: list[Use]) -> tuple[int, bool, str]:
    """What makes a spelling the usual one: more posts, composed Unicode, then the newest post."""
    return len(uses), unicodedata.is_normalized("NFC", text), max(use.date for use in uses)


def _finding(use: Use, count: int, usual: str, usual_uses: list[Use]) -> Finding:
    here, there = _posts(count), _posts(len(usual_uses))
    if unicodedata.normalize("NFC", use.text) == unicodedata.normalize("NFC", usual):
        message = (
            f"The tag `{use.text}` ({here}) is made of other code points than the tag that "
            f"looks the same elsewhere ({there})."
        )
    elif count == len(usual_uses):
        message = f"The tag `{use.text}` ({here}) is also written `{usual}` ({there})."
    else:
        message = f"The tag `{use.text}` ({here}) is mostly written `{usual}` ({there})."
    example = min(usual_uses, key=lambda other: other.path)
    return Finding(
        use.span,
        message,
        help=f"Write `{usual}` everywhere, so that one thing has one name.",
        fix=_fix(use, usual, usual_uses),
        related=(Related(example.span, f"`{usual}` here", example.path),),
        path=use.path,
    )


def _fix(use: Use, usual: str, usual_uses: list[Use]) -> Fix | None:
    exact = use.span.end - use.span.start == len(use.text)
    if not exact or not fits(usual, "list" if use.spaced else "spaces"):
        return None
    if any(other.path == use.path for other in usual_uses):
        return None  # the post has both; the fix would list one twice
    edit = Edit(use.span, usual)
    return Fix(f"Write `{usual}`", (edit,), safe=same_letters(use.text, usual))


def _posts(count: int) -> str:
    return "1 post" if count == 1 else f"{count:,} posts"
