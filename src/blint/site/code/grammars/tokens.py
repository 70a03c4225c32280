"""Signs that are missing or twice, keywords with a slip: one small place, all else in order."""

from __future__ import annotations

import re

from blint.late import late
from blint.site.code.faults import CodeFault
from blint.site.code.grammars.lines import indentation, line_start
from blint.site.code.grammars.parsing import Leaf, Trouble
from blint.site.code.grammars.reading import Unread


def token_fault(code: Unread, places: list[int] | None = None) -> CodeFault | None:
    """The token at the first trouble, or at `places`, that is missing, twice or misspelt.

    `places` are indexes of `code.leaves`.
    """
    if not code.troubles or not code.leaves:
        return None
    near = _near(code) if places is None else places
    return _misspelt(code, near) or _twice(code, near) or _missing_end(code, near)


def doubtful(code: Unread) -> list[int]:
    """The indexes of the tokens in and around all troubles."""
    found: set[int] = set()
    for place in code.troubles:
        at, stop = _around(code, place)
        found.update(range(max(at - 8, 0), min(stop + 8, len(code.leaves) - 1) + 1))
    return sorted(found)


def _near(code: Unread) -> list[int]:
    """The indexes of the tokens around the first trouble."""
    at, stop = _around(code, code.troubles[0])
    return list(range(max(at - 4, 0), min(stop, at + 8) + 1))


def _around(code: Unread, place: Trouble) -> tuple[int, int]:
    """The indexes of the first token of a trouble, and of the first one behind it."""
    last = len(code.leaves) - 1
    at = next((n for n, leaf in enumerate(code.leaves) if leaf.end > place.start), last)
    stop = next((n for n in range(at, last + 1) if code.leaves[n].start >= place.end), last)
    return at, stop


def _misspelt(code: Unread, near: list[int]) -> CodeFault | None:
    from rapidfuzz.distance import OSA

    for n in near:
        leaf = code.leaves[n]
        word = code.text[leaf.start : leaf.end]
        if leaf.sign or len(word) < 4 or word.lower() in code.dialect.keywords:
            continue
        for keyword in sorted(code.dialect.keywords):
            if (
                word[0].lower() != keyword[0]
                or OSA.distance(word.lower(), keyword, score_cutoff=1) > 1
            ):
                continue
            if code.text.count(word) == 1 and code.mended_by(leaf.start, leaf.end, keyword):
                return CodeFault(leaf.start, leaf.end, f"`{word}` is `{keyword}` misspelt")
    return None


def _twice(code: Unread, near: list[int]) -> CodeFault | None:
    for n in near[1:]:
        first, second = code.leaves[n - 1], code.leaves[n]
        sign = code.text[second.start : second.end]
        if sign not in _DOUBLED or sign != code.text[first.start : first.end]:
            continue
        if code.mended_by(second.start, second.end, ""):
            return CodeFault(second.start, second.end, f"the `{sign}` stands here twice")
    return None


def _missing_end(code: Unread, near: list[int]) -> CodeFault | None:
    """A `;` or `,` that is missing between two lines, where others of the fragment have it."""
    for n in near[:-1]:
        before, after = code.leaves[n], code.leaves[n + 1]
        if not _ends_something(code, before):
            continue
        if "\n" not in code.text[before.end : after.start]:
            if _listed(code, before, after):
                return _missing(code, before, ",")
            continue
        if not _two_statements(code, before, after):
            continue
        for sign in code.dialect.ends:
            if _usual(code, before.end, sign) and code.mended_by(before.end, before.end, sign):
                return _missing(code, before, sign)
    return None


def _two_statements(code: Unread, before: Leaf, after: Leaf) -> bool:
    """Whether a line and the next one look like two of a kind, neither of them cut."""
    text = code.text
    start = line_start(text, before.end)
    own = indentation(text, start)
    return not (
        text[after.start] in "{("
        or before.kind in {"primitive_type", "type_identifier"}
        or _NO_STATEMENT.fullmatch(text[start : before.end].strip())
        or _MACRO.match(text, after.start)
        or indentation(text, after.start) > own
        or text[:start].endswith("\\\n")
        or (own and not text[:start].strip())
    )


def _missing(code: Unread, before: Leaf, sign: str) -> CodeFault:
    word = code.text[before.start : before.end].split("\n")[-1][-20:]
    return CodeFault(before.start, before.end, f"a `{sign}` is missing after `{word}`")


def _listed(code: Unread, before: Leaf, after: Leaf) -> bool:
    """Whether two things stand side by side in brackets, as in `f(a b)`, and a `,` is missing."""
    begins = code.text[after.start]
    return (
        "," in code.dialect.ends
        and (begins.isalnum() or begins in "_\"'`$({[")
        and _inside(code, before.end)
        and code.mended_by(before.end, before.end, ",")
    )


def _inside(code: Unread, at: int) -> bool:
    before = code.text[:at]
    open_ones = sum(before.count(opener) for opener in "([{")
    return open_ones > sum(before.count(closer) for closer in ")]}")


def _usual(code: Unread, at: int, sign: str) -> bool:
    """Whether lines of a fragment end in a sign at all: two others, one within brackets."""
    others = len(re.findall(rf"[^}}\s]\{sign}[ \t]*(?:(?://|/\*|#).*)?$", code.text, re.MULTILINE))
    if sign != ",":
        return others >= 2
    return others >= 1 and _inside(code, at)


def _ends_something(code: Unread, leaf: Leaf) -> bool:
    text = code.text[leaf.start : leaf.end]
    return text[-1:].isalnum() or text[-1:] in "_)]\"'`"


# Macros, words alone, heads of blocks, and the values of Rust's blocks end in no semicolon.
_NO_STATEMENT = late(
    r"[\w.:-]+|@.*|\[.*|#.*|//.*|(?:_?[A-Z][A-Z0-9_]+|_[A-Z]\w*)\b.*|(?:Ok|Err|Some|None|Self)\b.*"
    r"|(?:if|for|while|else|switch|do|extern|template|foreach|match)\b.*"
)
_MACRO = late(r"_?[A-Z][A-Z0-9_]{2,}\b")
_DOUBLED = frozenset({",", "=", "==", "&&", "||", ".", "?", "/", "%", "+", "-", "|", ">", "=>"})
