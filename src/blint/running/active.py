"""The checks that are on: rules with their code and options, ready to run."""

from __future__ import annotations

from collections.abc import Iterable

from blint.diagnostics import Severity
from blint.rulebook import BoundRule, Check, load_check
from blint.running.examine import ActiveCheck
from blint.running.judge import ActiveJudge
from blint.running.settings import Bound


class ActiveRules:
    """The checks of all collections, each imported when first asked for."""

    def __init__(self, bound: Bound) -> None:
        self.bound = bound
        self._of_collection: dict[str, list[ActiveCheck]] = {}

    def checks(self, collection: str) -> list[ActiveCheck]:
        """The post checks of a collection."""
        if collection not in self._of_collection:
            self._of_collection[collection] = [
                ActiveCheck(bound.rule.name, check.check, _keywords(bound))
                for bound, check in self._on(collection, "post")
                if check.check is not None
            ]
        return self._of_collection[collection]

    def is_about_links(self, rule: str) -> bool:
        """Whether a rule is one that pages beside the posts are held against as well."""
        return self.bound.rules[""][rule].rule.group == "links"

    def judges(self, scope: str = "site") -> list[ActiveJudge]:
        """The checks of a scope, `site` or `web`, that are on anywhere, with the options of the
        first such collection."""
        found: dict[str, ActiveJudge] = {}
        for collection in self.bound.rules:
            for bound, check in self._on(collection, scope):
                if check.emit is not None and check.judge is not None:
                    name = bound.rule.name
                    judge = ActiveJudge(
                        name,
                        check.emit,
                        check.judge,
                        _keywords(bound),
                        check.group or list,
                        check.data,
                    )
                    found.setdefault(name, judge)
        return list(found.values())

    def _on(self, collection: str, scope: str) -> Iterable[tuple[BoundRule, Check]]:
        for bound in self.bound.rules[collection].values():
            if bound.rule.scope == scope and bound.severity is not Severity.OFF:
                yield bound, load_check(bound.rule)


def _keywords(bound: BoundRule) -> dict[str, object]:
    return {name.replace("-", "_"): value for name, value in bound.options.items()}
