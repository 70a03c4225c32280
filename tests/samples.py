"""The one helper of rule tests: files in, findings out, as rows that read well in a table."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from blint.diagnostics import Diagnostic
from blint.rulebook import load_rulebook
from blint.running.files import read_text
from blint.running.opening import Request
from blint.running.run import run

TODAY = "2026-06-01"
Row = tuple[str, str, str]


def findings(rule: str, files: Mapping[str, str | bytes] | str, config: str = "") -> list[Row]:
    """Findings of one rule as (path, text under the range, message), in report order.

    A single text stands for the post `content/a.md`. The whole pipeline runs, with that rule
    alone; `config` is the text of `blint.toml`.
    """
    return [
        (found.path, text, found.message)
        for found, text in check(files, config=config, select=(rule,))
        if found.rule == rule
    ]


def check(
    files: Mapping[str, str | bytes] | str, *, config: str = "", select: tuple[str, ...] = ()
) -> list[tuple[Diagnostic, str]]:
    """All diagnostics of a site, each with the text under its range.

    Rules about the web go by what a file `.blint-links.jsonl` of the site remembers.
    """
    if isinstance(files, str):
        files = {"content/a.md": files}
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for name, content in {"blint.toml": config, **files}.items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        web = any(rule.scope == "web" and rule.name in select for rule in load_rulebook().values())
        request = Request(paths=(root,), select=select, today=TODAY, external=web, offline=web)
        outcome = run(request)
        texts = {d.path: read_text(root, d.path) or "" for d in outcome.diagnostics}
        return [(d, texts[d.path][d.span.start : d.span.end]) for d in outcome.diagnostics]
