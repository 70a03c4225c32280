"""Ids as the plugins give them that an Eleventy site chooses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html import unescape
from typing import Final

from blint.late import late
from blint.reading.post import Post
from blint.site.headings.code import is_code, outside_code
from blint.site.headings.js_slugs import slugged
from blint.site.headings.markdown_it_ids import MARKDOWN_IT, knows_plugins
from blint.site.headings.model import Config, Scheme
from blint.site.headings.rules import scheme_of
from blint.site.headings.sindre_slugs import sindre_slug
from blint.site.headings.texts import page_text, plain_text
from blint.site.links.urls import MARKDOWN
from blint.site.settings import Settings


def _scheme(config: Config) -> Scheme | None:
    """The scheme of what gives `ids`, as the configuration has it; without one nobody knows."""
    ids, steps = config.get("ids"), config.get("slugs") or ()
    has_lists = config.get("attrs") is True
    if ids == "plugin" and not has_lists:
        return Scheme(
            page_text,
            sindre_slug,
            counts=True,
            first=2,
            entities="read",
            alone=True,
            raw=True,
            unclear=_ODD,
        )
    if ids not in ("", "anchor"):
        return None
    return Scheme(
        plain_text,
        partial(slugged, steps=steps),
        lambda _: has_lists,
        remembers=True,
        unique=True,
        raw=False,
        levels=config["levels"] if ids else (),
    )


def _page(post: Post, _settings: Settings) -> list[str] | None:
    """The ids in a template of HTML, and those that its plain headings get."""
    return None if post.path.lower().endswith(MARKDOWN) else list(_ids_in_template(post.text))


def _ids_in_template(text: str) -> Iterator[str]:
    for match in _ID.finditer(text):
        yield match[1] or match[2] or match[3]
    for heading in _RAW_HEADING.finditer(text):
        yield sindre_slug(unescape(heading[1]))


def _is_open(post: Post, settings: Settings) -> bool | None:
    """Whether tags, values with HTML in them or the layout may bring ids."""
    if not knows_plugins(settings):
        return None
    scheme = scheme_of(settings)
    if scheme is None or settings.generator["layoutOpen"] or _LEADS_ON.search(post.text):
        return True
    for template in post.document.templates:
        if not _QUIET.fullmatch(template.text) and not is_code(post, template.span.start):
            return True
    if not scheme.raw:
        return False
    headings = outside_code(post, _HEADING_START)
    if post.path.lower().endswith(MARKDOWN):
        return any(" id=" not in heading for heading in headings)
    # Of a template, the plain headings are known, as long as no two are the same.
    plain = [heading[1].strip() for heading in _RAW_HEADING.finditer(post.text)]
    return len(set(plain)) < sum(" id=" not in heading for heading in headings)


def _drops_html(settings: Settings) -> bool:
    return settings.generator.get("html") is False


# The plugin counts slugs in an object, where one word is there from the start, and takes comments
# for text.
_ODD: Final = re.compile(r"<!--|^\W*constructor\W*$", re.IGNORECASE)
_ID: Final = late(
    r"\s(?:id|name)\s*=\s*(?:\"([^\"{}]+)\"|'([^'{}]+)'|([^\s\"'<>={}]+))", re.IGNORECASE
)
# A page that leads on takes the fragment along.
_LEADS_ON: Final = late(r"http-equiv\s*=\s*[\"']?refresh|\blocation\b|<script", re.IGNORECASE)
_HEADING_START: Final = re.compile(r"<h[1-6](?:\s[^<>]*)?>", re.IGNORECASE)
_RAW_HEADING: Final = late(r"<h[1-6](?:\s(?:(?!\sid=)[^<>])*)?>([^<>{}]*)</h[1-6]", re.IGNORECASE)
# Tags that only choose and repeat what is written, and values that are hardly HTML.
_QUIET: Final = late(
    r"\{%-?\s*(?:if|elif|elsif|elseif|else|endif|unless|endunless|for|endfor|case|when|endcase|set"
    r"|endset|assign|capture|endcapture|comment|endcomment|raw|endraw|verbatim|endverbatim"
    r"|include|extends|block|endblock|import|from|highlight|endhighlight|break|continue|cycle|post_url|link)\b.*"
    r"|\{\{[<%].*"
    r"|\{\{-?\s*(?:\"[^\"]*\"|'[^']*'|(?![^|}]*(?:ontent|html|body|toc))[\w.\[\]'\"]+)"
    r"\s*(?:\|(?!.*\b(?:safe|markdown\w*|md)\b)[^}]*)?\}\}",
    re.DOTALL,
)

IDS: Final = MARKDOWN_IT._replace(
    scheme=_scheme, page=_page, is_open=_is_open, drops_html=_drops_html
)
