"""What is known of the posts that store a read time: the value, and all that may explain it."""

from __future__ import annotations

from collections import Counter

import msgspec

from blint.late import late
from blint.reading.post import Post
from blint.running.load import LoadedBlog
from blint.site.read_time.body import Body
from blint.site.read_time.forms import Stored, parse_read_time, read_time_entry
from blint.site.read_time.formula import counted, plausible_minutes
from blint.site.read_time.methods import METHODS
from blint.site.settings import Formula, Settings

COUNTED: tuple[Formula, ...] = (
    Formula(),
    Formula(code=False),
    Formula(count="pieces"),
    Formula(count="pieces", code=False),
    Formula(count="source"),
    Formula(count="characters"),
    Formula(count="characters", code=False),
)
"""What formulas may count, the likeliest first."""


class Sample(msgspec.Struct, frozen=True):
    """A post that stores a read time. `by_method` are the minutes that named methods give it.

    `counts` are, for each of COUNTED, what is counted and the CJK characters beside; `plausible`
    are the least and the most minutes that any common method gives.
    """

    path: str
    shown: str
    stored: Stored
    by_method: dict[str, int]
    counts: tuple[tuple[int, int], ...]
    images: int
    links: int
    plausible: tuple[float, float]


class Samples(msgspec.Struct, frozen=True):
    """The samples of a blog, and the posts that are none.

    `unclear` are paths of posts whose value is no read time, `without` is how many have none.
    `other_keys` are keys that may hold read times under a name that is not known, with how many
    posts have them. `own_methods` are those of the generators of posts with a read time.
    """

    found: tuple[Sample, ...]
    unclear: tuple[str, ...]
    without: int
    other_keys: tuple[tuple[str, int], ...]
    own_methods: tuple[str, ...]


def take_samples(blog: LoadedBlog) -> Samples:
    """The samples of the posts of a blog, in the order of their paths."""
    found: list[Sample] = []
    unclear: list[str] = []
    other: Counter[str] = Counter()
    methods: Counter[str] = Counter()
    without = 0
    for post, settings in blog.read():
        entry = read_time_entry(post, settings)
        if entry is None or entry.value.value in (None, ""):
            without += 1
            other.update(_like_read_times(post))
            continue
        stored = parse_read_time(entry.value)
        if stored is None:
            unclear.append(post.path)
            continue
        methods[settings.preset.read_time or ""] += 1
        span = entry.value.span
        shown = " ".join(post.text[span.start : span.end].split())
        found.append(_sample(post, settings, stored, shown))
    return Samples(
        tuple(found),
        tuple(unclear),
        without,
        tuple(other.most_common(3)),
        tuple(name for name, _ in methods.most_common() if name),
    )


def _sample(post: Post, settings: Settings, stored: Stored, shown: str) -> Sample:
    body = Body(post, settings.generator)
    return Sample(
        post.path,
        shown if len(shown) <= 40 else f"{shown[:39]}…",
        Stored(stored.minutes, stored.most),
        {name: method(body).minutes for name, method in METHODS.items()},
        tuple(counted(formula, body) for formula in COUNTED),
        body.images,
        body.links,
        plausible_minutes(body.counts),
    )


_LIKE_READ_TIME = late(r"(?i)read|minutes|duration|lesezeit|lectura|lecture|阅读|閱讀")


def _like_read_times(post: Post) -> list[str]:
    root = post.front_matter.root
    if root is None:
        return []
    return [
        entry.key
        for entry in root.entries
        if _LIKE_READ_TIME.search(entry.key) and parse_read_time(entry.value) is not None
    ]
