"""Ids as Astro gives them: of headings, in markup, and of footnotes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from blint.late import late
from blint.reading.post import Post
from blint.site.generators.astro.config import has_unknown_plugins, is_smart
from blint.site.headings.model import Config, IdRules, Scheme
from blint.site.headings.slugs import github_slug
from blint.site.headings.texts import astro_text, sourced_text
from blint.site.links.records import IdRule
from blint.site.links.urls import MARKDOWN
from blint.site.settings import Settings


def _scheme(config: Config) -> Scheme | None:
    if has_unknown_plugins(config):
        return None
    return Scheme(astro_text if is_smart(config) else sourced_text, github_slug, raw=False)


def _page(post: Post, _settings: Settings) -> list[str] | None:
    """The ids that markup gives as they are, on a page that is no Markdown."""
    if post.path.lower().endswith(MARKDOWN):
        return None
    return [match[2] for match in _ID.finditer(post.text)]


def _footnote_ids(post: Post, _settings: Settings) -> Iterator[str]:
    """The ids of footnotes, as GFM has them; those with other letters as links spell them, too."""
    notes = post.document.footnotes
    defined = {_folded(note.label) for note in notes if note.definition}
    counts: dict[str, int] = {}
    for note in notes:
        label = _folded(note.label)
        if note.definition or label not in defined:
            continue
        counts[label] = number = counts.get(label, 0) + 1
        end = f"-{number}" if number > 1 else ""
        for spelled in dict.fromkeys((label, quote(label))):
            if not end:
                yield f"user-content-fn-{spelled}"
            yield f"user-content-fnref-{spelled}{end}"
    if counts:
        yield "footnote-label"


def _is_open(post: Post, settings: Settings) -> bool | None:
    """Whether components, expressions or scripts may bring ids that the text does not show."""
    if not settings.generator:
        return None
    if post.path.endswith(".html"):
        return "<script" in post.text
    if post.path.endswith((".mdx", ".astro")):
        start = post.front_matter.body if post.path.endswith(".mdx") else 0
        return any(
            not any(first <= match.start() < last for first, last in post.document.code)
            for match in _BRINGS.finditer(post.text, start)
        )
    return _CUSTOM.search(post.text, post.front_matter.body) is not None


def _attribute_lists(settings: Settings) -> bool:
    """Whether `{#id}` may mean something: a plugin may read it."""
    return not settings.generator or has_unknown_plugins(settings.generator)


def _certainty(settings: Settings) -> IdRule:
    return "all" if settings.generator else "exact"


def _folded(label: str) -> str:
    return label.lower().upper().lower()


_ID: Final = late(r"\b(?:id|name)\s*=\s*\{?(['\"])([^\"'{}<>]+)\1")
# Those that Astro and Starlight come with have no ids that a link would name.
_BRINGS: Final = late(
    r"<(?!(?:Aside|Badge|Card|CardGrid|Code|FileTree|Fragment|Icon|Image|LinkButton|LinkCard"
    r"|Picture|Steps|TabItem|Tabs)\b)[A-Z]|<[a-z]+-[a-z]|\bid=\{(?!['\"])|set:html|<slot\b"
    r"|\{[^{}]*=>"
)
_CUSTOM: Final = late(r"<[a-z]+-[a-z]")

IDS: Final = IdRules(
    scheme=_scheme,
    page=_page,
    extra=_footnote_ids,
    is_open=_is_open,
    attribute_lists=_attribute_lists,
    certainty=_certainty,
)
