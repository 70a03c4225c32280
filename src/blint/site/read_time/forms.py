"""The forms in which a read time is written, and what to change for another number."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from blint.diagnostics import Edit
from blint.late import late
from blint.reading.nodes import Entry, Node
from blint.reading.post import Post
from blint.site.keys import entry_of
from blint.site.settings import Settings
from blint.source import Span


class Part(NamedTuple):
    """A number in a read time, and where it stands up to the next one: `1 ` and `h ` of `1 h 5`."""

    number: str
    span: Span
    until: int


class Stored(NamedTuple):
    """A read time in front matter.

    `minutes` to `most` are what it says, the same but for a range such as `5-7 min`. `hours` and
    `digits` are the numbers to change; None where nothing of the kind is written.
    """

    minutes: float
    most: float
    digits: Part | None = None
    hours: Part | None = None
    also: tuple[Part, ...] = ()

    def edits(self, minutes: int) -> tuple[Edit, ...]:
        """What makes it say other minutes in the same form; nothing where that cannot be done."""
        return tuple(_edits(self, minutes))


def read_time_entry(post: Post, settings: Settings) -> Entry | None:
    """The front matter entry that holds the read time, or None."""
    return entry_of(post.front_matter, settings.fields.read_time, fold=settings.preset.fold_keys)


def parse_read_time(node: Node) -> Stored | None:
    """A stored value as minutes; None where no form explains it.

    Read are numbers, `16m`, `16 min read`, `5-7 min`, `1 h 5 min`, `16:30`, `PT16M`, `90 seconds`,
    `five minutes`, `less than a minute`, and a table such as npm reading-time returns.
    """
    if node.kind == "mapping":
        return _of_table(node)
    if node.kind != "scalar" or isinstance(node.value, bool):
        return None
    text = node.raw.strip()
    if len(text) > _LONGEST:
        return None
    for pattern, read in _FORMS:
        found = pattern.fullmatch(text)
        if found is not None:
            return read(found, _text_offset(node))
    return None


def _of_table(node: Node) -> Stored | None:
    """What the text says is shown; the number beside it is changed with it."""
    read = [
        stored
        for entry in map(node.get, ("text", "minutes"))
        if entry is not None and (stored := parse_read_time(entry.value)) is not None
    ]
    if not read:
        return None
    also = tuple(stored.digits for stored in read[1:] if stored.digits)
    return read[0]._replace(also=also)


def _edits(stored: Stored, minutes: int) -> Iterator[Edit]:
    hours, digits = stored.hours, stored.digits
    if hours is None and digits is None:
        return
    rest = minutes
    if hours is not None:
        whole, rest = divmod(minutes, 60)
        if digits is None and rest:
            return
        if whole or digits is None:
            yield Edit(hours.span, str(whole))
        else:
            yield Edit(Span(hours.span.start, hours.until), "")
    for part in (*((digits,) if digits else ()), *stored.also):
        zeros = re.search(r"[.,]0+$", part.number)
        yield Edit(part.span, f"{rest}{zeros[0] if zeros else ''}")


def _text_offset(node: Node) -> int | None:
    """Where the stripped text of a scalar starts in the file; None where it is not as written."""
    spare = node.span.end - node.span.start - len(node.raw)
    if spare != (2 if node.style == "quoted" else 0):
        return None
    return node.span.start + spare // 2 + len(node.raw) - len(node.raw.lstrip())


def _part(found: re.Match[str], name: str, offset: int | None, until: int) -> Part | None:
    if offset is None or not found[name]:
        return None
    return Part(found[name], Span(offset + found.start(name), offset + found.end(name)), until)


def _float(text: str | None) -> float:
    return float((text or "0").replace(",", "."))


def _number(found: re.Match[str], offset: int | None) -> Stored | None:
    unit = found["unit"].casefold()
    minutes = _float(found["number"])
    if _OTHER_UNITS.match(unit):
        return None
    if _SECONDS.match(unit):
        return Stored(minutes / 60, minutes / 60)
    return Stored(minutes, minutes, _part(found, "number", offset, 0))


def _clock(found: re.Match[str], offset: int | None) -> Stored | None:
    names = found.groupdict()
    hours = _float(names.get("hours"))
    minutes = hours * 60 + _float(found["minutes"]) + _float(names.get("seconds")) / 60
    if names.get("seconds"):
        return Stored(minutes, minutes)
    after = found.start("minutes") if found["minutes"] else found.end("hours")
    until = 0 if offset is None else offset + after
    whole = float(found["hours"]).is_integer()
    return Stored(
        minutes,
        minutes,
        _part(found, "minutes", offset, until),
        _part(found, "hours", offset, until) if whole else None,
    )


def _duration(found: re.Match[str], offset: int | None) -> Stored | None:
    if found["hours"]:
        return _clock(found, offset)
    minutes = _float(found["minutes"]) + _float(found["seconds"]) / 60
    digits = None if found["seconds"] else _part(found, "minutes", offset, 0)
    return Stored(minutes, minutes, digits)


def _range(found: re.Match[str], _offset: int | None) -> Stored | None:
    low, high = _float(found["low"]), _float(found["high"])
    if low > high or _OTHER_UNITS.match(found["unit"].casefold()):
        return None
    return Stored(low, high)


def _less(_found: re.Match[str], _offset: int | None) -> Stored | None:
    return Stored(0.0, 1.0)


def _in_words(found: re.Match[str], _offset: int | None) -> Stored | None:
    minutes = float(1 + _WORDS.index(found["word"].casefold()))
    return Stored(minutes, minutes)


_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_LONGEST = 200
_MINUTES = r"\s*m(?:in(?:ute)?s?)?\b\.?(?:[\s-]*(?:read|to read|long))?"
# What a number may count that is no time of minutes.
_OTHER_UNITS = late(
    r"\s*(?:words?|characters?|chars?|pages?|lines?|days?|weeks?|months?|years?|%|字|文字|単語|词)"
)
_SECONDS = late(r"\s*(?:s|sec|secs|seconds?|sekunden|秒)\b")
_BEFORE = r"[^\d\n-]{0,30}?[~≈±]?\s*"

_Reader = Callable[[re.Match[str], int | None], Stored | None]
_FORMS: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (
        late(
            r"P(?:0D)?T(?:(?P<hours>\d{1,6})H)?(?:(?P<minutes>\d{1,6})M)?"
            r"(?:(?P<seconds>\d{1,6})S)?(?<!T)",
            re.IGNORECASE,
        ),
        _duration,
    ),
    (
        late(
            rf"{_BEFORE}(?P<hours>\d{{1,6}}(?:[.,]\d{{1,6}})?)\s*"
            r"(?:h|hrs?|hours?|stunden?|std|heures?|horas?|小时|小時|時間|시간)(?![a-z])\.?"
            r"[\s,]*(?:(?:and|und|et|y)\s+)?(?:(?P<minutes>\d{1,6})\s*(?:m[a-z]*|分钟?|分鐘|분)?)?\.?"
            r"(?:[\s-]*(?:read|to read|long))?",
            re.IGNORECASE,
        ),
        _clock,
    ),
    (late(r"(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,6}):(?P<seconds>[0-5]\d)"), _clock),
    (
        late(
            r"(?:less than|under|<)\s*(?:a|an|one|1)\s*m(?:in(?:ute)?)?\.?(?:\s+read)?",
            re.IGNORECASE,
        ),
        _less,
    ),
    (
        late(
            rf"{_BEFORE}(?P<low>\d{{1,6}})\s*(?:m|min)?\.?\s*(?:-|–|—|~|to|bis|à)\s*"
            r"(?P<high>\d{1,6})(?P<unit>[^\d\n]{0,40})",
            re.IGNORECASE,
        ),
        _range,
    ),
    (late(rf"(?P<word>{'|'.join(_WORDS)})[\s-]{_MINUTES}", re.IGNORECASE), _in_words),
    (
        late(
            r"[^\d\n-]{0,30}(?P<number>\d{1,6}(?:[.,]\d{1,6})?)(?P<unit>[^\d\n]{0,40})(?:\(.*\))?"
        ),
        _number,
    ),
)
