"""The front matter of all posts, read alone: what to infer from, without their Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from blint.reading.front_matter import read_front_matter
from blint.reading.nodes import FrontMatter
from blint.running.files import FileRead, read_file
from blint.site.settings import Settings
from blint.source import decode


class Seen(NamedTuple):
    """A post that was read: its path, its front matter, and the settings it is held to."""

    path: str
    front_matter: FrontMatter
    settings: Settings

    @property
    def readable(self) -> bool:
        """Whether what it says is known: a fault hides all of it, and is a finding of its own."""
        return self.front_matter.root is not None or not self.front_matter.faults


def survey(
    root: Path, posts: Iterable[tuple[str, str]], settings: Mapping[str, Settings]
) -> Iterator[Seen]:
    """The front matter of posts, given as path and collection; files that cannot be read: none."""
    for path, collection in posts:
        read = read_file(root, path)
        if isinstance(read, FileRead):
            own = settings[collection]
            source = decode(read.data)
            yield Seen(path, read_front_matter(source.text, dialect=own.preset.dialect), own)
