"""Where a path of keys and positions leads in front matter."""

from __future__ import annotations

from blint.reading.nodes import Entry, FrontMatter, Node


class Place:
    """Where a path leads: `node` is the value, `entry` what it is the value of, if it has a key.

    A merged value has no place of its own: the nearest one around it stands for it, and `exact`
    is false.
    """

    def __init__(self, front_matter: FrontMatter, path: tuple[str | int, ...]) -> None:
        self.node: Node | None = front_matter.root
        self.entry: Entry | None = None
        self.exact = True
        for step in path:
            node = self.node
            entry = node.get(step) if node is not None and isinstance(step, str) else None
            if entry is not None:
                self.node, self.entry = entry.value, entry
            elif isinstance(step, int) and node is not None and step < len(node.items):
                self.node, self.entry = node.items[step], None
            else:
                self.exact = False
                return
