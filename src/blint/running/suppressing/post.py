"""One post and the comments that are to stand in it: planned, tried, and planned otherwise."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from blint.diagnostics import Edit
from blint.running.fixing.edits import Uneditable, edited
from blint.running.suppressing.places import Paper, Place, merged
from blint.source import decode

Proof = Callable[[bytes, int], bool]
"""Whether a text reads the same as before with so many comments more."""


class Want(NamedTuple):
    """A finding to silence: its rule and its offset in the text as it was."""

    rule: str
    offset: int


class Suppressed:
    """A post with comments for some findings. `data` is the post without them.

    Raises Uneditable for what is no text.
    """

    def __init__(self, data: bytes, paper: Paper, proof: Proof, reason: str) -> None:
        self.data = self.now = data
        self._paper, self._proof, self._reason = paper, proof, reason
        self._levels: dict[Want, int] = {}
        self._places: dict[Want, list[Place]] = {}
        self._edits: list[Edit] = []
        self._comments: list[tuple[int, int]] = []
        self.given_up: set[Want] = set()

    def add(self, wants: Iterable[Want]) -> bool:
        """Put in comments for findings that are there; those that have one already get another.

        Returns whether anything has changed.
        """
        before = self.now
        for want in wants:
            if want in self._levels:
                self._worse(want)
            elif want not in self.given_up:
                self._places[want] = list(self._paper.places(want.offset))
                self._levels[want] = 0
                if not self._places[want]:
                    self._worse(want)
        while not self._try(self._levels):
            groups = self._groups(self._levels).values()
            faulty = [wants for wants in groups if not self._alone(wants)]
            for want in {want for wants in faulty or [list(self._levels)] for want in wants}:
                self._worse(want)
        return self.now != before

    def original(self, offset: int) -> int | None:
        """An offset in the text as it is now in the text as it was; None in a comment."""
        number = bisect_right([start for start, _ in self._comments], offset)
        if not number:
            return offset
        _, end = self._comments[number - 1]
        if offset < end:
            return None
        return self._edits[number - 1].span.start + offset - end

    def _worse(self, want: Want) -> None:
        """Take the next place for a finding, or give it up."""
        self._levels[want] += 1
        if self._levels[want] >= len(self._places[want]):
            del self._levels[want]
            self.given_up.add(want)

    def _groups(self, levels: Mapping[Want, int]) -> dict[Place, list[Want]]:
        """The findings that a comment is for, by the place of the comment."""
        groups: dict[Place, list[Want]] = {}
        for want, level in levels.items():
            groups.setdefault(self._places[want][level], []).append(want)
        around = {place.start: place for place in groups if place.form == "around"}
        for place in [one for one in groups if one.form == "line" and one.start in around]:
            groups[around[place.start]] += groups.pop(place)
        return groups

    def _alone(self, wants: Iterable[Want]) -> bool:
        return self._try({want: self._levels[want] for want in wants})

    def _try(self, levels: Mapping[Want, int]) -> bool:
        """Put in comments, if the post reads the same with them."""
        groups = self._groups(levels)
        numbered: list[tuple[int, Edit]] = []
        count = 0
        for place, wants in groups.items():
            edits = self._paper.edits(place, {want.rule for want in wants}, self._reason)
            count += len(edits)
            # The end of a block first, then what is above the next line.
            numbered += [(int(edit is edits[0]), edit) for edit in edits]
        edits = merged(numbered)
        try:
            now = edited(self.data, edits)
        except Uneditable:
            return False
        if edits and not self._proof(now, count):
            return False
        self.now, self._edits = now, edits
        self._comments = list(self._put_in(decode(now).text))
        return True

    def _put_in(self, now: str) -> Iterator[tuple[int, int]]:
        """From where to where what was put in stands in the text with all of it."""
        # Line ends in it are those of the post, so it may be longer than the edit.
        moved = 0
        for edit in self._edits:
            start = edit.span.start + moved
            length = len(edit.text)
            if now[start : start + length] != edit.text:
                length += edit.text.count("\n")
            moved += length
            yield start, start + length
