"""Finds code that is not the language its fence names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blint.diagnostics import Finding
from blint.reading.post import Post
from blint.site.code.faults import CodeFault
from blint.site.code.info_strings import named_in
from blint.site.code.invisible import odd_in
from blint.site.code.languages import language_named
from blint.site.code.mislabelled import really
from blint.site.code.parsed_fences import parsed_language
from blint.site.code.parsers.parse import fault_of
from blint.site.code.snippets import Snippet
from blint.site.settings import Settings


def check(
    post: Post, settings: Settings, *, strict: bool, without: Sequence[str]
) -> Iterator[Finding]:
    """A finding where the code of a closed fence stops being its language."""
    left_out = {word.lower() for word in without}
    budget = _BUDGET
    titles = {found.title for word in without if (found := language_named(word)) is not None}
    for fence in post.document.fences:
        named = named_in(fence, settings.preset.info_strings)
        language = parsed_language(fence.info, named)
        if named is None or language is None or not fence.closed:
            continue
        if language in titles or named.word.lower() in left_out:
            continue
        snippet = Snippet(post.text, fence, settings.preset.info_strings)
        budget -= len(snippet.text)
        if budget < 0:
            return
        fault = fault_of(snippet.text, language, strict=strict)
        if fault is not None and not _is_told_elsewhere(fault, snippet.text, named.word):
            yield Finding(
                snippet.span(fault.start, fault.end),
                f"This is no valid {_SHORT.get(language, language)}: {fault.message}.",
                help="Correct it; for an excerpt, write `...` where something is left out; "
                "name `text` where it is no code.",
            )


def _is_told_elsewhere(fault: CodeFault, text: str, word: str) -> bool:
    """Whether other rules speak of it: code under a wrong name, or a character that looks odd."""
    if really(text, word) is not None:
        return True
    return any(odd.start < fault.end and fault.start < odd.end for odd in odd_in(text, word))


# A grammar may be long busy with a few thousand bad characters, and a post may have many such.
_BUDGET = 250_000
"""Characters of code that are parsed in one post."""

_SHORT = {"JSON with Comments": "JSON", "JSONLD": "JSON", "Maven POM": "XML", "XSLT": "XML"}
