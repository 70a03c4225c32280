"""Which of the known words somebody probably meant."""

from __future__ import annotations

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word closest to `word`, case aside, or None where none is close."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    def fold(text: str) -> str:
        return text.casefold().replace("_", "-")

    # One slip in a short word, two in a longer one: more would be guessing.
    slips = 1 if len(word) < 5 else 2 if len(word) < 10 else 3
    found = process.extractOne(
        word, sorted(known), scorer=OSA.distance, processor=fold, score_cutoff=slips
    )
    return found[0] if found else None


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """The help that names the nearest word, or None."""
    found = nearest(word, known)
    return f"Did you mean `{found}`?" if found else None
