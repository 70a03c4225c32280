"""Which files of a project are its posts: folders to name, and files to leave out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from blint.late import late
from blint.overview.survey import Seen
from blint.running.discover import PROJECT_FILE, Discovery
from blint.site.globs import folder_matcher, literal, matcher


class Extent(NamedTuple):
    """Globs of the posts, None where those of the generator do, and globs of what is none of them.

    What is excluded are files without front matter, named one by one.
    """

    content: tuple[str, ...] | None
    excluded: tuple[str, ...]

    def posts(self, seen: Iterable[Seen]) -> list[Seen]:
        """The posts among some files."""
        is_content = folder_matcher(self.content) if self.content else lambda _path: True
        is_excluded = matcher(self.excluded)
        return [one for one in seen if is_content(one.path) and not is_excluded(one.path)]


def extent_of(discovery: Discovery, seen: Sequence[Seen]) -> Extent:
    """Where the posts of a blog are, told from what was found without a configuration."""
    bare = {one.path for one in seen if one.front_matter.format is None and one.readable}
    if len(bare) * 2 > len(seen):
        return Extent(None, ())  # front matter says nothing of what is a post here
    content = None
    if discovery.generator.preset.name == "plain":
        content = _folders([one.path for one in seen], bare)
    within = Extent(content, ()).posts(seen)
    excluded = (literal(p.path) for p in within if p.path in bare and _NO_POST.search(p.path))
    projects = (literal(p.path) for p in within if p.path in bare and _is_project_file(p.path))
    return Extent(content, tuple(sorted({*excluded, *projects})))


def _folders(paths: Sequence[str], bare: set[str]) -> tuple[str, ...] | None:
    """The folders that hold all posts but those without front matter at the root."""
    if any("/" not in path and path not in bare for path in paths):
        return None
    tops = sorted({path.partition("/")[0] for path in paths if "/" in path})
    if not tops or len(tops) > _MOST:
        return None
    found = (_narrowed(top, [path for path in paths if path.startswith(f"{top}/")]) for top in tops)
    return tuple(map(literal, found))


def _narrowed(folder: str, paths: Sequence[str]) -> str:
    """The innermost folder that holds all of some paths."""
    while True:
        below = {path[len(folder) + 1 :].partition("/")[::2] for path in paths}
        names = {name for name, _ in below}
        if len(names) != 1 or any(not rest for _, rest in below):
            return folder
        if any(rest.partition(".")[0] == "index" for _, rest in below):
            return folder  # a post that is a folder
        folder = f"{folder}/{names.pop()}"


def _is_project_file(path: str) -> bool:
    return PROJECT_FILE.fullmatch(path.rpartition("/")[2]) is not None


_MOST: Final = 8
# Parts that other pages take in.
_NO_POST: Final = late(
    r"(?:^|/)(?:_[^/]+|includes?|fragments?|partials?|snippets?)/", re.IGNORECASE
)
