"""Ids as Docusaurus gives them, which differs by the kind of page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final
from urllib.parse import quote

from blint.late import late
from blint.reading.document import Heading
from blint.reading.post import Post
from blint.site.generators.docusaurus.plan import Plan
from blint.site.headings.code import is_code
from blint.site.headings.copied import copied_is_open, copied_page, is_copied
from blint.site.headings.model import Config, IdRules, Scheme, note_labels
from blint.site.headings.slugs import github_slug, github_slug_in_case
from blint.site.headings.texts import described_text
from blint.site.links.records import IdRule
from blint.site.settings import Settings


def _scheme(config: Config) -> Scheme | None:
    keeps_case = config.get("maintainCase")
    if not isinstance(keeps_case, bool | None):
        return None
    return Scheme(
        described_text,
        github_slug_in_case if keeps_case else github_slug,
        lambda words: words.startswith(("#", "/*")),
        title=False,
        unclear=_SPACED_ID,
        entities="read",
        raw=False,
    )


def _headings(post: Post, settings: Settings) -> Iterator[list[Heading]]:
    """The headings that are given an id, with the ids that comments set.

    The title of a blog post is taken out before, so that its words are free for another heading;
    where nobody knows whether it is one, both may be.
    """
    found = [_with_id(heading, post.text) for heading in post.document.headings]
    is_blog = _is_blog(post, settings)
    if is_blog is not False and found[0].level == 1:
        before = post.text[post.front_matter.body : found[0].span.start]
        if _BREAK.search(before) is None:
            yield found[1:]
            if is_blog:
                return
    yield found


def _footnote_ids(post: Post, settings: Settings) -> Iterator[str]:
    """The ids of footnotes, those of a blog's posts left out: they hold a sum that nobody knows."""
    if not _has_plan(settings):
        yield from note_labels(post, settings)
        return
    notes = post.document.footnotes
    defined = {note.label.lower() for note in notes if note.definition}
    # A label with a blank in it is one of a link.
    used = [note.label.lower() for note in notes if not note.definition and " " not in note.label]
    counts = Counter(label for label in used if label in defined)
    if counts:
        yield "footnote-label"
    if _is_blog(post, settings):
        return
    for label, count in counts.items():
        name = quote(label, safe="!#$&'()*+,/:;=?@~")
        yield f"user-content-fn-{name}"
        yield f"user-content-fnref-{name}"
        yield from (f"user-content-fnref-{name}-{number}" for number in range(2, count + 1))


def _is_open(post: Post, settings: Settings) -> bool | None:
    """Whether a page may have more ids than its source shows: those of components.

    A file whose name begins with `_` is a part of other pages, and shown among what they have.
    """
    if is_copied(post):
        return copied_is_open(post, settings)
    if post.path.rpartition("/")[2].startswith("_"):
        return True
    for template in post.document.templates:
        if _PLAIN.fullmatch(template.text) is None and not _in_code(post, template.span.start):
            return True
    components = _COMPONENT.finditer(post.text, post.front_matter.body)
    return any(
        match[1] not in _WITHOUT_IDS and not _in_code(post, match.start()) for match in components
    )


def _in_code(post: Post, offset: int) -> bool:
    """Whether a place is in a block of code, or in a code span of one line."""
    line = post.text.rfind("\n", 0, offset) + 1
    if post.text.count("`", line, offset) % 2:
        return True
    return is_code(post, offset)


def _certainty(settings: Settings) -> IdRule:
    return "all" if _has_plan(settings) else "exact"


def _has_plan(settings: Settings) -> bool:
    return "plan" in settings.generator


def _is_blog(post: Post, settings: Settings) -> bool | None:
    """Whether a page is a post of a blog; None: not known."""
    plan = settings.generator.get("plan")
    if not isinstance(plan, Plan):
        return None
    found = plan.find(post.path)
    return found is not None and found[0].plugin.kind == "blog"


def _with_id(heading: Heading, text: str) -> Heading:
    """A heading whose last piece is a comment with an id has that id."""
    raw = text[heading.span.start : heading.span.end]
    match = _COMMENT.search(raw) if "#" in raw[1:] else None
    return heading._replace(id=match[1] or match[2]) if match is not None else heading


_SPACED_ID: Final = re.compile(r"\{#[^{}]*\s")
_COMPONENT: Final = late(r"<([A-Z][\w.]*)")
# Components of Docusaurus that have no ids of their own; what stands in them is seen.
_WITHOUT_IDS: Final = frozenset(
    (
        *("Admonition", "CodeBlock", "Head", "Image", "Link", "TabItem", "Tabs", "ThemedImage"),
        "Translate",
    )
)
# Comments, and expressions of nothing but numbers and texts.
_PLAIN: Final = late(
    r"\{\s*(?:/\*.*?\*/\s*|[\d\s+*/%().,-]*|'[^'\\]*'\s*|\"[^\"\\]*\"\s*)\}", re.DOTALL
)
_COMMENT: Final = late(
    r"(?:\{[ \t]*/\*[ \t]*#([^\s*]+)[^*]*\*/[ \t]*\}|<!--[ \t]*#(\S+)[^\n]*?-->)[ \t]*#*[ \t]*$"
)
_BREAK: Final = late(r"^ {0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$", re.MULTILINE)

IDS: Final = IdRules(
    scheme=_scheme,
    page=copied_page,
    headings=_headings,
    extra=_footnote_ids,
    is_open=_is_open,
    certainty=_certainty,
)
