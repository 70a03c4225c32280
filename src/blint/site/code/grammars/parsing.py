"""Parsers of the extra `code`, and what of their trees is asked here."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from blint.late import late
from blint.site.code.grammars.tables import Context

if TYPE_CHECKING:
    from tree_sitter import Node, Parser, Tree


class Leaf(NamedTuple):
    """A token: what the grammar calls it, whether it is a sign or keyword, where it stands."""

    kind: str
    sign: bool
    start: int
    end: int


class Trouble(NamedTuple):
    """A place where a tree does not follow its grammar; `missing` names what should be there."""

    start: int
    end: int
    missing: str


def parsed(context: Context, masked: str) -> Tree | None:
    """The tree of a text that `plain` has prepared; None without the grammar."""
    parser = _parser(context.grammar)
    if parser is None:
        return None
    return parser.parse((context.prefix + masked + context.suffix).encode("ascii"))


def installed(grammar: str) -> bool:
    """Whether a grammar can be loaded, without loading it."""
    return _there("tree_sitter") and _there(f"tree_sitter_{grammar.partition('/')[0]}")


def plain(text: str) -> str:
    """A text of equal length in ASCII: letters become letters, signs a sign no grammar knows.

    So a byte is a code point, and no grammar is asked for its notion of what a letter is.
    """
    return _STRANGE.sub(_stand_in, text) if _STRANGE.search(text) else text


def leaves(tree: Tree, most: int = 20_000) -> list[Leaf]:
    """The tokens of a tree in order, without those that are missing."""
    return [
        # What the grammar has no use for is a sign as well.
        Leaf(node.type, not node.is_named or node.is_error, node.start_byte, node.end_byte)
        for node in _walk(tree, most, errors_only=False)
        if node.child_count == 0 and node.end_byte > node.start_byte
    ]


def troubles(tree: Tree, most: int = 40) -> list[Trouble]:
    """The first places where a tree has errors, in order."""
    found = []
    for node in _walk(tree, 5_000, errors_only=True):
        if node.is_missing or node.is_error:
            missing = node.type if node.is_missing else ""
            found.append(Trouble(node.start_byte, node.end_byte, missing))
            if len(found) == most:
                break
    return found


def _walk(tree: Tree, most: int, *, errors_only: bool) -> Iterator[Node]:
    """Nodes in text order, without recursion: nothing that is nested deeply ends the process."""
    cursor = tree.walk()
    for _ in range(most):
        node = cursor.node
        assert node is not None
        yield node
        if (not errors_only or node.has_error) and cursor.goto_first_child():
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return


@cache
def _parser(grammar: str) -> Parser | None:
    """The parser of a grammar, made once in a process."""
    if not installed(grammar):
        return None
    from tree_sitter import Language, Parser

    package, _, function = grammar.partition("/")
    module = import_module(f"tree_sitter_{package}")
    with warnings.catch_warnings():
        # Some of the packages still hand their grammar over as a number.
        warnings.simplefilter("ignore", DeprecationWarning)
        return Parser(Language(getattr(module, function or "language")()))


@cache
def _there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ValueError:  # a name that was barred in `sys.modules`
        return False


def _stand_in(match: object) -> str:
    character = match[0]  # type: ignore[index]
    return "x" if character.isalnum() else "\x01"


_STRANGE = late(r"[^\x01-\x7f]")
