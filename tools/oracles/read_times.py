"""Ask the real packages for read times of small texts, and write what they say.

`python tools/oracles/read_times.py [NAME...]` writes `tests/fixtures/read-times/NAME.json` for each
package that is installed, and says which are not. The texts are in `read_times.json`, as pieces
that are repeated. Hugo is a program on the path; packages written in JavaScript are in the folder
that ORACLES_NODE names, from `npm install reading-time velite @docusaurus/plugin-content-blog
gatsby-transformer-remark`; ORACLES_PYTHON names an interpreter that has `readtime`,
`mkdocs-material`, `textstat` and `uniseg`. Zola is not asked: it counts words by the rules of
Unicode, and `uniseg` tells those.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FIXTURES = HERE.parents[1] / "tests" / "fixtures" / "read-times"
RECIPES: dict[str, list[list[Any]]] = json.loads((HERE / "read_times.json").read_text("utf-8"))
TEXTS = {name: "".join(text * times for text, times in r) for name, r in RECIPES.items()}
Told = dict[str, Any]


def javascript(name: str) -> Told:
    """A package written in JavaScript."""
    script = str(HERE / "ask_read_times.mjs")
    return _asked(["node", script, name], os.environ["ORACLES_NODE"])


def python(name: str) -> Told:
    """A package written in Python."""
    return _asked([os.environ["ORACLES_PYTHON"], str(HERE / "ask_read_times.py"), name], ".")


def hugo(config: str = "") -> Told:
    """Hugo, as a site of one page per text."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        kinds = 'disableKinds = ["taxonomy", "sitemap", "rss", "home", "section"]\n'
        layout = "{{ .ReadingTime }} {{ .WordCount }}"
        files = {"hugo.toml": f'baseURL = "/"\n{kinds}{config}', "layouts/single.html": layout}
        pages = {f"content/p{i}.md": f"+++\n+++\n{t}" for i, t in enumerate(TEXTS.values())}
        for name, text in {**files, **pages}.items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode())
        subprocess.run(["hugo", "--quiet"], cwd=root, check=True, capture_output=True)
        rows = {}
        for i, name in enumerate(TEXTS):
            minutes, words = (root / f"public/p{i}/index.html").read_text("utf-8").split()
            rows[name] = {"minutes": int(minutes), "words": int(words)}
    said = subprocess.run(["hugo", "version"], check=True, capture_output=True, encoding="utf-8")
    found = re.search(r"v([0-9.]+)", said.stdout)
    return {"version": f"hugo {found[1] if found else ''}", "rows": rows}


ORACLES: dict[str, tuple[str, Callable[[], Told]]] = {
    "hugo": ("hugo", hugo),
    "hugo-cjk": ("hugo", lambda: hugo("hasCJKLanguage = true\n")),
    "hugo-unsafe": ("hugo", lambda: hugo("markup.goldmark.renderer.unsafe = true\n")),
    "zola": ("ORACLES_PYTHON", lambda: python("zola")),
    "reading-time": ("ORACLES_NODE", lambda: javascript("reading-time")),
    "docusaurus": ("ORACLES_NODE", lambda: javascript("docusaurus")),
    "velite": ("ORACLES_NODE", lambda: javascript("velite")),
    "gatsby": ("ORACLES_NODE", lambda: javascript("gatsby")),
    "readtime": ("ORACLES_PYTHON", lambda: python("readtime")),
    "material": ("ORACLES_PYTHON", lambda: python("material")),
    "textstat": ("ORACLES_PYTHON", lambda: python("textstat")),
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
        print(f"{name}: {len(told['rows'])} texts, {told['version']}")


def write(name: str, told: Told) -> None:
    """Write a fixture, one text a line: its minutes, and the words where the package tells."""
    FIXTURES.mkdir(parents=True, exist_ok=True)
    rows = (f"    {json.dumps(text)}: {json.dumps(row)}" for text, row in told["rows"].items())
    head = json.dumps(told["version"])
    text = f'{{\n  "version": {head},\n  "rows": {{\n' + ",\n".join(rows) + "\n  }\n}\n"
    (FIXTURES / f"{name}.json").write_text(text, encoding="utf-8")


def _asked(command: list[str], folder: str) -> Told:
    done = subprocess.run(
        command,
        cwd=folder,
        input=json.dumps(TEXTS),
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    )
    found: Told = json.loads(done.stdout)
    return found


if __name__ == "__main__":
    main(sys.argv[1:])
