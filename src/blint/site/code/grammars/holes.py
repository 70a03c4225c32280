"""What in a snippet says that it is not meant to be read by a machine from end to end."""

from __future__ import annotations

import re

from blint.late import late
from blint.site.code.grammars.parsing import Leaf


def has_holes(text: str) -> bool:
    """Whether a text shows ellipses, placeholders, prompts, changes, output or line numbers."""
    if _HOLE.search(text):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    numbered = sum(bool(_NUMBERED.match(line)) for line in lines)
    return numbered >= 2 and numbered * 2 > len(lines)


def says_so(text: str, leaves: list[Leaf]) -> bool:
    """Whether a comment calls the code wrong, or stands for code that was left out."""
    return any(
        "comment" in leaf.kind and _CONFESSION.search(text, leaf.start, leaf.end) is not None
        for leaf in leaves
    )


_HOLE = late(
    r"…|⋯|^[ \t]*\.{2,}|(?<![\w\])])\.{3,}(?![\w$\[({*&])|[^.\n]\.{3,}\s*$|\(\.\.\.\)"  # left out
    r"|<[A-Za-z][\w.]*(?:[- ][\w.-]+)+>|<[A-Z][A-Z0-9_]{3,}>|\[(?:[a-z]+[- ])+[a-z]+\]"  # <your-key>
    r"|\{\{-?\s*[$.\w][\w.$|'\" ()-]*-?\}\}|\{%|%\}|<%|%>|\{#"  # templates
    r"|^[ \t]*(?:\$|>>>|\.\.\.|>|%|#>|[\w.@~:/\\-]*[>$#])[ \t]+\S"  # prompts
    r"|^[ \t]*(?:irb|psql|mysql|sqlite|jshell|scala|ghci|node|php)\b[^\n]{0,20}>"
    r"|^(?:[-+](?![-+=])|@@|<<<<|====|>>>>|diff |--- |\+\+\+ |\\ No newline)"  # changes
    r"|^[ \t]*[~^]+[ \t]*$|^[ \t|]*\^|-->|~~~|\^\^\^|^(?:error|warning|note)\b[^\n]*:"  # output
    r"|[─-╿▀-▟]|^Traceback|^\s+at [\w.$<>]+\(",
    re.MULTILINE,
)
_NUMBERED = late(r"\s*\d+(?:[:|.)]|[ \t])")
_CONFESSION = late(
    r"\.\.\.|…|\b(?:errors?|invalid|wrong|illegal|broken|syntax|[CE]\d{4}|fail\w*|oops|bad|typo|"
    r"incorrect\w*|not? (?:compile|valid|allowed|legal|possible|longer)|won't|can't|cannot|"
    r"doesn't|missing|malformed|ill-formed|pseudo\w*|omitted|elided|snip|etc|unexpected|"
    r"unterminated|unbalanced|mismatch\w*|hypothetical\w*|proposed|imaginary)\b|[❌✗🚫👎]",
    re.IGNORECASE,
)
