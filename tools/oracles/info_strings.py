"""Ask the real generators which language they read in info strings, and write what they say.

`python tools/oracles/info_strings.py [NAME...]` writes `tests/fixtures/info-strings/NAME.json` for
each generator that is installed, and says which are not. The info strings are in
`info_strings.json`. A row tells the language, "" for a block of code without one, and null where
there is no block of code, or the build stops. Programs on the path are Hugo and Jekyll;
ORACLES_PYTHON names an interpreter that has `pymdown-extensions`, and ORACLES_NODE a folder with
packages, in folders of their own or not: `vitepress`, `@docusaurus/core`, `astro`,
`@11ty/eleventy @11ty/eleventy-plugin-syntaxhighlight`, `hexo hexo-renderer-marked`.
"""

from __future__ import annotations

import html
import importlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
FIXTURES = HERE.parents[1] / "tests" / "fixtures" / "info-strings"
INFO_STRINGS: list[str] = json.loads((HERE / "info_strings.json").read_text("utf-8"))
TEXTS = [f"~~~{info}\nx = 1\n~~~\n" for info in INFO_STRINGS]


_CODE = r"<code(?:\s+class=\"(?:language-)?([^\"]*)\")?"


class Told(NamedTuple):
    """What a generator says: its versions, a page for each text, and what shows a language."""

    versions: str
    pages: list[str | None]
    pattern: str = _CODE


def built(
    name: str,
    files: dict[str, str],
    content: str,
    output: str,
    front: str = "",
    texts: Sequence[str] = TEXTS,
) -> list[str | None]:
    """Build a site of one page per text with a module of `builders`; the pages as HTML."""
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        pages = {f"{content}/p{i:03}.md": f"{front}{text}" for i, text in enumerate(texts)}
        for path, text in {**files, **pages}.items():
            file = site / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        importlib.import_module(f"builders.{name}").build(site, Path(folder) / "out", hidden=False)
        made = [Path(folder) / "out" / output.format(i) for i in range(len(texts))]
        return [page.read_text("utf-8") if page.exists() else None for page in made]


def _folder(name: str) -> Path:
    """The folder whose `node_modules` has the packages of a generator."""
    root = Path(os.environ["ORACLES_NODE"])
    return root / name if (root / name).is_dir() else root


def _packages(folder: str, *names: str) -> str:
    """The versions of packages written in JavaScript."""
    files = (_folder(folder) / "node_modules" / name / "package.json" for name in names)
    found = (json.loads(file.read_text("utf-8"))["version"] for file in files)
    return ", ".join(f"{name} {version}" for name, version in zip(names, found, strict=True))


def hugo() -> Told:
    """Hugo, by a hook that writes what it is given."""
    hook = '<code class="{{ .Type }}">'
    files = {
        "hugo.toml": 'baseURL = "/"\ndisableKinds = ["taxonomy", "sitemap", "rss"]\n',
        "layouts/_default/single.html": "{{ .Content }}",
        "layouts/_default/_markup/render-codeblock.html": hook,
    }
    pages: list[str | None] = []
    for text in TEXTS:
        try:
            pages += built("hugo", files, "content", "p{:03}/index.html", "+++\n+++\n", [text])
        except subprocess.CalledProcessError:
            pages.append(None)
    return Told(str(importlib.import_module("builders.hugo").versions()), pages)


def jekyll() -> Told:
    """Jekyll, whose highlighter is Rouge."""
    front = "---\nlayout: null\n---\n"
    pages = built("jekyll", {"_config.yml": "title: T\n"}, "pages", "pages/p{:03}.html", front)
    program = "require 'jekyll'; require 'kramdown'; puts Jekyll::VERSION, Kramdown::VERSION"
    said = subprocess.run(["ruby", "-e", program], check=True, capture_output=True, text=True)
    versions = "jekyll {}, kramdown {}".format(*said.stdout.split())
    return Told(versions, pages, _JEKYLL)


def python_markdown(extension: str) -> Told:
    """Python-Markdown with an extension for fences."""
    command = [os.environ["ORACLES_PYTHON"], str(HERE / "ask_info_strings.py"), extension]
    told = json.loads(_asked(command, "."))
    # What is no fence is code in a line of text.
    pages = [page if "<pre" in page else None for page in told["pages"]]
    return Told(told["versions"], pages)


def javascript(name: str, pattern: str, *packages: str) -> Told:
    """A package written in JavaScript."""
    command = ["node", str(HERE / "ask_info_strings.mjs"), name]
    pages = json.loads(_asked(command, str(_folder(name))))
    return Told(_packages(name, *packages), pages, pattern)


def astro() -> Told:
    """Astro, whose highlighter would leave the names out that it does not know."""
    config = "export default { markdown: { syntaxHighlight: false } }"
    files = {"package.json": "{}", "astro.config.mjs": config}
    pages = built("astro", files, "src/pages", "p{:03}/index.html", "---\ntitle: T\n---\n")
    return Told(_packages("astro", "astro"), pages)


def eleventy(highlights: bool) -> Told:
    """Eleventy, alone and with its plugin for highlighting."""
    names = ["@11ty/eleventy", "@11ty/eleventy-plugin-syntaxhighlight"][: 1 + highlights]
    plugin = "import plugin from '@11ty/eleventy-plugin-syntaxhighlight'\n"
    use = "config.addPlugin(plugin, { errorOnInvalidLanguage: false })" if highlights else ""
    config = f"{plugin if highlights else ''}export default (config) => {{ {use} }}\n"
    config += "export const config = { markdownTemplateEngine: false }\n"
    files = {"package.json": '{"type": "module"}', "eleventy.config.js": config}
    pages = built("eleventy", files, ".", "p{:03}/index.html", "---\ntitle: T\n---\n")
    return Told(_packages("eleventy", *names), pages)


def hexo() -> Told:
    """Hexo with Prism, which puts its own names in the place of other names of a language."""
    config = "title: T\nsyntax_highlighter: prismjs\nprismjs: {preprocess: true}\n"
    needed = {"hexo": {"version": ""}, "dependencies": {"hexo-renderer-marked": "*"}}
    files = {"_config.yml": config, "package.json": json.dumps(needed)}
    pages = built("hexo", files, "source/pages", "pages/p{:03}.html", "---\nlayout: false\n---\n")
    versions = _packages("hexo", "hexo", "hexo-renderer-marked")
    return Told(versions, pages, r"<pre[^>]* data-language=\"([^\"]*)\"")


# Where Rouge has no such language, kramdown writes the code alone.
_JEKYLL = r"<(?:div|code)(?:\s+class=\"language-([^\"]*?)(?: highlighter-rouge)?\")?>"
_VITEPRESS = r"<div class=\"language-(\S*) vp"

ORACLES: dict[str, tuple[str, Callable[[], Told]]] = {
    "hugo": ("hugo", hugo),
    "jekyll": ("jekyll", jekyll),
    "python-markdown": ("ORACLES_PYTHON", lambda: python_markdown("fenced_code")),
    "superfences": ("ORACLES_PYTHON", lambda: python_markdown("pymdownx.superfences")),
    "vitepress": (
        "ORACLES_NODE",
        lambda: javascript("vitepress", _VITEPRESS, "vitepress"),
    ),
    "docusaurus": (
        "ORACLES_NODE",
        lambda: javascript("docusaurus", _CODE, "@mdx-js/mdx"),
    ),
    "astro": ("ORACLES_NODE", astro),
    "eleventy": ("ORACLES_NODE", lambda: eleventy(False)),
    "eleventy-highlight": ("ORACLES_NODE", lambda: eleventy(True)),
    "hexo": ("ORACLES_NODE", hexo),
}


def main(names: list[str]) -> None:
    """Ask those that are named, or all, and write their fixtures."""
    for name in names or ORACLES:
        needs, ask = ORACLES[name]
        if shutil.which(needs) is None and needs not in os.environ:
            print(f"{name}: left as it is, {needs} is not there")
            continue
        told = ask()
        write(name, told)
        print(f"{name}: {len(told.pages)} info strings, {told.versions}")


def write(name: str, told: Told) -> None:
    """Write a fixture, one info string a line."""
    FIXTURES.mkdir(parents=True, exist_ok=True)
    rows = ",\n".join(
        f"    {json.dumps(info, ensure_ascii=False)}: "
        f"{json.dumps(_language(page, told.pattern), ensure_ascii=False)}"
        for info, page in zip(INFO_STRINGS, told.pages, strict=True)
    )
    text = f'{{\n  "versions": {json.dumps(told.versions)},\n  "rows": {{\n{rows}\n  }}\n}}\n'
    (FIXTURES / f"{name}.json").write_text(text, encoding="utf-8")


def _language(page: str | None, pattern: str) -> str | None:
    found = re.search(pattern, page) if page is not None else None
    return html.unescape(found[1] or "") if found is not None else None


def _asked(command: list[str], folder: str) -> str:
    done = subprocess.run(
        command,
        cwd=folder,
        input=json.dumps(TEXTS),
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    return done.stdout


if __name__ == "__main__":
    main(sys.argv[1:])
