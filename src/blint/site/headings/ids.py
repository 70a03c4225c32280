"""Heading ids as each generator makes them: the text that counts, the slug, the numbering.

Every scheme is compared with a real build: `tests/fixtures/heading-ids`, written by
`make oracles`; Zola's with the tests in its documentation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from blint.late import late
from blint.reading.document import Heading
from blint.reading.headings import is_attributes
from blint.site.headings.model import Scheme
from blint.site.headings.slugs import github_slug
from blint.site.headings.texts import as_written

VAGUE = "\0"
"""First character of an anchor that is not an id but what is known of one."""


def heading_anchors(
    headings: Iterable[Heading], text: str, scheme: Scheme, ids: Iterable[str] = ()
) -> Iterator[str | None]:
    """The id of each heading; None: it has none. One that is not certain begins with `VAGUE`.

    `ids` are those in HTML.
    """
    headings = list(headings)
    raws = [text[heading.span.start : heading.span.end] for heading in headings]
    written = [_written(*pair, scheme) for pair in zip(headings, raws, strict=True)]
    repeated = {name for name, count in Counter(written).items() if count > 1}
    seen = {explicit: 0 for explicit in written if explicit} if scheme.reserves else {}
    if scheme.alone:
        seen = dict.fromkeys((*filter(None, written), *ids), 1)
    for heading, raw, explicit in zip(headings, raws, written, strict=True):
        if explicit is not None:
            if scheme.remembers:
                seen.setdefault(explicit, 0)
            if scheme.unique and explicit in repeated:
                # The build stops.
                yield None
                continue
            is_whole = scheme.unclear is None or not scheme.unclear.search(raw)
            yield explicit if is_whole else VAGUE
            continue
        if heading.level not in scheme.levels:
            yield None
            continue
        unclear = _is_unclear(heading, raw, scheme)
        if scheme.entities == "source" and not unclear:
            heading = as_written(heading, raw)  # noqa: PLW2901
        read = None if unclear else scheme.read(heading, _tail(raw, scheme))
        slug = None if read is None else scheme.slug(read)
        if slug is None:
            # Where the text is certain, its words of ASCII are in the id; else it may be any.
            yield VAGUE + github_slug(read or "")
        elif not (read or scheme.silent):
            yield None
        else:
            unique = _numbered(slug, seen, scheme)
            is_shown = (unique or scheme.empty) and (scheme.title or heading.level > 1)
            yield unique if is_shown else None


def _written(heading: Heading, raw: str, scheme: Scheme) -> str | None:
    """The id that an author gave, if the generator understands it."""
    if heading.id is None:
        return None
    words = _words_at_end(raw)
    # Otherwise it stands on the line below, as kramdown and Python-Markdown have it.
    return heading.id if words is None or scheme.written(words) else None


def _tail(raw: str, scheme: Scheme) -> str:
    """The attribute list at a heading's end where the generator reads it as text."""
    words = _words_at_end(raw)
    if words is None or not is_attributes(words) or scheme.written(words):
        return ""
    match = _TAIL.search(raw)
    return match[0].rstrip("# \t") if match else ""


def _words_at_end(raw: str) -> str | None:
    """What stands in braces at a heading's end."""
    match = _TAIL.search(raw) if "}" in raw else None
    return match[1].strip() or None if match else None


def _is_unclear(heading: Heading, raw: str, scheme: Scheme) -> bool:
    """Whether generators differ in how they read a heading: templates, footnotes, entities."""
    if _TEMPLATES.search(raw) or (scheme.unclear and scheme.unclear.search(raw)):
        return True
    if not scheme.entities and _ENTITIES.search(raw):
        return True
    words = _words_at_end(raw)
    if words is None:
        return False
    return not heading.inlines or (scheme.written(words) and not is_attributes(words))


def _numbered(slug: str, seen: dict[str, int], scheme: Scheme) -> str:
    """The slug, with a number where an earlier heading has it; `seen` remembers."""
    if scheme.separator == "_":
        return _counted_on(slug, seen)
    if scheme.counts:
        count = seen.get(slug, scheme.first - 2) + 1
        seen[slug] = count
        return f"{slug}-{count}" if count >= scheme.first else slug
    unique = slug
    while unique in seen:
        seen[slug] += 1
        unique = f"{slug}-{seen[slug]}"
    seen[unique] = 0
    return unique


def _counted_on(unique: str, seen: dict[str, int]) -> str:
    """Python-Markdown's numbers: a number at an id's end is counted on."""
    while not unique or unique in seen:
        match = _COUNTED.fullmatch(unique)
        unique = f"{match[1]}_{int(match[2]) + 1}" if match else f"{unique}_1"
    seen[unique] = 0
    return unique


_TAIL: Final = late(r"[ \t]*\{([^{}\n]*)\}[ \t]*#*[ \t]*$")
_COUNTED: Final = late(r"(.*)_([0-9]+)")
_TEMPLATES: Final = late(r"<<|>>|\{\{|\{%|\$\{|\[\^")
_ENTITIES: Final = late(r"&#?\w+;|\\[&<>\"'.-]|\\$")
