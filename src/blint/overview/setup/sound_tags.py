"""The tags of posts without those that the proposed schema calls odd, such as a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from blint.facts import PostFacts
from blint.overview.survey import Seen
from blint.running.load import LoadedBlog
from blint.site.schema.compiled import schema_for
from blint.site.settings import Settings
from blint.site.tags import tag_nodes
from blint.source import Span


def sound_posts(blog: LoadedBlog, seen: Iterable[Seen]) -> Iterator[PostFacts]:
    """The posts of a blog, each with the tags that its schema allows; `seen` is what they say."""
    said = {one.path: one for one in seen}
    for facts in blog.posts:
        one = said.get(facts.path)
        odd = list(_odd(one, blog.settings[facts.collection])) if one and facts.tags else []
        kept = tuple(word for word in facts.tags if not any(_is_in(word.span, one) for one in odd))
        yield msgspec.structs.replace(facts, tags=kept) if odd else facts


def _odd(seen: Seen, settings: Settings) -> Iterator[Span]:
    """The places of the tags that the schema refuses."""
    nodes = [node for node, _ in tag_nodes(seen.front_matter, settings)]
    keys = tuple(tuple(path.split(".")) for path in settings.fields.tags)
    for violation in schema_for(settings.schema).violations(dict(seen.front_matter.data)):
        *path, last = violation.path or ("",)
        if isinstance(last, int) and tuple(path) in keys and last < len(nodes):
            yield nodes[last].span


def _is_in(span: Span, outer: Span) -> bool:
    return outer.start <= span.start and span.end <= outer.end
