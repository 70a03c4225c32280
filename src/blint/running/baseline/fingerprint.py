"""What a finding is known by when its line has moved: its rule and the text that it is about."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b

from blint.diagnostics import Diagnostic
from blint.late import late

OWN = 8
"""So many digits of a fingerprint stand for the words under a finding."""

_AROUND = 80
"""Characters of the line on each side of a finding that count: a paragraph may be one line."""

_LONGEST = 2000
"""Characters of the finding itself that count."""

_TELLING = late(r"\w")
_QUOTED = late(r"`([^`\d]+)`")


def fingerprint(diagnostic: Diagnostic, text: str, *, alone: bool) -> str:
    """16 hexadecimal digits for a finding in a text: `OWN` for the words under it, then as many for
    these and their line. Where there are no words, all are for both.

    Neither where it stands counts nor how it is said, for numbers in a message change with other
    posts, and the wording with the version. `alone` tells that the rule looks at one post only:
    then what a message quotes says which of several findings on a bare delimiter this is.
    """
    rule, (start, end) = diagnostic.rule, diagnostic.span
    own = text[start : min(end, start + _LONGEST)]
    line = _line(text, start, end)
    if _TELLING.search(own):
        return _hash([rule, own]) + _hash([rule, own, line])
    parts = [rule, own, line]
    if alone:
        parts += _QUOTED.findall(diagnostic.message)
    if start and not _TELLING.search(line):
        parts.append(_next_line(text, end))
    return _hash(parts) * 2


def _line(text: str, start: int, end: int) -> str:
    """The line that a finding starts in, as far as it is near."""
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    after = text.find("\n", start, end + _AROUND)
    return text[first : after if after >= 0 else min(len(text), start + _LONGEST, end + _AROUND)]


def _next_line(text: str, end: int) -> str:
    """What comes first behind the line that a finding ends in."""
    after = text.find("\n", end)
    return text[after:][:_LONGEST].lstrip().partition("\n")[0][:_AROUND] if after >= 0 else ""


def _hash(parts: Iterable[str]) -> str:
    # Kept for years: nothing in it may depend on the version of Python, as `repr` does.
    collapsed = "\0".join(" ".join(part.split()) for part in parts)
    return blake2b(collapsed.encode("utf-8", "surrogatepass"), digest_size=OWN // 2).hexdigest()
