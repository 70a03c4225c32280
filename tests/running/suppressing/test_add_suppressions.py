"""Suppressions on command: where they are put, and that nothing else changes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from blint.running.opening import Request
from blint.running.suppressing.blocks import Blocks
from blint.running.suppressing.blog import Added, add_suppressions, told
from blint.running.suppressing.places import Paper
from blint.running.suppressing.post import Suppressed, Want
from blint.source import Span

RULES = ("missing-fence-language", "broken-link", "duplicate-tag", "missing-alt-text")
TODAY = "2026-06-01"
HEAD = "---\ntitle: A\n---\n"
FENCE = "```\nx\n```\n"
F = "<!-- blint-ignore missing-fence-language -->"
L = "<!-- blint-ignore broken-link -->"
F_START, F_END = (F.replace("ignore ", f"ignore-{end} ") for end in ("start", "end"))
START = "<!-- blint-ignore-start broken-link -->"
END = "<!-- blint-ignore-end broken-link -->"


def add(root: Path, *, reason: str = "", select: tuple[str, ...] = RULES) -> Added:
    """Add suppressions to a blog, and once more: that must change nothing."""
    request = Request(paths=(root,), select=select, today=TODAY)
    added = add_suppressions(request, reason)
    before = contents(root)
    again = add_suppressions(request, reason)
    assert contents(root) == before
    assert not again.silenced
    assert again.outcome.diagnostics == added.outcome.diagnostics
    return added


def contents(root: Path) -> dict[str, bytes]:
    """All files of a blog."""
    return {str(file): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def written(root: Path, text: str, name: str = "content/a.md", **options: Any) -> str:
    """A post after suppressions were added, all of its findings silenced."""
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())
    added = add(root, **options)
    assert added.outcome.diagnostics == []
    assert added.kept == {}
    return file.read_bytes().decode()


BODIES = {
    "above a block": (FENCE, f"{F}\n{FENCE}"),
    "above a block that follows a paragraph": (f"a\n{FENCE}", f"a\n\n{F}\n{FENCE}"),
    "each block": (f"{FENCE}\n{FENCE}", f"{F}\n{FENCE}\n{F}\n{FENCE}"),
    "the first line of a paragraph": ("[x](x.md)\na\n", f"{L}\n[x](x.md)\na\n"),
    "a later line of a paragraph": (
        "a\n[x](x.md)\nb\n\nc\n",
        f"{START}\na\n[x](x.md)\nb\n\n{END}\n\nc\n",
    ),
    "both lines of a paragraph": (
        "[x](x.md)\n[y](y.md)\n",
        f"{START}\n[x](x.md)\n[y](y.md)\n\n{END}\n",
    ),
    "two paragraphs": (
        "a\n[x](x.md)\n\nb\n[y](y.md)\n",
        f"{START}\na\n[x](x.md)\n\n{END}\n\n{START}\nb\n[y](y.md)\n\n{END}\n",
    ),
    "a paragraph with no line end": ("a\n[x](x.md)", f"{START}\na\n[x](x.md)\n\n{END}\n"),
    "a table": (
        "|a|\n|-|\n|[x](x.md)|\n",
        f"{START}\n|a|\n|-|\n|[x](x.md)|\n\n{END}\n",
    ),
    "a quote": ("> a\n> [x](x.md)\n", f"{START}\n> a\n> [x](x.md)\n\n{END}\n"),
    "an item": ("- a\n- [x](x.md)\n- b\n", f"- a\n- [x](x.md) {L}\n- b\n"),
    "an item with a hard break": ("- a\n- [x](x.md)  \n  b\n", f"- a\n- [x](x.md) {L}  \n  b\n"),
    "a block in an item": (
        "1. a\n\n   ```\n   x\n   ```\n\n2. b\n",
        f"1. a\n\n   {F}\n   ```\n   x\n   ```\n\n2. b\n",
    ),
    "a block in a tight item": (
        "1. a\n   ```\n   x\n   ```\n",
        f"1. a\n   {F}\n   ```\n   x\n   ```\n",
    ),
    "a fence that starts an item": (
        "- a\n- ```\n  x\n  ```\n",
        f"{F_START}\n- a\n- ```\n  x\n  ```\n\n{F_END}\n",
    ),
    "a heading": ("## [x](x.md)\n\na\n", f"{L}\n## [x](x.md)\n\na\n"),
    "a comment that is there": (f"{L}\n[x](x.md)\n\n{FENCE}", f"{L}\n[x](x.md)\n\n{F}\n{FENCE}"),
    "a line with a comment for another rule": (
        f"{L}\n[x](x.md) ![](https://a.example/a.png)\n",
        f"{L}\n<!-- blint-ignore missing-alt-text -->\n[x](x.md) ![](https://a.example/a.png)\n",
    ),
    "a line whose end is code": (
        "- a `b\n  c` [x](x.md) `d\n  e`\n",
        f"{START}\n- a `b\n  c` [x](x.md) `d\n  e`\n\n{END}\n",
    ),
    "HTML": (
        '<div>\n<a href="x.md">x</a>\n</div>\n\na\n',
        f'{START}\n<div>\n<a href="x.md">x</a>\n</div>\n\n{END}\n\na\n',
    ),
}


@pytest.mark.parametrize(("before", "after"), BODIES.values(), ids=BODIES)
def test_in_the_body(tmp_path: Path, before: str, after: str) -> None:
    assert written(tmp_path, HEAD + before) == HEAD + after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\n[x](x.md)\nb\n\nc\n", f"{START}\na\n[x](x.md)\nb\n\n{END}\n\nc\n"),
        (f"a\n\n{FENCE}", f"a\n\n{F}\n{FENCE}"),
    ],
)
def test_line_ends_and_a_byte_order_mark_stay(tmp_path: Path, before: str, after: str) -> None:
    post, wanted = (("\ufeff" + HEAD + one).replace("\n", "\r\n") for one in (before, after))
    assert written(tmp_path, post) == wanted


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "---\ntitle: A\ntags: [a, a]\n---\n",
            "---\ntitle: A\n# blint-ignore duplicate-tag\ntags: [a, a]\n---\n",
        ),
        (
            "---\ntags:\n  - a\n  - a\n---\n",
            "---\ntags:\n  - a\n  # blint-ignore duplicate-tag\n  - a\n---\n",
        ),
        (
            '+++\ntags = ["a", "a", "a"]\n+++\n',
            '+++\n# blint-ignore duplicate-tag\ntags = ["a", "a", "a"]\n+++\n',
        ),
        (
            '{"tags": ["a", "a"]}\n\ntext\n',
            '{"tags": ["a", "a"]}\n<!-- blint-ignore-file duplicate-tag -->\n\ntext\n',
        ),
    ],
)
def test_in_front_matter(tmp_path: Path, before: str, after: str) -> None:
    assert written(tmp_path, before) == after


def test_in_mdx(tmp_path: Path) -> None:
    comment = F.replace("<!--", "{/*").replace("-->", "*/}")
    post = f"{HEAD}a\n{FENCE}"
    assert written(tmp_path, post, "content/a.mdx") == f"{HEAD}a\n\n{comment}\n\n{FENCE}"


def test_what_stands_on_the_first_line_is_silenced_for_the_file(tmp_path: Path) -> None:
    (tmp_path / "blint.toml").write_text('[front-matter]\nschema = "s.json"\n')
    (tmp_path / "s.json").write_text('{"required": ["date"]}')
    after = written(tmp_path, HEAD, select=("schema-violation",))
    assert after == "---\n# blint-ignore-file schema-violation\ntitle: A\n---\n"


def test_a_reason_is_given(tmp_path: Path) -> None:
    after = written(tmp_path, f"{HEAD}{FENCE}", reason="as it was")
    assert after == f"{HEAD}<!-- blint-ignore missing-fence-language: as it was -->\n{FENCE}"


def test_what_is_behind_a_finding_is_silenced_as_well(tmp_path: Path) -> None:
    # Two rules speak of one slip, and one of them is reported as long as it is not silenced.
    schema = '{"properties": {"date": {"format": "date"}}}'
    (tmp_path / "blint.toml").write_text('[front-matter]\nschema = "s.json"\n')
    (tmp_path / "s.json").write_text(schema)
    rules = ("schema-violation", "invalid-date")
    after = written(tmp_path, "---\ndate: 2026-13-01\n---\na\n", select=rules)
    assert after.split("\n")[1] == "# blint-ignore invalid-date, schema-violation"


def test_a_vocabulary(tmp_path: Path) -> None:
    (tmp_path / "blint.toml").write_text('[tags]\nvocabulary = "tags.toml"\n')
    (tmp_path / "tags.toml").write_text("[tags.A]\n[tags.B]\n")
    written(tmp_path, "---\ntags: [A]\n---\na\n", select=("unused-tag",))
    text = (tmp_path / "tags.toml").read_text()
    assert text == "[tags.A]\n# blint-ignore unused-tag\n[tags.B]\n"


def test_what_cannot_be_silenced_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_bytes(b"\xff")
    (tmp_path / "content/b.md").write_text("---\ntitle: [\n---\n" + FENCE)
    (tmp_path / "content/c.md").write_text(HEAD + FENCE)
    (tmp_path / "content/c.md").chmod(0o444)
    added = add(tmp_path, select=(*RULES, "invalid-front-matter"))
    no = "not silenced: no comment silences this rule."
    assert told(added) == [
        "content/b.md: 1 finding silenced.",
        "content/c.md: not written, as it may not be written.",
        f"content/a.md: 1 finding of `invalid-encoding` {no}",
        f"content/b.md: 1 finding of `invalid-front-matter` {no}",
        "1 finding silenced in 1 file.",
    ]
    assert (tmp_path / "content/c.md").read_text() == HEAD + FENCE


def test_a_place_where_a_comment_would_be_seen_is_left_alone(tmp_path: Path) -> None:
    # What stands between these tags is shown as it is.
    inner = "{{< highlight text >}}\na\n\n<a href='x.md'>x</a>\n{{< /highlight >}}\n"
    (tmp_path / "hugo.toml").touch()
    after = written(tmp_path, HEAD + inner + "\n[x](x.md)\n", "content/a.md")
    assert after == HEAD + inner + f"\n{L}\n[x](x.md)\n"


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_places_in_the_new_text_are_known_in_the_old_one(newline: str) -> None:
    text = f"a{newline}b{newline}{newline}c{newline}d{newline}"
    paper = Paper(text, Span(0, 0), None, Blocks(text, 0))
    post = Suppressed(text.encode(), paper, lambda *_: True, "")
    assert post.add([Want("x", text.index("b")), Want("y", text.index("c"))])
    now = post.now.decode()
    for letter in "abcd":
        at = re.search(rf"^{letter}", now, re.MULTILINE)
        assert at is not None
        assert post.original(at.start()) == text.index(letter)
    assert post.original(now.index("blint-ignore-end")) is None
    assert post.original(len(now)) == len(text)
