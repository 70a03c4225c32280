"""The rulebook: rule pages become rules, and names find their checks.

The pages are the only source. What their front matter says is repeated in an index beside them,
which `make bless` writes: to read forty pages takes longer than to check a post.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, Literal

import msgspec

from blint.diagnostics import Severity
from blint.resources import folder_of

Scope = Literal["post", "site", "web", "change", "engine"]

INDEX = "index.json"
"""The file in `rules` that holds the front matter of each page, by group and name: `tags/x`."""

NOT_CHECKED = frozenset({"internal-error", "invalid-encoding", "oversized-file", "unreadable-file"})
"""The rules that say that something was not checked, which no choice of rules leaves out."""


class Rule(msgspec.Struct, frozen=True):
    """What a rule's page says of it. `options`: option name to JSON Schema fragment.

    Rules of scope `change` need to know what the site was like before. Rules of scope `engine` are
    kept by the runner itself (a file that cannot be read, a check that raised): they have a page
    and no check.
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
        with open(self.path, encoding="utf-8") as file:
            text = file.read()
        return text.split("\n---\n", 1)[1].lstrip("\n")


class Check(msgspec.Struct, frozen=True):
    """The code of a rule: `check` for a post rule, `emit` and `judge` for a site rule.

    `group` makes of the records of one key what `judge` takes, see `running.judge`. `data`: the
    check's `DATA`, whether it also takes the facts of files that the configuration names.
    """

    check: Callable[..., Any] | None
    emit: Callable[..., Any] | None
    judge: Callable[..., Any] | None
    group: Callable[..., Any] | None
    data: bool = False


class BoundRule(msgspec.Struct, frozen=True):
    """A rule as configured for one collection."""

    rule: Rule
    severity: Severity
    options: Mapping[str, Any]


@cache
def load_rulebook() -> dict[str, Rule]:
    """All rules by name, sorted by group and name."""
    folder = folder_of("rules")
    with open(f"{folder}/{INDEX}", "rb") as file:
        index: dict[str, Any] = msgspec.json.decode(file.read())
    rules = (_rule(folder, name, head) for name, head in index.items())
    return {rule.name: rule for rule in rules}


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
    return Check(
        check=getattr(module, "check", None),
        emit=getattr(module, "emit", None),
        judge=getattr(module, "judge", None),
        group=getattr(module, "group", None),
        data=getattr(module, "DATA", False),
    )


def _rule(folder: str, page: str, head: Mapping[str, Any]) -> Rule:
    """The rule of a page; `head` keeps `schemas/rule.schema.json`."""
    group, _, name = page.partition("/")
    return Rule(
        name=name,
        group=group,
        summary=head["summary"],
        severity=Severity.of(head["severity"]),
        scope=head["scope"],
        since=head["since"],
        fixable=head["fixable"],
        options=head.get("options", {}),
        path=f"{folder}/{page}.md",
    )
