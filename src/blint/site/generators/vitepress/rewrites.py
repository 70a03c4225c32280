"""VitePress' `rewrites`: patterns of paths in the language of path-to-regexp 6."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from blint.late import late

Pairs = tuple[tuple[str, str], ...]


class Part(NamedTuple):
    """A parameter of a pattern: `:name`, with what stands before it and how often it may come."""

    name: str
    prefix: str
    pattern: str
    modifier: str


class Rule(NamedTuple):
    """A rewrite: the test of a path, its parameters in order, and what is made of them."""

    test: re.Pattern[str]
    keys: tuple[Part, ...]
    target: tuple[str | Part, ...]


def rewritten(path: str, pairs: Pairs) -> str:
    """A path as the first rewrite that matches it has it; as it stands where none does."""
    for rule in rules(pairs) or ():
        match = rule.test.fullmatch(path)
        if match is not None:
            found = _filled(rule, match)
            return path if found is None else found
    return path


@lru_cache(maxsize=32)
def rules(pairs: Pairs) -> tuple[Rule, ...] | None:
    """The rules of a configuration; None where one is not understood."""
    try:
        return tuple(_rule(source, target) for source, target in pairs)
    except (ValueError, re.error, OverflowError, RecursionError):
        return None


def _rule(source: str, target: str) -> Rule:
    if source.startswith("^"):
        raise ValueError("a regular expression of JavaScript's")
    parts = tuple(_parse(source))
    keys = tuple(part for part in parts if isinstance(part, Part))
    text = "".join(_expression(part) for part in parts)
    return Rule(re.compile(f"{text}[/#?]?", re.IGNORECASE), keys, tuple(_parse(f"/{target}")))


def _parse(text: str) -> Iterator[str | Part]:
    """The pieces of a pattern: plain text and parameters. Raises ValueError for any other."""
    plain, number, at = "", 0, 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise ValueError(text)
        at = match.end()
        if match["plain"] is not None:
            plain += match["plain"].removeprefix("\\")
            continue
        name = match["name"]
        if name is None:
            name, number = str(number), number + 1
        if plain + match["prefix"]:
            yield plain
        plain = ""
        yield Part(
            name, match["prefix"], match["pattern"] or match["only"] or _ANY, match["modifier"]
        )
    if plain:
        yield plain


def _expression(part: str | Part) -> str:
    if isinstance(part, str):
        return re.escape(part)
    prefix, pattern, modifier = re.escape(part.prefix), part.pattern, part.modifier
    if not part.prefix:
        return f"((?:{pattern}){modifier})" if modifier in _REPEATED else f"({pattern}){modifier}"
    if modifier in _REPEATED:
        last = "?" if modifier == "*" else ""
        return f"(?:{prefix}((?:{pattern})(?:{prefix}(?:{pattern}))*)){last}"
    return f"(?:{prefix}({pattern})){modifier}"


def _filled(rule: Rule, match: re.Match[str]) -> str | None:
    """The path that a rule makes of one; None where a parameter is missing."""
    values: Mapping[str, str | list[str] | None] = {
        key.name: value.split(key.prefix)
        if key.modifier in _REPEATED and key.prefix and value is not None
        else value
        for key, value in zip(rule.keys, match.groups(), strict=True)
    }
    pieces = []
    for part in rule.target:
        if isinstance(part, str):
            pieces.append(part)
            continue
        value = values.get(part.name)
        if value is None:
            if part.modifier not in _OPTIONAL:
                return None
            continue
        segments = value if isinstance(value, list) else [value]
        pieces += [part.prefix + segment for segment in segments]
    return "".join(pieces)[1:]


_ANY: Final = r"[^\/#\?]+?"
_REPEATED: Final = frozenset("*+")
_OPTIONAL: Final = frozenset("*?")
# A group in braces, and a sign that belongs to no parameter, are not read.
_TOKEN: Final = late(
    r"(?P<prefix>[./]?)(?::(?P<name>\w+)(?:\((?P<pattern>(?:[^()\\]|\\.)+)\))?"
    r"|\((?P<only>(?:[^()\\]|\\.)+)\))(?P<modifier>[*+?]?)"
    r"|(?P<plain>\\.|[^\\(){}*+?:])"
)
