"""What a blog's posts are like: where recent ones are, and what is in their front matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from blint.late import late
from blint.overview.new_post.names import Pattern, read_path, usual_pattern
from blint.overview.new_post.wanted import required_of
from blint.overview.survey import Seen, survey
from blint.reading.nodes import Format, FrontMatter
from blint.rulebook import load_rulebook
from blint.running.config import Config
from blint.running.discover import Discovery, NothingFound, collections_of, discover
from blint.running.settings import DEFAULT, Bound, bind
from blint.running.tree import read_tree
from blint.site.configs.detect import find_generator
from blint.site.keys import entry_of
from blint.site.preset import is_draft
from blint.site.schema.compiled import schema_for
from blint.site.settings import Settings
from blint.site.tags import collect_tags

RECENT = 30
"""So many of the latest posts show how the blog is written today."""


class Habits(msgspec.Struct, frozen=True):
    """How the posts of one collection are written.

    `recent` are the front matters of the latest posts, and `slugs` what is in their names; `tags`
    are known tags, the most frequent first. `all_tags` and `titles` are those of the posts of all
    collections, titles with their paths.
    """

    bound: Bound
    settings: Settings
    pattern: Pattern
    recent: tuple[FrontMatter, ...]
    slugs: tuple[str, ...]
    format: Format
    draft_key: str
    uses_drafts: bool
    states_drafts: bool
    tags_key: str
    tags_are_text: bool
    tags_are_inline: bool
    tags: tuple[str, ...]
    all_tags: tuple[str, ...]
    titles: tuple[tuple[str, str], ...]

    @property
    def schema(self) -> Any:
        """The schema that the posts are held to."""
        return schema_for(self.settings.schema).schema

    @property
    def required(self) -> tuple[str, ...]:
        """The keys that the schema asks for."""
        return required_of(self.schema, self.schema)

    @property
    def draft_keys(self) -> tuple[str, ...]:
        """The keys that may say that a post is a draft."""
        return self.settings.fields.draft

    def key_of(self, paths: Sequence[str]) -> str:
        """The one of some keys that most posts have, else one that is required, else the first."""
        counts = Counter(path for one in self.recent for path in paths if one.entry(path))
        if counts:
            return max(counts, key=lambda path: counts[path])
        return next((path for path in paths if path in self.required), paths[0])


def habits_of(config: Config, path: str | None) -> Habits:
    """The habits of a blog; for a post at `path`, of the posts of its collection."""
    discovery = _discovered(config)
    bound = bind(config, load_rulebook(), discovery)
    posts = [(post.path, post.collection) for post in discovery.posts if post.reported]
    seen = [one for one in survey(config.root, posts, bound.settings) if _is_post(one)]
    titles = tuple((one.path, title) for one in seen if (title := _title(one)))
    used = _counted_tags(seen)
    own = _of_collection(config, seen, path)
    settings = bound.settings[own]
    seen = [one for one in seen if one.settings.collection == own]
    recent = _latest(seen)
    lately = recent[:RECENT] if recent and _day(recent[0]) else recent
    pattern = usual_pattern([one.path for one in lately]) or _first_pattern(config, discovery)
    alike = [one for one in recent if read_path(one.path).pattern == pattern]
    recent = alike if len(alike) >= _TOLD else recent
    recent = recent[:RECENT]
    tagged = [entry for one in seen if (entry := _entry(one, settings.fields.tags)) is not None]
    drafts = Counter(
        key for one in seen for key in settings.fields.draft if one.front_matter.entry(key)
    )
    draft_key = max(drafts, key=lambda key: drafts[key], default=settings.fields.draft[0])
    flow = sum(node.style == "flow" for node in tagged)
    return Habits(
        bound=bound,
        settings=settings,
        pattern=pattern,
        recent=tuple(one.front_matter for one in recent),
        slugs=tuple(read_path(one.path).slug for one in recent),
        format=_format(recent, settings),
        draft_key=draft_key,
        uses_drafts=any(_says_draft(one.front_matter, draft_key) for one in seen)
        or _share(recent, draft_key) >= _NEARLY_ALL,
        states_drafts=_share(recent, draft_key) >= _NEARLY_ALL,
        tags_key=_tags_key(seen, settings),
        tags_are_text=sum(node.kind == "scalar" and bool(node.raw) for node in tagged) * 2
        > len(tagged),
        tags_are_inline=flow * 2 > len(tagged) or not tagged,
        tags=_known_tags(seen, settings),
        all_tags=tuple(tag for tag, _ in used.most_common()),
        titles=titles,
    )


def _discovered(config: Config) -> Discovery:
    """What is there; a blog may well wait for its first post."""
    try:
        return discover(config)
    except NothingFound:
        files = frozenset(read_tree(config.root).files)
        preset = config.table.preset or "auto"
        generator = find_generator(config.root, files, preset=preset)
        return Discovery(config.root, (), files, generator)


def _is_post(seen: Seen) -> bool:
    """Whether something shows how posts are written: an index of a folder does not."""
    stem = seen.path.rpartition("/")[2].partition(".")[0]
    return seen.front_matter.root is not None and stem != "_index"


def _of_collection(config: Config, seen: Sequence[Seen], path: str | None) -> str:
    """The collection of a path; else the one that most of the latest posts belong to."""
    if path is not None:
        return collections_of(config)(path)
    counts = Counter(one.settings.collection for one in _latest(seen)[:RECENT])
    return max(counts, key=lambda name: counts[name], default=DEFAULT)


def _latest(seen: Iterable[Seen]) -> list[Seen]:
    """Posts with the latest day first; those without a day come last."""
    return sorted(seen, key=lambda one: (_day(one), one.path), reverse=True)


def _day(seen: Seen) -> str:
    """The day of a post, ISO 8601: of its front matter, else of its path; empty for none."""
    entry = entry_of(seen.front_matter, seen.settings.fields.date)
    for text in (entry.value.raw if entry is not None else "", seen.path):
        found = _DAY.search(text)
        if found is not None:
            return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}"
    return ""


def _first_pattern(config: Config, discovery: Discovery) -> Pattern:
    """Where the first post of a blog goes."""
    generator = discovery.generator
    name = "{year}-{month}-{day}-{slug}" if generator.preset.name == "jekyll" else "{slug}"
    folders = [*(config.table.content or ()), *generator.preset.content, "content"]
    plain = (folder for folder in folders if folder and not _GLOB.search(folder))
    folder = "_posts" if generator.preset.name == "jekyll" else next(plain)
    if not config.table.content and generator.folder:
        folder = f"{generator.folder}/{folder}"
    return Pattern(f"{folder.strip('/')}/{name}.md")


def _format(recent: Sequence[Seen], settings: Settings) -> Format:
    counts = Counter(one.front_matter.format for one in recent if one.front_matter.format)
    if counts:
        return counts.most_common(1)[0][0]
    return "toml" if settings.preset.name == "zola" else "yaml"


def _entry(seen: Seen, paths: tuple[str, ...]) -> Any:
    entry = entry_of(seen.front_matter, paths, fold=seen.settings.preset.fold_keys)
    return entry.value if entry is not None else None


def _title(seen: Seen) -> str:
    node = _entry(seen, seen.settings.fields.title)
    return node.raw.strip() if node is not None and node.kind == "scalar" else ""


def _tags_key(seen: Sequence[Seen], settings: Settings) -> str:
    paths = settings.fields.tags
    counts = Counter(path for one in seen for path in paths if one.front_matter.entry(path))
    return max(counts, key=lambda path: counts[path], default=paths[0])


def _known_tags(seen: Sequence[Seen], settings: Settings) -> tuple[str, ...]:
    """Tags that are in use, the most frequent first; with a vocabulary, its own terms alone."""
    counts = _counted_tags(seen)
    terms = settings.vocabulary.terms if settings.vocabulary is not None else None
    used = [tag for tag, _ in counts.most_common() if terms is None or tag in terms]
    rest = [tag for tag in terms or () if tag not in counts]
    return (*used, *rest)


def _counted_tags(seen: Iterable[Seen]) -> Counter[str]:
    return Counter(
        word.text for one in seen for word in collect_tags(one.front_matter, one.settings)
    )


def _says_draft(front_matter: FrontMatter, key: str) -> bool:
    entry = front_matter.entry(key)
    return entry is not None and is_draft(key, entry.value.value)


def _share(seen: Sequence[Seen], key: str) -> float:
    have = sum(one.front_matter.entry(key) is not None for one in seen)
    return have / len(seen) if seen else 0.0


_TOLD = 3
_NEARLY_ALL = 0.8
_DAY = late(r"(?<!\d)((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_GLOB = late(r"[*?\[]")
