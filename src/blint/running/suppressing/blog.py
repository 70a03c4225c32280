"""Write suppressions for all that a run reports, and tell what cannot be silenced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from blint.diagnostics import Diagnostic
from blint.reading.post import Post, read_post
from blint.running.batch import Progress
from blint.running.data_file import parse_data
from blint.running.discover import collections_of
from blint.running.errors import ConfigError
from blint.running.files import FileRead, read_file
from blint.running.fixing.write import NotWritten, Rewrite, rewrite
from blint.running.opening import OpenedBlog, Request, open_blog
from blint.running.run import Outcome, run
from blint.running.settle import UNSUPPRESSABLE
from blint.running.suppressing.blocks import Blocks
from blint.running.suppressing.places import Paper, Place
from blint.running.suppressing.post import Proof, Suppressed, Want
from blint.running.suppressing.proof import body_of, comments, reading, rendered
from blint.site.settings import Settings
from blint.source import Source, Span, decode

_ROUNDS = 8
"""A finding may appear only when another is silenced, and a place may prove wrong."""


class Added(NamedTuple):
    """What was written: findings silenced in each file, and files not written, with the reason.

    `outcome` is what a run finds afterwards. `kept` are the reasons for what it finds, by path
    and rule.
    """

    outcome: Outcome
    silenced: Mapping[str, int]
    unwritten: Mapping[str, str]
    kept: Mapping[tuple[str, str], str]


def add_suppressions(request: Request, reason: str, progress: Progress | None = None) -> Added:
    """Write comments into posts for all that a run reports. Raises UsageFault as `run` does."""
    outcome = run(request, progress)
    before = _by_path(outcome)
    opened = open_blog(request)
    posts: dict[str, Suppressed] = {}
    kept: dict[tuple[str, str], str] = {}
    drafts: dict[str, bytes] = {}
    for _ in range(_ROUNDS):
        if not _add(outcome, opened, posts, kept, reason):
            break
        drafts = {path: post.now for path, post in posts.items() if post.now != post.data}
        # What the web said is remembered, and not asked for again.
        outcome = run(replace(request, drafts=drafts, offline=request.external))
    unwritten = {}
    for path, now in drafts.items():
        try:
            rewrite(opened.config.root, Rewrite(path, posts[path].data, now))
        except NotWritten as error:
            unwritten[path] = str(error)
    if unwritten or any(_is_data(opened, path) for path in drafts):
        outcome = run(replace(request, offline=request.external))
    after = _by_path(outcome)
    silenced = {path: before[path] - after[path] for path in sorted(drafts.keys() - unwritten)}
    return Added(outcome, silenced, unwritten, kept)


def _by_path(outcome: Outcome) -> Counter[str]:
    return Counter(one.path for one in outcome.diagnostics)


def _add(
    outcome: Outcome,
    opened: OpenedBlog,
    posts: dict[str, Suppressed],
    kept: dict[tuple[str, str], str],
    reason: str,
) -> bool:
    """Put in comments for what a run has found; returns whether any post has changed."""
    by_path: dict[str, list[Diagnostic]] = {}
    for one in outcome.diagnostics:
        if one.rule in UNSUPPRESSABLE:
            kept[one.path, one.rule] = "no comment silences this rule"
        else:
            by_path.setdefault(one.path, []).append(one)
    changed = False
    for path, found in by_path.items():
        if path not in posts:
            post = _suppressed(opened, path, reason)
            if isinstance(post, str):
                kept.update({(path, one.rule): post for one in found})
                continue
            posts[path] = post
        elif _is_data(opened, path):
            continue  # a run reads them as they are on disk, whatever its drafts are
        post = posts[path]
        wants = {
            Want(one.rule, offset)
            for one in found
            if (offset := post.original(one.span.start)) is not None
        }
        changed |= post.add(sorted(wants))
        for want in post.given_up:
            kept[path, want.rule] = "a comment would change how the post reads"
    return changed


def _suppressed(opened: OpenedBlog, path: str, reason: str) -> Suppressed | str:
    """A post to put comments in, or why that cannot be."""
    read = read_file(opened.config.root, path)
    if not isinstance(read, FileRead):
        return "the file cannot be read"
    source = decode(read.data)
    if source.fault is not None:
        return "the file is not UTF-8"
    if _is_data(opened, path):
        return _data_file(path, read.data, source, reason)
    collection = collections_of(opened.config)(path)
    settings = opened.bound.settings[collection]
    post = read_post(path, source, dialect=settings.preset.dialect)
    paper = _paper(post, settings)
    return Suppressed(read.data, paper, _proof(post, settings), reason)


def _is_data(opened: OpenedBlog, path: str) -> bool:
    return any(one.file.path == path for one in opened.data)


def _paper(post: Post, settings: Settings) -> Paper:
    text, head = post.text, post.front_matter
    blocks = Blocks(text, head.body)
    mdx = post.path.endswith(".mdx")
    second = text.find("\n", head.span.start) + 1
    if head.root is not None and head.format in {"yaml", "toml"} and 0 < second <= head.span.end:
        last = text.rfind("\n", 0, head.span.end) + 1
        place = Place("file", second, second, hashed=True)
        return Paper(text, Span(second, last), place, blocks, mdx, head.body)
    # Where lines at the top are metadata, a comment there would be the end of them.
    at = len(text) if settings.preset.metadata_lines and head.format is None else head.body
    return Paper(text, Span(0, 0), Place("file", at, at), blocks, mdx, head.body)


def _proof(post: Post, settings: Settings) -> Proof:
    before, count = reading(post, settings), comments(post)
    shown: list[str] = []

    def proof(data: bytes, added: int) -> bool:
        after = read_post(post.path, decode(data), dialect=settings.preset.dialect)
        if comments(after) != count + added or reading(after, settings) != before:
            return False
        if body_of(after) == body_of(post):
            return True
        if not shown:  # it takes ten times as long as reading
            shown.append(rendered(post))
        return rendered(after) == shown[0]

    return proof


def _data_file(path: str, data: bytes, source: Source, reason: str) -> Suppressed | str:
    if path.endswith(".json"):
        return "JSON has no comments"
    before = parse_data(path, data)

    def proof(after: bytes, added: int) -> bool:
        try:
            now = parse_data(path, after)
        except ConfigError:
            return False
        count = len(before.comments) + added
        return now.root.value == before.root.value and len(now.comments) == count

    text = source.text
    paper = Paper(text, Span(0, len(text)), Place("file", 0, 0, hashed=True), None)
    return Suppressed(data, paper, proof, reason)


def told(added: Added) -> list[str]:
    """What was done, as lines."""
    lines = [f"{path}: {_findings(count)} silenced." for path, count in added.silenced.items()]
    lines += [f"{path}: not written, as {why}." for path, why in sorted(added.unwritten.items())]
    left = Counter((one.path, one.rule) for one in added.outcome.diagnostics)
    for (path, rule), count in sorted(left.items()):
        if path not in added.unwritten:
            why = added.kept.get((path, rule), "no comment was found that silences it")
            lines.append(f"{path}: {_findings(count)} of `{rule}` not silenced: {why}.")
    files = len(added.silenced)
    total = _findings(sum(added.silenced.values()))
    return [*lines, f"{total} silenced in {files:,} file{'s' * (files != 1)}."]


def _findings(number: int) -> str:
    return f"{number:,} finding" if number == 1 else f"{number:,} findings"
