"""formulaic-description: openings that many descriptions share."""

from __future__ import annotations

import pytest

from samples import findings

ON = "[rules]\nformulaic-description = { severity = 'info', min-posts = 3 }\n"


def found(*descriptions: str, config: str = ON) -> list[tuple[str, str, str]]:
    files = {
        f"content/{number}.md": f"---\ndescription: {text}\ndate: 2024-01-0{number + 1}\n---\n"
        for number, text in enumerate(descriptions)
    }
    return findings("formulaic-description", files, config)


def test_it_is_off_until_it_is_asked_for() -> None:
    from blint.rulebook import load_rulebook

    assert load_rulebook()["formulaic-description"].severity.word == "off"


def test_an_opening_is_a_formula_from_some_time_on() -> None:
    rows = found(*(f"A guide to good {word} in short." for word in ("trees", "rows", "maps", "ts")))
    assert [(path, covered) for path, covered, _ in rows] == [
        ("content/2.md", "A guide to good"),
        ("content/3.md", "A guide to good"),
    ]
    assert rows[0][2] == "The description opens with `A guide to good`, for the 3rd time."
    assert rows[1][2].endswith("for the 4th time.")


@pytest.mark.parametrize(
    "descriptions",
    [
        ("The guide to good trees", "A guide to good rows", "Guide to good maps"),
        ("Learn how to plant", "learn how to count", "'Learn, how to read'"),
        ("In this post, we plant", "In this post we count", "In this post… we read"),
    ],
)
def test_articles_case_and_punctuation_do_not_count(descriptions: tuple[str, ...]) -> None:
    assert len(found(*descriptions)) == 1


@pytest.mark.parametrize(
    "descriptions",
    [
        ("Learn how to plant", "Learn how to count"),
        ("Learn to plant trees", "Learn to count rows", "Learn to read maps"),
        ("Learn how to", "Learn how to", "Learn how to"),
        ("", "''", "[]"),
        ("7", "true", "~"),
        ("A", "A", "A"),
    ],
)
def test_other_openings_are_left_alone(descriptions: tuple[str, ...]) -> None:
    assert found(*descriptions) == []


def test_five_posts_make_a_formula_by_default() -> None:
    config = "[rules]\nformulaic-description = 'info'\n"
    texts = [f"Learn how to do {word}" for word in "abcde"]
    assert found(*texts[:4], config=config) == []
    assert len(found(*texts, config=config)) == 1
