"""Reads the Markdown body of a post into a Document, with whichever engine can."""

from __future__ import annotations

from typing import Literal

from blint.reading.document import Document

Engine = Literal["auto", "pyromark", "markdown-it"]


def read_markdown(text: str, body: int, *, mdx: bool = False, engine: Engine = "auto") -> Document:
    """The Document of `text[body:]`, with spans into the whole `text`; never raises."""
    from blint.reading.pyromark_engine import read  # noqa: PLC0415

    document = Document()
    read(document, text, body)
    return document
