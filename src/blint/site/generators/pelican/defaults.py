"""What Pelican 4.10 takes for its settings where nobody sets them, and what it does not need."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

Substitutions = tuple[tuple[re.Pattern[str], str], ...]
"""Expressions, with what stands in place of what they find, in the order they are tried."""

KINDS: Final = {
    "ARTICLE": "{slug}.html",
    "ARTICLE_LANG": "{slug}-{lang}.html",
    "DRAFT": "drafts/{slug}.html",
    "DRAFT_LANG": "drafts/{slug}-{lang}.html",
    "PAGE": "pages/{slug}.html",
    "PAGE_LANG": "pages/{slug}-{lang}.html",
    "DRAFT_PAGE": "drafts/pages/{slug}.html",
    "DRAFT_PAGE_LANG": "drafts/pages/{slug}-{lang}.html",
    "STATIC": "{path}",
    "CATEGORY": "category/{slug}.html",
    "TAG": "tag/{slug}.html",
    "AUTHOR": "author/{slug}.html",
}
SITE_FEEDS: Final = (
    *("FEED_ATOM", "FEED_RSS", "FEED_ALL_ATOM", "FEED_ALL_RSS"),
    *("TRANSLATION_FEED_ATOM", "TRANSLATION_FEED_RSS"),
)
GROUPS: Final = ("CATEGORY_", "TAG_", "AUTHOR_")
FEEDS: Final = {
    "FEED_ALL_ATOM": "feeds/all.atom.xml",
    "TRANSLATION_FEED_ATOM": "feeds/all-{lang}.atom.xml",
    "CATEGORY_FEED_ATOM": "feeds/{slug}.atom.xml",
    "AUTHOR_FEED_ATOM": "feeds/{slug}.atom.xml",
    "AUTHOR_FEED_RSS": "feeds/{slug}.rss.xml",
}
NUMBERING: Final = ((2, "", "{name}{number}{extension}"),)
SUBSTITUTIONS: Final[Substitutions] = (
    (re.compile(r"[^\w\s-]", re.IGNORECASE), ""),
    (re.compile(r"\A\s*"), ""),
    (re.compile(r"\s*\Z"), ""),
    (re.compile(r"[-\s]+"), "-"),
)
DEFAULTS: Final[Mapping[str, Any]] = {
    "PATH": ".",
    "ARTICLE_PATHS": ("",),
    "PAGE_PATHS": ("pages",),
    "STATIC_PATHS": ("images",),
    "ARTICLE_EXCLUDES": (),
    "PAGE_EXCLUDES": (),
    "STATIC_EXCLUDES": (),
    "IGNORE_FILES": (".*",),
    "EXTRA_PATH_METADATA": None,
    "DEFAULT_METADATA": None,
    "DEFAULT_CATEGORY": "misc",
    "DEFAULT_DATE": None,
    "DEFAULT_LANG": "en",
    "FILENAME_METADATA": r"(?P<date>\d{4}-\d{2}-\d{2}).*",
    "PATH_METADATA": "",
    "USE_FOLDER_AS_CATEGORY": True,
    "SLUG_REGEX_SUBSTITUTIONS": None,
    "CATEGORY_REGEX_SUBSTITUTIONS": None,
    "TAG_REGEX_SUBSTITUTIONS": None,
    "AUTHOR_REGEX_SUBSTITUTIONS": None,
    "SLUGIFY_SOURCE": "title",
    "SLUGIFY_USE_UNICODE": False,
    "SLUGIFY_PRESERVE_CASE": False,
    "WITH_FUTURE_DATES": True,
    "READERS": None,
    "AUTHOR": "",
    "INDEX_SAVE_AS": "index.html",
    "DIRECT_TEMPLATES": ("index", "tags", "categories", "authors", "archives"),
    "TEMPLATE_PAGES": None,
    "THEME_STATIC_DIR": "theme",
    "DEFAULT_PAGINATION": False,
    "DEFAULT_ORPHANS": 0,
    "PAGINATED_TEMPLATES": {"index": None, "tag": None, "category": None, "author": None},
    "PAGINATION_PATTERNS": None,
    "LOCALE": None,
}
PERIODS: Final = ("YEAR", "MONTH", "DAY")
ADDRESSES: Final = frozenset(
    (
        *(f"{kind}_{end}" for kind in KINDS for end in ("URL", "SAVE_AS")),
        *(f"{period}_ARCHIVE_SAVE_AS" for period in PERIODS),
        *(f"{group}FEED_{kind}" for group in GROUPS for kind in ("ATOM", "RSS")),
        *SITE_FEEDS,
    )
)
"""Settings that hold an address, or the pattern of one."""
OBSOLETE: Final = ("ARTICLE_DIR", "PAGE_DIR", "SLUG_SUBSTITUTIONS", "FILES_TO_COPY")
"""Settings of old, which Pelican turns into others or does not know any more."""
HARMLESS: Final = frozenset(
    (
        *("sitemap", "neighbors", "neighbours", "related_posts", "similar_posts", "series"),
        *("render_math", "seo", "statistics", "post_stats", "tag_cloud", "share_post", "gravatar"),
        *("webassets", "assets", "css_html_js_minify", "minify", "yuicompressor", "tailwindcss"),
        *("extract_toc", "search", "tipue_search", "summary", "clean_summary", "read_more"),
        *("simple_footnotes", "github_activity", "gzip_cache", "optimize_images", "open_graph"),
        *("image_process", "thumbnailer", "better_figures_and_images", "representative_image"),
    )
)
"""Plugins that change no address; some make files of their own."""
