"""YAML by libyaml's events, never by a composer, which deep or repeated content could kill."""

from __future__ import annotations

import re

from blint.late import late
from blint.site.code.faults import CodeFault
from blint.site.code.fragments import is_no_whole_text, without_ellipses

MAX_DEPTH = 64
"""Text with collections nested deeper is not parsed on."""


def fault_of(text: str) -> CodeFault | None:
    """The first sure slip; excerpts, several files in one block and other formats are none."""
    bare = _without_command(text)
    plain, first_left_out = without_ellipses(bare)
    if "\t" in plain:
        plain = _BLANK_LINE.sub(lambda match: " " * len(match[0]), plain)
    fault = _fault(plain)
    if fault is None or is_no_whole_text(bare) or not _is_mostly_yaml(bare):
        return None
    if first_left_out is not None and fault.end > first_left_out:
        return None
    if (
        _is_beside_yaml(text, fault)
        or _is_cut(plain)
        or _ends_a_list(plain, fault)
        or _parses_in_parts(plain)
    ):
        return None
    return fault


def is_whole(text: str) -> bool:
    """Whether the text is YAML without a fault."""
    return _fault(text) is None


def _fault(text: str) -> CodeFault | None:
    from yaml import MarkedYAMLError, YAMLError
    from yaml.events import (
        MappingEndEvent,
        MappingStartEvent,
        SequenceEndEvent,
        SequenceStartEvent,
        StreamEndEvent,
    )

    from blint.reading.yaml_reader import Parser  # type: ignore[attr-defined]

    opens, closes = (MappingStartEvent, SequenceStartEvent), (MappingEndEvent, SequenceEndEvent)
    depth = 0
    try:
        read = Parser(text).get_event
        while not isinstance(event := read(), StreamEndEvent):
            if isinstance(event, opens):
                depth += 1
                if depth > MAX_DEPTH:
                    return None
            elif isinstance(event, closes):
                depth -= 1
    except MarkedYAMLError as error:
        if error.problem_mark is None or _NO_SLIP.search(error.problem or ""):
            return None
        return _explained(error, text)
    except (YAMLError, UnicodeEncodeError):  # a character that YAML does not have
        return None
    return None


def _explained(error: object, text: str) -> CodeFault:
    from blint.reading.yaml_problems import explain

    fault = explain(error, text, 0)  # type: ignore[arg-type]
    start, end = fault.span
    # A mark behind the last character stands on nothing that could be shown.
    start = min(start, max(len(text.rstrip()) - 1, 0))
    return CodeFault(start, max(end, start), fault.message)


def _without_command(text: str) -> str:
    """The text with blanks for the command that it is the input or the output of."""
    command = _COMMAND.match(text)
    if command is None:
        return text
    end = _END_OF_INPUT.search(text, command.end())
    rest = text[command.end() :]
    if end is not None:
        rest = text[command.end() : end.start()] + " " * (end.end() - end.start())
        rest += text[end.end() :]
    return text[: command.start()] + " " * (command.end() - command.start()) + rest


def _is_mostly_yaml(text: str) -> bool:
    """Whether most lines look like YAML: else somebody shows another format under its name.

    Lines of text below a key with `|` or `>` are not asked.
    """
    yes = no = 0
    inside: int | None = None
    for line in text.split("\n"):
        if not line.strip():
            continue
        indent = len(line) - len(line.lstrip())
        if inside is not None and indent > inside:
            continue
        inside = indent if _BLOCK.search(line) else None
        if _LINE.match(line):
            yes += 1
        else:
            no += 1
    return 3 * yes >= 7 * no


def _is_beside_yaml(text: str, fault: CodeFault) -> bool:
    """Whether the fault stands in what readers see is no value: a placeholder, emphasis, a body."""
    start = text.rfind("\n", 0, fault.start) + 1
    end = text.find("\n", fault.start)
    line = text[start : end if end >= 0 else None]
    if _NO_VALUE.search(line):
        return True
    # Front matter, and the text of the page behind it.
    marks = [match.start() for match in _DOCUMENT.finditer(text)]
    return len(marks) == 2 and not text[: marks[0]].strip() and fault.start > marks[1]


def _is_cut(text: str) -> bool:
    """Whether the text begins deeper than it goes on: its head is not shown."""
    indents = [len(match[0]) for match in _INDENT.finditer(text)]
    return len(indents) > 1 and indents[0] > min(indents)


def _ends_a_list(text: str, fault: CodeFault) -> bool:
    """Whether the text begins in a list of plain values whose key is not shown, and goes on."""
    before = [line for line in text[: fault.start].split("\n") if line.strip()]
    indent = text[text.rfind("\n", 0, fault.start) + 1 : fault.start]
    items = [line for line in before if line.lstrip()[:1] != "#" and line != indent]
    return all(_PLAIN_ITEM.match(line) for line in items) and not indent.strip()


def _parses_in_parts(text: str) -> bool:
    """Whether the text is excerpts with blank lines or comments between, each of them YAML."""
    parts = [part for part in _BETWEEN.split(text) if part.strip()]
    return 1 < len(parts) <= 40 and all(_fault(part) is None for part in parts)


_COMMAND = late(
    r"(?:[ \t]*\n)*(?:[$#][ \t]+)?[a-z][\w.-]*[ \t][^\n:]*(?:<<[^\n]*|(?=\n\s*[\w-]+:))"
)
_END_OF_INPUT = late(r"^[ \t]*(?:EOF|EOL|END|YAML)[ \t]*$", re.MULTILINE)
_BLOCK = late(r"[:-][ \t]+[|>][-+\d]*[ \t]*(?:#.*)?$")
_BLANK_LINE = late(r"^[ \t]+$", re.MULTILINE)
_NO_SLIP = late(r"undefined tag handle|incompatible YAML|duplicate %|nesting depth|tag URI|tag")
_LINE = late(
    r"[ \t]*(?:#|-(?:[ \t]|$)|---|\.\.\.$|[\"']?[\w./$@*<>{}%-][^\n:]{0,80}:(?:\s|$)|[\[\]{}\"'])"
)
_NO_VALUE = late(r"\*\*|:[ \t]+%|-[ \t]+%|\.{3}|…|<-|->|=>|\|[ \t]*$")
_PLAIN_ITEM = late(r"[ \t]*-[ \t]+[^:]*$")
_DOCUMENT = late(r"^---[ \t]*$", re.MULTILINE)
_INDENT = late(r"^[ \t]*(?=[^\s#])", re.MULTILINE)
_BETWEEN = late(r"^(?:[ \t]*(?:#[^\n]*)?\n)+(?=\S)|^#[^\n]*\n", re.MULTILINE)
