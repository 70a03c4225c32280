"""Which parser reads which language, and what it says of a text."""

from __future__ import annotations

import re
from importlib import import_module
from typing import cast

from blint.late import late
from blint.site.code.faults import CodeFault
from blint.site.code.grammars.grammars import available, fault_in

MAX_SIZE = 100_000
"""Snippets of more characters are not parsed."""


def has_parser(language: str) -> bool:
    """Whether there is a parser for a language, by its title (`language_named`): one of those that
    are always there, or one of the extra's."""
    return language in _MODULES or available(language)


def fault_of(text: str, language: str, *, strict: bool = False) -> CodeFault | None:
    """The first place where a text surely stops being its language; None where all is well.

    `text` ends its lines with LF. None too where the text is an excerpt, a session or a template,
    longer than `MAX_SIZE`, or wholly another language that stores data. With `strict`, JSON may
    hold no comments and no trailing commas.
    """
    if len(text) > MAX_SIZE or not text.strip():
        return None
    # Whatever ends a line for one parser ends it for all.
    if "\r" in text or "\0" in text:
        return None
    module = _MODULES.get(language)
    if module is None:
        fault = fault_in(text, language)
        return None if fault is None or _is_another(text, language) else fault
    reader = import_module(f"blint.site.code.parsers.{module}")
    options: dict[str, bool] = {}
    if module == "json_code":
        options = {
            "five": language == "JSON5",
            "strict": strict and language in {"JSON", "JSONLD"},
        }
    fault = cast("CodeFault | None", reader.fault_of(text, **options))
    if fault is None or _CONFESSION.search(text) is not None or _is_another(text, language):
        return None
    return fault


def _is_another(text: str, language: str) -> bool:
    """Whether the text is all of another language, so that the fault is in the name."""
    for other in ("JSON", "TOML", "XML"):
        if _MODULES[other] != _MODULES.get(language) and _is_whole(text, other):
            return True
    return False


def _is_whole(text: str, language: str) -> bool:
    first = text.lstrip()[:1]
    if (language == "JSON" and first not in "{[") or (language == "XML" and first != "<"):
        return False
    reader = import_module(f"blint.site.code.parsers.{_MODULES[language]}")
    return cast("bool", reader.is_whole(text))


# A comment that calls the code wrong.
_CONFESSION = late(
    r"(?:^|[ \t])(?:#|//|/\*|<!--)[^\n]{0,80}?\b(?:invalid|illegal|syntax ?error|syntaxerror"
    r"|(?:not|n't|cannot|fails to) (?:compile|parse|work|valid|allowed))\b",
    re.MULTILINE | re.IGNORECASE,
)
_MODULES = {
    "JSON": "json_code",
    "JSON with Comments": "json_code",
    "JSON5": "json_code",
    "JSONLD": "json_code",
    "Maven POM": "xml_code",
    "Python": "python_code",
    "SVG": "xml_code",
    "TOML": "toml_code",
    "XML": "xml_code",
    "XML Property List": "xml_code",
    "XSLT": "xml_code",
    "YAML": "yaml_code",
}
