"""Astro: what the names of files, collections and the code of dynamic routes are read to mean."""

from __future__ import annotations

from typing import Any

import pytest

from blint.site.configs.js_literals import Computed
from blint.site.generators.astro.config import collections
from blint.site.generators.astro.files import file_route, form_of, output
from blint.site.generators.astro.texts import Made, read_route

ENTRIES = "export async function getStaticPaths() {{\n  {body}\n}}"
ID = "const all = await getCollection('blog'); return all.map((p) => ({ params: { x: p.id } }))"
TAGS = """const all = await getCollection('blog', ({ data }) => !data.draft);
  const tags = new Set(all.flatMap((post) => post.data.tags));
  return [...tags].map((tag) => ({ params: { tag } }));"""
SPLIT = """getCollection('b'); const [lang, ...rest] = e.id.split('/');
  return { params: { lang, id: rest.join('/') || undefined } };"""
LIST = "return paginate(await getCollection('blog'), { pageSize: 2 })"


def glob(base: str, pattern: Any = "**/*.{md,mdx}", **more: Any) -> Computed:
    loader = Computed("glob", ({"base": base, "pattern": pattern, **more},))
    return Computed("defineCollection", ({"loader": loader},))


def code(body: str) -> str:
    return ENTRIES.format(body=body)


@pytest.mark.parametrize(
    ("path", "route"),
    [
        ("about.md", "/about"),
        ("index.astro", "/"),
        ("docs/index.html", "/docs"),
        ("docs/README.md", "/docs/README"),
        ("docs/setup.v2.mdx", "/docs/setup.v2"),
        ("index.fr.md", "/index.fr"),
        ("Field Notes.markdown", "/Field Notes"),
        ("u\u0308ber.md", "/über"),
        ("rss.xml.js", "/rss.xml"),
        (".well-known/a.ts", "/.well-known/a"),
        ("[...slug].astro", "/[...slug]"),
        ("_a.md", None),
        ("_a/b.md", None),
        (".a/b.md", None),
        ("a.txt", None),
        ("a", None),
    ],
)
def test_file_routes(path: str, route: str | None) -> None:
    found = file_route(path)
    assert (found.route if found else None) == route


@pytest.mark.parametrize(
    ("route", "form", "is_index", "expected"),
    [
        ("/a", "directory", False, "/a/index.html"),
        ("/", "file", True, "/index.html"),
        ("/a", "file", True, "/a.html"),
        ("/a", "preserve", True, "/a/index.html"),
        ("/a", "preserve", False, "/a.html"),
        ("/404", "directory", False, "/404.html"),
        ("/a/404", "directory", False, "/a/404/index.html"),
    ],
)
def test_outputs(route: str, form: str, is_index: bool, expected: str) -> None:
    assert output(route, form, index=is_index) == expected


@pytest.mark.parametrize(
    ("route", "form"),
    [("/a/[x]", "/a/[^/]+"), ("/a/[...x]", "/a(?:/.+)?"), ("/[x]-[y]", "/[^/]+\\-[^/]+")],
)
def test_forms(route: str, form: str) -> None:
    assert form_of(route) == form


@pytest.mark.parametrize(
    ("call", "folder", "by_rule"),
    [
        (glob("./src/a/"), "src/a/", True),
        (glob("content", "posts/**/*.md"), "content/", True),
        (
            Computed("defineCollection", ({"loader": Computed("glob", ({"pattern": "a/*.md"},))},)),
            "a/",
            True,
        ),
        (glob("a", generateId=Computed()), "a/", False),
        (glob("../a"), "", False),
        (glob(3), "", False),  # type: ignore[arg-type]
        (Computed("defineCollection", ({"schema": Computed()},)), "src/content/c/", True),
        (
            Computed("defineCollection", ({"loader": Computed("docsLoader", ())},)),
            "src/content/docs/",
            True,
        ),
        (Computed("defineCollection", ({"loader": Computed("other", ())},)), "", False),
        (Computed("imported"), "", False),
    ],
)
def test_collections(call: Computed, folder: str, by_rule: bool) -> None:
    (found,) = collections({"collections": {"c": call}}) or ()
    assert (found.folder, found.by_rule) == (folder, by_rule)


@pytest.mark.parametrize(
    ("body", "names", "kind"),
    [
        (ID, "x", "entries"),
        ("getCollection('b'); params: { x: e.slug || undefined }", "x", "entries"),
        ("getCollection('b'); params: { x: e.id === 'index' ? undefined : e.id }", "x", "entries"),
        ("getCollection('b').map(({ id }) => ({ params: { id } }))", "id", "entries"),
        ("getCollection('b'); const slug = post.id; params: { slug }", "slug", "entries"),
        (SPLIT, "lang id", "entries"),
        ("getCollection('b'); params: { x: e.data.permalink }", "x", "open"),
        ("getCollection('b'); params: { x: e.id.replace('a', 'b') }", "x", "open"),
        ("getPosts(); params: { x: e.id }", "x", "open"),
        ("getCollection('b'); getSortedPosts(); params: { x: e.id }", "x", "open"),
        ("// getCollection('b'); params: { x: e.id }", "x", "open"),
        (TAGS, "tag", "terms"),
        (TAGS.replace("{ tag }", "{ tag: slugify(tag) }"), "tag", "open"),
        (
            TAGS.replace("post.data.tags", "post.data.tags.map((t) => t.toLowerCase())"),
            "tag",
            "open",
        ),
        (LIST, "page", "numbers"),
        (LIST.replace("2", "size"), "page", "numbers"),
        (LIST.replace("paginate(", "paginate(sorted("), "page", "numbers"),
        ("paginate(await getCollection('b'), { params: { y: 1 } })", "page", "open"),
    ],
)
def test_code(body: str, names: str, kind: str) -> None:
    assert read_route(code(body), tuple(names.split())).kind == kind


def test_code_that_runs_on_demand() -> None:
    assert read_route(f"export const prerender = false;\n{code(ID)}", ("x",)) == Made()
    assert read_route(code(ID), ("x",), rendered=True) == Made()
    assert read_route("---\nconst { x } = Astro.params;\n---", ("x",)) == Made()
