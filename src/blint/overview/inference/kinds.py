"""Kinds of posts: folders whose front matter differs so clearly that each needs its own schema."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from blint.late import late
from blint.overview.inference.keys import keys_of
from blint.site.globs import literal

SECTION: Final = "_index"
"""The name of files that Hugo and Zola take for the list of a folder, and not for a post."""


class Post(NamedTuple):
    """A post as inference sees it: its path, and the values of its front matter."""

    path: str
    data: Mapping[str, Any]


class Kind(NamedTuple):
    """Posts of one kind. `name` and `files` are those of a collection, empty for all the rest."""

    name: str
    files: tuple[str, ...]
    posts: tuple[Post, ...]


def kinds_of(posts: Sequence[Post]) -> list[Kind]:
    """The kinds of some posts: collections first, what belongs to none last, if there is any.

    Most blogs have one kind. Two folders differ where two keys or more that nearly all posts of one
    have are rare in the other.
    """
    sections = tuple(post for post in posts if _stem(post.path) == SECTION)
    rest = [post for post in posts if _stem(post.path) != SECTION]
    if not rest:
        return [Kind("", (), tuple(posts))]
    found = list(_apart(rest))
    taken: set[str] = set()
    kinds = []
    left = rest
    for folders in found:
        inside = tuple(post for post in left if _is_in(post.path, folders))
        left = [post for post in left if not _is_in(post.path, folders)]
        kinds.append(
            Kind(_name(folders, taken), tuple(f"{literal(f)}/**" for f in folders), inside)
        )
    if len(left) < _OTHERS and kinds:
        # The largest kind needs no name: it is what all posts are that are of no other kind.
        largest = max(kinds, key=lambda kind: len(kind.posts))
        kinds.remove(largest)
        left = sorted((*largest.posts, *left), key=lambda post: post.path)
    if sections:
        kinds.insert(0, Kind(_fresh("sections", taken), (f"**/{SECTION}.*",), sections))
    kinds.append(Kind("", (), tuple(left)))
    return [part for kind in kinds for part in _without_strangers(kind, taken)]


def _without_strangers(kind: Kind, taken: set[str]) -> Iterator[Kind]:
    """A kind, after the folders in it none of whose posts has all the keys that it asks for.

    Two posts that lie side by side and lack the same are no slip, and neither is an index that
    stands for the posts around it.
    """
    required = set(keys_of([post.data for post in kind.posts]).required)
    units = _units(kind.posts)
    folders: defaultdict[str, list[Post]] = defaultdict(list)
    for post in kind.posts:
        folders[units[post.path]].append(post)
    strange = [
        folder
        for folder, inside in sorted(folders.items())
        if folder and 2 <= len(inside) < len(kind.posts)
        if not any(required <= post.data.keys() for post in inside)
    ]
    for folder in strange:
        files = (f"{literal(folder)}/*", f"{literal(folder)}/*/index.*")
        yield Kind(_name((folder,), taken), files, tuple(folders[folder]))
    left = [post for post in kind.posts if units[post.path] not in strange]
    indexes = tuple(
        post
        for post in left
        if _stem(post.path) == "index"
        and post.path.rpartition("/")[0] == units[post.path]
        and not required <= post.data.keys()
    )
    if 0 < len(indexes) < len(left):
        yield Kind(_fresh("index", taken), tuple(literal(post.path) for post in indexes), indexes)
        left = [post for post in left if post not in indexes]
    yield kind._replace(posts=tuple(left))


def _apart(posts: Sequence[Post]) -> Iterator[tuple[str, ...]]:
    """Groups of folders whose posts are of one kind, the largest first."""
    units = _units(posts)
    base = _common_folder(units.values())
    groups: defaultdict[str, list[Post]] = defaultdict(list)
    for post in posts:
        first = units[post.path].removeprefix(base).strip("/").partition("/")[0]
        groups[f"{base}/{first}".strip("/") if first else ""].append(post)
    large = {name for name in groups if name and len(groups[name]) >= _LEAST}
    usual = {name: _profile(groups[name]) for name in sorted(large)}
    while usual:
        name = max(usual, key=lambda one: (len(groups[one]), one))
        own = usual.pop(name)
        alike = [name, *(other for other in usual if not _differ(own, usual[other]))]
        for other in alike[1:]:
            del usual[other]
        others = [post for key, group in groups.items() if key not in alike for post in group]
        if len(others) >= _OTHERS and _differ(own, _profile(others)):
            yield tuple(sorted(alike))


def _profile(posts: Iterable[Post]) -> Mapping[str, float]:
    """Which part of some posts has each key."""
    known = list(posts)
    counts = Counter(key for post in known for key in post.data)
    return {key: count / len(known) for key, count in counts.items()}


def _differ(one: Mapping[str, float], other: Mapping[str, float]) -> bool:
    """Whether two keys or more are in nearly all posts here and in hardly any there."""
    apart = 0
    for key in one.keys() | other.keys():
        here, there = one.get(key, 0.0), other.get(key, 0.0)
        apart += max(here, there) >= _NEARLY_ALL and min(here, there) <= _HARDLY_ANY
    return apart >= 2


def _common_folder(folders: Iterable[str]) -> str:
    """The innermost folder that all folders are in."""
    parts = [folder.split("/") for folder in folders]
    first, last = min(parts), max(parts)
    same = 0
    while same < min(len(first), len(last)) and first[same] == last[same]:
        same += 1
    return "/".join(first[:same])


def _units(posts: Iterable[Post]) -> dict[str, str]:
    """The folder of each post, by its path.

    Where a post is a folder of its own, with an `index` file and no other posts, it is the folder
    around that.
    """
    paths = [post.path for post in posts]
    shared: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        if _stem(path) == "index":
            folder = folder.rpartition("/")[0]
        while folder and folder not in shared:
            shared.add(folder)
            folder = folder.rpartition("/")[0]
    found = {}
    for path in paths:
        folder = path.rpartition("/")[0]
        own = _stem(path) == "index" and folder not in shared
        found[path] = folder.rpartition("/")[0] if own else folder
    return found


def _stem(path: str) -> str:
    return path.rpartition("/")[2].partition(".")[0]


def _is_in(path: str, folders: Iterable[str]) -> bool:
    return any(path.startswith(f"{folder}/") for folder in folders)


def _name(folders: Sequence[str], taken: set[str]) -> str:
    """A name for a collection: that of its folder, as a bare key of TOML."""
    name = _NOT_IN_NAMES.sub("-", folders[0].rpartition("/")[2]).strip("-").casefold()
    return _fresh(name or "collection", taken)


def _fresh(name: str, taken: set[str]) -> str:
    number = 1
    fresh = name
    while fresh in taken or fresh == "post":
        number += 1
        fresh = f"{name}-{number}"
    taken.add(fresh)
    return fresh


_LEAST: Final = 10
_OTHERS: Final = 5
_NEARLY_ALL: Final = 0.9
_HARDLY_ANY: Final = 0.1
_NOT_IN_NAMES: Final = late(r"[^A-Za-z0-9_]+")
