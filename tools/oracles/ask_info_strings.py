"""Asks Python-Markdown what it reads: `python ask_info_strings.py EXTENSION < texts.json`.

Runs in the interpreter that ORACLES_PYTHON names, which has `pymdown-extensions`. Writes
`{versions, pages}`.
"""

from __future__ import annotations

import html
import json
import sys
from importlib import import_module
from importlib.metadata import version


def marked(_self: object, _source: str, language: str, *_rest: object, **_options: object) -> str:
    """What takes the place of the highlighter: tells the name it is given."""
    return f'<pre><code class="language-{html.escape(language)}">'


if __name__ == "__main__":
    markdown = import_module("markdown")
    extension = sys.argv[1]
    extensions = [extension]
    if "superfences" in extension:
        extensions.append("pymdownx.highlight")
        # Pygments would leave the names out that it does not know.
        import_module("pymdownx.highlight").Highlight.highlight = marked
    pages = [markdown.markdown(t, extensions=extensions) for t in json.load(sys.stdin)]
    packages = ("markdown", "pymdown-extensions")[: len(extensions)]
    versions = ", ".join(f"{name} {version(name)}" for name in packages)
    json.dump({"versions": versions, "pages": pages}, sys.stdout)
