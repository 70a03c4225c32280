"""Whether a page of Eleventy's or VitePress' may have ids that its text does not show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from blint.reading.post import Post
from blint.site.headings.schemes import scheme_of
from blint.site.headings.sindre_slugs import sindre_slug
from blint.site.links.urls import MARKDOWN
from blint.site.settings import Settings


def has_open_ids(post: Post, settings: Settings) -> bool:
    """Whether components, tags, values with HTML in them or the layout may bring ids."""
    scheme = scheme_of(settings)
    if scheme is None:
        return True
    if settings.preset.name == "vitepress":
        return any(_outside_code(post, _COMPONENT))
    if settings.generator["layoutOpen"] or _LEADS_ON.search(post.text):
        return True
    for template in post.document.templates:
        if not _QUIET.fullmatch(template.text) and not _is_code(post, template.span.start):
            return True
    if not scheme.raw:
        return False
    headings = _outside_code(post, _HEADING_START)
    if post.path.lower().endswith(MARKDOWN):
        return any(" id=" not in heading for heading in headings)
    # Of a template, the plain headings are known, as long as no two are the same.
    plain = [heading[1].strip() for heading in _RAW_HEADING.finditer(post.text)]
    return len(set(plain)) < sum(" id=" not in heading for heading in headings)


def ids_in_template(text: str) -> Iterator[str]:
    """The ids in a template of HTML, and those that its plain headings get."""
    for match in _ID.finditer(text):
        yield match[1] or match[2] or match[3]
    for heading in _RAW_HEADING.finditer(text):
        yield sindre_slug(unescape(heading[1]))


def _outside_code(post: Post, pattern: re.Pattern[str]) -> Iterator[str]:
    for match in pattern.finditer(post.text, post.front_matter.body):
        if not _is_code(post, match.start()):
            yield match[0]


def _is_code(post: Post, offset: int) -> bool:
    return any(start <= offset < end for start, end in post.document.code)


_ID: Final = re.compile(
    r"\s(?:id|name)\s*=\s*(?:\"([^\"{}]+)\"|'([^'{}]+)'|([^\s\"'<>={}]+))", re.IGNORECASE
)
# Components of VitePress' own have no ids.
_COMPONENT: Final = re.compile(
    r"<!--\s*@include|<(?!Badge\b|ClientOnly\b|VPTeam)[A-Z]\w*[\s/>]|<[a-z]+-[a-z]"
)
# A page that leads on takes the fragment along.
_LEADS_ON: Final = re.compile(r"http-equiv\s*=\s*[\"']?refresh|\blocation\b|<script", re.IGNORECASE)
_HEADING_START: Final = re.compile(r"<h[1-6](?:\s[^<>]*)?>", re.IGNORECASE)
_RAW_HEADING: Final = re.compile(
    r"<h[1-6](?:\s(?:(?!\sid=)[^<>])*)?>([^<>{}]*)</h[1-6]", re.IGNORECASE
)
# Tags that only choose and repeat what is written, and values that are hardly HTML.
_QUIET: Final = re.compile(
    r"\{%-?\s*(?:if|elif|elsif|elseif|else|endif|unless|endunless|for|endfor|case|when|endcase|set"
    r"|endset|assign|capture|endcapture|comment|endcomment|raw|endraw|verbatim|endverbatim"
    r"|include|extends|block|endblock|import|from|highlight|endhighlight|break|continue|cycle|post_url|link)\b.*"
    r"|\{\{[<%].*"
    r"|\{\{-?\s*(?:\"[^\"]*\"|'[^']*'|(?![^|}]*(?:ontent|html|body|toc))[\w.\[\]'\"]+)"
    r"\s*(?:\|(?!.*\b(?:safe|markdown\w*|md)\b)[^}]*)?\}\}",
    re.DOTALL,
)
