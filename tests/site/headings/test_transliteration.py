"""Spellings in ASCII, as Unidecode 1.4 has them."""

from __future__ import annotations

import pytest

from blint.site.headings.transliteration import LETTERS, WORD, transliterate


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("naïve Straße Łódź", "naive Strasse Lodz"),
        ("Ærø œuvre Þór", "AEro oeuvre Thor"),
        ("Привет, Щука Ёж", "Privet, Shchuka Iozh"),
        ("Ξένος χρόνος", "Ksenos khronos"),
        ("カタカナ の っ", "katakana no tsu"),
        ("a – b — c → d", "a - b -- c - d"),
        ("🚀 launch ★", " launch "),
        ("5 €", "5 EUR"),
        ("日本", WORD * 2),
        ("한", LETTERS),
    ],
)
def test_spelling(text: str, found: str) -> None:
    assert transliterate(text) == found
