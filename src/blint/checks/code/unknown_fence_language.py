"""Finds code fences whose language the highlighter does not know."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Edit, Finding, Fix
from blint.reading.post import Post
from blint.site.code.highlighters import component_of, fate, highlighter_title, known
from blint.site.code.info_strings import named_in
from blint.site.code.meant import Meant, meant_by, others_that_know
from blint.site.settings import Settings
from blint.source import Span


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on each word that stands for a language and is none.

    A name that only another highlighter knows is no slip: it is a matter of the site's, and said
    once.
    """
    said = set()
    for fence in post.document.fences:
        named = named_in(fence, settings.preset.info_strings)
        if named is None or not named.sure or known(named.word, settings) or named.word in said:
            continue
        start = fence.info_span.start + named.start
        span = Span(start, start + len(named.word))
        meant = meant_by(named.word, settings)
        others = [] if meant else others_that_know(named.word, settings)
        if others:
            said.add(named.word)
        yield Finding(
            span,
            _message(named.word, settings),
            help=_suggestion(meant, settings) if meant else _help(named.word, others, settings),
            fix=_fix(span, meant) if meant else None,
        )


def _message(word: str, settings: Settings) -> str:
    title = highlighter_title(settings)
    if title is None:
        return f"No highlighter that blint knows has a language `{word}`."
    return f"{title} knows no language `{word}`{_FATES.get(fate(settings), '')}."


_FATES = {
    "plain": " and shows the code as plain text",
    "warns": " and shows the code as plain text, with a warning in the build",
    "guesses": " and guesses one from the code",
    "fails": ", which stops the build",
    "open": ": the code is shown as plain text, or the build stops",
}


def _suggestion(meant: Meant, settings: Settings) -> str:
    title = highlighter_title(settings)
    if meant.why == "case":
        return f"{title} tells capital letters from small ones: write `{meant.word}`."
    if meant.why == "alias":
        return f"{title} knows it as `{meant.word}`."
    if meant.why == "kin":
        return f"The nearest that {title} knows is `{meant.word}`."
    return f"Did you mean `{meant.word}`?"


def _fix(span: Span, meant: Meant) -> Fix:
    """A slip may be one for something else; another name for the same language is not."""
    return Fix(
        f"Write `{meant.word}`", (Edit(span, meant.word),), safe=meant.why in {"case", "alias"}
    )


def _help(word: str, others: list[str], settings: Settings) -> str:
    if not others:
        return f"Name a known language, {_OR_ELSE}"
    *most, last = others
    who = f"{', '.join(most)} and {last} know it" if most else f"{last} knows it"
    component = component_of(word) if settings.code.highlighter == "docusaurus" else None
    if component:
        where = "`prism.additionalLanguages` in the configuration of Docusaurus"
        return f"{who}; add `{component}` to {where}, name another language, {_OR_ELSE}"
    return f"{who}; {highlighter_title(settings)} does not. Name another language, {_OR_ELSE}"


_OR_ELSE = "`text` for what is no code, or add the word to `languages` under `[code]`."
