"""The tags of a blog by all their names: as posts spell them, and as the vocabularies have them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from blint.site.tag_folding import fold_tag
from blint.site.vocabulary import Vocabulary


class TagNames:
    """Which names mean one tag, and which of them is shown.

    `spellings` are all names as people write them, `names` those to show.
    """

    def __init__(self, used: Iterable[str], vocabularies: Iterable[Vocabulary]) -> None:
        self._keys: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        counts = Counter(used)
        written: set[str] = set(counts)
        for vocabulary in vocabularies:
            for name in vocabulary.terms:
                self._shown.setdefault(fold_tag(name), name)
            for alias, name in vocabulary.aliases.items():
                self._keys.setdefault(fold_tag(alias), fold_tag(name))
            written.update(vocabulary.terms, vocabulary.aliases)
        for name in self._shown:
            self._keys.pop(name, None)  # a tag that somebody calls an alias as well
        for tag, _ in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
            self._shown.setdefault(self.key(tag), tag)
        self.spellings = frozenset(filter(None, written))
        self.names = frozenset(self._shown.values())

    def key(self, tag: str) -> str:
        """What all names of a tag share."""
        folded = fold_tag(tag)
        return self._keys.get(folded, folded)

    def name(self, tag: str) -> str | None:
        """The name to show for a tag that somebody asks for; None where there is none such."""
        return self._shown.get(self.key(tag.removeprefix("#").strip())) or self._shown.get(
            self.key(tag)
        )
