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
    """The edit that removes a definition with its line; None where the line holds more."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end) + 1 or len(text)
    if text[start : span.start].strip() or text[span.end : end].strip():
        return None
    return Edit(Span(start, end), "")


_COMMENT: Final = late(r"//.*|_+|\s*comment.*|\s*#.*", re.IGNORECASE | re.DOTALL)
