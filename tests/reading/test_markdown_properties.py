"""Whatever the text: reading ends, soon, without an error, and every span is in the text."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blint.reading import pyromark_engine
from blint.reading.document import Document
from blint.reading.markdown import Engine, read_markdown
from blint.source import Span
from documents import both_engines, check_spans, facts, read

# Text full of what has a meaning, so that constructs meet in ways nobody writes.
_MARKS = st.sampled_from(
    ["[", "](", ")", "]:", "![", "<", ">", "`", "```", "~~~", "#", "*", "_", "{", "}", "{#", "{{",
     "}}", "{{<", ">}}", "{%", "%}", "${", "{/*", "*/}", "<!--", "-->", "<a href=", '"', "'", "|",
     "|-|", "\n", "\n\n", "\r\n", "\r", "\t", "    ", "> ", "- ", "1. ", "===", "http://", "www.",
     "&amp;", "\\", "\0", "a", "é", "中", "😀", "e\u0301", "\u2028", "\ufeff", "[^1]", "import ",
     "{% highlight %}", "{% endhighlight %}", "<A b={", "/>", "\U00100000", "\U0010fffd"]
)  # fmt: skip
_TEXT = st.one_of(st.text(), st.lists(_MARKS, max_size=30).map("".join))


@both_engines
@pytest.mark.parametrize("mdx", [False, True], ids=["md", "mdx"])
@given(text=_TEXT, front=st.sampled_from(["", "---\né: 1\n---\n"]))
def test_reading_never_fails(text: str, front: str, mdx: bool, engine: Engine) -> None:
    whole = front + text
    document = read_markdown(whole, len(front), mdx=mdx, engine=engine)
    check_spans(document, len(front), len(whole))
    for hidden in document.templates:
        assert whole[hidden.span.start : hidden.span.end] == hidden.text


@given(text=st.text(alphabet=st.characters(codec=None, categories=["Cs", "Ll"])))
def test_lone_surrogates_are_read(text: str) -> None:
    check_spans(read_markdown(text, 0), 0, len(text))


HOSTILE: dict[str, str] = {
    "quotes": ">" * 20_000 + " x",
    "brackets": "![[]()" * 10_000,
    "open brackets": "[" * 50_000,
    "fences": "```\nx\n```\n" * 20_000,
    "unclosed fences": "```\n" * 20_001,
    "one line": "a " * 500_000,
    "one word": "a" * 1_000_000,
    "backticks": " ".join("`" * i for i in range(500)),
    "stars": "*a " * 20_000,
    "lists": "\n".join("  " * i + "- a" for i in range(300)),
    "undefined references": "[a][b]" * 5_000,
    "duplicate definitions": "[a]: /x\n" * 5_000,
    "open templates": "{{ {% ${ {{< " * 10_000,
    "highlights": "{% highlight a %}" * 3_000,
    "URLs": "http://" * 20_000,
    "parentheses behind a URL": "http://a.b" + ")" * 50_000,
    "entities behind a URL": "http://a.b" + "&amp;" * 10_000,
    "open tags": "<div>\n" + "<a " * 20_000,
    "open attributes": "<div>\n" + '<a href="' * 10_000,
    "open comments": "<div>\n" + "<!-- " * 20_000,
    "scripts": "<div>\n" + "<script>" * 10_000,
    "heading braces": "# a {b}\n" * 5_000,
    "wide characters": "aé中😀" * 50_000,
}
HOSTILE_MDX: dict[str, str] = {
    "braces": "{" * 50_000,
    "quotes in braces": '{"' * 20_000,
    "tags": "<A>" * 20_000,
    "open tags": "<A b={" * 5_000,
    "open comments": "<!--" * 20_000,
    "imports": "import a\n\n" * 10_000,
    "indentation": "\n".join("    " * i + "x" for i in range(300)),
}
_SAMPLES = [(text, False) for text in HOSTILE.values()] + [(x, True) for x in HOSTILE_MDX.values()]


@pytest.mark.parametrize(("text", "mdx"), _SAMPLES, ids=[*HOSTILE, *HOSTILE_MDX])
def test_hostile_text_is_read_soon(text: str, mdx: bool) -> None:
    start = time.process_time()
    read(text, mdx=mdx)
    # A tenth of a second on a common machine; what grows with the square takes minutes.
    assert time.process_time() - start < 5


@pytest.mark.parametrize("text", list(HOSTILE.values()), ids=HOSTILE)
def test_the_second_engine_ends_too(text: str) -> None:
    start = time.process_time()
    read(text[: len(text) // 20], "markdown-it")
    assert time.process_time() - start < 5


class PanicException(BaseException):
    """Named as the one that a panic in Rust raises, which cannot be imported."""


def _raising(error: BaseException) -> Callable[..., list[Span]]:
    def read_badly(document: Document, *_: object, **__: object) -> list[Span]:
        document.prose.append(Span(0, 1))
        raise error

    return read_badly


def test_a_panic_makes_the_second_engine_step_in(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# a\n\n[b](c)\n"
    expected = facts(read_markdown(text, 0, engine="markdown-it"))
    monkeypatch.setattr(pyromark_engine, "read", _raising(PanicException("index out of bounds")))
    document = read_markdown(text, 0)
    assert facts(document) == expected
    assert document.prose[0] == (2, 3)


def test_an_interrupt_is_no_panic(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pyromark_engine, "read", _raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        read_markdown("a", 0)


def test_without_pyromark_the_second_engine_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "blint.reading.pyromark_engine", None)
    assert [link.destination for link in read_markdown("[a](b)", 0).links] == ["b"]
