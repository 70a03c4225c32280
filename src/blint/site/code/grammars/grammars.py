"""Where code that a grammar of the extra `code` reads has a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blint.site.code.faults import CodeFault
from blint.site.code.grammars.parsing import installed
from blint.site.code.grammars.tables import Dialect, dialect_of, grammars_of

if TYPE_CHECKING:
    from tree_sitter import Tree

LIMIT = 16_384
"""How many characters `parses` reads; a longer snippet is not."""
EXPLAINED = 8_192
"""How many characters `fault_in` reads, which looks into what it finds."""

MANY = 12
"""With so many errors in its tree a snippet has no slip, but is something else."""
WIDE = 2_000
"""Where errors cover so many characters, all the more so."""


def available(language: str) -> bool:
    """Whether a language, by its title, has a grammar and that is installed."""
    names = grammars_of(language)
    return bool(names) and all(map(installed, names))


def parses(text: str, language: str) -> bool:
    """Whether a text surely is code of a language, or a fragment of it; False without a grammar."""
    from blint.site.code.grammars.reading import reads

    dialect = dialect_of(language)
    if dialect is None or len(text) > LIMIT or not available(language):
        return False
    return reads(text, dialect)


def fault_in(text: str, language: str) -> CodeFault | None:
    """The slip for which a text is no code of a language; None where there is none for sure.

    A tree with errors alone is no proof: fragments, and what a grammar does not know yet, have
    them too. A slip is what one small repair makes disappear, and all errors with it.
    """
    dialect = dialect_of(language)
    if dialect is None or len(text) > EXPLAINED or not text.strip() or not available(language):
        return None
    from blint.site.code.grammars.parsing import parsed, plain

    tree = parsed(dialect.contexts[0], plain(text))
    if tree is None:
        return None
    fault = _tags(text, dialect, tree) if language == "HTML" else None
    if fault is not None or not tree.root_node.has_error:
        return fault
    return _slip(text, dialect, tree)


def _slip(text: str, dialect: Dialect, tree: Tree) -> CodeFault | None:
    from blint.site.code.grammars.holes import confessed, has_holes
    from blint.site.code.grammars.markup import instruction_fault
    from blint.site.code.grammars.parsing import leaves, troubles
    from blint.site.code.grammars.reading import unread
    from blint.site.code.grammars.repairs import may_have_slip, slip_in

    found = troubles(tree, MANY)
    size = sum(place.end - place.start for place in found)
    tokens = leaves(tree)
    if len(found) == MANY or size > WIDE or has_holes(text, tokens):
        return None
    # Reading a fragment in every context is what costs most, so it is done for few.
    if len(dialect.contexts) > 1 and not may_have_slip(text, dialect, found, tokens):
        return None
    code = unread(text, dialect)
    if code is None:
        return None
    fault = slip_in(code)
    if fault is None and dialect.contexts[0].grammar == "containerfile":
        fault = instruction_fault(text, dialect)
    if fault is None or confessed(text, code.leaves, fault.start, fault.end):
        return None
    return fault


def _tags(text: str, dialect: Dialect, tree: Tree) -> CodeFault | None:
    from blint.site.code.grammars.markup import tag_fault

    return None if "{{" in text or "{%" in text or "<%" in text else tag_fault(text, dialect, tree)
