"""What somebody meant who wrote a name that the highlighter does not know."""

from __future__ import annotations

import pytest

from blint.site.code.highlighters import fate, known
from blint.site.code.meant import meant_by, others_that_know
from blint.site.presets import PRESETS
from blint.site.settings import Code, Settings


def site(preset: str, code: Code) -> Settings:
    return Settings(preset=PRESETS[preset], code=code)


@pytest.mark.parametrize(
    ("preset", "highlighter", "word", "meant", "why"),
    [
        ("astro", "shiki", "JSON", "json", "case"),
        ("starlight", "shiki", "JSON", "json", "case"),
        ("eleventy", "prism", "JavaScript", "javascript", "case"),
        ("jekyll", "rouge", "Ruby?x=1", "ruby?x=1", "case"),
        ("astro", "shiki", "golang", "go", "alias"),
        ("zola", "giallo", "jinja2", "jinja", "alias"),
        ("eleventy", "prism", "rs", "rust", "alias"),
        ("hexo", "highlightjs", "jsonl", "json", "kin"),
        ("astro", "shiki", "conf", "ini", "kin"),
        ("hugo", "chroma", "pythonn", "python", "slip"),
        ("hugo", "chroma", "typescript=", "typescript", "slip"),
    ],
)
def test_a_name_is_meant_for_a_reason(
    preset: str, highlighter: str, word: str, meant: str, why: str
) -> None:
    assert meant_by(word, site(preset, Code(highlighter))) == (meant, why)


@pytest.mark.parametrize(
    ("preset", "highlighter", "word"),
    [
        ("eleventy", "prism", "ps"),  # PostScript to some, PowerShell to others
        ("hugo", "chroma", "rgs"),
        ("hugo", "chroma", "sg"),
        ("hugo", "chroma", "CREATE"),
        ("docusaurus", "docusaurus", "bash"),
        ("plain", "syntect", "xyzzy"),
    ],
)
def test_nobody_can_say_what_was_meant(preset: str, highlighter: str, word: str) -> None:
    settings = site(preset, Code(highlighter))
    assert not known(word, settings)
    assert meant_by(word, settings) is None


@pytest.mark.parametrize(
    ("preset", "highlighter", "word", "answer"),
    [
        ("vitepress", "shiki", "JSON", True),
        ("astro", "shiki", "JSON", False),
        ("astro", "prism", "JSON", False),
        ("hexo", "highlightjs", "JavaScript", True),
        ("hexo", "prism", "JavaScript", False),
        ("docusaurus", "docusaurus", "JavaScript", True),
        ("pelican", "pygments", "JavaScript", True),
        ("zola", "giallo", "JavaScript", True),
        ("jekyll", "rouge", "JavaScript", False),
    ],
)
def test_generators_tell_capital_letters_or_do_not(
    preset: str, highlighter: str, word: str, answer: bool
) -> None:
    assert known(word, site(preset, Code(highlighter))) is answer


@pytest.mark.parametrize(
    ("preset", "code", "answer"),
    [
        ("hugo", Code("chroma"), "plain"),
        ("astro", Code("shiki"), "warns"),
        ("plain", Code("shiki"), "open"),
        ("plain", Code("prism"), "plain"),
        ("pelican", Code("pygments"), "guesses"),
        ("zola", Code("giallo"), "warns"),
        ("zola", Code("giallo", unknown="fails"), "fails"),
        ("zola", Code("syntect"), ""),
        ("plain", Code(), ""),
    ],
)
def test_what_becomes_of_code_in_an_unknown_language(preset: str, code: Code, answer: str) -> None:
    assert fate(site(preset, code)) == answer


def test_a_word_for_plain_text_counts_where_unknown_names_stop_the_build() -> None:
    assert known("output", site("zola", Code("giallo")))
    assert not known("output", site("zola", Code("giallo", unknown="fails")))
    assert known("text", site("zola", Code("giallo", unknown="fails")))
    assert known("goat", site("zola", Code("giallo", unknown="fails")))


def test_components_bring_all_their_names() -> None:
    bare, more = (
        site("docusaurus", Code("docusaurus", components=frozenset(names)))
        for names in ((), ("bash",))
    )
    assert not known("sh", bare)
    assert known("sh", more)
    assert known("Shell", more)
    assert "Prism" in others_that_know("sh", bare)
