"""Slips: what a letter gone wrong may be, and the words that are protected."""

from __future__ import annotations

import pytest

from blint.site.slips import is_near, is_slip


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("linxu", "linux", True),
        ("pyhton", "python", True),
        ("pyton", "python", True),
        ("pythonn", "python", True),
        ("pythons", "python", False),
        ("pytho", "python", False),
        ("ython", "python", False),
        ("ypthon", "python", False),
        ("pithon", "python", False),
        ("kuberpetes", "kubernetes", True),
        ("kubernetas", "kubernetes", False),
        ("kubrenetse", "kubernetes", False),
        ("kubernetes", "kubernetes", False),
        ("haddop", "hadoop", True),
        ("hopper", "hooper", True),
        ("pupett", "puppet", False),
        ("hadoup", "hadoop", False),
        ("sseed", "sedde", False),
        ("seed", "sedd", False),
        ("esp32c", "esp32d", False),
        ("cof", "cfo", False),
        ("", "python", False),
    ],
)
def test_near(one: str, other: str, near: bool) -> None:
    assert is_near(one, other) is near
    assert is_near(other, one) is near


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("testing", "texting"),
        ("caching", "coaching"),
        ("openai", "openapi"),
        ("fastai", "fastapi"),
        ("rooting", "rotting"),
    ],
)
def test_words_of_their_own_are_no_slips(word: str, meant: str) -> None:
    assert not is_slip(word, meant)
    assert not is_slip(meant, word)
