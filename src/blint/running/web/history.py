"""The memory of the world: one sorted line of JSON for each address, in a file that git can merge.

The file is data from a repository, and so a stranger's: what does not fit is left out with a word
about it, and nothing that is not such a file is ever written over.
"""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple
from zlib import crc32

import msgspec

from blint.late import late
from blint.site.links.verdicts import REASONS, Verdict
from blint.site.links.web_urls import inert_url, is_web, web_url

VERSION = 1
_HEAD = "blint-links"
_LARGEST = 64 * 1024 * 1024
_LIVES: Final = {"ok": 7.0, "moved": 7.0, "unverified": 1.0}
"""Days for which a verdict holds. What is broken is looked at each time: somebody may mend it."""

_KEPT_DAYS = 90
_FAILS, _FAIL_DAYS = 3, 7
_MAY_BE_DEAD: Final = frozenset(
    ("server", "timeout", "connect", "closed", "refused", "lookup", "protocol", "unreachable")
)
"""Reasons that mean a dead page if they last. A server that turns programs away says nothing."""


class Line(Verdict, frozen=True, kw_only=True, omit_defaults=True):
    """A line of the file. `under` stands for settings that are not the defaults."""

    url: str
    under: str = ""


class History(NamedTuple):
    """What is remembered, by address, and what is to be said about the file.

    `writable`: the file may be written over.
    """

    lines: Mapping[str, Line]
    notes: tuple[str, ...] = ()
    writable: bool = True


def load(file: Path, name: str) -> History:
    """What a file remembers; `name` is what to call it."""
    try:
        if file.is_symlink() or (file.exists() and not file.is_file()):
            return History({}, (f"`{name}` is not a regular file, and was left alone.",), False)
        if not file.exists():
            return History({})
        if file.stat().st_size > _LARGEST:
            return History({}, (f"`{name}` is too large, and was left alone.",), False)
        texts = file.read_text(encoding="utf-8", errors="replace").split("\n")
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        return History({}, (f"`{name}` cannot be read: {reason}.",), False)
    texts = [text for text in texts if text.strip() and text[:7] not in _CONFLICT]
    versions = [_version(text) for text in texts if text.startswith(f'{{"{_HEAD}"')]
    if any(version is not None and version > VERSION for version in versions):
        note = f"`{name}` is of a newer version of blint: it was neither used nor written."
        return History({}, (note,), False)
    return _parsed([text for text in texts if _version(text) is None], name)


def save(file: Path, lines: Iterable[Line]) -> None:
    """Write a file anew, as a whole or not at all. Raises OSError."""
    text = "\n".join([f'{{"{_HEAD}":{VERSION}}}', *(_written(one) for one in _sorted(lines))])
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}.")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text + "\n")
            stream.flush()
            os.fsync(stream.fileno())
        mode = file.stat().st_mode & 0o777 if file.exists() else 0o644
        Path(temporary).chmod(mode)
        Path(temporary).replace(file)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def holds(line: Line, now: datetime) -> bool:
    """Whether a verdict is young enough not to be asked for again."""
    checked = _moment(line.checked)
    days = _LIVES.get(line.verdict, 0.0)
    if checked is None or not days:
        return False
    # Spread, so that what was first asked for on one day does not come back on one day.
    spread = 0.8 + 0.4 * (crc32(line.url.encode()) / 2**32)
    return timedelta(0) <= now - checked < timedelta(days=days * (spread if days > 1 else 1))


def learnt(verdict: Verdict, before: Line | None, now: datetime) -> Verdict:
    """A new verdict in the light of what was known: how long it has failed, and if it is dead."""
    day, stamp = now.strftime("%Y-%m-%d"), now.strftime("%Y-%m-%dT%H:%MZ")
    verdict = msgspec.structs.replace(verdict, checked=stamp)
    if not _counts(verdict):
        return verdict
    since, fails = day, 1
    # A server that refused in between was there.
    if before is not None and before.since and _counts(before):
        since = min(before.since, day)
        fails = before.fails + (before.checked[:10] != day)
    verdict = msgspec.structs.replace(verdict, since=since, fails=fails)
    first = _moment(since)
    lasting = first is not None and now - first >= timedelta(days=_FAIL_DAYS)
    if fails >= _FAILS and lasting:
        return msgspec.structs.replace(verdict, verdict="broken")
    return verdict


def still_of_use(line: Line, now: datetime) -> bool:
    """Whether what nobody links to any more is worth remembering: another branch may."""
    checked = _moment(line.checked)
    return checked is not None and now - checked < timedelta(days=_KEPT_DAYS)


def line_of(url: str, verdict: Verdict, under: str) -> Line:
    """The line for a verdict."""
    fields = {name: getattr(verdict, name) for name in Verdict.__struct_fields__}
    return Line(url=url, under=under, **fields)


def _counts(verdict: Verdict) -> bool:
    """Whether a verdict is a failure that makes a dead page of a link if it lasts."""
    if verdict.verdict == "broken":
        return True
    return verdict.verdict == "unverified" and verdict.reason in _MAY_BE_DEAD


def _parsed(texts: list[str], name: str) -> History:
    lines: dict[str, Line] = {}
    lost = 0
    for text in texts:
        try:
            line = msgspec.json.decode(text, type=Line)
        except (msgspec.DecodeError, UnicodeError):
            lost += 1
            continue
        if not _is_sound(line):
            lost += 1
            continue
        same = lines.get(line.url)
        # A merge may leave two lines: the younger counts.
        if same is None or (same.checked, same.verdict) < (line.checked, line.verdict):
            lines[line.url] = line
    noun = "line" if lost == 1 else "lines"
    notes = (f"{lost} {noun} of `{name}` cannot be read, and did not count.",) if lost else ()
    # Somebody's file of another kind: not one line of it is ours.
    if lost and not lines:
        return History({}, (f"`{name}` is not a file of blint's, and was left alone.",), False)
    return History(lines, notes)


def _is_sound(line: Line) -> bool:
    """Whether a line says only what blint itself would have written: it may be a stranger's."""
    if line.reason not in REASONS or not (line.status == 0 or 100 <= line.status <= 999):
        return False
    if (line.since and not _DAY.fullmatch(line.since)) or not 0 <= line.fails < _MOST_FAILS:
        return False
    if line.checked and (not _STAMP.fullmatch(line.checked) or _moment(line.checked) is None):
        return False
    if not all(map(_is_printable, (line.url, line.under, *line.missing, *line.found))):
        return False
    finals = [line.final] if line.final else []
    hops = [_HOP.fullmatch(hop) for hop in line.hops]
    if None in hops:
        return False
    return all(map(_is_address, [*finals, *(hop[1] for hop in hops if hop is not None)]))


def _is_address(text: str) -> bool:
    page, _, fragment = text.partition("#")
    found = web_url(page) if is_web(page) else None
    return (
        found is not None
        and found.url == page
        and not found.fault
        and inert_url(fragment) == fragment
    )


def _is_printable(text: str) -> bool:
    return text.isprintable() or not _HIDDEN.search(text)


def _version(text: str) -> int | None:
    try:
        found = msgspec.json.decode(text, type=dict[str, int])
    except (msgspec.DecodeError, UnicodeError):
        return None
    return found.get(_HEAD)


def _written(line: Line) -> str:
    fields = {name: value for name, value in msgspec.to_builtins(line).items() if value}
    order = {"url": fields.pop("url"), "verdict": fields.pop("verdict")}
    return msgspec.json.encode(order | dict(sorted(fields.items()))).decode()


def _sorted(lines: Iterable[Line]) -> list[Line]:
    return sorted(lines, key=lambda line: line.url)


def _moment(text: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


_MOST_FAILS = 1_000_000
_DAY: Final = late(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_STAMP: Final = late(
    r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?)?", re.ASCII
)
_HOP: Final = late(r"\d{3} (\S+)", re.ASCII)
_HIDDEN: Final = late("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_CONFLICT: Final = frozenset(("<<<<<<<", "=======", ">>>>>>>", "|||||||"))
