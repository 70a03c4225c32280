"""The posts of a run: as an earlier run examined them where nothing has changed, else anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from blint.facts import PostFacts
from blint.running.active import ActiveRules
from blint.running.batch import Done, Progress, Read, examine_all, read_digest, unpacked
from blint.running.cache.digests import digest
from blint.running.cache.memory import Memory
from blint.running.discover import PostFile
from blint.running.examine import Examined, Found
from blint.running.files import NO_DRAFTS, Drafts


class Lost(Exception):
    """Too little is known of an earlier run to go on from it."""


class DataPost(NamedTuple):
    """A file that the configuration names and that rules speak of, as if it were a post."""

    file: PostFile
    content: bytes
    facts: PostFacts


class Corpus:
    """Posts by number, in the order of their paths, examined when they are asked for.

    After them come files of `data`, which are known as they are.
    """

    def __init__(
        self,
        root: Path,
        posts: tuple[PostFile, ...],
        rules: ActiveRules,
        memory: Memory | None,
        *,
        data: Sequence[DataPost] = (),
        jobs: int | None = None,
        progress: Progress | None = None,
        drafts: Drafts = NO_DRAFTS,
    ) -> None:
        self._root = root
        self._rules = rules
        self._jobs = jobs
        self._drafts = drafts
        self._progress = progress
        self._examined: dict[int, Examined] = {}
        self._contents: list[bytes | None] = [None] * len(posts)
        self.posts = (*posts, *(one.file for one in data))
        self.numbers = {post.path: number for number, post in enumerate(self.posts)}
        self.memory = memory
        self._fresh: dict[bytes, bytes] = {}
        if memory is not None:
            has_posts = memory.store.count() > 0
            self._contents = [self._content(memory, post, read=has_posts) for post in posts]
        for number, one in enumerate(data, len(posts)):
            self._contents.append(one.content)
            self._examined[number] = Examined(one.facts, ())

    def contents(self) -> list[bytes]:
        """The digests of all posts. Raises Lost where one has none, as blint failed on it."""
        self.load([number for number, content in enumerate(self._contents) if content is None])
        known = [content for content in self._contents if content is not None]
        if len(known) < len(self._contents):
            raise Lost
        return known

    def load(self, numbers: Iterable[int]) -> None:
        """Have some posts at hand, from the cache or examined now."""
        missing = [number for number in numbers if number not in self._examined]
        if self.memory is not None and missing:
            missing = self._recall(self.memory, missing)
        posts = [self.posts[number] for number in missing]
        results = examine_all(
            self._root,
            posts,
            self._rules,
            jobs=self._jobs,
            progress=self._progress,
            drafts=self._drafts,
        )
        for number, done in zip(missing, results, strict=True):
            packed = done.packed
            self._examined[number] = unpacked(packed) if isinstance(packed, bytes) else packed
            if self.memory is not None:
                self._note(self.memory, number, done)
            elif done.read is not None:
                self._contents[number] = done.read.digest

    def all_facts(self) -> list[PostFacts]:
        """The facts of all posts."""
        self.load(range(len(self.posts)))
        return [self._examined[number].facts for number in range(len(self.posts))]

    def facts(self, number: int) -> PostFacts:
        """The facts of a post."""
        return self._at(number).facts

    def facts_at(self, path: str) -> PostFacts:
        """The facts of the post at a path."""
        return self.facts(self.numbers[path])

    def found(self, number: int) -> tuple[Found, ...]:
        """What the post checks found in a post."""
        return self._at(number).found

    def content_at(self, path: str) -> bytes | None:
        """The digest of what was read of a post; None where it was not read, or blint failed."""
        return self._contents[self.numbers[path]]

    def former(self, contents: Mapping[int, bytes]) -> list[PostFacts]:
        """The facts of some posts as they were when they had other contents. Raises Lost."""
        memory = self.memory
        assert memory is not None
        keys = [memory.keys.post(self.posts[n], content) for n, content in contents.items()]
        known = memory.store.posts(keys)
        try:
            return [unpacked(known[key]).facts for key in keys]
        except (KeyError, ValueError) as error:
            raise Lost from error

    def keep(self, *, beside: bool = False) -> None:
        """Keep what was examined for the next run; `beside` what another corpus keeps, which is
        that of the files as they are on disk."""
        memory = self.memory
        if memory is not None and beside:
            memory.store.write(memory.states, self._fresh)
            memory.store.close()
        elif memory is not None:
            known = zip(self.posts, self._contents, strict=True)
            key = memory.keys.post
            keys = (key(post, content) for post, content in known if content is not None)
            memory.keep(self._fresh, lambda: keys, len(self.posts))

    def _at(self, number: int) -> Examined:
        if number not in self._examined:
            self.load([number])
        return self._examined[number]

    def _content(self, memory: Memory, post: PostFile, *, read: bool) -> bytes | None:
        """The digest of a post before it is examined; None where only that can tell it."""
        drafted = post.path in self._drafts
        known = memory.seen.digest(post.path) if not drafted else None
        if known is None and (read or drafted):
            content = read_digest(self._root, post.path, self._drafts)
            if content is not None:
                _note(memory, post, content)
                known = content.digest
        return known

    def _recall(self, memory: Memory, numbers: list[int]) -> list[int]:
        """Take posts from the cache; returns those that it lacks."""
        keys = {
            number: memory.keys.post(self.posts[number], content)
            for number in numbers
            if (content := self._contents[number]) is not None
        }
        known = memory.store.posts(keys.values())
        missing = []
        for number in numbers:
            try:
                self._examined[number] = unpacked(known.get(keys.get(number, b""), b""))
            except ValueError:  # nothing, or nothing of ours
                missing.append(number)
        return missing

    def _note(self, memory: Memory, number: int, done: Done) -> None:
        """Remember what was found in a post, unless blint failed: it may not fail again."""
        self._contents[number] = None
        if any(found.rule == "internal-error" for found in self._examined[number].found):
            return
        post = self.posts[number]
        if done.read is None:
            # What cannot be read is looked at each time, and known by what is said of it.
            self._contents[number] = digest([done.packed])
            return
        _note(memory, post, done.read)
        self._contents[number] = done.read.digest
        if isinstance(done.packed, bytes):
            self._fresh[memory.keys.post(post, done.read.digest)] = done.packed


def _note(memory: Memory, post: PostFile, read: Read) -> None:
    """Remember what a file holds; a draft says nothing of its file."""
    if read.file is not None:
        memory.seen.note(post.path, *read.file, read.digest)
