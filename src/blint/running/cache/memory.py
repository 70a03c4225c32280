"""The cache as a run uses it: one file, the keys of posts and sites, and what files held."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from blint.running.cache.fingerprint import fingerprint
from blint.running.cache.keys import Keys
from blint.running.cache.seen import Seen
from blint.running.cache.store import Store
from blint.running.settings import Bound


class Memory:
    """What earlier runs found in a project, under the settings of this one."""

    def __init__(self, root: Path, store: Store, bound: Bound) -> None:
        self.store = store
        self.keys = Keys(fingerprint(store), bound)
        self.seen = Seen(str(root), store)
        self.states: dict[bytes, bytes] = {}
        """What is to be kept beside the posts."""

    def keep(
        self, fresh: Mapping[bytes, bytes], current: Callable[[], Iterable[bytes]], count: int
    ) -> None:
        """Write what this run has found out: `fresh` posts by key; `current` gives the keys of all
        its posts, whose number is `count`."""
        states = self.states | self.seen.state()
        if states or fresh:
            self.store.write(states, fresh)
            self.store.prune(current, count)
        self.store.close()
