"""The two engines read the same, on small inputs and on real blogs; where not, it says why."""

from __future__ import annotations

import json
import os
from itertools import product
from pathlib import Path

import pytest

from blint.reading.front_matter import read_front_matter
from blint.reading.markdown import read_markdown
from documents import counts, facts, posts
from real_blogs import corpora, needs_corpora

# Pieces of a paragraph, each of which may meet each other.
INLINE = [
    "[a](b)", "[a](<b c> 't')", "![a](b.png)", "[![a](b)](c)", "[a][r]", "[r][]", "[r]", "[a][u]",
    "[u][]", "![r]", "<http://a.b>", "<a@b.c>", "https://a.b/c_d", "www.a.b.", "`c`", "``c`d``",
    "*e*", "**e**", "_e_", "~~e~~", r"\*", r"\[", "&amp;", "word", "中文", "😀", "e\u0301", "<b>",
    "</b>", "<i id='x'>", '<a href="y">', "</a>", "<!-- c -->", "[^f]", "(", ")", "[", "]", "!",
    "<", ">", "\\", "`", "*", "_", "\n", "  \n", "\\\n", "\r\n", "\t", "{#i}", "{{ t }}", "|", ":",
]  # fmt: skip

# Blocks, each of which may follow each other, and be in a quote or an item.
BLOCKS = [
    "a\nb", "# a", "## a ##", "### a {#i}", "# a {b}", "a\n===", "a\nb\n---", "```\na\n```",
    "~~~py x=y\na\n\nb\n~~~", "````\n```\n````", "```\na", "    a\n\n    b", "> a\nb", "- a\n- b",
    "- a\n\n  b", "1. a\n   - b", "- ```\n  a\n  ```", "<div id='x'>\na [b](c)\n</div>", "<b>",
    "<!-- a\n\nb -->", "|a|b|\n|-|-|\n|[c](d)|`e\\|f`|", "[r]: /z 't'", "[r]: </y z>", "[^f]: a",
    "---", "***", "a\r\nb\r\n", "\ta", "\u2028\na", "-\ta\n\t[b](c)",
    "{% include a %}", "{{< a >}}\n> b", "![a](b)",
]  # fmt: skip

# How many posts of a blog are read, or at most twice as many.
SAMPLE = 120

DEFINITIONS = "\n\n[r]: /r\n\n[^f]: f\n"

# The engines read these differently, and why. None is a matter of positions.
DIFFERENCES = {
    "a definition is a paragraph's beginning; markdown-it-py lets any block follow it": (
        "[a]: b\n    [a]"
    ),
    "a table ends at a footnote; markdown-it-py has a row of it": ("|a|b|\n|-|-|\n[^f]: c\n\n[^f]"),
    "a table's row may be indented; markdown-it-py has code": "|a|b|\n|-|-|\n    [c](d)",
    "`---` below a pipe underlines a heading; markdown-it-py has a table": "a |\n---",
    "a heading is no table's header; markdown-it-py has a table": "# a|b\n-|-\n",
    "a footnote interrupts a paragraph in a quote; markdown-it-py has it continue": (
        "> a\n[^f]: b\n\n[^f]"
    ),
    "a footnote's use is followed by brackets; pulldown-cmark has text": "[^f][a](b)\n\n[^f]: c",
    "a link's text is followed by a footnote; pulldown-cmark has a link": (
        "[r][^f]\n\n[r]: b\n\n[^f]: c"
    ),
    "a linked image is no label; markdown-it-py takes it for one": "[r][![a](b)](c)\n\n[r]: d",
    "a parenthesis behind a reference stays open; markdown-it-py has no link": "[r](\n\n[r]: b",
    "a parenthesis behind an image stays open; markdown-it-py has a link": "![r](x\n\n[r]: b",
    "runs of tildes of different lengths; markdown-it-py pairs them": "# a~~b~~~~~",
    "a backslash before a heading's attributes; pulldown-cmark drops it": "# a \\{b}",
    "a heading's closing marks behind its attributes": "# a {#b} #",
}


def differ(text: str) -> set[tuple[object, ...]]:
    """What only one of the engines finds."""
    first = facts(read_markdown(text, 0, engine="pyromark"))
    return first ^ facts(read_markdown(text, 0, engine="markdown-it"))


def is_known(first: str, second: str) -> bool:
    """Whether one piece behind another is among the known differences."""
    if first == "[^f]":
        return second.startswith("[")
    if first in {"[r]", "![r]"}:
        return second[:2] in {"[!", "[^"} or (first, second) == ("![r]", "(")
    return False


@pytest.mark.parametrize("first", INLINE)
def test_pairs_in_a_paragraph(first: str) -> None:
    for second in (second for second in INLINE if not is_known(first, second)):
        text = f"x {first}{second} y{DEFINITIONS}"
        assert differ(text) == set(), text


@pytest.mark.parametrize("first", BLOCKS)
def test_pairs_of_blocks(first: str) -> None:
    for second, mark in product(BLOCKS, ("", "> ", "- ", "1. > ")):
        indent = mark if mark == "> " else " " * len(mark.rstrip("> ")) + "> " * (">" in mark)
        lines = f"{first}\n\n{second}".split("\n")
        text = "\n".join((mark if i == 0 else indent or "") + line for i, line in enumerate(lines))
        assert differ(text + DEFINITIONS) == set(), text


@pytest.mark.parametrize("text", DIFFERENCES.values(), ids=DIFFERENCES)
def test_known_differences_are_still_there(text: str) -> None:
    assert differ(text) != set()


@needs_corpora
@pytest.mark.parametrize("corpus", corpora(), ids=lambda path: path.name)
def test_real_blogs(corpus: Path) -> None:
    """Some posts of each blog, or with `BLINT_ALL_POSTS` set, all of them."""
    found = list(posts(corpus))
    step = 1 if os.environ.get("BLINT_ALL_POSTS") else len(found) // SAMPLE + 1
    for path in found[::step]:
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
        body = read_front_matter(text, dialect="yaml-1.1").body
        mdx = path.suffix == ".mdx"
        first = read_markdown(text, body, mdx=mdx, engine="pyromark")
        second = read_markdown(text, body, mdx=mdx, engine="markdown-it")
        assert facts(first) == facts(second), path
        assert counts(text, first) == counts(text, second), path


@pytest.mark.skipif(
    "BLINT_COMMONMARK_SPEC" not in os.environ,
    reason="BLINT_COMMONMARK_SPEC does not name the examples of the specification, as JSON",
)
def test_the_examples_of_the_commonmark_specification() -> None:
    """The file is `commonmark.json`, which markdown-it-py's source distribution brings along."""
    examples = json.loads(Path(os.environ["BLINT_COMMONMARK_SPEC"]).read_text(encoding="utf-8"))
    assert len(examples) >= 600
    assert [e["example"] for e in examples if differ(e["markdown"])] == []
