"""Whatever posts hold: a schema comes of it, few posts are odd, and those are named."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from blint.overview.inference.document import schema_of, schema_text
from blint.overview.inference.kinds import Kind, Post, kinds_of
from blint.overview.inference.rarity import FEW, slips
from blint.overview.inference.roles import roles_of
from blint.site.presets import PRESETS
from blint.site.schema.compiled import Violation, compile_schema

ROLES = roles_of(PRESETS["hugo"].fields)
keys = st.sampled_from(["title", "date", "author", "auther", "tags", "kind", "draft", "a b c d e"])
texts = st.sampled_from(
    ["", " ", "news", "News", "2024-01-31", "2024-01-31T09:00:00Z", "/a", "é\n"]
)
leaves = st.none() | st.booleans() | st.integers() | st.floats() | texts | st.text(max_size=5)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=5,
)
tables = st.dictionaries(keys, values, max_size=5)


@st.composite
def blogs(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Front matters of which most are alike."""
    usual = draw(st.lists(tables, min_size=1, max_size=3))
    strange = draw(st.lists(tables, max_size=6))
    times = draw(st.integers(1, 30))
    return [*usual * times, *strange]


def keys_of(violation: Violation) -> tuple[str, ...]:
    """The keys that lead to what a violation is about."""
    keys = tuple(step for step in violation.path if isinstance(step, str))
    return keys if violation.key is None else (*keys, violation.key)


examples = settings(max_examples=100, deadline=None, derandomize=True, database=None)


@examples
@given(blogs())
def test_who_is_not_named_keeps_the_schema(blog: list[dict[str, Any]]) -> None:
    kind = Kind("", (), tuple(Post(f"{n:03}.md", table) for n, table in enumerate(blog)))
    schema = schema_of(kind, ROLES)
    text = json.dumps(schema)
    compiled = compile_schema(json.loads(schema_text(kind, ROLES)))
    by_key: Counter[tuple[str, ...]] = Counter()
    for post in kind.posts:
        violations = compiled.violations(dict(post.data))
        assert not violations or post.path in text or " more." in text
        by_key.update({keys_of(violation) for violation in violations})
    assert all(count <= slips(len(blog)) for count in by_key.values())
    if len(blog) < FEW:
        assert not by_key


@examples
@given(st.lists(st.tuples(st.sampled_from(["a", "b/c", "b/d", "_x"]), tables), max_size=40))
def test_each_post_is_of_one_kind(found: list[tuple[str, dict[str, Any]]]) -> None:
    posts = [Post(f"{folder}/{n:02}.md", table) for n, (folder, table) in enumerate(found)]
    kinds = kinds_of(posts)
    assert sorted(post.path for kind in kinds for post in kind.posts) == sorted(
        post.path for post in posts
    )
    assert len({kind.name for kind in kinds}) == len(kinds)
