"""The text of `blint.toml` as `blint init` proposes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from blint.overview.plain_text import one_line, toml_key, toml_text, toml_value
from blint.overview.setup.extent import Extent
from blint.overview.setup.fields import Found
from blint.overview.setup.read_time import ReadTimes
from blint.site.configs.detect import Generator

SCHEMAS: Final = "schemas"
VOCABULARY: Final = "tags.toml"


class Sketch(msgspec.Struct, frozen=True):
    """What a configuration says, but for `[rules]`.

    `collections` are names with their globs. `tags` is the key that holds tags, with the number of
    posts that have it; None where none has.
    """

    posts: int
    generator: Generator
    extent: Extent
    keys: tuple[Found, ...] = ()
    tags: tuple[str, int] | None = None
    collections: tuple[tuple[str, tuple[str, ...]], ...] = ()
    read_times: ReadTimes = ReadTimes()
    vocabulary: bool = False


def schema_path(collection: str) -> str:
    """Where the schema of a collection is, or that of all other posts."""
    return f"{SCHEMAS}/{collection or 'post'}.schema.json"


def config_text(sketch: Sketch, rules: Sequence[str]) -> str:
    """The whole file; `rules` are the lines of the table `[rules]`, its header among them."""
    sections = [
        _head(sketch),
        _front_matter(sketch),
        _tags(sketch),
        list(sketch.read_times.table),
        _code(sketch),
        list(rules),
        *(_collection(name, files) for name, files in sketch.collections),
    ]
    return "\n\n".join("\n".join(lines) for lines in sections if lines) + "\n"


def _head(sketch: Sketch) -> list[str]:
    posts = "1 post" if sketch.posts == 1 else f"{sketch.posts:,} posts"
    return [
        f"# Written by `blint init`, from {posts}. Change what you like: it is not written again",
        "# unless you ask for it with `--force`. `blint schema config` describes every key.",
        "",
        *_preset(sketch.generator),
        *_content(sketch),
    ]


def _preset(generator: Generator) -> list[str]:
    preset = generator.preset
    if preset.name == "plain":
        return ["# No generator that blint knows has a configuration here, so no `preset` is set."]
    why = f"by `{one_line(generator.config)}`" if generator.config else "by the folders here"
    return [f"preset = {toml_text(preset.name)}  # {preset.title}, {why}"]


def _content(sketch: Sketch) -> Iterator[str]:
    content, excluded = sketch.extent
    if content is not None:
        yield f"content = {toml_value(content)}"
    else:
        folders = [one for one in sketch.generator.preset.content if one]
        named = f"those of {sketch.generator.preset.title}" if folders else "`content`, or all"
        yield f"# content = […]  # left out: the folders of posts are {named}"
    if excluded:
        yield "# Without front matter: parts of pages, or notes for those who work here."
        yield "exclude = ["
        yield from (f"  {toml_text(path)}," for path in excluded)
        yield "]"


def _front_matter(sketch: Sketch) -> list[str]:
    lines = ["[front-matter]", f"schema = {toml_text(schema_path(''))}"]
    keys = [one for one in sketch.keys if one.role not in {"tags", "read_time"}]
    if keys:
        lines += ["", "[front-matter.keys]"]
        lines += (
            f"{toml_key(one.role)} = {toml_text(one.path)}  # {_share(one.posts, sketch)}"
            for one in keys
        )
    return lines


def _tags(sketch: Sketch) -> list[str]:
    if sketch.tags is None:
        return []
    field, count = sketch.tags
    lines = [f"field = {toml_text(field)}  # {_share(count, sketch)}"]
    if sketch.vocabulary:
        lines.append(f"vocabulary = {toml_text(VOCABULARY)}")
    return ["[tags]", *lines]


def _share(count: int, sketch: Sketch) -> str:
    return f"{count:,} of {sketch.posts:,} posts"


def _code(sketch: Sketch) -> list[str]:
    preset = sketch.generator.preset
    if preset.highlighter is None:
        return []
    return ["[code]", f"highlighter = {toml_text(preset.highlighter)}  # that of {preset.title}"]


def _collection(name: str, files: tuple[str, ...]) -> list[str]:
    return [
        f"[collections.{toml_key(name)}]",
        f"files = {toml_value(files)}",
        "",
        f"[collections.{toml_key(name)}.front-matter]",
        f"schema = {toml_text(schema_path(name))}",
    ]
