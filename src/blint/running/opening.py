"""Open a blog: its configuration and files, what holds for them, what is remembered of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from blint.rulebook import Rule, load_rulebook
from blint.running.active import ActiveRules
from blint.running.batch import Progress
from blint.running.cache.digests import digest
from blint.running.cache.memory import Memory
from blint.running.cache.sieve import remembering
from blint.running.cache.store import Store
from blint.running.changes.model import FindChange
from blint.running.config import Config, load_config
from blint.running.corpus import Corpus, DataPost
from blint.running.discover import Discovery, PostFile, discover
from blint.running.files import Drafts
from blint.running.gather import data_facts
from blint.running.settings import Bound, bind
from blint.running.tree import kept_by_git


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked of a run. `today` is an ISO date; None: the clock's. `cache`: what earlier runs
    found may be used, and what this one finds is kept. `external`: links to other sites are looked
    up, `offline` in what is remembered of them, and `only` those that fit one of some patterns.
    `suppressions`: comments in posts are heeded; `baseline`: so is the file of known findings.
    `drafts` are what some files hold for this run, by path from the root, whether they are on disk
    or not; `absent` are files that count as not there. `changed` tells what has changed in a
    project: then only what that causes is reported."""

    paths: tuple[Path, ...] = ()
    config: Path | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    force_exclude: bool = False
    jobs: int | None = None
    today: str | None = None
    cache: bool = False
    external: bool = False
    offline: bool = False
    only: tuple[str, ...] = ()
    suppressions: bool = True
    baseline: bool = True
    drafts: Drafts = field(default_factory=dict)
    absent: frozenset[str] = frozenset()
    changed: FindChange | None = None


class OpenedBlog(NamedTuple):
    """A blog before any of its posts is read. `data` are the files that the configuration names and
    that have facts of their own; `memory` is None where nothing is kept."""

    config: Config
    rulebook: Mapping[str, Rule]
    discovery: Discovery
    bound: Bound
    rules: ActiveRules
    memory: Memory | None
    data: tuple[DataPost, ...]
    corpus: Corpus

    def looked_at(self) -> Iterator[str]:
        """The paths of all that a run depends on, relative to the root or absolute, but for what
        symbolic links lead to."""
        yield from self.discovery.files
        for scan in self.discovery.scans:
            yield from scan.folders
            yield from (file for file in scan.rule_files() if not file.endswith("/.git"))
        for settings in self.bound.settings.values():
            vocabulary = settings.vocabulary.path if settings.vocabulary is not None else None
            for name in filter(None, (settings.schema_path, vocabulary)):
                yield name
                yield os.path.realpath(self.config.root / name)
        yield from self.config.searched()
        yield str(self.config.baseline)
        yield os.path.realpath(self.config.baseline)


def configure(request: Request) -> Config:
    """The configuration that holds for a request. Raises UsageFault (ConfigError among them)."""
    start = request.paths[0] if request.paths else Path()
    return load_config(start, request.config, load_rulebook())


def open_blog(
    request: Request, progress: Progress | None = None, config: Config | None = None
) -> OpenedBlog:
    """The blog that a request is about. Raises UsageFault (ConfigError among them).

    `config` is a configuration that nobody has written down yet: none is then looked for.
    """
    rulebook = load_rulebook()
    config = config or configure(request)
    store = Store(config.root) if request.cache else None
    discovery = discover(
        config,
        request.paths,
        force_exclude=request.force_exclude,
        drafts=request.drafts,
        absent=request.absent,
        sieve=kept_by_git if store is None else remembering(store),
    )
    bound = bind(
        config,
        rulebook,
        discovery,
        select=request.select,
        ignore=request.ignore,
        external=request.external,
        drafts=request.drafts,
    )
    rules = ActiveRules(bound)
    memory = Memory(config.root, store, bound) if store is not None and store.usable else None
    data = tuple(_data_posts(discovery, bound))
    corpus = Corpus(
        config.root,
        discovery.posts,
        rules,
        memory,
        data=data,
        jobs=request.jobs,
        progress=progress,
        drafts=request.drafts,
    )
    return OpenedBlog(config, rulebook, discovery, bound, rules, memory, data, corpus)


def _data_posts(discovery: Discovery, bound: Bound) -> Iterator[DataPost]:
    """The vocabularies, each in the first collection that has it; those in the project only."""
    posts = {post.path for post in discovery.posts}
    for file in bound.vocabularies:
        path = file.name
        if Path(path).is_absolute() or path in posts:
            continue
        settings = next(
            settings
            for settings in bound.settings.values()
            if settings.vocabulary is not None and settings.vocabulary.path == path
        )
        facts = data_facts(path, file.source, file.comments, settings)
        content = digest([path, file.source.text])
        yield DataPost(PostFile(path, settings.collection, reported=False), content, facts)
