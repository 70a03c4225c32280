"""Compose a new post: where it goes, and a front matter like that of recent posts."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

import msgspec

from blint.overview.new_post.dumping import Inline, dumped
from blint.overview.new_post.filling import TODO
from blint.overview.new_post.habits import Habits, habits_of
from blint.overview.new_post.names import read_path, slug_of
from blint.overview.new_post.tags import chosen_tags
from blint.overview.new_post.values import Maker, usual_keys
from blint.overview.new_post.wanted import schema_at
from blint.reading.nodes import Node
from blint.rulebook import load_rulebook
from blint.running.active import ActiveRules
from blint.running.config import load_config
from blint.running.examine import examine
from blint.running.settings import Bound
from blint.site.wording import fold_text, signature, words_of


class Wish(msgspec.Struct, frozen=True):
    """What is asked for. `moment` is now, or the day of the post, with a time zone; `draft` None:
    as the blog does. `path` is where the post goes, relative to the root; None: where others are.
    """

    title: str
    moment: datetime
    tags: tuple[str, ...] = ()
    draft: bool | None = None
    path: str | None = None


class NewPost(msgspec.Struct, frozen=True):
    """A post to write: its path below `root`, its text, and what its author should know."""

    root: Path
    path: str
    text: str
    notes: tuple[str, ...]


def compose(wish: Wish, start: Path, explicit: Path | None = None) -> NewPost:
    """The post that is asked for, in the project of `start`. Raises UsageFault, ConfigError."""
    config = load_config(start, explicit, load_rulebook())
    habits = habits_of(config, wish.path)
    title = _shown(wish.title)
    notes: list[str] = []
    slug = slug_of(title, habits.settings.preset.name, habits.slugs)
    if not slug:
        day = wish.moment.date().isoformat()
        slug = "post" if habits.pattern.is_dated else day
        notes.append(f"The title has no letter or digit for a file name; it is called `{slug}`.")
    path = wish.path or habits.pattern.fill(slug, wish.moment)
    if wish.path is not None:
        slug = read_path(path).slug
    tags = chosen_tags(map(_shown, wish.tags), habits)
    wish = msgspec.structs.replace(wish, title=title, tags=tuple(one.tag for one in tags))
    data = _front_matter(wish, habits, slug)
    text = dumped(data, habits.format)
    undone = list(_undone(data))
    if undone:
        notes.append(f"Still to be written: {', '.join(f'`{key}`' for key in undone)}.")
    notes += [one.note for one in tags if one.note]
    notes += [*_namesakes(title, path, habits), *_open_ends(path, text, habits)]
    return NewPost(config.root, path, text, tuple(notes))


def _shown(text: str) -> str:
    """A text on one line, without control characters and halves of characters."""
    clean = "".join(
        "\ufffd" if "\ud800" <= char <= "\udfff" else char if char.isprintable() else " "
        for char in text
    )
    return " ".join(clean.split())


def _front_matter(wish: Wish, habits: Habits, slug: str) -> dict[str, Any]:
    """The front matter: first what nearly all recent posts have, in their order."""
    settings, schema = habits.settings, habits.schema
    roots = [one.root for one in habits.recent if one.root is not None]
    fields = settings.fields
    fold = settings.preset.fold_keys
    maker = Maker(
        root=schema,
        moment=wish.moment,
        slug=slug,
        slugs=habits.slugs,
        dates=_paths((*fields.date, *fields.updated, *fields.publish), fold=fold),
        descriptions=_paths(fields.description, fold=fold),
        fold=fold,
        title=wish.title,
    )
    left_out = {*fields.aliases, *habits.draft_keys}
    data: dict[str, Any] = {}
    title_key = habits.key_of(fields.title)
    signer = _usual_signer(roots)
    for key in _keys(roots, schema, title_key, habits):
        signed = signer is not None and _AUTHOR in key.casefold() and signer.get(key) is not None
        samples = [_value(root, key) for root in ([signer] if signed and signer else roots)]
        if key == title_key:
            data[key] = wish.title
        elif key in left_out and key not in habits.required:
            continue
        else:
            data[key] = maker.value(key, samples, schema_at(schema, key, schema))
    _set_draft(data, wish, habits)
    _set_tags(data, wish, habits)
    return data


def _paths(paths: Sequence[str], *, fold: bool) -> frozenset[str]:
    return frozenset(path.casefold() if fold else path for path in paths)


def _usual_signer(roots: Sequence[Node]) -> Node | None:
    """One of the front matters signed by whoever signs most: a name and an address go together."""
    signed: dict[str, list[Node]] = {}
    for root in roots:
        own = {e.key: e.value.value for e in root.entries if _AUTHOR in e.key.casefold()}
        if own:
            signed.setdefault(json.dumps(own, sort_keys=True, default=str), []).append(root)
    return max(signed.values(), key=len)[0] if signed else None


def _keys(roots: Sequence[Node], schema: Any, title_key: str, habits: Habits) -> list[str]:
    keys = usual_keys(roots, schema, schema)
    if not roots:
        date = habits.settings.fields.date
        keys += [key for key in date[:1] if key not in keys and "." not in key]
    return keys if title_key in keys else [title_key, *keys]


def _set_draft(data: dict[str, Any], wish: Wish, habits: Habits) -> None:
    """Mark a draft in the blog's own way; a blog without drafts has no mark unless one is asked."""
    key = habits.draft_key
    wanted = wish.draft if wish.draft is not None else habits.uses_drafts
    if not wanted and not (habits.states_drafts or key in habits.required):
        data.pop(key, None)
        return
    name = key.rpartition(".")[2].casefold()
    if name == "status":
        data[key] = "draft" if wanted else "published"
    else:
        data[key] = wanted != (name in {"published", "publish"})


def _set_tags(data: dict[str, Any], wish: Wish, habits: Habits) -> None:
    """The tags that are asked for; else none, where posts have tags and may have none."""
    path = habits.tags_key
    *tables, key = path.split(".")
    place = data
    schema: Any = habits.schema
    for name in tables:
        schema = schema_at(schema, name, habits.schema)
        if wish.tags and not isinstance(place.get(name), dict):
            place[name] = {}
        place = place.get(name, {})
        if not isinstance(place, dict):
            return
    if not wish.tags and key not in place:
        return
    wanted = schema_at(schema, key, habits.schema)
    tags = list(wish.tags)
    least = wanted.get("minItems", 0)
    if not tags and isinstance(least, int):
        tags = list(habits.tags[:least])
    would_part = habits.settings.preset.spaced_tags and len(tags) == 1 and " " in tags[0]
    if would_part:
        place[key] = Inline(tags)
    elif habits.tags_are_text or (wanted.get("type") == "string"):
        if tags or not wanted.get("minLength"):
            place[key] = ", ".join(tags)
        elif habits.tags:
            place[key] = habits.tags[0]
    elif habits.tags_are_inline:
        place[key] = Inline(tags)
    else:
        place[key] = tags


def _undone(data: Mapping[str, Any], path: str = "") -> Iterator[str]:
    """The dotted paths of what only stands in for something."""
    for key, value in data.items():
        if isinstance(value, dict):
            yield from _undone(value, f"{path}{key}.")
        elif (
            isinstance(value, str) and TODO.casefold() in value.casefold() and path + key != "title"
        ):
            yield f"{path}{key}"


def _namesakes(title: str, path: str, habits: Habits) -> Iterator[str]:
    """What to say of a post that has the title already, or nearly; one is enough."""
    folded, words = fold_text(title), words_of(title)
    others = [(other, text) for other, text in habits.titles if other != path]
    same = next((other for other, text in others if fold_text(text) == folded), None)
    if same is not None:
        yield f"The post `{same}` has this title as well."
    elif len(words) > 1:
        alike = signature(words)
        for other, text in others:
            if signature(words_of(text)) == alike:
                yield f"The post `{other}` has nearly this title: `{_shown(text)}`."
                return


def _open_ends(path: str, text: str, habits: Habits) -> list[str]:
    """What blint itself says of the front matter that was made: what needs a hand."""
    bound: Bound = habits.bound
    rules = bound.rules[habits.settings.collection]
    active = ActiveRules(bound).checks(habits.settings.collection)
    checks = [one for one in active if rules[one.rule].rule.group == "front-matter"]
    found = examine(path, text.encode("utf-8", "surrogatepass"), habits.settings, checks).found
    return [f"This needs a hand ({one.rule}): {one.finding.message}" for one in found]


def _value(root: Node, key: str) -> Node | None:
    entry = root.get(key)
    return entry.value if entry is not None else None


_AUTHOR: Final = "author"
