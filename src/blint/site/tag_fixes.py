"""Putting another tag in the place of one, without listing any twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from blint.diagnostics import Fix
from blint.reading.post import Post
from blint.site.settings import Settings
from blint.site.tag_repeats import repeats
from blint.site.tags import Tag, read_tags, removal, respelling


class Replacement(NamedTuple):
    """A tag that is to be another one; `there`: the post has that one, so this one is to go."""

    tag: Tag
    name: str
    there: bool
    fix: Fix | None


def replacements(
    post: Post, settings: Settings, name_of: Callable[[str], str | None]
) -> Iterator[Replacement]:
    """The tags of a post that `name_of` has another name for; repeated ones are left out."""
    tags = list(read_tags(post.front_matter, settings))
    repeated = repeats(tags, settings)
    names = [None if n in repeated else name_of(tag.text) for n, tag in enumerate(tags)]
    if not any(names):
        return
    there = {tag.text for tag in tags}
    for number, (tag, name) in enumerate(zip(tags, names, strict=True)):
        if name is None or name == tag.text:
            continue
        if name in there:
            before = tags[number - 1] if number else None
            edit = removal(tag, before, post.text, *tags[number + 1 : number + 2])
            fix = Fix(f"Remove the tag, for the post has `{name}`", (edit,)) if edit else None
            yield Replacement(tag, name, True, fix)
        else:
            there.add(name)
            edit = respelling(tag, name)
            fix = Fix(f"Write `{name}`", (edit,)) if edit else None
            yield Replacement(tag, name, False, fix)
