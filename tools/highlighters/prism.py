"""Prism, of Eleventy's plugin, and where Astro or Hexo are told to use it."""

from __future__ import annotations

from highlighters.places import Places
from highlighters.tables import Table

_ASK = r"""
const Prism = require("prismjs");
const components = require("prismjs/components.json").languages;
require("prismjs/components/")();
const languages = {};
const meant = new Set();
for (const [id, { alias }] of Object.entries(components)) {
  if (id === "meta") continue;
  languages[id] = [].concat(alias ?? []);
  for (const name of [id, ...languages[id]]) meant.add(name);
}
// Some components register names that the list of components is silent about.
for (const [name, grammar] of Object.entries(Prism.languages)) {
  if (typeof grammar === "function" || meant.has(name)) continue;
  const id = Object.keys(languages).find((one) => Prism.languages[one] === grammar);
  if (id) languages[id].push(name);
}
const plain = Object.keys(Prism.languages).filter((name) =>
  Prism.languages[name] === Prism.languages.plain);
console.log(JSON.stringify({
  languages, plain, capitals: "JavaScript" in Prism.languages,
}));
"""


def ask(places: Places) -> Table:
    """All components, with the aliases that they register."""
    version, source = places.version("prismjs")
    found = places.javascript("prismjs", _ASK)
    plain = set(found["plain"])
    return Table(
        title="Prism",
        version=version,
        source=source,
        case="ignored" if found["capitals"] else "exact",
        unknown="plain",
        languages={
            name: [alias for alias in aliases if alias not in plain]
            for name, aliases in found["languages"].items()
            if name not in plain
        },
        plain=plain,
    )
