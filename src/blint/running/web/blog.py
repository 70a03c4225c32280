"""The external links of a blog: planned, asked for, remembered."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from blint.facts import PostFacts
from blint.running.config import Config
from blint.running.web.check import Limits, Watch, ask_all
from blint.running.web.headers import headers_for, marks_of
from blint.running.web.history import History, learnt, line_of, load, save, still_of_use
from blint.running.web.plan import Ignore, Wish, gather, make_plan
from blint.site.links.verdicts import WORDS, Verdict, WebLink, emit
from blint.site.settings import Settings


class Wanted(msgspec.Struct, frozen=True):
    """What is wanted of a run. `offline`: nothing is asked for, and what is remembered counts.
    `only` are patterns of addresses; none: all. `today` is an ISO date, empty: the clock's.
    `anew`: everything is asked for, and nothing kept. `fragments`: they are looked up, whatever the
    configuration says."""

    offline: bool = False
    only: tuple[str, ...] = ()
    today: str = ""
    anew: bool = False
    fragments: bool = False


class Links(NamedTuple):
    """The links of a blog by address, the verdicts on them, and what there is to say of both.

    `stopped` is the number of the signal that ended the run before its end, or 0.
    """

    sources: Mapping[str, list[WebLink]]
    verdicts: Mapping[str, Verdict]
    notes: tuple[str, ...] = ()
    summary: str = ""
    stopped: int = 0


def look_up(
    posts: Iterable[PostFacts],
    settings: Mapping[str, Settings],
    config: Config,
    wanted: Wanted,
    watch: Watch | None = None,
) -> Links:
    """The verdicts on all links of some posts to other sites.

    Raises UsageFault where the configuration asks for what cannot be.
    """
    table = config.table.links.external
    now = _now(wanted.today)
    headers, notes = headers_for(table.headers, os.environ)
    file = _cache_file(config)
    wish = _wish(config, wanted, marks_of(headers))
    history = load(file, table.cache)
    sources = gather(link for post in posts for link in emit(post, settings[post.collection]))
    plan = make_plan(sources, wish, History({}) if wanted.anew else history, now)
    memory = _Memory(file, table.cache, history, wish, sources, now)
    keeps = history.writable and not wanted.anew
    asked = ask_all(
        plan.targets,
        Limits(
            timeout=table.timeout,
            connect_timeout=table.connect_timeout,
            retries=table.retries,
            concurrency=table.concurrency,
            per_host=table.per_host,
            interval=table.interval,
            deadline=table.deadline,
            allow_private=table.allow_private,
        ),
        headers=headers,
        watch=watch,
        keep=memory.keep if keeps else None,
    )
    fresh = memory.learnt(asked.verdicts)
    if fresh and keeps:
        notes += tuple(memory.write(fresh))
    if any(one.reason == "network" for one in asked.verdicts.values()):
        notes += ("No host could be reached at all: is there a network?",)
    verdicts = {**plan.known, **asked.verdicts, **fresh}
    notes += (*history.notes, *plan.notes)
    summary = _summary(verdicts) if verdicts else ""
    return Links(sources, verdicts, notes, summary, asked.stopped)


def _now(today: str) -> datetime:
    if today:
        return datetime.fromisoformat(today).replace(hour=12, tzinfo=UTC)
    return datetime.now(UTC)


def _wish(config: Config, wanted: Wanted, headers: Mapping[str, str]) -> Wish:
    table = config.table.links
    own = table.external
    for one in own.ignore:
        if one.until and not _is_day(one.until):
            message = f"`until` takes a day such as `2027-01-31`, not `{one.until}`."
            raise config.error(one.until, message)
    return Wish(
        offline=wanted.offline,
        fragments=own.fragments or wanted.fragments,
        allow_private=own.allow_private,
        only=wanted.only,
        include=tuple(own.include),
        exclude=(*own.exclude, *(table.ignore or ())),
        ignore=tuple(Ignore(one.url, one.reason or "", one.until or "") for one in own.ignore),
        headers=headers,
    )


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _cache_file(config: Config) -> Path:
    """The file of the history, which may be nowhere but in the project."""
    name = config.table.links.external.cache
    parts = Path(name).parts
    real = Path(os.path.realpath((config.root / name).parent))
    inside = real == config.root or real.is_relative_to(config.root)
    if Path(name).is_absolute() or ".." in parts or ".git" in parts or not inside:
        raise config.error(name, f"`cache` names a file inside the project, not `{name}`.")
    return config.root / name


class _Memory:
    """What is remembered of links, for this run and those that go on beside it."""

    def __init__(
        self,
        file: Path,
        name: str,
        history: History,
        wish: Wish,
        sources: Mapping[str, object],
        now: datetime,
    ) -> None:
        self._file, self._name, self._history = file, name, history
        self._wish, self._sources, self._now = wish, sources, now

    def learnt(self, verdicts: Mapping[str, Verdict]) -> dict[str, Verdict]:
        """What is new, in the light of what was known before."""
        return {
            url: learnt(verdict, self._history.lines.get(url), self._now)
            for url, verdict in verdicts.items()
            if verdict.verdict != "skipped" and verdict.reason != "network"
        }

    def keep(self, verdicts: Mapping[str, Verdict]) -> None:
        """Write down what is known so far."""
        fresh = self.learnt(verdicts)
        if fresh:
            deque(self.write(fresh), maxlen=0)

    def write(self, fresh: Mapping[str, Verdict]) -> Iterator[str]:
        """Add to the file, as it is by now; says what went wrong."""
        there = load(self._file, self._name)
        if not there.writable:
            yield from there.notes
            return
        kept = (
            line
            for url, line in there.lines.items()
            if url not in fresh and (url in self._sources or still_of_use(line, self._now))
        )
        added = (line_of(url, one, self._wish.under(url)) for url, one in fresh.items())
        try:
            save(self._file, [*kept, *added])
        except OSError as error:
            reason = (error.strerror or type(error).__name__).lower()
            yield f"`{self._name}` cannot be written: {reason}."


def _summary(verdicts: Mapping[str, Verdict]) -> str:
    counts = dict.fromkeys(WORDS, 0)
    why: dict[str, int] = {}
    for one in verdicts.values():
        counts[one.verdict] += 1
        if one.verdict == "skipped":
            why[one.reason] = why.get(one.reason, 0) + 1
    parts = [f"{count} {word}" for word, count in counts.items() if count]
    reasons = ", ".join(f"{count} {reason}" for reason, count in sorted(why.items()))
    noun = "address" if len(verdicts) == 1 else "addresses"
    shown = f"{len(verdicts)} external {noun}: {', '.join(parts)}"
    return f"{shown} ({reasons})." if reasons else f"{shown}."
