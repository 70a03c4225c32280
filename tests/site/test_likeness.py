"""Groups of like texts: whatever the order of their records, the same is found."""

from __future__ import annotations

import random

from blint.checks.front_matter import duplicate_title, near_duplicate_title
from blint.facts import PostFacts, Word
from blint.site.likeness import Likeness, title_emit
from blint.site.model import Site
from blint.site.settings import Settings
from blint.source import Span

TITLES = (
    *("Big trees", "Big trees", "Big trees!", "The big tree", "Trees, big"),
    *("Deploying machine learning models", "Deploying machine learnnig models"),
    *("Overview", "Overview", "A", "A"),
)


def test_the_order_of_records_does_not_matter() -> None:
    groups: dict[str, list[Likeness]] = {}
    for number, title in enumerate(TITLES):
        facts = PostFacts(
            path=f"{number}.md",
            collection="",
            preset="plain",
            lines=b"",
            length=0,
            front_matter=Span(0, 0),
            title=Word(title, Span(0, 1)),
        )
        for key, record in title_emit(facts, Settings()):
            groups.setdefault(key, []).append(record)
    site = Site(frozenset())
    shuffle = random.Random(3).shuffle
    for key, records in groups.items():
        for module in (duplicate_title, near_duplicate_title):
            expected = sorted(map(str, module.judge(key, records, site)))
            for _ in range(5):
                shuffle(records)
                assert sorted(map(str, module.judge(key, records, site))) == expected


def test_a_pattern_is_no_slip_and_costs_little() -> None:
    words = [f"letter{chr(97 + number // 26)}{chr(97 + number % 26)}" for number in range(600)]
    records = []
    for number, word in enumerate(words):
        facts = PostFacts(
            path=f"{number}.md",
            collection="",
            preset="plain",
            lines=b"",
            length=0,
            front_matter=Span(0, 0),
            title=Word(f"How to write {word}", Span(0, 1)),
        )
        records += list(title_emit(facts, Settings()))
    keys = {key for key, _ in records}
    for key in keys:
        group = [record for found, record in records if found == key]
        assert list(near_duplicate_title.judge(key, group, Site(frozenset()))) == []
