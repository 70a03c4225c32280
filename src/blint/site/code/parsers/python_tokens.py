"""Python's strings, comments and brackets by one pass, and the text with quiet strings.

Strings are written anew before the text is parsed: a body of `x`, no prefix of formatted ones. So
no finding depends on what a version of Python allows between the braces of an f-string, and no
escape makes a parser warn.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from blint.late import late
from blint.site.code.faults import CodeFault


class Scan(NamedTuple):
    """What one pass saw.

    `plain` is the text with quiet strings and comments, offset for offset. `fault` is the first
    slip of brackets or quotation marks. `opener`: that fault is a bracket open at the end, there.
    `depth` is how deep brackets nest. `foreign`: something that Python does not have, a `$`.
    """

    plain: str
    fault: CodeFault | None
    opener: int | None
    depth: int
    foreign: bool
    leading_close: bool


def scan(text: str) -> Scan:
    """One pass over a text."""
    pieces: list[str] = []
    stack: list[tuple[str, int]] = []
    fault: CodeFault | None = None
    depth = at = 0
    foreign = leading_close = False
    while found := _PART.search(text, at):
        start, kind = found.start(), found.lastgroup
        pieces.append(text[at:start])
        at = found.end()
        if kind == "quote":
            end = _string_end(text, found)
            if end is None:
                mark = found.end() - len(found["quote"])
                fault = fault or _torn(mark, found["quote"])
                line_end = text.find("\n", start)
                end = line_end if line_end >= 0 and len(found["quote"]) == 1 else len(text)
            pieces.append(_quiet(text[start:end], found))
            at = end
            continue
        if kind == "comment":
            pieces.append(" " * len(found[0]))
            continue
        pieces.append(found[0])
        if kind == "foreign":
            foreign = True
        elif kind == "curly":
            message = "a curly quotation mark stands here, and Python wants straight ones"
            fault = fault or CodeFault(start, at, message)
        elif kind == "open":
            stack.append((found[0], start))
            depth = max(depth, len(stack))
        elif not stack:
            line = text[text.rfind("\n", 0, start) + 1 : start]
            leading_close = leading_close or not line.strip(" \t)]}")
            fault = fault or CodeFault(start, at, f"nothing is open that this `{found[0]}` closes")
        else:
            opener, _ = stack.pop()
            if _CLOSES[opener] != found[0] and fault is None:
                message = f"`{found[0]}` stands where `{_CLOSES[opener]}` closes a `{opener}`"
                fault = CodeFault(start, at, message)
    pieces.append(text[at:])
    left_open = None
    if stack and fault is None:
        bracket, left_open = stack[-1]
        fault = CodeFault(left_open, left_open + 1, f"this `{bracket}` is never closed")
    return Scan("".join(pieces), fault, left_open, depth, foreign, leading_close)


def _torn(at: int, quote: str) -> CodeFault:
    where = " on its line" if len(quote) == 1 else ""
    name = "quotation mark" if len(quote) == 1 else "triple quotation mark"
    return CodeFault(at, at + len(quote), f"this {name} has no partner{where}")


def _string_end(text: str, found: re.Match[str]) -> int | None:
    """Where the string ends that begins here; None where it does not."""
    quote = found["quote"]
    prefix = (found["prefix"] or "").lower()
    ends = (_TRIPLE_END if len(quote) == 3 else _LINE_END)[quote[0]]
    end = ends.match(text, found.end())
    if "f" not in prefix and "t" not in prefix:
        return end.end() if end else None
    # Since Python 3.12 the braces of a formatted string may hold its own quotation marks.
    nested = _formatted_end(text, found.end(), quote)
    if nested is not None:
        return nested
    return end.end() if end else None


def _formatted_end(text: str, at: int, quote: str) -> int | None:
    """The end of a formatted string whose braces hold code; None where they are not balanced."""
    depth = 0
    inner = ""
    while found := _FORMATTED.search(text, at):
        at = found.end()
        mark = found[0]
        if mark == "\n":
            if len(quote) == 1 and not depth:
                return None
        elif inner:
            inner = "" if mark == inner else inner
        elif mark in {"{{", "}}"} and not depth:
            continue
        elif mark.startswith("{"):
            depth += len(mark)
        elif mark.startswith("}"):
            depth = max(depth - len(mark), 0)
        elif mark[0] in "\"'":
            if not depth:
                if text.startswith(quote, found.start()):
                    return found.start() + len(quote)
            else:
                inner = mark
    return None


def _quiet(text: str, found: re.Match[str]) -> str:
    """A string with a body that says nothing; the letters of a formatted one become plain."""
    prefix = found["prefix"] or ""
    quote = found["quote"]
    if any(letter in "fFtT" for letter in prefix):
        prefix = "r".rjust(len(prefix))
    body = text[len(found[0]) :]
    closed = body.endswith(quote)
    if closed:
        body = body[: -len(quote)]
    quiet = "".join("\n" if character == "\n" else "x" for character in body)
    if len(quote) == 1 and "\n" in quiet:
        # Braces over several lines, or a backslash before the line end.
        quiet = quiet.replace("x\n", "\\\n") if "x\n" in quiet else quiet
    return prefix + quote + quiet + (quote if closed else "")


_CLOSES = {"(": ")", "[": "]", "{": "}"}
_PART = late(
    r"(?:(?<!\w)(?P<prefix>[rRbBuUfFtT]{1,2}))?(?P<quote>\"\"\"|'''|\"|')|(?P<comment>#[^\n]*)"
    r"|(?P<open>[(\[{])|(?P<close>[)\]}])|(?P<curly>[“”„])|(?P<foreign>[$?`‘’])"
)
_LINE_END = {
    '"': late(r'(?:[^"\\\n]|\\(?:.|\n))*"'),
    "'": late(r"(?:[^'\\\n]|\\(?:.|\n))*'"),
}
_TRIPLE_END = {
    '"': late(r'(?:[^"\\]|\\(?:.|\n)|"(?!""))*"""'),
    "'": late(r"(?:[^'\\]|\\(?:.|\n)|'(?!''))*'''"),
}
_FORMATTED = late(r"\{\{|\}\}|[{}\n\"']|\\.")
