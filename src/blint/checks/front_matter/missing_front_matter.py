"""missing-front-matter: a post has no front matter where its generator counts on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from blint.diagnostics import Finding
from blint.reading.post import Post
from blint.site.schema.compiled import schema_for
from blint.site.settings import Settings
from blint.source import Span

# These take a page's title from its first heading or keep metadata elsewhere.
_OPTIONAL: Final = frozenset(
    ("docusaurus", "mkdocs", "mkdocs-material", "pelican", "plain", "vitepress")
)


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """Report a post that begins with its body."""
    front_matter = post.front_matter
    if front_matter.format is not None or front_matter.faults:
        return
    if settings.preset.name in _OPTIONAL or _is_no_post(post.path, settings.preset.name):
        return
    if schema_for(settings.schema).required:
        return  # schema-violation names the keys that are missing
    line_end = post.text.find("\n")
    yield Finding(
        Span(0, line_end if line_end >= 0 else len(post.text)),
        "This post has no front matter." if post.text.strip() else "This post is empty.",
        help=f"{settings.preset.title} takes a post's title and date from it.",
    )


def _is_no_post(path: str, preset: str) -> bool:
    """Whether a file explains a folder to those who work in it, or is a part of other pages."""
    *folders, name = path.split("/")
    if name.partition(".")[0].casefold() in {"readme", "contributing", "changelog", "license"}:
        return True
    # A leading underscore hides partials from most generators; Jekyll's collections all have one.
    hidden = [part for part in folders if part[0] == "_" and part not in {"_posts", "_drafts"}]
    is_partial = bool(hidden) or (name[0] == "_" and not name.startswith("_index."))
    return is_partial and preset not in {"jekyll", "hexo"}
