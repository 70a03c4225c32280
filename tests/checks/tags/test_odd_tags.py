"""non-string-tag and confusable-tag: tags that are not the text they seem to be."""

from __future__ import annotations

import pytest

from fixing import fixed
from samples import findings


@pytest.mark.parametrize(
    ("preset", "tags", "rows"),
    [
        ("plain", "[2024]", [("2024", "The tag `2024` is read as a number, not as text.")]),
        ("plain", "[1.10]", [("1.10", "The tag `1.10` is read as a number, not as text.")]),
        ("plain", "[true]", [("true", "The tag `true` is read as the value true, not as text.")]),
        ("jekyll", "[on]", [("on", "The tag `on` is read as the value true, not as text.")]),
        ("astro", "[on]", []),
        (
            "jekyll",
            "[2024-05-01]",
            [("2024-05-01", "The tag `2024-05-01` is read as a date or a time, not as text.")],
        ),
        ("plain", "[a: b]", [("a: b", "The tag `a: b` is read as a mapping, not as text.")]),
        ("plain", "[[a]]", [("[a]", "The tag `[a]` is read as a list, not as text.")]),
        ("plain", "['']", [("''", "A tag is empty.")]),
        ("plain", "[~]", [("~", "A tag is empty.")]),
        ("plain", "2024", [("2024", "The tag `2024` is read as a number, not as text.")]),
        ("plain", "['2024', a, \"true\"]", []),
        ("plain", "[{label: A, permalink: /a}]", []),
        ("plain", "", []),
        ("plain", "''", []),
    ],
)
def test_what_is_no_text(preset: str, tags: str, rows: list[tuple[str, str]]) -> None:
    config = f'preset = "{preset}"\ncontent = ["content"]\n'
    found = findings("non-string-tag", f"---\ntags: {tags}\n---\n", config)
    assert [(text, message) for _, text, message in found] == rows


def test_the_fix_quotes_what_was_written() -> None:
    before = "---\ntags: [1.10, true, a]\n---\n"
    assert fixed("non-string-tag", before) == '---\ntags: ["1.10", "true", a]\n---\n'


@pytest.mark.parametrize(
    ("tag", "character", "cure"),
    [
        ("j\u0430va", "\u0430", "java"),
        ("\u0410pple", "\u0410", "Apple"),
        ("р\u0430зр\u0061ботка", "\u0061", "разработка"),
        ("web\u00a0design", "\u00a0", "web design"),
        ("java\u200b", "\u200b", "java"),
        ("ja\u200dva", "\u200d", "java"),
        ("e\u2011mail", "\u2011", "e-mail"),
        ("soft\u00adware", "\u00ad", "software"),
    ],
)
def test_characters_that_are_not_what_they_look_like(tag: str, character: str, cure: str) -> None:
    text = f"---\ntags: [{tag}]\n---\n"
    ((_, shown, message),) = findings("confusable-tag", text)
    assert shown == character
    assert f"U+{ord(character):04X}" in message
    assert character not in message or character.isascii()
    assert fixed("confusable-tag", text) == f"---\ntags: [{cure}]\n---\n"


@pytest.mark.parametrize(
    "tag",
    [
        "разработка",
        "IT-технологии",
        "µTorrent",
        "β-test",
        "日本語",
        "naïve café",
        "emoji 👩\u200d💻",
        "نیم\u200cفاصله",
        "quoi\u00a0?",
        "Ελλάδα",
    ],
)
def test_words_of_other_scripts_are_left_alone(tag: str) -> None:
    assert findings("confusable-tag", f"---\ntags: [{tag}]\n---\n") == []
