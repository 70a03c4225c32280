"""End tags of HTML that end nothing, instructions of Dockerfiles with a slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blint.late import late
from blint.site.code.faults import CodeFault
from blint.site.code.grammars.parsing import leaves, parsed, plain
from blint.site.code.grammars.tables import Dialect

if TYPE_CHECKING:
    from tree_sitter import Tree


def tag_fault(text: str, dialect: Dialect, tree: Tree) -> CodeFault | None:
    """The one end tag that is a slip in the name of the element it is to end.

    Other end tags without an element are left alone: fragments have them.
    """
    from rapidfuzz.distance import OSA

    tokens = leaves(tree)
    wrong = [leaf for leaf in tokens if leaf.kind == "erroneous_end_tag_name"]
    if len(wrong) != 1:
        return None
    name = text[wrong[0].start : wrong[0].end]
    opened = {text[leaf.start : leaf.end] for leaf in tokens if leaf.kind == "tag_name"}
    for meant in sorted(opened):
        if name != meant and name not in opened and OSA.distance(name, meant) == 1:
            mended = text[: wrong[0].start] + meant + text[wrong[0].end :]
            again = parsed(dialect.contexts[0], plain(mended))
            if again is None or again.root_node.has_error:
                continue
            if not any(leaf.kind == "erroneous_end_tag_name" for leaf in leaves(again)):
                message = f"`</{name}>` ends no `<{meant}>`"
                return CodeFault(wrong[0].start, wrong[0].end, message)
    return None


def instruction_fault(text: str, dialect: Dialect) -> CodeFault | None:
    """The one instruction of a Dockerfile that is misspelt."""
    from rapidfuzz.distance import OSA

    for match in _FIRST_WORD.finditer(text):
        word = match[1]
        near = [one for one in _INSTRUCTIONS if OSA.distance(word, one) == 1]
        if word in _INSTRUCTIONS or len(near) != 1 or len(word) < 3:
            continue
        mended = text[: match.start(1)] + near[0] + text[match.end(1) :]
        tree = parsed(dialect.contexts[0], plain(mended))
        if tree is not None and not tree.root_node.has_error:
            return CodeFault(match.start(1), match.end(1), f"`{word}` is `{near[0]}` misspelt")
    return None


_FIRST_WORD = late(r"(?m)^([A-Z]+)(?=[ \t]+\S)")
_WORDS = """ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN
SHELL STOPSIGNAL USER VOLUME WORKDIR"""
_INSTRUCTIONS = frozenset(_WORDS.split())
