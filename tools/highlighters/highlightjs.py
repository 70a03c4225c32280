"""highlight.js, of Hexo, with all the languages of its package."""

from __future__ import annotations

from highlighters.places import Places
from highlighters.tables import Table

_ASK = r"""
const hljs = require("highlight.js");
const languages = {};
for (const id of hljs.listLanguages()) languages[id] = hljs.getLanguage(id).aliases ?? [];
let unknown = true;
try { hljs.highlight("a", { language: "zzunknown" }); } catch { unknown = false; }
console.log(JSON.stringify({ languages, unknown, capitals: !!hljs.getLanguage("JavaScript") }));
"""


def ask(places: Places) -> Table:
    """Languages with their aliases; `plaintext` is one of them, which has no colours."""
    version, source = places.version("highlight.js")
    found = places.javascript("highlight.js", _ASK)
    languages: dict[str, list[str]] = found["languages"]
    plain = ["plaintext", *languages.pop("plaintext")]
    return Table(
        title="highlight.js",
        version=version,
        source=source,
        case="ignored" if found["capitals"] else "exact",
        unknown="plain" if found["unknown"] else "fails",
        languages=languages,
        plain=plain,
    )
