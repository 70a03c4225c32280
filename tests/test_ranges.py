"""Every diagnostic's range lies inside its file and covers what its message speaks of."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blint.diagnostics import Diagnostic
from blint.rulebook import load_rulebook
from blint.running.files import read_text
from blint.running.opening import Request
from blint.running.run import run
from blint.source import LineTable
from real_blogs import corpora, needs_corpora
from samples import check


def quoted(text: str, message: str) -> bool:
    """Whether the message quotes the text, give or take quotes, line breaks and a cut."""
    if "`" in text:
        return f"`{text}`" in message
    words = message.split("`")[1::2]
    bare = text.strip().strip("\"'<>").strip()
    return any(bare in word or (word and word.rstrip("…") in bare) for word in words)


def fence(text: str, message: str) -> bool:
    return re.fullmatch(r"`{3,}|~{3,}", text) is not None


def anything(text: str, message: str) -> bool:
    return True


def escaped(text: str, message: str) -> bool:
    return f"U+{ord(text[0]):04X}" in message


COVERS: dict[str, Callable[[str, str], bool]] = {
    "broken-link": quoted,
    "broken-anchor": quoted,
    "malformed-url": quoted,
    "duplicate-tag": quoted,
    "inconsistent-tag": quoted,
    "unknown-tag": quoted,
    "deprecated-tag": quoted,
    "unknown-fence-language": quoted,
    "stale-read-time": quoted,
    "invalid-date": quoted,
    "ambiguous-scalar": quoted,
    "duplicate-front-matter-key": quoted,
    "missing-fence-language": fence,
    "unclosed-fence": fence,
    "control-character": escaped,
}
"""What the text under a range must be; rules that are not here point at a place, not a word."""


def verify(diagnostic: Diagnostic, text: str) -> None:
    """Fail where a diagnostic, a fix or a related place of it is not where it says it is."""
    lines = LineTable.of(text)
    start, end = diagnostic.span
    assert 0 <= start <= end <= len(text), diagnostic
    assert lines.place(diagnostic.span) == diagnostic.place, diagnostic
    covers = COVERS.get(diagnostic.rule, anything)
    assert covers(text[start:end], diagnostic.message), (diagnostic, text[start:end])
    for edit in diagnostic.fix.edits if diagnostic.fix else ():
        assert 0 <= edit.span.start <= edit.span.end <= len(text), diagnostic
        assert edit.place == lines.place(edit.span)


def test_every_rule_with_a_table_row_is_a_rule() -> None:
    assert set(COVERS) <= set(load_rulebook())


@needs_corpora
@pytest.mark.parametrize("folder", corpora(), ids=lambda folder: folder.name)
def test_on_real_blogs(folder: Path) -> None:
    outcome = run(Request(paths=(folder,), today="2026-06-01"))
    assert outcome.posts
    texts: dict[str, str] = {}
    for diagnostic in outcome.diagnostics:
        assert diagnostic.rule != "internal-error", diagnostic
        if diagnostic.path not in texts:
            texts = {diagnostic.path: read_text(outcome.root, diagnostic.path) or ""}
        verify(diagnostic, texts[diagnostic.path])
        for related in diagnostic.related:
            assert related.place is not None
            assert related.place.line >= 1


PIECES = st.sampled_from(
    [
        "---\n",
        "+++\n",
        "title: A\n",
        "title: [B\n",
        "tags: [a, A, 010, no, 'x']\n",
        'tags = ["a", "A"]\n',
        "tags: a, b, c\n",
        "date: 2024-02-30\n",
        "readTime: 99 min\n",
        "version: 1.10\n",
        "title: &a [*a]\n",
        "```\n",
        "```pyhton\n",
        "  ~~~ x=1\n",
        "> ```js\n",
        "- item\n\n  ```\n",
        "[a](missing.md)",
        "[b](#nowhere)",
        "[c]: htps://x.y\n",
        "[c] ",
        "![d](<e f.png>)",
        "<a href='g.md'>h</a>",
        '{{< ref "i.md" >}}',
        "<!-- blint-ignore -->\n",
        "# Heading {#id}\n",
        "😀 日本語 e\u0301 \u202e\x00",
        "\r\n",
        "\n\n",
        "\t",
        "text ",
        "https://example.org:99999/x ",
    ]
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=25), st.sampled_from(["a.md", "a.mdx"]))
def test_on_made_up_posts(pieces: list[str], name: str) -> None:
    text = "".join(pieces)
    for diagnostic, covered in check({f"content/{name}": text}, config='preset = "hugo"\n'):
        assert diagnostic.rule != "internal-error", diagnostic
        verify(diagnostic, text.removeprefix("\ufeff"))
        assert covered == text[diagnostic.span.start : diagnostic.span.end]
