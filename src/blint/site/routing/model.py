"""The words that the rules of all generators share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from blint.facts import PostFacts
from blint.site.links.records import LinkRecord, Page
from blint.site.links.redirects import Redirects
from blint.site.model import Site
from blint.site.preset import Preset


class Layout(NamedTuple):
    """What the configuration of one collection says of addresses.

    `site` is the folder of the generator's project (empty, or ending in `/`). `base` is the path
    below which the host serves the site (empty, or `/blog`). `content` pairs a folder (empty, or
    ending in `/`) with the URL path its pages are under, the closest folder first; `static` does so
    for files that are published as they are. Folders are relative to the project root, URL paths
    come without the base. `pattern` is the address of posts as `blint.toml` gives it, empty where
    it does not; it is all that is known where the generator's own configuration is not `found`.
    `posts` are the folders of posts, the deepest first, and `host` is the site's full address
    where it is known. `config` is what that configuration says; `telling` are the files whose names
    tell how addresses are made, and `redirects` where old addresses lead. `data` is what the files
    that hold settings for their folder say, by path from the project root. `made` is what
    `Router.prepare` has made of all this.
    """

    preset: Preset
    site: str = ""
    base: str = ""
    content: tuple[tuple[str, str], ...] = ()
    static: tuple[tuple[str, str], ...] = ()
    host: str = ""
    pattern: str = ""
    posts: tuple[str, ...] = ()
    found: bool = True
    config: Mapping[str, Any] = {}
    telling: tuple[str, ...] = ()
    redirects: Redirects = Redirects()
    data: Mapping[str, Mapping[str, Any]] = {}
    made: Any = None

    def holds(self, path: str) -> bool:
        """Whether a file is of this site: in its folder, or in one of content beside it."""
        return path.startswith((self.site, *(folder for folder, _ in self.content)))


class Routes(NamedTuple):
    """Where a post is published: output files, as URL paths with the base (`/blog/a/index.html`).

    `own` are its own, the first of them the one that its relative links are read from; none: the
    post has no page. `aliases` lead on to it. `folder` is a source folder (ending in `/`) whose
    other files are published beside the page, empty where there is none. `also` are the pages that
    the site makes because of the post: those of its tags. `certain` False: the site's own code or
    something unseen decides, and `own` is a guess. `later` are the addresses that a draft gets one
    day, where it is public at `own` until then. `since` is the day from which on it is published;
    `before` are addresses where it is public until then. `linked` False: a link to the source file
    does not lead here. With neither `own` nor `linked` the generator leaves the file out. `absent`
    are URL paths that files would have, had the post not moved them elsewhere. `stands_in` are
    addresses where the page is shown as long as no other is published there, `ids` those that its
    template brings. `draft` tells whether it is kept back, where that is not what its front matter
    says. `address` is the URL path that relative links are read from, where it is not that of the
    first of `own`. `open`: the page has more ids than its text shows. `fixed`: it is no post, and
    has its address whatever pattern `blint.toml` gives for those. A page of `also` may come with a
    fragment: one of its ids that it has because of the post. `nicknames` are what a link may call
    the post where no other published one is called so. `attached` pairs a source folder (ending in
    `/`) with the URL path that its files are published below because of the post. `lasting` are
    pages like those in `also` that are there even where the post is not published.
    """

    own: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    folder: str = ""
    also: tuple[str, ...] = ()
    certain: bool = True
    later: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    since: str = ""
    linked: bool = True
    absent: tuple[str, ...] = ()
    stands_in: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    draft: bool | None = None
    address: str = ""
    open: bool = False
    fixed: bool = False
    nicknames: tuple[str, ...] = ()
    attached: tuple[str, str] = ("", "")
    lasting: tuple[str, ...] = ()


class Written(NamedTuple):
    """A destination to be read, on the page of a post.

    `path` is its path, percent escapes decoded, without query and fragment. `how` tells what a
    template made of it, see `routing.templates`; empty: it was written as it stands. `markdown`:
    it was written in Markdown, and not in raw HTML or JSX. `routes` are those of the post at
    `origin`, a path from the project root. `raw` is the path with its percent escapes,
    `query` what follows a `?`.
    """

    path: str
    how: str
    image: bool
    markdown: bool
    origin: str
    routes: Routes
    raw: str = ""
    query: str = ""
    reference: bool = False
    component: str = ""
    extra: Mapping[str, str] = {}


class Router(NamedTuple):
    """The rules of one generator.

    `routes` tells where a post is published. `read` tells what a destination means: each thing that
    would answer it, best first, as a URL path with the base (`/blog/a/`) or, where the generator
    looks a source file up, as a path from the project root (`content/a.md`); nothing, where it is
    not for blint to say. `sources` names the files that would be published at a URL path.
    `generated` tells whether the site may make a page of its own there. `knows` tells whether the
    layout is one that these rules hold for, so that what they do not find is not there.
    `publishes` tells whether a file that is no page answers a link to it by its path. `numbered`
    tells of a URL path like `/page/3/` of which list it is a page: the output file of the first,
    which the posts on the list have among `Routes.also`, and how many they must be. `survey`
    yields patterns of URL paths, regular expressions, that may be answered by what only all posts
    together tell of. `named` tells which files of an attached folder are published under a name.
    `writes` tells how a post would write a link to a page so that it leads there, see
    `routing.writing`; left out: by the page's address, or its file where files are looked up.
    """

    routes: Callable[[PostFacts, Layout], Routes]
    read: Callable[[Written, Layout], Iterable[str]]
    sources: Callable[[str, Layout], Iterable[str]]
    generated: Callable[[str, Layout, Site], bool]
    knows: Callable[[Layout], bool] = lambda _layout: True
    publishes: Callable[[str, Layout], bool] = lambda _path, _layout: True
    numbered: Callable[[str, Layout], tuple[str, int] | None] | None = None
    prepare: Callable[[Layout], Any] | None = None
    owns: Callable[[str, Layout], bool] = lambda _url, _layout: False
    survey: Callable[[Iterable[PostFacts], Layout], Iterable[str]] | None = None
    named: Callable[[str, Layout], Iterable[str]] = lambda name, _layout: (name,)
    writes: Callable[[Page, LinkRecord, Layout], str | None] | None = None
