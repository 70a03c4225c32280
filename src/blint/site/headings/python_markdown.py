"""Python-Markdown as a configuration sets it up: its extensions, and the ids that they make."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from typing import Any, Final

from blint.late import late
from blint.reading.document import Heading
from blint.site.configs.once import once
from blint.site.headings.model import Scheme
from blint.site.headings.python_slugs import slugger, toc_slug
from blint.site.headings.slugs import python_markdown_slug
from blint.site.headings.texts import one_line_text


@once
def extensions_of(config: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """The extensions with their options, by the shortest names; those that bring others with them.

    A mapping under `mdx_configs`, as older configurations have it, is not looked at.
    """
    found: dict[str, Mapping[str, Any]] = {}
    listed = config.get("markdown_extensions")
    rows = [listed] if isinstance(listed, Mapping) else listed if isinstance(listed, list) else ()
    for row in rows:
        for name, options in row.items() if isinstance(row, Mapping) else ((row, None),):
            short = str(name).removeprefix("markdown.extensions.")
            found[short] = options if isinstance(options, Mapping) else {}
            for other in _BUNDLES.get(short, ()):
                found.setdefault(other, {})
    return found


def from_pelican(config: Mapping[str, Any], *, known: bool) -> dict[str, Any]:
    """What Pelican's settings say of Python-Markdown, as MkDocs' configuration has it.

    `known` False: the `MARKDOWN` setting is there, and not plain.
    """
    found = config.get("MARKDOWN", {"extensions": ["extra", "codehilite"]})
    table = found if isinstance(found, Mapping) else {}
    configs, listed = table.get("extension_configs"), table.get("extensions")
    rows: list[Any] = list(listed) if isinstance(listed, list | tuple) else []
    rows += [dict(configs)] if isinstance(configs, Mapping) else []
    if not known:
        rows = [{"toc": {"slugify_function": "?"}}]
    has_toc = "toc" in extensions_of({"markdown_extensions": rows})
    return {"markdown_extensions": rows, "toc": has_toc}


def python_markdown_scheme(config: Mapping[str, Any]) -> Scheme | None:
    """The scheme that the extensions make; None where the slugs are not known."""
    extensions = frozenset(extensions_of(config))
    slug = toc_slugger(config)
    if slug is None:
        return None
    has_lists = has_attribute_lists(config)
    return Scheme(
        one_line_text if extensions <= _PLAIN_EXTENSIONS else _one_plain_line,
        slug,
        lambda _: has_lists,
        separator="_",
        remembers=True,
        reserves=True,
        unclear=_GLUED,
        raw=False,
        brings=brings_ids(config),
        levels=Scheme._field_defaults["levels"] if has_toc(config) else (),
    )


def has_attribute_lists(config: Mapping[str, Any]) -> bool:
    """Whether `{#id}` may mean something, as far as a configuration tells."""
    return not config or not _ATTRIBUTE_EXTENSIONS.isdisjoint(extensions_of(config))


def has_toc(config: Mapping[str, Any]) -> bool:
    """Whether headings get ids of their own accord: in MkDocs they always do."""
    return config.get("toc") is not False


def toc_slugger(config: Mapping[str, Any]) -> Callable[[str], str] | None:
    """What makes ids of the texts of headings; None where it is not known."""
    options = extensions_of(config).get("toc", {})
    if "slugify_function" in options:
        return None
    separator = options.get("separator", "-")
    make = slugger(options["slugify"]) if "slugify" in options else toc_slug
    if make is None or not isinstance(separator, str):
        return None
    if make is toc_slug and separator == "-":
        return python_markdown_slug
    return partial(_with, make, separator)


def knows_footnotes(config: Mapping[str, Any]) -> bool:
    """Whether the ids of footnotes are as `extra_ids` says: no other extension makes some."""
    extensions = extensions_of(config)
    options = extensions.get("footnotes", {})
    return "UNIQUE_IDS" not in options and all(map(_is_known, extensions))


def extra_ids(text: str, config: Mapping[str, Any]) -> Iterator[str]:
    """The ids of the notes of a text, of each place that refers to one, and of headings without a
    space after their `#`, which CommonMark has none of; more where some of this stands in code."""
    slug = toc_slugger(config)
    if slug is not None and has_toc(config):
        yield from (slug(match[1]) for match in _TIGHT.finditer(text))
    extensions = extensions_of(config)
    if "[^" not in text or "footnotes" not in extensions:
        return
    if not knows_footnotes(config):
        yield from (match[1] for match in _NOTE.finditer(text))
        return
    separator = extensions["footnotes"].get("SEPARATOR", ":")
    labels = dict.fromkeys(match[1] for match in _NOTE.finditer(text))
    uses = Counter(match[1] for match in _USE.finditer(text))
    for label in labels:
        yield f"fn{separator}{label}"
        for number in range(1, uses[label] + 1):
            yield f"fnref{number if number > 1 else ''}{separator}{label}"


def brings_ids(config: Mapping[str, Any]) -> re.Pattern[str]:
    """What in a text brings ids that it does not show: includes, and headings in raw HTML that is
    read as Markdown."""
    extensions = extensions_of(config)
    has_slugs = any("slugify" in row for name, row in extensions.items() if "tab" in name)
    has_blocks = any(name.startswith("pymdownx.blocks") for name in extensions)
    return _brings_ids("md_in_html" in extensions, has_slugs, has_blocks)


@cache
def _brings_ids(in_html: bool, tabs: bool, blocks: bool) -> re.Pattern[str]:
    # Each begins with a character to look for: one that begins with `^` makes the search slow.
    forms = [r"-8<-|:::(?<![^\n]:::)[ \t]+[\w.]+|\{!"]
    forms += [r"<h[1-6]\b[^<>]*\smarkdown\b"] if in_html else []
    forms += [r"^[ \t]*===[!+ ]"] if tabs else []
    forms += [r"^[ \t]*/{3,}[ \t]*\w"] if blocks else []
    return re.compile("|".join(forms), re.MULTILINE | re.IGNORECASE)


def _one_plain_line(heading: Heading, tail: str) -> str | None:
    text = one_line_text(heading, tail)
    return None if text is None or _EXTENDED.search(text) else text


def _with(make: Callable[[str, str], str], separator: str, text: str) -> str:
    return make(text, separator)


def _is_known(name: str) -> bool:
    return name in _OWN or name.startswith(("pymdownx.", "material.extensions."))


_BUNDLES: Final[Mapping[str, tuple[str, ...]]] = dict.fromkeys(
    ("extra", "pymdownx.extra"),
    ("fenced_code", "footnotes", "attr_list", "def_list", "tables", "abbr", "md_in_html"),
)
_OWN: Final = frozenset(
    (
        *("abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code"),
        *("footnotes", "legacy_attrs", "legacy_em", "md_in_html", "meta", "nl2br", "sane_lists"),
        *("smarty", "tables", "toc", "wikilinks", "mdx_truly_sane_lists", "mdx_math"),
    )
)
_NOTE: Final = late(r"^[ \t]*\[\^([^\]\n]{0,300})\]:", re.MULTILINE)
_TIGHT: Final = late(r"^#{1,6}([^#\s][^\r\n]*?)[ \t#]*$", re.MULTILINE)
_USE: Final = late(r"\[\^([^\]\n]{0,300})\](?!:)")
# A list of attributes without a space before it.
_GLUED: Final = re.compile(r"[^\s{]\{[^{}]*\}\s*$")
_ATTRIBUTE_EXTENSIONS: Final = frozenset(("attr_list", "extra", "pymdownx.extra"))
# Extensions that leave the text of headings as it is.
_PLAIN_EXTENSIONS: Final = _ATTRIBUTE_EXTENSIONS | {
    *("abbr", "admonition", "def_list", "fenced_code", "footnotes", "md_in_html", "meta", "tables"),
    *("toc", "codehilite", "nl2br", "sane_lists", "pymdownx.details", "pymdownx.highlight"),
    *("pymdownx.inlinehilite", "pymdownx.snippets", "pymdownx.superfences", "pymdownx.tabbed"),
    *("pymdownx.tasklist", "pymdownx.betterem", "pymdownx.blocks.caption"),
}
_EXTENDED: Final = late(r":\w|[$+=^~|{]|\([a-z]+\)|->|<-|\d/\d")
