"""What texts under one key have in common: a form, a closed set of words, a length."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from blint.overview.inference.forms import form_of, is_open
from blint.overview.inference.rarity import FEW, lapses, slips
from blint.overview.inference.roles import Roles
from blint.site.nearest import nearest
from blint.site.tag_folding import fold_tag

TOLD: Final = 5
"""So many texts show a form; fewer may share it by chance."""


def text_keywords(texts: Sequence[str], path: str, roles: Roles) -> dict[str, Any]:
    """The keywords of a schema about some texts, with a `description` where they need words.

    `path` is the dotted path of the key. A few texts may be odd: the keywords refuse them.
    """
    filled = [text for text in texts if text.strip()]
    allowed = (lapses if path in roles.vital else slips)(len(texts))
    may_be_empty = len(texts) - len(filled) > allowed
    if may_be_empty or not filled:
        return {}
    if roles.is_prose(path):
        return {"minLength": _shortest(filled), **_longest(filled)}
    form = form_of(filled, len(filled)) if len(filled) >= TOLD else None
    if form is not None:
        return {**form.keywords, "description": form.words}
    words = _closed_set(filled) if not roles.is_open(path) else ()
    if words:
        return {"enum": list(words)}
    return {"minLength": 1}


def _closed_set(texts: Sequence[str]) -> tuple[str, ...]:
    """The words that all texts are chosen from, the most frequent first; empty where more may come.

    A word that is a slip for one of the others is not among them.
    """
    counts = Counter(texts)
    if len(texts) < _MANY or len(counts) > 2 * _MOST or any(map(is_open, counts)):
        return ()
    ordered = sorted(counts, key=lambda word: (-counts[word], word))
    kept = [word for word in ordered if not _is_slip(word, counts)]
    repeated = [word for word in kept if counts[word] >= _REPEATED]
    if len(kept) > _MOST or len(texts) < _EACH * len(kept) or 2 * len(repeated) < len(kept):
        return ()
    if any(len(word) > _LONGEST or not _is_sound(word) for word in kept):
        return ()
    return tuple(kept)


def _is_slip(word: str, counts: Counter[str]) -> bool:
    if counts[word] > slips(counts.total()):
        return False
    usual = [other for other, count in counts.items() if count >= _USUAL * counts[word]]
    if any(fold_tag(other) == fold_tag(word) for other in usual):
        return True
    return len(word) > 3 and nearest(word, [other for other in usual if len(other) > 3]) is not None


def _is_sound(word: str) -> bool:
    """Whether a word can be one of a closed set: people can read it, and it counts nothing."""
    return word.isprintable() and not any(map(str.isdigit, word))


def _shortest(texts: Sequence[str]) -> int:
    """Half of the shortest, in tens, is surely not too much to ask."""
    shortest = min(map(len, texts))
    return max(1, shortest // 20 * 10) if len(texts) >= FEW else 1


def _longest(texts: Sequence[str]) -> dict[str, int]:
    """A quarter more than the longest, in tens or hundreds, and surely enough for a title; what is
    twice as long as all others is odd, and does not count."""
    if len(texts) < FEW:
        return {}
    lengths = sorted(map(len, texts))
    for odd in range(slips(len(lengths)), 0, -1):
        rest = lengths[-odd - 1]
        if lengths[-odd] > max(2 * rest, _ENOUGH):
            lengths = lengths[:-odd]
            break
    step = 10 if lengths[-1] < 200 else 100
    return {"maxLength": max(_ENOUGH, -(-lengths[-1] * 5 // (4 * step)) * step)}


_MANY: Final = 20
_MOST: Final = 15
_EACH: Final = 8
_REPEATED: Final = 3
_USUAL: Final = 10
_LONGEST: Final = 40
_ENOUGH: Final = 120
