"""Scratch copies of real blogs: what the tools are run on, and what may be changed in them.

The corpora are read, never written to. A copy has its posts under a folder of its root, and the
files between them, in the order of their paths, so that links and images lead where they did.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

CPP_DOCS = ("cpp-docs", "docs")
RUST_BLOG = ("rust-blog", "content")
NODEJS_ORG = ("nodejs-org", "apps/site/pages/en/blog")

CACHES = (".blint_cache", ".rumdl_cache")


@dataclass(frozen=True)
class Blog:
    """A copy: its root, its folder of posts, and where each post comes from, by its path."""

    root: Path
    content: str
    origins: dict[str, Path]

    @cached_property
    def posts(self) -> list[str]:
        """The paths of the posts, in order."""
        return sorted(self.origins)

    @property
    def label(self) -> str:
        """What it is, for the report."""
        size = sum(path.stat().st_size for path in self.origins.values())
        return f"{len(self.origins):,} posts, {size / 1e6:.1f} MB"

    def sized(self, share: float) -> str:
        """A post by its size: with 0.5 the one in the middle, with 0.99 a very long one."""
        by_size = sorted(self.posts, key=lambda post: self.origins[post].stat().st_size)
        return by_size[int(share * len(by_size))]

    def forget(self, _turn: int = 0) -> None:
        """Remove what tools have kept for the next run."""
        for cache in CACHES:
            shutil.rmtree(self.root / cache, ignore_errors=True)

    def touch(self, turn: int) -> None:
        """Give all posts another stamp and the same content, as a fresh clone does."""
        for post in self.origins:
            os.utime(self.root / post, (1_700_000_000 + turn, 1_700_000_000 + turn))

    def change(self, post: str, turn: int) -> None:
        """Give a post a section that it has never had: another heading, another link to it."""
        section = (
            f"\n\n## Benchmark, round {turn}\n\nSee [round {turn}](#benchmark-round-{turn}).\n"
        )
        (self.root / post).write_bytes(self.origins[post].read_bytes() + section.encode())

    def change_any(self, turn: int) -> None:
        """Change another post each turn, the same ones in every copy of a blog."""
        self.change(spread(self.posts, turn), turn)


def spread(posts: list[str], turn: int) -> str:
    """The post whose turn it is: each time another, far from the last."""
    return posts[(turn + 1) * 997 % len(posts)]


class Shelf:
    """The copies of one run of the benchmarks, each made when it is first wanted."""

    def __init__(self, scratch: Path, corpora: Path) -> None:
        self._scratch = scratch
        self._corpora = corpora
        self._made: dict[str, Blog] = {}

    def has(self, corpus: tuple[str, str]) -> bool:
        """Whether a corpus is at hand."""
        return self._corpora.joinpath(*corpus).is_dir()

    def first(self, *corpora: tuple[str, str]) -> tuple[str, str] | None:
        """The first corpus that is at hand."""
        return next((corpus for corpus in corpora if self.has(corpus)), None)

    def copy(
        self, name: str, corpus: tuple[str, str], posts: int | None = None, into: str = "docs"
    ) -> Blog:
        """A copy of a corpus, or of its first posts; repeated in several folders for more posts."""
        key = f"{name}-{corpus[0]}-{posts or 'all'}"
        if key not in self._made:
            self._made[key] = self._new(key, self._corpora.joinpath(*corpus), posts, into)
        return self._made[key]

    def drop(self, blog: Blog) -> None:
        """Remove a copy that is not wanted any more."""
        shutil.rmtree(blog.root)
        self._made = {key: one for key, one in self._made.items() if one is not blog}

    def _new(self, key: str, source: Path, posts: int | None, into: str) -> Blog:
        root = self._scratch / key
        origins: dict[str, Path] = {}
        files = _files(source)
        for folder, path in _repeated(files, posts, into):
            target = root / folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / path, target)
            if path.endswith(".md"):
                origins[f"{folder}/{path}"] = source / path
        (root / "blint.toml").write_text(f'content = ["{into}"]\n', encoding="utf-8")
        # What is still to be written to the disk is not to be written while tools are measured.
        os.sync()
        return Blog(root, into, origins)


def _files(source: Path) -> list[str]:
    """The files of a corpus, in the order of their paths, without the few posts in MDX."""
    paths = (path for path in source.rglob("*") if path.is_file() and path.suffix != ".mdx")
    return sorted(path.relative_to(source).as_posix() for path in paths)


def _repeated(files: list[str], posts: int | None, into: str) -> Iterator[tuple[str, str]]:
    """Folders and the files to copy there, until there are so many posts."""
    once = sum(path.endswith(".md") for path in files)
    left = once if posts is None else posts
    times = 0
    while left > 0:
        folder = into if posts is None or posts <= once else f"{into}/{times}"
        for path in files:
            if left == 0:
                return
            yield folder, path
            left -= path.endswith(".md")
        times += 1
