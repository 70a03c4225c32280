"""Tag vocabularies: the tags a blog allows itself, and where the file says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from blint.source import Span


@dataclass(frozen=True, slots=True)
class Term:
    """One tag of a vocabulary. `span` is the place of its name in the vocabulary file."""

    name: str
    span: Span
    aliases: tuple[str, ...] = ()
    description: str = ""
    deprecated: bool = False
    replaced_by: str | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The tags of one file. `path` is relative to the project root, with `/`.

    `aliases` maps another spelling to the name of its term.
    """

    path: str
    terms: Mapping[str, Term]
    aliases: Mapping[str, str] = field(default_factory=dict)

    def lookup(self, tag: str) -> Term | None:
        """The term that a tag names, by its exact name or one of its aliases."""
        return self.terms.get(tag) or self.terms.get(self.aliases.get(tag, ""))
