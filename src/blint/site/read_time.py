"""Read time: how a value is written, and how many minutes each method gives a text."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from blint.reading.nodes import Entry, Node
from blint.reading.post import Post
from blint.reading.prose import count_words
from blint.site.keys import entry_of
from blint.site.settings import Formula, Settings
from blint.source import Span


class Stored(NamedTuple):
    """A read time in front matter: its minutes, and the digits to change for another number.

    `digits` is None where no single whole number can be put in their place.
    """

    minutes: float
    digits: Span | None


class Counts(NamedTuple):
    """What a read time is computed from. `characters` are those of prose, spaces left out."""

    prose: int
    code: int
    cjk: int
    images: int
    characters: int

    @property
    def words(self) -> int:
        """Words of prose and code; CJK characters are apart."""
        return self.prose + self.code


def read_time_entry(post: Post, settings: Settings) -> Entry | None:
    """The front matter entry that holds the read time, or None."""
    return entry_of(post.front_matter, settings.fields.read_time, fold=settings.preset.fold_keys)


def parse_read_time(node: Node) -> Stored | None:
    """A stored value as minutes; None where no form explains it.

    Read are numbers, `16m`, `16 min read`, `1 h 5 min`, `PT16M`, `less than a minute`, and the
    table that the npm package reading-time returns.
    """
    if node.kind == "mapping":
        part = node.get("minutes") or node.get("text")
        return parse_read_time(part.value) if part else None
    if node.kind != "scalar" or isinstance(node.value, bool):
        return None
    offset = _text_offset(node)
    for pattern, minutes in _FORMS:
        found = pattern.fullmatch(node.raw.strip())
        if found is None:
            continue
        number = found.groupdict().get("number")
        digits = None
        if number and offset is not None:
            start = offset + node.raw.index(number)
            digits = Span(start, start + len(number))
        return Stored(minutes(found), digits)
    return None


def count_post(post: Post) -> Counts:
    """The counts of a post's body."""
    document = post.document
    prose = count_words(post.text, document.prose)
    code = count_words(post.text, document.code)
    characters = sum(_characters(post.text, document.prose))
    return Counts(prose.words, code.words, prose.cjk + code.cjk, document.images, characters)


def minutes_by(method: str | Formula, counts: Counts) -> int:
    """The minutes that a named method, or a formula, gives a text. KeyError for another name."""
    if isinstance(method, Formula):
        return _by_formula(method, counts)
    return METHODS[method](counts)


def plausible_minutes(counts: Counts) -> tuple[float, float]:
    """The least and the most minutes that any common method gives a text.

    From 300 words a minute, code skipped, to 180 words a minute with code and images; 600 to 300
    CJK characters a minute.
    """
    least = counts.prose / 300 + counts.cjk / 600
    most = counts.words / 180 + counts.cjk / 300 + _image_seconds(counts.images) / 60
    return math.floor(least), math.ceil(most)


def _hugo(counts: Counts) -> int:
    # hugolib/page__content.go of Hugo 0.168; 213 words a minute before. Hugo counts CJK text by
    # the character only where the site says `hasCJKLanguage`, which is what such sites do.
    if counts.cjk > counts.words:
        return math.ceil((counts.words + counts.cjk) / 500)
    return math.ceil(counts.words / 212)


def _zola(counts: Counts) -> int:
    # Zola's reading analytics: 200 words a minute, rounded up.
    return (counts.words + counts.cjk + 199) // 200


def _reading_time(counts: Counts) -> int:
    # npm reading-time 1.5: minutes as `toFixed(2)` writes them, then up: 401 words still take two.
    return math.ceil(float(f"{(counts.words + counts.cjk) / 200:.2f}"))


def _docusaurus(counts: Counts) -> int:
    # plugin-content-blog 3.10 rounds minutes times 100, its theme shows them rounded up. On some
    # numbers of words this is not what `toFixed` gives.
    return math.ceil(math.floor((counts.words + counts.cjk) / 200 * 100 + 0.5) / 100)


def _medium(counts: Counts) -> int:
    # PyPI readtime 3.0 and Material for MkDocs 9.8: 265 words a minute, seconds rounded up, the
    # first image 12 seconds, each next one a second less, down to 3; minutes rounded up.
    seconds = math.ceil((counts.words + counts.cjk) / 265 * 60)
    return max(1, math.ceil((seconds + _image_seconds(counts.images)) / 60))


def _velite(counts: Counts) -> int:
    # Velite's s.metadata(), after Gatsby: 265 words a minute, a Chinese or Japanese character
    # 0.56 words, to the nearest, at least one.
    return max(1, math.floor((counts.words + counts.cjk * 0.56) / 265 + 0.5))


def _textstat(counts: Counts) -> int:
    # textstat 0.7: 14.69 ms a character (Demberg and Keller 2008); minutes rounded up.
    return math.ceil(counts.characters * 14.69 / 60_000)


METHODS: dict[str, Callable[[Counts], int]] = {
    "hugo": _hugo,
    "zola": _zola,
    "reading-time": _reading_time,
    "docusaurus": _docusaurus,
    "medium": _medium,
    "velite": _velite,
    "textstat": _textstat,
}


def _by_formula(formula: Formula, counts: Counts) -> int:
    words = counts.words if formula.code else counts.prose
    minutes = (
        words / formula.words_per_minute
        + counts.cjk / formula.cjk_per_minute
        + counts.images * formula.seconds_per_image / 60
    )
    rounded = {
        "up": math.ceil(round(minutes, 6)),
        "down": math.floor(minutes),
        "nearest": math.floor(minutes + 0.5),
    }[formula.round]
    return max(formula.minimum, rounded)


def _image_seconds(images: int) -> int:
    first = min(images, 9)
    return sum(range(12, 12 - first, -1)) + 3 * (images - first)


def _characters(text: str, spans: Iterable[Span]) -> Iterator[int]:
    for start, end in spans:
        yield len("".join(text[start:end].split()))


def _text_offset(node: Node) -> int | None:
    """Where the text of a scalar starts in the file; None where it is not as written."""
    spare = node.span.end - node.span.start - len(node.raw)
    expected = 2 if node.style == "quoted" else 0
    return node.span.start + spare // 2 if spare == expected else None


def _number(found: re.Match[str]) -> float:
    return float(found["number"].replace(",", "."))


def _hours(found: re.Match[str]) -> float:
    hours, minutes, seconds = (float(found[name] or 0) for name in ("hours", "minutes", "seconds"))
    return hours * 60 + minutes + seconds / 60


_HOURS_AND_MINUTES = (
    r"(?P<hours>\d+)\s*(?:h|hrs?|hours?)[\s,]*(?:(?P<minutes>\d+)\s*m[a-z]*)?\.?(?P<seconds>)"
    r"(?:\s+read)?"
)
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], float]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), minutes)
    for pattern, minutes in (
        (r"PT(?P<number>\d+)M", _number),
        (r"PT(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)S)?(?<!T)", _hours),
        (_HOURS_AND_MINUTES, _hours),
        (r"(?P<hours>)(?P<minutes>\d+):(?P<seconds>[0-5]\d)", _hours),
        (
            r"(?:less than|under|<)\s*(?:a|an|one|1)\s*m(?:in(?:ute)?)?\.?(?:\s+read)?",
            lambda _: 1.0,
        ),
        (r"[^\d\n-]{0,30}(?P<number>\d+(?:[.,]\d+)?)[^\d\n]{0,40}(?:\(.*\))?", _number),
    )
)
