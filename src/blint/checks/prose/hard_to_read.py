"""hard-to-read: a post is harder to read than the limit of its collection."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blint.diagnostics import Finding, Related
from blint.reading.post import Post
from blint.site.post_language import post_language, site_language
from blint.site.readability import (
    MEASURES,
    Measure,
    Paragraph,
    count_sentences,
    guess_language,
    paragraphs,
)
from blint.site.settings import Settings


def check(post: Post, settings: Settings, *, measure: str, limit: float) -> Iterator[Finding]:
    """Report the hardest paragraph of a post that is too hard as a whole."""
    chosen = MEASURES[measure]
    highest = limit or chosen.limit
    found = list(paragraphs(post))
    text = " ".join(paragraph.text for paragraph in found)
    if count_sentences(text) < _SENTENCES or not _is_made_for(chosen, text, post, settings):
        return
    value = round(chosen.of(text), 1)
    if not chosen.is_harder(value, highest):
        return
    hardest = _hardest(found, chosen, highest)
    if not hardest:
        return
    (worst, its_value), *others = hardest
    yield Finding(
        worst.span,
        f"The {chosen.title} of the post is {value:.1f}, and {highest:g} is the limit; that of "
        f"this paragraph is {its_value:.1f}.",
        help="Part long sentences, and say with short words what they can say.",
        related=tuple(
            Related(paragraph.span, f"hard as well: {its_value:.1f}")
            for paragraph, its_value in others
        ),
    )


def _is_made_for(measure: Measure, text: str, post: Post, settings: Settings) -> bool:
    said = post_language(post.path, post.front_matter, settings) or site_language(settings)
    if said and said.partition("-")[0] not in measure.languages:
        return False
    # A translation may not be one yet, and a site of no known language is in some language.
    return guess_language(text) in measure.languages


def _hardest(
    found: list[Paragraph], measure: Measure, limit: float
) -> list[tuple[Paragraph, float]]:
    """Up to three paragraphs that are too hard, the hardest first; the shortest say nothing."""
    long = [paragraph for paragraph in found if paragraph.words >= _WORDS]
    valued = [(paragraph, measure.of(paragraph.text)) for paragraph in long]
    hard = [pair for pair in valued if measure.is_harder(pair[1], limit)]
    sign = 1 if measure.falls else -1
    return sorted(hard, key=lambda pair: (sign * pair[1], pair[0].span))[:_SHOWN]


_SENTENCES: Final = 8
_WORDS: Final = 20
_SHOWN: Final = 3
