"""JSON Schema over front matter: a schema compiled once, and what a post does against it."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any, Final

from blint.resources import resource
from blint.site.schema.explain import Violation, explain
from blint.site.schema.messages import LATE_HELP, late, quoted
from blint.site.schema.patterns import OutOfTime, Patterns, check_patterns
from blint.site.schema.prefilter import prefilter
from blint.site.schema.references import SchemaFault, check_references

__all__ = ["CompiledSchema", "SchemaFault", "Violation", "compile_schema", "schema_for"]

Schema = Mapping[str, Any] | bool

_DRAFTS: Final = {
    "https://json-schema.org/draft/2020-12/schema": "Draft202012Validator",
    "https://json-schema.org/draft/2019-09/schema": "Draft201909Validator",
    "http://json-schema.org/draft-07/schema": "Draft7Validator",
    "http://json-schema.org/draft-06/schema": "Draft6Validator",
    "http://json-schema.org/draft-04/schema": "Draft4Validator",
}
_LATEST: Final = next(iter(_DRAFTS))


class CompiledSchema:
    """A schema ready for use. Make one with `compile_schema` or `schema_for`."""

    def __init__(self, schema: Schema) -> None:
        self.schema = schema
        self._patterns = Patterns()
        self._accepts = prefilter(schema, self._patterns)

    @property
    def required(self) -> tuple[str, ...]:
        """The keys that every post must have."""
        return tuple(self.schema.get("required", ())) if isinstance(self.schema, Mapping) else ()

    def violations(self, data: dict[str, Any]) -> list[Violation]:
        """What the schema does not allow in `data`; empty where it fits. Never raises."""
        self._patterns.begin()
        if self._surely_fits(data):
            return []
        from referencing.exceptions import Unresolvable

        try:
            found = explain(self.validator.iter_errors(data), data, self.schema)
        except (RecursionError, ValueError, OverflowError, re.error, Unresolvable) as error:
            # Numbers too large to print, or a schema that asks for ever deeper values: it must
            # not look as if the post had been checked.
            text = f"This front matter could not be checked against the schema: {error}"
            return [Violation((), "mapping", f"{text[:400]}.")]
        if not any(violation.help == LATE_HELP for violation in found):
            found.extend(self._untold())
        return found

    def _surely_fits(self, data: dict[str, Any]) -> bool:
        try:
            return self._accepts is not None and self._accepts(data)
        except OutOfTime:
            return False

    def _untold(self) -> Iterator[Violation]:
        """What was given up where a failure is no error in itself, as under `not`."""
        for text, pattern in self._patterns.late.items():
            yield Violation((), "mapping", *late(f"the text {quoted(text)}", pattern))

    @cached_property
    def validator(self) -> Any:
        """The full validator, a `jsonschema` one; making it imports jsonschema."""
        from blint.site.schema.formats import format_checker
        from blint.site.schema.keywords import bounded_keywords

        draft = _draft(self.schema)
        from jsonschema.validators import extend
        from referencing import Registry

        make: Any = extend
        validator = make(draft, bounded_keywords(self._patterns))
        return validator(
            _without_false(self.schema), format_checker=format_checker(), registry=Registry()
        )


def compile_schema(schema: Schema) -> CompiledSchema:
    """A schema from a user's file, checked; SchemaFault says what is wrong with it, and where.

    References must stay inside the schema: nothing is fetched and no other file is opened.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            _check(schema)
            check_patterns(schema)
        except RecursionError as error:
            raise SchemaFault("This schema is nested too deeply.") from error
    return CompiledSchema(schema)


def schema_for(schema: Schema | None) -> CompiledSchema:
    """The compiled form of the schema in the settings, None being the built-in one."""
    return _default() if schema is None else _compiled(_Identity(schema))


class _Identity:
    """A schema as a key of a cache: a mapping has no hash, but every post shares one object."""

    __slots__ = ("schema",)

    def __init__(self, schema: Schema) -> None:
        self.schema = schema

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and self.schema is other.schema

    def __hash__(self) -> int:
        return id(self.schema)


@lru_cache(maxsize=64)
def _compiled(key: _Identity) -> CompiledSchema:
    return compile_schema(key.schema)


@lru_cache(maxsize=1)
def _default() -> CompiledSchema:
    text = resource("schemas/post.schema.json").read_text(encoding="utf-8")
    return CompiledSchema(json.loads(text))


def _without_false(schema: Any) -> Any:
    """A schema in which a key that is always wrong is written `not: {}`.

    About a key with the schema `false` the validator tells everything but the key.
    """
    if isinstance(schema, list):
        return [_without_false(each) for each in schema]
    if not isinstance(schema, Mapping):
        return schema
    return {keyword: _rewritten(keyword, value) for keyword, value in schema.items()}


def _rewritten(keyword: str, value: Any) -> Any:
    if keyword in {"const", "default", "enum", "examples"}:
        return value
    if keyword in {"properties", "patternProperties"} and isinstance(value, Mapping):
        return {
            name: {"not": {}} if each is False else _without_false(each)
            for name, each in value.items()
        }
    return _without_false(value)


def _check(schema: Schema) -> None:
    if isinstance(schema, bool):
        return
    validator = _draft(schema)
    # After `_draft`, which keeps the first import of jsonschema cheap.
    from jsonschema import SchemaError
    from referencing.jsonschema import specification_with

    try:
        validator.check_schema(schema)
    except SchemaError as error:
        raise SchemaFault(_say(error, schema), tuple(error.absolute_path)) from error
    check_references(schema, specification_with(validator.META_SCHEMA.get("$id") or _LATEST))


def _draft(schema: Schema) -> Any:
    from blint.site.schema.formats import import_jsonschema

    jsonschema = import_jsonschema()
    named = schema.get("$schema", _LATEST) if isinstance(schema, Mapping) else _LATEST
    name = _DRAFTS.get(str(named).removesuffix("#"))
    if name is None:
        raise SchemaFault(
            f"`{str(named)[:100]}` is no draft of JSON Schema that blint knows; "
            f"the latest one is `{_LATEST}`.",
            ("$schema",),
        )
    return getattr(jsonschema, name)


def _say(error: Any, schema: Schema) -> str:
    if error.validator == "format" and error.validator_value == "regex":
        return f"`{str(error.instance)[:100]}` is not a regular expression that Python can read."
    found = explain([error], schema, error.schema)
    return found[0].message if found else str(error.message)[:300]
