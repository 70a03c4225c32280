"""Gather the facts of a post: what the rest of the site may know of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from msgspec.structs import replace

from blint.facts import FAULTY, LinkFact, PostFacts, Suppression, Word
from blint.reading.nodes import Entry
from blint.reading.post import Post
from blint.running.suppress import read_suppressions
from blint.site.headings.anchors import anchor_ids, has_open_anchors
from blint.site.keys import entry_of
from blint.site.links.link_facts import worth_keeping
from blint.site.links.reading import Reading, reading_of
from blint.site.post_language import post_language
from blint.site.presets import is_draft
from blint.site.publication import published_at, written_date
from blint.site.read_time.forms import parse_read_time, read_time_entry
from blint.site.routing.permalinks import BRACES, DAY
from blint.site.routing.templates import meaning
from blint.site.series_keys import named_series
from blint.site.settings import Settings
from blint.site.tags import collect_tags
from blint.source import Source, Span


def gather_facts(post: Post, settings: Settings, *, page: bool) -> PostFacts:
    """The facts of a post that could be read; `page`: of a page beside the posts."""
    front_matter = post.front_matter
    fields, fold = settings.fields, settings.preset.fold_keys
    reading = reading_of(settings)

    def entry(paths: tuple[str, ...]) -> Entry | None:
        return entry_of(front_matter, paths, fold=fold)

    draft = entry(fields.draft)
    date = written_date(front_matter, fields.date, settings)
    published = published_at(post.path, date, front_matter, settings)
    title = _word(entry(fields.title))
    publish = _word(entry(fields.publish))
    series, parts = named_series(front_matter, settings)
    language = post_language(post.path, front_matter, settings)
    return PostFacts(
        path=post.path,
        collection=settings.collection,
        preset=settings.preset.name,
        lines=post.source.lines.dump(),
        length=len(post.text),
        front_matter=front_matter.span,
        title=title,
        date=date,
        draft=_in_draft_folder(post.path, settings) or _says_draft(draft, settings),
        url=_word(entry(fields.url)),
        slug=_word(entry(fields.slug)),
        aliases=tuple(_words(entry(fields.aliases))),
        tags=collect_tags(front_matter, settings),
        anchors=anchor_ids(post, settings),
        links=tuple(_link_facts(post, settings, reading)),
        suppressions=tuple(_suppressions(post)),
        categories=tuple(_categories(entry(fields.categories), reading)),
        extra=_extra(post, settings),
        since=_day(publish or date) if _hides_future(settings) else "",
        until=_day(_word(entry(fields.expiry))),
        page=page,
        open_anchors=has_open_anchors(post, settings),
        description=_word(entry(fields.description)),
        heading=_first_heading(post) if title is None else None,
        updated=written_date(front_matter, fields.updated, settings),
        published=published.moment.text if published is not None else "",
        language=language,
        series=series,
        part=_word(entry(fields.series_order)),
        parts=parts,
        minutes=_minutes(post, settings),
        external=tuple(_external(post, settings, reading)) if settings.links.external else (),
        publish=publish,
        french=not language and title is not None and _seems_french(title.text, post),
        languages=tuple(_languages(post, settings)) if settings.code.compared else (),
    )


def bare_facts(path: str, source: Source, settings: Settings) -> PostFacts:
    """The facts of a post that could not be read: it exists, and has lines."""
    return PostFacts(
        path=path,
        collection=settings.collection,
        preset=settings.preset.name,
        lines=source.lines.dump(),
        length=len(source.text),
        front_matter=Span(0, 0),
        open_anchors=True,
    )


def _languages(post: Post, settings: Settings) -> Iterator[Word]:
    from blint.site.code.info_strings import named_in

    for fence in post.document.fences:
        named = named_in(fence, settings.preset.info_strings)
        if named is not None and named.sure:
            start = fence.info_span.start + named.start
            yield Word(named.word, Span(start, start + len(named.word)))


def _first_heading(post: Post) -> Word | None:
    heading = next(iter(post.document.headings), None)
    if heading is None or heading.level != 1 or not heading.text.strip():
        return None
    return Word(heading.text.strip(), heading.span)


def _seems_french(title: str, post: Post) -> bool:
    if " : " not in title and "\u00a0:" not in title and "\u202f:" not in title:
        return False
    from blint.site.french import seems_french

    return seems_french(title, post.text[post.front_matter.body :])


def _minutes(post: Post, settings: Settings) -> float | None:
    entry = read_time_entry(post, settings)
    stored = parse_read_time(entry.value) if entry is not None else None
    return stored.minutes if stored is not None else None


def data_facts(
    path: str, source: Source, comments: Iterable[Span], settings: Settings
) -> PostFacts:
    """The facts of a file that the configuration names, with the suppressions in its comments."""
    hashes = [(source.text[span.start + 1 : span.end], span) for span in comments]
    return replace(
        bare_facts(path, source, settings),
        suppressions=tuple(read_suppressions(source, (), hashes)),
        page=True,
        data=True,
    )


def _link_facts(post: Post, settings: Settings, reading: Reading) -> Iterator[LinkFact]:
    text, dialect = post.text, settings.preset.templates
    for link in reading.links(post, settings):
        if not worth_keeping(link, settings):
            continue
        destination, span, _, kind, image, _, templated, component = link
        if templated:
            found = meaning(destination, dialect, text) if settings.whole else None
            means = f"{found.how}:{found.destination}" if found else ""
            yield LinkFact(destination, span, kind, image, not means, means)
        else:
            means = reading.meaning(link, text, settings)
            yield LinkFact(destination, span, kind, image, False, means, component)


def _external(post: Post, settings: Settings, reading: Reading) -> Iterator[LinkFact]:
    from blint.site.links.external import is_external

    for link in reading.links(post, settings):
        if is_external(link, settings):
            yield LinkFact(link.destination, link.destination_span, link.kind, link.image)


def _extra(post: Post, settings: Settings) -> dict[str, str]:
    """What addresses are made of: front matter keys, a list as lines, and marks in the text."""
    front_matter, fold = post.front_matter, settings.preset.fold_keys
    found: dict[str, str] = {}
    if settings.preset.metadata_lines:
        from blint.reading.metadata_lines import read_metadata

        found = read_metadata(post.path, post.text)
    for key, path, inner in _route_keys(settings):
        entry = entry_of(front_matter, (path,), fold=fold)
        lines = list(_within(entry, inner) if inner else _lines(entry)) if entry else ()
        if lines:
            found[key] = "\n".join(lines)
    if front_matter.format and front_matter.root is None:
        found[FAULTY] = front_matter.format
    marks = settings.preset.marks
    body = post.text[front_matter.body :] if marks else ""
    for name, pattern in marks:
        match = re.search(pattern, body)
        if match is not None:
            found[name] = match[match.lastindex or 0]
    return found


@cache
def _route_keys(settings: Settings) -> tuple[tuple[str, str, str], ...]:
    """The keys that addresses are made of, each with its path and the key in a list of tables."""
    keys = settings.preset.route_keys
    if settings.url:
        keys = (*keys, *BRACES.findall(settings.url))
    parted = (key.rstrip("]").partition("[") for key in keys)
    return tuple((key, path, inner) for key, (path, _, inner) in zip(keys, parted, strict=True))


def _within(entry: Entry | None, key: str) -> Iterator[str]:
    """What each of a list of tables says under a key."""
    for node in entry.value.items if entry is not None else ():
        found = node.get(key) if node.kind == "mapping" else None
        if found is not None and found.value.kind == "scalar":
            yield found.value.raw


def _hides_future(settings: Settings) -> bool:
    preset = settings.preset
    return preset.hides_future and settings.generator.get(preset.future_key) is not True


def _day(word: Word | None) -> str:
    """The day of a date, ISO 8601; empty where there is none."""
    match = DAY.match(word.text.strip()) if word else None
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""


def _says_draft(entry: Entry | None, settings: Settings) -> bool:
    if entry is None or (settings.preset.exact_draft and isinstance(entry.value.value, str)):
        return False
    return is_draft(entry.key, entry.value.value)


def _in_draft_folder(path: str, settings: Settings) -> bool:
    return any(f"/{folder}/" in f"/{path}" for folder in settings.preset.draft_folders)


def _word(entry: Entry | None) -> Word | None:
    if entry is None or entry.value.kind != "scalar" or entry.value.value is None:
        return None
    return Word(entry.value.raw, entry.value.span)


def _words(entry: Entry | None) -> Iterator[Word]:
    if entry is not None:
        for node in entry.value.items or (entry.value,):
            if node.kind == "scalar" and node.value is not None:
                yield Word(node.raw, node.span)


def _lines(entry: Entry | None) -> Iterator[str]:
    """The scalars of a value, each a line; those of a list in a list are one, each after a tab."""
    if entry is not None:
        for node in entry.value.items or (entry.value,):
            if node.kind == "scalar" and node.value is not None:
                yield node.raw
            elif node.kind == "sequence":
                yield "".join(f"\t{item.raw}" for item in node.items if item.kind == "scalar")


def _categories(entry: Entry | None, reading: Reading) -> Iterator[str]:
    """The categories of a post; some generators part a text at white space."""
    parts = entry is not None and entry.key in reading.spaced and entry.value.kind == "scalar"
    for word in _words(entry):
        yield from word.text.split() if parts else (word.text,)


def _suppressions(post: Post) -> Iterator[Suppression]:
    comments = [(comment.text, comment.span) for comment in post.document.comments]
    hashes = [(post.text[s.start + 1 : s.end], s) for s in post.front_matter.comments]
    if comments or hashes:
        yield from read_suppressions(post.source, comments, hashes)
