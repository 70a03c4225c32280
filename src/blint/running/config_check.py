"""What is wrong with a configuration, each mistake with its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import msgspec
from msgspec import inspect

from blint.reading.nodes import Entry, Node
from blint.rulebook import Rule, groups
from blint.running.config_model import ConfigTable
from blint.running.options import SEVERITIES, misfit
from blint.site.nearest import did_you_mean
from blint.source import Span


class Mistake(NamedTuple):
    """Something wrong with a configuration, where it was written."""

    span: Span
    message: str
    help: str | None = None


def mistakes(root: Node, rulebook: Mapping[str, Rule]) -> list[Mistake]:
    """All mistakes in the tree of a configuration, in text order."""
    found: list[Mistake] = []
    try:
        msgspec.convert(root.value, ConfigTable)
    except msgspec.ValidationError:
        found.extend(_check(root, inspect.type_info(ConfigTable), "the configuration"))
    for rules in _rule_tables(root):
        found.extend(_check_rules(rules, rulebook))
    return sorted(found, key=lambda mistake: mistake.span)


def _rule_tables(root: Node) -> Iterator[Node]:
    tables = [root]
    collections = root.get("collections")
    if collections is not None:
        tables += [entry.value for entry in collections.value.entries]
    for table in tables:
        rules = table.get("rules")
        if rules is not None:
            yield rules.value


def _check_rules(rules: Node, rulebook: Mapping[str, Rule]) -> Iterator[Mistake]:
    known_groups = groups(rulebook.values())
    for entry in rules.entries:
        if entry.key in rulebook:
            yield from _check_rule(entry, rulebook[entry.key])
        elif entry.key in known_groups and entry.value.kind == "mapping":
            help_text = f"Write one of {_words(SEVERITIES)}."
            yield Mistake(entry.value.span, "A group takes a severity alone.", help_text)
        elif entry.key in known_groups:
            yield from _check_severity(entry.value)
        else:
            message = f"There is no rule `{entry.key}`."
            yield Mistake(
                entry.key_span, message, did_you_mean(entry.key, (*rulebook, *known_groups))
            )


def _check_rule(entry: Entry, rule: Rule) -> Iterator[Mistake]:
    if entry.value.kind != "mapping":
        yield from _check_severity(entry.value)
        return
    for option in entry.value.entries:
        if option.key == "severity":
            yield from _check_severity(option.value)
        elif option.key not in rule.options:
            message = f"`{rule.name}` has no option `{option.key}`."
            known = ("severity", *rule.options)
            help_text = did_you_mean(option.key, known) or f"It has {_words(known)}."
            yield Mistake(option.key_span, message, help_text)
        else:
            reason = misfit(option.key, option.value.value, rule.options[option.key])
            if reason is not None:
                yield Mistake(option.value.span, reason)


def _check_severity(node: Node) -> Iterator[Mistake]:
    if node.value not in SEVERITIES:
        message = f"`{_shown(node)}` is not a severity."
        help_text = did_you_mean(str(node.value), SEVERITIES)
        yield Mistake(node.span, message, help_text or f"Write one of {_words(SEVERITIES)}.")


def _check(node: Node, kind: inspect.Type, name: str) -> Iterator[Mistake]:
    """The mistakes of a node that should be of a type; `name` is the key it stands under."""
    if isinstance(kind, inspect.Metadata):
        kind = kind.type
    choices = kind.types if isinstance(kind, inspect.UnionType) else (kind,)
    for choice in choices:
        if isinstance(choice, inspect.StructType) and node.kind == "mapping":
            yield from _check_table(node, choice, name)
            return
        if isinstance(choice, inspect.DictType) and node.kind == "mapping":
            for entry in node.entries:
                yield from _check(entry.value, choice.value_type, entry.key)
            return
        if isinstance(choice, inspect.ListType) and node.kind == "sequence":
            yield from _check_list(node, choice, name)
            return
    if not any(_fits(node.value, choice) for choice in choices):
        yield _misfit(node, choices, name)


def _check_table(node: Node, kind: inspect.StructType, name: str) -> Iterator[Mistake]:
    fields = {field.encode_name: field for field in kind.fields}
    for entry in node.entries:
        if entry.key in fields:
            yield from _check(entry.value, fields[entry.key].type, entry.key)
        else:
            message = f"`{entry.key}` is not a key of {_table(name)}."
            help_text = did_you_mean(entry.key, fields) or f"It has {_words(sorted(fields))}."
            yield Mistake(entry.key_span, message, help_text)
    # Beside an unknown key, a missing one is most likely that key misspelt.
    complete = all(entry.key in fields for entry in node.entries)
    for field in kind.fields:
        if field.required and complete and node.get(field.encode_name) is None:
            yield Mistake(node.span, f"{_table(name)} has no `{field.encode_name}`.".capitalize())


def _check_list(node: Node, kind: inspect.ListType, name: str) -> Iterator[Mistake]:
    if kind.min_length and not node.items:
        yield Mistake(node.span, f"`{name}` is empty.")
    for item in node.items:
        yield from _check(item, kind.item_type, name)


def _misfit(node: Node, choices: tuple[inspect.Type, ...], name: str) -> Mistake:
    words = [str(v) for c in choices if isinstance(c, inspect.LiteralType) for v in c.values]
    if words and isinstance(node.value, str):
        message = f"`{_shown(node)}` is not one of the values of `{name}`."
        help_text = did_you_mean(node.value, words) or f"Write one of {_words(words)}."
        return Mistake(node.span, message, help_text)
    expected = " or ".join(filter(None, map(_describe, choices)))
    return Mistake(node.span, f"`{name}` takes {expected}, not {_kind(node)}.")


def _fits(value: Any, kind: inspect.Type) -> bool:
    match kind:
        case inspect.AnyType():
            return True
        case inspect.LiteralType():
            return value in kind.values
        case inspect.BoolType():
            return isinstance(value, bool)
        case inspect.StrType():
            return isinstance(value, str) and len(value) >= (kind.min_length or 0)
        case inspect.IntType() | inspect.FloatType():
            wanted = int if isinstance(kind, inspect.IntType) else (int, float)
            if isinstance(value, bool) or not isinstance(value, wanted):
                return False
            above = kind.gt is None or value > kind.gt
            return above and (kind.ge is None or value >= kind.ge)
    return False


def _describe(kind: inspect.Type) -> str:
    match kind:
        case inspect.BoolType():
            return "true or false"
        case inspect.StrType():
            return "a text that is not empty" if kind.min_length else "a text"
        case inspect.IntType() | inspect.FloatType():
            noun = "a whole number" if isinstance(kind, inspect.IntType) else "a number"
            if kind.gt is not None:
                return f"{noun} above {kind.gt:g}"
            return noun if kind.ge is None else f"{noun} of at least {kind.ge:g}"
        case inspect.ListType():
            return "a list"
        case inspect.LiteralType():
            return f"one of {_words([str(value) for value in kind.values])}"
        case inspect.StructType() | inspect.DictType():
            return "a table"
    return ""


def _kind(node: Node) -> str:
    value = node.value
    if node.kind == "mapping":
        return "a table"
    if node.kind == "sequence":
        return "a list"
    if isinstance(value, int | float):
        return f"`{_shown(node)}`"
    return "an empty text" if value == "" else f"the text `{_shown(node)}`"


def _shown(node: Node) -> str:
    if isinstance(node.value, bool):
        return str(node.value).lower()
    text = str(node.value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def _table(name: str) -> str:
    return name if name.startswith("the ") else f"the table `{name}`"


def _words(words: Any) -> str:
    *most, last = (f"`{word}`" for word in words)
    return f"{', '.join(most)} and {last}" if most else last
