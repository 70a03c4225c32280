"""Settings in modules of Python, as far as they are plain."""

from __future__ import annotations

from typing import Any

import pytest

from blint.site.generators.pelican.python_settings import COMPUTED, read_settings


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (
            ["A = 'x'\nB = A + '/y'\nC = f'{A}-{{slug}}'\nD = [A, 1]"],
            {"A": "x", "B": "x/y", "C": "x-{slug}", "D": ["x", 1]},
        ),
        (["A = {'a': (1, None)}\nb = 2"], {"A": {"a": (1, None)}}),
        (["A = ['x']\nA += ['y']"], {"A": ["x", "y"]}),
        (["A: str = 'x'"], {"A": "x"}),
        (["A = 1", "from pelicanconf import *\nA = 2"], {"A": 2}),
        (["import os\nA = os.getcwd()"], {COMPUTED: ["os", "A"]}),
        (["A = 1\nif A:\n    A = 2"], {COMPUTED: ["A"]}),
        (["A = []\nA.append(1)"], {COMPUTED: ["A"]}),
        (["A = {}\nA['x'] = 1"], {COMPUTED: ["A"]}),
        (["A = open('x')\nA = 1"], {"A": 1}),
        (["from elsewhere import *"], {COMPUTED: ["*"]}),
        (["A = = 1"], {COMPUTED: ["*"]}),
        (["def f():\n    A = 1"], {}),
    ],
)
def test_settings(texts: list[str], found: dict[str, Any]) -> None:
    assert read_settings(texts) == found


def test_nothing_grows_without_end() -> None:
    text = "A = 'x' * 10\nB = 'xxxxxxxxxx'\n" + "B += B\n" * 40
    assert read_settings([text]) == {COMPUTED: ["A", "B"]}
