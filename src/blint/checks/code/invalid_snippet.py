"""Finds code that is not the language its fence names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from blint.diagnostics import Finding
from blint.reading.post import Post
from blint.site.code.info_strings import named_language
from blint.site.code.parsed_fences import parsed_language
from blint.site.code.parsers.parse import fault_of
from blint.site.code.snippets import Snippet
from blint.site.settings import Settings


def check(
    post: Post, settings: Settings, *, strict: bool, without: Sequence[str]
) -> Iterator[Finding]:
    """A finding where the code of a closed fence stops being its language."""
    left_out = {word.lower() for word in without}
    for fence in post.document.fences:
        language = parsed_language(fence.info)
        if language is None or not fence.closed:
            continue
        named = named_language(fence.info)
        if left_out and named and left_out & {language.lower(), named.word.lower()}:
            continue
        snippet = Snippet(post.text, fence)
        fault = fault_of(snippet.text, language, strict=strict)
        if fault is not None:
            yield Finding(
                snippet.span(fault.start, fault.end),
                f"This is no valid {_SHORT.get(language, language)}: {fault.message}.",
                help="Correct it; for an excerpt, write `...` where something is left out; "
                "name `text` where it is no code.",
            )


_SHORT = {"JSON with Comments": "JSON", "JSONLD": "JSON", "Maven POM": "XML", "XSLT": "XML"}
