"""Where the comment for a finding may stand, the best place first, and what is written there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from blint.diagnostics import Edit
from blint.running.suppressing.blocks import Block, Blocks
from blint.source import Span

Form = Literal["line", "tail", "around", "file"]


class Place(NamedTuple):
    """A place for a comment: above the line that starts at `start`; at the end of the line that
    ends at `start`; around what is between the two; or for the whole file. `hashed`: a comment of
    front matter."""

    form: Form
    start: int
    end: int
    hashed: bool = False


class Paper(NamedTuple):
    """A text to put comments in. `head` is where they begin with `#`; `file` where one for the
    whole file stands. `blocks` are those of the body, which begins at `body`; None where there is
    none."""

    text: str
    head: Span
    file: Place | None
    blocks: Blocks | None
    mdx: bool = False
    body: int = 0

    def places(self, offset: int) -> Iterator[Place]:
        """The places of a comment for a finding at an offset."""
        text = self.text
        start = text.rfind("\n", 0, offset) + 1
        end = _line_end(text, start)
        if self.head.start <= offset < self.head.end:
            yield Place("line", start, start, hashed=True)
            yield Place("tail", end, end, hashed=True)
        elif self.blocks is not None and offset >= self.body:
            yield from self._in_body(self.blocks, start, end)
        if self.file is not None:
            yield self.file

    def _in_body(self, blocks: Blocks, start: int, end: int) -> Iterator[Place]:
        top, leaf = blocks.top(start), blocks.leaf(start)
        if top is None or leaf is None:
            yield Place("line", start, start)
            return
        if start == top.span.start:
            yield Place("line", start, start)
        elif leaf.outer and "blockquote_open" not in leaf.outer:
            yield from self._in_list(leaf, start, end)
        yield Place("around", top.span.start, min(top.span.end, len(self.text)))

    def _in_list(self, leaf: Block, start: int, end: int) -> Iterator[Place]:
        line = self.text[start:end].lstrip(" \t")
        if start == leaf.span.start and line[:1] not in _MARKERS and not line[:1].isdigit():
            yield Place("line", start, start)
        elif leaf.kind == "paragraph_open":
            yield Place("tail", end, end)

    def edits(self, place: Place, rules: Iterable[str], reason: str) -> list[Edit]:
        """What is put in at a place to silence some rules."""
        names = ", ".join(sorted(rules))
        why = f": {reason}" if reason else ""
        text, at = self.text, place.start
        if place.form == "tail":
            return [Edit(_before_space(text, at), f" {self._comment(place, '', names + why)}")]
        if place.form == "file":
            return [self._line(at, self._comment(place, "-file", names + why), place)]
        if place.form == "line":
            return [self._line(at, self._comment(place, "", names + why), place)]
        last = _before_blank(text, place.end)
        closing = self._comment(place, "-end", names)
        after = "\n" if self.mdx and text[_line_end(text, last) + 1 :][:1].strip() else ""
        # Behind a line end, if there is one: an edit in front of it could touch another.
        behind = min(_line_end(text, last) + 1, len(text))
        lead = "\n" if text[behind - 1 : behind] == "\n" else "\n\n"
        return [
            self._line(at, self._comment(place, "-start", names + why), place),
            Edit(Span(behind, behind), f"{lead}{closing}\n{after}"),
        ]

    def _line(self, at: int, comment: str, place: Place) -> Edit:
        text = self.text
        line = text[at : _line_end(text, at)]
        indent = line[: len(line) - len(line.lstrip(" \t"))] if place.form == "line" else ""
        lead = tail = ""
        above = not (place.hashed or indent or place.form == "file") and _text_above(text, at)
        if above or (at and text[at - 1] != "\n"):  # or the file ends without a line end
            lead = "\n"
        if self.mdx and not place.hashed and not indent and line.strip():
            tail = "\n"
        return Edit(Span(at, at), f"{lead}{indent}{comment}\n{tail}")

    def _comment(self, place: Place, form: str, inner: str) -> str:
        if place.hashed:
            return f"# blint-ignore{form} {inner}"
        if self.mdx:
            return f"{{/* blint-ignore{form} {inner} */}}"
        return f"<!-- blint-ignore{form} {inner} -->"


def merged(edits: Iterable[tuple[int, Edit]]) -> list[Edit]:
    """Edits that only put something in, those at one place as one: the end of a block first.

    Each comes with a number that tells which of two at one place comes first.
    """
    texts: dict[int, str] = {}
    for _, edit in sorted(edits, key=lambda one: (one[1].span, one[0], one[1].text)):
        texts[edit.span.start] = texts.get(edit.span.start, "") + edit.text
    return [Edit(Span(at, at), text) for at, text in sorted(texts.items())]


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)


def _before_blank(text: str, end: int) -> int:
    """The offset behind the last character before `end` that is not white space."""
    return len(text[:end].rstrip())


def _before_space(text: str, end: int) -> Span:
    """Where a line that ends at `end` has its last character that counts; two blanks or a backslash
    before a line end part the lines, and go on doing so."""
    start = text.rfind("\n", 0, end) + 1
    line = text[start:end].rstrip()
    at = start + len(line.removesuffix("\\").rstrip())
    return Span(at, at)


def _text_above(text: str, at: int) -> bool:
    line = text[text.rfind("\n", 0, at - 1) + 1 : at].strip() if at else ""
    return bool(line) and not line.startswith(_DELIMITERS)


_MARKERS = ("-", "*", "+")
_DELIMITERS = ("---", "+++", "<!-- blint-ignore", "{/* blint-ignore")
