"""Rouge, of Jekyll."""

from __future__ import annotations

import json
import subprocess
from itertools import chain

from highlighters.places import Places
from highlighters.tables import FOLDER, Missing, Table

_ASK = r"""
require "rouge"
require "json"
languages = Rouge::Lexer.all.select { |one| Rouge::Lexer.find_fancy(one.tag, "") }
puts JSON.generate(
  version: Rouge.version,
  languages: languages.to_h { |one| [one.tag, one.aliases] },
  capitals: !!Rouge::Lexer.find_fancy("JavaScript", ""),
)
"""


def ask(places: Places) -> Table:
    """Lexers by tag, and `guess`, which takes the one that a text looks like.

    Sites run old Rouges and new ones: what the table has of another release stays in it.
    """
    run = subprocess.run(
        [places.program("ruby"), "-e", _ASK], capture_output=True, text=True, check=False
    )
    if run.returncode:
        raise Missing("Rouge is not installed: `apt install ruby-rouge` or `gem install rouge`")
    found = json.loads(run.stdout)
    languages: dict[str, list[str]] = found["languages"]
    plain = ["plaintext", *languages.pop("plaintext"), "guess"]
    return Table(
        title="Rouge",
        version=found["version"],
        source=f"Rouge {found['version']} (RubyGems, MIT)",
        case="ignored" if found["capitals"] else "exact",
        unknown="plain",
        languages=languages,
        plain=plain,
        others=_kept(found["version"], {*plain, *languages, *chain(*languages.values())}),
    )


def _kept(version: str, known: set[str]) -> dict[str, list[str]]:
    file = FOLDER / "rouge.json"
    data = json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    others: dict[str, str] = data.get("others", {})
    return {
        release: [name for name in names.split() if name not in known]
        for release, names in others.items()
        if release != version
    }
