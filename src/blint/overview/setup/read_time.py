"""How the read times of a blog are to be checked, by what its posts store."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from blint.overview.plain_text import toml_text
from blint.overview.read_times.calibration import calibrate, method_line, rule_line
from blint.running.load import LoadedBlog


class ReadTimes(NamedTuple):
    """The lines of the table `[read-time]`, and those that belong into `[rules]`, by rule."""

    table: tuple[str, ...] = ()
    rules: tuple[tuple[str, str], ...] = ()


def read_times_of(blog: LoadedBlog) -> ReadTimes:
    """What to say of read times; nothing where few posts state one."""
    counts: Counter[str] = Counter()
    for post, settings in blog.read(lambda facts: facts.minutes is not None):
        paths = settings.fields.read_time
        has = (path for path in paths if post.front_matter.entry(path) is not None)
        counts[next(has, paths[0])] += 1
    path, count = max(counts.items(), key=lambda item: item[1], default=("", 0))
    if count < max(1, len(blog.posts) // _FEW):
        return ReadTimes()
    posts = "1 post" if count == 1 else f"{count:,} posts"
    field = f"field = {toml_text(path)}  # {posts} of {len(blog.posts):,}"
    found = calibrate(blog)
    method, rule = method_line(found), rule_line(found)
    told = f"  # explains {found.explained:,} of {found.posts:,} posts"
    return ReadTimes(
        ("[read-time]", field, *([f"{method}{told}"] if method is not None else ())),
        (("stale-read-time", rule),) if rule is not None else (),
    )


_FEW = 20
