"""What the front matter of a Hugo page says of its address, with what its sections pass down."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from blint.facts import PostFacts
from blint.site.generators.hugo.folders import folded, table, tables, words
from blint.site.generators.hugo.paths import IN_NAME, key_part, read_date
from blint.site.generators.hugo.settings import Tongue
from blint.site.generators.hugo.tree import Node
from blint.site.globs import matcher

NO_DATE: Final = datetime(1, 1, 1)  # noqa: DTZ001 (a wall clock)


class Front(NamedTuple):
    """Front matter, as far as it decides on addresses.

    `title` None: it has none. `dates` are the texts of its dates by key, in lower case. `render`
    is `always`, `never` or `link`. `publishes`: the files beside the page are published.
    `certain` False: something unseen may say otherwise.
    """

    title: str | None = None
    slug: str = ""
    url: str = ""
    dates: Mapping[str, str] = {}
    render: str = "always"
    publishes: bool = True
    outputs: tuple[str, ...] | None = None
    draft: bool = False
    certain: bool = True


class Cascade(NamedTuple):
    """Values that a section passes down to the pages at and below its key."""

    key: str
    values: Mapping[str, Any]
    kinds: frozenset[str] = frozenset()
    path: str = ""
    certain: bool = True

    def holds(self, node: Node) -> bool:
        """Whether a page is one of those that the values are for."""
        if self.key != "/" and not f"{node.key}/".startswith(f"{self.key}/"):
            return False
        if self.kinds and node.kind not in self.kinds:
            return False
        return not self.path or matcher([self.path])(node.key.strip("/"))


def cascades(
    data: Mapping[str, Mapping[str, Any]], nodes: Mapping[str, Node], site: Mapping[str, Any]
) -> dict[str, tuple[Cascade, ...]]:
    """The cascades by language, the closest to a page first; `site` is the configuration."""
    found: dict[str, list[Cascade]] = {}
    for source, values in data.items():
        node = nodes.get(source)
        if node is not None and "cascade" in values:
            found.setdefault(node.lang, []).extend(_aimed(node.key, values["cascade"]))
    everywhere = list(_aimed("/", site.get("cascade")))
    return {
        lang: tuple(sorted(own, key=lambda one: -len(one.key.rstrip("/")))) + tuple(everywhere)
        for lang, own in {"": [], **found}.items()
    }


def front_of_post(post: PostFacts, passed: Iterable[Cascade], node: Node) -> Front:
    """The front matter of a post, and of the sections above it where it says nothing."""
    extra = post.extra
    outputs = extra.get("outputs", "").lower().split()
    front = Front(
        post.title.text if post.title else None,
        post.slug.text if post.slug else "",
        post.url.text.strip() if post.url else "",
        extra,
        _rendering(extra.get("build.render"), extra.get("headless")),
        extra.get("build.publishresources", "").lower() != "false",
        tuple(outputs) or None,
    )
    known = {key.partition(".")[0] for key in extra}
    if extra.get("headless", "").lower() == "true":
        known.add("build")
    known |= {"title"} if post.title else set()
    known |= {"slug"} if post.slug else set()
    known |= {"url"} if post.url else set()
    return _with_passed(front, passed, node, known)


def front_of_data(data: Mapping[str, Any], passed: Iterable[Cascade], node: Node) -> Front:
    """The front matter of a list page, as it was read beforehand."""
    build = table(data, "build")
    front = Front(
        scalar(data.get("title")),
        scalar(data.get("slug")) or "",
        scalar(data.get("url")) or "",
        {},
        _rendering(scalar(build.get("render")), scalar(data.get("headless"))),
        build.get("publishresources") is not False,
        tuple(one.lower() for one in words(data.get("outputs"))) or None,
        data.get("draft") is True,
    )
    return _with_passed(front, passed, node, set(data))


def day_of(front: Front, name: str, tongue: Tongue) -> tuple[datetime | None, str]:
    """The date of a page, None where Hugo would stop, and the slug that its file's name gives."""
    for handler in tongue.dates:
        if handler == ":filename":
            match = IN_NAME.fullmatch(name)
            if match is not None:
                return read_date(match[1]), match[5]
        elif text := front.dates.get(handler, "").strip():
            return read_date(text), ""
    return NO_DATE, ""


def scalar(value: Any) -> str | None:
    """A plain value as text; None for none, and for lists and tables."""
    if value is None or isinstance(value, Mapping | list | tuple):
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)


def _with_passed(front: Front, passed: Iterable[Cascade], node: Node, known: set[str]) -> Front:
    known = set(known)
    for one in passed:
        if not one.holds(node):
            continue
        if not one.certain:
            front = front._replace(certain=False)
            continue
        values = {key: value for key, value in one.values.items() if key not in known}
        known |= set(values)
        front = _changed(front, values)
    return front


def _changed(front: Front, values: Mapping[str, Any]) -> Front:
    build = table(values, "build")
    if build or "headless" in values:
        render = scalar(build.get("render"))
        front = front._replace(
            render=_rendering(render, scalar(values.get("headless"))),
            publishes=build.get("publishresources") is not False,
        )
    if values.get("draft") is True:
        front = front._replace(draft=True)
    title, slug, url = (scalar(values.get(key)) for key in ("title", "slug", "url"))
    front = front._replace(
        title=front.title if title is None else title,
        slug=front.slug if slug is None else slug,
        url=front.url if url is None else url,
    )
    if outputs := words(values.get("outputs")):
        front = front._replace(outputs=tuple(one.lower() for one in outputs))
    dates = {key: text for key, value in values.items() if (text := scalar(value)) is not None}
    return front._replace(dates={**dates, **front.dates}) if dates else front


def _aimed(key: str, value: Any) -> Iterator[Cascade]:
    """The cascades of a table, or of several with targets."""
    for one in tables(folded(value)):
        target = table(one, "target") or table(one, "_target")
        values = {**one, **table(one, "params")}
        kinds = str(target.get("kind", "")).strip("{}").lower()
        path = str(target.get("path", "")).strip("/").lower()
        # Braces are no part of the globs that are known here.
        known = not set(target) - {"kind", "path"} and "{" not in path
        yield Cascade(
            key,
            values,
            frozenset(kinds.split(",")) if kinds else frozenset(),
            key_part(path),
            known,
        )


def _rendering(render: str | None, headless: str | None) -> str:
    if headless is not None and headless.lower() == "true":
        return "never"
    word = (render or "always").lower()
    return {"false": "never", "true": "always"}.get(word, word)
