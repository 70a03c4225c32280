"""Brackets that have no partner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from blint.site.code.faults import CodeFault
from blint.site.code.grammars.lines import (
    boundaries,
    end_of_code,
    goes_on,
    indentation,
    line_end,
    line_start,
)
from blint.site.code.grammars.reading import Unread

_PARTNER = {"(": ")", "[": "]", "{": "}"}
_CLOSERS = frozenset(_PARTNER.values())
_OPENER = {closer: opener for opener, closer in _PARTNER.items()}
_CONTINUES = frozenset("([{,=+-*/&|<>?:.\\")
_STOPS = frozenset(";{)]}")
_SIGNS = _CLOSERS | frozenset(_PARTNER)
_FAR = 12
"""How many lines below its opener a missing closer is looked for."""


class Bracket(NamedTuple):
    """A bracket sign and where it stands."""

    sign: str
    at: int


class Balance(NamedTuple):
    """Pairs of brackets, and those that have no partner."""

    pairs: list[tuple[Bracket, Bracket]]
    openers: list[Bracket]
    closers: list[Bracket]


def bracket_fault(code: Unread) -> CodeFault | None:
    """The one bracket that is missing or too many, if that makes all the rest readable."""
    balance = balanced(brackets(code))
    alone = [*balance.openers, *balance.closers]
    if len(alone) == 2 and len(balance.openers) == 1:
        return _other_kind(code, *alone)
    if len(alone) != 1:
        return None
    if balance.closers:
        return _closer_too_many(code, balance)
    return _never_closed(code, balance)


def brackets(code: Unread) -> list[Bracket]:
    """All brackets that are signs of the language: not those in texts and comments."""
    return [
        Bracket(sign, leaf.start + n)
        for leaf in code.leaves
        if leaf.sign and (leaf.kind[-1:] in _SIGNS or leaf.kind == "ERROR")
        for n, sign in enumerate(code.text[leaf.start : leaf.end])
        if sign in _SIGNS
    ]


def balanced(found: list[Bracket]) -> Balance:
    """Which bracket belongs to which, where one alone may be missing or too many."""
    result = Balance([], [], [])
    stack: list[Bracket] = []
    for bracket in found:
        if bracket.sign in _PARTNER:
            stack.append(bracket)
        elif stack and _PARTNER[stack[-1].sign] == bracket.sign:
            result.pairs.append((stack.pop(), bracket))
        elif len(stack) > 1 and _PARTNER[stack[-2].sign] == bracket.sign:
            result.openers.append(stack.pop())
            result.pairs.append((stack.pop(), bracket))
        else:
            result.closers.append(bracket)
    result.openers.extend(stack)
    return result


def _other_kind(code: Unread, opener: Bracket, closer: Bracket) -> CodeFault | None:
    """`foo(bar]`: the two are each other's."""
    right = _PARTNER[opener.sign]
    if closer.at < opener.at or not code.mended_by(closer.at, closer.at + 1, right):
        return None
    message = f"the `{opener.sign}` is closed by `{closer.sign}`"
    return CodeFault(closer.at, closer.at + 1, message)


def _closer_too_many(code: Unread, balance: Balance) -> CodeFault | None:
    """A closer that cannot belong to something above the fragment."""
    closer = balance.closers[0]
    fault = CodeFault(closer.at, closer.at + 1, f"the `{closer.sign}` closes nothing")
    line = line_start(code.text, closer.at)
    before = code.text[line : closer.at].strip()
    opener = _OPENER[closer.sign]
    if not before.strip(")]}"):
        pair = next((one for one in balance.pairs if one[1].at == closer.at - 1), None)
        if not before or pair is None or closer.at - 1 - line > indentation(code.text, line) + 1:
            return None
        # `new Thing{` … `});`: its line lacks the opener.
        first = line_start(code.text, pair[0].at)
        places = boundaries(code, first, pair[0].at + 1)
        return fault if any(code.mended_by(at, at, opener) for at in places[::-1]) else None
    inside = any(
        first.sign == opener and line <= first.at and last.at < closer.at
        for first, last in balance.pairs
    )
    if closer.sign == "}" and not inside:
        return None
    start = _statement(code.text, line)
    # In shells a pattern of `case` ends in one.
    if start is None or (code.dialect.contexts[0].grammar == "bash" and "(" not in before):
        return None
    if code.mended_by(closer.at, closer.at + 1, ""):
        return fault
    places = boundaries(code, start, closer.at)
    return fault if any(code.mended_by(at, at, opener) for at in places[::-1]) else None


def _statement(text: str, line: int) -> int | None:
    """Where what a line continues begins; None where that may be above the fragment."""
    while line > 0:
        above = text[:line].rstrip()
        if not above or (above[-1] not in _CONTINUES and text[line:].lstrip()[:1] not in "\"'"):
            break
        line = line_start(text, len(above))
    if text[:line].strip() or indentation(text, line) == 0:
        return line
    return None


def _never_closed(code: Unread, balance: Balance) -> CodeFault | None:
    opener = balance.openers[0]
    if not goes_on(code, opener.at + 1, len(code.text)):
        return None
    if opener.sign == "{":
        return _brace_never_closed(code, balance)
    sign = _PARTNER[opener.sign]
    if any(code.mended_by(at, at, sign) for at in _ends(code, opener.at)):
        return _unclosed(opener)
    return None


def _brace_never_closed(code: Unread, balance: Balance) -> CodeFault | None:
    """Indentation says which of them is not closed; at the end a fragment may just be cut."""
    for opener, closer in balance.pairs[::-1]:
        line = line_start(code.text, closer.at)
        own = indentation(code.text, opener.at)
        if code.text[line : closer.at].strip() or opener.at >= line or opener.sign != "{":
            continue
        if closer.at - line < own and code.mended_by(line, line, "}\n"):
            return _unclosed(opener)
    opener = balance.openers[0]
    end = line_end(code.text, opener.at)
    if not _back(code, opener.at, end):
        return None
    places = boundaries(code, opener.at + 1, end)[::-1]
    if any(code.mended_by(at, at, "}") for at in places if goes_on(code, at, end)):
        return _unclosed(opener)
    return None


def _unclosed(opener: Bracket) -> CodeFault:
    return CodeFault(opener.at, opener.at + 1, f"the `{opener.sign}` is never closed")


def _ends(code: Unread, opener: int) -> Iterator[int]:
    """Where a bracket may have been meant to close: from the end of its line backwards, below.

    Something must show that it was: code behind it, or a line that is indented no more.
    """
    start = opener + 1
    closer = _PARTNER[code.text[opener]]
    for line in range(_FAR):
        end = line_end(code.text, start)
        back = _back(code, opener, end) or _whole(code.text, opener, end)
        last = code.text[end_of_code(code, end) - 1]
        if last == "{" or last not in _CONTINUES:
            for at in boundaries(code, start, end)[::-1]:
                following = code.text[at:end].lstrip()[:1]
                stops = following in _STOPS and following != closer
                if stops or (back and (not line or not goes_on(code, at, end))):
                    yield at
        if end >= len(code.text):
            return
        start = end + 1


def _back(code: Unread, opener: int, end: int) -> bool:
    """Whether the next line with code is indented no more than the line of an opener."""
    after = next(
        (leaf for leaf in code.leaves if leaf.start > end and "comment" not in leaf.kind), None
    )
    if after is None:
        return False
    return indentation(code.text, after.start) <= indentation(code.text, opener)


def _whole(text: str, opener: int, end: int) -> bool:
    """Whether an opener stands on the last line, and that begins at the margin."""
    last = not text[end:].strip() and "\n" not in text[opener:end]
    return last and indentation(text, opener) == 0
