"""Byte offsets of a parser become offsets of the text, in whatever order they are asked for."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from blint.reading.offsets import code_points

TEXTS = st.text(st.sampled_from("ab\n é€日🎉"), max_size=30)


@given(TEXTS, st.integers(0, 9), st.randoms())
def test_any_order(text: str, base: int, random: Random) -> None:
    offsets = {len(text[:i].encode()): i + base for i in range(len(text) + 1)}
    asked = [*offsets, *offsets]
    random.shuffle(asked)
    at = code_points(text, base)
    assert [at(offset) for offset in asked] == [offsets[offset] for offset in asked]
