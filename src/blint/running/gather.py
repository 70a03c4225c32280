"""Gather the facts of a post: what the rest of the site may know of it."""

from __future__ import annotations

from collections.abc import Iterator

from blint.facts import LinkFact, PostFacts, Suppression, Word
from blint.reading.document import Link
from blint.reading.nodes import Entry
from blint.reading.post import Post
from blint.running.suppress import read_suppressions
from blint.site.link_facts import worth_keeping
from blint.site.presets import is_draft
from blint.site.routing.permalinks import BRACES, DAY
from blint.site.routing.templates import meaning
from blint.site.settings import Settings
from blint.site.slugs import anchor_ids, has_open_anchors
from blint.site.tags import collect_tags
from blint.source import Source, Span


def gather_facts(post: Post, settings: Settings, *, page: bool) -> PostFacts:
    """The facts of a post that could be read; `page`: of a page beside the posts."""
    front_matter, document = post.front_matter, post.document
    fields, fold = settings.fields, settings.preset.fold_keys

    def entry(paths: tuple[str, ...]) -> Entry | None:
        return front_matter.first(paths, fold=fold)

    draft = entry(fields.draft)
    date = _word(entry(fields.date))
    publish = _word(entry(fields.publish)) or date
    return PostFacts(
        path=post.path,
        collection=settings.collection,
        preset=settings.preset.name,
        lines=post.source.lines.dump(),
        length=len(post.text),
        front_matter=front_matter.span,
        title=_word(entry(fields.title)),
        date=date,
        draft=_in_draft_folder(post.path, settings)
        or (draft is not None and is_draft(draft.key, draft.value.value)),
        url=_word(entry(fields.url)),
        slug=_word(entry(fields.slug)),
        aliases=tuple(_words(entry(fields.aliases))),
        tags=collect_tags(front_matter, settings),
        anchors=anchor_ids(post, settings),
        links=tuple(
            _link_fact(link, settings) for link in document.links if worth_keeping(link, settings)
        ),
        suppressions=tuple(_suppressions(post)),
        categories=tuple(word.text for word in _words(entry(fields.categories))),
        extra=_extra(post, settings),
        since=_day(publish) if _hides_future(settings) else "",
        until=_day(_word(entry(fields.expiry))),
        page=page,
        open_anchors=has_open_anchors(post),
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


def _link_fact(link: Link, settings: Settings) -> LinkFact:
    destination, span, kind = link.destination, link.destination_span, link.kind
    if not link.templated:
        return LinkFact(destination, span, kind, link.image)
    found = meaning(destination, settings.preset.templates) if settings.whole else None
    text = f"{found.how}:{found.destination}" if found else ""
    return LinkFact(destination, span, kind, link.image, not text, text)


def _extra(post: Post, settings: Settings) -> dict[str, str]:
    """The scalars among the front matter keys that addresses are made of."""
    keys = settings.preset.route_keys
    if settings.url:
        keys = (*keys, *BRACES.findall(settings.url))
    found = {}
    for key in keys:
        entry = post.front_matter.entry(key, fold=settings.preset.fold_keys)
        if entry is not None and entry.value.kind == "scalar" and entry.value.value is not None:
            found[key] = entry.value.raw
    return found


def _hides_future(settings: Settings) -> bool:
    preset = settings.preset
    return preset.hides_future and settings.generator.get(preset.future_key) is not True


def _day(word: Word | None) -> str:
    """The day of a date, ISO 8601; empty where there is none."""
    match = DAY.match(word.text.strip()) if word else None
    return f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}" if match else ""


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


def _suppressions(post: Post) -> Iterator[Suppression]:
    comments = [(comment.text, comment.span) for comment in post.document.comments]
    hashes = [(post.text[s.start + 1 : s.end], s) for s in post.front_matter.comments]
    if comments or hashes:
        yield from read_suppressions(post.source, comments, hashes)
