"""Discover the files of a project: its posts, and the names of all there is to link to."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple

from blint.late import late
from blint.running.config import Config
from blint.running.errors import UsageFault
from blint.running.files import NO_DRAFTS
from blint.running.tree import Scan, Sieve, Skipped, inside, kept_by_git, read_tree
from blint.site.configs.detect import POST, Generator, find_generator
from blint.site.configs.reading import Drafted
from blint.site.globs import folder_matcher, literal, matcher

PROJECT_FILE = late(
    r"(?:readme|licen[cs]e|changelog|changes|history|contributing|code_of_conduct|security"
    r"|authors|maintainers|support|governance|codeowners|todo|provenance)(?:[.\-_][^/]*)?",
    re.IGNORECASE,
)

_MANY_COPIED = 500


class NothingFound(UsageFault):
    """There are no posts where they were looked for."""


class PostFile(NamedTuple):
    """A post: its path relative to the root, with `/`, and its collection, "" for none.

    `reported` False: read for what it tells of the site, because other posts were asked for, or
    because it is a `page`: one beside the posts, such as an About page, that links may lead to.
    `linking`: a page whose own links are checked, and nothing else of it, where the whole site is
    asked for.
    """

    path: str
    collection: str
    reported: bool = True
    page: bool = False
    linking: bool = False


@dataclass(frozen=True)
class Discovery:
    """What a project holds.

    `posts` are sorted by path, each real file once. `files` are all files under the root, for
    links to resolve against: hidden ones among them; `.git`, `node_modules` and what git ignores
    not. `skipped` are posts and folders that were asked for and cannot be read. `whole` tells
    whether the whole site was asked for. `scans` are what all this was told from.
    """

    root: Path
    posts: tuple[PostFile, ...]
    files: frozenset[str]
    generator: Generator
    skipped: tuple[Skipped, ...] = ()
    whole: bool = False
    scans: tuple[Scan, ...] = ()


def discover(
    config: Config,
    paths: Sequence[Path] = (),
    *,
    force_exclude: bool = False,
    drafts: Mapping[str, bytes] = NO_DRAFTS,
    absent: frozenset[str] = frozenset(),
    sieve: Sieve = kept_by_git,
) -> Discovery:
    """Find the posts that `paths` ask for, and all others that the site is made of.

    No paths, or the root itself: the configured content, else the generator's content folders,
    else `content/`, else everything. A file named in `paths` is a post whatever it is called, and
    even where `exclude` matches it; with `force_exclude`, only if a run without paths checks it.
    `drafts` are what some files hold for this run, whether they are there or not, and `absent` are
    files that are not there for it, as paths from the root. `sieve` tells which files git keeps.
    Raises UsageFault for a path that is missing or outside the root, and where no post is found.
    """
    root, table = config.root, config.table
    asked = list(dict.fromkeys(_asked(root, path, drafts) for path in paths))
    named = [path for path in asked if not _is_folder(root, path)]
    folders = [path for path in asked if path not in named]
    named = [path for path in named if path not in absent]

    tree = read_tree(root, sieve=sieve)
    unseen = tuple(path for path in folders if _is_unseen(path, tree.files))
    if unseen:
        tree = read_tree(root, unseen, sieve)
    near = next(iter(asked or table.content or ()), "")
    if drafts or absent:
        tree.files |= drafts.keys()
        tree.files -= absent
        tree.skipped = [one for one in tree.skipped if one.path not in absent]
    texts = Drafted(root, drafts) if drafts else root
    generator = find_generator(texts, tree.files, near=near, preset=table.preset or "auto")

    pool = _Pool(config, generator, filter(POST.fullmatch, tree.files))
    wanted = pool.below(pool.content) if not asked else set()
    for folder in folders:
        below = pool.within(folder)
        # The folder of a whole site holds more than posts: its content is meant.
        content = below & pool.below(pool.content) if folder in {"", generator.folder} else None
        wanted |= content or below
    checked = pool.below(pool.content) if force_exclude else {*named}
    excluded = {*named} - checked
    faults = [*tree.skipped, *_unreadable(root, [path for path in named if path not in drafts])]
    wanted |= {*named} - excluded - {fault.path for fault in faults}

    scope = folder_matcher(map(literal, asked)) if asked else folder_matcher(pool.content)
    skipped = {
        fault
        for fault in faults
        if fault.path in named or (scope(fault.path) and pool.is_post(fault))
    }
    if not (wanted or excluded or skipped):
        raise NothingFound(_nothing_found(asked))
    content = pool.below(pool.content)
    chosen = _once(wanted | pool.below(pool.site) | pool.pages(tree.files), wanted, tree.real)
    collection_of = collections_of(config)
    # Who asks for a whole site asks for the links of its pages as well.
    whole = not table.content and all(path in {"", generator.folder} for path in asked)
    linking = set() if table.content else pool.below(pool.beside) - content - wanted
    return Discovery(
        root=root,
        posts=tuple(
            PostFile(
                path,
                collection_of(path),
                path in wanted,
                path not in wanted and path not in content,
                path in linking,
            )
            for path in sorted(chosen)
        ),
        files=frozenset(tree.files | wanted),
        generator=generator,
        skipped=tuple(sorted(skipped)),
        whole=whole,
        scans=tuple(tree.scans),
    )


class _Pool:
    """The files that may be posts, and the folders posts are looked for in."""

    def __init__(self, config: Config, generator: Generator, names: Iterable[str]) -> None:
        preset, folder = generator.preset, generator.folder
        prefix = f"{folder}/" if folder else ""
        self.excluded = folder_matcher(config.table.exclude)
        self._page_files, self._copied_pages = preset.page_files, preset.copied_pages
        self._skip = folder_matcher(prefix + one for one in preset.skip)
        # In a folder of posts and nothing else a README may well be one of them.
        known = config.table.content or preset.content
        self._homes = {"", folder} if known else set()
        self._project_files = preset.project_files
        self._names = [name for name in names if self._may_be_post(name)]
        self._visible = [name for name in self._names if "/." not in f"/{name}"]
        defaults = [_inside(prefix, one) for one in preset.content]
        self.content = list(config.table.content or self._present(defaults))
        self.content = self.content or self._present(["content"]) or [""]
        self.beside = [_inside(prefix, one) for one in preset.pages]
        copies = [_inside(prefix, one) for one in preset.copies]
        self.site = [*self.content, *defaults, *self.beside, *copies]

    def below(self, folders: Iterable[str]) -> set[str]:
        """The posts in some folders, given as globs; hidden files and folders left out."""
        return set(filter(folder_matcher(folders), self._visible))

    def pages(self, files: Iterable[str]) -> set[str]:
        """The pages of the site that are no posts: in other languages, or files of the project."""
        found = self._ending(self._page_files, files)
        if self._project_files:
            home = folder_matcher(self.site)
            found |= {
                name
                for name in files
                if name.rpartition("/")[0] in self._homes
                and PROJECT_FILE.fullmatch(name.rpartition("/")[2])
                and POST.fullmatch(name)
                and home(name)
                and not (self.excluded(name) or self._skip(name))
            }
        copied = self._ending(self._copied_pages, files)
        # So many come from a program that describes code, and nobody links into them by hand.
        return found | copied if len(copied) <= _MANY_COPIED else found

    def _ending(self, extensions: tuple[str, ...], files: Iterable[str]) -> set[str]:
        if not extensions:
            return set()
        home = folder_matcher(self.site)
        return {
            name
            for name in files
            if name.endswith(extensions)
            and home(name)
            and "/." not in f"/{name}"
            and self._may_be_post(name)
        }

    def within(self, folder: str) -> set[str]:
        """The posts in one folder that was asked for by name, though it may be a hidden one."""
        if not folder:
            return set(self._visible)
        start = f"{folder}/"
        return {
            name
            for name in self._names
            if name.startswith(start) and "/." not in name[len(folder) :]
        }

    def is_post(self, fault: Skipped) -> bool:
        """Whether something that cannot be read would have been a post, or a folder of posts."""
        name = fault.path.rpartition("/")[2]
        looks = POST.fullmatch(name) is not None or "." not in name
        return looks and "/." not in f"/{fault.path}" and self._may_be_post(fault.path)

    def _present(self, folders: list[str]) -> list[str]:
        tests = ((folder, folder_matcher([folder])) for folder in folders)
        return [folder for folder, test in tests if any(map(test, self._visible))]

    def _may_be_post(self, name: str) -> bool:
        if self.excluded(name) or self._skip(name):
            return False
        folder, _, base = name.rpartition("/")
        return not (folder in self._homes and PROJECT_FILE.fullmatch(base))


def _inside(prefix: str, folder: str) -> str:
    """A folder of a site from the project root; it may lie beside the site's own."""
    return normpath(prefix + folder) if ".." in folder else prefix + folder


def collections_of(config: Config) -> Callable[[str], str]:
    """Tells the collection of a path: the first whose globs match."""
    tests = [(name, matcher(table.files)) for name, table in config.table.collections.items()]
    return lambda path: next((name for name, test in tests if test(path)), "")


def _once(paths: set[str], wanted: set[str], real: dict[str, str]) -> set[str]:
    """Paths without those that are another name of a file already among them.

    The file's own name is kept before a link to it, and what was asked for before the rest.
    """
    if not real:
        return paths
    owners: dict[str, str] = {}
    for path in sorted(paths, key=lambda path: (path not in wanted, path in real, path)):
        owners.setdefault(real.get(path, path), path)
    return set(owners.values())


def name_below(root: Path, path: Path) -> str:
    """A path somebody gave, relative to the root, with `/`; its last part is not resolved.

    Raises UsageFault where it is outside the root.
    """
    # A path that ends in `..` has no last part to keep, nor has the current folder.
    plain = path.name and path.name != ".."
    full = path.parent.resolve() / path.name if plain else path.resolve()
    if full.resolve() == root:
        return ""
    if not full.is_relative_to(root):
        raise UsageFault(f"`{path}` is outside the project `{root}`.")
    return full.relative_to(root).as_posix()


def _asked(root: Path, path: Path, drafts: Mapping[str, bytes]) -> str:
    """`name_below` of a file or folder that is there. Raises UsageFault where none is."""
    if not (os.path.lexists(path) or (drafts and name_below(root, path) in drafts)):
        raise UsageFault(f"There is no file or folder `{path}`.")
    return name_below(root, path)


def _is_folder(root: Path, path: str) -> bool:
    """Whether a path is a folder; a link to one outside the root is a file not to be opened."""
    full = root / path
    return full.is_dir() and not (full.is_symlink() and inside(root, path) is None)


def _is_unseen(folder: str, files: set[str]) -> bool:
    """Whether the walk has left out a folder that was asked for, because git ignores it."""
    if not folder or ".git" in folder.split("/"):
        return False
    prefix = f"{folder}/"
    return not any(name.startswith(prefix) for name in files)


def _unreadable(root: Path, named: list[str]) -> Iterable[Skipped]:
    """Those of some named files that may not be opened."""
    for path in named:
        real = inside(root, path)
        if real is None:
            yield Skipped(path, "it is a link that leads out of the project")
            continue
        try:
            mode = (root / real).stat().st_mode
        except OSError:
            yield Skipped(path, "it is a link to something that cannot be read")
            continue
        if not stat.S_ISREG(mode):
            yield Skipped(path, "it is not a regular file")


def _nothing_found(asked: list[str]) -> str:
    if not asked or asked == [""]:
        return "No posts were found."
    return f"No posts were found in {', '.join(f'`{path}`' for path in asked)}."
