"""Python by its own parser, which reads and never runs; fragments are completed where they can be.

No finding may depend on the Python that runs blint (3.11 and newer): formatted strings are plain
ones before they are parsed, and these are left alone wherever they stand, since some versions
take them and some do not: `type X = …`, type parameters of functions and classes, `except A, B:`,
and all that only Python 2 reads. What the parser says is not repeated, since its words differ.
"""

from __future__ import annotations

import keyword
import re
import textwrap

from blint.late import late
from blint.site.code.faults import CodeFault
from blint.site.code.fragments import holds_ellipsis, is_no_whole_text
from blint.site.code.parsers.python_tokens import Scan, scan

MAX_DEPTH = 50
"""Text whose brackets nest deeper is not parsed."""
MAX_OPERATORS = 200
"""Nor one with more operators in a statement, or more branches: each nests in the tree."""


def fault_of(text: str) -> CodeFault | None:
    """The one slip of a text that is Python otherwise; with two faults it may be anything."""
    scanned = scan(text)
    if scanned.depth > MAX_DEPTH or _is_heavy(scanned.plain):
        return None
    plain = _completed(scanned.plain)
    at = None
    if scanned.fault is None:
        at = _error(plain)
        if at is None:
            return None
    if scanned.foreign or _OTHER_VERSION.search(scanned.plain) or is_no_whole_text(text):
        return None
    if _PLACEHOLDER.search(scanned.plain) or (holds_ellipsis(plain) and _fits_left_out(plain)):
        return None
    if scanned.fault is not None:
        return scanned.fault if _is_surely_torn(text, scanned) else None
    return _slip(text, plain, at or 0)


def is_whole(text: str) -> bool:
    """Whether the text is Python without a fault."""
    scanned = scan(text)
    deep = scanned.depth > MAX_DEPTH or _is_heavy(scanned.plain)
    return scanned.fault is None and not deep and _error(scanned.plain) is None


def _completed(plain: str) -> str:
    """The text with a magic line of notebooks as `pass`, every offset as before."""
    return _MAGIC.sub(lambda match: "pass".ljust(len(match[0]))[: len(match[0])], plain)


def _error(plain: str) -> int | None:
    """The offset of the first error; None where the text parses, after its indentation is cut."""
    dedented = textwrap.dedent(plain)
    head = _HEADS.get(_FIRST_WORD.search(dedented)[1], "") if _FIRST_WORD.search(dedented) else ""  # type: ignore[index]
    place = _parse(head + dedented)
    if place is None:
        return None
    line, column = place
    line = max(line - head.count("\n"), 1)
    lines = plain.split("\n")
    line = min(line, len(lines))
    cut = len(lines[0]) - len(dedented.split("\n")[0])
    cut = cut if line == 1 else len(lines[line - 1]) - len(dedented.split("\n")[line - 1])
    start = sum(len(before) + 1 for before in lines[: line - 1])
    return start + min(max(column - 1 + cut, 0), len(lines[line - 1]))


def _parse(text: str) -> tuple[int, int] | None:
    """The line and column where Python's parser stops; None where it reads all."""
    import ast
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            ast.parse(text)
        except SyntaxError as error:
            return error.lineno or 1, error.offset or 1
        except (ValueError, RecursionError, MemoryError, OverflowError):
            return None
    return None


def _is_heavy(plain: str) -> bool:
    """Whether a statement nests so deep in the tree that the parser could run out of stack."""
    if len(plain) < 2 * MAX_OPERATORS:
        return False
    if len(_BRANCH.findall(plain)) > MAX_OPERATORS:
        return True
    return any(
        len(statement) > MAX_OPERATORS and len(_OPERATOR.findall(statement)) > MAX_OPERATORS
        for statement in _LINE_START.split(plain)
    )


def _fits_left_out(plain: str) -> bool:
    """Whether the text parses when each ellipsis stands for what could be there."""
    return (
        _error(_DOTS.sub("**_", plain.replace("…", "_"))) is None
        or _LOOSE_DOTS.search(plain) is not None
    )


def _is_surely_torn(text: str, scanned: Scan) -> bool:
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
    # All but the line of the fault is Python; one line alone must look like it.
    rest = scanned.plain[:start] + _passed(scanned.plain[start:end]) + scanned.plain[end:]
    if len(fault.message) and text[fault.start : fault.end] in {'"""', "'''"}:
        return (
            _error(scan(text[:start]).plain) is None
            and _CODE_LINE.match(text[start:end]) is not None
        )
    again = scan(text[:start] + _passed(text[start:end]) + text[end:])
    if again.fault is not None or _error(again.plain) is not None:
        return False
    line = scanned.plain[start:end]
    if _CODE_LINE.match(line) is not None:
        return True
    return _MARKS.search(line) is not None and not _PROSE.match(line) and _count_lines(rest) > 2


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
        before_is_code = again.fault is None and _error(again.plain) is None
        return is_whole and before_is_code and _CODE_LINE.match(text[start:line_end]) is not None
    first = following[0]
    goes_on = len(first) - len(first.lstrip()) <= indent and _STATEMENT.match(first) is not None
    if not goes_on:
        return False
    cut = text[:start] + _passed(text[start:line_end]) + text[line_end:]
    again = scan(cut)
    return again.fault is None and _error(again.plain) is None


def _passed(line: str) -> str:
    """A statement that does nothing, indented alike and, where it can be, as long as the line."""
    indent = line[: len(line) - len(line.lstrip())]
    head = "if 1: pass" if line.rstrip().endswith(":") else "pass"
    return (indent + head).ljust(len(line))


def _slip(text: str, plain: str, at: int) -> CodeFault | None:
    """The fault where the parser stopped, if the line of it is the only one that does not parse."""
    start = plain.rfind("\n", 0, at) + 1
    end = plain.find("\n", at)
    end = end if end >= 0 else len(plain)
    line = plain[start:end]
    if not line.strip() or _EXCERPT_WORD.match(line):
        return None
    above = plain[:start].rstrip("\n")
    above_line = above[above.rfind("\n") + 1 :]
    follows_directly = plain[:start].endswith("\n") and above_line.strip() != ""
    indent, above_indent = _indent(line), _indent(above_line)
    first = start + len(line) - len(line.lstrip())
    stop = start + len(line.rstrip())
    if "\t" in line[: len(line) - len(line.lstrip())] and _mixes_tabs(plain):
        return None
    if above_line.rstrip().endswith(":") and follows_directly and indent <= above_indent:
        # Headers below one another are a list of what there is.
        code = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start]
        if _is_listed(above_line, line) or "#" in code or indent < above_indent:
            return None
        return CodeFault(
            first, stop, "this line is to be indented below the line that ends in a colon"
        )
    if line.rstrip().endswith(":") and _error(plain[:stop] + " pass" + plain[stop:]) is None:
        return None  # the block of a header is not shown
    if _HEADER.match(line) and not line.rstrip().endswith(":"):
        with_colon = plain[:start] + line.rstrip() + ":" + plain[end:]
        if _error(with_colon) is None:
            return CodeFault(stop - 1, stop, "a colon is missing after this")
        return None
    if indent > above_indent and above_line.strip() and not above_line.rstrip().endswith(":"):
        dedented = plain[:start] + " " * above_indent + line.lstrip() + plain[end:]
        if follows_directly and "\t" not in line and _error(dedented) is None:
            return CodeFault(first, stop, "this line is indented deeper than the block it is in")
        return None
    if _PROSE.match(line) or not _MARKS.search(line):
        return None
    begin, close = _statement(plain, start)
    statement = plain[begin:close]
    passed = _passed(statement.split("\n")[0]).rstrip() + "\n" * statement.count("\n")
    rest = plain[:begin] + passed + plain[close:]
    if _error(rest) is not None or _count_lines(plain) - statement.count("\n") < 2:
        return None
    return _side_by_side(plain, begin, close) or _word(text, at, first, stop)


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


def _word(text: str, at: int, first: int, stop: int) -> CodeFault | None:
    """The word where the parser stopped."""
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


_HEADS = {
    "elif": "if 1:\n pass\n",
    "else": "if 1:\n pass\n",
    "except": "try:\n pass\n",
    "finally": "try:\n pass\n",
    "case": "match 1:\n",
}
_FIRST_WORD = late(r"^(\w+)", re.MULTILINE)
_MAGIC = late(r"(?<![^\n])[ \t]*(?:[%!][^\n]{3,}|\w[\w.]*\?{1,2}[ \t]*$)", re.MULTILINE)
_OTHER_VERSION = late(
    r"^[ \t]*(?:print[ \t]+[^\s(=.,)\[]|exec[ \t]+[^\s(=.]|raise[ \t]+\w+[ \t]*,"
    r"|type[ \t]+\w+[ \t\[]"
    r"|(?:async[ \t]+)?(?:def|class)[ \t]+\w+\[|except[^:\n]*,|from[ \t]+\w+[ \t]+import[ \t]*$"
    r"|cdef\b|cpdef\b|cimport\b)"
    r"|print[ \t]+[\"']|print[ \t]*>>|<>|(?<![\w.])0[0-7]+(?![\w.])|(?<=\d)[lL]\b|lazy[ \t]+import",
    re.MULTILINE,
)
_PLACEHOLDER = late(
    r"<[A-Za-z_][\w .:/-]*>|\{%|->[ \t]*\.\.\.|<-|^[ \t]*[-*•][ \t]+\w", re.MULTILINE
)
_DOTS = late(r"\.\.\.")
_LOOSE_DOTS = late(r"\w[ \t]+\.\.\.|\.\.\.[ \t]*\w|\.{4,}|import[ \t]+\.\.\.|…")
_BRANCH = late(r"\b(?:elif|else)\b")
_OPERATOR = late(r"[-+*/%@&|^~<>=!.,:\[({]|\b(?:not|and|or|if|lambda|in|is|await)\b")
_LINE_START = late(r"\n(?=\w)")
_STATEMENT = late(r"[ \t]*(?:[A-Za-z_@][\w.]*(?:[ \t]*(?:=|\(|\[|:)|[ \t]+\w|[ \t]*$))")
_CODE_LINE = late(
    r"[ \t]*(?:@?[A-Za-z_][\w.]*[ \t]*(?:\(|\[|[-+*/|&%]?=|:|,)"
    r"|(?:return|import|from|def|class|if|elif|for|while|with|assert|raise|yield|del|await|async|"
    r"print|else|lambda|not)\b|[\"'\[({)\]}])"
)
_PROSE = late(r"[ \t]*(?:[A-Za-z][a-z']*[ ,.:;]+){3}")
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
