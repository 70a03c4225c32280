"""undefined-reference: a reference link whose label is defined nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from blint.diagnostics import Finding
from blint.late import late
from blint.reading.destinations import normal_label
from blint.reading.document import Reference
from blint.reading.post import Post
from blint.site.nearest import did_you_mean
from blint.site.settings import Settings
from blint.source import Span


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """Report each full or collapsed reference without a definition."""
    if not post.document.undefined or _has_unseen_definitions(post, settings):
        return
    labels = [definition.label for definition in post.document.definitions]
    loose = _loose_definitions(post, settings)
    for reference in post.document.undefined:
        if normal_label(reference.label) not in loose and not _is_other_notation(
            reference, post.text
        ):
            what = "image" if reference.image else "link"
            label = " ".join(reference.label.split())
            yield Finding(
                reference.label_span,
                f"The label `{label}` of this {what} is not defined.",
                help=did_you_mean(label, labels)
                or f"Add a line `[{label}]: …` with the address, or write it in round brackets.",
            )


def _loose_definitions(post: Post, settings: Settings) -> dict[str, Span]:
    """What only kramdown reads as a definition, by label."""
    if settings.preset.name != "jekyll":
        return {}
    from blint.site.generators.jekyll import kramdown

    is_loose = kramdown.is_kramdown(settings.preset.name, settings.generator)
    return dict(kramdown.loose_definitions(post)) if is_loose else {}


def _has_unseen_definitions(post: Post, settings: Settings) -> bool:
    """Whether definitions may come from files that are put in, or from a plugin."""
    if any(_INCLUDE.search(template.text) for template in post.document.templates):
        return True
    if _SNIPPET.search(post.text):
        return True
    plugins = settings.generator.get("plugins")
    return isinstance(plugins, (list, dict)) and any(
        _AUTOMATIC.match(str(next(iter(plugin), "")) if isinstance(plugin, dict) else str(plugin))
        for plugin in plugins
    )


def _is_other_notation(reference: Reference, text: str) -> bool:
    """Whether brackets are indices, citations or parts of a pattern rather than a link."""
    written = text[reference.span.start : reference.span.end]
    chained = text.startswith("[", reference.span.end)
    return chained or _NOTATION.fullmatch(written) is not None


_INCLUDE: Final = late(r"\binclude|\bpartial|\bsnippet|<<", re.IGNORECASE)
_SNIPPET: Final = late(r"^[ \t]*-+8<-+|^[ \t]*<<<[ \t]|^\{!", re.MULTILINE)
# Plugins of MkDocs that define a label for every heading or object of an API.
_AUTOMATIC: Final = late(r"autorefs|mkdocstrings|material/.*links|ezlinks|roamlinks")
# `[1][2]`, `[a-z][0-9]`, `[option][,option]`, `[*i*][*j*]`; and templates, which are not known.
_NOTATION: Final = late(
    r"\[[\d,; -]*\]\[[\d,; -]*\]|.*\[\S-\S[^\]\w]*\].*|.*\[\s*[*,][^\]]*\]|.*(?:\{[{%]|\$\{).*",
    re.DOTALL,
)
