"""The metadata block at the start of a post: found, split off and read with places.

Generators differ in what they take for front matter. What is kept here:

- YAML starts with `---` alone on the first line and ends at the next line that is `---` or `...`
  alone, also inside a block scalar, because generators split before they parse.
- TOML has `+++` instead; where the text up to the next `+++` is not TOML, a later `+++` that makes
  it TOML is taken.
- JSON starts with `{` and a quoted key, and ends with its closing brace.
- Blank lines may stand before `+++` (Zola and Hugo allow them) and, in Hugo's dialect, before all
  of them (Hugo's `lexIntroSection`).
"""

from __future__ import annotations

import re
from itertools import islice

from blint.reading.nodes import Dialect, Fault, Format, FrontMatter
from blint.reading.tree import MAX_SIZE, Reading, quote
from blint.source import Span


def read_front_matter(text: str, *, dialect: Dialect) -> FrontMatter:
    """The front matter of a post and where its body starts; never raises.

    A fault that concerns only one value leaves the rest of the tree in place; `root` is None
    where the structure is unclear. A block that was meant as front matter and that no generator
    takes for it, such as one after a blank line, is a fault of a post without front matter.
    """
    start = 0
    if text[:1] in _BLANK:
        start = len(text) - len(text.lstrip(" \t\r\n"))
    first = text[start : start + 1]
    if first == "-":
        if start and dialect != "yaml-go":
            return _misplaced_yaml(text, start)
        return _yaml(text, start, dialect)
    if first == "+":
        return _toml(text, start)
    if first == "{" and (not start or dialect == "yaml-go"):
        return _json(text, start)
    return _none()


def _yaml(text: str, start: int, dialect: Dialect) -> FrontMatter:
    opener = _YAML_OPENER.match(text, start)
    if opener is None:
        return _near_yaml(text, start)
    closer = _YAML_CLOSER.search(text, opener.end() - 1)
    if closer is None:
        if _YAML_KEY.match(text, opener.end()):
            return _unclosed("yaml", text, start, opener.end())
        return _none()
    close = closer.start() + 1
    span = Span(start, closer.end())
    if close - start > MAX_SIZE:
        if _YAML_KEY.search(text, opener.end(), start + MAX_SIZE):
            return _oversized("yaml", text, span)
        return _prose(start)
    # PyYAML takes its time to load, and many posts have TOML or nothing.
    from blint.reading.yaml_reader import read_yaml

    # With its `---`, the block is a whole YAML document, and libyaml's places are the file's.
    reading = read_yaml(text[:close], dialect=dialect)
    if _is_prose(reading) and not _YAML_KEY.search(text, start, close):
        return _prose(start)
    return _block("yaml", text, span, _hint_at_early_end(text, span, reading))


def _toml(text: str, start: int) -> FrontMatter:
    opener = _TOML_OPENER.match(text, start)
    if opener is None:
        return _none()
    closers = islice(_TOML_CLOSER.finditer(text, opener.end() - 1), _TOML_TRIES)
    first = None
    for closer in closers:
        close = closer.start() + 1
        span = Span(start, closer.end())
        if close - start > MAX_SIZE:
            return first or _oversized("toml", text, span)
        from blint.reading.toml_reader import read_toml

        reading = read_toml(text[opener.end() : close], opener.end())
        found = _block("toml", text, span, reading)
        if reading.root is not None:
            return found
        first = first or found
    if first is None and _TOML_KEY.match(text, opener.end()):
        return _unclosed("toml", text, start, opener.end())
    return first or _none()


def _json(text: str, start: int) -> FrontMatter:
    if _JSON_OPENER.match(text, start) is None:
        return _none()
    end = _closing_brace(text, start)
    if end is None:
        return _unclosed("json", text, start, text.find("\n", start) + 1 or len(text))
    span = Span(start, end)
    if end - start > MAX_SIZE:
        return _oversized("json", text, span)
    from blint.reading.json_reader import read_json

    return _block("json", text, span, read_json(text[start:end], start))


def _none(*faults: Fault) -> FrontMatter:
    return FrontMatter(None, Span(0, 0), 0, None, list(faults))


def _block(form: Format, text: str, span: Span, reading: Reading) -> FrontMatter:
    root, faults, comments = reading
    if root is not None and root.kind != "mapping":
        what = "a list" if root.kind == "sequence" else "a single value"
        message = f"front matter must be keys and values, and this is {what}"
        faults.append(Fault("invalid", root.span, message, "Write `key: value` lines."))
        root = None
    return FrontMatter(form, span, _line_after(text, span.end), root, faults, comments)


def _oversized(form: Format, text: str, span: Span) -> FrontMatter:
    fault = Fault(
        "limit",
        Span(span.start, span.start + 1),
        f"the front matter is longer than {MAX_SIZE:,} characters and was not read",
        "Move long texts into the body or into data files.",
    )
    return FrontMatter(form, span, _line_after(text, span.end), None, [fault])


def _prose(start: int) -> FrontMatter:
    return _none(
        Fault(
            "invalid",
            Span(start, start + 3),
            "`---` on the first line starts front matter, and no `key: value` follows it",
            "Write `***` if a horizontal rule is meant.",
        )
    )


def _unclosed(form: Format, text: str, start: int, content: int) -> FrontMatter:
    """Front matter without an end: taken to last while its lines look like front matter."""
    end = content
    while (line := _CONTENT_LINE.match(text, end)) and line.end() > end:
        end = line.end()
    delimiter = {"yaml": "---", "toml": "+++", "json": "}"}[form]
    help_text = f"Add a line `{delimiter}` after the last key."
    if near := _NEAR_CLOSER.match(text, end):
        end = near.end()
        help_text = f"Write {quote(near.group())} as `{delimiter}`, with nothing else on its line."
    fault = Fault(
        "unclosed",
        Span(start, start + len(delimiter)),
        f"the front matter that starts here is not closed by `{delimiter}`",
        help_text,
    )
    stop = len(text[:end].rstrip("\r\n"))
    return FrontMatter(form, Span(start, max(stop, start)), end, None, [fault])


def _near_yaml(text: str, start: int) -> FrontMatter:
    """A first line that starts with dashes and is not `---` alone."""
    if text.startswith("---\r", start):
        return _none(
            Fault(
                "invalid",
                Span(start + 3, start + 4),
                "a lone carriage return (U+000D) ends the lines here, which generators do not"
                " take for a line end",
                "Save the file with LF or CRLF line ends.",
            )
        )
    opener = _NEAR_OPENER.match(text, start)
    if opener is None or not _YAML_KEY.match(text, opener.end()):
        return _none()
    closer = _NEAR_YAML_CLOSER.search(text, opener.end() - 1)
    if closer is None:
        return _none()
    line = Span(start, start + len(opener.group().rstrip()))
    fault = Fault(
        "invalid",
        line,
        f"{quote(text[line.start : line.end])} does not start front matter",
        "Write `---` alone on its line, before and after the keys.",
    )
    end = closer.end()
    return FrontMatter("yaml", Span(start, end), _line_after(text, end), None, [fault])


def _misplaced_yaml(text: str, start: int) -> FrontMatter:
    """Front matter after blank lines or indentation is body to most generators."""
    opener = _YAML_OPENER.match(text, start)
    if opener is None or not _YAML_KEY.match(text, opener.end()):
        return _none()
    if not _INDENTED_YAML_CLOSER.search(text, opener.end() - 1):
        return _none()
    return _none(
        Fault(
            "invalid",
            Span(start, start + 3),
            "front matter that does not start at the very beginning of the file is read as text",
            "Remove what stands before `---`, blank lines and spaces too.",
        )
    )


def _hint_at_early_end(text: str, span: Span, reading: Reading) -> Reading:
    """Say so where a `---` inside a block of text seems to end the front matter too early."""
    body = _line_after(text, span.end)
    if not _REST_OF_FRONT_MATTER.match(text, body):
        return reading
    root, faults, comments = reading
    if faults:
        hint = f"{faults[-1].help or ''} {_EARLY_END}".strip()
        faults[-1] = faults[-1]._replace(help=hint)
    elif root is not None and root.entries and root.entries[-1].value.style == "block":
        last = root.entries[-1]
        if last.value.kind == "scalar":
            at = Span(text.rfind("\n", 0, span.end) + 1, span.end)
            message = f"this line ends the front matter, inside the text of {quote(last.key)}"
            faults.append(Fault("invalid", at, message, _EARLY_END))
    return Reading(root, faults, comments)


def _closing_brace(text: str, start: int) -> int | None:
    """The offset after the brace that closes the one at `start`, as Hugo counts.

    Where a quote is missing, a line that is a brace alone serves.
    """
    depth = 0
    for token in _JSON_TOKEN.finditer(text, start):
        depth += (token.group() == "{") - (token.group() == "}")
        if depth == 0 and len(token.group()) == 1:
            return token.end()
    alone = _BRACE_LINE.search(text, start)
    return alone.end() if alone else None


def _is_prose(reading: Reading) -> bool:
    """Whether a block without any `key:` could be text between two horizontal rules."""
    if reading.root is not None:
        return reading.root.kind == "scalar"
    return all(fault.kind != "limit" for fault in reading.faults)


def _line_after(text: str, end: int) -> int:
    """The start of the line after the one that ends at `end`, or where the text ends."""
    if text.startswith("\r\n", end):
        return end + 2
    return end + text.startswith("\n", end)


_EARLY_END = "If `---` belongs to a text, indent it: front matter ends at the first such line."
_TOML_TRIES = 8

# The patterns that end in a look at the line end start at the line end before, so that the
# search is one for a single character.
_LINE_END = r"[ \t]*(?=\r?\n|\r?\Z)"
_BLANK = frozenset((" ", "\t", "\r", "\n"))
_YAML_OPENER = re.compile(r"---[ \t]*(?:\r?\n|\Z)")
_YAML_CLOSER = re.compile(r"\n(?:---|\.\.\.)" + _LINE_END)
_INDENTED_YAML_CLOSER = re.compile(r"\n[ \t]*(?:---|\.\.\.)" + _LINE_END)
_NEAR_YAML_CLOSER = re.compile(r"\n-{2,}" + _LINE_END)
_NEAR_OPENER = re.compile(r"--[^\n]*\n")
_NEAR_CLOSER = re.compile(r"[ \t]*(?:[-–—]{2,}|—|\+{2,})[^\w\n]*(?:\n|\Z)")
_YAML_KEY = re.compile(r"""^[ \t]*["']?\w[\w.-]*["']?:(?=[ \t]|\r?$)""", re.MULTILINE)
_CONTENT_LINE = re.compile(
    r"""(?:["'\w][^\n:=]*(?::(?=\s)|=)|-[ \t]|[\#\]\[{}]|[ \t]+\S)[^\n]*(?:\n|\Z)"""
)
_REST_OF_FRONT_MATTER = re.compile(
    r"""(?:[ \t]*(?:\#[^\n]*)?\n|[ \t]+[^\s\#][^\n]*\n)*
    [\w"'][^\n:]*:(?=\s)[^\n]*\n
    (?:(?:[\w"'][^\n:]*:(?=\s)|[ \t]+\S|-[ \t]|[ \t]*\#|[ \t]*(?=\n))[^\n]*\n)*
    ---[ \t]*(?:\r?\n|\Z)""",
    re.VERBOSE,
)
_TOML_OPENER = re.compile(r"\+\+\+[ \t]*(?:\r?\n|\Z)")
_TOML_CLOSER = re.compile(r"\n\+\+\+" + _LINE_END)
_TOML_KEY = re.compile(r"""[ \t]*(?:["'\w][^\n=]*=|\[)""")
_JSON_OPENER = re.compile(r"""\{\s*(?:"(?:[^"\\\n]|\\.)*+"\s*:|\}[ \t]*(?:\r?\n|\Z))""")
# A string without an end takes the rest, or every later quotation mark would be tried anew.
_JSON_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)|[{}]', re.DOTALL)
_BRACE_LINE = re.compile(r"^\}(?=[ \t]*\r?$)", re.MULTILINE)
