"""The name of a language that somebody meant who wrote another."""

from __future__ import annotations

from typing import Literal, NamedTuple

from blint.late import late
from blint.site.code.highlighters import (
    highlighter_title,
    in_small_letters,
    known,
    near_names,
    same_language,
    without_options,
)
from blint.site.code.tables import are_apart, knowers
from blint.site.settings import Settings


class Meant(NamedTuple):
    """A known name, and why it is meant: the word is that name in another `case`, an `alias` of
    it that the highlighter does not know, a name of its `kin`, or a `slip`."""

    word: str
    why: Literal["case", "alias", "kin", "slip"]


def meant_by(language: str, settings: Settings) -> Meant | None:
    """The name to write in the place of one that the site's highlighter does not know."""
    bare = without_options(language, settings)
    options = language[len(bare) :]
    small = in_small_letters(bare, settings)
    if small is not None:
        return Meant(small + options, "case")
    if others_that_know(bare, settings):
        # What another highlighter knows is no slip, but may have another name here.
        alias = same_language(bare, settings)
        if alias is None:
            return None
        return Meant(alias + options, "kin" if are_apart(bare.lower(), alias.lower()) else "alias")
    near = nearest(language, settings)
    return Meant(near, "slip") if near else None


def others_that_know(word: str, settings: Settings) -> list[str]:
    """The titles of the highlighters that know a word which the site's own does not."""
    if highlighter_title(settings) is None:
        return []
    return knowers(word, settings.code.highlighter)


def nearest(language: str, settings: Settings) -> str | None:
    """The known language somebody surely meant, or None where that is a guess."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    bare = without_options(language, settings)
    if bare != language:
        meant = nearest(bare, settings)
        return meant and meant + language[len(bare) :]
    word = language.lower()
    trimmed = word.strip("=:;,.()[]{}<>*'\"“”")
    # Rouge tells `ruby` from `Ruby`.
    if trimmed != language and known(trimmed, settings):
        return trimmed
    # What this generator takes for a part of the name: `js{1,3}`, `rust,ignore`.
    head = _HEAD.match(trimmed)
    if head is not None and known(head[0], settings):
        return head[0]
    # Short names are a slip away from anything.
    if len(trimmed) < 4:
        return None
    names = near_names(settings)
    slips = 1 if len(trimmed) < 7 else 2
    close = process.extract(trimmed, names, scorer=OSA.distance, score_cutoff=slips, limit=None)
    best = min((distance for _, distance, _ in close), default=0)
    candidates = [name for name, distance, _ in close if distance == best]
    # Nobody mistypes the first letter and sees nothing.
    sure = len(candidates) == 1 and candidates[0][0] == word[0]
    return candidates[0] if sure else None


_HEAD = late(r"[\w+#-]+(?=[{\[(,:;|=]\S)")
