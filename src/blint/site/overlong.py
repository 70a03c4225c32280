"""Values of front matter that are longer than the places where they are shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from blint.diagnostics import Finding
from blint.reading.post import Post
from blint.site.characters import beyond, extent
from blint.site.keys import entry_of
from blint.site.settings import Settings


def overlong(
    post: Post, settings: Settings, keys: tuple[str, ...], limit: int, name: str, cure: str
) -> Iterator[Finding]:
    """A finding on the part of a text that goes beyond `limit` characters."""
    if _is_short(post.front_matter.data, keys, limit):
        return
    entry = entry_of(post.front_matter, keys, fold=settings.preset.fold_keys)
    if entry is None or not isinstance(entry.value.value, str):
        return
    seen, room = extent(entry.value.raw)
    if room > limit:
        twice = ", wide ones counted twice" if room > seen else ""
        yield Finding(
            beyond(post.text, entry.value, limit),
            f"The {name} takes {room} characters{twice}; {limit} is the limit.",
            help=cure,
        )


def _is_short(data: Mapping[str, object], keys: tuple[str, ...], limit: int) -> bool:
    """Whether there is plainly nothing to measure: no character is wider than two."""
    for key in keys:
        value = data.get(key)
        if isinstance(value, str):
            return 2 * len(value) <= limit
    return False
