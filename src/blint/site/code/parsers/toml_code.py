"""TOML by the standard parser, what newer versions of TOML allow put in the older words first.

`tomllib` reads TOML 1.0 in the Pythons of today. TOML 1.1 lets inline tables go over several lines
and end in a comma; so that no finding depends on the Python that runs, these are written on one
line before, with every offset as it was, and its new escapes and times are left alone.
"""

from __future__ import annotations

import re
from itertools import accumulate

from blint.late import late
from blint.site.code.faults import CodeFault
from blint.site.code.fragments import (
    holds_ellipsis,
    holds_placeholder,
    is_no_whole_text,
    without_ellipses,
)

MAX_DEPTH = 60
"""Text with lists and tables nested deeper is not parsed."""


def fault_of(text: str) -> CodeFault | None:
    """The first sure slip; an excerpt, two choices in one block and prose are none."""
    plain, first_left_out = without_ellipses(_without_marks(text))
    plain = _inline_tables_on_one_line(plain)
    error = _error(plain)
    if error is None or is_no_whole_text(text) or _depth(plain) > MAX_DEPTH:
        return None
    words, at = error
    if first_left_out is not None and at >= first_left_out:
        return None
    if not _is_mostly_toml(plain, at):
        return None
    return _slip(words, plain, at)


def _without_marks(text: str) -> str:
    """The text with blanks for headings behind slashes, and of a page its front matter alone."""
    marks = list(_FRONT_MATTER.finditer(text)) if "+++" in text else []
    if marks and not text[: marks[0].start()].strip():
        end = marks[1].start() if len(marks) > 1 else len(text)
        text = " " * 3 + text[:end].replace("+++", "", 1)
        text = text if marks[0].start() == 0 else ""
    return _SLASHES.sub(lambda match: " " * len(match[0]), text) if "//" in text else text


def is_whole(text: str) -> bool:
    """Whether the text is TOML without a fault, with a key at the least."""
    return "=" in text and _depth(text) <= MAX_DEPTH and _error(text) is None


def _error(text: str) -> tuple[str, int] | None:
    """What the parser says and where, or None where it reads all."""
    import tomllib

    if _depth(text) > MAX_DEPTH:
        return None
    try:
        tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        words, _, place = str(error).rpartition(" (at ")
        found = _PLACE.match(place)
        if found is None:
            return words, len(text.rstrip())
        lines = text.split("\n")[: int(found["line"]) - 1]
        at = sum(len(line) + 1 for line in lines) + int(found["column"]) - 1
        return words, min(at, len(text))
    except (ValueError, RecursionError):  # a number of thousands of digits
        return None
    return None


def _depth(text: str) -> int:
    """How deep brackets nest at the most, those in quotes among them."""
    marks = _BRACKETS.findall(text)
    return max(accumulate((1 if mark in "[{" else -1 for mark in marks), initial=0))


def _slip(words: str, text: str, at: int) -> CodeFault | None:
    start = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at)
    end = end if end >= 0 else len(text)
    line = text[start:end]
    if holds_ellipsis(line) or holds_placeholder(line) or "\\e" in line or "\\x" in line:
        return None
    curly = _CURLIES.search(line)
    # Inside straight quotes a curly one is text.
    if curly is not None and '"' not in line[: curly.start()] and "'" not in line[: curly.start()]:
        here = start + curly.start()
        return CodeFault(here, here + 1, "a curly quotation mark stands here, not a straight one")
    if words.startswith(("Cannot", "Duplicate")):
        return _duplicate(text, start, at)
    if words.startswith(("Illegal character '\\n'", "Unterminated", "Expected \"'")):
        return _torn(line, start)
    pair = _PAIR.match(line)
    if words.startswith("Expected newline") and pair is not None:
        return _behind(start, pair)
    if words == "Invalid value" and pair is not None and at >= start + pair.start("value"):
        return _value(start, pair)
    if words.startswith("Unescaped '\\'"):
        back = text.rfind("\\", 0, at + 1)
        return CodeFault(back, back + 2, f"`{text[back : back + 2]}` is no escape that TOML knows")
    if words.startswith(("Expected ']'", "Expected ']]'")) and _HEADER.match(line):
        opener = start + line.index("[")
        return CodeFault(opener, start + len(line.rstrip()), "this header of a table is not closed")
    if words.startswith(("Unclosed array", "Unclosed inline table", "Invalid value")):
        return _unclosed(text, start, at)
    if words.startswith(("Expected '='", "Invalid statement", "Expected newline")):
        return _no_pair(line, start)
    return None


def _no_pair(line: str, start: int) -> CodeFault | None:
    """A line that is neither a pair nor a header, by one character."""
    if _KEY_AND_COLON.match(line):
        colon = start + line.index(":")
        return CodeFault(colon, colon + 1, "a colon stands here, where TOML has `=`")
    key = _KEY_AND_VALUE.match(line)
    if key is not None:
        end = start + key.end("key")
        return CodeFault(end - 1, end, "`=` is missing after this key")
    header = _HALF_HEADER.match(line)
    if header is not None:
        place = start + header.start("name"), start + header.end("name")
        return CodeFault(*place, "`[` is missing before this header of a table")
    return None


def _torn(line: str, start: int) -> CodeFault | None:
    """A quotation mark without a partner: the last one that opens."""
    last = None
    for found in _STRING.finditer(line):
        if found.lastgroup == "comment":
            break
        if found.lastgroup == "torn":
            last = found
            break
    if last is None or last[0] in {'"""', "'''"}:
        return None
    at = start + last.start()
    return CodeFault(at, at + 1, "this quotation mark has no partner on its line")


def _behind(start: int, pair: re.Match[str]) -> CodeFault | None:
    """Something follows a value that is complete, or a version has no quotation marks."""
    value = pair["value"]
    begin = start + pair.start("value")
    if _VERSION.fullmatch(value):
        return CodeFault(begin, begin + len(value), f"`{value}` needs quotation marks")
    if value.startswith(('"""', "'''")):
        return None
    half = _WORD_AND_QUOTE.fullmatch(value)
    if half is not None:
        at = begin + len(value) - 1
        return CodeFault(at, at + 1, "this quotation mark has no partner on its line")
    complete = _STRING.match(value)
    if complete is None or complete.lastgroup != "string":
        return None
    rest = value[complete.end() :].strip()
    # A remark behind two slashes or an arrow is for readers.
    if not (rest[:1].isalnum() or rest[:1] in {'"', "'", ",", "]", "}"}):
        return None
    at = begin + complete.end() + value[complete.end() :].index(rest)
    return CodeFault(at, at + len(rest), f"`{_short(rest)}` follows a value that is complete")


def _value(start: int, pair: re.Match[str]) -> CodeFault | None:
    value = pair["value"]
    begin = start + pair.start("value")
    if value in {"True", "False"}:
        return CodeFault(begin, begin + len(value), f"`{value}` has a capital letter")
    if _VERSION_RANGE.fullmatch(value):
        return CodeFault(begin, begin + len(value), f"`{value}` needs quotation marks")
    opening = _WORD_AND_QUOTE.fullmatch(value)
    if opening is not None:
        at = begin + len(value) - 1
        return CodeFault(at, at + 1, "this quotation mark has no partner on its line")
    return None


def _duplicate(text: str, start: int, at: int) -> CodeFault | None:
    """A key twice in lines that follow one another; apart from that, two choices are shown."""
    # The parser stops behind the statement, at its line end or later.
    line = text[start : max(at, start)] or text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start]
    if not line.strip():
        start = text.rfind("\n", 0, max(start - 1, 0)) + 1
    elif not text[start:at]:
        start -= len(line)
    key = _KEY.match(text, start)
    if key is None:
        return None
    for before in reversed(text[:start].split("\n")[:-1]):
        stripped = before.strip()
        if not stripped or stripped.startswith(("#", "[")):
            return None
        other = _KEY.match(before)
        if other is not None and other["key"].strip() == key["key"].strip():
            name = key["key"].strip()
            begin = key.start("key")
            message = f"the key `{_short(name)}` stands twice in this table"
            return CodeFault(begin, begin + len(name), message)
    return None


def _unclosed(text: str, start: int, at: int) -> CodeFault | None:
    """A list that the next statement runs into, or two of its values without a comma."""
    head = start
    while head > 0 and not _OPENS.match(text, head):
        head = text.rfind("\n", 0, head - 1) + 1
    opens = _OPENS.match(text, head)
    if opens is None or "#" in text[head:at]:
        return None
    before = text[head:at].rstrip()
    is_statement = _KEY.match(text, start) or _HEADER.match(text, start)
    if start > head and at < len(text.rstrip()) and is_statement:
        bracket = opens.start("bracket")
        return CodeFault(bracket, bracket + 1, f"this `{text[bracket]}` is never closed")
    if text[at : at + 1] not in {"", "\n"} and before[-1:] not in {",", "[", "{", "="}:
        where = head + len(before) - 1
        return CodeFault(where, where + 1, "a comma is missing after this")
    return None


def _is_mostly_toml(text: str, at: int) -> bool:
    """Whether most lines look like TOML, that of the fault apart: else it is another format."""
    start, end = text.rfind("\n", 0, at) + 1, text.find("\n", at)
    others = text[:start] + (text[end:] if end >= 0 else "")
    lines = [line for line in others.split("\n") if line.strip()]
    return 10 * sum(1 for line in lines if _LINE.match(line)) >= 7 * len(lines)


def _inline_tables_on_one_line(text: str) -> str:
    """The text with blanks for line ends, comments and last commas in inline tables."""
    if "{" not in text:
        return text
    characters = list(text)
    stack: list[str] = []
    comma: int | None = None
    for found in _PART.finditer(text):
        kind = found.lastgroup
        inside = bool(stack) and stack[-1] == "{"
        if kind in {"comment", "end"} and inside:
            characters[found.start() : found.end()] = " " * len(found[0])
            continue
        if kind == "open":
            stack.append(found[0])
        elif kind == "close" and stack and stack.pop() == "{" and comma is not None:
            characters[comma] = " "
        comma = found.start() if kind == "comma" and inside else None
    return "".join(characters)


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


_FRONT_MATTER = late(r"^\+{3}[ \t]*$", re.MULTILINE)
_SLASHES = late(r"^[ \t]*//[^\n]*", re.MULTILINE)
_PLACE = late(r"line (?P<line>\d+), column (?P<column>\d+)\)")
_BRACKETS = late(r"[\[\]{}]")
_CURLIES = late("[“”„‘’]")
_PAIR = late(r"""[ \t]*[\w."' -]*=[ \t]*(?P<value>[^\n#]*[^\s#])""")
_KEY = late(r"""[ \t]*(?P<key>[\w."'-][\w."' -]*)=""")
_KEY_AND_COLON = late(r"[ \t]*[\w-]+[ \t]*:[ \t]+\S")
_KEY_AND_VALUE = late(
    r"""[ \t]*(?P<key>[\w-]+)[ \t]*(?:["'\[]|(?<=[ \t])(?:true|false|\d+)[ \t]*$)"""
)
_HALF_HEADER = late(r"[ \t]*(?P<name>[\w.-]+\]{1,2})[ \t]*$")
_HEADER = late(r"[ \t]*\[\[?[^\[\]\n]+")
_OPENS = late(r"""[ \t]*[\w."'-][\w."' -]*=[ \t]*(?P<bracket>[\[{])""")
_VERSION = late(r"v?\d+(?:\.[\w*-]+){2,}")
_VERSION_RANGE = late(r"[~^]?=?v?\d+(?:\.[\w*-]+)+")
_WORD_AND_QUOTE = late(r"[^\s\"'{}\[\],<$][^\"'{}\[\],]*[\"']")
_STRING = late(
    r'(?P<string>"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?!"")(?:[^"\\\n]|\\.)*"|\'(?!\'\')[^\'\n]*\')'
    r"|(?P<comment>#)|(?P<torn>\"{3}|'{3}|[\"'])",
    re.DOTALL,
)
_PART = late(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\''
    r"|(?P<comment>#[^\n]*)|(?P<open>[\[{])|(?P<close>[\]}])|(?P<comma>,)|(?P<end>\n)|[^\s\"'#\[\]{},]+",
    re.DOTALL,
)
_LINE = late(
    r"""[ \t]*(?:\#|\[|[\w."'-][\w."' -]*[=:]|["'\]}{,]|-?\d)""",
)
