"""Propose how to check a blog: look, write down what it does, try it, and tell what is odd."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from blint.overview.inference.document import schema_text
from blint.overview.inference.kinds import Kind, Post, kinds_of
from blint.overview.inference.roles import roles_of
from blint.overview.setup.config_text import VOCABULARY, Sketch, config_text, schema_path
from blint.overview.setup.extent import extent_of
from blint.overview.setup.fields import other_keys, with_keys
from blint.overview.setup.read_time import read_times_of
from blint.overview.setup.remaining import Remark, off_rules, remarks, rule_lines
from blint.overview.setup.sound_tags import sound_posts
from blint.overview.survey import Seen, survey
from blint.overview.tags.index import index_tags
from blint.overview.tags.proposal import propose_vocabulary
from blint.rulebook import load_rulebook
from blint.running.batch import Progress
from blint.running.config import Config, read_config
from blint.running.discover import discover
from blint.running.load import load
from blint.running.opening import Request
from blint.running.run import Outcome, run
from blint.running.settings import bind
from blint.site.keys import entry_of
from blint.site.preset import Fields

CONFIG = "blint.toml"


class Proposal(msgspec.Struct, frozen=True):
    """Files to write, by their path below `root`, and what to tell of the blog.

    `kinds` gives the collections with the number of their posts, the empty name being the rest.
    `remarks` is what a check under these files says, and what rules are off.
    """

    root: Path
    files: Mapping[str, str]
    posts: int
    generator: str
    kinds: tuple[tuple[str, int], ...]
    remarks: tuple[Remark, ...]


def propose(
    root: Path,
    *,
    vocabulary: bool = True,
    jobs: int | None = None,
    progress: Progress | None = None,
) -> Proposal:
    """What to write for the blog at `root`, whatever configuration it has; nothing is written.

    Raises UsageFault where there are no posts.
    """
    look = _look(root)
    files = {schema_path(one.name): schema_text(one, roles_of(look.fields)) for one in look.kinds}
    with tempfile.TemporaryDirectory(prefix="blint-init-") as name:
        trial = _Trial(root, Path(os.path.realpath(name)), Request(jobs=jobs), progress)
        blog = load(trial.request, progress, trial.config(look.sketch, files))
        sketch = msgspec.structs.replace(look.sketch, read_times=read_times_of(blog))
        if vocabulary and sketch.tags is not None:
            sound = sound_posts(blog, look.posts)
            terms = propose_vocabulary(index_tags(sound, blog.settings))
            if terms.tags:
                files[VOCABULARY] = terms.text
                sketch = msgspec.structs.replace(sketch, vocabulary=True)
        posts, found = _remaining(trial, sketch, files, look.kinds)
        rules = rule_lines(found, posts, str(trial.place), sketch.read_times.rules)
    return Proposal(
        root=root,
        files={CONFIG: config_text(sketch, rules), **files},
        posts=posts,
        generator=sketch.generator.preset.title,
        kinds=tuple((kind.name, len(kind.posts)) for kind in look.kinds),
        remarks=tuple(found),
    )


class _Look(NamedTuple):
    """What was seen of a blog: its posts, their kinds, their keys, and a first configuration."""

    posts: list[Seen]
    kinds: list[Kind]
    fields: Fields
    sketch: Sketch


class _Trial(NamedTuple):
    """A place outside the blog, from which proposed files are tried on it."""

    root: Path
    place: Path
    request: Request
    progress: Progress | None

    def config(self, sketch: Sketch, files: Mapping[str, str], rules: Sequence[str] = ()) -> Config:
        """The configuration as it will be."""
        for path, text in {CONFIG: config_text(sketch, rules), **files}.items():
            file = self.place / path
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        return read_config(self.root, self.place / CONFIG, load_rulebook())


def _look(root: Path) -> _Look:
    """What is found without any configuration."""
    config = Config(root)
    discovery = discover(config)
    bound = bind(config, load_rulebook(), discovery)
    reported = ((post.path, post.collection) for post in discovery.posts if post.reported)
    seen = list(survey(root, reported, bound.settings))
    extent = extent_of(discovery, seen)
    posts = extent.posts(seen)
    known = [Post(one.path, one.front_matter.data) for one in posts if one.readable]
    preset = discovery.generator.preset
    keys = other_keys([post.data for post in known], preset.fields, preset.fold_keys)
    fields = with_keys(preset.fields, keys)
    kinds = kinds_of(known)
    sketch = Sketch(
        posts=len(posts),
        generator=discovery.generator,
        extent=extent,
        keys=tuple(keys),
        tags=_tags(posts, fields.tags, fold=preset.fold_keys),
        collections=tuple((kind.name, kind.files) for kind in kinds if kind.name),
    )
    return _Look(posts, kinds, fields, sketch)


def _remaining(
    trial: _Trial, sketch: Sketch, files: Mapping[str, str], kinds: Sequence[Kind]
) -> tuple[int, list[Remark]]:
    """The number of posts checked under the proposed files, and what each rule says of them."""
    options = sketch.read_times.rules
    config = trial.config(sketch, files, rule_lines([], 0, "", options))
    outcome = run(trial.request, trial.progress, config)
    found = remarks(outcome, kinds)
    if not _depends(outcome, found):
        return outcome.posts, found
    # A comment that silences a rule is itself judged by whether that rule is on.
    off = [one for one in found if one.off]
    config = trial.config(sketch, files, rule_lines(off, 0, "", options))
    again = remarks(run(trial.request, trial.progress, config), kinds)
    return outcome.posts, sorted((*off, *again), key=lambda one: (-one.severity, one.rule))


def _tags(seen: list[Seen], paths: tuple[str, ...], *, fold: bool) -> tuple[str, int] | None:
    """The key that most posts have their tags under, and how many those are."""
    counts = {
        path: sum(entry_of(one.front_matter, (path,), fold=fold) is not None for one in seen)
        for path in paths
    }
    best = max(counts, key=lambda path: counts[path], default=None)
    return (best, counts[best]) if best is not None and counts[best] else None


def _depends(outcome: Outcome, found: list[Remark]) -> bool:
    """Whether switching rules off may change what else is found."""
    off = off_rules(found)
    return bool(off) and any(outcome.rules[one.rule].group == "blint" for one in found)
