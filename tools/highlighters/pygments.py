"""Pygments, of MkDocs' extensions and Pelican."""

from __future__ import annotations

from highlighters.places import Places
from highlighters.tables import Table

_ASK = """
import json
import pygments
from pygments.lexers import get_all_lexers, get_lexer_by_name
from pygments.util import ClassNotFound

def takes(name):
    try:
        get_lexer_by_name(name)
    except ClassNotFound:
        return False
    return True

lexers = [[aliases, globs] for _, aliases, globs, _ in get_all_lexers() if aliases]
print(json.dumps({
    "version": pygments.__version__,
    "lexers": lexers,
    "capitals": takes("JavaScript"),
    "unknown": takes("zzunknown"),
}))
"""


def ask(places: Places) -> Table:
    """Lexers by their first alias; that of plain text is no language."""
    found = places.in_python("pygments", _ASK)
    languages = {aliases[0]: aliases[1:] for aliases, _ in found["lexers"]}
    plain = ["text", *languages.pop("text"), "output", *languages.pop("output")]
    return Table(
        title="Pygments",
        version=found["version"],
        source=f"Pygments {found['version']} (PyPI, BSD-2-Clause)",
        case="ignored" if found["capitals"] else "exact",
        unknown="plain" if found["unknown"] else "fails",
        languages=languages,
        plain=plain,
    )


def extensions(places: Places) -> list[tuple[list[str], list[str]]]:
    """The aliases of each lexer, with the file extensions that it is for."""
    lexers = places.in_python("pygments", _ASK)["lexers"]
    return [
        (aliases, [glob[1:] for glob in globs if glob.startswith("*.")])
        for aliases, globs in lexers
    ]
