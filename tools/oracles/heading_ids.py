"""Ask the real generators for the ids of headings, and write what they say.

`python tools/oracles/heading_ids.py [NAME...]` writes `tests/fixtures/heading-ids/NAME.json` for
each generator that is installed, and says which are not. Hugo, Jekyll and MkDocs are programs on
the path; those written in JavaScript are packages in the folder that ORACLES_NODE names, from
`npm install unified remark-parse remark-gfm remark-directive remark-rehype rehype-slug
rehype-stringify hexo hexo-renderer-marked vitepress @docusaurus/mdx-loader`. Astro and Eleventy
build whole sites, as `builders` say.
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

Ids = list[str | None]
HEADINGS: list[str] = json.loads(Path(__file__).with_name("headings.json").read_text())
FIXTURES = Path(__file__).resolve().parents[2] / "tests" / "fixtures" / "heading-ids"
_HEADING = re.compile(r"<h([1-6])((?:\s[^>]*)?)>", re.IGNORECASE)
_ID = re.compile(r"\sid=(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))")


def ids_in(page: str) -> Ids:
    """The ids of the headings in HTML, in order; None for a heading without."""
    found: Ids = []
    for heading in _HEADING.finditer(re.sub(r"<!--.*?-->", "", page, flags=re.DOTALL)):
        match = _ID.search(heading[2])
        found.append(html.unescape(match[1] or match[2] or match[3] or "") if match else None)
    return found


def build(
    run: Callable[[Path], Path], files: dict[str, str], content: str, output: str, front: str = ""
) -> list[str]:
    """Build a site of one page per text and return the pages as HTML.

    `run` builds the site in a folder and returns the folder of what was built.
    """
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        # Pictures that are not there stop some builds; from the root on none is looked for.
        texts = (re.sub(r"\]\(([\w.]+)\)", r"](/\1)", text) for text in HEADINGS)
        pages = {f"{content}/p{i:03}.md": f"{front}{text}\n" for i, text in enumerate(texts)}
        for name, text in {**files, **pages}.items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        built = run(root)
        return [(built / output.format(i)).read_text("utf-8") for i in range(len(HEADINGS))]


def program(*command: str) -> Callable[[Path], Path]:
    """A program that builds the site of the folder it is run in."""

    def run(root: Path) -> Path:
        subprocess.run(command, cwd=root, check=True, capture_output=True)
        return root

    return run


def module(name: str) -> Callable[[Path], Path]:
    """A module of `builders`, which builds sites for the other oracles."""

    def run(root: Path) -> Path:
        importlib.import_module(f"builders.{name}").build(root, root.parent / "built", hidden=False)
        return root.parent / "built"

    return run


def hugo(kind: str = "github", extra: str = "") -> list[str]:
    """Hugo's pages, with one of its kinds of ids."""
    config = f'baseURL = "/"\ndisableKinds = ["taxonomy", "sitemap", "rss"]\n{extra}'
    config += f'[markup.goldmark.parser]\nautoHeadingIDType = "{kind}"\n'
    config += f'autoIDType = "{kind}"\n'
    files = {"hugo.toml": config, "layouts/_default/single.html": "{{ .Content }}"}
    return build(
        program("hugo"), files, "content", "public/p{:03}/index.html", "---\ntitle: T\n---\n"
    )


def jekyll() -> list[str]:
    """Jekyll's pages, with the Markdown engine it has by default."""
    files = {"_config.yml": "title: T\n"}
    run = program("jekyll", "build", "--disable-disk-cache")
    return build(run, files, "pages", "_site/pages/p{:03}.html", "---\nlayout: null\n---\n")


def mkdocs(extensions: str) -> list[str]:
    """MkDocs' pages, with Markdown extensions."""
    config = f"site_name: T\nuse_directory_urls: false\nmarkdown_extensions: [{extensions}]\n"
    config += "theme: {name: null, custom_dir: theme}\n"
    files = {
        "mkdocs.yml": config,
        "theme/main.html": "{{ page.content }}",
        "docs/index.md": "x",
    }
    return build(program("mkdocs", "build", "-q"), files, "docs", "site/p{:03}.html")


def astro() -> list[str]:
    """Astro's pages."""
    files = {"package.json": "{}", "astro.config.mjs": "export default {}"}
    return build(module("astro"), files, "src/pages", "p{:03}/index.html", "---\ntitle: T\n---\n")


def eleventy() -> list[str]:
    """Eleventy's pages, with the plugin of its own that makes ids."""
    config = (
        "import { IdAttributePlugin } from '@11ty/eleventy'\n"
        "export default (config) => { config.addPlugin(IdAttributePlugin) }\n"
        "export const config = { markdownTemplateEngine: false }\n"
    )
    files = {"package.json": '{"type": "module"}', "eleventy.config.js": config}
    return build(module("eleventy"), files, ".", "p{:03}/index.html", "---\ntitle: T\n---\n")


def javascript(name: str) -> list[str | None]:
    """The pages of a generator written in JavaScript; None for a text it does not build."""
    folder = os.environ["ORACLES_NODE"]
    script = Path(__file__).with_name("ask.mjs")
    done = subprocess.run(
        ["node", str(script), name],
        cwd=folder,
        input=json.dumps(HEADINGS),
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    found = json.loads(done.stdout)
    return [found[text] for text in HEADINGS]


def said(*command: str) -> str:
    """What a command says of its version, as one line."""
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    versions = re.findall(
        r"\b(?:hugo|mkdocs)(?:,? version)? v?([0-9.]+)", done.stdout, re.IGNORECASE
    )
    return f"{command[0]} {versions[-1]}" if versions else " ".join(done.stdout.split())


def package(*names: str) -> str:
    """Versions of JavaScript packages."""
    folder = Path(os.environ["ORACLES_NODE"]) / "node_modules"
    found = ((n, json.loads((folder / n / "package.json").read_text())["version"]) for n in names)
    return ", ".join(f"{name} {version}" for name, version in found)


def builder_versions(name: str) -> str:
    """The versions that a module of `builders` tells."""
    return str(importlib.import_module(f"builders.{name}").versions())


def kramdown() -> str:
    """Versions of Jekyll and its Markdown engine."""
    gems = said("gem", "list", "^kramdown|^jekyll$", "--no-verbose")
    return gems.replace(") ", "), ")


Pages = Callable[[], Sequence[str | None]]
ORACLES: dict[str, tuple[str, Pages, Callable[[], str]]] = {
    "hugo": ("hugo", hugo, lambda: said("hugo", "version")),
    "hugo-ascii": ("hugo", lambda: hugo("github-ascii"), lambda: said("hugo", "version")),
    "hugo-blackfriday": ("hugo", lambda: hugo("blackfriday"), lambda: said("hugo", "version")),
    "jekyll": ("jekyll", jekyll, kramdown),
    "mkdocs": ("mkdocs", lambda: mkdocs(""), lambda: said("mkdocs", "--version")),
    "mkdocs-attr": ("mkdocs", lambda: mkdocs("attr_list"), lambda: said("mkdocs", "--version")),
    "rehype": (
        "node",
        lambda: javascript("rehype"),
        lambda: package("rehype-slug", "github-slugger"),
    ),
    "astro": ("node", astro, lambda: builder_versions("astro")),
    "eleventy": ("node", eleventy, lambda: builder_versions("eleventy")),
    "vitepress": ("node", lambda: javascript("vitepress"), lambda: package("vitepress")),
    "hexo": ("node", lambda: javascript("hexo"), lambda: package("hexo", "hexo-renderer-marked")),
    "docusaurus": (
        "node",
        lambda: javascript("docusaurus"),
        lambda: package("@docusaurus/mdx-loader", "github-slugger"),
    ),
}


def main(names: list[str]) -> None:
    """Ask those that are named, or all, and write their fixtures."""
    for name in names or ORACLES:
        program, pages, versions = ORACLES[name]
        if shutil.which(program) is None or (
            program == "node" and "ORACLES_NODE" not in os.environ
        ):
            print(f"{name}: not installed, left as it is")
            continue
        rows = zip(HEADINGS, pages(), strict=True)
        ids = {text: ids_in(page) for text, page in rows if page is not None}
        write(name, {"versions": versions(), "ids": ids})
        print(f"{name}: {len(ids)} texts")


def write(name: str, found: dict[str, object]) -> None:
    """Write a fixture, one text a line."""
    FIXTURES.mkdir(parents=True, exist_ok=True)
    ids = found["ids"]
    assert isinstance(ids, dict)
    lines = ",\n".join(f"    {json.dumps(text)}: {json.dumps(row)}" for text, row in ids.items())
    head = json.dumps(found["versions"])
    text = f'{{\n  "versions": {head},\n  "ids": {{\n{lines}\n  }}\n}}\n'
    (FIXTURES / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
