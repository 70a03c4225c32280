"""Renders a body as HTML, for counts of what a reader sees, with whichever engine can."""

from __future__ import annotations

import html

from blint.late import late
from blint.reading.document import Document, Template
from blint.reading.markdown import masked_body
from blint.reading.templates import has_masks
from blint.source import Span

_MASKS = late(r"[\U00100000-\U0010ffff]+")
_NOT_NEWLINE = late(r"[^\n]")
_NOTE_LABEL = late(r'<sup class="footnote-(?:definition-label|reference|ref)">.*?</sup>')
_CELL = late(r"</t[hd]>")
_TAG = late(r"<[^<>]*>")
_NAMED_TAG = late(r"</?[A-Za-z][\w.:-]*")


def render(
    text: str, body: int, *, mdx: bool = False, extended: bool = True, raw: bool = True
) -> str:
    """The HTML of `text[body:]`, template syntax left out.

    `extended`: with footnotes, whose numbers are left out, and task lists. `raw`: with the blocks
    of HTML that are in it.
    """
    source = _source(text, body, mdx, raw)
    try:
        made = _with_pyromark(source, extended)
    except ImportError:
        made = None
    if made is None:
        made = _with_markdown_it(source)
    return _NOTE_LABEL.sub("", made)


def elements(text: str, body: int, *, mdx: bool = False) -> list[str]:
    """The tags of the HTML of `text[body:]`, in order, such as `<p` and `</p`; template syntax is
    text in it, or a blank line."""
    source = masked_body(text, body, mdx)[1].text[body:]
    try:
        made = _with_pyromark(source, extended=True)
    except ImportError:
        made = None
    return _NAMED_TAG.findall(_with_markdown_it(source) if made is None else made)


def text_of(made: str, *, without: tuple[str, ...] = ()) -> str:
    """The text of HTML, entities decoded; `without` names elements that are left out whole."""
    made = _cut(made, "<!--", "-->")
    for name in without:
        made = _cut(made, f"<{name}", f"</{name}>")
    return html.unescape(_TAG.sub("", _CELL.sub("\n", made)))


def _cut(made: str, opens: str, closes: str) -> str:
    """HTML without what stands between two marks, whose case does not matter."""
    lowered = made.lower()
    if len(lowered) != len(made):
        lowered = made
    parts: list[str] = []
    last = 0
    while (start := lowered.find(opens, last)) >= 0:
        end = lowered.find(closes, start)
        if end < 0:
            break
        parts.append(made[last:start])
        last = end + len(closes)
    return "".join((*parts, made[last:])) if last else made


def _source(text: str, body: int, mdx: bool, raw: bool) -> str:
    if has_masks(text):
        return text[body:]
    _, masked = masked_body(text, body, mdx)
    source = masked.text
    if not raw and "<" in source:
        for start, end in _html_blocks(source, body, mdx):
            blank = _NOT_NEWLINE.sub(" ", source[start:end])
            source = f"{source[:start]}{blank}{source[end:]}"
    # Shown as they are: `${x}`, which is template syntax in scripts alone, and code between the
    # tags of a template.
    shown = {piece.span: text[slice(*piece.span)] for piece in masked.pieces if _is_text(piece)}
    shown |= {span: html.escape(text[slice(*span)]) for span in masked.code}
    for start, end in sorted(shown, reverse=True):
        source = f"{source[:start]}{shown[Span(start, end)]}{source[end:]}"
    return _MASKS.sub("", source[body:])


def _is_text(piece: Template) -> bool:
    return piece.text.startswith("${")


def _html_blocks(text: str, body: int, mdx: bool) -> list[tuple[int, int]]:
    try:
        from blint.reading.pyromark_engine import read
    except ImportError:
        from blint.reading.markdown_it_engine import read
    return [(span.start, span.end) for span in read(Document(), text, body, mdx=mdx)]


def _with_pyromark(source: str, extended: bool) -> str | None:
    """The HTML as pyromark makes it; None where it fails. Raises ImportError."""
    import pyromark

    on = pyromark.Options
    options = on.ENABLE_TABLES | on.ENABLE_HEADING_ATTRIBUTES | on.ENABLE_STRIKETHROUGH
    if extended:
        options |= on.ENABLE_FOOTNOTES | on.ENABLE_TASKLISTS
    try:
        return pyromark.html(source, options=options)
    except UnicodeEncodeError:
        return None
    except BaseException as error:
        # As in `markdown`: a panic in Rust is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        return None


def _with_markdown_it(source: str) -> str:
    from markdown_it import MarkdownIt

    return str(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(source))
