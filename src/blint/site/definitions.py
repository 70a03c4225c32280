"""Link definitions: which ones are comments in disguise, and how one is removed."""

from __future__ import annotations

import re
from typing import Final

from blint.diagnostics import Edit
from blint.late import late
from blint.reading.document import Definition
from blint.source import Span


def is_comment(definition: Definition) -> bool:
    """Whether a definition is one of the known ways to hide a remark: `[//]: # (text)`."""
    return definition.destination in {"", "#"} or _COMMENT.fullmatch(definition.label) is not None


def removal(span: Span, text: str) -> Edit | None:
    """The edit that removes a definition with its line; None where the line holds more, where it is
    indented, for the blank lines around it may be what sets the items of a list apart, or where
    what is below may come to belong to what is above: a list, indented code, a template's tag."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end) + 1 or len(text)
    if start < span.start or text[span.end : end].strip():
        return None
    below = _BELOW.match(text, end)
    if below is not None and (below[2] or not below[1]):
        return None
    return Edit(Span(start, end), "")


# Blank lines, and then a list or code; or something else at once.
_BELOW: Final = late(
    r"((?:[ \t]*\r?\n)*)(?:((?:[-*+]|\d{1,9}[.)])[ \t]|[ ]{2,}|\t)|(?=[^\s\w\[>]))"
)
_COMMENT: Final = late(r"//.*|_+|\s*comment.*|\s*#.*", re.IGNORECASE | re.DOTALL)
