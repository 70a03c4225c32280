"""Strangers' text in Markdown that blint writes: shown as it is, and never markup."""

from __future__ import annotations

from typing import Final

from blint.late import late


def markdown_text(text: str) -> str:
    """A text as Markdown, on one line, with all that would be markup escaped."""
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))


def markdown_path(path: str) -> str:
    """A path as the target of a link."""
    from urllib.parse import quote

    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


_MARKUP: Final = late(r"([\\`*_\[\]<>|~&!]|^[#+-](?=\s)|(?<=^\d)[.)](?=\s))")
