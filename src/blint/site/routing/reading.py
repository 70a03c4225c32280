"""Read the links of a post by the rules of its generator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from msgspec.structs import replace

from blint.facts import LinkFact, PostFacts
from blint.late import late
from blint.site.headings.rules import drops_html
from blint.site.links.link_facts import SCHEME, host_path, id_rule, ignored, own_path
from blint.site.links.records import Absent, LinkRecord, Page, Record
from blint.site.links.urls import INDEX_NAMES, MARKDOWN
from blint.site.routing.layouts import Rules
from blint.site.routing.model import Routes, Written
from blint.site.routing.paths import INDEX
from blint.site.routing.permalinks import by_pattern, post_names_of
from blint.site.settings import Settings


def read_exactly(
    facts: PostFacts, settings: Settings, rules: Rules
) -> Iterator[tuple[str, Record]]:
    """A post as a page, under every name it has, and each of its internal links."""
    routes = routes_of(facts, rules)
    if not routes.linked:
        yield rules.key(facts.path), Absent(facts.path)
        if not (routes.own or routes.also or routes.lasting or routes.nicknames):
            return
    facts = _as_published(facts, routes)
    for page in _pages(facts, settings, routes):
        names = (*_names(page.outputs), *(f"/{name}" for name in page.names), *page.nicknames)
        for name in dict.fromkeys(map(rules.key, (page.path, *names))):
            yield name, page
    for url in routes.also:
        # A `#` in the name of a folder or an image begins none.
        found = _WITH_ID.fullmatch(url) if "#" in url else None
        output, anchor = found.groups() if found is not None else (url, "")
        yield rules.key(output), _made(output, anchor, facts)
    for url in routes.lasting:
        made = _made(url, "", facts)
        yield rules.key(url), replace(made, draft=False, since="", until="")
    for url in routes.absent:
        yield rules.key(url), Absent(url)
    reader = _Reader(facts, settings, rules, routes)
    for link in facts.links:
        record = reader.read(link)
        if record is not None:
            yield rules.key(record.targets[0]), record


def _names(outputs: tuple[str, ...]) -> Iterator[str]:
    """Output files, with the addresses of those whose names look like those of other files."""
    for output in outputs:
        yield output
        if output.endswith(f"/{INDEX}"):
            folder = output[: -len(INDEX)]
            name = folder[folder.rfind("/", 0, -1) + 1 : -1]
            if "." in name or name in INDEX_NAMES:
                yield folder
        elif output.endswith(".html") and "." in output[output.rfind("/") : -5]:
            yield output[:-5]


def routes_of(facts: PostFacts, rules: Rules) -> Routes:
    """Where a post is published: by the pattern of `blint.toml`, else by the generator's rule."""
    routes = rules.router.routes(facts, rules.layout)
    given = by_pattern(facts, rules.layout) if rules.layout.pattern else None
    if given is None or routes.fixed:
        return routes
    return routes._replace(own=given.own, certain=True, address="")


def _as_published(facts: PostFacts, routes: Routes) -> PostFacts:
    """The facts with what the site makes of drafts and dates, where that is known."""
    draft = facts.draft if routes.draft is None else routes.draft
    since = facts.since if routes.later else routes.since or facts.since
    if draft == facts.draft and since == facts.since:
        return facts
    return replace(facts, draft=draft, since=since)


def _pages(facts: PostFacts, settings: Settings, routes: Routes) -> Iterator[Page]:
    """The page of a post; of a draft that is public somewhere else, that one comes first."""
    page = _page(facts, settings, routes)
    if routes.stands_in:
        yield replace(page, outputs=routes.stands_in, linked=False, stands_in=True)
    if routes.before:
        yield replace(page, outputs=routes.before, draft=False, since="")
        page = replace(page, linked=False)
    if not routes.later:
        yield page
        return
    yield replace(page, draft=False, since="", until="")
    yield replace(page, outputs=routes.later, linked=False, draft=True)


def _page(facts: PostFacts, settings: Settings, routes: Routes) -> Page:
    return Page(
        facts.path,
        (),
        () if routes.certain else post_names_of(facts),
        (),
        facts.anchors + routes.ids,
        facts.open_anchors or routes.open,
        id_rule(settings),
        facts.draft,
        routes.own + routes.aliases,
        routes.folder,
        routes.certain,
        facts.since,
        facts.until,
        routes.linked,
        nicknames=routes.nicknames,
        attached=routes.attached,
    )


def _made(url: str, anchor: str, facts: PostFacts) -> Page:
    """A page that the site makes because of a post; what is on it is the theme's affair, but where
    it is told of an id."""
    return Page(
        "",
        (),
        (),
        (),
        (anchor,) if anchor else (),
        not anchor,
        "exact" if anchor else "unknown",
        facts.draft,
        (url,),
        since=facts.since,
        until=facts.until,
    )


class _Reader:
    """Reads the links of one post."""

    def __init__(self, facts: PostFacts, settings: Settings, rules: Rules, routes: Routes) -> None:
        self._facts = facts
        self._rules = rules
        self._routes = routes
        self._collection = settings.collection
        self._base_url = settings.links.base_url
        self._ignored = ignored(settings.links.ignore)
        self._drops_html = drops_html(settings)
        self._self = (facts.path,) if routes.linked else routes.own[:1]
        # A draft that is public all the same is no hidden place.
        self._is_hidden = not routes.later

    def read(self, link: LinkFact) -> LinkRecord | None:
        """The link as a record, or None where it is not for blint to resolve."""
        if link.templated or (self._drops_html and link.kind == "html"):
            return None
        how, destination = "", link.destination
        if link.meaning:
            how, _, destination = link.meaning.partition(":")
        elif (":" in destination and SCHEME.match(destination)) or destination.startswith("//"):
            how, destination = self._full(destination)
            if not how:
                return None
        destination, mark, fragment = destination.partition("#")
        if self._ignored is not None and self._ignored(destination.lstrip("/")):
            return None
        path, _, query = destination.partition("?")
        path = path.strip()
        targets = self._targets(path, how, link, query) if path else self._self if mark else ()
        if not targets:
            return None
        return LinkRecord(
            self._facts.path,
            self._collection,
            link.span,
            link.destination,
            targets,
            fragment if mark else None,
            destination.startswith("/"),
            link.image,
            link.kind == "html",
            self._is_hidden and self._facts.draft,
            exact=True,
            since=self._facts.since if self._is_hidden else "",
            until=self._facts.until,
        )

    def _full(self, destination: str) -> tuple[str, str]:
        """How a destination with a scheme is read, and its path; nothing, on another site."""
        schemes = self._rules.layout.preset.schemes
        if destination.startswith(schemes):
            scheme, _, path = destination.partition("://")
            return scheme, path
        local = own_path(destination, self._base_url)
        if local is not None:
            return "root", self._rules.layout.base + local
        path = host_path(destination, self._base_url) or ""
        return ("root", path) if path else ("", "")

    def _targets(self, path: str, how: str, link: LinkFact, query: str) -> tuple[str, ...]:
        raw = path
        if "%" in path:
            path = unquote(path, errors="surrogateescape")
        written = Written(
            path.replace("\\", "/"),
            how,
            link.image,
            link.kind != "html",
            self._facts.path,
            self._routes,
            raw,
            query,
            link.kind == "reference",
            link.component,
            self._facts.extra,
        )
        targets = tuple(self._rules.router.read(written, self._rules.layout))
        return targets + self._beside(targets[0]) if self._routes.folder and targets else targets

    def _beside(self, target: str) -> tuple[str, ...]:
        """The file beside the post that is published at a URL path below the page's own."""
        if self._routes.own and not target.endswith((*MARKDOWN, "/")):
            start = self._routes.own[0]
            start = start[: start.rfind("/") + 1]
            if target.startswith(start) and len(target) > len(start):
                return (self._routes.folder + target[len(start) :],)
        return ()


_WITH_ID: Final = late(r"(.*(?:/|\.html?))#([^/]*)", re.DOTALL)
