"""The usual spelling where two are equally frequent, and no tag is newer than another."""

from __future__ import annotations

import pytest

from blint.site.tag_spelling import usual_spelling
from blint.site.tag_uses import Record, Use, Witness
from blint.source import Span


def use(text: str, date: str = "") -> Use:
    return Use("a.md", text, Span(0, 0), date, True, False, False, "")


def usual(better: str, worse: str, *records: Record) -> str:
    """Which of two is taken, the other one being the newer."""
    spellings = {better: [use(better, "2024-01-01")], worse: [use(worse, "2025-01-01")]}
    return usual_spelling(spellings, [*spellings[better], *spellings[worse], *records])


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ("iOS", "IOS"),
        ("iOS", "ios"),
        ("gRPC", "GRPC"),
        ("GraphQL", "graphql"),
        ("GraphQL", "Graphql"),
        ("KubeVirt", "kubevirt"),
        ("Node.js", "NodeJS"),
        ("Node.js", "node.js"),
        ("NodeJS", "nodejs"),
        ("ESP RainMaker", "Esp Rainmaker"),
        ("AI", "Ai"),
        ("ESP32", "Esp32"),
        ("LVGL", "Lvgl"),
        ("ESP-IDF", "Esp Idf"),
        ("C++", "C ++"),
    ],
)
def test_the_careful_spelling_is_taken(better: str, worse: str) -> None:
    assert usual(better, worse) == better


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("AI", "ai"),
        ("ai", "AI"),
        ("Live Migration", "LiveMigration"),
        ("LiveMigration", "Live Migration"),
        ("Java", "JAVA"),
        ("JAVA", "Java"),
        ("Big Data", "BIG DATA"),
        ("pod", "pods"),
    ],
)
def test_else_the_newest_is(newer: str, older: str) -> None:
    assert usual(older, newer) == newer


def test_other_tags_confirm_a_spelling() -> None:
    assert usual("Esp Rainmaker", "ESP-Rainmaker") == "ESP-Rainmaker"
    assert usual("Esp Rainmaker", "ESP-Rainmaker", use("Esp")) == "Esp Rainmaker"
    assert usual("ai", "Ai", Witness("ai", "aiagents")) == "ai"
    assert usual("ai", "AI", Witness("ai", "ai")) == "AI", "a tag does not confirm itself"
    assert usual("Node JS", "NodeJS", use("Node")) == "NodeJS", "it says nothing of spaces"


def test_most_posts_decide_before_all_else() -> None:
    spellings = {"ios": [use("ios")] * 2, "iOS": [use("iOS")]}
    assert usual_spelling(spellings, [Witness("iOS", "iosapps")]) == "ios"
