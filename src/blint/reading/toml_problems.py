"""What tomllib's complaints mean to somebody who wrote front matter."""

from __future__ import annotations

import re

from blint.reading.nodes import Fault
from blint.reading.scalars import impossible_date
from blint.reading.tree import long_number, quote
from blint.source import Span


def explain(error: ValueError, text: str, offset: int) -> Fault:
    """The fault that stopped tomllib, where and how an author would name it."""
    words, _, place = str(error).rpartition(" (at ")
    if not words:
        # Python refuses to read decimal numbers of thousands of digits.
        digits = _MANY_DIGITS.search(text)
        return _shifted(long_number(Span(*digits.span()) if digits else Span(0, 0)), offset)
    fault = _explanation(words, text, _position(text, place))
    return _shifted(fault, offset)


def _position(text: str, place: str) -> int:
    """The position of tomllib's line and column, or of the last character there is."""
    match = _PLACE.match(place)
    if match is None:
        return len(text.rstrip())
    start = 0
    for _ in range(int(match["line"]) - 1):
        start = text.find("\n", start) + 1
    return min(start + int(match["column"]) - 1, len(text))


def _explanation(words: str, text: str, at: int) -> Fault:
    if words.startswith(("Cannot", "Duplicate")):
        return _duplicate(words, text, at)
    start = text.rfind("\n", 0, at) + 1
    pair = _PAIR.match(text, start)
    if pair and (complaint := impossible_date(pair["value"])):
        return Fault(complaint.kind, Span(*pair.span("value")), complaint.message, complaint.help)
    if words.startswith(("Illegal character '\\n'", "Unterminated", "Expected \"'")):
        opener = pair.start("value") if pair else at
        return Fault(
            "invalid",
            Span(opener, min(opener + 1, len(text))),
            "the quotation mark here has no partner",
            "Add the closing quotation mark, or use three for text of several lines.",
        )
    rest = _rest(text, at)
    if words == "Invalid value":
        if pair and pair.start("value") == at:
            rest = Span(*pair.span("value"))
        return Fault(
            "invalid",
            rest,
            f"{quote(text[rest.start : rest.end])} is not a TOML value"
            if rest.end > rest.start
            else "a value is missing here",
            "Put text in straight quotation marks.",
        )
    if words.startswith("Expected '='") or words == "Invalid statement":
        line = _rest(text, start)
        return Fault(
            "invalid",
            line,
            f"{quote(text[line.start : line.end])} is not a TOML `key = value` line",
            "Write `key = value`, with text in quotation marks.",
        )
    if words.startswith("Expected newline"):
        return Fault(
            "invalid",
            rest,
            f"{quote(text[rest.start : rest.end])} follows a value that is complete before it",
            "Remove it, or put the whole value in quotation marks.",
        )
    if words.startswith("Unescaped"):
        backslash = text.rfind("\\", 0, at)
        escape = Span(backslash, backslash + 2)
        return Fault(
            "invalid",
            escape,
            f"{quote(text[escape.start : escape.end])} is not an escape that TOML knows",
            "Write `\\\\` for a backslash, or put the text in single quotes.",
        )
    end = min(at + 1, len(text))
    return Fault("invalid", Span(at, end), f"this is not TOML: {words}", "Correct the line.")


def _duplicate(words: str, text: str, at: int) -> Fault:
    """A key or table written twice; the first place too, where it is written alike."""
    inline = _INLINE_KEY.match(words)
    if inline:
        key = re.escape(inline["key"])
        places = [Span(*m.span(1)) for m in re.finditer(rf"""({key})["']?[ \t]*=""", text[:at])]
    else:
        places = _alike(text, at)
    if not places:
        return Fault("invalid", Span(at, at), f"this is not TOML: {words}", "Correct the line.")
    span = places[-1]
    return Fault(
        "duplicate-key",
        span,
        f"the key {quote(text[span.start : span.end])} stands twice here",
        "Keep one of the two; TOML allows no key twice.",
        places[-2] if len(places) > 1 else None,
    )


def _alike(text: str, at: int) -> list[Span]:
    """The key of the last statement up to the line of `at`, and the same one before it."""
    end = text.find("\n", at)
    first: dict[tuple[int, str], Span] = {}
    found: list[Span] = []
    table = 0
    for match in _STATEMENT.finditer(text, 0, end if end >= 0 else len(text)):
        group = "table" if match["table"] else "key"
        if group == "table":
            table = match.start()
        name = match[group].rstrip()
        span = Span(match.start(group), match.start(group) + len(name))
        before = first.setdefault((0 if group == "table" else table, name), span)
        found = [before, span] if before != span else [span]
    return found


def _rest(text: str, at: int) -> Span:
    """From a position to the end of its line, without white space at either end."""
    end = text.find("\n", at)
    line = text[at : end if end >= 0 else None]
    stripped = line.strip()
    start = at + line.find(stripped)
    return Span(start, start + len(stripped))


def _shifted(fault: Fault, offset: int) -> Fault:
    start, end = fault.span
    other = fault.other and Span(fault.other.start + offset, fault.other.end + offset)
    return fault._replace(span=Span(start + offset, end + offset), other=other)


_PLACE = re.compile(r"line (?P<line>\d+), column (?P<column>\d+)\)")
_MANY_DIGITS = re.compile(r"[0-9_]{1000,}")
_INLINE_KEY = re.compile(r"Duplicate inline table key '(?P<key>.*)'")
_PAIR = re.compile(r"""[^=\n\#]*=[ \t]*(?P<value>[^\n\#]*[^\s\#])""")
_STATEMENT = re.compile(
    r"""^[ \t]*(?:\[\[?[ \t]*(?P<table>[^\]\n]+)\]|(?P<key>[^=\s\[\#][^=\n]*)=)""", re.MULTILINE
)
