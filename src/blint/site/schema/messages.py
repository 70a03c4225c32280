"""What a JSON Schema asks for and what stands there instead, in an author's words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import isfinite, isnan
from typing import Any, Final

from blint.site.nearest import nearest
from blint.site.schema.formats import EXAMPLES
from blint.site.schema.patterns import LONGEST_MATCHED

Path = tuple[str | int, ...]

_LONGEST_VALUE: Final = 60
_LONGEST_SENTENCE: Final = 480
_MOST_LISTED: Final = 8
_TYPES: Final = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "array": "a list",
    "object": "a mapping",
    "null": "empty",
    "boolean": "`true` or `false`",
}


def quoted(value: object) -> str:
    """A value or key in backticks, on one line and cut."""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if value is None:
        return "`null`"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    try:
        text = " ".join(str(value).split())
    except ValueError:  # an integer of more digits than Python prints
        return "a very large number"
    return f"`{text if len(text) <= _LONGEST_VALUE else text[: _LONGEST_VALUE - 1] + '…'}`"


def described(value: object) -> str:
    """What stands there: `a list`, `the text …`, `the number …`."""
    if isinstance(value, bool):
        return quoted(value)
    if value is None:
        return "empty"
    if isinstance(value, str):
        return f"the text {quoted(value)}" if value.strip() else "blank"
    if isinstance(value, float) and not isfinite(value):
        sign = "minus " if value < 0 else ""
        return "a value that is no number" if isnan(value) else f"{sign}infinity"
    if isinstance(value, (int, float)):
        return f"the number {quoted(value)}"
    return quoted(value)


def named(path: Path) -> str:
    """The words for a place: `` `tags` ``, ``item 2 of `tags` ``."""
    if not path:
        return "the front matter"
    at = max((i for i, step in enumerate(path) if isinstance(step, int)), default=-1)
    keys = ".".join(str(step) for step in path[at + 1 :])
    if at < 0:
        return quoted(keys)
    item = f"item {int(path[at]) + 1} of {named(path[:at])}"
    return f"{quoted(keys)} in {item}" if keys else item


def sentence(text: str) -> str:
    """Words as a sentence: a capital and a full stop, and an end."""
    if len(text) > _LONGEST_SENTENCE:
        text = f"{text[:_LONGEST_SENTENCE]}…"
    return f"{text[0].upper()}{text[1:]}."


def either(options: Iterable[str], word: str = "or") -> str:
    """`a`, `a or b`, `a, b or c`; each once, and not too many."""
    unique = list(dict.fromkeys(options))
    if len(unique) > _MOST_LISTED:
        rest = len(unique) - _MOST_LISTED
        return f"{', '.join(unique[:_MOST_LISTED])} {word} {rest} more"
    if len(unique) < 2:
        return "".join(unique)
    return f"{', '.join(unique[:-1])} {word} {unique[-1]}"


def typed(types: str | Sequence[str]) -> list[str]:
    """The words for JSON Schema types, in the order in which they read well."""
    wanted = [types] if isinstance(types, str) else types
    return [words for name, words in _TYPES.items() if name in wanted]


def expected(keyword: str | None, value: Any, instance: Any) -> list[str]:
    """What a keyword asks of the value itself, as ends of "must be …"; empty for other keywords."""
    if keyword == "type":
        return typed(value)
    if keyword == "enum":
        return [quoted(each) for each in value]
    if keyword == "const":
        return [quoted(value)]
    if keyword == "format":
        return [EXAMPLES.get(value, f"of the format {quoted(value)}")]
    if keyword == "pattern":
        if isinstance(instance, str) and len(instance) > LONGEST_MATCHED:
            return [f"at most {LONGEST_MATCHED:,} characters long to be matched with a pattern"]
        return [f"text that matches {quoted(value)}"]
    return _measured(keyword, value)


def _measured(keyword: str | None, value: Any) -> list[str]:
    if keyword == "minLength":
        return [f"at least {counted(value, 'character')} long"]
    phrase = {
        "maxLength": "at most {} characters long",
        "minimum": "at least {}",
        "maximum": "at most {}",
        "exclusiveMinimum": "more than {}",
        "exclusiveMaximum": "less than {}",
        "multipleOf": "a multiple of {}",
    }.get(keyword or "")
    return [phrase.format(value)] if phrase else []


def words_of(schema: Any, longest: int, *keywords: str) -> str | None:
    """What a schema's own author says of a value under one of the keywords, on one line."""
    for keyword in keywords:
        text = schema.get(keyword) if isinstance(schema, dict) else None
        if isinstance(text, str) and text.strip():
            line = " ".join(text.split())
            return line if len(line) <= longest else f"{line[: longest - 1]}…"
    return None


LATE_HELP: Final = "Write it otherwise, or simplify the pattern in the schema."


def late(what: str, pattern: str) -> tuple[str, str]:
    """The message and the help about what a pattern could not be matched against."""
    text = f"{what} could not be checked against the pattern {quoted(pattern)} in time"
    return sentence(text), LATE_HELP


def counted(number: int, noun: str) -> str:
    """`1 item`, `2 items`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def meant(word: object, candidates: Iterable[object]) -> tuple[str | None, bool]:
    """The candidate that a word is close to, and whether it is the only one."""
    names = {name for name in candidates if isinstance(name, str) and len(name) > 2}
    if not isinstance(word, str) or not 2 < len(word) <= _LONGEST_VALUE:
        return None, False
    found = nearest(word, names)
    return found, found is not None and nearest(word, names - {found}) is None
