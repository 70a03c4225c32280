"""Finds spellings of one tag that differ from the one most posts use."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from blint.diagnostics import Edit, Finding, Fix, Related
from blint.facts import PostFacts
from blint.site.model import Site
from blint.site.settings import Settings
from blint.site.tag_folding import same_letters
from blint.site.tag_uses import Record, Use, uses_of
from blint.site.tag_words import Slip, is_home, records_of, slips, words_of
from blint.site.tags import fits


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Record]]:
    """Each tag of a post under what it shares with other spellings, its plural, and slips.

    Only with those in its language: elsewhere the same letters may be another word.
    """
    if settings.vocabulary is not None or facts.page:
        return  # a vocabulary says which spelling is right; unknown-tag tells
    for use in uses_of(facts, settings):
        yield from records_of(use)


def judge(key: str, records: list[Record], site: Site) -> Iterator[Finding]:
    """A finding on each use of a spelling that is not the usual one, or of a slip."""
    if len({one.text for one in records if type(one) is Use}) < 2:
        return
    words = words_of(records)
    for slip in slips(key, words):
        yield from _slip(slip)
    for word in words if is_home(key) else ():
        usual = word.spellings[word.usual]
        for text, minority in word.spellings.items():
            for use in minority if text != word.usual else ():
                # What is only a repetition within a post is for duplicate-tag to tell.
                if not use.again and any(other.path != use.path for other in usual):
                    yield _finding(use, len(minority), word.usual, usual)


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
    return Finding(
        use.span,
        message,
        help=f"Write `{usual}` everywhere, so that one thing has one name.",
        fix=_fix(use, usual, usual_uses, safe=count < len(usual_uses)),
        related=(_example(usual, usual_uses),),
        path=use.path,
    )


def _slip(slip: Slip) -> Iterator[Finding]:
    """A finding on each use of a tag that is probably another one misspelt."""
    (uses,) = slip.word.spellings.values()
    usual = slip.meant.usual
    usual_uses = slip.meant.spellings[usual]
    there = _posts(len(usual_uses))
    for use in uses:
        yield Finding(
            use.span,
            f"The tag `{use.text}` ({_posts(len(uses))}) is probably meant as `{usual}` ({there}).",
            help=f"Write `{usual}`, if that is what is meant.",
            fix=_fix(use, usual, usual_uses),
            related=(_example(usual, usual_uses),),
            path=use.path,
        )


def _example(usual: str, uses: list[Use]) -> Related:
    example = min(uses, key=lambda use: use.path)
    return Related(example.span, f"`{usual}` here", example.path)


def _fix(use: Use, usual: str, usual_uses: list[Use], *, safe: bool = False) -> Fix | None:
    """The fix for a use; where there is no majority, which spelling is right is a guess."""
    exact = use.span.end - use.span.start == len(use.text)
    if not exact or not fits(usual, "list" if use.spaced else "spaces", quoted=use.quoted):
        return None
    if any(other.path == use.path for other in usual_uses):
        return None  # the post has both; the fix would list one twice
    edit = Edit(use.span, usual)
    return Fix(f"Write `{usual}`", (edit,), safe=safe and same_letters(use.text, usual))


def _posts(count: int) -> str:
    return "1 post" if count == 1 else f"{count:,} posts"
