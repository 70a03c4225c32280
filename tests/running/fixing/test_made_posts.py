"""Thousands of posts made up at random: fixed once for all, and nothing else of them changed."""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest
from prove_fixes import prove

from blint.diagnostics import Edit
from blint.running.fixing.edits import Uneditable, edited
from blint.source import Span
from made_posts import CONFIG, VOCABULARY, made_post

SEEDS = range(int(os.environ.get("BLINT_MADE_POSTS", "200")) // 100)


@pytest.mark.parametrize("seed", SEEDS)
def test_posts_are_fixed_once_and_for_all(tmp_path: Path, seed: int) -> None:
    random = Random(seed)
    (tmp_path / "content").mkdir()
    (tmp_path / "blint.toml").write_text(CONFIG)
    (tmp_path / "tags.toml").write_text(VOCABULARY)
    for number in range(100):
        mdx = number % 5 == 4
        name = f"p{number}.{'mdx' if mdx else 'md'}"
        (tmp_path / "content" / name).write_bytes(made_post(random, mdx=mdx))
    counts, wrong = prove(tmp_path.resolve())
    assert wrong == []
    assert counts["files"] > 50


def test_bytes_outside_edits_stay() -> None:
    random = Random(7)
    for _ in range(500):
        data = made_post(random)
        bom = data[:3] if data.startswith(b"\xef\xbb\xbf") else b""
        text = data[len(bom) :].decode()
        places = sorted(random.sample(range(len(text) + 1), min(6, len(text) + 1)))
        pairs = zip(places[::2], places[1::2], strict=False)
        edits = [Edit(Span(a, b), random.choice(("", "x", "ü", "😀"))) for a, b in pairs]
        after = edited(data, random.sample(edits, len(edits)))
        whole, at = bom, 0
        for edit in edits:
            whole += text[at : edit.span.start].encode() + edit.text.encode()
            at = edit.span.end
        assert after == whole + text[at:].encode()


def test_edits_in_each_other_s_way_are_refused_in_any_order() -> None:
    random = Random(8)
    for _ in range(2000):
        a, b, c, d = (random.randrange(6) for _ in range(4))
        one, other = sorted((a, b)), sorted((c, d))
        edits = [Edit(Span(*one), "x"), Edit(Span(*other), "y")]
        overlap = max(one[0], other[0]) < min(one[1], other[1])
        empty = one[0] == one[1] or other[0] == other[1]
        in_the_way = overlap or (empty and max(one[0], other[0]) <= min(one[1], other[1]))
        for order in (edits, edits[::-1]):
            try:
                edited(b"abcdef", order)
            except Uneditable:
                assert in_the_way
            else:
                assert not in_the_way
