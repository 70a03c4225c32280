"""Read the links of a post by the rules of its generator."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import unquote

from blint.facts import LinkFact, PostFacts
from blint.site.heading_schemes import drops_html
from blint.site.link_facts import SCHEME, id_rule, ignored, own_path
from blint.site.records import LinkRecord, Page, Record, key_of
from blint.site.routing.layouts import Rules
from blint.site.routing.model import Routes, Written
from blint.site.routing.paths import address_of
from blint.site.routing.permalinks import by_pattern, post_names_of
from blint.site.settings import Settings
from blint.site.urls import MARKDOWN


def read_exactly(
    facts: PostFacts, settings: Settings, rules: Rules
) -> Iterator[tuple[str, Record]]:
    """A post as a page, under every name it has, and each of its internal links."""
    routes = routes_of(facts, rules)
    page = _page(facts, settings, routes)
    names = (facts.path, *page.outputs, *(f"/{name}" for name in page.names))
    for name in dict.fromkeys(map(key_of, names)):
        yield name, page
    if not facts.draft:
        for url in routes.also:
            yield key_of(url), _made(url, facts)
    reader = _Reader(facts, settings, rules, routes)
    for link in facts.links:
        record = reader.read(link)
        if record is not None:
            yield key_of(record.targets[0]), record


def routes_of(facts: PostFacts, rules: Rules) -> Routes:
    """Where a post is published: by the pattern of `blint.toml`, else by the generator's rule."""
    routes = rules.router.routes(facts, rules.layout)
    given = by_pattern(facts, rules.layout) if rules.layout.pattern else None
    if given is None:
        return routes
    return given._replace(aliases=routes.aliases, folder=routes.folder)


def _page(facts: PostFacts, settings: Settings, routes: Routes) -> Page:
    return Page(
        facts.path,
        (),
        () if routes.certain else post_names_of(facts),
        (),
        facts.anchors,
        facts.open_anchors,
        id_rule(settings),
        facts.draft,
        routes.own + routes.aliases,
        routes.folder,
        routes.certain,
        facts.since,
        facts.until,
    )


def _made(url: str, facts: PostFacts) -> Page:
    """A page that the site makes because of a post; what is on it is the theme's affair."""
    return Page(
        "", (), (), (), (), True, "unknown", outputs=(url,), since=facts.since, until=facts.until
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

    def read(self, link: LinkFact) -> LinkRecord | None:
        """The link as a record, or None where it is not for blint to resolve."""
        if link.templated or (self._drops_html and link.kind == "html"):
            return None
        how, destination = "", link.destination
        if link.meaning:
            how, _, destination = link.meaning.partition(":")
        elif SCHEME.match(destination) or destination.startswith("//"):
            local = own_path(destination, self._base_url)
            if local is None:
                return None
            how, destination = "root", self._rules.layout.base + local
        destination, mark, fragment = destination.partition("#")
        if self._ignored is not None and self._ignored(destination.lstrip("/")):
            return None
        path = destination.partition("?")[0].strip()
        own = (self._facts.path,) if mark else ()
        targets = self._targets(path, how, link) if path else own
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
            self._facts.draft,
            exact=True,
            since=self._facts.since,
            until=self._facts.until,
        )

    def _targets(self, path: str, how: str, link: LinkFact) -> tuple[str, ...]:
        if "%" in path:
            path = unquote(path, errors="surrogateescape")
        written = Written(
            path.replace("\\", "/"),
            how,
            link.image,
            link.kind != "html",
            self._facts.path,
            self._routes,
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


def page_address(routes: Routes) -> str:
    """The URL path that a page's own relative links are read from."""
    return address_of(routes.own[0]) if routes.own else ""
