r"""Strangers' text made harmless for terminals and build logs, in all formats alike.

A post, a tag and a file name are untrusted. In text for people whatever is invisible, moves the
cursor, turns the reading direction or breaks the line is shown as an escape such as `\x1b` or
`\u202e`. A line of a build log can also be a *command*: GitHub's runner obeys `::name::` after
leading white space and `##[name]` anywhere in a line, Azure `##vso[…]`, TeamCity `##teamcity[…]`.
The second character of such an opening is escaped too: `:\x3aname::`, `#\x23[name]`. That does
not depend on the environment, because a container's output reaches the log of a runner whose
variables the container never saw.
"""

from __future__ import annotations

import re

from blint.late import late

MESSAGE_LIMIT = 500
"""The most code points of a message that a report shows."""

# Joiners are spelling in some scripts and glue in emoji: kept between two such characters only.
_JOINING = "\u0600-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefc"
_PICTURES = "\u2190-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff\ufe0f"
_JOINED = f"[{_JOINING}{_PICTURES}]"

# Controls, surrogates, non-characters, and what Unicode calls default-ignorable or bidirectional
# control, less the variation selectors, which belong to the character they follow.
_HIDDEN = late(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe"
    "\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e00ff"
    "\U000e01f0-\U000e0fff]"
    f"|(?<!{_JOINED})[\u200c\u200d]|[\u200c\u200d](?!{_JOINED})"
)
_SURROGATE = late("[\ud800-\udfff]")
_SHORT = {"\t": "\\t", "\n": "\\n", "\r": "\\r"}

# The runner compares by culture, which skips what has no weight; these survive `visible`.
_WEIGHTLESS = (
    "[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u200c\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]"
)
_ANYWHERE = late(rf"#({_WEIGHTLESS}*)#(?=(?:{_WEIGHTLESS}|\w)*\[)")
_LEADING = late(rf"\A((?:\s|{_WEIGHTLESS})*:{_WEIGHTLESS}*):")


def visible(text: str) -> str:
    """One line of text in which everything hidden is shown as an escape."""
    return text if text.isascii() and text.isprintable() else _HIDDEN.sub(_escape, text)


def hidden_offsets(text: str) -> frozenset[int]:
    """The offsets of the characters that `visible` would escape."""
    return frozenset(match.start() for match in _HIDDEN.finditer(text))


def message(text: str) -> str:
    """`visible`, and at most `MESSAGE_LIMIT` code points long."""
    return cut(visible(text[: MESSAGE_LIMIT + 1]))


def cut(text: str) -> str:
    """At most `MESSAGE_LIMIT` code points, the last one an ellipsis where more was said."""
    return text if len(text) <= MESSAGE_LIMIT else text[: MESSAGE_LIMIT - 1] + "…"


def encodable(text: str) -> str:
    """The same text, with lone surrogates as escapes, so that it can be written as UTF-8."""
    return text if text.isascii() else _SURROGATE.sub(_escape, text)


def inert(line: str) -> str:
    """A line of text, already `visible`, in which no build system finds a command."""
    text = without_brackets(line)
    # Before the opening stand white space and what has no weight, and neither is a letter.
    return text if text[:1].isalnum() else _LEADING.sub(r"\1\\x3a", text)


def without_brackets(line: str) -> str:
    """`inert` for lines that are themselves a `::` command."""
    return _ANYWHERE.sub(r"#\1\\x23", line) if "#" in line else line


def inert_json(document: str) -> str:
    """JSON that says the same and holds no command; of use for ASCII-only JSON."""
    return document.replace("##", r"#\u0023")


def _escape(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character in _SHORT:
        return _SHORT[character]
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
