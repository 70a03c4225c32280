"""The rulebook: rule pages become rules, and names find their checks."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple, cast

import msgspec

from blint.diagnostics import Severity
from blint.resources import resource

Scope = Literal["post", "site", "web", "engine"]

NOT_CHECKED = frozenset({"internal-error", "invalid-encoding", "oversized-file", "unreadable-file"})
"""The rules that say that something was not checked, which no choice of rules leaves out."""


class Rule(msgspec.Struct, frozen=True):
    """What a rule's page says of it. `options`: option name to JSON Schema fragment.

    Rules of scope `engine` are kept by the runner itself (a file that cannot be read, a check
    that raised): they have a page and no check.
    """

    name: str
    group: str
    summary: str
    severity: Severity
    scope: Scope
    since: str
    fixable: bool
    options: dict[str, dict[str, Any]]
    path: str

    @property
    def page(self) -> str:
        """The page as Markdown, without its front matter."""
        text = Path(self.path).read_text(encoding="utf-8")
        return text.split("\n---\n", 1)[1].lstrip("\n")


class Check(NamedTuple):
    """The code of a rule: `check` for a post rule, `emit` and `judge` for a site rule.

    `group` makes of the records of one key what `judge` takes, see `running.judge`.
    """

    check: Callable[..., Any] | None
    emit: Callable[..., Any] | None
    judge: Callable[..., Any] | None
    group: Callable[..., Any] | None


class BoundRule(NamedTuple):
    """A rule as configured for one collection."""

    rule: Rule
    severity: Severity
    options: Mapping[str, Any]


class PageFault(Exception):
    """A rule page that does not say what a page must say; a defect of blint itself."""


@cache
def load_rulebook() -> dict[str, Rule]:
    """All rules by name, sorted by group and name, from the pages."""
    pages = sorted(resource("rules").glob("*/*.md"))
    return {rule.name: rule for rule in map(_read_page, pages)}


def groups(rules: Iterable[Rule]) -> dict[str, list[str]]:
    """Group names with the names of their rules."""
    found: dict[str, list[str]] = {}
    for rule in rules:
        found.setdefault(rule.group, []).append(rule.name)
    return found


def load_check(rule: Rule) -> Check:
    """The check of a rule, imported on first use."""
    module = importlib.import_module(
        f"blint.checks.{rule.group.replace('-', '_')}.{rule.name.replace('-', '_')}"
    )
    return Check(*(getattr(module, name, None) for name in Check._fields))


def _read_page(path: Path) -> Rule:
    from blint.reading.front_matter import read_front_matter

    front_matter = read_front_matter(path.read_text(encoding="utf-8"), dialect="yaml-1.2")
    if front_matter.faults or front_matter.root is None:
        raise PageFault(f"{path}: {front_matter.faults}")
    head = front_matter.data
    try:
        return Rule(
            name=path.stem,
            group=path.parent.name,
            summary=head["summary"],
            severity=Severity.of(head["severity"]),
            scope=cast(Scope, head["scope"]),
            since=head["since"],
            fixable=head["fixable"],
            options=head.get("options", {}),
            path=str(path),
        )
    except KeyError as error:
        raise PageFault(f"{path}: no {error}") from error
