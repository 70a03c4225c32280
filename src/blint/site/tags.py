"""Tags of a post: where each one stands in the front matter, and how it is changed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from blint.diagnostics import Edit
from blint.facts import Word
from blint.late import late
from blint.reading.nodes import FrontMatter, Node
from blint.site.keys import entry_of
from blint.site.settings import Settings
from blint.source import Span

Holder = Literal["list", "commas", "spaces", "single"]


class Tag(NamedTuple):
    """One tag of a post.

    `span` covers its text without quotes, `outer` the whole item with them. `node` is the value
    that was read; tags that share one string share its node. `holder` is what the tag is part of:
    a list, a string split at commas or at spaces, or a value of its own. `exact` says that `span`
    covers `text` character by character, which escapes and folded lines prevent.
    """

    text: str
    span: Span
    outer: Span
    node: Node
    holder: Holder
    exact: bool

    @property
    def word(self) -> Word:
        """The tag as the rest of the site sees it."""
        return Word(self.text, self.span, self.node.style == "quoted")


def collect_tags(front_matter: FrontMatter, settings: Settings) -> tuple[Word, ...]:
    """The tags of a post with the span of each one's text, quotes left out.

    A number, a date or a truth value counts as the text that was written; items that are empty
    or no scalars are left out.
    """
    return tuple(tag.word for tag in read_tags(front_matter, settings))


def read_tags(front_matter: FrontMatter, settings: Settings) -> Iterator[Tag]:
    """The tags of a post with all that a check needs to point at them and to change them."""
    for node, holder in tag_nodes(front_matter, settings):
        if node.kind == "mapping":
            label = node.get("label")
            if label is not None and label.value.raw:
                yield _whole(label.value, node.span, holder)
        elif node.kind == "scalar" and node.value is not None and node.raw.strip():
            if holder != "list" and isinstance(node.value, str):
                yield from _split(node, settings)
            else:
                yield _whole(node, node.span, holder)


def tag_nodes(front_matter: FrontMatter, settings: Settings) -> Iterator[tuple[Node, Holder]]:
    """The values under the tags key: each item of a list, or the one value there is."""
    entry = entry_of(front_matter, settings.fields.tags, fold=settings.preset.fold_keys)
    if entry is None:
        return
    if entry.value.kind == "sequence":
        for item in entry.value.items:
            yield item, "list"
    else:
        yield entry.value, "single"


def respelling(tag: Tag, text: str) -> Edit | None:
    """The edit that makes a tag read `text`, quotes kept; None where that is not sure to work."""
    fitting = fits(text, tag.holder, quoted=tag.node.style == "quoted")
    return Edit(tag.span, text) if tag.exact and fitting else None


def fits(text: str, holder: Holder, *, quoted: bool = False) -> bool:
    """Whether a text can stand for a tag as it is, `quoted` as that one is."""
    if holder == "spaces" and " " in text:
        return False
    return (_QUOTED if quoted else _PLAIN).fullmatch(text) is not None


def removal(tag: Tag, before: Tag | None, text: str, after: Tag | None = None) -> Edit | None:
    """The edit that takes a tag out together with what parts it from the tag `before`.

    The first tag goes with what parts it from the one `after`. `text` is that of the whole file.
    None where a comment or anything else stands in between.
    """
    line = text.rfind("\n", 0, tag.outer.start)
    if text[line + 1 : tag.outer.start].strip() == "-":
        rest = text[tag.outer.end :].partition("\n")[0]
        start = line - (text[line - 1] == "\r")
        return None if rest.strip() else Edit(Span(start, tag.outer.end), "")
    if before is not None:
        parting, cut = (
            Span(before.outer.end, tag.outer.start),
            Span(before.outer.end, tag.outer.end),
        )
    elif after is not None:
        parting, cut = (
            Span(tag.outer.end, after.outer.start),
            Span(tag.outer.start, after.outer.start),
        )
    else:
        return None
    return Edit(cut, "") if text[parting.start : parting.end].strip() in {"", ","} else None


# What YAML and TOML read as text wherever it stands, in quotes or not, and no tag splitter cuts.
_PLAIN = late(
    r"(?!(?:true|false|yes|no|on|off|null|y|n|0[xob][\da-f_]*|[\d_.]+e[+-]?\d*)$)"
    r"(?=.*[^\W\d_])[^\W_](?:[\w.+/&()-]| (?! )|(?<! )#)*(?<! )",
    re.IGNORECASE,
)
# The same between quotes of any kind: nothing ends them there, and nothing is an escape.
_QUOTED = late(r"""(?! )(?:[^\W_]|[!#-&(-+./:-@\[\]-`{-~-]| (?! ))+(?<! )""")


def _whole(node: Node, outer: Span, holder: Holder) -> Tag:
    margin = _margin(node)
    if margin is None:
        return Tag(node.raw, node.span, outer, node, holder, exact=False)
    span = Span(node.span.start + margin, node.span.end - margin)
    return Tag(node.raw, span, outer, node, holder, exact=True)


def _margin(node: Node) -> int | None:
    """How many quote characters stand on each side of the text; None: it is not as written."""
    spare = node.span.end - node.span.start - len(node.raw)
    expected = 2 if node.style == "quoted" else 0
    return spare // 2 if spare == expected and node.style != "block" else None


def _split(node: Node, settings: Settings) -> Iterator[Tag]:
    """The tags of a string: parted by commas, or by spaces where the generator does so."""
    holder: Holder = "single"
    pattern = _ALL
    if "," in node.raw:
        holder, pattern = "commas", _BETWEEN_COMMAS
    elif settings.preset.spaced_tags:
        holder, pattern = "spaces", _BETWEEN_SPACES
    margin = _margin(node)
    for found in pattern.finditer(node.raw):
        if margin is None:
            yield Tag(found[0], node.span, node.span, node, holder, exact=False)
            continue
        start = node.span.start + margin
        span = Span(start + found.start(), start + found.end())
        outer = node.span if holder == "single" else span
        yield Tag(found[0], span, outer, node, holder, exact=True)


_ALL = re.compile(r"\S(?:.*\S)?", re.DOTALL)
_BETWEEN_COMMAS = re.compile(r"[^,\s](?:[^,]*[^,\s])?")
_BETWEEN_SPACES = re.compile(r"\S+")
