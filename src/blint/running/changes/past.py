"""The blog as it was at the base of a change, opened over the files of today."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from blint.facts import PostFacts
from blint.running.cache.keys import same_settings
from blint.running.changes.model import Change
from blint.running.config import Config, config_holding
from blint.running.discover import NothingFound
from blint.running.errors import ConfigError
from blint.running.opening import OpenedBlog, Request, open_blog
from blint.running.ready import Ready, make_ready
from blint.running.review import Reviewed, review
from blint.site.configs.detect import POST
from blint.site.settings import Settings


class Past:
    """A blog as it was; None where there was none, or nothing has changed."""

    def __init__(
        self,
        opened: OpenedBlog | None,
        ready: Ready | None,
        notes: tuple[str, ...] = (),
        *,
        keeps_review: bool = False,
    ) -> None:
        self._opened, self._ready = opened, ready
        self._keeps_review = keeps_review
        self.notes = notes

    @classmethod
    def none(cls) -> Past:
        """A blog of which there is nothing to say."""
        return cls(None, None)

    def review(self) -> Reviewed:
        """What there was to say of each post."""
        if self._ready is None:
            return Reviewed({}, list, ())
        return review(*self._ready)

    def has_settings_of(self, opened: OpenedBlog) -> bool:
        """Whether it had the settings that a blog has, but for the names of files."""
        return self._opened is not None and same_settings(self._opened.bound, opened.bound)

    @property
    def settings(self) -> Mapping[str, Settings]:
        """The settings of each collection."""
        return self._opened.bound.settings if self._opened is not None else {}

    def reported(self) -> dict[str, bool]:
        """The posts, and whether each would have been reported on."""
        posts = self._opened.discovery.posts if self._opened is not None else ()
        return {post.path: post.reported for post in posts}

    def facts(self, paths: list[str]) -> dict[str, PostFacts]:
        """The facts of some posts, by path; those that could not be read left out."""
        if self._opened is None:
            return {}
        corpus = self._opened.corpus
        numbers = [corpus.numbers[path] for path in paths if path in corpus.numbers]
        corpus.load(numbers)
        return {
            corpus.posts[number].path: corpus.facts(number)
            for number in numbers
            if not is_unread(corpus.found(number))
        }

    def keep(self) -> None:
        """Keep what was examined for the next run, and the review where it is of other files."""
        if self._opened is not None:
            memory = self._opened.memory
            if memory is not None and not self._keeps_review:
                memory.states.clear()
            self._opened.corpus.keep(beside=True)


def is_unread(found: tuple[object, ...]) -> bool:
    """Whether what was found in a post is that it cannot be read."""
    return any(getattr(one, "rule", "") in _UNREAD for one in found)


def open_past(change: Change, request: Request, opened: OpenedBlog, ready: Ready) -> Past:
    """The blog as it was before a change, asked for the same paths under its own configuration."""
    then = change.then
    paths = tuple(path for path in request.paths if _was_there(path, opened, then))
    asked = replace(
        request,
        paths=paths,
        drafts=then,
        absent=change.missing_then,
        today=ready.settler.today,
        external=False,
        offline=False,
        only=(),
        changed=None,
    )
    notes: tuple[str, ...] = ()
    try:
        try:
            before = open_blog(asked, None, _config_then(opened, change))
        except ConfigError as error:
            fault = str(error).partition("\n")[0]
            notes = (f"The configuration of before was faulty, today's counts ({fault})",)
            posts = {path: data for path, data in then.items() if POST.fullmatch(path)}
            before = open_blog(replace(asked, drafts=posts), None, opened.config)
    except NothingFound:
        return Past(None, None, notes)
    # A review of the same files takes the place of the last one, from which the next run goes on.
    is_other = before.discovery.files != opened.discovery.files
    return Past(before, make_ready(asked, before), notes, keeps_review=is_other)


def _was_there(path: Path, opened: OpenedBlog, then: Mapping[str, bytes]) -> bool:
    """Whether a path that somebody asked for can be asked for of the past."""
    if os.path.lexists(path):
        return True
    full = path.parent.resolve() / path.name
    root = opened.discovery.root
    return full.is_relative_to(root) and full.relative_to(root).as_posix() in then


def _config_then(opened: OpenedBlog, change: Change) -> Config:
    """The configuration as it was. Raises ConfigError."""
    config = opened.config
    file = config.file or config.root / "blint.toml"
    if not file.is_relative_to(config.root):
        return config
    name = file.relative_to(config.root).as_posix()
    if name in change.old:
        return config_holding(config, change.old[name], opened.rulebook)
    return Config(config.root) if name in change.new and name not in change.renamed else config


_UNREAD = frozenset({"unreadable-file", "oversized-file", "invalid-encoding", "internal-error"})
