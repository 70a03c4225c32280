"""Fragments: what shows that a snippet is an excerpt, a session or a template, not a whole file."""

from __future__ import annotations

import re
from typing import NamedTuple

from blint.late import late


class Elided(NamedTuple):
    """A text with the lines that stand for left-out ones blank, every offset as before.

    `first` is where the first of them begins, None where there is none.
    """

    text: str
    first: int | None


def without_ellipses(text: str) -> Elided:
    """`text` with blanks for each line that holds an ellipsis and nothing else."""
    if not (".." in text or "…" in text or "snip" in text.lower() or ". ." in text):
        return Elided(text, None)
    first: int | None = None
    pieces: list[str] = []
    done = 0
    for match in _ELLIPSIS_LINE.finditer(text):
        if first is None:
            first = match.start()
        pieces += [text[done : match.start()], " " * (match.end() - match.start())]
        done = match.end()
    return Elided("".join([*pieces, text[done:]]), first)


def holds_ellipsis(text: str) -> bool:
    """Whether something is left out of a text, or of one of its lines."""
    return "..." in text or "…" in text or ". . ." in text


def is_session(text: str) -> bool:
    """Whether the text shows what was typed at a prompt."""
    return _PROMPT.search(text) is not None


def is_template(text: str) -> bool:
    """Whether a generator or a template engine fills the text in before it is read.

    `${{ … }}` alone is an expression inside text, as GitHub's workflows have it.
    """
    if not ("{" in text or "<%" in text or "<?" in text):
        return False
    return _TEMPLATE.search(text) is not None


def is_diff(text: str) -> bool:
    """Whether the text shows a change: marks of added and removed lines, or of a conflict."""
    return _DIFF.search(text) is not None


def is_numbered(text: str) -> bool:
    """Whether each line begins with its number."""
    lines = [line for line in text.split("\n") if line.strip()]
    return len(lines) > 1 and all(_NUMBER.match(line) for line in lines)


def holds_placeholder(text: str) -> bool:
    """Whether something stands for a value that readers put in: `<your-key>`, `$KEY`, `%KEY%`."""
    return _PLACEHOLDER.search(text) is not None


def is_no_whole_text(text: str) -> bool:
    """Whether the text is a session, a template, a change or a listing with numbers."""
    return is_session(text) or is_template(text) or is_diff(text) or is_numbered(text)


# The marks of a comment may stand around it: `# ...`, `// …`, `<!-- snip -->`, `[...]`.
_ELLIPSIS_LINE = late(
    r"^[^\S\n]*(?:[#/*<!-]{1,4}[^\S\n]*)?[(\[{<]?"
    r"(?:\.{2,}|…|(?:\.[ ]){2,}\.|[-~=<]*[ ]?snip[ ]?[-~=>]*)"
    r"[)\]}>]?,?(?:[^\S\n]*[-*/>]{1,3})?[^\S\n]*$",
    re.MULTILINE | re.IGNORECASE,
)
_PROMPT = late(
    r"^[ \t]*(?:>>>(?:[ \t]|$)|In \[\d*\]:|Out\[\d*\]:|[$❯➜][ \t]|\w+@[\w.-]+[:~]"
    r"|PS [A-Z]:|[A-Z]:\\[^\n>]*>)"
    r"|<<-?[ \t]*['\"]?[A-Z]{3}",
    re.MULTILINE,
)
_TEMPLATE = late(r"(?<!\$)\{\{|\{%|^[ \t]*\{![^\n]*!\}|<%|\{#[^}\n]*#\}|<\?(?:php|=)", re.MULTILINE)
_DIFF = late(
    r"^(?:@@ |diff --git |\+\+\+ |--- [ab]/|<{7}|>{7}|={7}$"
    r"|\+(?![+\d.])|-(?=[ \t]{2,}\S|[^\s\w.-]))"
    r"|\[!code (?:\+\+|--)",
    re.MULTILINE,
)
_NUMBER = late(r"[ \t]*\d+(?:[:.|)│]|[ \t]|$)")
_PLACEHOLDER = late(
    r"<[A-Za-z_][^<>\n=\"']{0,60}>|\$\{?[A-Za-z_]|%[A-Z_]{2,}%|(?<![\w\]])\[[A-Z][A-Z_ ]{2,}\]"
)
