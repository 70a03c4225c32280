"""The name of a language that somebody meant who wrote another."""

from __future__ import annotations

from blint.late import late
from blint.site.code.highlighters import known, near_names, without_options
from blint.site.settings import Settings


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
    if len(trimmed) < 3:
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
