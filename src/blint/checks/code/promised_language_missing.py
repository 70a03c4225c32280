"""Finds languages that a title or description promises examples in, and that have none."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from blint.diagnostics import Finding
from blint.late import late
from blint.reading.nodes import Node
from blint.reading.post import Post
from blint.site.code.info_strings import named_in
from blint.site.code.languages import language_named
from blint.site.code.promises import (
    Promised,
    is_program,
    is_told,
    keeps,
    promised_languages,
)
from blint.site.keys import entry_of
from blint.site.settings import Settings
from blint.source import Span


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on the name of each promised language that no block of code is in."""
    for keys in (settings.fields.title, settings.fields.description):
        entry = entry_of(post.front_matter, keys, fold=settings.preset.fold_keys)
        if entry is None or not isinstance(entry.value.value, str):
            continue
        promised = promised_languages(entry.value.raw)
        if promised:
            yield from _missing(post, entry.value, promised, _known_languages(post, settings))


def _missing(
    post: Post, node: Node, promised: list[Promised], words: set[str] | None
) -> Iterator[Finding]:
    if words is None:
        return
    kept = [keeps(one.name, words) for one in promised]
    # Where nothing is as promised, the text may be about examples that stand elsewhere.
    if not any(kept) and not any(map(is_program, words)):
        return
    for one, is_kept in zip(promised, kept, strict=True):
        if not is_kept and is_told(one.name) and not _is_linked(post, one.name):
            span, name = _place(post, node, one)
            yield Finding(
                span,
                f"Examples in `{name}` are promised here, and the post has no code in that "
                "language.",
                help="Add an example, name the language on its block of code, or promise less.",
            )


def _known_languages(post: Post, settings: Settings) -> set[str] | None:
    """The names of the languages of all code in the post; None where some of it is not known."""
    fences = post.document.fences
    if not fences or len(post.document.code) > len(fences) or _brings_code(post):
        return None
    words = set()
    for fence in fences:
        named = named_in(fence, settings.preset.info_strings)
        word = named.word.lower().removeprefix("diff-") if named is not None else "diff"
        if word in _ANY or not (word in _NO_CODE or language_named(word)):
            return None
        words.add(word)
    return words


def _brings_code(post: Post) -> bool:
    """Whether the post may show code that does not stand in its fences."""
    fences = [fence.span for fence in post.document.fences]
    for template in post.document.templates:
        inside = any(start <= template.span.start < end for start, end in fences)
        if not inside and not _HARMLESS.match(template.text):
            return True
    edges = [Span(0, post.front_matter.body), *fences, Span(len(post.text), len(post.text))]
    return any(
        _BRINGS.search(post.text, before.end, after.start) for before, after in pairwise(edges)
    )


def _is_linked(post: Post, name: str) -> bool:
    """Whether a link of the post may lead to examples in a language."""
    folded = name.casefold()
    return any(
        folded in f"{link.text} {link.destination}".casefold() for link in post.document.links
    )


def _place(post: Post, node: Node, promised: Promised) -> tuple[Span, str]:
    """Where the name of a language stands, as written; the whole value where that is not known."""
    written = post.text[slice(*node.span)]
    found = _WORD.match(node.raw, promised.start)
    name = found[0] if found is not None else promised.name
    at = written.find(node.raw)
    if at >= 0:
        start = node.span.start + at + promised.start
        return Span(start, start + len(name)), name
    if written.count(name) == node.raw.count(name):
        # Folded over lines, or with escapes.
        start = node.span.start - len(name)
        for _ in range(node.raw.count(name, 0, promised.start) + 1):
            start = post.text.index(name, start + len(name))
        return Span(start, start + len(name)), name
    return node.span, name


_WORD = late(r"[\w.+#-]*[\w+#]")
# What may hold code of any language, and what is none.
_ANY = frozenset(("diff", "patch", "udiff", "markdown", "md", "mdx", "html+django", "none"))
_NO_CODE = frozenset(
    ("txt", "plaintext", "plain", "output", "console", "terminal", "log", "mermaid", "docker")
)
_HARMLESS = late(
    r"\{\{[<%]\s*/?\s*(?:ref|relref|figure|youtube|vimeo|alert|notice|callout|admonition)\b"
    r"|\{%-?\s*(?:link|post_url|post_link|asset_img|raw|endraw)\b"
    r"|\{\{-?\s*(?:site|page|['\"])|\{\{-?\s*/\*"
)
_BRINGS = late(
    r"<[A-Z]|<(?:pre|code|script|iframe|embed|object|template)\b|<<<|--8<--|^\s*import\s"
    r"|^\s*(?:===|:::)\s*\S|\[!\w+|literalinclude|@(?:import|include|code|snippet)\b|\{\{#|^\.\. ",
    8,
)
