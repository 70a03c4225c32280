"""Helpers that show a Document as text, so that a test can say what it expects in one line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from blint.reading.document import Document
from blint.reading.markdown import Engine, read_markdown
from blint.reading.prose import count_words
from blint.source import Span

ENGINES: tuple[Engine, ...] = tuple(e for e in get_args(Engine) if e != "auto")

both_engines = pytest.mark.parametrize("engine", ENGINES)


def read(text: str, engine: Engine = "pyromark", *, mdx: bool = False, body: int = 0) -> Document:
    """The Document of a sample, every span of which is checked to be in order and in the text."""
    document = read_markdown(text, body, mdx=mdx, engine=engine)
    check_spans(document, body, len(text))
    return document


def cut(text: str, span: Span) -> str:
    """The text that a span covers."""
    return text[span.start : span.end]


def check_spans(document: Document, first: int, last: int) -> None:
    """Every span is within the body, the right way round, and every list is in text order."""
    for name in (*(name for name in document.__slots__ if name[0] != "_"), "prose"):
        values = getattr(document, name)
        if not isinstance(values, list):
            continue
        starts = []
        for value in values:
            spans = [value] if isinstance(value, Span) else [x for x in value if type(x) is Span]
            assert all(first <= start <= end <= last for start, end in spans), (name, value)
            starts.append(spans[0].start if isinstance(value, Span) else value.span.start)
        assert starts == sorted(starts), name


def facts(document: Document) -> set[tuple[object, ...]]:
    """What both engines must agree on: links, images, headings, fences and all that has a name."""
    found: set[tuple[object, ...]] = set()
    for link in document.links:
        found.add(("link", *link[:-2], " ".join(link.text.split()), link.templated))
    for heading in document.headings:
        pieces = ((kind, text) for kind, text in heading.inlines if kind not in {"text", "break"})
        found.add(
            ("heading", heading.level, heading.span, heading.id, words(heading.text), *pieces)
        )
    for name in ("fences", "definitions", "undefined", "footnotes", "ids", "comments"):
        found.update((name, *value) for value in getattr(document, name))
    return found


def counts(text: str, document: Document) -> tuple[object, ...]:
    """What both engines must agree on where a post is no puzzle: words, words of code, images."""
    prose, code = count_words(text, document.prose), count_words(text, document.code)
    return prose, code, document.images


def words(text: str) -> str:
    """`text` with its white space evened out."""
    return " ".join(text.split())


def posts(corpus: Path) -> Iterator[Path]:
    """The Markdown files of a corpus."""
    suffixes = {".md", ".mdx", ".markdown"}
    yield from sorted(path for path in corpus.rglob("*.m*") if path.suffix in suffixes)
