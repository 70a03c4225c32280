"""MDX: what is JSX and what is Markdown between it."""

from __future__ import annotations

import pytest

from blint.reading.markdown import Engine
from documents import both_engines, cut, read

# What is written, and the destinations of the links and images in it, `=` behind templated ones.
LINKS = {
    "between tags": ("<A>\n[b](c)\n</A>", ["c"]),
    "between tags, indented": ("<A>\n  <B>\n    [c](d)\n  </B>\n</A>", ["d"]),
    "far in": ("<A>\n\n            [b](c)\n\n</A>", ["c"]),
    "in a block element": ("<div>[a](b)</div>", ["b"]),
    "behind a tag": ("- <b>x</b> [c](d)", ["d"]),
    "in a list between tags": ("<A>\n    1. [b](c)\n\n        [d](e)\n</A>", ["c", "e"]),
    "attribute": ('<A href="b" />', ["b"]),
    "source": ("x <img src='a' alt=\"b\"/>", ["a"]),
    "to": ('<Link to="/a">b</Link>', ["/a"]),
    "to of an element": ('<b to="/a">b</b>', []),
    "literal in braces": ('<A href={"b"} to={`c`} />', ["b", "c"]),
    "expression": ("<A href={b + '}'} />", ["{b + '}'}="]),
    "tag over lines": ('<A\n  b={{\n    c: 1\n  }}\n\n  href="d"\n/>\n\n[e](f)', ["d", "f"]),
    "arrow in an attribute": ("<A b={() => c} href='d' />", ["d"]),
    "URL in an attribute": ("<A b={c://d} href='e' />", ["e"]),
    "comment in an attribute": ("<A b={c // }\n} href='d' />", ["d"]),
    "bare": ("<li>https://a.b</li>", ["https://a.b"]),
    "import": ("import A from './a'\nimport B from './b'\n\n[c](d)", ["d"]),
    "export": ("export const a = {\n  b: '[c](d)',\n}\n\n[e](f)", ["f"]),
    "prose that starts with import": ("x\nimport [a](b)", ["b"]),
    "comment": ("{/* [a](b) */}\n\n{/*\n<A href='b' />\n*/}", []),
    "HTML comment": ("<!-- [a](b) <A href='c' /> -->", []),
    "code": ("`<A href='b'>` ``{`` \\{ [c](d) \\<e", ["d"]),
    "fence": ("```\n<A href='b'>\n{\n```\n[c](d)", ["d"]),
    "fence between tags": ("<A>\n    ```\n    <B href='c' />\n    ```\n</A>", []),
    "unclosed brace": ("{ [a](b)", ["b"]),
    "less than": ("a < b [c](d)", ["d"]),
    "script": ('<script src="a"></script> <link href="b" />', []),
    "wide characters": ("<A b='😀'>\n    é [中](😀)\n</A>", ["😀"]),
}


@both_engines
@pytest.mark.parametrize(("text", "expected"), LINKS.values(), ids=LINKS)
def test_links(text: str, expected: list[str], engine: Engine) -> None:
    links = read(text, engine, mdx=True).links
    assert [link.destination + "=" * link.templated for link in links] == expected
    assert [cut(text, link.destination_span) for link in links] == [
        destination.rstrip("=") for destination in expected
    ]


@both_engines
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# a <B c={d} /> {#e}", ("a", "e")),
        ("# a {b.c}", ("a {b.c}", None)),
        ("<A>\n## b\n</A>", ("b", None)),
        ("<A>\n    ## b\n</A>", ("b", None)),
        ("# a {/* b */}", ("a", None)),
    ],
)
def test_headings(text: str, expected: tuple[str, str | None], engine: Engine) -> None:
    (heading,) = read(text, engine, mdx=True).headings
    assert (heading.text.strip(), heading.id) == expected


@both_engines
def test_fences_between_tags(engine: Engine) -> None:
    text = "<A>\n  <B>\n    ```js\n    c\n    ```\n  </B>\n</A>"
    document = read(text, engine, mdx=True)
    (fence,) = document.fences
    assert (fence.language, fence.closed) == ("js", True)
    assert cut(text, fence.content) == "    c\n"
    assert document.code == [fence.content]


@both_engines
def test_fences_between_tags_with_tabs(engine: Engine) -> None:
    text = "<A>\n\n        1. b\n\n            ```js\n    \t\t    c\n            ```\n</A>"
    (fence,) = read(text, engine, mdx=True).fences
    assert (cut(text, fence.content), fence.closed) == ("    \t\t    c\n", True)


@both_engines
def test_imports_right_below_front_matter(engine: Engine) -> None:
    text = "---\n---\nimport A from '[a](b)'\n\n[c](d)"
    links = read(text, engine, mdx=True, body=8).links
    assert [link.destination for link in links] == ["d"]


@both_engines
def test_no_code_is_told_by_its_indentation(engine: Engine) -> None:
    document = read("a\n\n    b\n\n\tc", engine, mdx=True)
    assert document.code == []


@both_engines
@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("{/* a */}", [" a "]),
        ("b {/* a */} c <!-- d -->", [" a ", " d "]),
        ("`{/* a */}`", []),
    ],
)
def test_comments(text: str, comments: list[str], engine: Engine) -> None:
    assert [comment.text for comment in read(text, engine, mdx=True).comments] == comments


@both_engines
def test_ids(engine: Engine) -> None:
    found = read('<A id="b" />\n\n<i id={c}>d</i> <a name="e" />', engine, mdx=True).ids
    assert [html.id for html in found] == ["b", "e"]


@both_engines
def test_expressions_are_templates_unless_they_are_mere_text(engine: Engine) -> None:
    found = read("a {b} {' '} {/* c */} d", engine, mdx=True).templates
    assert [template.text for template in found] == ["{b}"]


@both_engines
def test_prose(engine: Engine) -> None:
    text = "import A from 'a'\n\n<A b='c'>\n  d <i>e</i> {f}\n</A>\n\n{/* g */}"
    pieces = [cut(text, span) for span in read(text, engine, mdx=True).prose]
    assert "".join(pieces).split() == ["d", "e"]


@both_engines
def test_images_are_counted(engine: Engine) -> None:
    assert read("![a](b) <img src='c' /> <Image src={d} />", engine, mdx=True).images == 3
