"""Whether a text on a page is that of the content, after what a generator does to it."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator
from typing import Final

from blint.late import late


def same_text(shown: str, own: str, *, typographic: bool) -> bool:
    """Whether a shown text is one of the post's, whole or cut off with an ellipsis.

    Marks of Markdown and entities may be rendered; quotes and dashes as print has them are the
    same as typed ones only where a page shows all of them so (`typographic`).
    """
    shown = _spaced(shown)
    for form in _forms(own):
        pairs = [(shown, _spaced(form))]
        if typographic:
            pairs.append((_typed(shown), _typed(pairs[0][1])))
        for one, other in pairs:
            cut = _CUT.search(one)
            if one == other or (
                cut is not None and len(one) > _LEAST and other.startswith(one[: cut.start()])
            ):
                return True
    return False


def _forms(own: str) -> Iterator[str]:
    yield own
    bare = html.unescape(_TAG.sub("", own))
    yield bare
    for _ in range(2):
        bare = _LINK.sub(r"\1", _MARKS.sub(r"\2", bare))
    yield bare


def _spaced(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _typed(text: str) -> str:
    for printed, typed in _PRINT:
        text = text.replace(printed, typed)
    return _spaced(text)


_TAG: Final = late(r"</?[A-Za-z][^<>]*>")
_LEAST: Final = 20
_CUT: Final = late(r"\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])$")
_MARKS: Final = late(r"(`+|\*{1,3}|(?<!\w)_{1,2})(\S|\S.*?\S)\1(?!\w)")
_LINK: Final = late(r"\[([^\[\]]+)\]\([^()\s]*\)")
_PRINT: Final = (
    *(("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'), ("…", "...")),
    *(("---", "—"), ("--", "–"), ("\u00a0", " ")),
)
