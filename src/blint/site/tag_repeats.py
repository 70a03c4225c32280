"""Tags that a post has more than once, however spelt."""

from __future__ import annotations

from collections.abc import Sequence

from blint.site.settings import Settings
from blint.site.tag_folding import fold_tag
from blint.site.tags import Tag


def repeats(tags: Sequence[Tag], settings: Settings) -> dict[int, Tag]:
    """The tags that are to go, by their place in the list, each with the one that stays.

    The first one stays, or the first that the vocabulary has by that name. Rules that compare tags
    with a vocabulary leave out what is to go, so that nobody is told two things about one tag.
    """
    forms = [fold_tag(tag.text) for tag in tags]
    if len(set(forms)) == len(forms):
        return {}
    terms = settings.vocabulary.terms if settings.vocabulary is not None else {}
    kept: dict[str, int] = {}
    for number, form in enumerate(forms):
        first = kept.setdefault(form, number)
        if tags[number].text in terms and tags[first].text not in terms:
            kept[form] = number
    return {n: tags[kept[form]] for n, form in enumerate(forms) if kept[form] != n}
