"""What a plain YAML scalar means in each dialect: word, number, date or text.

Sources, each compared with the program itself where it could be run: Psych 4.0 (its
`scalar_scanner.rb`) for yaml-1.1, js-yaml 4 and the core schema of YAML 1.2.2 §10.3.2 for
yaml-1.2, go-yaml 3 (`resolve.go`) for yaml-go. The keys `=` and `y` are text in all of them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from itertools import product
from math import isinf
from typing import TYPE_CHECKING, Any, NamedTuple

from blint.reading.tree import MAX_NUMBER, quote

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from blint.reading.nodes import Dialect, FaultKind


class Complaint(NamedTuple):
    """What is wrong with a scalar, before it has a place."""

    kind: FaultKind
    message: str
    help: str | None = None


class Scalar(NamedTuple):
    """A resolved scalar. A date or time keeps the text that was written, and is `temporal`."""

    value: Any
    temporal: bool = False
    complaint: Complaint | None = None


class Schema(NamedTuple):
    """How one dialect reads plain scalars."""

    words: dict[str, Any]
    integer: re.Pattern[str]
    to_integer: Callable[[str], int]
    real: re.Pattern[str]
    to_real: Callable[[str], float]
    timestamp: re.Pattern[str]


CORE = "tag:yaml.org,2002:"


def is_text(raw: str, schema: Schema) -> bool:
    """Whether a plain scalar can be told at a glance to be text; `resolve` tells of the others."""
    return raw not in schema.words and raw[0] not in _NUMERIC_START


def resolve(raw: str, schema: Schema) -> Scalar:
    """The value of a plain scalar without a tag."""
    words = schema.words
    if raw in words:
        return Scalar(words[raw])
    if raw[0] not in _NUMERIC_START:
        return Scalar(raw)
    if schema.timestamp.fullmatch(raw):
        return Scalar(raw, True, impossible_date(raw))
    return _number(raw, schema) or Scalar(raw)


def resolve_tagged(raw: str, tag: str, schema: Schema) -> Scalar:
    """The value of a scalar with an explicit tag, as libyaml spells it out."""
    name = tag.removeprefix(CORE) if tag != "!" else "str"
    if name == "str":
        return Scalar(raw)
    if tag == name or name not in _FITS:
        return Scalar(raw, False, unsupported_tag(tag))
    scalar = resolve(raw, schema)
    if _FITS[name](scalar):
        return scalar._replace(value=float(scalar.value)) if name == "float" else scalar
    return Scalar(raw, False, scalar.complaint or _mismatch(raw, name))


def unsupported_tag(tag: str) -> Complaint:
    """The complaint about a tag outside YAML's core, which nothing here acts on."""
    short = f"!!{tag.removeprefix(CORE)}" if tag.startswith(CORE) else tag
    return Complaint(
        "invalid",
        f"the tag {quote(short)} is not one that front matter can hold",
        "Remove the tag, or quote the value if the tag is text.",
    )


def impossible_date(raw: str) -> Complaint | None:
    """The complaint about a timestamp that no calendar or clock shows, if it is one."""
    parts = _PARTS.fullmatch(raw)
    if parts is None:
        return None
    year, month, day, hour, minute, second, off_hour, off_minute = (
        int(part or 0) for part in parts.groups()
    )
    if not year:
        wrong = "there is no year 0"
    elif not 1 <= month <= 12:
        wrong = f"there is no month {month}"
    elif not 1 <= day <= monthrange(year, month)[1]:
        wrong = f"{year:04}-{month:02} has no day {day}"
    elif hour > 23 or minute > 59 or second > 59:
        wrong = "there is no such time of day"
    elif off_hour > 23 or off_minute > 59:
        wrong = "there is no such offset from UTC"
    else:
        return None
    return Complaint("date", f"{quote(raw)} is not a possible date: {wrong}", "Correct the date.")


def _is_number(scalar: Scalar) -> bool:
    return isinstance(scalar.value, int | float) and not isinstance(scalar.value, bool)


def _number(raw: str, schema: Schema) -> Scalar | None:
    is_integer = schema.integer.fullmatch(raw)
    if not is_integer and not schema.real.fullmatch(raw):
        return None
    if len(raw) > MAX_NUMBER:
        return Scalar(raw, False, _LONG_NUMBER)
    if is_integer:
        return Scalar(schema.to_integer(raw))
    value = schema.to_real(raw)
    # A number too large for a float is text to js-yaml and go-yaml.
    return None if isinf(value) and "inf" not in raw.lower() else Scalar(value)


def _mismatch(raw: str, name: str) -> Complaint:
    return Complaint(
        "invalid",
        f"{quote(raw)} is not a value of the type `!!{name}`",
        "Correct the value or remove the tag.",
    )


_FITS: dict[str, Callable[[Scalar], bool]] = {
    "int": lambda scalar: _is_number(scalar) and isinstance(scalar.value, int),
    "float": _is_number,
    "bool": lambda scalar: isinstance(scalar.value, bool),
    "null": lambda scalar: scalar.value is None,
    "timestamp": lambda scalar: scalar.temporal,
}
_LONG_NUMBER = Complaint(
    "invalid",
    f"a number of more than {MAX_NUMBER} characters is more than most readers can hold",
    "Quote the value if it is text.",
)


def _based(digits: str) -> int:
    """An integer whose base its prefix tells, a lone leading 0 standing for octal."""
    text = digits.replace("_", "").replace(",", "")
    sign = -1 if text[0] == "-" else 1
    text = text.lstrip("+-").lower()
    if text[0] == "0" and len(text) > 1 and text[1].isdigit():
        return sign * int(text, 8)
    return sign * int(text, 0)


def _decimal(digits: str) -> int:
    """An integer of YAML 1.2, where leading zeros mean nothing."""
    prefix = digits.lstrip("+-")[:2]
    return int(digits, {"0x": 16, "0o": 8, "0b": 2}.get(prefix, 10))


def _psych_integer(digits: str) -> int:
    if ":" in digits:
        return int(_sexagesimal(digits))
    return _based(digits)


def _psych_real(digits: str) -> float:
    if ":" in digits:
        return _sexagesimal(digits)
    return _real(digits.replace(",", ""))


def _sexagesimal(digits: str) -> float:
    """Psych weighs the parts from the left, so 1:30 is 5400; YAML 1.1 itself says 90."""
    parts = digits.replace("_", "").split(":")
    first, second, third = map(float, [*parts, "0"][:3])
    return first * 3600 + second * 60 + third


def _real(digits: str) -> float:
    text = digits.replace("_", "").lower()
    return float(text.replace(".inf", "inf").replace(".nan", "nan"))


def _spellings(words: Iterable[str]) -> Iterable[str]:
    """Every mix of upper and lower case."""
    for word in words:
        for letters in product(*((letter, letter.upper()) for letter in word)):
            yield "".join(letters)


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.ASCII | re.VERBOSE)


_NUMERIC_START = frozenset("0123456789+-.")
_PARTS = _pattern(
    r"""(\d{4})-(\d\d?)-(\d\d?)
    (?:(?:[Tt]|[ \t]+)(\d\d?):(\d\d?):(\d\d?)(?:\.\d*)?[ \t]*(?:Z|[-+](\d\d?):?(\d\d)?)?)?"""
)
_CORE_WORDS: dict[str, Any] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_SPECIAL_REAL = r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"

_PSYCH = Schema(
    {
        **dict.fromkeys(("", "~", *_spellings(("null",)))),
        **dict.fromkeys(_spellings(("yes", "true", "on")), True),
        **dict.fromkeys(_spellings(("no", "false", "off")), False),
    },
    _pattern(
        r"""[-+]?(?:0b[_,]*[01][01_,]*|0[0-7_,]+|0x[_,]*[0-9a-fA-F][0-9a-fA-F_,]*
        |0|[1-9](?:[0-9]|,[0-9]|_[0-9])*|[0-9][0-9_]*(?::[0-5]?[0-9]){1,2})"""
    ),
    _psych_integer,
    _pattern(
        r"""[-+]?(?:[0-9][0-9_,]*\.[0-9]*|\.[0-9]+)(?:[eE][-+][0-9]+)?
        |[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}\.[0-9_]*"""
        + _SPECIAL_REAL
    ),
    _psych_real,
    _pattern(
        r"""\d{4}-\d\d?-\d\d?
        (?:(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?(?:[ \t]*(?:Z|[-+]\d\d?:?(?:\d\d)?))?)?"""
    ),
)
_JS = Schema(
    _CORE_WORDS,
    _pattern(r"[-+]?(?:0b[01]+|0o[0-7]+|0x[0-9a-fA-F]+|[0-9]+)"),
    _decimal,
    _pattern(r"[-+]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?" + _SPECIAL_REAL),
    _real,
    _pattern(
        r"""\d{4}-\d\d-\d\d
        |\d{4}-\d\d?-\d\d?(?:[Tt]|[ \t]+)\d\d?:\d\d:\d\d(?:\.\d*)?
        (?:[ \t]*(?:Z|[-+]\d\d?(?::\d\d)?))?"""
    ),
)
_GO = Schema(
    _CORE_WORDS,
    _pattern(
        r"""[-+]?(?:0[bB]_*[01][01_]*|0[xX]_*[0-9a-fA-F][0-9a-fA-F_]*|0[oO]_*[0-7][0-7_]*
        |0[0-7_]*|[1-9][0-9_]*)"""
    ),
    _based,
    _pattern(r"[-+]?(?:[0-9][0-9_]*(?:\.[0-9_]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?" + _SPECIAL_REAL),
    _real,
    _pattern(
        r"""\d{4}-\d\d?-\d\d?
        (?:[Tt]\d\d?:\d\d?:\d\d?(?:\.\d+)?(?:Z|[-+]\d\d:\d\d)|[ ]\d\d?:\d\d?:\d\d?(?:\.\d+)?)?"""
    ),
)
SCHEMAS: dict[Dialect, Schema] = {"yaml-1.1": _PSYCH, "yaml-1.2": _JS, "yaml-go": _GO}
