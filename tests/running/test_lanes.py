"""Lanes: results in order, whatever the number of processes, and whoever crashes."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable
from functools import partial

import pytest

from blint.running.lanes import results


def _make(crashes: frozenset[int]) -> Callable[[int], tuple[int, int]]:
    calls = 0

    def work(item: int) -> tuple[int, int]:
        nonlocal calls
        calls += 1
        if item in crashes:
            os._exit(3)
        return item * item, calls

    return work


def squares(count: int, lanes: int, *crashes: int) -> list[int]:
    make = partial(_make, frozenset(crashes))
    found = list(results(range(count), make, lanes, lambda item: (-item, 0)))
    assert [squared for squared, calls in found if calls > count] == []
    return [squared for squared, _ in found]


@pytest.mark.parametrize("count", [1, 2, 7, 300])
@pytest.mark.parametrize("lanes", [1, 2, 5])
def test_results_come_in_order(count: int, lanes: int) -> None:
    assert squares(count, lanes) == [number * number for number in range(count)]


@pytest.mark.parametrize("crashes", [(0,), (299,), (40, 41, 200), (0, 64, 128, 192)])
def test_a_crash_costs_one_item(crashes: tuple[int, ...]) -> None:
    expected = [-number if number in crashes else number * number for number in range(300)]
    assert squares(300, 2, *crashes) == expected


def test_work_goes_on_in_the_same_process() -> None:
    made = list(results(range(300), partial(_make, frozenset()), 2, lambda item: (item, 0)))
    assert max(calls for _, calls in made) > 100


def test_who_stops_listening_ends_all() -> None:
    stream = results(range(300), partial(_make, frozenset()), 2, lambda item: (item, 0))
    assert next(stream) == (0, 1)
    stream.close()  # type: ignore[attr-defined]
    for process in multiprocessing.active_children():
        process.join(10)
    assert multiprocessing.active_children() == []
