"""Finds languages of code that go by another name than the one most posts use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

import msgspec

from blint.diagnostics import Edit, Finding, Fix, Related
from blint.facts import PostFacts, Word
from blint.site.code.highlighters import known
from blint.site.code.synonyms import same_language
from blint.site.model import Site
from blint.site.settings import Settings


class Use(msgspec.Struct, frozen=True, array_like=True):
    """A block of code in a post, by what it calls its language."""

    path: str
    collection: str
    word: Word


def emit(facts: PostFacts, _settings: Settings) -> Iterator[tuple[str, Use]]:
    """Each name of a language, under what all its names share, collection by collection."""
    if facts.page:
        return
    for word in facts.languages:
        key = f"{same_language(word.text)} {facts.collection}"
        yield key, Use(facts.path, facts.collection, word)


def judge(
    key: str, records: list[Use], site: Site, *, names: Mapping[str, str]
) -> Iterator[Finding]:
    """A finding on each name that is not the configured one, or else not that of most posts."""
    settings = site.settings[records[0].collection]
    posts = Counter(text for _, text in {(use.path, use.word.text) for use in records})
    wanted = _configured(key.partition(" ")[0], names)
    usual = "" if wanted else _usual(posts, settings)
    for use in records:
        text = use.word.text
        right = names.get(text) or wanted or usual
        if right and text != right:
            yield _finding(use, right, posts, records if right == usual else (), settings)


def _configured(language: str, names: Mapping[str, str]) -> str:
    """The name that the configuration has for a language; empty where it has none."""
    return next((name for name in names.values() if same_language(name) == language), "")


def _usual(posts: Counter[str], settings: Settings) -> str:
    """The name that most posts use; empty where there is one name, none wins, or it is no name.

    One that the highlighter does not know is a fault of its own, and no model.
    """
    if len(posts) < 2:
        return ""
    (first, most), (_, second) = posts.most_common(2)
    return first if most > second and known(first, settings) else ""


def _finding(
    use: Use, right: str, posts: Counter[str], records: list[Use] | tuple[()], settings: Settings
) -> Finding:
    text, span = use.word.text, use.word.span
    example = min((u for u in records if u.word.text == right), key=_place, default=None)
    if example is not None:
        message = (
            f"The language `{text}` ({_posts(posts[text])}) is mostly called `{right}` "
            f"({_posts(posts[right])})."
        )
    else:
        message = f"The language `{text}` is called `{right}` on this blog."
    fix = Fix(f"Write `{right}`", (Edit(span, right),), safe=True)
    related = (Related(example.word.span, f"`{right}` here", example.path),) if example else ()
    return Finding(
        span,
        message,
        help=f"Write `{right}` everywhere, so that one language has one name.",
        fix=fix if known(right, settings) else None,
        related=related,
        path=use.path,
    )


def _place(use: Use) -> tuple[str, int]:
    return use.path, use.word.span.start


def _posts(count: int) -> str:
    return "1 post" if count == 1 else f"{count:,} posts"
