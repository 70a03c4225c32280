"""Python by its own parser, which reads and never runs; fragments are completed where they can be.

No finding may depend on the Python that runs blint (3.11 and newer): formatted strings are plain
ones before they are parsed, and these are left alone wherever they stand, since some versions
take them and some do not: `type X = …`, type parameters of functions and classes, `except A, B:`,
and all that only Python 2 reads. What the parser says is not repeated, since its words differ.
"""

from __future__ import annotations

import re

from blint.late import late
from blint.site.code.faults import CodeFault
from blint.site.code.fragments import holds_ellipsis, is_no_whole_text
from blint.site.code.parsers.python_errors import MAX_DEPTH, error_at, is_heavy
from blint.site.code.parsers.python_slips import is_surely_torn, slip_at
from blint.site.code.parsers.python_tokens import scan


def fault_of(text: str) -> CodeFault | None:
    """The one slip of a text that is Python otherwise; with two faults it may be anything."""
    scanned = scan(text)
    if scanned.depth > MAX_DEPTH or is_heavy(scanned.plain):
        return None
    if _MAGIC.search(text) and error_at(scanned.plain) is not None:
        text = _completed(text)
        scanned = scan(text)
    plain = scanned.plain
    at = None
    if scanned.fault is None:
        at = error_at(plain)
        if at is None:
            return None
    if scanned.foreign or _OTHER_VERSION.search(scanned.plain) or is_no_whole_text(text):
        return None
    if _PLACEHOLDER.search(scanned.plain) or (holds_ellipsis(plain) and _fits_left_out(plain)):
        return None
    if scanned.fault is not None:
        return scanned.fault if is_surely_torn(text, scanned) else None
    return slip_at(text, plain, at or 0)


def is_whole(text: str) -> bool:
    """Whether the text is Python without a fault."""
    scanned = scan(text)
    deep = scanned.depth > MAX_DEPTH or is_heavy(scanned.plain)
    return scanned.fault is None and not deep and error_at(scanned.plain) is None


def _completed(text: str) -> str:
    """The text with a magic line of notebooks as `pass`, every offset as before."""
    return _MAGIC.sub(lambda match: "pass".ljust(len(match[0])), text)


def _fits_left_out(plain: str) -> bool:
    """Whether the text parses when each ellipsis stands for what could be there."""
    return (
        error_at(_DOTS.sub("**_", plain.replace("…", "_"))) is None
        or error_at(_DOT_LINE.sub("", plain)) is None
        or _LOOSE_DOTS.search(plain) is not None
    )


_MAGIC = late(
    r"(?<![^\n])[ \t]*(?:[%!]{1,2}[A-Za-z][^\n]{2,}|\w[\w.]{2,}\?{1,2}[ \t]*$)", re.MULTILINE
)
_OTHER_VERSION = late(
    r"^[ \t]*(?:print[ \t]+[^\s(=.,)\[]|exec[ \t]+[^\s(=.]|raise[ \t]+\w+[ \t]*,"
    r"|type[ \t]+\w+[ \t\[]"
    r"|(?:async[ \t]+)?(?:def|class)[ \t]+\w+\[|except[^:\n]*,|from[ \t]+\w+[ \t]+import[ \t]*$"
    r"|cdef\b|cpdef\b|cimport\b)"
    r"|print[ \t]+[\"']|print[ \t]*>>|<>|(?<![\w.])0[0-7]+(?![\w.])|(?<=\d)[lL]\b|lazy[ \t]+import",
    re.MULTILINE,
)
_PLACEHOLDER = late(
    r"<[A-Za-z_][\w .:/-]*>|\{%|->[ \t]*\.\.\.|<-"
    r"|(?:\.|\b(?:from|import|class|def) )\{\w+\}|^[ \t]*[-*•][ \t]+\w",
    re.MULTILINE,
)
_DOTS = late(r"\.\.\.")
_DOT_LINE = late(r"^[ \t]*\.{3},?[ \t]*$", re.MULTILINE)
_LOOSE_DOTS = late(r"\w[ \t]+\.\.\.|\.\.\.[ \t]*\w|\.{4,}|import[ \t]+\.\.\.|…")
