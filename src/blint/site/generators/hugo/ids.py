"""Ids as Hugo gives them, by the configuration of its Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from blint.late import late
from blint.reading.document import Heading
from blint.reading.post import Post
from blint.site.headings.model import Config, IdRules, Scheme, note_labels
from blint.site.headings.slugs import blackfriday_slug, goldmark_ascii_slug, goldmark_slug
from blint.site.headings.texts import hugo_plain_text, hugo_text
from blint.site.links.records import IdRule
from blint.site.settings import Settings


def _scheme(config: Config) -> Scheme | None:
    handler = _at(config, "markup", "defaultMarkdownHandler")
    kinds = (_at(config, *_PARSER, key) for key in ("autoIDType", "autoHeadingIDType"))
    kind = next(filter(None, kinds), "github")
    slug = _SLUGS.get(kind) if isinstance(kind, str) else None
    read = _TEXTS.get(_is_off(_at(config, *_EXTENSIONS, "typographer")))
    if slug is None or read is None or handler not in {None, "goldmark"}:
        return None
    has_lists = _at(config, *_PARSER, "attribute", "title") is not False
    has_ids = _at(config, *_PARSER, "autoHeadingID") is not False
    return Scheme(
        read,
        slug,
        lambda words: has_lists and words[0] != ":",
        remembers=True,
        silent=read is not hugo_text,
        unclear=_PARTS,
        raw=False,
        brings=_NOTHING,
        levels=Scheme._field_defaults["levels"] if has_ids else (),
    )


def _extra(post: Post, settings: Settings) -> Iterator[str]:
    """The ids of footnotes, of terms that are defined, and of lists of attributes below blocks."""
    config = settings.generator
    if not config:
        yield from note_labels(post, settings)
        return
    yield from _of_footnotes(post)
    body = post.text[post.front_matter.body :]
    if _at(config, *_PARSER, "attribute", "block") is True:
        for match in _BELOW_BLOCK.finditer(body):
            yield match[1]
    if _at(config, *_PARSER, "autoDefinitionTermID") is True:
        is_ascii = _at(config, *_PARSER, "autoIDType") == "github-ascii"
        slug = goldmark_ascii_slug if is_ascii else goldmark_slug
        for match in _DEFINED.finditer(body):
            for line in match[1].splitlines():
                found = slug(_LINK.sub(r"\1", line))
                # A heading may have had the id before.
                yield from (found, f"{found}-1")


def _attribute_lists(settings: Settings) -> bool:
    """Whether `{#id}` may mean something; where there is a configuration, `_extra` knows where."""
    return not settings.generator


def _drops_html(settings: Settings) -> bool:
    """Hugo leaves raw HTML out unless told otherwise."""
    return bool(settings.generator) and _at(settings.generator, *_RENDERER, "unsafe") is not True


def _certainty(settings: Settings) -> IdRule:
    """The ids of footnotes follow from the text where nothing is put before them."""
    is_open = _at(settings.generator, *_EXTENSIONS, "footnote", "enableAutoIDPrefix") is True
    return "all" if settings.generator and not is_open else "exact"


def _is_off(typographer: object) -> bool | None:
    """Whether Hugo's smart punctuation is off; None where it is changed."""
    if not isinstance(typographer, Mapping):
        return typographer is False
    if _at(typographer, "disable") is True:
        return True
    return None if set(map(str.lower, map(str, typographer))) - {"disable"} else False


@cache
def _words(keys: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key.lower() for key in keys)


def _at(config: Mapping[Any, Any], *keys: str) -> object:
    """The value under keys in nested tables, whatever their case; None where there is none."""
    found: object = config
    for key in _words(keys):
        if not isinstance(found, Mapping):
            return None
        found = next((v for k, v in found.items() if str(k).lower() == key), None)
    return found


def _of_footnotes(post: Post) -> Iterator[str]:
    """Notes are numbered in the order of their first use, and each use has a place to return to."""
    notes = post.document.footnotes
    defined = {note.label for note in notes if note.definition}
    used: dict[str, int] = {}
    for note in notes:
        if not note.definition and note.label in defined:
            used[note.label] = used.get(note.label, 0) + 1
    for number, count in enumerate(used.values(), 1):
        yield f"fn:{number}"
        yield f"fnref:{number}"
        yield from (f"fnref{use}:{number}" for use in range(1, count))


_LINK: Final = late(r"!?\[([^\]]*)\]\([^)]*\)")
_PARSER: Final = ("markup", "goldmark", "parser")
_EXTENSIONS: Final = ("markup", "goldmark", "extensions")
_RENDERER: Final = ("markup", "goldmark", "renderer")
_BELOW_BLOCK: Final = late(
    r"^(?:(?:```|~~~).*)?\{[ \t]*(?:[^{}#\n]*[ \t])?#([^\s{}]+)[^{}\n]*\}", re.MULTILINE
)
_DEFINED: Final = late(r"^((?:[^\s:].*\n)+)\n?[ ]{0,3}:[ \t]", re.MULTILINE)
_TEXTS: Final[Mapping[bool | None, Callable[[Heading, str], str | None]]] = {
    False: hugo_text,
    True: hugo_plain_text,
}
_SLUGS: Final[Mapping[str, Callable[[str], str]]] = {
    "github": goldmark_slug,
    "github-ascii": goldmark_ascii_slug,
    "blackfriday": blackfriday_slug,
}
# Nothing matches it, and the character it begins with is soon seen not to be there.
_NOTHING: Final = re.compile("\0(?!)")
# Hugo takes the first piece of a link's or an image's text, and typography makes pieces.
_PARTS: Final = re.compile(r"\[[^\]]*(?:[*_`'\"~<\\]|--|\.\.)[^\]]*\][(\[]|\w~\w")

IDS: Final = IdRules(
    scheme=_scheme,
    extra=_extra,
    attribute_lists=_attribute_lists,
    drops_html=_drops_html,
    certainty=_certainty,
    # As GitHub has them, without capitals.
    guess="lower",
)
