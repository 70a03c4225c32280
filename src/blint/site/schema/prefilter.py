"""A quick yes for values that fit a JSON Schema, so that the full validator is rarely needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Any, Final

from blint.site.schema.formats import quick_format
from blint.site.schema.keywords import repeated
from blint.site.schema.patterns import Patterns

Accepts = Callable[[Any], bool]
Search = Callable[[str], bool]

_ANNOTATIONS: Final = frozenset(
    (
        "$comment",
        "$defs",
        "default",
        "definitions",
        "deprecated",
        "description",
        "examples",
        "readOnly",
        "title",
        "writeOnly",
        "then",
        "else",
    )
)
_DRAFTS: Final = frozenset(
    ("https://json-schema.org/draft/2020-12/schema", "http://json-schema.org/draft-07/schema")
)


def prefilter(schema: Any, patterns: Patterns) -> Accepts | None:
    """A function that is true only for values that the schema accepts.

    It must never say yes to a value that the full validator refuses; None where the schema uses
    keywords that are not known here. Over a post's front matter it takes some 5 µs, where the
    full validator takes 100 and its import 70 ms. It raises OutOfTime where a pattern does.
    """
    if isinstance(schema, dict):
        draft = str(schema.get("$schema", "https://json-schema.org/draft/2020-12/schema"))
        if draft.removesuffix("#") not in _DRAFTS:
            return None
    try:
        return _Compiler(schema, patterns).compile(schema)
    except _UnknownError:
        return None


class _UnknownError(Exception):
    """A keyword that only the full validator knows."""


class _Compiler:
    def __init__(self, root: Any, patterns: Patterns) -> None:
        self.root = root
        self.patterns = patterns
        self.references: dict[str, Accepts | None] = {}
        named = root.get("$schema", "") if isinstance(root, dict) else ""
        self.is_draft_7 = "draft-07" in str(named)

    def compile(self, schema: Any) -> Accepts:
        if isinstance(schema, bool):
            return _always if schema else _never
        if "$ref" in schema:
            # Draft 7 ignores what stands beside a reference, later drafts do not.
            if not _ANNOTATIONS.issuperset(schema.keys() - {"$ref"}):
                raise _UnknownError
            return self.reference(schema["$ref"])
        checks = [
            self.keyword(keyword, value, schema)
            for keyword, value in schema.items()
            if keyword not in _ANNOTATIONS
            and not (schema is self.root and keyword in {"$id", "$schema"})
        ]
        return checks[0] if len(checks) == 1 else _all(checks)

    def keyword(self, keyword: str, value: Any, schema: Mapping[str, Any]) -> Accepts:
        if keyword in _SIMPLE and not (keyword == "dependentRequired" and self.is_draft_7):
            return _SIMPLE[keyword](value)
        if keyword == "pattern":
            return _pattern(self.patterns.searcher(value))
        if keyword in {"allOf", "anyOf"}:
            branches = [self.compile(branch) for branch in value]
            return _all(branches) if keyword == "allOf" else _any(branches)
        if keyword == "not":
            # What is accepted here must be exact, and so it is: every keyword compiled is.
            inner = self.compile(value)
            return lambda instance: not inner(instance)
        if keyword == "if":
            return self.condition(value, schema)
        if keyword == "items" and not isinstance(value, list):
            return _items(self.compile(value))
        if keyword == "properties":
            return _properties({name: self.compile(sub) for name, sub in value.items()})
        if keyword == "patternProperties":
            names = [(self.patterns.searcher(name), self.compile(value[name])) for name in value]
            return _matching(names)
        if keyword == "propertyNames":
            return _names(self.compile(value))
        if keyword == "additionalProperties":
            patterns = [self.patterns.searcher(p) for p in schema.get("patternProperties", ())]
            return _additional(self.compile(value), schema.get("properties", {}).keys(), patterns)
        raise _UnknownError

    def condition(self, value: Any, schema: Mapping[str, Any]) -> Accepts:
        test = self.compile(value)
        then, other = (self.compile(schema.get(name, True)) for name in ("then", "else"))
        return lambda instance: then(instance) if test(instance) else other(instance)

    def reference(self, reference: str) -> Accepts:
        if reference not in self.references:
            if re.fullmatch(r"#/(?:\$defs|definitions)/[^/~%]+", reference) is None:
                raise _UnknownError
            _, container, name = reference.split("/")
            self.references[reference] = None
            self.references[reference] = self.compile(self.root[container][name])
        found = self.references[reference]
        if found is None:  # a recursive schema
            raise _UnknownError
        return found


def _always(_instance: Any) -> bool:
    return True


def _never(_instance: Any) -> bool:
    return False


def _all(checks: list[Accepts]) -> Accepts:
    def accepts(instance: Any) -> bool:
        for check in checks:  # noqa: SIM110 - a generator would double the time
            if not check(instance):
                return False
        return True

    return accepts


def _any(checks: list[Accepts]) -> Accepts:
    def accepts(instance: Any) -> bool:
        return any(check(instance) for check in checks)

    return accepts


def _items(check: Accepts) -> Accepts:
    def accepts(instance: Any) -> bool:
        return not isinstance(instance, list) or all(map(check, instance))

    return accepts


def _properties(checks: dict[str, Accepts]) -> Accepts:
    def accepts(instance: Any) -> bool:
        if isinstance(instance, dict):
            for name, value in instance.items():
                check = checks.get(name)
                if check is not None and not check(value):
                    return False
        return True

    return accepts


def _matching(checks: list[tuple[Search, Accepts]]) -> Accepts:
    def accepts(instance: Any) -> bool:
        return not isinstance(instance, dict) or all(
            check(value)
            for name, value in instance.items()
            for search, check in checks
            if search(name)
        )

    return accepts


def _names(check: Accepts) -> Accepts:
    def accepts(instance: Any) -> bool:
        return not isinstance(instance, dict) or all(map(check, instance))

    return accepts


def _additional(check: Accepts, known: AbstractSet[str], patterns: list[Search]) -> Accepts:
    def accepts(instance: Any) -> bool:
        return not isinstance(instance, dict) or all(
            check(value)
            for name, value in instance.items()
            if name not in known and not any(search(name) for search in patterns)
        )

    return accepts


def _dependent(needs: dict[str, list[str]]) -> Accepts:
    def accepts(instance: Any) -> bool:
        return not isinstance(instance, dict) or all(
            instance.keys() >= set(names) for name, names in needs.items() if name in instance
        )

    return accepts


def _type(names: str | list[str]) -> Accepts:
    wanted = frozenset((names,) if isinstance(names, str) else names)
    classes = tuple(kind for name, kinds in _CLASSES.items() if name in wanted for kind in kinds)
    plain = frozenset(classes)

    def accepts(instance: Any) -> bool:
        kind = type(instance)
        return kind in plain or (
            kind is float and "integer" in wanted and bool(instance.is_integer())
        )

    return accepts


_CLASSES: Final[dict[str, tuple[type, ...]]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list,),
    "object": (dict,),
    "null": (type(None),),
}


def _enum(values: list[Any]) -> Accepts:
    if not all(isinstance(value, str) for value in values):
        raise _UnknownError
    wanted = frozenset(values)
    return lambda instance: isinstance(instance, str) and instance in wanted


def _required(names: list[str]) -> Accepts:
    wanted = frozenset(names)
    return lambda instance: not isinstance(instance, dict) or instance.keys() >= wanted


def _pattern(search: Search) -> Accepts:
    return lambda instance: not isinstance(instance, str) or search(instance)


def _format(name: str) -> Accepts:
    check = quick_format(name)
    if check is None:
        raise _UnknownError
    return check


def _unique(wanted: bool) -> Accepts:
    def accepts(instance: Any) -> bool:
        return not wanted or not isinstance(instance, list) or not repeated(instance)

    return accepts


def _length(kind: Any, least: float, most: float) -> Accepts:
    return lambda instance: not isinstance(instance, kind) or least <= len(instance) <= most


def _range(least: float, most: float) -> Accepts:
    def accepts(instance: Any) -> bool:
        number = type(instance) is int or type(instance) is float
        # Not `least <= instance <= most`: the full validator accepts nan, and so must this.
        return not number or not (instance < least or instance > most)

    return accepts


_SIMPLE: Final[dict[str, Callable[[Any], Accepts]]] = {
    "type": _type,
    "enum": _enum,
    "const": lambda value: _enum([value]),
    "required": _required,
    "format": _format,
    "minLength": lambda value: _length(str, value, float("inf")),
    "maxLength": lambda value: _length(str, 0, value),
    "minItems": lambda value: _length(list, value, float("inf")),
    "maxItems": lambda value: _length(list, 0, value),
    "minProperties": lambda value: _length(dict, value, float("inf")),
    "maxProperties": lambda value: _length(dict, 0, value),
    "dependentRequired": _dependent,
    "uniqueItems": _unique,
    "minimum": lambda value: _range(value, float("inf")),
    "maximum": lambda value: _range(float("-inf"), value),
}
