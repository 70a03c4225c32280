"""What a fault in Python is, if it is a slip: the rest of the text must be Python without it."""

from __future__ import annotations

import keyword
import re
from typing import Literal

from blint.late import late
from blint.site.code.faults import CodeFault
from blint.site.code.fragments import holds_ellipsis
from blint.site.code.parsers.python_errors import error_at
from blint.site.code.parsers.python_tokens import Scan, scan


def is_surely_torn(text: str, scanned: Scan) -> bool:
    """Whether a fault of brackets or quotation marks is a slip, not the edge of an excerpt."""
    fault = scanned.fault
    if fault is None or scanned.leading_close:
        return False
    start = text.rfind("\n", 0, fault.start) + 1
    end = text.find("\n", fault.start)
    end = end if end >= 0 else len(text)
    if holds_ellipsis(text):
        return False
    if scanned.opener is not None:
        return _is_forgotten(text, start, fault.start)
    if text[fault.start : fault.end] in {'"""', "'''"}:
        # Nothing but blanks before it: where a docstring ends or begins, cut in two.
        is_code = _CODE_LINE.match(text[start : fault.start]) is not None
        return is_code and error_at(scan(text[:start]).plain) is None
    is_head = not text[:start].strip() and text[start : start + 1].isspace()
    if is_head or _goes_on(scanned.plain, start):
        return False
    # All but the line of the fault is Python; one line alone must look like it.
    rest = scanned.plain[:start] + _passed(scanned.plain[start:end]) + scanned.plain[end:]
    again = scan(text[:start] + _passed(text[start:end]) + text[end:])
    if again.fault is not None or error_at(again.plain) is not None:
        return False
    line = scanned.plain[start:end]
    if _CODE_LINE.match(line) is not None:
        return True
    return _MARKS.search(line) is not None and not _PROSE.match(line) and _count_lines(rest) > 2


def _goes_on(plain: str, start: int) -> bool:
    """Whether a line goes on with what lines before it, perhaps not shown, began in brackets."""
    line = plain[start:].split("\n", 1)[0].strip()
    above = plain[:start].rstrip()
    return above.endswith(",") or line.endswith(",") or line[:1] in {*"\"')]}*"}


def _is_forgotten(text: str, start: int, opener: int) -> bool:
    """Whether a bracket open at the end was forgotten: the code goes on or ends behind it."""
    line_end = text.find("\n", opener)
    line_end = line_end if line_end >= 0 else len(text)
    indent = len(text[start:opener]) - len(text[start:opener].lstrip())
    rest = text[line_end + 1 :]
    following = [line for line in rest.split("\n") if line.strip()]
    if not following:
        tail = text[opener + 1 : line_end].split("#", maxsplit=1)[0].rstrip()
        is_whole = bool(tail) and tail[-1] not in ",([{\\=+:"
        again = scan(text[:start])
        before_is_code = again.fault is None and error_at(again.plain) is None
        return is_whole and before_is_code and _CODE_LINE.match(text[start:line_end]) is not None
    first = following[0]
    goes_on = len(first) - len(first.lstrip()) <= indent and _STATEMENT.match(first) is not None
    if not goes_on:
        return False
    cut = text[:start] + _passed(text[start:line_end]) + text[line_end:]
    again = scan(cut)
    return again.fault is None and error_at(again.plain) is None


def _passed(line: str) -> str:
    """A statement that does nothing, indented alike and, where it can be, as long as the line."""
    indent = line[: len(line) - len(line.lstrip())]
    head = "if 1: pass" if line.rstrip().endswith(":") else "pass"
    return (indent + head).ljust(len(line))


def slip_at(text: str, plain: str, at: int) -> CodeFault | None:
    """The fault where the parser stopped, if the line of it is the only one that does not parse."""
    start = plain.rfind("\n", 0, at) + 1
    end = plain.find("\n", at)
    end = end if end >= 0 else len(plain)
    line = plain[start:end]
    if not line.strip() or _EXCERPT_WORD.match(line):
        return None
    begin, close = _statement(plain, start)
    if begin == start and (found := _of_a_block(text, plain, start, end)) is not None:
        return found if isinstance(found, CodeFault) else None
    if _PROSE.match(line) or _SAID.match(line) or not _MARKS.search(line):
        return None
    if begin == start and _goes_on(plain, start):
        return None
    statement = plain[begin:close]
    passed = _passed(statement.split("\n")[0]).rstrip() + "\n" * statement.count("\n")
    rest = plain[:begin] + passed + plain[close:]
    if error_at(rest) is not None or _count_lines(plain) - statement.count("\n") < 2:
        return None
    return _side_by_side(plain, begin, close) or _word(text, at, start, end)


def _of_a_block(
    text: str, plain: str, start: int, end: int
) -> CodeFault | Literal["excerpt"] | None:
    """What is wrong with the indentation or the header in a line; None where both are fine."""
    line = plain[start:end]
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : max(start - 1, 0)]
    above_code = plain[max(start - 1, 0) - len(above) : max(start - 1, 0)].rstrip()
    indent, above_indent = _indent(line), _indent(above)
    first, stop = start + indent, start + len(line.rstrip())
    if "\t" in line[:indent] and _mixes_tabs(plain):
        return "excerpt"
    if above_code.endswith(":") and indent <= above_indent:
        # Headers below one another are a list of what there is.
        if _is_listed(above_code, line) or "#" in above or indent < above_indent:
            return "excerpt"
        message = "this line is to be indented below the line that ends in a colon"
        return CodeFault(first, stop, message)
    if line.rstrip().endswith(":") and error_at(plain[:stop] + " pass" + plain[stop:]) is None:
        return "excerpt"  # the block of a header is not shown
    if _HEADER.match(line) and not line.rstrip().endswith(":"):
        with_colon = plain[:start] + line.rstrip() + ":" + plain[end:]
        if error_at(with_colon) is None:
            return CodeFault(stop - 1, stop, "a colon is missing after this")
        return "excerpt"
    if indent > above_indent and not above_code.endswith(":"):
        dedented = plain[:start] + " " * above_indent + line.lstrip() + plain[end:]
        if above_code and "\t" not in line and error_at(dedented) is None:
            return CodeFault(first, stop, "this line is indented deeper than the block it is in")
        return "excerpt"
    return None


def _statement(plain: str, at: int) -> tuple[int, int]:
    """The lines around an offset that brackets hold together, as offsets."""
    depth = begin = place = 0
    for line in plain.split("\n"):
        if depth <= 0:
            begin = place
        depth += sum(1 if mark in "([{" else -1 for mark in _BRACKETS.findall(line))
        place += len(line) + 1
        if depth <= 0 and place > at:
            break
    return begin, min(place - 1, len(plain))


def _side_by_side(plain: str, begin: int, close: int) -> CodeFault | None:
    """Two values in brackets with nothing between them."""
    depth = 0
    last = None
    for token in _OPERAND.finditer(plain, begin, close):
        kind = token.lastgroup
        depth += (kind == "open") - (kind == "close")
        is_value = kind in {"string", "name", "number"} and not keyword.iskeyword(token[0])
        if depth > 0 and is_value and last is not None and (last[1], kind) != ("string",) * 2:
            return CodeFault(last[0] - 1, last[0], "a comma or an operator is missing after this")
        ends_value = is_value or kind == "close" or token[0] in {"None", "True", "False"}
        last = (token.end(), kind) if ends_value else None
    return None


def _is_listed(above: str, line: str) -> bool:
    """Whether two headers are a list of what there is, not one below the other by a slip."""
    if not _HEADER.match(line):
        return False
    kinds = above.split(maxsplit=1)[0], line.split(maxsplit=1)[0]
    return kinds[0] not in {"class", "def"} or kinds[1] == "class" or kinds == ("def", "def")


def _word(text: str, at: int, start_of_line: int, end_of_line: int) -> CodeFault | None:
    """The word where the parser stopped."""
    line = text[start_of_line:end_of_line]
    first, stop = start_of_line + _indent(line), start_of_line + len(line.rstrip())
    word = _WORD.match(text, at)
    start, end = word.span() if word else (at, at + 1)
    if not first <= start < stop:
        start, end = first, stop
    return CodeFault(
        start, min(end, stop), f"Python cannot go on at `{text[start : min(end, stop)]}`"
    )


def _count_lines(plain: str) -> int:
    return sum(1 for line in plain.split("\n") if line.strip())


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _mixes_tabs(plain: str) -> bool:
    return bool(_TAB.search(plain)) and bool(_SPACES.search(plain))


_STATEMENT = late(r"[ \t]*(?:[A-Za-z_@][\w.]*(?:[ \t]*(?:=|\(|\[|:)|[ \t]+\w|[ \t]*$))")
_CODE_LINE = late(
    r"[ \t]*(?:@?[A-Za-z_][\w.]*[ \t]*(?:\(|\[|[-+*/|&%]?=|:|,)"
    r"|(?:return|import|from|def|class|if|elif|for|while|with|assert|raise|yield|del|await|async|"
    r"print|else|lambda|not)\b|[\"'\[({)\]}])"
)
_PROSE = late(r"[ \t]*(?:[A-Za-z][a-z']*[ ,.:;]+){3}")
# What the code prints, below it: "Hello, World!".
_SAID = late(r"[A-Z][a-z]+[ ,:][^=()\[\]{}\"'\n]*$")
_MARKS = late(r"[()\[\]{}=\"'.,]|\d")
_BRACKETS = late(r"[()\[\]{}]")
_OPERAND = late(
    r"""(?P<string>[A-Za-z]{0,2}(?:'{3}[x\n]*'{3}|"{3}[x\n]*"{3}|'[x\\\n]*'|"[x\\\n]*"))"""
    r"|(?P<number>\d[\w.]*)|(?P<name>[^\W\d]\w*)|(?P<open>[(\[{])|(?P<close>[)\]}])|[^\s]"
)
_EXCERPT_WORD = late(r"[ \t]*(?:else|elif|except|finally|case)\b")
_HEADER = late(r"[ \t]*(?:async[ \t]+)?(?:def|class|if|for|while|with|elif)\b[^\n]*[^\s,(\[{\\]")
_WORD = late(r"\w+|[^\w\s]+")
_TAB = late(r"^[ \t]*\t", re.MULTILINE)
_SPACES = late(r"^ ", re.MULTILINE)
