"""Linguist, of GitHub."""

from __future__ import annotations

from highlighters.places import Places
from highlighters.tables import Table

ASK = r"""
console.log(JSON.stringify(Object.values(require("linguist-languages")).map((one) => ({
  name: one.name, type: one.type, group: one.group ?? null,
  aliases: one.aliases ?? [], extensions: one.extensions ?? [], }))));
"""


def ask(places: Places) -> Table:
    """Languages by name; GitHub folds case, and shows what it does not know as plain text."""
    version, source = places.version("linguist-languages")
    return Table(
        title="GitHub",
        version=version,
        source=source,
        case="ignored",
        unknown="plain",
        languages={
            one["name"]: one["aliases"] for one in places.javascript("linguist-languages", ASK)
        },
    )
