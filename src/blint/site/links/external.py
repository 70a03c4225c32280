"""Links to other sites: which they are."""

from __future__ import annotations

from blint.reading.document import Link
from blint.site.links.link_facts import worth_keeping
from blint.site.links.web_urls import is_web
from blint.site.settings import Settings


def is_external(link: Link, settings: Settings) -> bool:
    """Whether a link leads to another site, as readers of the site have it before them."""
    if link.templated or not is_web(link.destination) or worth_keeping(link, settings):
        return False
    return link.kind != "bare" or settings.preset.bare_links
