"""kramdown as Jekyll sets it up: what it takes for links and definitions, and the ids it makes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from blint.late import late
from blint.reading.destinations import normal_label
from blint.reading.document import Document, Heading, Link
from blint.reading.post import Post
from blint.site.headings.ids import VAGUE, heading_anchors
from blint.site.headings.model import Scheme
from blint.site.headings.slugs import github_slug
from blint.source import Span


class Block(NamedTuple):
    """A block of raw HTML; `parsed`: the Markdown in it is read."""

    span: Span
    parsed: bool


def is_kramdown(preset: str, config: Mapping[str, Any]) -> bool:
    """Whether kramdown reads the posts of a site."""
    return preset == "jekyll" and config.get("markdown", "kramdown") in {"kramdown", "Kramdown"}


def anchors(post: Post, scheme: Scheme, config: Mapping[str, Any]) -> Iterator[str]:
    """The ids of a post: of headings, tables of contents, HTML, footnotes and attribute lists."""
    document, text = post.document, post.text
    options = _options(config)
    body = text[post.front_matter.body :]
    headings = [one for one in _heading_ids(post, scheme, options) if one is not None]
    yield from headings
    if _TABLE.search(body):
        yield "markdown-toc"
        yield from (f"markdown-toc-{one}" for one in headings if one[:1] != VAGUE)
    yield from (html.id for html in document.ids)
    yield from _of_footnotes(document, str(options.get("footnote_prefix") or ""))
    for match in _LIST_ID.finditer(body):
        line = body[body.rfind("\n", 0, match.start()) + 1 : match.start()]
        # A list after the text of a heading is a part of the heading.
        if not (line.startswith("#") and line[-1] in " \t"):
            yield match[1]


def links(post: Post, found: Iterable[Link]) -> Iterator[Link]:
    """The links of a post as kramdown has them, given those of CommonMark."""
    last = _last_definitions(post.document) if post.document.definitions else {}
    raw = [match.span() for match in _RAW.finditer(post.text)] if "endraw" in post.text else []
    for link in found:
        after = post.text[link.span.end : link.span.end + 200]
        given = _GIVEN.match(after) if after[:2] == "{:" else None
        if given is not None:
            yield link._replace(destination=given[1])
        elif link.kind == "reference" and link.destination_span in last:
            destination, span = last[link.destination_span]
            yield link._replace(destination=destination, destination_span=span)
        elif link.templated and any(start < link.span.start < end for start, end in raw):
            yield link._replace(templated=False)
        elif link.kind == "inline" and not link.templated:
            yield link._replace(destination=_literal(link, post.text))
        else:
            yield link
    if post.document.undefined:
        defined = dict(loose_definitions(post))
        for reference in post.document.undefined:
            place = defined.get(normal_label(reference.label))
            if place is not None:
                destination = post.text[place.start : place.end]
                yield Link(destination, place, reference.span, "reference", reference.image)


def _literal(link: Link, text: str) -> str:
    """The destination of an inline link: a backslash in it is one, `( <a> )` has its brackets."""
    start, end = link.destination_span
    written = text[start:end]
    if text[start - 1 : start] == "<" and text[start - 2 : start - 1] in {" ", "\t"}:
        return f"<{written}>"
    return written if _ESCAPED.search(written) else link.destination


def loose_definitions(post: Post) -> Iterator[tuple[str, Span]]:
    """The definitions whose destination holds spaces: label and place of the destination."""
    for match in _LOOSE.finditer(post.text, post.front_matter.body):
        yield normal_label(match[1]), Span(*match.span(2))


def as_it_stands(link: Link, text: str) -> bool:
    """Whether the plugin for relative links leaves a link alone, which reads the text itself."""
    if link.kind != "inline":
        return False
    start, end = link.destination_span
    return text[start - 1 : start] == "<" or _SINGLE.match(text, end, link.span.end) is not None


def _heading_ids(post: Post, scheme: Scheme, options: Mapping[str, Any]) -> Iterator[str | None]:
    document, text = post.document, post.text
    outside, inside = document.headings, []
    if scheme.inner is not None and document.headings and "<" in text:
        is_on = options.get("parse_block_html") is True
        blocks = list(html_blocks(text, post.front_matter.body, is_on))
        outside = [one for one in document.headings if _block_of(one, blocks) is None]
        for one in document.headings:
            block = _block_of(one, blocks)
            if block is not None and block.parsed:
                inside.append(one)
            elif block is not None:
                # It is most likely text, as long as the block is closed where it seems to be.
                yield VAGUE + github_slug(one.text)
    yield from heading_anchors(outside, text, scheme)
    if inside and scheme.inner is not None:
        yield from heading_anchors(inside, text, scheme.inner)
    if scheme.tight:
        for match in _TIGHT_HEADING.finditer(text, post.front_matter.body):
            yield VAGUE + github_slug(match[1])


def html_blocks(text: str, start: int, parse_all: bool) -> Iterator[Block]:
    """The outermost blocks of raw HTML that are closed, in a text from an offset on."""
    at = start
    while opener := _OPENS.search(text, at):
        at = opener.end()
        depth = 1
        for tag in re.finditer(rf"<(/?){opener[1]}\b[^<>]*>", text[at:], re.IGNORECASE):
            depth += -1 if tag[1] else 1
            if not depth:
                parsed = parse_all or _PARSED.search(opener[0]) is not None
                yield Block(Span(opener.start(), at + tag.end()), parsed)
                at += tag.end()
                break


def _block_of(heading: Heading, blocks: list[Block]) -> Block | None:
    at = heading.span.start
    return next((block for block in blocks if block.span.start <= at < block.span.end), None)


def _of_footnotes(document: Document, prefix: str) -> Iterator[str]:
    defined = {note.label for note in document.footnotes if note.definition}
    used = Counter(note.label for note in document.footnotes if not note.definition)
    for label, times in used.items():
        if label in defined:
            yield f"fn:{prefix}{label}"
            yield f"fnref:{prefix}{label}"
            yield from (f"fnref:{prefix}{label}:{number}" for number in range(1, times))


def _last_definitions(document: Document) -> dict[Span, tuple[str, Span]]:
    """What counts instead of the first of several definitions of one label: the last."""
    first: dict[str, Span] = {}
    found: dict[Span, tuple[str, Span]] = {}
    for one in document.definitions:
        span = first.setdefault(normal_label(one.label), one.destination_span)
        if span != one.destination_span:
            found[span] = one.destination, one.destination_span
    return found


def _options(config: Mapping[str, Any]) -> Mapping[str, Any]:
    found = config.get("kramdown")
    return found if isinstance(found, Mapping) else {}


_TABLE: Final = late(r"^[ \t]*\{:(?:[^}\n]*[ \t])?toc(?:[ \t][^}\n]*)?\}", re.MULTILINE)
_LIST_ID: Final = late(r"\{:[ \t]*(?:[^{}#\n]*[ \t])?#([A-Za-z][\w:-]*)[^{}\n]*\}")
_GIVEN: Final = late(r"\{:[^{}\n]*?\bhref=[\"']([^\"'\n]*)[\"'][^{}\n]*\}")
_ESCAPED: Final = late(r"\\[!-/:-@\[-`{-~]")
_RAW: Final = late(r"\{%-?\s*raw\s*-?%\}.*?\{%-?\s*endraw\s*-?%\}", re.DOTALL)
_SINGLE: Final = late(r">?\s+'[^'\n]*'\s*\)")
_LOOSE: Final = late(
    r"(?:^|(?<=\n))[ ]{0,3}\[([^\[\]\n]+)\]:[ \t]*([^\s<>\"'{](?:[^\n<>\"'{]*[^\s<>\"'{])?)"
    r"[ \t]*(?:\"[^\"\n]*\"|'[^'\n]*')?[ \t]*(?=\r?\n|$)"
)
_TIGHT_HEADING: Final = late(r"^#{1,6}(?![#\s])(.*)$", re.MULTILINE)
_PARSED: Final = late(r"\bmarkdown\s*=\s*[\"']?(?:1|block)\b", re.IGNORECASE)
_OPENS: Final = late(
    r"^ {0,3}<(?!(?:a|abbr|acronym|b|big|bdo|br|button|cite|code|del|dfn|em|hr|i|img|input|ins|kbd"
    r"|label|mark|option|q|r[bpt]c?|ruby|s|samp|select|small|span|strong|su[bp]|tt|u|var)\b)"
    r"([A-Za-z][\w-]*)\b[^<>]*(?<!/)>",
    re.MULTILINE | re.IGNORECASE,
)
