"""markdown-it-py, made to say where it found things, which its inline tokens do not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

InlineRule = Callable[[StateInline, bool], bool]
BlockRule = Callable[[StateBlock, int, int, bool], bool]

_LABEL = re.compile(r"\[(?:[^\[\]\\]|\\.)*\]", re.DOTALL)

_EMPHASIS = frozenset({"em_open", "em_close", "strong_open", "strong_close", "s_open", "s_close"})

# The meta key of a token, and the environment keys, under which positions are kept.
PLACE = "place"
STARTS = "starts"
HOLES = "holes"
UNDEFINED = "undefined"
_IN_IMAGE = "in-image"


class Place(NamedTuple):
    """Offsets in the content of a block: of a whole construct, of the text in its brackets, and
    of its destination, which is empty where a definition has it."""

    start: int
    end: int
    text: tuple[int, int] = (0, 0)
    destination: tuple[int, int] | None = None


class ContentMap:
    """Offsets in the content of a block, made of the ends of source lines, as source offsets."""

    def __init__(self, pairs: Sequence[tuple[int, int]]) -> None:
        self.content = [content for content, _ in pairs]
        self.source = [source for _, source in pairs]

    def shifted(self, by: int) -> ContentMap:
        """The same map into a text that has `by` characters more before the source."""
        return ContentMap([(a, b + by) for a, b in zip(self.content, self.source, strict=True)])

    def __call__(self, offset: int) -> int:
        i = max(bisect_right(self.content, offset) - 1, 0)
        return self.source[i] + offset - self.content[i]


@cache
def positioned_parser(*, mdx: bool) -> MarkdownIt:
    """A parser of the Markdown that the other engine reads, too, whose tokens have places."""
    md = MarkdownIt("commonmark", {"maxNesting": 100, "store_labels": True})
    md.enable(["table", "strikethrough"])
    md.use(footnote_plugin, inline=False, move_to_end=False)
    if mdx:
        md.disable("code")
    # Inline content is parsed block by block by the reader, which asks for places in between.
    md.core.ruler.disable(["inline", "text_join"])
    # Destinations are wanted as written, whatever they are.
    md.normalizeLink = str  # type: ignore[assignment, method-assign]
    md.normalizeLinkText = str  # type: ignore[assignment, method-assign]
    md.validateLink = _is_link  # type: ignore[assignment, method-assign]
    for inline in list(md.inline.ruler.__rules__):
        if inline.name in _WRAPPED:
            md.inline.ruler.at(inline.name, _WRAPPED[inline.name](inline.fn))
    md.inline.ruler2.before("fragments_join", "holes", _note_emphasis)
    for block in list(md.block.ruler.__rules__):
        if block.name in {"fence", "heading", "lheading", "table"}:
            md.block.ruler.at(block.name, _with_starts(block.fn), {"alt": block.alt})
    return md


def paragraph_map(content: str, source: Sequence[str], starts: Sequence[int]) -> ContentMap:
    """The map of a block each of whose lines is the end of a source line."""
    pairs = []
    at = 0
    for line, written, start in zip(content.split("\n"), source, starts, strict=False):
        # Tabs before the text may have become spaces; behind it there is only white space.
        bare = line.strip(" \t")
        pairs.append((at + line.find(bare), start + max(written.rfind(bare), 0)))
        at += len(line) + 1
    return ContentMap(pairs or [(0, 0)])


def cell_map(content: str, line: str, cursor: int) -> tuple[ContentMap, int]:
    """The map of a table cell, and where in the line it ends: pipes in it are escaped there."""
    pieces = content.split("|")
    start = max(line.find("\\|".join(pieces), cursor), 0)
    pairs = []
    at = 0
    for i, piece in enumerate(pieces):
        pairs.append((at, start + at + i))
        at += len(piece) + 1
    return ContentMap(pairs), start + len(content) + len(pieces) - 1


def _is_link(_url: str) -> bool:
    return True


def _with_starts(rule: BlockRule) -> BlockRule:
    """A block rule that notes where the lines it took start, container marks left out."""

    def positioned(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        found = rule(state, line, end, silent)
        if found and not silent:
            starts = state.env.setdefault(STARTS, {})
            for taken in range(line, state.line):
                starts.setdefault(taken, state.bMarks[taken] + state.tShift[taken])
        return found

    return positioned


def _bracketed(opener: str) -> Callable[[InlineRule], InlineRule]:
    """A wrapper for the rule for links (`[`) or images (`![`), which notes undefined references."""
    return partial(_with_bracket_places, opener)


def _with_bracket_places(opener: str, rule: InlineRule) -> InlineRule:
    image = opener == "!["

    def positioned(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        if silent or not state.src.startswith(opener, start):
            return rule(state, silent)
        bracket = start + image
        label_end = state.md.helpers.parseLinkLabel(state, bracket, not image)
        depth = state.env.get(_IN_IMAGE, 0)
        state.env[_IN_IMAGE] = depth + image
        found = rule(state, silent)
        state.env[_IN_IMAGE] = depth
        if depth:
            return found
        if found:
            text = (bracket + 1, label_end)
            _note(state, count, Place(start, state.pos, text, _destination(state, label_end)))
            holes = [(start, state.pos)] if image else [(start, text[0]), (label_end, state.pos)]
            state.env[HOLES].extend(holes)
        elif label_end >= 0:
            _note_undefined(state, start, label_end)
        return found

    return positioned


def _destination(state: StateInline, label_end: int) -> tuple[int, int] | None:
    """Where the destination of an inline link stands whose text ends at `label_end`."""
    if not state.src.startswith("(", label_end + 1) or state.src[state.pos - 1] != ")":
        return None
    at = label_end + 2
    while at < state.posMax and state.src[at] in " \t\n":
        at += 1
    result = state.md.helpers.parseLinkDestination(state.src, at, state.posMax)
    if not result.ok:
        return (at, at)
    angle = state.src.startswith("<", at)
    return (at + angle, result.pos - angle)


def _note_undefined(state: StateInline, start: int, label_end: int) -> None:
    label = _LABEL.match(state.src, label_end + 1, state.posMax)
    if label is None:
        return
    end = label.end()
    noted = state.env[UNDEFINED]
    # What failed as an image is tried again as a link, one character on.
    if (start - 1, end) not in noted[-1:]:
        noted.append((start, end))


def _simple(kind: str) -> Callable[[InlineRule], InlineRule]:
    """A wrapper for a rule whose token is all there is between two offsets.

    `kind` says what of it is read as text: `inner` what is between its first and last character,
    `all` or `none`.
    """

    def wrap(rule: InlineRule) -> InlineRule:
        def positioned(state: StateInline, silent: bool) -> bool:
            start, count = state.pos, len(state.tokens)
            found = rule(state, silent)
            if not found or silent or state.env.get(_IN_IMAGE, 0):
                return found
            _note(state, count, Place(start, state.pos))
            holes = state.env[HOLES]
            if kind == "none":
                holes.append((start, state.pos))
            elif kind == "inner":
                holes += (start, start + 1), (state.pos - 1, state.pos)
            return found

        return positioned

    return wrap


def _note(state: StateInline, count: int, place: Place) -> None:
    """Give the first token that a rule has pushed its place; text before it was pending."""
    for token in state.tokens[count:]:
        if token.type != "text" and PLACE not in token.meta:
            token.meta[PLACE] = place
            return


def _emphasis(rule: InlineRule) -> InlineRule:
    """A wrapper for marks that may come to be emphasis, which is not known before the end."""

    def positioned(state: StateInline, silent: bool) -> bool:
        start, count = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            at = state.pos
            for token in reversed(state.tokens[count:]):
                if at > start:
                    token.meta[PLACE] = Place(at - len(token.content), at)
                    at -= len(token.content)
        return found

    return positioned


def _note_emphasis(state: StateInline) -> None:
    """Note as holes the marks that came to be emphasis: the others are text."""
    if not state.env.get(_IN_IMAGE, 0):
        for token in state.tokens:
            place = token_place(token)
            if place and (token.type in _EMPHASIS or (token.type == "text" and not token.content)):
                state.env[HOLES].append((place.start, place.end))


_WRAPPED: dict[str, Callable[[InlineRule], InlineRule]] = {
    "link": _bracketed("["),
    "image": _bracketed("!["),
    "autolink": _simple("inner"),
    "html_inline": _simple("none"),
    "newline": _simple("none"),
    "footnote_ref": _simple("none"),
    "backticks": _simple("all"),
    "emphasis": _emphasis,
    "strikethrough": _emphasis,
}


def token_place(token: Token) -> Place | None:
    """The place that was noted for a token."""
    place: Any = token.meta.get(PLACE)
    return place if isinstance(place, Place) else None
