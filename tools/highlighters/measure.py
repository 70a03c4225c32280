"""Builds a page with each generator that is installed, to see what it does with unknown names.

    python -m highlighters.measure

A name is coloured where the code under it is cut into elements. Whoever refreshes `conduct.py`
compares it with what is printed, and writes the versions down. Packages are where
`oracles.builders` says.
"""

from __future__ import annotations

import re
import subprocess
import tempfile
from pathlib import Path
from types import ModuleType

from oracles.builders import astro, docusaurus, hexo, hugo, jekyll, mkdocs, pelican, vitepress

_PAGE = "".join(
    f"```{name}\nconst {letter} = 1;\n```\n\n"
    for letter, name in {"q": "javascript", "w": "JavaScript", "z": "zzunknown"}.items()
)
_HEAD = "---\ntitle: A\n---\n"
_DOCUSAURUS = (
    'module.exports = {title: "A", url: "https://a.org", baseUrl: "/", '
    'presets: [["classic", {blog: false}]]};\n'
)
_SITES: dict[str, tuple[ModuleType, dict[str, str]]] = {
    "astro": (
        astro,
        {"astro.config.mjs": "export default {}\n", "src/pages/a.md": _PAGE, "package.json": "{}"},
    ),
    "docusaurus": (
        docusaurus,
        {"docusaurus.config.js": _DOCUSAURUS, "docs/a.md": _PAGE, "package.json": "{}"},
    ),
    "hexo": (
        hexo,
        {
            "_config.yml": "theme: t\n",
            "themes/t/layout/post.ejs": "<%- page.content %>",
            "source/_posts/a.md": _HEAD + _PAGE,
            "package.json": '{"hexo": {"version": ""}, "dependencies": {"hexo": "*", '
            '"hexo-renderer-marked": "*", "hexo-renderer-ejs": "*"}}',
        },
    ),
    "hugo": (
        hugo,
        {"hugo.toml": "", "content/a.md": _PAGE, "layouts/page.html": "{{ .Content }}"},
    ),
    "jekyll": (jekyll, {"_config.yml": "", "a.md": _HEAD + _PAGE}),
    "mkdocs": (
        mkdocs,
        {"mkdocs.yml": "site_name: A\nmarkdown_extensions: [codehilite]\n", "docs/a.md": _PAGE},
    ),
    "pelican": (
        pelican,
        {"pelicanconf.py": "", "content/a.md": "Title: A\nDate: 2020-01-01\n\n" + _PAGE},
    ),
    "vitepress": (vitepress, {"a.md": _PAGE}),
}


def main() -> None:
    """Print a line for each generator: how it shows each of the names."""
    for name, (builder, files) in _SITES.items():
        with tempfile.TemporaryDirectory() as folder:
            try:
                print(f"{name:12} {_measured(builder, files, Path(folder))}")
            except subprocess.CalledProcessError as error:
                print(f"{name:12} the build fails: {error.stderr[-300:]!r}")
            except (OSError, ImportError, ValueError) as error:
                print(f"{name:12} not installed: {error}")


def _measured(builder: ModuleType, files: dict[str, str], folder: Path) -> str:
    site, output = folder / "site", folder / "output"
    for name, text in files.items():
        file = site / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    builder.build(site, output, False)
    pages = "\n".join(one.read_text(encoding="utf-8") for one in sorted(output.rglob("*.html")))
    return ", ".join(
        f"{name} {'coloured' if _is_coloured(pages, letter) else 'plain'}"
        for letter, name in {"q": "javascript", "w": "JavaScript", "z": "zzunknown"}.items()
    )


def _is_coloured(pages: str, letter: str) -> bool:
    """Whether `const` and the name behind it are apart somewhere, in elements of their own."""
    return re.search(rf"const</span>(?:<[^<>]*>|\s)*{letter}\b", pages) is not None


if __name__ == "__main__":
    main()
