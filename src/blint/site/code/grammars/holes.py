"""What in a snippet says that it is not meant to be read by a machine from end to end."""

from __future__ import annotations

import re

from blint.late import late
from blint.site.code.grammars.parsing import Leaf


def has_holes(text: str, leaves: list[Leaf]) -> bool:
    """Whether a text shows ellipses, placeholders, prompts, changes, output or line numbers.

    Comments and texts within the code are left out, as far as they can be told.
    """
    bare = _blanked(text, leaves)
    if _HOLE.search(bare):
        return True
    lines = [line for line in bare.split("\n") if line.strip()]
    numbered = sum(bool(_NUMBERED.match(line)) for line in lines)
    return numbered >= 2 and numbered * 2 > len(lines)


def confessed(text: str, leaves: list[Leaf], start: int, end: int) -> bool:
    """Whether a comment calls the code wrong, or one near a place says that something is left out.

    Near are the line of the place and the two on either side.
    """
    first, last = start, end
    for _ in range(3):
        first = text.rfind("\n", 0, max(first, 0))
        last = text.find("\n", last + 1) if last >= 0 else last
    last = len(text) if last < 0 else last
    return any(
        _CONFESSION.search(text, leaf.start, leaf.end)
        or (
            leaf.start <= last
            and leaf.end >= first
            and _DOUBT.search(text, leaf.start, leaf.end) is not None
        )
        for leaf in leaves
        if "comment" in leaf.kind
    )


def _blanked(text: str, leaves: list[Leaf]) -> str:
    pieces = []
    at = 0
    for leaf in leaves:
        if leaf.start >= at and ("comment" in leaf.kind or "string" in leaf.kind):
            pieces += [text[at : leaf.start], "_" * (leaf.end - leaf.start)]
            at = leaf.end
    return "".join([*pieces, text[at:]])


_HOLE = late(
    r"…|⋯|^[ \t]*\.{2,}|(?<![\w\])])\.{3,}(?![\w$\[({*&])|[^.\n]\.{3,}\s*$|\(\.\.\.\)"  # left out
    r"|\w\[,[ \t]*\w"  # f(a[, b])
    r"|<[A-Za-z]\w*(?:-\w+)+>|<(?:your|the|my|an?|some|any|name|path|insert)(?: [\w.-]+)+>"
    r"|<[A-Z][A-Z0-9_]{3,}>|\[(?:[a-z]+[- ])+[a-z]+\]"  # <your-key>
    r"|[\w)\]] ?\[, ?\w|[\w)] ?\[ ?\w+,? ?\[,|, ?\[\w+, ?\] ?\w"  # f(a[, b]), what may be left out
    r"|\{\{-?\s*[$.\w][\w.$|'\" ()-]*-?\}\}|\{%|%\}|<%|%>|\{#"  # templates
    r"|^[ \t]*(?:\$|>>>|\.\.\.|>|%|#>|[\w.@~:/\\-]*[>$#])[ \t]+\S"  # prompts
    r"|^\(\w+\)[ \t]+\w|^[ \t]*(?:irb|psql|mysql|sqlite|jshell|scala|ghci|node|php)\b[^\n]{0,20}>"
    r"|^(?:[-+](?![-+=])|@@|<<<<|====|>>>>|diff |--- |\+\+\+ |\\ No newline)"  # changes
    r"|^[ \t]*[~^]+[ \t]*$|^[ \t|]*\^|-->|~~~|\^\^\^|^(?:error|warning|note)\b[^\n]*:"  # output
    r"|[─-╿▀-▟]|^Traceback|^\s+at [\w.$<>]+\(",
    re.MULTILINE,
)
_NUMBERED = late(r"\s*\d+(?:[:|.)]|[ \t])")
_CONFESSION = late(
    r"\b(?:[CE]\d{4}|syntax ?error|syntaxerror|(?:compil\w*|pars\w*) (?:error|fail)|invalid|"
    r"illegal|broken|incorrect\w*|"
    r"(?:not?|n't|cannot|fails to|failed to) (?:compile|parse|valid|allowed|legal)"
    r"|oops|typo|malformed|ill-formed|pseudo\w*|unterminated|unbalanced|mismatch\w*|hypothetical\w*|"
    r"proposed|imaginary)\b|[❌✗🚫👎]",
    re.IGNORECASE,
)
_DOUBT = late(
    r"\.\.\.|…|\b(?:errors?|wrong|syntax|fail\w*|bad|missing|omitted|elided|snip\w*|etc|"
    r"unexpected|rest of|not?|n't|cannot)\b",
    re.IGNORECASE,
)
