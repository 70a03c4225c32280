"""Links, images, definitions and references, each shown as the text its spans cover."""

from __future__ import annotations

import pytest

from blint.reading.markdown import Engine
from documents import both_engines, cut, read

# What is written; per link: kind, `!` for an image, the text of the destination's span, the
# destination where it differs, the text of the whole span where it is not the whole sample.
LINKS: dict[str, tuple[str, list[tuple[str, str, str]]]] = {
    "inline": ("[a](/b)", [("inline", "/b", "/b")]),
    "inline with a title": ('[a]( /b "t" )', [("inline", "/b", "/b")]),
    "angle brackets": ("[a](<b c>)", [("inline", "b c", "b c")]),
    "empty angle brackets": ("[a](<>)", [("inline", "", "")]),
    "empty": ("[a]()", [("inline", "", "")]),
    "blank": ("[a]( )", [("inline", "", "")]),
    "balanced parentheses": ("[a](b(c)d)", [("inline", "b(c)d", "b(c)d")]),
    "balanced parentheses and an escape": (r"[a](b(c\_)d)", [("inline", r"b(c\_)d", "b(c_)d")]),
    "escaped parenthesis": (r"[a](b\)c)", [("inline", r"b\)c", "b)c")]),
    "entity": ("[a](b?c&amp;d)", [("inline", "b?c&amp;d", "b?c&d")]),
    "percent escape": ("[a](b%20c)", [("inline", "b%20c", "b%20c")]),
    "backslashes": (r"[a](..\b\c.md)", [("inline", r"..\b\c.md", r"..\b\c.md")]),
    "bracket in the text": (r"[a\]](b)", [("inline", "b", "b")]),
    "brackets in the text": ("[a [b] c](d)", [("inline", "d", "d")]),
    "looks like a link in its text": ("[a `](x)`](b)", [("inline", "b", "b")]),
    "emphasis": ("[*a* **b**](c)", [("inline", "c", "c")]),
    "no text": ("[](b)", [("inline", "b", "b")]),
    "image": ("![a](b.png)", [("inline!", "b.png", "b.png")]),
    "image without text": ("![](b.png)", [("inline!", "b.png", "b.png")]),
    "linked image": ("[![a](b)](c)", [("inline", "c", "c"), ("inline!", "b", "b")]),
    "link in a link": ("[a [b](c)](d)", [("inline", "c", "c")]),
    "link in an image": ("![a [b](c)](d)", [("inline!", "d", "d")]),
    "destination on the next line": ("[a](\nb)", [("inline", "b", "b")]),
    "destination on the next line of a quote": ("> [a](\n> b)", [("inline", "b", "b")]),
    "text over two lines": ("[a\nb](c)", [("inline", "c", "c")]),
    "carriage returns": ("[a\r\nb](c)\r\n", [("inline", "c", "c")]),
    "autolink": ("<http://x.y>", [("autolink", "http://x.y", "http://x.y")]),
    "mailto": ("<mailto:a@b.c>", [("autolink", "mailto:a@b.c", "mailto:a@b.c")]),
    "email": ("<a@b.c>", []),
    "full reference": ("[a][b]\n\n[b]: /c", [("reference", "/c", "/c")]),
    "collapsed reference": ("[B][]\n\n[b]: /c", [("reference", "/c", "/c")]),
    "shortcut reference": ("[b]\n\n[b]: /c", [("reference", "/c", "/c")]),
    "reference image": ("![a][b]\n\n[b]: <c d>", [("reference!", "c d", "c d")]),
    "two lines of a definition": ("[b]\n\n[b]:\n  /c\n  't'", [("reference", "/c", "/c")]),
    "definition in a quote": ("> [b]: /c\n\n[b]", [("reference", "/c", "/c")]),
    "definition in a list": ("- [b]: /c\n\n[b]", [("reference", "/c", "/c")]),
    "label with an escape": ("[a\\]]\n\n[a\\]]: /c", [("reference", "/c", "/c")]),
    "in a table": (
        "|a|b|\n|-|-|\n|[a](b)|`x\\|y` [c](d)|",
        [("inline", "b", "b"), ("inline", "d", "d")],
    ),
    "in a heading": ("# [a](b) #", [("inline", "b", "b")]),
    "in an item of a quote": ("> 1. [a](b)", [("inline", "b", "b")]),
    "behind wide characters": ("😀é中 [a](é中😀)", [("inline", "é中😀", "é中😀")]),
    "behind a combining mark": ("e\u0301 [a](b)", [("inline", "b", "b")]),
    "behind a tab": ("-\t[a](b)", [("inline", "b", "b")]),
    "in a footnote": ("x[^1]\n\n[^1]: [a](b)", [("inline", "b", "b")]),
    "in code": ("`[a](b)`\n\n    [a](b)\n\n```\n[a](b)\n```", []),
    "anchor": ('x <a href="b&amp;c">d</a>', [("html", "b&amp;c", "b&c")]),
    "anchor in single quotes": ("x <a class='x' href='b'>", [("html", "b", "b")]),
    "anchor without quotes": ("x <A HREF=b>", [("html", "b", "b")]),
    "anchor over lines": ('<a\n  href="b">\n', [("html", "b", "b")]),
    "data attribute": ('x <a data-href="b">', []),
    "picture": (
        '<img src="a.png" srcset="b.png 1x, c.png 2x" alt="d">',
        [("html!", "a.png", "a.png"), ("html!", "b.png", "b.png"), ("html!", "c.png", "c.png")],
    ),
    "video": (
        '<video src="a.mp4" poster="b.png"></video>',
        [("html", "a.mp4", "a.mp4"), ("html!", "b.png", "b.png")],
    ),
    "frame": ('<iframe src="a"></iframe>', [("html", "a", "a")]),
    "in an HTML comment": ('<!-- <a href="b"> [c](d) -->', []),
}


@both_engines
@pytest.mark.parametrize(("text", "expected"), LINKS.values(), ids=LINKS)
def test_links(text: str, expected: list[tuple[str, str, str]], engine: Engine) -> None:
    links = read(text, engine).links
    found = [(x.kind + "!" * x.image, cut(text, x.destination_span), x.destination) for x in links]
    assert found == expected


# What is written around the bare URL, which stands in « ».
BARE = [
    "«https://a.b/c»",
    "see «http://a.b».",
    "(«https://a.b/c_(d)»)",
    "**«https://a.b»**",
    "«https://a.b/?c=1&d=2»; x",
    "«https://a.b/c»&copy;",
    '"«https://a.b»"',
    "«https://a.b/_c_/d_e»",
    "«https://a.b»<br>",
    "«http://localhost:3000/a»",
    "请看«https://a.b/c»。后面",
    "|a|\n|-|\n|«https://a.b»|\n",
    "- «www.a.b/c»",
    "«https://a.b/https://c.d»",
    "«HTTPS://A.B»",
    "«https://a.b/[c]» [d](e)",
    "«https://a.b/»![c](d)",
    "x «https://a.b»\n«https://c.d»",
    "# «https://a.b»",
    "😀 «https://a.b/😀»",
]


@both_engines
@pytest.mark.parametrize("sample", BARE)
def test_bare_urls(sample: str, engine: Engine) -> None:
    text = sample.replace("«", "").replace("»", "")
    expected = [part.partition("»")[0] for part in sample.split("«")[1:]]
    links = [link for link in read(text, engine).links if link.kind == "bare"]
    assert [cut(text, link.span) for link in links] == expected
    assert all(link.destination_span == link.span for link in links)


NOT_BARE = [
    "`https://a.b`",
    "    https://a.b",
    "xhttp://a.b",
    "https://",
    "www.",
    "www.a",
    "awww.a.b",
    "ftp://a.b",
    '<a href="/x">https://a.b</a>',
    '<a href="/x">*https://a.b*</a>',
    "x <b title='https://a.b'>",
    "[https://a.b](/c)",
    "<!-- https://a.b -->",
]


@both_engines
@pytest.mark.parametrize("text", NOT_BARE)
def test_what_is_no_bare_url(text: str, engine: Engine) -> None:
    assert [link for link in read(text, engine).links if link.kind == "bare"] == []


@both_engines
@pytest.mark.parametrize(
    ("text", "destination"),
    [
        ("www.a.b", "http://www.a.b"),
        ("https://a.b?c&amp;d", "https://a.b?c&d"),
        (r"https://a.b/c\_d", "https://a.b/c_d"),
    ],
)
def test_destinations_of_bare_urls(text: str, destination: str, engine: Engine) -> None:
    assert read(text, engine).links[0].destination == destination


@both_engines
@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("x [a](b) y", "[a](b)"),
        ("x ![a](b) y", "![a](b)"),
        ("x [a][b] y\n\n[b]: c", "[a][b]"),
        ("x [b][] y\n\n[b]: c", "[b][]"),
        ("x ![b][] y\n\n[b]: c", "![b][]"),
        ("x [b] y\n\n[b]: c", "[b]"),
        ("x <http://a.b> y", "<http://a.b>"),
        ('x <a href="b"> y', '<a href="b">'),
    ],
)
def test_the_span_of_a_link(text: str, span: str, engine: Engine) -> None:
    assert cut(text, read(text, engine).links[0].span) == span


@both_engines
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a *b* `c`\nd](e)", "a b c d"),
        ("![a *b* c](d)", "a b c"),
        (r"[a &amp; \*](b)", "a & *"),
        ('<img src="a" alt="b &lt; c">', "b < c"),
        ('<img src="a">', ""),
    ],
)
def test_the_text_of_a_link(text: str, expected: str, engine: Engine) -> None:
    assert read(text, engine).links[0].text == expected


@both_engines
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a]: b", [("a", "b", "[a]: b", False)]),
        ("> [a]: <b c> 't'", [("a", "b c", "[a]: <b c> 't'", False)]),
        ("[a]: b\n[A]: c", [("a", "b", "[a]: b", False), ("A", "c", "[A]: c", True)]),
        ("[a]: b\n\n- [ a ]: c", [("a", "b", "[a]: b", False), (" a ", "c", "[ a ]: c", True)]),
        ("[a]: b\n\n`[a]: c`\n\n    [a]: d\n", [("a", "b", "[a]: b", False)]),
        ("[a]: b\n\nx\n[a]: c", [("a", "b", "[a]: b", False)]),
        ("[a]: b\n\n<!--\n[a]: c\n-->", [("a", "b", "[a]: b", False)]),
        ("[^a]: b", []),
    ],
)
def test_definitions(text: str, expected: list[tuple[str, str, str, bool]], engine: Engine) -> None:
    found = read(text, engine).definitions
    assert [
        (d.label, cut(text, d.destination_span), cut(text, d.span), d.duplicate) for d in found
    ] == expected


@both_engines
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x [a][b] y", [("b", "[a][b]")]),
        ("x [a b][] y", [("a b", "[a b][]")]),
        ("![a][b]", [("b", "![a][b]")]),
        ("[![a][b]][c]", [("c", "[![a][b]][c]"), ("b", "![a][b]")]),
        ("[a][B c]\n\n[b  C]: d", []),
        ("[a] [ ] [x][] [][ ] - [x] b", []),
        ("[!NOTE][] [TOC][] [[_TOC_]] [a][^1]", []),
        ("`[a][b]`\n\n    [a][b]\n", []),
        ("a[0][1] b()[c][d] [a]\\[b]", []),
        ('{["client"]["js"]}', []),
    ],
)
def test_undefined_references(text: str, expected: list[tuple[str, str]], engine: Engine) -> None:
    found = read(text, engine).undefined
    assert [(cut(text, x.label_span), cut(text, x.span)) for x in found] == expected
    assert all(x.label == cut(text, x.label_span) for x in found)
    assert all(x.image == text.startswith("!", x.span.start) for x in found)


@both_engines
def test_offsets_count_from_the_start_of_the_file(engine: Engine) -> None:
    text = "---\ntitle: é\n---\n\n[a](b) <a href='c'>\n\n[d]: e\n"
    document = read(text, engine, body=17)
    assert [cut(text, x.destination_span) for x in document.links] == ["b", "c"]
    assert cut(text, document.definitions[0].span) == "[d]: e"
