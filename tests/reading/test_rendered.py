"""A body rendered: what its text is, with either engine, and what is left out."""

from __future__ import annotations

import sys

import pytest

from blint.reading.rendered import render, text_of


def text(source: str, *, mdx: bool = False, extended: bool = True, raw: bool = True) -> str:
    return text_of(render(source, 0, mdx=mdx, extended=extended, raw=raw)).strip()


@pytest.fixture(params=["pyromark", "markdown-it"])
def _engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "markdown-it":
        monkeypatch.setitem(sys.modules, "pyromark", None)
        monkeypatch.delitem(sys.modules, "blint.reading.pyromark_engine", raising=False)


@pytest.mark.usefixtures("_engine")
@pytest.mark.parametrize(
    ("source", "seen"),
    [
        ("# A *title*\n\nAnd `code`.", "A title\nAnd code."),
        ("un**believ**able", "unbelievable"),
        ("[link](https://example.org) ![alt](a.png) end", "link  end"),
        ("Fish &amp; chips &lt;b&gt;", "Fish & chips <b>"),
        ("a<!-- not seen -->b", "ab"),
        ("```py\nx = 1\n```", "x = 1"),
        ("| a | b |\n|---|---|\n| c | d |", "a\nb\n\n\nc\nd"),
        ("~~gone~~ stays", "gone stays"),
        ("{{< figure src=a >}}\n\nText {{ x }} here.", "Text  here."),
        ("{{< highlight go >}}\nif a < b {}\n{{< /highlight >}}", "if a < b {}"),
        ("{% highlight py %}\na = 1\n{% endhighlight %}", "a = 1"),
        ("<div>\n\n*Words*\n\n</div>", "Words"),
        ("", ""),
    ],
)
def test_the_text_of_a_body(source: str, seen: str) -> None:
    assert text(source).split() == seen.split()


@pytest.mark.usefixtures("_engine")
def test_blocks_of_html_may_be_left_out() -> None:
    source = "One.\n\n<div>two\nthree</div>\n\nfour <b>five</b>"
    assert text(source).split() == ["One.", "two", "three", "four", "five"]
    assert text(source, raw=False).split() == ["One.", "four", "five"]


def test_footnotes_and_task_lists_where_a_generator_has_them() -> None:
    source = "Text.[^n]\n\n- [x] done\n\n[^n]: A note.\n"
    assert text(source).split() == ["Text.", "done", "A", "note."]
    assert "[^n]" in text(source, extended=False)


def test_mdx_is_no_text() -> None:
    source = "import A from 'b'\n\n# Hi {1 + 1}\n\n<A b='c'>text *here*</A>\n\n{/* no */}\n"
    assert text(source, mdx=True).split() == ["Hi", "text", "here"]


def test_elements_may_be_left_out() -> None:
    made = "<p>a</p><script>b()</script><STYLE>c</STYLE><pre>d</pre>"
    assert text_of(made, without=("script", "style")) == "ad"


@pytest.mark.parametrize("source", ["<" * 20_000, "&" * 20_000, "\U0010fffd <x", "[" * 5_000])
def test_odd_texts_are_rendered_soon(source: str) -> None:
    assert isinstance(text(source), str)
