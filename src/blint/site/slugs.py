"""The anchors of a post: every fragment that leads to a place in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from blint.reading.document import Document, Heading
from blint.reading.post import Post
from blint.site.heading_ids import heading_anchors
from blint.site.heading_schemes import Scheme, drops_html, has_attribute_lists, scheme_of
from blint.site.heading_slugs import github_slug
from blint.site.settings import Settings


def anchor_ids(post: Post, settings: Settings) -> tuple[str, ...]:
    """Every fragment a post answers to, each once: of headings, HTML, attributes and footnotes.

    Those of headings come first, in text order. An anchor that is not certain begins with
    `heading_ids.VAGUE`.
    """
    document = post.document
    found: dict[str, None] = {}
    if document.headings:
        scheme = scheme_of(settings)
        headings = _headings(post, scheme) if scheme else _guesses(document)
        found = dict.fromkeys(anchor for anchor in headings if anchor is not None)
    if not drops_html(settings):
        for html in document.ids:
            found.setdefault(html.id)
    for note in document.footnotes:
        if note.definition:
            found.setdefault(note.label)
    body = post.text[post.front_matter.body :]
    if ("{" in body or ")=" in body) and has_attribute_lists(settings):
        for match in _ATTRIBUTE_ID.finditer(body):
            found.setdefault(match[1] or match[2])
    return tuple(found)


def _headings(post: Post, scheme: Scheme) -> Iterator[str | None]:
    return heading_anchors(post.document.headings, post.text, scheme)


def _guesses(document: Document) -> Iterator[str]:
    """Ids as github-slugger makes them, where the generator is not known.

    A heading with an image has two: GitHub leaves the image's description out, others count it.
    """
    seen: dict[str, int] = {}
    for heading in document.headings:
        for slug in _slugs(heading):
            yield _numbered(slug, seen)


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
