"""JSON Schema's formats, and jsonschema itself without the imports they do not need."""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from blint.late import late

if TYPE_CHECKING:
    from types import ModuleType

    from jsonschema import FormatChecker

EXAMPLES: Final[dict[str, str]] = {
    "date": "a date such as `2024-01-31`",
    "date-time": "a date and time with a zone such as `2024-01-31T09:30:00Z`",
    "time": "a time with a zone such as `09:30:00Z`",
    "duration": "a duration such as `P3DT4H`",
    "email": "an email address",
    "idn-email": "an email address",
    "hostname": "a host name such as `example.org`",
    "idn-hostname": "a host name such as `example.org`",
    "ipv4": "an IPv4 address",
    "ipv6": "an IPv6 address",
    "uri": "a URL such as `https://example.org/`",
    "uri-reference": "a URL or a path without spaces",
    "iri": "a URL such as `https://example.org/`",
    "iri-reference": "a URL or a path without spaces",
    "uri-template": "a URI template",
    "uuid": "a UUID",
    "regex": "a regular expression",
    "json-pointer": "a JSON pointer",
    "relative-json-pointer": "a relative JSON pointer",
}
"""What a value of each format is, for messages."""

_HEAVY: Final = ("rfc3987", "rfc3987_syntax", "isoduration", "webcolors")

# Dotless domains and non-ASCII letters are legal; a space or a second @ outside quotes is not.
_EMAIL: Final = late(r"""(?:[^\s@"(),:;<>\[\]\\]+|"[^"\n]*")@[^\s@.]+(?:\.[^\s@.]+)*""")
_DATE: Final = late(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_DURATION: Final = late(
    r"P(?:\d+W|(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)", re.ASCII
)
# RFC 3987's ucschar: what an IRI may hold beside the characters of a URI.
_UCSCHAR: Final = late(
    "[\u00a0-\ud7ff\uf900-\ufdcf\ufdf0-\uffef"
    + "".join(f"{chr(plane << 16)}-{chr((plane << 16) + 0xFFFD)}" for plane in range(1, 15))
    + "]"
)


def import_jsonschema() -> ModuleType:
    """The module jsonschema, without the grammar compilers that its formats can pull in.

    Where they are installed, jsonschema imports them while it is imported: one compiles a grammar
    for `iri`, which takes most of a second, another brings a date library for `duration`. Both
    formats are checked here instead. A module marked as None cannot be imported, and jsonschema
    does without; the marks are taken back at once, so that nobody else misses anything.
    """
    if "jsonschema" not in sys.modules:
        marked = [name for name in _HEAVY if name not in sys.modules]
        modules: dict[str, Any] = sys.modules  # the None is meant, though typeshed knows none
        modules.update(dict.fromkeys(marked))
        try:
            import jsonschema
        finally:
            for name in marked:
                del modules[name]
    import jsonschema

    return jsonschema


def format_checker() -> FormatChecker:
    """A checker of every format that JSON Schema 2020-12 names.

    A date and time needs its zone, as RFC 3339 has it.
    """
    jsonschema = import_jsonschema()
    checker: FormatChecker = jsonschema.FormatChecker(())
    # Not the checks of a plain FormatChecker: there, draft 3 has the last word on `time`.
    checker.checkers.update(jsonschema.Draft202012Validator.FORMAT_CHECKER.checkers)
    for name, check in (
        *_QUICK.items(),
        ("idn-email", _is_email),
        ("duration", _is_duration),
        ("regex", _is_regex),
        ("iri", _is_iri),
        ("iri-reference", _is_iri_reference),
    ):
        checker.checks(name)(check)
    return checker


def quick_format(name: str) -> Callable[[object], bool] | None:
    """The check of a common format, for use without jsonschema; None for any other."""
    return _QUICK.get(name)


def _is_date(value: object) -> bool:
    if not isinstance(value, str):
        return True
    if _DATE.fullmatch(value) is None:
        return False
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_date_time(value: object) -> bool:
    from rfc3339_validator import validate_rfc3339  # type: ignore[import-untyped]

    return not isinstance(value, str) or bool(validate_rfc3339(value.upper()))


def _is_email(value: object) -> bool:
    return not isinstance(value, str) or _EMAIL.fullmatch(value) is not None


def _is_duration(value: object) -> bool:
    return not isinstance(value, str) or _DURATION.fullmatch(value) is not None


def _is_regex(value: object) -> bool:
    if not isinstance(value, str):
        return True
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            re.compile(value)
        except (re.error, RecursionError, OverflowError):
            return False
    return True


def _is_uri(value: object, rule: str = "URI") -> bool:
    from rfc3986_validator import validate_rfc3986  # type: ignore[import-untyped]

    return not isinstance(value, str) or bool(validate_rfc3986(value, rule=rule))


def _is_iri(value: object) -> bool:
    return not isinstance(value, str) or _is_uri(_UCSCHAR.sub("%C3%A9", value))


def _is_iri_reference(value: object) -> bool:
    return not isinstance(value, str) or _is_uri(_UCSCHAR.sub("%C3%A9", value), "URI_reference")


_QUICK: Final[dict[str, Callable[[object], bool]]] = {
    "date": _is_date,
    "date-time": _is_date_time,
    "email": _is_email,
    "uri": _is_uri,
}
