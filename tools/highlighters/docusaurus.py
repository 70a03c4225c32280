"""The Prism of Docusaurus: the few languages that prism-react-renderer brings."""

from __future__ import annotations

from highlighters.places import Places
from highlighters.tables import Table

_ASK = r"""
const { Prism } = require("prism-react-renderer");
const names = Object.entries(Prism.languages).filter(([, one]) => typeof one === "object");
const languages = {};
const plain = [];
const firsts = new Map();
for (const [name, grammar] of names) {
  if (grammar === Prism.languages.plain) plain.push(name);
  else if (firsts.has(grammar)) languages[firsts.get(grammar)].push(name);
  else { firsts.set(grammar, name); languages[name] = []; }
}
console.log(JSON.stringify({ languages, plain }));
"""


def ask(places: Places) -> Table:
    """Languages with the names that stand for the same grammar.

    Docusaurus puts names into small letters before it asks, see `conduct.py`. More languages are
    those that its configuration adds, with Prism's aliases.
    """
    version, source = places.version("prism-react-renderer")
    found = places.javascript("prism-react-renderer", _ASK)
    return Table(
        title="Docusaurus",
        version=version,
        source=source,
        case="exact",
        unknown="plain",
        languages=found["languages"],
        plain=found["plain"],
    )
