"""Expressions that are compiled late behave as those that are compiled at once."""

from __future__ import annotations

import copy
import re

import pytest

from blint.late import late


def test_what_it_has_is_what_the_expression_has() -> None:
    pattern = late(r"(?P<a>b)", re.IGNORECASE)
    match = pattern.fullmatch("B")
    assert match is not None
    assert match["a"] == "B"
    assert pattern.sub("c", "abB") == "acc"
    assert pattern.sub is pattern.sub
    assert (pattern.pattern, pattern.groups) == (r"(?P<a>b)", 1)


def test_it_is_not_compiled_before() -> None:
    pattern = late("(")
    with pytest.raises(re.error):
        pattern.search("")


def test_it_can_be_copied() -> None:
    assert copy.copy(late("a")).search("a")


def test_it_is_shown_as_it_was_given() -> None:
    """Not with its address in memory: what a cache goes by must be the same in every process."""
    assert repr(late("a", re.DOTALL)) == repr(late("a", re.DOTALL))
