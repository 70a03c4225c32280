"""Material for MkDocs with its blog: `pip install mkdocs-material`."""

from __future__ import annotations

from pathlib import Path

from . import mkdocs

BASES = {"mkdocs-material-urls": "/blog"}
PACKAGES = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions")
HIDDEN = "INHERIT: mkdocs.yml\nplugins: {blog: {draft: true}}\n"


def build(site: Path, output: Path, hidden: bool) -> None:
    """Build a site; `hidden`: drafts and, where the blog holds them back, posts of the future."""
    mkdocs.build(site, output, hidden, HIDDEN)


def versions() -> str:
    """The versions of what builds it."""
    return mkdocs.versions(PACKAGES)
