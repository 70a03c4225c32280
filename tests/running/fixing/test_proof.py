"""The proof that edits change what they cover alone: honest edits pass, damage does not."""

from __future__ import annotations

import pytest

from blint.diagnostics import Edit
from blint.reading.post import Post, read_post
from blint.running.fixing.edits import edited
from blint.running.fixing.proof import difference
from blint.source import Span, decode

MARKED = "«", "»"


def told(marked: str, *put_in: str, path: str = "a.md", damage: tuple[str, str] = ("", "")) -> str:
    """What is told of edits of a text: each `«…»` in it is replaced by the next of `put_in`.

    `damage` is done to the text afterwards, as if an edit reached further than it says.
    """
    text, edits = "", []
    bom = "\ufeff" if marked.startswith("\ufeff") else ""
    parts = marked.removeprefix(bom).replace(MARKED[1], MARKED[0]).split(MARKED[0])
    for at, part in enumerate(parts):
        if at % 2:
            edits.append(Edit(Span(len(text), len(text) + len(part)), put_in[at // 2]))
        text += part
    assert len(edits) == len(put_in)
    data = f"{bom}{text}".encode()
    after = edited(data, edits).decode()
    assert damage[0] in after
    after = after.replace(*damage, 1) if damage[0] else after
    return difference(_post(path, data), _post(path, after.encode()), edits) or ""


def _post(path: str, data: bytes) -> Post:
    return read_post(path, decode(data), dialect="yaml-1.1")


HONEST: dict[str, tuple[str, ...]] = {
    "a tag of a flow list": ("---\ntags: [a«, b», c]\n---\nText\n", ""),
    "the last tag of a flow list": ("---\ntags: [a«, b»]\nx: 1\n---\n", ""),
    "the only tag of a flow list": ("---\ntags: [«a»]\nx: 1\n---\n", ""),
    "a tag of a block list": ("---\ntags:\n- a\n«- b\n»- c\n---\n", ""),
    "the last tag of a block list": ("---\ntags:\n  - a\n«  - b # c\n»x: 1\n---\n", ""),
    "a tag of a comma string": ("---\ntags: a«, b», c\n---\n", ""),
    "a tag of a quoted comma string": ('---\ntags: "a«, b», c"\n---\n', ""),
    "another tag": ("---\ntags: [«rust», b] # c\n---\n", "Rust"),
    "two other tags": ("---\ntags: [«rust», «b»] # c\n---\n", "b", "rust"),
    "a tag with an escape": ('---\ntags: ["«r\\u0075st»", b]\n---\n', "Rust"),
    "a tag in TOML": ('+++\ntags = ["a"«, "b"»]\n[extra]\nx = 1\n+++\n', ""),
    "a tag in a table": ('+++\n[taxonomies]\ntags = ["«a»"]\n[extra]\nx = 1\n+++\n', "bc"),
    "a tag in JSON": ('{"tags": ["a"«, "b"»], "x": 1}\n\nText\n', ""),
    "one of an anchor": ("---\ntags: &t [«a», b]\nwords: *t\n---\n", "A"),
    "a value of an anchor": ("---\na: &t «yes»\nb: *t\n---\n", '"yes"'),
    "a key at the end": ("---\ntitle: A\n«»---\nText\n", "readTime: 1\n"),
    "a key between": ("---\ntitle: A # x\n«»tags: [b]\n---\nText\n", "readTime: 1\n"),
    "a key in TOML": ('+++\ntitle = "A"\n«»[extra]\nx = 1\n+++\nText\n', "readTime = 1\n"),
    "a key in JSON": ('{\n  "a": 1«»\n}\nText\n', ',\n  "readTime": 1'),
    "a key with CR LF": (
        "---\r\ntitle: A\r\n«»tags: [b]\r\n---\r\nText [a](b)\r\n",
        "x: 1\ny: 2\n",
    ),
    "a key below a mark": ("\ufeff---\ntitle: A\n«»---\n# Text\n", "readTime: 1\n"),
    "an item": ("---\ntags: [a«»]\n---\n", ", b"),
    "an item in a block": ("---\ntags:\n- a\n«»x: 1\n---\n", "- b\n"),
    "the last item in a block": ("---\ntags:\n- a\n«»---\n", "- b\n"),
    "quotes": ("---\ntitle: «yes»\nx: 1 # c\n---\n", '"yes"'),
    "quotes in a list": ("---\ntags: [a, «1.10»]\n---\n", '"1.10"'),
    "another key": ("---\n«titel»: A\nx: 1\n---\n", "title"),
    "another number": ("---\nreadTime: «1» min\n---\n", "12"),
    "another number in TOML": ("+++\nreadTime = «1»\nx = 2\n+++\n", "12"),
    "a key that is gone": ("---\na: 1\n«b: 2\n»c: 3\n---\nText\n", ""),
    "broken front matter": ("---\na: [\n---\nTe«\x08»xt\n", ""),
    "a definition": ("[a]\n\n[a]: /b\n«[c]: /d\n»\nText\n", ""),
    "a second definition": ("[a] [b]\n\n[a]: /b\n«[a]: /b\n»[b]: /c\n", ""),
    "a definition with CR LF": ("[a]\r\n\r\n[a]: /b\r\n«[c]: /d\r\n»\r\nText\r\n", ""),
    "a destination": ("## A [b](«c.md»#d) *e*\n\n[f](g.md)\n", "longer.md"),
    "a fragment": ("[b](c.md#«d»)\n", "e"),
    "a destination of a definition": ("[b][] and [b]\n\n[b]: «c.md»\n", "d.md"),
    "a destination of an image": ("![b](«c.png») [![x](y.png)](z.md)\n", "C.png"),
    "a destination around an image": ("[![x](y.png)](«z.md»)\n", "Z.md"),
    "a destination in HTML": ('Te <a href="«c.md»">xt</a>\n\n<p id="x">a</p>\n', "C.md"),
    "a destination in a table": ("| a | b |\n|---|---|\n| [x](«y.md») | z |\n", "Y.md"),
    "a destination in MDX": ('<Card href="«a.md»">\n\n[b](c.md)\n\n</Card>\n', "A.md"),
    "a bare address": ("See «http»://a.example/b now.\n", "https"),
    "the start of a destination": ("Te [w](«»www.a.example) xt\n", "https://"),
    "the start of a bare address": ("See «»www.a.example now.\n", "https://"),
    "an address that grows beside another": ("«»www.a.example and [x](«y»)\n", "https://", "Y"),
    "the first of two definitions": ("«[a]: /b\n»[a]: /c\n\nText\n", ""),
    "an address in angles": ("See <«http»://a.example/b> now.\n", "https"),
    "a template beside": ("{{< figure src=x >}} [b](«c.md») {% raw %}\n", "d.md"),
    "a language for bare marks": ("```«»\nx = 1\n```\n\nText\n", "text"),
    "a language in a list": ("1. a\n\n   ```«»\n   x\n   ```\n2. b\n", "text"),
    "a language in a quote": ("> ```«»\n> x\n> ```\n> b\n", "text"),
    "another language": ("~~~ «pyhton» {1}\nx = 1\n~~~\n# A\n", "python"),
    "a language in MDX": ("<Tab>\n\n```«»\n{/* x */}\n```\n\n</Tab>\n", "text"),
    "a language with CR LF": ("```«»\r\nx\r\n```\r\n\r\nText\r\n", "text"),
    "a character nobody sees": ("Te«\x08»xt `co«\x08»de`\n\n    c«\x08»d\n", "", "", ""),
    "a character in a heading": ("## A«\x08»b\n\n[c](d)\n", ""),
    "a comment in a paragraph": ("Text «<!-- a -->»more\n", ""),
    "many of them": ("---\ntags: [«a», b«, c»]\nt: «no»\n---\n[x](«y»)\n", "A", "", "'no'", "Y"),
}
MDX = {name for name in HONEST if "MDX" in name}


@pytest.mark.parametrize("name", HONEST)
def test_edits_that_change_what_they_cover_pass(name: str) -> None:
    marked, *put_in = HONEST[name]
    assert told(marked, *put_in, path="a.mdx" if name in MDX else "a.md") == ""


LIES: dict[str, tuple[str, ...]] = {
    "a value ends early": ("---\ntitle: «A b»\nx: 1\n---\n", "A # b", "is another"),
    "a value of another kind": ("---\ntitle: «A»\nx: 1\n---\n", "[A]", "another kind of value"),
    "an item of another kind": ("---\ntags: [«a», b]\n---\n", "[x]", "another kind of value"),
    "a key grows another": ("---\n«titel»: A\nx: 1\n---\n", "y: 1\ntitle", "the key `titel`"),
    "a key moves into another": ("---\na:«\n»b: 2\n---\n", "\n  ", "keys of the front matter"),
    "a value grows a key": ("---\ntitle: «A»\nx: 1\n---\n", "A\ny: 2", "is another"),
    "quotes stay open": ("---\ntitle: «A»\nx: 1\n---\n", '"A', "another fault"),
    "front matter ends early": ("---\ntitle: «A»\nx: 1\n---\n", "A\n---\n", "gone, or another"),
    "front matter goes": ("«-»--\ntitle: A\n---\n", "", "front matter"),
    "a key eats the next": ("---\ntitle: A\n«»x: 1\n---\n", "y: z ", "front matter"),
    "a list becomes a text": ("---\ntags: «[»a, b]\nx: 1\n---\n", "", "another"),
    "an item joins the next": ("---\ntags: [a«,» b]\n---\n", "", "not the same values"),
    "a comment eats a key": ("---\na: 1«\n»b: 2\n---\n", " # ", "comments"),
    "a comment that is a value": ("---\na: b «#» c\n---\n", "", "comments"),
    "a table takes a key": ("+++\na = 1\n«»b = 2\n+++\n", "[c]\n", "the key `b` is another"),
    "a heading goes": ("Text\n\n«#»# A\n", "\\#", "headings"),
    "a heading of another level": ("Text\n\n#«»# A\n", "#", "headings"),
    "a paragraph becomes a heading": ("Text\n«\n»---\n", "", "headings"),
    "text becomes code": ("Text\n\n«»More\n", "    ", "code"),
    "text becomes a fence": ("Text\n\n«»More\n", "```\n", "fences"),
    "a fence closes early": ("```a«»\nx\n```\n", "\n```", "fences"),
    "a fence stays open": ("```«»\nx\n```\n\nText\n", "`a", "fences"),
    "a fence with a tick": ("```«»\nx\n```\n\nText\n", "a`", "fences"),
    "a comment opens": ("Text [a](«b»)\n\nMore\n", "b) <!-- ", "Markdown"),
    "a comment swallows text": ("«»Text\n\nMore <!-- a -->\n", "<!-- ", "comments"),
    "a reference loses its definition": ("[a]\n\n«[a]: b\n»\n", "", "links"),
    "a link becomes another": ("[a]\n\n«[a]: b\n»[a]: c\n", "", "links"),
    "a reference is undefined": ("[x][a]\n\n«[a]: b\n»\n", "", "links"),
    "a link becomes an image": ("«»[a](b)\n", "!", "links"),
    "a destination ends early": ("[a](«b») c\n", "b)", "links"),
    "a destination with a space": ("[a](«b») c\n", "b c d", "links"),
    "a destination opens a title": ("[a](«b» 'c')\n", "b 'd'", "links"),
    "a template breaks": ("{{< a «x» >}} [b](c)\n", "`", "templates"),
    "a template opens": ("Text «» and [b](c) }} more\n", "{{ ", "links"),
    "text loses its emphasis": ("*Text«*» more\n", "", "prose"),
    "text becomes strong": ("Text **more«» and** more\n", "**", "prose"),
    "a list item continues another": ("- a\n\n«  [x]: y\n»b\n", "", "elements of the HTML"),
    "two paragraphs are one": ("a\n«\n»b\n", "", "elements of the HTML"),
    "a list is two": ("- a\n«»- b\n", "\n<!-- -->\n", "elements of the HTML"),
    "a row goes": ("| a |\n|---|\n«| b |\n»| c |\n\nText\n", "", "elements of the HTML"),
    "a footnote goes": ("a[^1]\n\n[^1]«:» b\n", "", "footnotes"),
    "an id is another kind": ('<p id«»="a">x</p>\n', "s", "ids"),
}


@pytest.mark.parametrize("name", LIES)
def test_edits_that_change_more_are_refused(name: str) -> None:
    marked, put_in, reason = LIES[name]
    found = told(marked, put_in)
    assert found
    assert reason in found


DAMAGE: dict[str, tuple[str, str, str]] = {
    "a value elsewhere": ("tags: [a]", "tags: [b]", "the value of `tags[0]` is another"),
    "a value of another type": ("n: 1", 'n: "1"', ""),
    "a number of another type": ("n: 1", "n: 1.0", ""),
    "a key lost": ("n: 1\n", "", ""),
    "a key of another name": ("n: 1", "o: 1", "the key `n` is another"),
    "keys in another order": ("n: 1\nm: 2", "m: 2\nn: 1", "the key `n` is another"),
    "an item lost": ("[b, c]", "[b]", ""),
    "an item more": ("[b, c]", "[b, c, d]", ""),
    "items in another order": ("[b, c]", "[c, b]", "the value of `x.y[0]` is another"),
    "a value elsewhere in its line": ("q: 'q' ", "q:  q  ", "the value of `q` is another"),
    "other quotes": ("'q'", '"q "', ""),
    "a comment changed": (" # why", "  #why", "comments"),
    "a comment lost": (" # why", "", ""),
    "a heading": ("## A", "### A", ""),
    "a heading vanished": ("## A\n", "", ""),
    "a heading that is none": ("## A", "##A ", ""),
    "another heading": ("## A", "## B", "headings"),
    "an id of a heading": ("{#e}", "{#f}", ""),
    "a paragraph turned to code": ("Para", "    Para", ""),
    "a link": ("(l.md)", "(m.md)", "links"),
    "the text of a link": ("[k]", "[j]", "links"),
    "a reference": ("[r]: s", "[t]: s", ""),
    "a definition": ("[r]: s", "[r]: t", ""),
    "a fence": ("```py", "```rb", "fences"),
    "a fence closed early": ("code\n", "```\n", ""),
    "a comment opened": ("Para", "<!--", ""),
    "a template": ("{{ u }}", "{{ v }}", "templates"),
    "a line end": ("Para\n\n", "Para\n", ""),
    "emphasis": ("*em*", "em  ", ""),
    "strong": ("*em*", "**e**", ""),
    "a list": ("- item", "+ item\n- a", ""),
    "an element": ("<b>", "<i>", "elements"),
    "a loose list": ("- i\n- k", "- i\n\n- k", ""),
}
POST = (
    "---\ntitle: «A»\nn: 1\nm: 2\ntags: [a]\nx:\n  y: [b, c]\nq: 'q' # why\n---\n"
    "## A\n\nPara\n\nSee [k](l.md) and [r] *em* {{ u }} <b>x</b>\n\n[r]: s\n\n"
    "```py\ncode\n```\n\n- item\n- i\n- k\n\n### B {#e}\n"
)


@pytest.mark.parametrize("name", DAMAGE)
def test_damage_that_no_edit_covers_is_seen(name: str) -> None:
    before, after, reason = DAMAGE[name]
    assert told(POST, "Longer") == ""
    found = told(POST, "Longer", damage=(before, after))
    assert found
    assert reason in found


def test_a_fault_that_was_there_before_is_no_obstacle() -> None:
    assert told("---\na: 1\na: 2\ntags: [«b»]\n---\n", "c") == ""


def test_of_two_edits_both_are_looked_at() -> None:
    marked = "---\ntags: [«a», b]\n---\n[x](«y») z\n"
    assert told(marked, "A", "Y") == ""
    assert told(marked, "A #", "Y")
    assert told(marked, "A", "Y)")
