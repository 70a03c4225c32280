"""Titles and descriptions reduced to what they say."""

from __future__ import annotations

import pytest

from blint.site.wording import fold_text, is_slip, may_slip, signature, words_of

FOLDED = [
    ("  Big \n Trees ", "big trees"),
    ("BIG TREES!", "big trees"),
    ("Big trees?", "big trees?"),
    ("“Big” – ‘trees’", "\"big\" - 'trees'"),
    ("Big\u00adtrees", "bigtrees"),
    ("Straße", "strasse"),
    ("C++", "c++"),
    ("operator ;", "operator ;"),
    ("!", "!"),
    ("", ""),
]


@pytest.mark.parametrize(("text", "folded"), FOLDED)
def test_a_text_is_folded(text: str, folded: str) -> None:
    assert fold_text(text) == folded


WORDS = [
    ("The big trees of the Alps", "big tree alp"),
    ("'Quoted' (words), and more…", "quoted word more"),
    ("Kafka : Event streaming – today", "kafka event streaming today"),
    ("Real-time client/server code", "real time client server code"),
    ("v1.2-rc3 of 2024-01-31", "v1.2-rc3 2024-01-31"),
    ("C++ and C#, or .NET", "c++ c# or .net"),
    ("libraries, classes, buses, status, gas", "library classe buse status gas"),
    ("JWTS and ENDS", "jwts ends"),
    ("operator -", "operator -"),
    ("Why trees?", "why tree"),
    ("日本語の題", "日本語の題"),
    ("🚀 launch", "🚀 launch"),
    ("- - -", "- -"),
    ("", ""),
    ("   ", ""),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_the_words_that_say_something(text: str, words: str) -> None:
    assert " ".join(words_of(text)) == words


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("caching with rust", "with rust caching", False),
        ("queue caching rust", "rust caching queue", True),
        ("kafka to redis", "redis to kafka", False),
        ("queue caching", "queue", False),
    ],
)
def test_the_order_counts_where_a_word_makes_it_count(one: str, other: str, same: bool) -> None:
    assert (signature(one.split()) == signature(other.split())) is same


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("learning", "learnnig", True),
        ("learning", "lerning", True),
        ("learning", "learnning", True),
        ("learning", "learning", False),
        ("learning", "leaning", True),
        ("forms", "fonts", False),
        ("release", "released", False),
        ("script", "ascript", False),
        ("andrew", "andrea", False),
        ("learning", "elarning", True),
        ("one", "three", False),
    ],
)
def test_a_typing_slip_is_told_from_another_word(one: str, other: str, slip: bool) -> None:
    assert is_slip(one, other) is slip
    assert is_slip(other, one) is slip


def test_short_words_and_names_of_code_may_mean_what_they_say() -> None:
    assert [word for word in ("form", "kubernetes", "c4001x", "_dup2") if may_slip(word)] == [
        "kubernetes"
    ]
