"""Headings, fences, HTML, footnotes and prose, each shown as the text its spans cover."""

from __future__ import annotations

import pytest

from blint.reading.markdown import Engine
from documents import both_engines, cut, read

HEADINGS: dict[str, tuple[str, int, str, str | None]] = {
    "plain": ("# a b", 1, "a b", None),
    "level": ("###### a", 6, "a", None),
    "closed": ("## a ##", 2, "a", None),
    "setext": ("a\nb\n===\n", 1, "a b", None),
    "second setext": ("a\n---", 2, "a", None),
    "inline": ("# a *b* `c` **d** ~~e~~", 1, "a b c d e", None),
    "entities and escapes": (r"# a &amp; \* <", 1, "a & * <", None),
    "link": ("# a [b](c)", 1, "a b", None),
    "image": ("# a ![b](c)", 1, "a ", None),
    "html": ("# a <b>c</b>", 1, "a c", None),
    "autolink": ("# <http://a.b>", 1, "http://a.b", None),
    "id": ("# a {#b}", 1, "a", "b"),
    "id with space": ("# a { #b .c d=e }", 1, "a", "b"),
    "kramdown id": ("# a {:#b}", 1, "a", "b"),
    "kramdown id with space": ("# a {: #b .c}", 1, "a", "b"),
    "kramdown id below": ("# a\n{: .c #b}\n", 1, "a", "b"),
    "kramdown id below, carriage returns": ("# a\r\n{:#b}\r\n", 1, "a", "b"),
    "class": ("# a {.b}", 1, "a", None),
    "braces that are text": ("# a {b}", 1, "a {b}", None),
    "braces with emphasis": ("# a {b *c*}", 1, "a {b c}", None),
    "wide characters": ("# 😀 中 e\u0301", 1, "😀 中 e\u0301", None),
    "in a quote": ("> # a", 1, "a", None),
    "empty": ("#", 1, "", None),
}


@both_engines
@pytest.mark.parametrize(("text", "level", "reads", "id_"), HEADINGS.values(), ids=HEADINGS)
def test_headings(text: str, level: int, reads: str, id_: str | None, engine: Engine) -> None:
    (heading,) = read(text, engine).headings
    assert (heading.level, heading.text, heading.id) == (level, reads, id_)


@both_engines
@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("x\n\n# a\n\ny", "# a"),
        ("# a {#b}  \ny", "# a {#b}"),
        ("# a\r\ny", "# a"),
        ("x\n\na\nb\n===\n\ny", "a\nb\n==="),
        ("> - # a", "# a"),
    ],
)
def test_the_span_of_a_heading(text: str, span: str, engine: Engine) -> None:
    assert cut(text, read(text, engine).headings[0].span) == span


@both_engines
def test_a_heading_piece_by_piece(engine: Engine) -> None:
    (heading,) = read("# `a` ![b *c*](d) <e> <http://f.g>", engine).headings
    pieces = [piece for piece in heading.inlines if piece != ("text", " ")]
    assert pieces == [
        ("code", "a"),
        ("image", "b c"),
        ("html", "<e>"),
        ("autolink", "http://f.g"),
    ]


# What is written; info, language, content, the fence as a whole, whether it is closed.
FENCES: dict[str, tuple[str, str, str, str, str, bool]] = {
    "plain": ("```\na\n```\n", "", "", "a\n", "```\na\n```", True),
    "language": ("```py\na\n```", "py", "py", "a\n", "```py\na\n```", True),
    "info": (
        "~~~ py  title=x \na\n~~~",
        "py  title=x",
        "py",
        "a\n",
        "~~~ py  title=x \na\n~~~",
        True,
    ),
    "options": (
        "```rust,ignore\n```",
        "rust,ignore",
        "rust,ignore",
        "",
        "```rust,ignore\n```",
        True,
    ),
    "braces": ("```{.py #a}\n```", "{.py #a}", "{.py", "", "```{.py #a}\n```", True),
    "empty": ("```\n```", "", "", "", "```\n```", True),
    "longer": ("````\n```\n````", "", "", "```\n", "````\n```\n````", True),
    "closed by more": ("```\na\n`````", "", "", "a\n", "```\na\n`````", True),
    "unclosed": ("```py\na\n", "py", "py", "a\n", "```py\na\n", False),
    "unclosed, no line end": ("```py\na", "py", "py", "a", "```py\na", False),
    "unclosed at the end": ("```py", "py", "py", "", "```py", False),
    "other marks": ("```\n~~~\n", "", "", "~~~\n", "```\n~~~\n", False),
    "too short": ("````\n```\n", "", "", "```\n", "````\n```\n", False),
    "too far in": ("```\n    ```\n", "", "", "    ```\n", "```\n    ```\n", False),
    "text behind": ("```\n``` a\n", "", "", "``` a\n", "```\n``` a\n", False),
    "quote": ("> ```a\n> b\n> ```\n", "a", "a", "> b\n", "```a\n> b\n> ```", True),
    "quote ends": ("> ```\n> b\n\nc", "", "", "> b\n", "```\n> b\n", False),
    "quoted marks": ("> ```\n> > ```\n", "", "", "> > ```\n", "```\n> > ```\n", False),
    "item": ("- ```a\n  b\n  ```\n", "a", "a", "  b\n", "```a\n  b\n  ```", True),
    "item ends": ("- ```\n  b\nc", "", "", "  b\n", "```\n  b\n", False),
    "indented": ("  ```a\n  b\n  ```", "a", "a", "  b\n", "```a\n  b\n  ```", True),
    "carriage returns": ("```a\r\nb\r\n```\r\n", "a", "a", "b\r\n", "```a\r\nb\r\n```", True),
    "wide characters": ("```中\n😀\n```", "中", "中", "😀\n", "```中\n😀\n```", True),
    "blank lines": ("```\n\na\n\n```", "", "", "\na\n\n", "```\n\na\n\n```", True),
}


@both_engines
@pytest.mark.parametrize(
    ("text", "info", "language", "content", "whole", "closed"), FENCES.values(), ids=FENCES
)
def test_fences(
    text: str, info: str, language: str, content: str, whole: str, closed: bool, engine: Engine
) -> None:
    document = read(text, engine)
    (fence,) = document.fences
    assert (fence.info, fence.language, fence.closed) == (info, language, closed)
    assert cut(text, fence.info_span) == info
    assert cut(text, fence.language_span) == language
    assert cut(text, fence.content) == content
    assert cut(text, fence.span) == whole
    assert set(cut(text, fence.opener)) <= set("`~")
    assert document.code == [fence.content]


@both_engines
def test_the_place_of_a_missing_language_is_behind_the_marks(engine: Engine) -> None:
    (fence,) = read("```  \na\n```", engine).fences
    assert fence.language_span == (3, 3)


@both_engines
def test_indented_code(engine: Engine) -> None:
    text = "a\n\n    b\n    c\n\nd"
    document = read(text, engine)
    assert [cut(text, span).strip() for span in document.code] == ["b\n    c"]
    assert document.fences == []


@both_engines
@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('<div id="a">\n\nb', ["a"]),
        ('x <b id=\'a\'> <a name="b"></a> <c name="d">', ["a", "b"]),
        ('> <p id="a">', ["a"]),
        ('`<b id="a">`', []),
        ('<!-- <b id="a"> -->', []),
        ('<div data-id="a">', []),
    ],
)
def test_ids(text: str, ids: list[str], engine: Engine) -> None:
    found = read(text, engine).ids
    assert [html.id for html in found] == ids
    assert [cut(text, html.span) for html in found] == ids


@both_engines
@pytest.mark.parametrize(
    ("text", "comments"),
    [
        ("<!-- a -->", [" a "]),
        ("x <!-- a --> y", [" a "]),
        ("<!--\na\n\nb -->\n\n<!-- c -->", ["\na\n\nb ", " c "]),
        ("`<!-- a -->`\n\n    <!-- b -->\n", []),
        ("<!-- a", []),
    ],
)
def test_comments(text: str, comments: list[str], engine: Engine) -> None:
    found = read(text, engine).comments
    assert [comment.text for comment in found] == comments
    assert [cut(text, comment.span)[4:-3] for comment in found] == comments


@both_engines
def test_footnotes(engine: Engine) -> None:
    text = "a[^1] b[^2]\n\n[^1]: c\n"
    found = read(text, engine).footnotes
    assert [(x.label, cut(text, x.span), x.definition) for x in found] == [
        ("1", "[^1]", False),
        ("1", "[^1]", True),
    ]


@both_engines
@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("# a *b*\n\nc `d` [e](f) ![g](h)", "a b c `d` e"),
        ("- a\n- b\n\n> c", "a b c"),
        ("|a|b|\n|-|-|\n|c|d|", "a b c d"),
        ("a <b>c</b> <!-- d -->", "a c"),
        ("<div>\na <b>c</b>\n</div>", "a c"),
        ("<script>\nvar a;\n</script>\n\n<style>b {}</style>\n\nc", "c"),
        ("```\na\n```\n\n    b\n\nc", "c"),
        ("a[^1]\n\n[^1]: b", "a b"),
        ("[a]: b", ""),
        ("<http://a.b> https://c.d", "http://a.b https://c.d"),
        ("中文 😀", "中文 😀"),
    ],
)
def test_prose(text: str, prose: str, engine: Engine) -> None:
    pieces = (cut(text, span) for span in read(text, engine).prose)
    assert " ".join(" ".join(pieces).split()) == prose


@both_engines
@pytest.mark.parametrize(
    ("text", "images"),
    [("![a](b) ![c](d)", 2), ('<img src="a"> <img>', 2), ("`![a](b)`", 0), ("![a ![b](c)](d)", 1)],
)
def test_images_are_counted(text: str, images: int, engine: Engine) -> None:
    assert read(text, engine).images == images
