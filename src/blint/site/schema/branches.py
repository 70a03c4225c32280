"""Which branch of `anyOf` or `oneOf` an author meant, so that a fault is told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any, Protocol

from blint.site.schema.messages import Path, either, expected, named, quoted


class Complaint(Protocol):
    """What the validator says of one keyword: a `jsonschema.ValidationError`, as it is used here.

    `path` and `schema_path` are relative to the parent's. `context` holds the complaints of the
    branches of `anyOf` and `oneOf`.
    """

    message: Any
    validator: Any
    validator_value: Any
    instance: Any
    schema: Any
    path: Any
    schema_path: Any
    parent: Any
    context: Any

    @property
    def absolute_path(self) -> Any:
        """The steps to the value from the root."""


Errors = list[Complaint]


def branches_of(error: Complaint) -> list[Errors]:
    """The errors of each branch, in the order of the schema; empty where too many branches fit."""
    found: dict[Any, Errors] = defaultdict(list)
    errors = list(error.context or ())
    for each in errors:
        if each.schema_path:  # a branch that is `false` has none, and asks for nothing
            found[each.schema_path[0]].append(each)
    return list(found.values()) or [[error] for error in errors]


def meant_branch(branches: list[Errors]) -> tuple[Errors, list[str], list[Any]]:
    """The errors to tell; or, where no branch is nearer than the others, what all of them ask.

    The latter as ends of "must be …", with the values among them that could be a slip's cure.
    """
    fitting = [errors for errors in branches if not any(map(_misfit, errors))]
    if not fitting:
        return [], _joined(branches), [v for each in branches for v in _values(each)]
    fitting = [each for each in fitting if not any(map(_other_kind, each))] or fitting
    if len(fitting) == 1:
        return fitting[0], [], []
    wanted = _joined(fitting)
    if wanted:
        return [], wanted, [v for each in fitting for v in _values(each)]
    common = _shared(fitting)
    if common:
        return common, [], []
    fewest = min(map(len, fitting))
    fewer = [errors for errors in fitting if len(errors) == fewest]
    return (fewer[0] if len(fewer) == 1 else []), [], []


def together(branches: list[Errors]) -> str:
    """Which one of several keys is missing, where that is all that the branches ask."""
    names = []
    for errors in branches:
        if len(errors) != 1 or errors[0].validator != "required" or errors[0].path:
            return ""
        names.extend(_missing(errors[0])[:1])
    return f"a key: {either(map(quoted, names))}"


def both(error: Complaint, path: Path) -> str:
    """Which keys exclude each other, where `oneOf` asks for one of them; empty elsewhere."""
    if not isinstance(error.instance, dict):
        return ""
    alone = [
        branch["required"][0]
        for branch in error.validator_value
        if isinstance(branch, dict) and len(branch.get("required", ())) == 1
    ]
    present = [name for name in alone if name in error.instance]
    if len(present) < 2:
        return ""
    return f"{named(path)} has {either(map(quoted, present), 'and')}, of which one is allowed"


def _misfit(error: Complaint) -> bool:
    """Whether an error says that the value itself is of another kind than the branch is for."""
    if error.path:
        return False
    if error.validator in {"anyOf", "oneOf"}:
        branches = branches_of(error)
        return bool(branches) and all(any(map(_misfit, errors)) for errors in branches)
    return error.validator in {"type", "const", "enum", None}


def _other_kind(error: Complaint) -> bool:
    """Whether a key such as `type` says that the mapping is meant for another branch."""
    return len(error.path) == 1 and error.validator in {"const", "enum"}


def _shared(branches: list[Errors]) -> Errors:
    """One error that every branch has: a key missing, or a telling key with an unknown value."""
    first, *others = branches
    for error in first:
        if error.validator == "required" and not error.path:
            every = set(_missing(error)).intersection(*map(_all_missing, others))
            if every:
                return [_narrowed(error, [n for n in _missing(error) if n in every])]
    kinds = [[each for each in errors if _other_kind(each)] for errors in branches]
    if all(kinds) and len({tuple(errors[0].path) for errors in kinds}) == 1:
        values = [v for errors in kinds for v in _values(errors)]
        return [_narrowed(kinds[0][0], values, "enum")]
    return []


def _narrowed(error: Complaint, value: Any, keyword: str | None = None) -> Complaint:
    """The same error, asking for something else."""
    from jsonschema import ValidationError

    narrowed: Any = ValidationError(
        error.message,
        validator=keyword or str(error.validator),
        validator_value=value,
        path=error.path,
        instance=error.instance,
        schema=error.schema,
        parent=error.parent,
    )
    complaint: Complaint = narrowed
    return complaint


def _missing(error: Complaint) -> list[str]:
    return [name for name in error.validator_value if name not in error.instance]


def _all_missing(errors: Errors) -> set[str]:
    return {
        name
        for error in errors
        if error.validator == "required" and not error.path
        for name in _missing(error)
    }


def _joined(branches: list[Errors]) -> list[str]:
    """What all branches ask of the value itself, or nothing where one asks for more."""
    wanted: list[str] = []
    for errors in branches:
        phrases = _phrases(errors)
        if not phrases:
            return []
        wanted.extend(phrases)
    return sorted(wanted, key=lambda phrase: phrase in {"empty", "`true` or `false`"})


def _phrases(errors: Errors) -> list[str]:
    own = [each for each in errors if not each.path]
    # Of a branch's complaints the narrowest tells most: `enum` beside `type: string`.
    own.sort(key=lambda each: each.validator == "type")
    for each in own:
        if each.validator in {"anyOf", "oneOf"}:
            return _joined(branches_of(each))
        phrases = expected(str(each.validator), each.validator_value, each.instance)
        if phrases:
            return phrases
    return []


def _values(errors: Errors) -> Iterator[Any]:
    for error in errors:
        if error.validator == "enum":
            yield from error.validator_value
        elif error.validator == "const":
            yield error.validator_value
        yield from _values(list(error.context or ()))
