"""duplicate-title: two posts of a site have one title."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding, Related
from blint.reading.tree import quote
from blint.site.likeness import Likeness, has_all_words
from blint.site.likeness import title_emit as emit
from blint.site.model import Site
from blint.site.namesakes import MANY, Named, clashes, folder_of_post, habit
from blint.site.wording import fold_text

__all__ = ["emit", "judge"]


def judge(key: str, records: list[Likeness], _site: Site) -> Iterator[Finding]:
    """Report each post but the first of those that have one title."""
    if len(records) == 1 or not has_all_words(key):
        return
    titles: dict[tuple[str, str], list[Named]] = {}
    for record in records:
        text = fold_text(record.post.text)
        if text:
            titles.setdefault((text, _where(record.post, text)), []).append(record.post)
    for posts in titles.values():
        if len(posts) > 1:
            yield from _findings(list(clashes(posts)))


def _where(post: Named, text: str) -> str:
    """The folder of a page without a date and with one word for a title, such as `Overview`."""
    return folder_of_post(post.path) if not post.published and " " not in text else ""


def _findings(found: list[tuple[Named, Named]]) -> Iterator[Finding]:
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
