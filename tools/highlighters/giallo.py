"""giallo, of Zola from 0.22 on: TextMate grammars as Shiki has them.

No package manager brings its grammars as data. Its README lists them between two marks, as `name ->
aliases`; that text, from the source of the crate, is what HIGHLIGHTERS_GIALLO names. Names are put
into small letters before they are looked up (`Registry::contains_grammar`).
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from highlighters.places import Places
from highlighters.tables import Missing, Table


def ask(places: Places) -> Table:  # noqa: ARG001 (it is asked like the others)
    """Grammars by name; `plain` is the one without colours."""
    file = os.environ.get("HIGHLIGHTERS_GIALLO")
    if not file:
        raise Missing("HIGHLIGHTERS_GIALLO names no README of giallo")
    text = Path(file).read_text(encoding="utf-8")
    _, _, rest = text.partition("GRAMMARS_START")
    listed, _, _ = rest.partition("GRAMMARS_END")
    rows = re.findall(r"(?m)^- (\S+)(?: -> (.+))?$", listed)
    languages = {name: aliases.split(", ") if aliases else [] for name, aliases in rows}
    version = re.search(r'giallo = \{ version = "([\d.]+)"', text)
    if version is None or not languages:
        raise Missing(f"{file} is no README of giallo")
    return Table(
        title="Zola's giallo",
        version=version[1],
        source=f"giallo {version[1]} (crates.io, EUPL-1.2), as its README lists it",
        case="ignored",
        unknown="fails",
        languages=languages,
        plain=["plain", *languages.pop("plain")],
    )
