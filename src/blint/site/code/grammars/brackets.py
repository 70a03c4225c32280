"""Brackets that have no partner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from blint.site.code.faults import CodeFault
from blint.site.code.grammars.reading import Unread

_PARTNER = {"(": ")", "[": "]", "{": "}"}
_CLOSERS = frozenset(_PARTNER.values())
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
        return _closer_too_many(code, balance.closers[0])
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


def _closer_too_many(code: Unread, closer: Bracket) -> CodeFault | None:
    line = _line(code.text, closer.at)
    before = code.text[line : closer.at].strip()
    if not before.strip(")]}"):
        # It may close what stands above the fragment.
        shown = code.text.lstrip("\n")
        first = len(shown) - len(shown.lstrip())
        if closer.at - line != first or before or not shown[:1].strip("})]"):
            return None
        if code.text[closer.at + 1 :].strip(" \t\n;,)") == "" and first == 0:
            return None
    places = _boundaries(code, line, closer.at)
    opener = {")": "(", "]": "[", "}": "{"}[closer.sign]
    mended = code.mended_by(closer.at, closer.at + 1, "")
    if mended or any(code.mended_by(at, at, opener) for at in places):
        message = f"the `{closer.sign}` closes nothing"
        return CodeFault(closer.at, closer.at + 1, message)
    return None


def _never_closed(code: Unread, balance: Balance) -> CodeFault | None:
    opener = balance.openers[0]
    if not _goes_on(code, opener.at + 1, len(code.text)):
        return None
    if opener.sign == "{":
        return _brace_never_closed(code, balance)
    sign = _PARTNER[opener.sign]
    if any(code.mended_by(at, at, sign) for at in _ends(code, opener.at)):
        return _unclosed(opener)
    return None


def _brace_never_closed(code: Unread, balance: Balance) -> CodeFault | None:
    """Indentation says which of them is not closed; at the end a fragment may just be cut."""
    for opener, closer in [*balance.pairs][::-1]:
        line = _line(code.text, closer.at)
        own = _indent(code.text, opener.at)
        if code.text[line : closer.at].strip() or opener.at >= line or opener.sign != "{":
            continue
        if closer.at - line < own and code.mended_by(line, line, "}\n"):
            return _unclosed(opener)
    opener = balance.openers[0]
    end = _line_end(code.text, opener.at)
    places = reversed(_boundaries(code, opener.at + 1, end))
    if any(code.mended_by(at, at, "}") for at in places if _goes_on(code, at, end)):
        return _unclosed(opener)
    return None


def _unclosed(opener: Bracket) -> CodeFault:
    return CodeFault(opener.at, opener.at + 1, f"the `{opener.sign}` is never closed")


def _goes_on(code: Unread, start: int, end: int) -> bool:
    """Whether there is code between two places, comments and strange characters apart."""
    return any(
        start <= leaf.start < end
        and "comment" not in leaf.kind
        and code.text[leaf.start : leaf.end].isascii()
        for leaf in code.leaves
    )


def _ends(code: Unread, opener: int) -> Iterator[int]:
    """Where a bracket may have been meant to close: from the end of its line backwards, below."""
    start = opener + 1
    for _ in range(_FAR):
        end = _line_end(code.text, start)
        # A fragment that ends in the middle of things is cut.
        last = not code.text[end:].strip()
        if last and code.text[:end].rstrip()[-1:] in "([{,=+-*/&|<>?:.":
            return
        yield from reversed(_boundaries(code, start, end))
        if end >= len(code.text):
            return
        start = end + 1


def _boundaries(code: Unread, start: int, end: int) -> list[int]:
    """Where tokens of a line begin and end, at most 24 places."""
    inside = [leaf for leaf in code.leaves if start <= leaf.start and leaf.end <= end]
    return sorted({at for leaf in inside[-12:] for at in (leaf.start, leaf.end)})


def _line(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _indent(text: str, at: int) -> int:
    line = text[_line(text, at) :]
    return len(line) - len(line.lstrip(" \t"))
