"""Examine many posts, in this process or in several: the result is the same to the byte."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from blint.running.active import ActiveRules
from blint.running.cache.digests import content_digest
from blint.running.cache.stamps import Stamp, changed_at, stamp_of
from blint.running.discover import PostFile
from blint.running.examine import Examined, Found, examine, internal_error
from blint.running.files import NO_DRAFTS, Drafts, FileRead, read_file
from blint.running.gather import bare_facts
from blint.running.settings import Bound
from blint.source import Source

PAYS_FROM = 600
"""Posts for which a second process saves more time than it takes to start."""

Progress = Callable[[int, int], None]
"""Told how many posts of how many are examined."""


class OnDisk(NamedTuple):
    """A file as it was on disk: its stamp, and when that changed, in nanoseconds."""

    stamp: Stamp
    changed: int


class Read(NamedTuple):
    """What was read: its digest, and the file that it was in; None for a draft."""

    digest: bytes
    file: OnDisk | None


class Done(NamedTuple):
    """A post that was examined: what was found, as bytes if it can be; what was read, likewise."""

    packed: bytes | Examined
    read: Read | None


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Examined)


def unpacked(packed: bytes) -> Examined:
    """What was found in a post. Raises ValueError for bytes of another make."""
    return _DECODER.decode(packed)


def examine_all(
    root: Path,
    posts: Sequence[PostFile],
    rules: ActiveRules,
    *,
    jobs: int | None = None,
    progress: Progress | None = None,
    drafts: Drafts = NO_DRAFTS,
) -> Iterator[Done]:
    """Read and examine posts, in their order; `jobs` caps the number of processes."""
    workers = min(jobs or os.cpu_count() or 1, 2 * len(posts) // PAYS_FROM)
    results: Iterator[Done] = (
        (_examine_file(root, post, rules, drafts) for post in posts)
        if workers < 2
        else _in_processes(root, posts, rules.bound, workers, drafts)
    )
    for done, examined in enumerate(results, 1):
        yield examined
        if progress is not None:
            progress(done, len(posts))


def read_digest(root: Path, path: str, drafts: Drafts = NO_DRAFTS) -> Read | None:
    """The digest of a file's content; None where it cannot be read."""
    read = read_file(root, path, drafts)
    return _digested(read) if isinstance(read, FileRead) else None


def _digested(read: FileRead) -> Read:
    status = read.status
    file = OnDisk(stamp_of(status), changed_at(status)) if status is not None else None
    return Read(content_digest(read.data), file)


def _examine_file(root: Path, post: PostFile, rules: ActiveRules, drafts: Drafts) -> Done:
    settings = rules.bound.settings[post.collection]
    read = read_file(root, post.path, drafts)
    if not isinstance(read, FileRead):
        return Done(_packed(Examined(bare_facts(post.path, Source(""), settings), (read,))), None)
    checks = rules.checks(post.collection)
    if post.page:
        checks = [one for one in checks if post.linking and rules.is_about_links(one.rule)]
    examined = examine(post.path, read.data, settings, checks, page=post.page)
    return Done(_packed(examined), _digested(read))


def _packed(examined: Examined) -> bytes | Examined:
    """The bytes, which travel between processes in a tenth of the time, and may be kept."""
    try:
        return _ENCODER.encode(examined)
    except UnicodeEncodeError:
        # Half a surrogate pair: from the name of a file that is not UTF-8, or an escape in YAML.
        return examined


def _in_processes(
    root: Path, posts: Sequence[PostFile], bound: Bound, workers: int, drafts: Drafts
) -> Iterator[Done]:
    from blint.running.lanes import results

    make = partial(_examiner, root, bound, drafts)
    return results(posts, make, workers, partial(_lost, bound))


def _examiner(root: Path, bound: Bound, drafts: Drafts) -> Callable[[PostFile], Done]:
    rules = ActiveRules(bound)
    return lambda post: _examine_file(root, post, rules, drafts)


def _lost(bound: Bound, post: PostFile) -> Done:
    """What there is to say of a post that ends the process it is examined in."""
    error = RuntimeError("the process that read this post has ended")
    facts = bare_facts(post.path, Source(""), bound.settings[post.collection])
    return Done(
        _packed(Examined(facts, (Found("internal-error", internal_error("reading", error)),))), None
    )


def end_children() -> None:
    """End the processes of an interrupted run: nobody waits for what they would still find."""
    multiprocessing = sys.modules.get("multiprocessing")
    if multiprocessing is not None:
        for process in multiprocessing.active_children():
            process.terminate()
