"""What a page says of being one of several: `Older posts`, `Page 2 of 3`, `Load more`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Final

from blint.late import late
from blint.overview.listing.published.marks import PART
from blint.overview.listing.published.model import Known, Part


def part_of(text: str, known: Known, *, html: bool) -> Part | None:
    """Which of several pages a list is; None where it says of no others."""
    if html:
        text = unescape("".join(_seen(text)))
    ahead = back = False
    for line in text.split("\n"):
        shown = " ".join(line[:_LONGEST].split())
        if not shown or known.is_title(shown):
            continue
        page = _PAGE.fullmatch(shown)
        if page is not None:
            number, total = int(page["page"]), int(page["total"])
            return Part(first=number <= 1, last=number >= total) if total > 1 else None
        for piece in _pieces(shown):
            ahead = ahead or _AHEAD.fullmatch(piece) is not None
            back = back or _BACK.fullmatch(piece) is not None
    return Part() if ahead or back else None


def is_pager(text: str) -> bool:
    """Whether a line only leads to other pages."""
    return _PAGE.fullmatch(text) is not None or all(
        _AHEAD.fullmatch(piece) or _BACK.fullmatch(piece) for piece in _pieces(text)
    )


def _pieces(text: str) -> Iterable[str]:
    """The links of a line; several may stand side by side: `← Newer Older →`, `1 2 3 Next`."""
    pieces = filter(None, map(str.strip, _BETWEEN.split(text)))
    return [bare for piece in pieces if (bare := _NUMBERS.sub("", piece).strip(_SIGNS))] or [text]


def _seen(text: str) -> Iterator[str]:
    """What a reader of HTML may see, with lines where it has blocks; scripts are left out."""
    last, unseen = 0, ""
    for tag in _TAG.finditer(text):
        name = tag["name"].casefold()
        if not unseen:
            yield text[last : tag.start()]
            yield _told(tag)
            unseen = name if name in _UNSEEN else ""
        elif name == f"/{unseen}":
            unseen = ""
        last = tag.end()
    if not unseen:
        yield text[last:]


def _told(tag: re.Match[str]) -> str:
    """What a tag says of other pages, and the end of a line for one that parts lines."""
    rel = _REL.search(tag[0])
    if rel is None:
        return " " if _INLINE.match(tag[0]) else "\n"
    return "\nNext\n" if rel[1].casefold() == "next" else "\nPrevious\n"


_LONGEST: Final = 200
_SIGNS: Final = " «»<>‹›←→↑↓…·|—–-()[]" + PART
_UNSEEN: Final = frozenset(("script", "style", "template"))
_TAG: Final = late(r"<(?P<name>/?[A-Za-z][\w-]*)[^<>]*>")
_INLINE: Final = late(r"</?(?:b|strong|em|i|span|svg|path|small)\b", re.IGNORECASE)
_REL: Final = late(r"\srel\s*=\s*[\"']?(next|prev)(?:ious)?\b", re.IGNORECASE)
_BETWEEN: Final = late(rf"\s*[|·•{PART}←→«»‹›]\s*|(?<=newer) (?=older)", re.IGNORECASE)
_NUMBERS: Final = late(r"^(?:(?:\d+|…|\.\.\.)\s+)+|(?:\s+(?:\d+|…|\.\.\.))+$")
_PAGE: Final = late(
    rf"[«»<>‹›←→ {PART}]*(?:page|seite|página|pagina)?\s*(?P<page>\d{{1,4}})\s*"
    r"(?:of|von|sur|de|di|/)\s*(?P<total>\d{1,4})"
    rf"[«»<>‹›←→ {PART}]*",
    re.IGNORECASE,
)
_AHEAD: Final = late(
    r"(?:older|next|more)(?: (?:posts?|articles?|entries|stories|page))?|next page|view more posts"
    r"|(?:load|show|see) (?:more|older)(?: (?:posts|articles|entries|stories))?"
    r"|(?:ältere|mehr|weitere) (?:beiträge|artikel|laden)|nächste(?: seite)?|mehr anzeigen"
    r"|articles plus anciens|(?:page )?suivante?|(?:voir|charger) plus|(?:página )?siguiente"
    r"|entradas (?:más )?antiguas|próxima(?: página)?|(?:pagina )?successiva",
    re.IGNORECASE,
)
_BACK: Final = late(
    r"(?:newer|previous|prev)(?: (?:posts?|articles?|entries|stories|page))?"
    r"|neuere (?:beiträge|artikel)|vorherige(?: seite)?|articles plus récents"
    r"|(?:page )?précédente?|(?:página )?anterior|(?:pagina )?precedente",
    re.IGNORECASE,
)
