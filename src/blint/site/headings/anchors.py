"""The anchors of a post: every fragment that leads to a place in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from blint.late import late
from blint.reading.document import Document, Heading
from blint.reading.post import Post
from blint.site.headings.code import is_code
from blint.site.headings.ids import heading_anchors
from blint.site.headings.model import Scheme
from blint.site.headings.rules import rules_of, scheme_of
from blint.site.headings.slugs import github_slug
from blint.site.settings import Settings


def anchor_ids(post: Post, settings: Settings) -> tuple[str, ...]:
    """Every fragment a post answers to, each once: of headings, HTML, attributes and footnotes.

    Those of headings come first, in text order. An anchor that is not certain begins with
    `ids.VAGUE`.
    """
    rules, document = rules_of(settings), post.document
    page = rules.page(post, settings)
    if page is not None:
        return tuple(dict.fromkeys(page))
    found: dict[str, None] = {}
    scheme = scheme_of(settings) if document.headings or document.ids else None
    ids = () if rules.drops_html(settings) else tuple(html.id for html in document.ids)
    if document.headings:
        headings = _headings(post, settings, scheme, ids) if scheme else _guesses(document)
        found = dict.fromkeys(anchor for anchor in headings if anchor is not None)
    if ids:
        found.update(dict.fromkeys(_once(ids) if scheme and scheme.alone else ids))
    found.update(dict.fromkeys(rules.extra(post, settings)))
    body = post.text[post.front_matter.body :]
    has_targets = ")=" in body
    if ("{" in body or has_targets) and rules.attribute_lists(settings):
        pattern = _ID_OR_TARGET if has_targets else _ID
        listed = [match[match.lastindex or 0] for match in pattern.finditer(body)]
        found.update(dict.fromkeys(_once(listed) if scheme and scheme.unique else listed))
    return tuple(found)


def _once(names: Iterable[str]) -> list[str]:
    """The names that are not repeated: the others have no place."""
    return [name for name, count in Counter(names).items() if count == 1]


def _headings(
    post: Post, settings: Settings, scheme: Scheme, ids: tuple[str, ...]
) -> Iterator[str | None]:
    for headings in rules_of(settings).headings(post, settings):
        yield from heading_anchors(headings, post.text, scheme, ids)


def _guesses(document: Document) -> Iterable[str]:
    """Ids as github-slugger makes them, where the generator is not known.

    A heading with an image has two: GitHub leaves the image's description out, others count it.
    """
    # Together with the number of its last repetition.
    seen: dict[str, int] = {}
    for heading in document.headings:
        for slug in _slugs(heading):
            unique = slug
            while unique in seen:
                seen[slug] += 1
                unique = f"{slug}-{seen[slug]}"
            seen[unique] = 0
    return seen


def has_open_anchors(post: Post, settings: Settings) -> bool:
    """Whether a post may have more ids than can be seen.

    Components, includes and shortcodes may bring their own, and headings in raw HTML get one from
    some generators only.
    """
    is_open = rules_of(settings).is_open(post, settings)
    if is_open is not None:
        return is_open
    for template in post.document.templates:
        if _HARMLESS.match(template.text) is None and not is_code(post, template.span.start):
            return True
    body = post.text[post.front_matter.body :]
    if post.path.endswith(".mdx") and (_COMPONENT.search(body) or _MODULE.search(body)):
        return True
    scheme = scheme_of(settings)
    if scheme is not None and scheme.brings is not None:
        return scheme.brings.search(body) is not None
    if scheme is None or scheme.raw is None:
        return _may_bring_ids(body)
    return _INCLUDES.search(body) is not None or (
        scheme.raw and any(" id=" not in match[0] for match in _RAW_HEADING.finditer(body))
    )


def _may_bring_ids(body: str) -> bool:
    """Whether a text has includes, directives or raw headings, any of which may bring ids.

    One expression for all of them would take ten times as long: it has no beginning to look for.
    """
    return (
        _INCLUDE.search(body) is not None
        or ("<" in body and ("-8<-" in body or _RAW_HEADING.search(body) is not None))
        or ("@" in body and _INCLUDE_COMMENT.search(body) is not None)
        or (":::" in body and _DIRECTIVE.search(body) is not None)
        or ("{" in body and "```{" in body and _BRACED_FENCE.search(body) is not None)
    )


def _slugs(heading: Heading) -> tuple[str, ...]:
    if heading.id is not None:
        return (heading.id,)
    inlines = heading.inlines
    if len(inlines) == 1 and inlines[0][0] == "text":
        return (github_slug(inlines[0][1].strip()),)
    slug = github_slug(heading.text.strip())
    if any(kind == "image" and text for kind, text in inlines):
        words = (text for kind, text in inlines if kind != "html")
        return (slug, github_slug("".join(words).strip()))
    return (slug,)


# kramdown's `{: #id}`, `{#id .class}` of many others, and MyST's `(id)=`.
_ID: Final = re.compile(r"\{:?[ \t]*(?:[^{}#\n]*[ \t])?#([^\s{}]+)[^{}\n]*\}")
_ID_OR_TARGET: Final = re.compile(_ID.pattern + r"|^\(([^()\n]+)\)=[ \t]*$", re.MULTILINE)
_HARMLESS: Final = late(
    r"\{\{[<%]/\*|\{\{[<%]-?\s*/?\s*(?:ref|relref|figure|highlight|youtube|vimeo|gist|tweet|x|instagram|param"
    r"|qr|icon|alert|notice|callout|badge|button|gallery|github|video|audio|mermaid|katex)\b|\{%-?\s*(?:link|post_url|raw|endraw|highlight|endhighlight|comment|endcomment"
    r"|assign|if|else|elsif|endif|unless|endunless|image"
    r"|post_link|post_path|asset_img|asset_link|asset_path|url_for|full_url_for)\b"
    r"|\{\{-?\s*(?:site|page|baseurl)\b[^|]*\}\}$|\{\{-?\s*(?:\"[^\"]*\"|'[^']*')[^}]*\}\}$"
)
_COMPONENT: Final = late(r"<[A-Z]")
_MODULE: Final = late(r"^(?:import|export)\s", re.MULTILINE)
_RAW_HEADING: Final = late(r"<h[1-6](?:\s[^<>]*)?>?", re.IGNORECASE)
# Some components that generators bring along have no ids.
_INCLUDES: Final = late(
    r"<!--\s*@include|<(?!Badge\b|ClientOnly\b|VPTeam)[A-Z]\w*[\s/>]|<[a-z]+-[a-z]"
)
_INCLUDE: Final = late(r"\[!INCLUDE", re.IGNORECASE)
_INCLUDE_COMMENT: Final = late(r"<!--\s*@include", re.IGNORECASE)
_DIRECTIVE: Final = late(r"^:::[ \t]+[\w.]+$", re.MULTILINE)
_BRACED_FENCE: Final = late(r"^`{3,}\{", re.MULTILINE)
