"""Fences whose code can be parsed: the language by the info string, and who asks to be spared."""

from __future__ import annotations

from functools import lru_cache

from blint.late import late
from blint.site.code.info_strings import Named


@lru_cache(maxsize=1024)  # a blog has few info strings, each in many fences
def parsed_language(info: str, named: Named | None) -> str | None:
    """The title of the language that a parser is to read a fence's code in, or None.

    `named` is what the info string names. None too where it says that the code is not to be taken
    whole: `python,ignore`, `compile_fail`, `no-check`, a diff of a language, Twoslash's expected
    errors.
    """
    from blint.site.code.languages import language_named
    from blint.site.code.parsers.parse import has_parser

    if named is None or not named.sure or named.word.lower() in _OTHER_MEANINGS:
        return None
    if _SPARED.search(info.lower()):
        return None
    language = language_named(named.word)
    return language.title if language is not None and has_parser(language.title) else None


# Suffixes of files that people also write for something else: ```` ```syntax ````.
_MEANINGS = """
syntax mir reek rviz har webapp tac lmi builds ct filters ivy jelly launch odd osm pt props
proj targets tml ui ux ant dita glade mjml axml pyp pyt pyde rusthon
"""
_OTHER_MEANINGS = frozenset(_MEANINGS.split())
_SPARED = late(
    r"(?<![\w-])(?:ignore|compile_fail|should_panic|no_?-?run|no-?check|nocheck|invalid|broken|diff|"
    r"error[s]?|twoslash|expect-error|skip|fail(?:ing|s)?|wrong|incorrect|bad)(?![\w-])"
)
