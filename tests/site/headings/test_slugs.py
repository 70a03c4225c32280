"""The anchors of a post: GitHub's rules, numbering, and the ids that are not of headings."""

from __future__ import annotations

import pytest

from blint.reading.document import Document, Footnote, Heading, HtmlId, InlineKind, Template
from blint.reading.nodes import FrontMatter
from blint.reading.post import Post
from blint.site.headings.anchors import anchor_ids, has_open_anchors
from blint.site.headings.slugs import github_slug
from blint.site.presets import PRESETS
from blint.site.settings import Settings
from blint.source import Source, Span

NOWHERE = Span(0, 0)


def heading(*inlines: tuple[InlineKind, str], explicit: str | None = None) -> Heading:
    return Heading(2, inlines, NOWHERE, explicit)


def anchors(document: Document) -> tuple[str, ...]:
    """The anchors of a post on a site whose generator is not known."""
    found = Post("a.md", Source(""), FrontMatter(None, NOWHERE, 0), document)
    return anchor_ids(found, Settings())


def post(body: str, *, path: str = "a.md", templates: tuple[str, ...] = ()) -> Post:
    document = Document(templates=[Template(text, NOWHERE) for text in templates])
    return Post(path, Source(body), FrontMatter(None, NOWHERE, 0), document)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Hello, World!", "hello-world"),
        ("Foo & Bar", "foo--bar"),
        ("Foo -- bar", "foo----bar"),
        ("What’s new?", "whats-new"),
        ("snake_case_name", "snake_case_name"),
        ("v1.2.3 (beta)", "v123-beta"),
        ("Multiple   spaces", "multiple---spaces"),
        ("C++ & C#", "c--c"),
        ("A → B", "a--b"),
        ("Über uns", "über-uns"),
        ("Привет мир", "привет-мир"),
        ("日本語の見出し", "日本語の見出し"),
        ("Fußball ß", "fußball-ß"),
        ("😄 Emoji first", "-emoji-first"),
        ("⚙️ Settings", "\ufe0f-settings"),
        ("½ cup", "-cup"),
        ("İstanbul I", "i\u0307stanbul-i"),
        ("e\u0301 vs é", "e\u0301-vs-é"),
        ("non\u00a0breaking", "nonbreaking"),
        ("zero\u200bwidth", "zerowidth"),
        ("Tab\there", "tabhere"),
        ("٣ items", "٣-items"),
        ("en–dash", "endash"),
        ("I ♥ unicode", "i--unicode"),
        ("Ⓐ Ⅳ", "ⓐ-ⅳ"),
        ("!!!", ""),
    ],
)
def test_slug(text: str, slug: str) -> None:
    assert github_slug(text) == slug


@pytest.mark.parametrize(
    ("headings", "ids"),
    [
        (["Foo", "Foo", "Foo 1", "Foo", "foo-1"], ("foo", "foo-1", "foo-1-1", "foo-2", "foo-1-2")),
        (["constructor", "constructor"], ("constructor", "constructor-1")),
    ],
)
def test_numbering(headings: list[str], ids: tuple[str, ...]) -> None:
    document = Document(headings=[heading(("text", text)) for text in headings])
    assert anchors(document) == ids


@pytest.mark.parametrize(
    ("found", "ids"),
    [
        (heading(("text", "See "), ("code", "x.y"), ("html", "<b>")), ("see-xy",)),
        (heading(("text", "Named"), explicit="My_ID"), ("My_ID",)),
        (heading(("image", "alt"), ("text", " Image")), ("image", "alt-image")),
    ],
)
def test_heading(found: Heading, ids: tuple[str, ...]) -> None:
    assert anchors(Document(headings=[found])) == ids


def test_ids_of_html_and_footnotes() -> None:
    document = Document(
        ids=[HtmlId("Here", NOWHERE), HtmlId("Here", NOWHERE)],
        footnotes=[
            Footnote("1", NOWHERE, definition=False),
            Footnote("n", NOWHERE, definition=True),
        ],
    )
    assert anchors(document) == ("Here", "n")


@pytest.mark.parametrize(
    ("body", "ids"),
    [
        ("A paragraph.\n{: #para .note}", ("para",)),
        ("![x](y.png){#fig}", ("fig",)),
        ("![x](y.png){.wide #fig width=3}", ("fig",)),
        ("(my-target)=\n\ntext", ("my-target",)),
        ("{ not: an attribute list }", ()),
    ],
)
def test_ids_of_attribute_lists(body: str, ids: tuple[str, ...]) -> None:
    assert anchor_ids(post(body), Settings()) == ids


@pytest.mark.parametrize(
    ("found", "is_open"),
    [
        (post("text"), False),
        (post("text", templates=('{{< ref "a.md" >}}', "{{ site.url }}")), False),
        (post("text", templates=("{{< include x >}}",)), True),
        (post("text", templates=("{% include x.html %}",)), True),
        (post("<h3>H.init</h3>"), True),
        (post("[!INCLUDE [x](../x.md)]"), True),
        (post("<Tabs>", path="a.mdx"), True),
        (post("plain words", path="a.mdx"), False),
    ],
)
def test_open_anchors(found: Post, is_open: bool) -> None:
    assert has_open_anchors(found, Settings()) is is_open


@pytest.mark.parametrize(
    ("config", "ids"),
    [
        ({}, ("x",)),
        ({"baseURL": "/"}, ()),
        ({"markup": {"goldmark": {"renderer": {"unsafe": True}}}}, ("x",)),
    ],
)
def test_html_that_hugo_drops(config: dict[str, object], ids: tuple[str, ...]) -> None:
    found = Post(
        "a.md", Source(""), FrontMatter(None, NOWHERE, 0), Document(ids=[HtmlId("x", NOWHERE)])
    )
    assert anchor_ids(found, Settings(preset=PRESETS["hugo"], generator=config)) == ids


@pytest.mark.parametrize(
    ("config", "ids"),
    [({}, ("x",)), ({"site_name": "T"}, ()), ({"markdown_extensions": ["attr_list"]}, ("x",))],
)
def test_attribute_lists_of_mkdocs(config: dict[str, object], ids: tuple[str, ...]) -> None:
    settings = Settings(preset=PRESETS["mkdocs"], generator=config)
    assert anchor_ids(post("![a](b.png){#x}"), settings) == ids
