"""Tokens of JSON and of what people write in its place, by one expression and without a stack."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from blint.late import late

Kind = Literal[
    "open", "close", "comma", "colon", "string", "single", "value", "word",
    "dots", "curly", "torn", "wild",
]  # fmt: skip


class Token(NamedTuple):
    """A piece of the text. `after_comment`: a comment on lines of its own stands before it.

    `curly` is text in curly quotation marks, `torn` a quotation mark without a partner on its
    line, `dots` an ellipsis, `wild` anything that no JSON has outside its strings.
    """

    kind: Kind
    start: int
    end: int
    after_comment: bool = False


class Comment(NamedTuple):
    """Where a comment stands."""

    start: int
    end: int


def tokens(text: str) -> Iterator[Token | Comment]:
    """The tokens and comments of a text, in order; white space is left out."""
    at = 0
    aside = False
    while at < len(text):
        match = _TOKEN.match(text, at)
        kind = match.lastgroup if match else None
        if match is None or kind is None:
            yield Token("wild", at, at + 1, aside)
            aside = False
            at += 1
            continue
        start, at = match.span(kind)
        if kind == "comment":
            left_out = "..." in match[kind] or "…" in match[kind]
            yield Token("dots", start, at) if left_out else Comment(start, at)
            line = text[text.rfind("\n", 0, start) + 1 : start]
            aside = aside or not line.strip()
            continue
        if kind == "blank":
            continue
        found = _WORDS.get(match[kind], "word") if kind == "word" else kind
        yield Token(found, start, at, aside)  # type: ignore[arg-type]
        aside = False


_TOKEN = late(
    r"""(?P<blank>\s+)
    |(?P<comment>//[^\n]*|/\*[^*]*(?:\*(?!/)[^*]*)*\*/|\#[^\n]*)
    |(?P<string>"(?:[^"\\\n]|\\[^\n])*")
    |(?P<torn>")
    |(?P<single>'(?:[^'\\\n]|\\[^\n])*')
    |(?P<curly>[“”„‟][^"“”„‟\n]*[“”„‟"]?)
    |(?P<dots>\[(?:\.{2,}|…)\]|\.{2,}|…)
    |(?P<value>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?(?![\w.+-]))
    |(?P<word>[A-Za-z_$][\w$]*(?![\w$.(<-]))
    |(?P<open>[{\[])|(?P<close>[}\]])|(?P<comma>,)|(?P<colon>:)""",
    re.VERBOSE,
)
_WORDS = {"true": "value", "false": "value", "null": "value"}
