"""Quotation marks that have no partner, and those of typesetters."""

from __future__ import annotations

from collections.abc import Iterator

from blint.late import late
from blint.site.code.faults import CodeFault
from blint.site.code.grammars.reading import Unread

_STRAIGHT = str.maketrans("“”„«»‘’‚", '"""""\'\'\'')


def quote_fault(code: Unread) -> CodeFault | None:
    """The quotation mark that is missing or of the wrong kind, if all the rest is readable."""
    return _curly(code) or _alone(code)


def _curly(code: Unread) -> CodeFault | None:
    found = [at for at, sign in enumerate(code.text) if sign in "“”„‘’‚"]
    if not found:
        return None
    straight = code.text.translate(_STRAIGHT)
    if not code.mended_as(straight):
        return None
    quoting = {leaf.start for leaf in code.leaves}
    at = next((at for at in found if at in quoting), found[0])
    place = next((t.start for t in code.troubles if t.start in found), at)
    return CodeFault(place, place + 1, f"`{code.text[place]}` is no quotation mark of code")


def _alone(code: Unread) -> CodeFault | None:
    """A line with an odd number of quotation marks, the only one of its kind."""
    for quote in code.dialect.quotes:
        lines = list(_odd_lines(code.text, quote))
        if len(lines) != 1:
            continue
        start, end = lines[0]
        marks = [at for at in range(start, end) if _is_mark(code.text, at, quote)]
        line = code.text[start:end].strip()
        if code.dialect.long_texts and (line[0] == quote or line[-1] == quote):
            continue  # the text may go on above or below
        others = [q for q in "\"'" if q != quote and code.text.count(q, start, end) == 1]
        for other in others:
            at = code.text.index(other, start, end)
            if code.mended_by(at, at + 1, quote):
                return CodeFault(marks[-1], marks[-1] + 1, f"the `{quote}` has no partner")
        if any(code.mended_by(at, at, quote) for at in _places(code.text, start, end)):
            return CodeFault(marks[-1], marks[-1] + 1, f"the `{quote}` has no partner")
    return None


def _odd_lines(text: str, quote: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        end = start + len(line)
        if sum(_is_mark(text, at, quote) for at in range(start, end) if text[at] == quote) % 2:
            yield start, end
        start = end + 1


def _is_mark(text: str, at: int, quote: str) -> bool:
    """Whether a quotation mark stands at a place, not an apostrophe or an escaped one."""
    if text[at] != quote or text[at - 1 : at] == "\\":
        return False
    return quote != "'" or not (text[at - 1 : at].isalpha() and text[at + 1 : at + 2].isalpha())


def _places(text: str, start: int, end: int) -> list[int]:
    """Where the partner may be missing: before signs and at the ends of words, last first."""
    line = text[start:end]
    found = {start + match.end() for match in _EDGE.finditer(line)}
    found |= {start + match.start() for match in _EDGE.finditer(line)}
    return sorted(found, reverse=True)[:40]


_EDGE = late(r"[^\s\"'`;,(){}\[\]<>=:]+|$")
