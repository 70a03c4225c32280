"""Paths as the host of a repository knows them."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from blint.reports.model import Context


def in_repository(path: str, context: Context) -> str:
    """A project path relative to the checkout of a GitHub job; unchanged outside one.

    The project may be a folder of the repository, and GitHub knows files by the repository's root.
    """
    workspace = context.env.get("GITHUB_WORKSPACE")
    if not workspace or not context.root.is_relative_to(workspace):
        return path
    return (context.root.relative_to(workspace) / path).as_posix()


def relative_uri(path: str) -> str:
    """A relative path as a relative URI reference: all but letters, digits, `_.-~` and `/` encoded.

    A colon is encoded as well, lest a first segment reads as a scheme; names that are not UTF-8
    keep their bytes.
    """
    try:
        return quote(path.encode("utf-8", "surrogateescape"), safe="/")
    except UnicodeEncodeError:
        return quote(path.encode("utf-8", "replace"), safe="/")
