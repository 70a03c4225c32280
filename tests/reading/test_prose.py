"""Counting words."""

from __future__ import annotations

import pytest

from blint.reading.prose import WordCount, count_words
from blint.source import Span


@pytest.mark.parametrize(
    ("text", "words", "cjk"),
    [
        ("", 0, 0),
        ("a bc  d\ne", 4, 0),
        ("don't stop-gap", 2, 0),
        ("it’s", 1, 0),
        ("a - b – c", 3, 0),
        ("v1.2 foo_bar", 4, 0),
        ("naïve cafe\u0301s", 2, 0),
        ("हिन्दी भाषा", 2, 0),
        ("привет, мир!", 2, 0),
        ("中文" * 400, 0, 800),
        ("用 Python 写", 1, 2),
        ("日本語のテキスト", 0, 8),
        ("한국어 글", 0, 4),
        ("，。！", 0, 0),
        ("😀 👍🏽", 0, 0),
        ("`code` and *more*", 3, 0),
    ],
)
def test_words(text: str, words: int, cjk: int) -> None:
    assert count_words(text, [Span(0, len(text))]) == WordCount(words, cjk)


@pytest.mark.parametrize(
    ("text", "words"), [("un**believ**able", 1), ("a\nb", 2), ("a](x)b", 2), ("a~~b~~", 1)]
)
def test_marks_between_spans(text: str, words: int) -> None:
    spans = [Span(i, i + 1) for i, char in enumerate(text) if char.isalpha() and char != "x"]
    assert count_words(text, spans).words == words


def test_only_the_spans_are_counted() -> None:
    assert count_words("a b c d", [Span(0, 1), Span(4, 5)]) == WordCount(2, 0)
