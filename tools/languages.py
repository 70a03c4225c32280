"""Refreshes the table of fence languages from the highlighters' own packages.

    python tools/languages.py

Needs npm and Pygments. The packages are installed into a temporary folder.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pygments  # type: ignore[import-untyped]
from pygments.lexers import get_all_lexers  # type: ignore[import-untyped]

TABLE = Path(__file__).parent.parent / "src" / "blint" / "site" / "data" / "languages.json"
PACKAGES = {
    "linguist": "linguist-languages",
    "prism": "prismjs",
    "highlightjs": "highlight.js",
    "shiki": "shiki",
}
READERS = r"""
const list = (value) => [].concat(value || []);
const read = {
  linguist: () => Object.values(require("linguist-languages")).map((l) => ({
    names: [l.name, ...list(l.aliases)], extensions: list(l.extensions) })),
  prism: () => Object.entries(require("prismjs/components.json").languages)
    .filter(([id]) => id !== "meta")
    .map(([id, l]) => ({ names: [id, ...list(l.alias)], extensions: [] })),
  highlightjs: () => { const h = require("highlight.js"); return h.listLanguages().map((id) => ({
    names: [id, ...list(h.getLanguage(id).aliases)], extensions: [] })); },
  shiki: async () => (await import("shiki")).bundledLanguagesInfo.map((l) => ({
    names: [l.id, ...list(l.aliases)], extensions: [] })),
};
(async () => {
  const found = {};
  for (const [name, languages] of Object.entries(read)) found[name] = await languages();
  console.log(JSON.stringify(found));
})();
"""

Language = dict[str, list[str]]


def main() -> None:
    """Write the table anew."""
    with tempfile.TemporaryDirectory() as folder:
        install = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"]
        subprocess.run([*install, *PACKAGES.values()], cwd=folder, check=True)
        found: dict[str, list[Language]] = _node(folder, READERS)
        sources = {
            name: _package(Path(folder, "node_modules", package, "package.json"), package)
            for name, package in PACKAGES.items()
        }
    found["pygments"] = _pygments()
    sources["pygments"] = f"Pygments {pygments.__version__} (PyPI, BSD-2-Clause)"
    names = {source: _names(languages) for source, languages in sorted(found.items())}
    table = {
        "about": "Names of languages that highlighters know, in small letters, spaces as hyphens, "
        "and file extensions of languages that most of them know. "
        "Facts taken from the packages below by tools/languages.py.",
        "sources": dict(sorted(sources.items())),
        "names": {source: sorted(known) for source, known in names.items()},
        "extensions": sorted(_extensions(found, names)),
    }
    TABLE.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print({source: len(known) for source, known in names.items()}, len(table["extensions"]))


def _node(folder: str, program: str) -> Any:
    run = subprocess.run(
        ["node", "-e", program], cwd=folder, check=True, capture_output=True, text=True
    )
    return json.loads(run.stdout)


def _package(file: Path, package: str) -> str:
    about = json.loads(file.read_text(encoding="utf-8"))
    return f"{package} {about['version']} (npm, {about['license']})"


def _pygments() -> list[Language]:
    return [
        {
            "names": list(aliases),
            "extensions": [glob[1:] for glob in globs if glob.startswith("*.")],
        }
        for _, aliases, globs, _ in get_all_lexers()
    ]


def _names(languages: Iterable[Language]) -> set[str]:
    return {_fold(name) for language in languages for name in language["names"]}


def _extensions(found: dict[str, list[Language]], names: dict[str, set[str]]) -> set[str]:
    """Extensions that Linguist and Pygments both know, of languages that a third one knows too.

    The rest would make known words of common slips: some language has almost any short extension.
    """
    common = _of_common_languages(found["linguist"], names)
    common &= _of_common_languages(found["pygments"], names)
    everything = set().union(*names.values())
    return {word for word in common - everything if word.isalnum() and len(word) > 1}


def _of_common_languages(languages: list[Language], names: dict[str, set[str]]) -> set[str]:
    return {
        _fold(extension.removeprefix("."))
        for language in languages
        if any(sum(_fold(n) in known for known in names.values()) > 2 for n in language["names"])
        for extension in language["extensions"]
    }


def _fold(name: str) -> str:
    return name.lower().replace(" ", "-")


if __name__ == "__main__":
    main()
