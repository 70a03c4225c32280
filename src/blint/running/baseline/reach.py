"""How far a run has looked: only what it has looked at can show that an entry is stale."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from blint.diagnostics import Severity

if TYPE_CHECKING:
    from blint.running.baseline.file import Entry


class Reach(NamedTuple):
    """What a run has checked.

    `paths` are those of which all is reported, `linking` those of which only the links are. `every`
    tells that no post was left out. `files` are all there are. `rules` maps the names of rules to
    whether they were able to find anything, and `severity` gives that of a rule in the collection
    of a path. `about_links` tells the rules about links.
    """

    paths: frozenset[str]
    linking: frozenset[str]
    every: bool
    files: frozenset[str]
    rules: Mapping[str, bool]
    severity: Callable[[str, str], Severity]
    about_links: Callable[[str], bool]

    def covers(self, entry: Entry) -> bool:
        """Whether the finding of an entry would have been found if it were there still."""
        known = self.rules.get(entry.rule)
        if known is None:  # a rule that another version has
            return self.every
        if not known or self.severity(entry.rule, entry.path) is Severity.OFF:
            return False
        if entry.path in self.linking:
            return self.about_links(entry.rule)
        return self.every or entry.path in self.paths
