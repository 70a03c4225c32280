"""Shiki, of Astro, Starlight and VitePress: the languages of its full bundle."""

from __future__ import annotations

from highlighters.places import Places
from highlighters.tables import Table

_ASK = r"""
import("shiki").then(async (shiki) => {
  const languages = {};
  for (const { id, aliases } of shiki.bundledLanguagesInfo) languages[id] = aliases ?? [];
  const plain = ["text", "plaintext", "txt", "plain", "ansi", "none", "raw", "output"]
    .filter((name) => shiki.isSpecialLang(name));
  const takes = (lang) => shiki.codeToHtml("a", { lang, theme: "nord" })
    .then(() => true, () => false);
  console.log(JSON.stringify({
    languages, plain, unknown: await takes("zzunknown"), capitals: await takes("JavaScript"),
  }));
});
"""


def ask(places: Places) -> Table:
    """Languages by id. Special names, such as `text`, need no language."""
    version, source = places.version("shiki")
    found = places.javascript("shiki", _ASK)
    return Table(
        title="Shiki",
        version=version,
        source=source,
        case="ignored" if found["capitals"] else "exact",
        unknown="plain" if found["unknown"] else "fails",
        languages=found["languages"],
        plain=found["plain"],
    )
