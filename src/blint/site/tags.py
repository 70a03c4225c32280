"""Tags: where each one stands in the front matter, how it is changed, and which are one word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

from blint.diagnostics import Edit
from blint.facts import Word
from blint.reading.nodes import FrontMatter, Node
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
        return Word(self.text, self.span)


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
        elif node.kind == "scalar" and node.raw.strip():
            if holder != "list" and isinstance(node.value, str):
                yield from _split(node, settings)
            else:
                yield _whole(node, node.span, holder)


def tag_nodes(front_matter: FrontMatter, settings: Settings) -> Iterator[tuple[Node, Holder]]:
    """The values under the tags key: each item of a list, or the one value there is."""
    entry = front_matter.first(settings.fields.tags, fold=settings.preset.fold_keys)
    if entry is None:
        return
    if entry.value.kind == "sequence":
        for item in entry.value.items:
            yield item, "list"
    else:
        yield entry.value, "single"


def respelling(tag: Tag, text: str) -> Edit | None:
    """The edit that makes a tag read `text`, quotes kept; None where that is not sure to work."""
    return Edit(tag.span, text) if tag.exact and fits(text, tag.holder) else None


def fits(text: str, holder: Holder) -> bool:
    """Whether a text can stand for a tag as it is, quoted or not."""
    if holder == "spaces" and " " in text:
        return False
    return _PLAIN.fullmatch(text) is not None


def removal(tag: Tag, before: Tag, text: str) -> Edit | None:
    """The edit that takes a tag out together with what parts it from the tag `before`.

    `text` is that of the whole file. None where a comment or anything else stands in between.
    """
    if text[before.outer.end : tag.outer.start].strip() not in {"", ",", "-"}:
        return None
    if "\n" in text[before.outer.end : tag.outer.start]:
        rest = text[tag.outer.end :].partition("\n")[0].strip()
        if rest not in {"", ",", "]"}:
            return None
    return Edit(Span(before.outer.end, tag.outer.end), "")


def fold_tag(tag: str) -> str:
    """What spellings of one tag share: case, separators, Unicode form and plural are gone.

    Separators go where letters stand on one side, so that `Node.js` is `nodejs` and `ESP32-S3` is
    `esp32s3`; between digits they stay (`3.0` is not `30`), and so do a leading dot (`.NET`), a
    slash, and signs that make another word (`C++`, `C#`). The plural is that of English, taken
    off only where that is safe: see `_singular`.
    """
    text = unicodedata.normalize("NFKC", tag).strip()
    text = _DIGIT_SEPARATOR.sub("-", text.replace("&", " and "))
    singular = _singular(text)
    return unicodedata.normalize("NFC", _SEPARATOR.sub("", singular.lower()))


def same_letters(one: str, other: str) -> bool:
    """Whether two tags differ in case or Unicode form alone."""
    return _plain_fold(one) == _plain_fold(other)


# What YAML and TOML read as text wherever it stands, in quotes or not, and no tag splitter cuts.
_PLAIN = re.compile(
    r"(?!(?:true|false|yes|no|on|off|null|y|n)$)(?=.*[^\W\d_])[^\W_](?:[\w.+/&()-]| (?! )|(?<! )#)*"
    r"(?<! )",
    re.IGNORECASE,
)
_DIGIT_SEPARATOR = re.compile(r"(?<=\d)[\s_-]+(?=\d)")
_SEPARATOR = re.compile(r"(?<!\d)[\s_-]+|[\s_-]+(?!\d)|(?<=[^\W\d_])\.(?=[^\W\d_])")

# Words that end as plurals do and mean something else, or nothing, without the ending.
_NO_PLURALS = frozenset(
    """
    ads aliens analytics arms atlas axios basics bias canvas chaos christmas commons cookies
    cosmos cross customs does dynamics economics electronics ethics ftps gas genetics glasses
    goods graphics has hermes https imaps jenkins keras kubernetes ldaps lens less linguistics
    logistics mathematics metrics mqtts news notes numbers pages pandas paris physics politics
    postgres rails robotics sass series smtps sports species statistics teams texas windows
    wireless
    """.split()
)
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
_LAST_WORD = re.compile(r"[A-Za-z]+$")


def _singular(text: str) -> str:
    """The text with the English plural of its last word undone, where that is sure to be one.

    Not one: a word of the table above, one that ends in a capital S (`AWS`, `iOS`), in -ss, -us,
    -is or -as, a stem of fewer than three letters or without a vowel, for that is an acronym
    (`dns`, `https`); an acronym in capitals with a small s is a plural (`VMs`).
    """
    found = _LAST_WORD.search(text)
    if found is None or text[-1] == "S" and not text.isupper():
        return text
    word = _last_camel(found[0])
    head, folded = text[: len(text) - len(word)], word.lower()
    if folded in _NO_PLURALS or found[0].lower() in _NO_PLURALS:
        return text
    if folded.endswith("ies") and len(word) > 5:
        return f"{head}{word[:-3]}y"
    stem = word[:-1]
    if not folded.endswith("s") or folded[-2:-1] in {"s", "u", "i", "a", ""}:
        return text
    if word[-1] == "s" and stem.isupper() and len(stem) > 1:
        return head + stem
    if word[-1] == "S" or len(stem) < 3 or not _VOWEL.search(stem):
        return text
    if folded.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return head + word[:-2]
    return head + stem


def _last_camel(word: str) -> str:
    """The last word of a CamelCase one."""
    parts = re.findall(r"[A-Z]+s?$|[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+", word)
    return parts[-1] if parts else word


def _plain_fold(tag: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", tag).lower())


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
    """The tags of a string: parted by commas, or by spaces where Jekyll reads it so."""
    holder: Holder = "single"
    pattern = _ALL
    if "," in node.raw:
        holder, pattern = "commas", _BETWEEN_COMMAS
    elif settings.preset.name == "jekyll" and " " in node.raw.strip():
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
