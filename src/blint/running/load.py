"""Load a blog for the commands that tell of it as a whole: its facts, and its posts on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import msgspec

from blint.facts import PostFacts
from blint.reading.post import Post, read_post
from blint.running.batch import Progress
from blint.running.config import Config
from blint.running.corpus import Corpus
from blint.running.discover import Discovery
from blint.running.files import FileRead, read_file
from blint.running.opening import Request, open_blog
from blint.site.settings import Settings
from blint.source import decode


class LoadedBlog(msgspec.Struct, frozen=True):
    """The posts that were asked for, in the order of their paths; pages beside them left out.

    `settings` are those of each collection; `base` is the folder that paths in the configuration
    start from, and `configured` whether there is one. Posts that cannot be read are not among
    `posts`; `unread` are their paths.
    """

    root: Path
    base: Path
    configured: bool
    discovery: Discovery
    settings: Mapping[str, Settings]
    posts: tuple[PostFacts, ...]
    config: Config
    unread: tuple[str, ...] = ()

    def settings_of(self, facts: PostFacts) -> Settings:
        """The settings of a post's collection."""
        return self.settings[facts.collection]

    def read(
        self, wanted: Callable[[PostFacts], bool] | None = None
    ) -> Iterator[tuple[Post, Settings]]:
        """The posts, or those wanted, read anew one by one: for what the facts do not hold."""
        for facts in self.posts:
            if wanted is None or wanted(facts):
                read = read_file(self.root, facts.path)
                if isinstance(read, FileRead):
                    settings = self.settings_of(facts)
                    source = decode(read.data)
                    yield read_post(facts.path, source, dialect=settings.preset.dialect), settings


def load(
    request: Request, progress: Progress | None = None, config: Config | None = None
) -> LoadedBlog:
    """Load a blog. Raises UsageFault (ConfigError among them) where that cannot be done.

    Posts that an earlier run examined are taken from its cache, and those examined now are kept,
    if the request says so. `config` is a configuration that nobody has written down yet: none is
    then looked for.
    """
    opened = open_blog(request, progress, config)
    config, discovery, corpus = opened.config, opened.discovery, opened.corpus
    numbers = [number for number, post in enumerate(discovery.posts) if post.reported]
    corpus.load(numbers)
    unread = {number for number in numbers if _is_unread(corpus, number)}
    corpus.keep()
    return LoadedBlog(
        root=config.root,
        base=config.base,
        configured=config.file is not None,
        discovery=discovery,
        settings=opened.bound.settings,
        posts=tuple(corpus.facts(number) for number in numbers if number not in unread),
        config=config,
        unread=tuple(
            sorted(
                {skipped.path for skipped in discovery.skipped}
                | {discovery.posts[number].path for number in unread}
            )
        ),
    )


_UNREAD = frozenset({"unreadable-file", "oversized-file", "invalid-encoding", "internal-error"})


def _is_unread(corpus: Corpus, number: int) -> bool:
    found = corpus.found(number)
    return any(one.rule in _UNREAD for one in found) and not corpus.facts(number).front_matter.end
