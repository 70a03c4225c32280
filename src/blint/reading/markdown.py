"""Reads the Markdown body of a post into a Document, with whichever engine can."""

from __future__ import annotations

from itertools import pairwise
from operator import attrgetter
from typing import Literal

from blint.reading.bare_urls import shortened
from blint.reading.document import Document
from blint.reading.headings import read_ids_below
from blint.reading.references import add_duplicates, is_covered
from blint.reading.templates import Masked, mask, restore
from blint.source import Span

Engine = Literal["auto", "pyromark", "markdown-it"]

_by_span = attrgetter("span")


def read_markdown(text: str, body: int, *, mdx: bool = False, engine: Engine = "auto") -> Document:
    """The Document of `text[body:]`, with spans into the whole `text`.

    `auto` is pyromark, and markdown-it-py where pyromark is not installed or fails. Raises only by
    a defect of its own, whatever the text.
    """
    document = _with_pyromark(text, body, mdx) if engine != "markdown-it" else None
    if document is None and engine != "pyromark":
        document = _with_markdown_it(text, body, mdx)
    return document or Document()


def masked_body(text: str, body: int, mdx: bool) -> tuple[Document, Masked]:
    """A Document with what MDX tells already in it, and the text with its templates masked."""
    document = Document()
    if not mdx:
        return document, mask(text, body)
    from blint.reading.mdx import mask_mdx

    return document, mask_mdx(document, text, body)


def _with_pyromark(text: str, body: int, mdx: bool) -> Document | None:
    """The Document as pyromark reads it; None where it is not installed or fails."""
    try:
        from blint.reading.pyromark_engine import read
    except ImportError:
        return None
    document, masked = masked_body(text, body, mdx)
    try:
        html = read(document, masked.text, body, mdx=mdx)
    except UnicodeEncodeError:
        # A lone surrogate, which no decoded file has.
        return None
    except BaseException as error:
        # A panic in Rust is no Exception, and its class is not exported: only its name tells it
        # from an interrupt.
        if type(error).__name__ != "PanicException":
            raise
        return None
    _finish(document, text, body, masked, html)
    return document


def _with_markdown_it(text: str, body: int, mdx: bool) -> Document:
    """The Document as markdown-it-py reads it.

    What it raises is a defect, and not caught here: an empty Document would look as if the post had
    been checked.
    """
    from blint.reading.markdown_it_engine import read

    document, masked = masked_body(text, body, mdx)
    html = read(document, masked.text, body, mdx=mdx)
    _finish(document, text, body, masked, html)
    return document


def _finish(document: Document, text: str, body: int, masked: Masked, html: list[Span]) -> None:
    """What is told from the text once it is known what is code, and the order of things."""
    if document.definitions:
        add_duplicates(document, masked.text, body, html)
    if document.headings and "{:" in text:
        read_ids_below(document, text)
    if html or masked.hidden:
        document.code.sort()
    if masked.hidden:
        # Tags were found before it was known what is code.
        document.links = [x for x in document.links if not is_covered(document.code, x.span.start)]
        document.ids = [x for x in document.ids if not is_covered(document.code, x.span.start)]
    if masked.pieces or masked.hidden:
        restore(document, text, masked)
    # A linked image ends before its link, and what HTML brings is found block by block.
    links = document.links
    links.sort(key=_by_span)
    document.undefined.sort(key=_by_span)
    for i, (link, after) in enumerate(pairwise(links)):
        if link.kind == "bare" and after.span.start < link.span.end:
            links[i] = shortened(link, after.span.start)
