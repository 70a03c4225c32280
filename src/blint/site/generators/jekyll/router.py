"""Jekyll: addresses by permalinks, links as written, files looked up by Liquid tags.

The rules are those of Jekyll 4.3 and of the plugins that GitHub Pages has; they are compared with
real builds in `tests/fixtures/sites`.
"""

from __future__ import annotations

import re
from typing import Final

from blint.late import late
from blint.site.generators.jekyll.links import owns, publishes, read, sources
from blint.site.generators.jekyll.made import generated, numbered
from blint.site.generators.jekyll.plan import draw_up, plan_of
from blint.site.generators.jekyll.routes import routes
from blint.site.routing.model import Layout, Router
from blint.site.routing.writing import by_address


def knows(layout: Layout) -> bool:
    """Whether all posts are published, and once: a limit keeps the newest, and blint knows nothing
    of plugins for languages, which find posts in folders of their own."""
    limit = layout.config.get("limit_posts")
    if isinstance(limit, int) and limit > 0:
        return False
    return not any(_LANGUAGES.search(plugin) for plugin in plan_of(layout).plugins)


ROUTER = Router(
    routes,
    read,
    sources,
    generated,
    knows,
    publishes,
    numbered,
    prepare=draw_up,
    owns=owns,
    writes=by_address,
)

_LANGUAGES: Final = late("lang|polyglot|i18n|local", re.IGNORECASE)
