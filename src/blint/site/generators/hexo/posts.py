"""Hexo's posts: their slugs, dates, categories and addresses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Final

from blint.facts import PostFacts
from blint.late import late
from blint.site.generators.hexo.plan import Plan
from blint.site.generators.hexo.slugs import hexo_slug


def slug_of(path: str, plan: Plan) -> tuple[str, dict[str, str]]:
    """The slug of a post, by its path below `_posts`, and what else its name says of it."""
    stem = path[: path.rfind(".")] if "." in path[path.rfind("/") + 1 :] else path
    if plan.file_name is None:
        return stem, {}
    match = plan.file_name.fullmatch(stem)
    if match is None:
        return hexo_slug(stem), {}
    said = {key: value for key, value in match.groupdict().items() if value is not None}
    return said.get("title", hexo_slug(stem)), said


def dates_of(post: PostFacts, said: dict[str, str], plan: Plan) -> tuple[datetime, ...]:
    """The wall times that the address of a post may show, the likeliest first; nothing: not known.

    With a `timezone`, the time is shown as the clock of the machine has it that builds the site,
    which is mostly set to UTC.
    """
    written = post.extra.get("date", "")
    date = read_date(written) if written else _date_in_name(said)
    if date is None:
        return ()
    if not plan.timezone:
        return (date,)
    shift = _offset(plan.timezone, date)
    return (date,) if shift is None else tuple(dict.fromkeys((date - shift, date)))


@lru_cache(maxsize=4096)
def read_date(text: str) -> datetime | None:
    """The wall time that Hexo makes of a date: that of UTC where the date has an offset."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return None
    numbers = [int(part or 0) for part in match.groups()[:6]]
    try:
        date = datetime(*numbers)  # type: ignore[arg-type]  # noqa: DTZ001 (a wall time)
    except ValueError:
        return None
    if match[7] and match[7] not in "Zz":
        hours, minutes = int(match[8]), int(match[9] or 0)
        shift = timedelta(hours=hours, minutes=minutes)
        date = date - shift if match[7] == "+" else date + shift
    return date


def is_hidden(post: PostFacts, plan: Plan) -> bool:
    """Whether a post is a draft, or says that it is not published."""
    says_no = post.extra.get("published", "").strip().lower() == "false"
    return (says_no or post.path.startswith(f"{plan.source}_drafts/")) and not plan.drafts


def addresses(
    post: PostFacts, slug: str, said: dict[str, str], dates: tuple[datetime, ...], plan: Plan
) -> list[str] | None:
    """The addresses of a post, without base; the first is the likeliest. None: not known."""
    own = post.extra.get("permalink", "").strip()
    if own:
        return [_with_slash(own.lstrip("/"), plan)]
    tokens = set(_TOKEN.findall(plan.permalink))
    if tokens & _UNKNOWN or (tokens & _TIMES.keys() and not dates):
        return None
    leaves = [chain[-1] for chain in categories_of(post, plan)] or [plan.category]
    moments = dates if tokens & _TIMES.keys() else dates[:1] or (_NO_DATE,)
    found = []
    for date in moments:
        for leaf in leaves if "category" in tokens else leaves[:1]:
            values = {
                **plan.defaults,
                **post.extra,
                **said,
                "title": slug,
                "name": slug[slug.rfind("/") + 1 :],
                "post_title": hexo_slug(post.extra.get("title", ""), 1),
                "category": leaf,
                **{name: form(date) for name, form in _TIMES.items()},
            }
            text = _TOKEN.sub(lambda m: values.get(m[1], "undefined"), plan.permalink)  # noqa: B023
            found.append(_with_slash(text.lstrip("/"), plan))
    return list(dict.fromkeys(found))


def categories_of(post: PostFacts, plan: Plan) -> list[list[str]]:
    """The slugs of the categories of a post: chains from the outermost to the innermost."""
    written = post.extra.get("categories") or post.extra.get("category") or ""
    if not written:
        return []
    lines = written.split("\n")
    if any(line.startswith("\t") for line in lines):
        chains = [line.strip("\t").split("\t") for line in lines]
    else:
        chains = [lines]
    return [list(_slugs(chain, plan)) for chain in chains if any(chain)]


def tags_of(post: PostFacts, plan: Plan) -> Iterator[str]:
    """The slugs of the tags of a post."""
    written = post.extra.get("tags") or post.extra.get("tag") or ""
    for name in filter(None, written.split("\n")):
        yield hexo_slug(plan.tag_names.get(name, name), plan.case)


def output_of(address: str, plan: Plan) -> str:
    """The output file of an address: no extension is added."""
    path = address.partition("?")[0].lstrip("/")
    return (
        f"{plan.base}/{path}index.html" if not path or path.endswith("/") else f"{plan.base}/{path}"
    )


def _slugs(chain: list[str], plan: Plan) -> Iterator[str]:
    above = ""
    for name in filter(None, chain):
        above += ("/" if above else "") + hexo_slug(plan.category_names.get(name, name), plan.case)
        yield above


def _with_slash(address: str, plan: Plan) -> str:
    needs = plan.asset_folder and not address.endswith(("/", ".html"))
    return f"{address}/" if needs else address


def _date_in_name(said: dict[str, str]) -> datetime | None:
    year, month = said.get("year"), said.get("month") or said.get("i_month")
    day = said.get("day") or said.get("i_day")
    if not (year and month and day):
        return None
    try:
        return datetime(int(year), int(month), int(day))  # noqa: DTZ001 (a wall time)
    except ValueError:
        return None


def _offset(name: str, date: datetime) -> timedelta | None:
    from zoneinfo import ZoneInfo

    try:
        zone = ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None
    return date.replace(tzinfo=zone).utcoffset()


_TOKEN: Final = late(r":(\w+)")
_UNKNOWN: Final = frozenset(("id", "timestamp", "hash"))
_TIMES: Final[Mapping[str, Callable[[datetime], str]]] = {
    "year": lambda date: f"{date.year:04}",
    "month": lambda date: f"{date.month:02}",
    "day": lambda date: f"{date.day:02}",
    "hour": lambda date: f"{date.hour:02}",
    "minute": lambda date: f"{date.minute:02}",
    "second": lambda date: f"{date.second:02}",
    "i_month": lambda date: str(date.month),
    "i_day": lambda date: str(date.day),
}
_NO_DATE: Final = datetime(1970, 1, 1, tzinfo=UTC)
_DATE: Final = late(
    r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[Tt]|[ \t]+)?"
    r"(?:(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d*)?)?)?"
    r"[ \t]*(?:([Zz+-])(?:(\d{1,2}):?(\d{2})?)?)?"
)
