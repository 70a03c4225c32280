"""Paragraphs as they are read aloud, and the languages of texts."""

from __future__ import annotations

import sys

import pytest

from blint.reading.post import read_post
from blint.site.readability import MEASURES, count_sentences, guess_language, paragraphs
from blint.source import decode

ALOUD = [
    ("One two.\nThree four.", ["One two. Three four."]),
    ("One.\n\nTwo.", ["One.", "Two."]),
    ("One.\r\n\r\nTwo.", ["One.", "Two."]),
    ("One\n \t\nTwo", ["One.", "Two."]),
    ("Such as these:\n\n- one\n- two\n", ["Such as these."]),
    ("Such as these:\n- one\n- two\n", ["Such as these."]),
    ("# One\n\nTwo.", ["Two."]),
    ("Call `a.b.c()` with *care*.", ["Call code with care."]),
    ("See https://example.org/a.b or a/b or snake_case.", ["See code or code or code."]),
    ("Node.js 3.14 is out!", ["Nodejs 314 is out!"]),
    ("A [link](https://example.org) and ![an image](a.png).", ["A link and ."]),
    ("```\ncode\n```\n\nText.", ["Text."]),
    ("Text.\n```\ncode\n```\n", ["Text."]),
    ("> Quoted.\n\nText.", ["Text."]),
    ("| a | b |\n|---|---|\n| c | d |\n\nText.", ["Text."]),
    ("1. One\n2. Two\n\nText.", ["Text."]),
    ("[One](a)\\\n[Two](b)\\\n[Three](c)\n\nText.", ["Text."]),
    ("[One](a)<br>\nTwo words.", ["One. Two words."]),
    ("<div>\nText\n</div>\n", []),
    ("", []),
]


@pytest.mark.parametrize(("body", "aloud"), ALOUD)
def test_paragraphs_are_read_aloud(body: str, aloud: list[str]) -> None:
    post = read_post("a.md", decode(f"---\ntitle: A\n---\n{body}".encode()), dialect="yaml-1.2")
    assert [paragraph.text for paragraph in paragraphs(post)] == aloud


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The cat sat on the mat and it was warm.", "en"),
        ("Die Katze saß auf der Matte und es war warm.", "de"),
        ("Le chat est sur le tapis et il dort.", "fr"),
        ("Il gatto è sul tappeto e non si muove.", "it"),
        ("O gato está em cima do tapete e não se move.", "pt"),
        ("Katten satt på mattan och det var varmt.", "sv"),
        ("Kot siedział spokojnie obok pieca.", ""),
        ("Кот сидел на ковре.", ""),
        ("", ""),
    ],
)
def test_the_smallest_words_tell_the_language(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_sentences_are_counted() -> None:
    assert count_sentences('One. Two! "Three?" Four…') == 4
    assert count_sentences("None at all") == 1


def test_no_measure_downloads_anything() -> None:
    for measure in MEASURES.values():
        assert isinstance(measure.of("Nobody understood the implementation. It was warm."), float)


def test_textstat_is_imported_when_a_text_is_measured() -> None:
    import subprocess

    code = "import sys, blint.checks.prose.hard_to_read; sys.exit('textstat' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
