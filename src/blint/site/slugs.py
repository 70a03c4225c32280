"""Heading ids: a heading's text becomes the fragment that links to it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from blint.reading.document import Document, Heading
from blint.reading.post import Post


def heading_ids(document: Document) -> tuple[str, ...]:
    """Every fragment a document answers to, as GitHub has it, each once, in text order.

    Heading ids first, then ids in raw HTML, then the labels of footnotes. A heading with an image
    has two: GitHub leaves the image's description out, Docusaurus and Hugo count it in.
    """
    found: dict[str, None] = {}
    seen: dict[str, int] = {}
    for heading in document.headings:
        for slug in _slugs(heading):
            found.setdefault(_numbered(slug, seen))
    for html in document.ids:
        found.setdefault(html.id)
    for note in document.footnotes:
        if note.definition:
            found.setdefault(note.label)
    return tuple(found)


def anchor_ids(post: Post) -> tuple[str, ...]:
    """Every fragment a post answers to: `heading_ids`, and ids in attribute lists."""
    found = heading_ids(post.document)
    body = post.text[post.front_matter.body :]
    if "{" in body or ")=" in body:
        marks = (match[1] or match[2] for match in _ATTRIBUTE_ID.finditer(body))
        return tuple(dict.fromkeys((*found, *marks)))
    return found


def has_open_anchors(post: Post) -> bool:
    """Whether a post may have more ids than can be seen.

    Components, includes and shortcodes may bring their own, and headings in raw HTML get one from
    some generators only.
    """
    for template in post.document.templates:
        if _HARMLESS.match(template.text) is None and not _in_code(post, template.span.start):
            return True
    body = post.text[post.front_matter.body :]
    if post.path.endswith(".mdx") and _COMPONENT.search(body):
        return True
    return _BRINGS_IDS.search(body) is not None


def _in_code(post: Post, offset: int) -> bool:
    return any(start <= offset < end for start, end in post.document.code)


def github_slug(text: str) -> str:
    """The id of a heading's text before numbering, after github-slugger 2.

    Lower case; of the rest, letters, marks, decimal digits, letter numbers, connector punctuation
    and the hyphen stay, each space becomes a hyphen.
    """
    text = text.lower()
    if text.isascii():
        return text.translate(_ASCII)
    return "".join(map(_kept, text))


def _slugs(heading: Heading) -> Iterator[str]:
    if heading.id is not None:
        yield heading.id
        return
    yield github_slug(heading.text.strip())
    if any(kind == "image" and text for kind, text in heading.inlines):
        words = (text for kind, text in heading.inlines if kind != "html")
        yield github_slug("".join(words).strip())


def _numbered(slug: str, seen: dict[str, int]) -> str:
    """The slug, with a number where an earlier heading has it; `seen` remembers."""
    unique = slug
    while unique in seen:
        seen[slug] += 1
        unique = f"{slug}-{seen[slug]}"
    seen[unique] = 0
    return unique


# kramdown's `{: #id}`, `{#id .class}` of many others, and MyST's `(id)=`.
_ATTRIBUTE_ID: Final = re.compile(
    r"\{:?[ \t]*(?:[^{}#\n]*[ \t])?#([^\s{}]+)[^{}\n]*\}|^\(([^()\n]+)\)=[ \t]*$", re.MULTILINE
)
_HARMLESS: Final = re.compile(
    r"\{\{[<%]-?\s*/?\s*(?:ref|relref|figure|highlight|youtube|vimeo|gist|tweet|x|instagram|param"
    r"|qr|icon|alert|notice|callout|badge|button|gallery|github|video|audio|mermaid|katex)\b|\{%-?\s*(?:link|post_url|raw|endraw|highlight|endhighlight|comment|endcomment"
    r"|assign|if|else|elsif|endif|unless|endunless|image)\b"
    r"|\{\{-?\s*(?:site|page|baseurl)\b[^|]*\}\}$|\{\{-?\s*(?:\"[^\"]*\"|'[^']*')[^}]*\}\}$"
)
_COMPONENT: Final = re.compile(r"<[A-Z]|^(?:import|export)\s", re.MULTILINE)
_BRINGS_IDS: Final = re.compile(
    r"<h[1-6][\s>]|\[!INCLUDE|<!--\s*@include|-8<-|^:::[ \t]+[\w.]+$|^`{3,}\{",
    re.IGNORECASE | re.MULTILINE,
)

_ASCII: Final = {
    code: "-" if char == " " else None
    for code, char in enumerate(map(chr, range(128)))
    if not (char.isalnum() or char in "_-")
}

_KEPT_CATEGORIES: Final = frozenset(("Nd", "Nl", "Pc"))


@cache
def _kept(char: str) -> str:
    if char == " ":
        return "-"
    category = unicodedata.category(char)
    letter = category[0] in "LM" or category in _KEPT_CATEGORIES
    return char if letter or char == "-" or _is_circled_letter(char) else ""


def _is_circled_letter(char: str) -> bool:
    """Symbols by category that are alphabetic by property: Ⓐ and its kin."""
    return (
        "\u24b6" <= char <= "\u24e9"
        or "\U0001f130" <= char <= "\U0001f149"
        or "\U0001f150" <= char <= "\U0001f169"
        or "\U0001f170" <= char <= "\U0001f189"
    )
