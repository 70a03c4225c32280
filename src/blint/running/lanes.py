"""Lanes: work in several processes, batches dealt out in turn, the results in order."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

_BATCH = 64
"""Items of a batch: few enough that no process waits long for the last."""

Make = Callable[[], Callable[[Any], Any]]
"""Gives, in a process, the function that turns an item into its result.

It is called once in each, so that what is worked out on the way serves all items there.
"""


@dataclass
class _Lane:
    """A process with the batches that it still has to do, by number, and where they come in."""

    process: BaseProcess
    receiver: Connection
    waiting: list[int]


def results(
    items: Sequence[Any], make: Make, count: int, lost: Callable[[Any], Any]
) -> Iterator[Any]:
    """The results of all items, in order, by `count` processes.

    `lost` gives the result of an item that ends the process it is worked on in.
    """
    size = max(1, min(_BATCH, len(items) // (4 * count)))
    batches = [items[start : start + size] for start in range(0, len(items), size)]
    ready: dict[int, list[Any]] = {}
    shares = [list(range(first, len(batches), count)) for first in range(min(count, len(batches)))]
    lanes = [_start(share, batches, make) for share in shares]
    try:
        for number in range(len(batches)):
            while number not in ready:
                _receive(lanes, batches, make, ready, lost)
            yield from ready.pop(number)
    finally:
        # Not waiting: whoever interrupts a run does not want what is still to come.
        for lane in lanes:
            lane.process.terminate()


def _receive(
    lanes: list[_Lane],
    batches: list[Sequence[Any]],
    make: Make,
    ready: dict[int, list[Any]],
    lost: Callable[[Any], Any],
) -> None:
    """Take what processes have done, and start others in place of those that crashed."""
    arrived = wait([lane.receiver for lane in lanes if lane.waiting])
    for lane in [lane for lane in lanes if lane.receiver in arrived]:
        number = lane.waiting.pop(0)
        try:
            ready[number] = lane.receiver.recv()
        except (EOFError, OSError):
            lanes.remove(lane)
            lane.process.join()
            ready[number] = [_alone(item, make, lost) for item in batches[number]]
            if lane.waiting:
                lanes.append(_start(lane.waiting, batches, make))


def _alone(item: Any, make: Make, lost: Callable[[Any], Any]) -> Any:
    """The result of an item that may be the one that ends processes."""
    lane = _start([0], [[item]], make)
    try:
        return lane.receiver.recv()[0]
    except (EOFError, OSError):
        return lost(item)
    finally:
        lane.process.join()


def _start(numbers: list[int], batches: Sequence[Sequence[Any]], make: Make) -> _Lane:
    receiver, sender = multiprocessing.Pipe(duplex=False)
    mine = [batches[number] for number in numbers]
    process = multiprocessing.Process(target=_work, args=(mine, make, sender), daemon=True)
    process.start()
    # So that the end of the process is the end of the pipe.
    sender.close()
    return _Lane(process, receiver, numbers)


def _work(batches: Sequence[Sequence[Any]], make: Make, sender: Connection) -> None:
    # Interrupts are for the process that has started all this.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    work = make()
    for batch in batches:
        sender.send([work(item) for item in batch])
