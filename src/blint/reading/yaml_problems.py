"""What libyaml's complaints mean to somebody who wrote front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from yaml import MarkedYAMLError, YAMLError

from blint.reading.nodes import Fault
from blint.reading.tree import quote, too_deep
from blint.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def explain(error: YAMLError | UnicodeEncodeError, text: str, offset: int) -> Fault:
    """The fault that stopped libyaml, where and how an author would name it."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return _forbidden_character(text, offset)
    at = error.problem_mark.index
    # Newer libyaml counts the depth itself, and reads ahead of the events it gives.
    if "nesting depth" in (error.problem or ""):
        return too_deep(min(at, max(len(text) - 1, 0)) + offset).fault
    context = error.context_mark.index if error.context_mark is not None else at
    problem = _Problem(text, min(at, len(text)), min(context, len(text)), error.problem or "")
    span, message, help_text = _explanation(problem, error.context or "")
    return Fault("invalid", Span(span.start + offset, span.end + offset), message, help_text)


def unquoted_template(raw: str, span: Span) -> Fault:
    """The fault of a value such as `{{ title }}`, which YAML takes for a mapping."""
    return Fault(
        "invalid",
        span,
        f"{quote(raw)} must be quoted, or YAML reads its braces as a mapping",
        "Put the whole value in quotes.",
    )


def odd_line_ends(text: str, offset: int) -> Iterator[Fault]:
    """Characters that end a line for some readers of YAML and not for others, nor for editors."""
    for match in _ODD_LINE_END.finditer(text):
        name = _LINE_END_NAMES[match.group()]
        yield Fault(
            "invalid",
            Span(match.start() + offset, match.end() + offset),
            f"the invisible {name} here ends the line for some readers of YAML",
            "Replace it by a space or an ordinary line end.",
        )


class _Problem(NamedTuple):
    """A complaint: the text, where it went wrong, where that construct began, libyaml's words."""

    text: str
    at: int
    context: int
    words: str

    def line(self, position: int) -> Span:
        """The line around a position, without its indentation and line end."""
        start = self.text.rfind("\n", 0, position) + 1
        end = self.text.find("\n", position)
        line = self.text[start : end if end >= 0 else None]
        stripped = line.strip()
        start += line.find(stripped)
        return Span(start, start + len(stripped))

    def of(self, span: Span) -> str:
        """The text of a span, for a message."""
        return quote(self.text[span.start : span.end])

    def key(self, position: int) -> tuple[str, Span] | None:
        """The key of the line around a position, and the span of the value after it."""
        line = self.line(position)
        match = _KEY.match(self.text, line.start, line.end)
        if match is None:
            return None
        end = line.end
        value = self.text[match.end() : end]
        return match["key"], Span(end - len(value.lstrip()), end)

    def last_text_before(self, position: int) -> int:
        """The position of the last character before this one that is not white space."""
        return max(0, len(self.text[:position].rstrip()) - 1)

    def to_line_end(self) -> Span:
        """From the problem to the end of its line."""
        return Span(self.at, max(self.at, self.line(self.at).end))


_Explanation = tuple[Span, str, str]


def _explanation(problem: _Problem, context: str) -> _Explanation:
    for position in (problem.context, problem.at):
        keyed = problem.key(position)
        if keyed and problem.text.startswith(("{{", "{%"), keyed[1].start):
            value = keyed[1]
            fault = unquoted_template(problem.text[value.start : value.end], value)
            return value, fault.message, fault.help or ""
    if context == "while scanning a quoted scalar" and "escape" not in problem.words:
        return (
            Span(problem.context, problem.context + 1),
            "the quotation mark here has no partner",
            "Add the closing quotation mark.",
        )
    if context in _START_CONTEXTS:
        return _bad_start(problem._replace(at=problem.context))
    for words, describe in _DESCRIBE.items():
        if words in problem.words:
            return describe(problem)
    return (
        problem.to_line_end(),
        f"this is not YAML: {problem.words}",
        "Quote the value, or correct the line.",
    )


def _colon(problem: _Problem) -> _Explanation:
    keyed = problem.key(problem.at)
    colon = Span(problem.at, problem.at + 1)
    if keyed and problem.at >= keyed[1].start:
        key, _ = keyed
        return (
            colon,
            f"the value of {quote(key)} holds a colon that YAML reads as the end of another key",
            "Put the whole value in quotes.",
        )
    line = problem.line(problem.at)
    if problem.text[line.start - 1 : line.start] in {"", "\n"}:
        return _neither(problem._replace(context=problem.last_text_before(line.start)))
    return (
        Span(line.start, max(line.start, problem.at)),
        "this line is indented like text that continues the value above, and holds a key",
        "Indent the key like the keys beside it.",
    )


def _neither(problem: _Problem) -> _Explanation:
    line = problem.line(problem.context)
    no_space = _NO_SPACE.match(problem.text, line.start, line.end)
    if no_space:
        return (
            Span(no_space.start("colon"), no_space.end("colon")),
            f"the colon after {quote(no_space['key'])} has no space after it",
            "Add a space after the colon.",
        )
    return (
        line,
        f"{problem.of(line)} is neither `key: value` nor part of the value above",
        "Add a colon and a space after the key, or indent the line if it continues a value.",
    )


def _expected_key(problem: _Problem) -> _Explanation:
    line = problem.line(problem.at)
    before = problem.text[line.start : problem.at].rstrip()
    if before.endswith(('"', "'")) and problem.at > line.start:
        return (
            problem.to_line_end(),
            "text follows the closing quotation mark",
            'Quote the whole value; inside it, double a `\'` or write `\\"` for a `"`.',
        )
    if problem.at > line.start:
        return _neither(problem._replace(context=problem.at))
    return (
        line,
        f"{problem.of(line)} does not fit the indentation of the lines above it",
        "Indent keys of one mapping alike.",
    )


def _bad_start(problem: _Problem) -> _Explanation:
    if problem.text.startswith("\t", problem.at):
        return _tab(problem)
    character = problem.text[problem.at : problem.at + 1]
    name = "a backtick" if character == "`" else f"`{character}`"
    return (
        Span(problem.at, problem.at + len(character)),
        f"a value that starts with {name} must be quoted",
        "Put the whole value in quotes.",
    )


def _tab(problem: _Problem) -> _Explanation:
    tab = problem.text.find("\t", problem.at)
    at = tab if tab >= 0 else problem.at
    return (
        Span(at, at + 1),
        "a tab indents this line, which YAML does not allow",
        "Indent with spaces.",
    )


def _list_on_key_line(problem: _Problem) -> _Explanation:
    return (
        Span(problem.at, problem.at + 1),
        "a list cannot start on the line of its key",
        "Put each `- item` on a line of its own, or quote the value if it is text.",
    )


def _escape(problem: _Problem) -> _Explanation:
    start = problem.text.rfind("\\", 0, problem.at + 1)
    span = Span(start, start + 2)
    return (
        span,
        f"{problem.of(span)} is not an escape that text in double quotes may hold",
        "Write `\\\\` for a backslash, or use single quotes.",
    )


def _flow(problem: _Problem) -> _Explanation:
    opener = problem.text[problem.context : problem.context + 1]
    return (
        Span(problem.context, problem.context + 1),
        f"the `{opener}` here is not closed, or a comma is missing after one of its values",
        f"Close it with `{']' if opener == '[' else '}'}`, or quote the value if it is text.",
    )


def _nothing(problem: _Problem) -> _Explanation:
    return (
        Span(problem.at, min(problem.at + 1, len(problem.text))),
        "a value is missing here",
        "Remove the extra comma or bracket, or quote the value if it is text.",
    )


def _not_an_item(problem: _Problem) -> _Explanation:
    line = problem.line(problem.at)
    return (
        line,
        f"{problem.of(line)} is indented like the list above and is not one of its items",
        "Start it with `- `, or indent it like the key of the list.",
    )


def _after_block_mark(problem: _Problem) -> _Explanation:
    return (
        problem.to_line_end(),
        "text follows the `|` or `>` that announces lines of text",
        "Quote the value, or put the text on the next line, indented.",
    )


def _forbidden_character(text: str, offset: int) -> Fault:
    match = _FORBIDDEN.search(text)
    at = match.start() if match else 0
    code = ord(text[at])
    return Fault(
        "invalid",
        Span(at + offset, at + offset + 1),
        f"the control character U+{code:04X} cannot stand in YAML",
        "Delete it; most editors do not show it.",
    )


_DESCRIBE: dict[str, Callable[[_Problem], _Explanation]] = {
    "mapping values are not allowed": _colon,
    "could not find expected ':'": _neither,
    "did not find expected key": _expected_key,
    "did not find expected <document start>": _expected_key,
    "cannot start any token": _bad_start,
    "tag handle": _bad_start,
    "found a tab character": _tab,
    "block sequence entries are not allowed": _list_on_key_line,
    "escape": _escape,
    "did not find expected ',' or": _flow,
    "did not find expected node content": _nothing,
    "did not find expected '-' indicator": _not_an_item,
    "did not find expected comment or line break": _after_block_mark,
}
_START_CONTEXTS = frozenset(
    {
        "while scanning an alias",
        "while scanning an anchor",
        "while scanning a tag",
        "while parsing a tag",
        "while scanning a directive",
    }
)
_KEY = re.compile(
    r"""(?:-[ \t]+)*(?P<key>"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|(?:[^:\n]|:(?=\S))+):(?=\s|\Z)"""
)
_NO_SPACE = re.compile(r"(?P<key>\w[\w-]*)(?P<colon>:)\S")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ODD_LINE_END = re.compile("[\x85\u2028\u2029]|\r(?!\n)")
_LINE_END_NAMES = {
    "\x85": "next line (U+0085)",
    "\u2028": "line separator (U+2028)",
    "\u2029": "paragraph separator (U+2029)",
    "\r": "carriage return (U+000D)",
}
