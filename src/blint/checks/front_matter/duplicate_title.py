"""duplicate-title: two posts of a site have one title."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding, Related
from blint.facts import PostFacts
from blint.reading.tree import quote
from blint.site.model import Site
from blint.site.namesakes import (
    MANY,
    Named,
    clashes,
    folder_of_post,
    habit,
    named,
    scope_of,
    title_of,
)
from blint.site.settings import Settings
from blint.site.wording import fold_text


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Named]]:
    """The title of a post, under what it says."""
    word = title_of(facts)
    text = fold_text(word.text) if word is not None else ""
    if word is None or not text:
        return
    # Pages without a date are found by their folder: each may have its "Overview".
    is_plain = not facts.published and " " not in text
    where = f"{folder_of_post(facts.path)}\n" if is_plain else ""
    yield f"{scope_of(facts, settings)}{where}{text}", named(facts, word)


def judge(_key: str, records: list[Named], _site: Site) -> Iterator[Finding]:
    """Report each post but the first of those that have one title."""
    if len(records) == 1:
        return
    found = list(clashes(records))
    if len(found) + 1 >= MANY:
        yield habit(
            [found[0][1], *(post for post, _ in found)],
            f"{len(found) + 1} posts have the title {quote(found[-1][0].text)}.",
            "Add to each title what sets the post apart, such as its month or its subject.",
        )
        return
    for post, other in found:
        yield Finding(
            post.span,
            f"The title {quote(post.text)} is that of `{other.path}` as well.",
            help="Give one of the two another title, so that readers can tell them apart.",
            related=(Related(other.span, "the other post", other.path),),
            path=post.path,
        )
