"""What the JSON Schema validator found, as one violation for each cause."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, Literal, NamedTuple

from blint.site.schema.branches import Complaint, both, branches_of, meant_branch, together
from blint.site.schema.keywords import OUT_OF_TIME, repeated
from blint.site.schema.messages import (
    Path,
    counted,
    described,
    either,
    expected,
    late,
    meant,
    named,
    quoted,
    sentence,
    words_of,
)
from blint.site.schema.patterns import LONGEST_MATCHED


class Violation(NamedTuple):
    """One thing in front matter that a schema does not allow.

    `path` leads to a value from the root. `target` tells what of it is meant: the value, the key
    it stands under, or, for a key that is missing from it, the mapping as such. `key` is then that
    key. `replacement` is what the key or the value was surely meant to be, if that is known.
    `other` is the path of a second place that explains the first.
    """

    path: Path
    target: Literal["value", "key", "mapping"]
    message: str
    help: str | None = None
    key: str | None = None
    replacement: str | None = None
    other: Path | None = None


def explain(errors: Iterable[Complaint], data: Any, schema: Any) -> list[Violation]:
    """The violations behind errors about `data`, without repeats, in a stable order."""
    explainer = _Explainer(data, schema)
    found = dict.fromkeys(v for error in errors for v in explainer.explain(error))
    slips = {(v.path[:-1], v.replacement) for v in found if v.target == "key"}
    # A misspelt key that must be there is one cause, though it is both unknown and missing.
    kept = [v for v in found if v.target != "mapping" or (v.path, v.key) not in slips]
    return sorted(kept, key=lambda v: ([str(step) for step in v.path], v.message))


class _Explainer:
    """The data and the schema that errors are about."""

    def __init__(self, data: Any, schema: Any) -> None:
        self.data = data
        self.schema = schema

    def explain(self, error: Complaint) -> Iterator[Violation]:
        path = tuple(error.absolute_path)
        if isinstance(error.instance, str) and isinstance(self.at(path), dict):
            yield _bad_key(error, path)
        elif error.validator in {"anyOf", "oneOf"}:
            yield from self.alternatives(error, path)
        elif error.validator == "unevaluatedProperties":
            yield from self.unevaluated(error, path)
        elif str(error.validator) in _SPECIAL:
            yield from _SPECIAL[str(error.validator)](error, path)
        else:
            yield _bad_value(error, path)

    def alternatives(self, error: Complaint, path: Path) -> Iterator[Violation]:
        branches = branches_of(error)
        if not branches:
            text = both(error, path) or (
                f"{named(path)} fits more than one of the forms of which the schema allows one"
            )
            yield Violation(path, "value", sentence(text), _help(error))
            return
        errors, wanted, values = meant_branch(branches)
        if errors:
            for each in errors:
                yield from self.explain(each)
            return
        if not wanted:
            yield _none_fits(error, path, branches)
            return
        slip, sure = meant(error.instance, values)
        text = f"{named(path)} must be {either(wanted)}, not {described(error.instance)}"
        helped = f"Did you mean `{slip}`?" if slip else _help(error)
        yield Violation(path, "value", sentence(text), helped, replacement=slip if sure else None)

    def unevaluated(self, error: Complaint, path: Path) -> Iterator[Violation]:
        # The validator names these keys only in its message, each as `repr` writes it. When a
        # branch fails for another reason, it counts the keys declared there as well.
        declared = self.declared(error.schema)
        for key in error.instance:
            if repr(key) in error.message and key not in declared:
                yield _unknown(path, key, declared, error.instance)

    def declared(self, schema: Any, depth: int = 0) -> dict[str, Any]:
        """The keys that a schema names for this very value, in whichever branch."""
        if not isinstance(schema, dict) or depth > 20:
            return {}
        found: dict[str, Any] = dict(schema.get("properties", {}))
        inside = [schema.get(name) for name in ("if", "then", "else")]
        for name in ("allOf", "anyOf", "oneOf"):
            inside.extend(schema.get(name, ()))
        inside.extend(schema.get("dependentSchemas", {}).values())
        inside.append(self.referenced(schema.get("$ref", "")))
        for each in inside:
            found.update(self.declared(each, depth + 1))
        return found

    def referenced(self, reference: str) -> Any:
        """What a reference of the form `#/…` points to, or None."""
        if not reference.startswith("#/"):
            return self.schema if reference == "#" else None
        found = self.schema
        for step in reference[2:].split("/"):
            name = step.replace("~1", "/").replace("~0", "~")
            found = found.get(name) if isinstance(found, dict) else None
        return found

    def at(self, path: Path) -> Any:
        found = self.data
        for step in path:
            found = found[step]
        return found


def _none_fits(error: Complaint, path: Path, branches: list[Any]) -> Violation:
    lacking = together(branches)
    if lacking:
        text = f"{named(path)} lacks {lacking}"
        return Violation(path, "mapping", sentence(text), _help(error))
    text = f"{named(path)} fits none of the {len(branches)} forms that the schema allows"
    return Violation(path, "value", sentence(text), _help(error))


def _bad_value(error: Complaint, path: Path) -> Violation:
    if _is_late(error):
        return Violation(path, "value", *late(named(path), error.validator_value))
    keyword, value, instance = error.validator, error.validator_value, error.instance
    form = _form(error)
    wanted = expected(str(keyword), value, instance)
    slip, sure = meant(instance, value) if keyword == "enum" else (None, False)
    if not wanted:
        text = f"{named(path)} does not fit what the schema asks with {quoted(keyword)}"
    elif keyword == "minLength" and not instance:
        text = f"{named(path)} must not be empty"
    elif form:
        what = described(instance) if instance.strip() else "blank text"
        text = f"{what} is not what {named(path)} asks for: {form}"
    elif keyword in {"minLength", "maxLength"}:
        text = f"{named(path)} must be {wanted[0]}, not {len(instance):,}"
    else:
        text = f"{named(path)} must be {either(wanted)}, not {described(instance)}"
    helped = f"Did you mean `{slip}`?" if slip else None if form else _help(error)
    return Violation(path, "value", sentence(text), helped, replacement=slip if sure else None)


def _bad_key(error: Complaint, path: Path) -> Violation:
    name, values = error.instance, error.validator_value
    if _is_late(error):
        return Violation((*path, name), "key", *late(f"the key {quoted(name)}", values))
    form = _form(error)
    wanted = [form] if form else expected(str(error.validator), values, name)
    rule = f"keys here must be {either(wanted)}" if wanted else "the schema forbids it"
    slip, sure = meant(name, values) if error.validator == "enum" else (None, False)
    helped = f"Did you mean `{slip}`?" if slip else None if form else _help(error)
    text = f"the key {quoted(name)} is not allowed: {rule}"
    replacement = slip if sure else None
    return Violation((*path, name), "key", sentence(text), helped, replacement=replacement)


def _missing(error: Complaint, path: Path) -> Iterator[Violation]:
    known = error.schema.get("properties", {}) if isinstance(error.schema, dict) else {}
    strangers = [key for key in error.instance if key not in known]
    for name in error.validator_value:
        if name not in error.instance:
            slip, _ = meant(name, strangers)
            helped = f"Did you mean the key `{slip}` to be `{name}`?" if slip else _help(error)
            text = f"{named(path)} lacks the key {quoted(name)}"
            yield Violation(path, "mapping", sentence(text), helped, key=name)


def _dependent(error: Complaint, path: Path) -> Iterator[Violation]:
    for present, names in error.validator_value.items():
        if present not in error.instance or not isinstance(names, list):
            continue
        for name in names:
            if name not in error.instance:
                text = f"{quoted(present)} needs the key {quoted(name)} beside it"
                yield Violation((*path, present), "key", sentence(text), _help(error))


def _additional(error: Complaint, path: Path) -> Iterator[Violation]:
    yield _unknown(path, error.message, error.schema.get("properties", {}), error.instance)


def _unknown(path: Path, key: str, known: Iterable[str], present: Iterable[str]) -> Violation:
    free = [name for name in known if name not in present]
    slip, sure = meant(key, free)
    if slip:
        helped = f"Did you mean `{slip}`?"
    elif free:
        helped = f"The schema also knows {either(map(quoted, free), 'and')}."
    else:
        helped = "Remove it, or add it to the schema."
    place = f" in {named(path)}" if path else ""
    text = f"the schema does not know the key {quoted(key)}{place}"
    replacement = slip if sure else None
    return Violation((*path, key), "key", sentence(text), helped, replacement=replacement)


def _repeats(error: Complaint, path: Path) -> Iterator[Violation]:
    for index, before in repeated(error.instance):
        item = error.instance[index]
        what = "the same item" if isinstance(item, (list, dict)) else quoted(item)
        text = f"{named(path)} lists {what} twice"
        yield Violation((*path, index), "value", sentence(text), other=(*path, before))


def _size(error: Complaint, path: Path) -> Iterator[Violation]:
    keyword = str(error.validator)
    noun = "key" if keyword.endswith("Properties") else "item"
    bound = "at least" if keyword.startswith("min") else "at most"
    limit = error.validator_value
    if keyword in {"items", "additionalItems"}:  # with `false`: no more than the leading ones
        limit = len(error.schema.get("prefixItems" if keyword == "items" else "items", ()))
    count = len(error.instance)
    has = f"not {count:,}" if count else "and has none"
    text = f"{named(path)} must have {bound} {counted(limit, noun)}, {has}"
    yield Violation(path, "value", sentence(text), _help(error))


def _contains(error: Complaint, path: Path) -> Iterator[Violation]:
    schema = error.schema.get("contains")
    wanted = [
        phrase
        for keyword in ("const", "enum", "pattern", "format", "type")
        if isinstance(schema, dict) and keyword in schema
        for phrase in expected(keyword, schema[keyword], None)
    ]
    amount = {"maxContains": "too many items", "minContains": "too few items"}
    what = f"{amount.get(str(error.validator), 'no item')} of the kind that the schema asks for"
    text = f"{named(path)} holds {what}" + (f": {either(wanted)}" if wanted else "")
    yield Violation(path, "value", sentence(text), _help(error))


def _not(error: Complaint, path: Path) -> Iterator[Violation]:
    schema = error.validator_value if isinstance(error.validator_value, dict) else {}
    names = schema.get("required", ()) if schema.keys() == {"required"} else ()
    if names and isinstance(error.instance, dict):
        beside = f" together with {either(map(quoted, names[:-1]), 'and')}" if names[1:] else ""
        text = f"the key {quoted(names[-1])} is not allowed{beside}"
        yield Violation((*path, names[-1]), "key", sentence(text), _help(error))
    elif not schema and path and isinstance(path[-1], str):
        text = f"the schema forbids the key {quoted(path[-1])}"
        yield Violation(path, "key", sentence(text), _help(error))
    else:
        forbidden = [keyword for keyword in ("pattern", "format") if keyword in schema]
        unwanted = described(error.instance)
        if len(forbidden) == 1:
            unwanted = either(expected(forbidden[0], schema[forbidden[0]], error.instance))
        text = f"{named(path)} must not be {unwanted}"
        yield Violation(path, "value", sentence(text), _help(error))


def _forbidden(error: Complaint, path: Path) -> Iterator[Violation]:
    text = f"{named(path)} is of no kind that the schema allows"
    yield Violation(path, "value", sentence(text), _help(error))


def _help(error: Complaint) -> str | None:
    """What the schema's own author says of the value, if anything."""
    return words_of(error.schema, 300, "description")


def _is_late(error: Complaint) -> bool:
    """Whether an error says only that a pattern was given up."""
    return error.validator == "pattern" and bool(error.message == OUT_OF_TIME)


def _form(error: Complaint) -> str | None:
    """What a pattern is about, where the schema says so: few people read regular expressions."""
    if error.validator != "pattern" or len(error.instance) > LONGEST_MATCHED:
        return None
    text = words_of(error.schema, 200, "description", "title")
    return text.removesuffix(".") if text else None


_SPECIAL: Final[dict[str, Callable[[Complaint, Path], Iterator[Violation]]]] = {
    "None": _forbidden,
    "required": _missing,
    "dependentRequired": _dependent,
    "dependencies": _dependent,
    "additionalProperties": _additional,
    "uniqueItems": _repeats,
    "items": _size,
    "additionalItems": _size,
    "minItems": _size,
    "maxItems": _size,
    "minProperties": _size,
    "maxProperties": _size,
    "contains": _contains,
    "minContains": _contains,
    "maxContains": _contains,
    "not": _not,
}
