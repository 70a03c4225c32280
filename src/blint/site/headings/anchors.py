"""The anchors of a post: every fragment that leads to a place in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from blint.reading.document import Document, Heading
from blint.reading.post import Post
from blint.site.generators.astro.anchors import footnote_ids, has_open_ids, ids_in_markup, is_markup
from blint.site.generators.docusaurus import anchors as docusaurus_anchors
from blint.site.generators.hexo import anchors as hexo_anchors
from blint.site.generators.hugo import anchors as hugo_anchors
from blint.site.generators.jekyll import kramdown
from blint.site.headings import docutils_anchors, markdown_it_anchors, python_markdown
from blint.site.headings.ids import heading_anchors
from blint.site.headings.schemes import Scheme, drops_html, has_attribute_lists, scheme_of
from blint.site.headings.slugs import github_slug
from blint.site.links.urls import MARKDOWN
from blint.site.settings import Settings


def anchor_ids(post: Post, settings: Settings) -> tuple[str, ...]:
    """Every fragment a post answers to, each once: of headings, HTML, attributes and footnotes.

    Those of headings come first, in text order. An anchor that is not certain begins with
    `heading_ids.VAGUE`.
    """
    document = post.document
    if settings.preset.heading_ids == "astro" and is_markup(post.path):
        return tuple(dict.fromkeys(ids_in_markup(post.text)))
    if settings.preset.heading_ids == "eleventy" and not post.path.lower().endswith(MARKDOWN):
        return tuple(dict.fromkeys(markdown_it_anchors.ids_in_template(post.text)))
    copied = _in_other_formats(post, settings)
    if copied is not None:
        return tuple(dict.fromkeys(copied))
    if kramdown.is_kramdown(settings.preset.name, settings.generator):
        made = scheme_of(settings)
        if made is not None:
            return tuple(dict.fromkeys(kramdown.anchors(post, made, settings.generator)))
    found: dict[str, None] = {}
    scheme = scheme_of(settings) if document.headings or document.ids else None
    ids = () if drops_html(settings) else tuple(html.id for html in document.ids)
    if document.headings:
        headings = _headings(post, settings, scheme, ids) if scheme else _guesses(document)
        found = dict.fromkeys(anchor for anchor in headings if anchor is not None)
    for name in ids:
        if scheme is None or not scheme.alone or ids.count(name) == 1:
            found.setdefault(name)
    found.update(dict.fromkeys(_of_footnotes(post, settings)))
    body = post.text[post.front_matter.body :]
    if ("{" in body or ")=" in body) and has_attribute_lists(settings):
        lists = [match[1] or match[2] for match in _ATTRIBUTE_ID.finditer(body)]
        for name in lists:
            if scheme is None or not scheme.unique or lists.count(name) == 1:
                found.setdefault(name)
    return tuple(found)


def _in_other_formats(post: Post, settings: Settings) -> Iterable[str] | None:
    """The ids of what is no Markdown, and is read as what it is; None for others."""
    if post.path.endswith(".rst"):
        return docutils_anchors.anchor_ids(post.text)
    if settings.preset.heading_ids in _COPYING and post.path.endswith(".html"):
        return python_markdown.copied_ids(post.text)
    return None


def _headings(
    post: Post, settings: Settings, scheme: Scheme, ids: tuple[str, ...]
) -> Iterator[str | None]:
    if settings.preset.heading_ids != "docusaurus":
        yield from heading_anchors(post.document.headings, post.text, scheme, ids)
        return
    for headings in docusaurus_anchors.headings_of(post, settings):
        yield from heading_anchors(headings, post.text, scheme, ids)


def _of_footnotes(post: Post, settings: Settings) -> Iterator[str]:
    """The labels of footnotes; where markdown-it's plugin is known to make them, its ids."""
    notes = post.document.footnotes
    if settings.preset.heading_ids == "astro":
        yield from footnote_ids(post)
        return
    if settings.preset.heading_ids == "docusaurus" and "plan" in settings.generator:
        yield from docusaurus_anchors.footnote_ids(post, settings)
        return
    if settings.preset.heading_ids == "mkdocs" and settings.generator:
        yield from python_markdown.extra_ids(post.text, settings.generator)
        return
    if settings.preset.heading_ids == "hugo" and settings.generator:
        yield from hugo_anchors.extra_ids(post, settings.generator)
        return
    if settings.preset.heading_ids == "hexo":
        yield from hexo_anchors.extra_ids(post, settings.generator)
        return
    if settings.generator.get("footnotes") is not True:
        yield from (note.label for note in notes if note.definition)
        return
    used = {note.label for note in notes if not note.definition}
    for number in range(1, len(used) + post.text.count("^[") + 1):
        yield from (f"fn{number}", f"fnref{number}")


def _guesses(document: Document) -> Iterator[str]:
    """Ids as github-slugger makes them, where the generator is not known.

    A heading with an image has two: GitHub leaves the image's description out, others count it.
    """
    seen: dict[str, int] = {}
    for heading in document.headings:
        for slug in _slugs(heading):
            yield _numbered(slug, seen)


def has_open_anchors(post: Post, settings: Settings) -> bool:
    """Whether a post may have more ids than can be seen.

    Components, includes and shortcodes may bring their own, and headings in raw HTML get one from
    some generators only.
    """
    if settings.preset.heading_ids in _COPYING and post.path.endswith(".html"):
        return "<script" in post.text
    if settings.preset.heading_ids == "docusaurus":
        return docusaurus_anchors.has_open_ids(post)
    if post.path.endswith(".rst"):
        return docutils_anchors.has_open_ids(post.text)
    if settings.preset.name == "jekyll" and not post.path.lower().endswith(MARKDOWN):
        # What is not Markdown is not read as what it is.
        return True
    if settings.preset.heading_ids == "astro" and settings.generator:
        return has_open_ids(post)
    if settings.preset.text_links and "footnotes" in settings.generator:
        return markdown_it_anchors.has_open_ids(post, settings)
    for template in post.document.templates:
        if _HARMLESS.match(template.text) is None and not _in_code(post, template.span.start):
            return True
    body = post.text[post.front_matter.body :]
    if post.path.endswith(".mdx") and _COMPONENT.search(body):
        return True
    scheme = scheme_of(settings)
    if scheme is not None and scheme.brings is not None:
        return scheme.brings.search(body) is not None
    if scheme is None or scheme.raw is None:
        return _BRINGS_IDS.search(body) is not None or _RAW_HEADING.search(body) is not None
    return _INCLUDES.search(body) is not None or (
        scheme.raw and any(" id=" not in match[0] for match in _RAW_HEADING.finditer(body))
    )


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
# Generators that copy pages of HTML as they are.
_COPYING: Final = frozenset(("docusaurus", "mkdocs"))
_HARMLESS: Final = re.compile(
    r"\{\{[<%]/\*|\{\{[<%]-?\s*/?\s*(?:ref|relref|figure|highlight|youtube|vimeo|gist|tweet|x|instagram|param"
    r"|qr|icon|alert|notice|callout|badge|button|gallery|github|video|audio|mermaid|katex)\b|\{%-?\s*(?:link|post_url|raw|endraw|highlight|endhighlight|comment|endcomment"
    r"|assign|if|else|elsif|endif|unless|endunless|image"
    r"|post_link|post_path|asset_img|asset_link|asset_path|url_for|full_url_for)\b"
    r"|\{\{-?\s*(?:site|page|baseurl)\b[^|]*\}\}$|\{\{-?\s*(?:\"[^\"]*\"|'[^']*')[^}]*\}\}$"
)
_COMPONENT: Final = re.compile(r"<[A-Z]|^(?:import|export)\s", re.MULTILINE)
_RAW_HEADING: Final = re.compile(r"<h[1-6](?:\s[^<>]*)?>?", re.IGNORECASE)
# Components of VitePress' own have no ids.
_INCLUDES: Final = re.compile(
    r"<!--\s*@include|<(?!Badge\b|ClientOnly\b|VPTeam)[A-Z]\w*[\s/>]|<[a-z]+-[a-z]"
)
_BRINGS_IDS: Final = re.compile(
    r"\[!INCLUDE|<!--\s*@include|-8<-|^:::[ \t]+[\w.]+$|^`{3,}\{",
    re.IGNORECASE | re.MULTILINE,
)
