"""Pelican, a program on the path, with the `markdown` extra: `pip install pelican[markdown]`."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

BASES = {"pelican-urls": "/blog"}

# Drafts are always built, into a folder of their own; this puts them where they will be one day.
_HIDDEN = """
from pelicanconf import *

WITH_FUTURE_DATES = True
for name in ("URL", "SAVE_AS", "LANG_URL", "LANG_SAVE_AS"):
    ext = "-{lang}.html" if "LANG" in name else ".html"
    globals()[f"DRAFT_{name}"] = globals().get(f"ARTICLE_{name}", "{slug}" + ext)
    globals()[f"DRAFT_PAGE_{name}"] = globals().get(f"PAGE_{name}", "pages/{slug}" + ext)
"""


def build(site: Path, output: Path, hidden: bool) -> None:
    """Build a site; `hidden`: drafts and posts of the future at the address of published ones."""
    settings = "pelicanconf.py"
    if hidden:
        settings = "everything.py"
        (site / settings).write_text(_HIDDEN, encoding="utf-8")
    command = ["pelican", "--settings", settings, "--output", str(output)]
    env = {**os.environ, "PYTHONPATH": str(site), "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    subprocess.run(command, check=True, capture_output=True, cwd=site, env=env)


def versions() -> str:
    """The versions of Pelican and of its Markdown."""
    pelican, markdown = (
        subprocess.run([name, "--version"], check=True, capture_output=True, text=True).stdout
        for name in ("pelican", "markdown_py")
    )
    return f"pelican {pelican.strip()}, markdown {markdown.split()[-1]}"
