"""Reads the Markdown body of a post into a Document, with whichever engine can."""

from __future__ import annotations

from operator import attrgetter
from typing import Literal

from blint.reading.document import Document
from blint.reading.headings import read_ids_below
from blint.reading.references import add_duplicates
from blint.reading.templates import mask, restore
from blint.source import Span

Engine = Literal["auto", "pyromark", "markdown-it"]

_by_span = attrgetter("span")


def read_markdown(text: str, body: int, *, mdx: bool = False, engine: Engine = "auto") -> Document:
    """The Document of `text[body:]`, with spans into the whole `text`; never raises.

    `auto` is pyromark, and markdown-it-py where pyromark is not installed or fails.
    """
    masked = mask(text, body)
    document = Document()
    from blint.reading.pyromark_engine import read  # noqa: PLC0415

    html = read(document, masked.text, body, mdx=mdx)
    _finish(document, masked.text, body, html)
    if masked.pieces:
        restore(document, text, masked)
    return document


def _finish(document: Document, text: str, body: int, html: list[Span]) -> None:
    """What is told from the text once it is known what is code, and the order of things."""
    if document.definitions:
        add_duplicates(document, text, body, html)
    if document.headings and "{:" in text:
        read_ids_below(document, text)
    # A linked image ends before its link, and what HTML brings is found block by block.
    document.links.sort(key=_by_span)
    document.prose.sort()
    document.code.sort()
