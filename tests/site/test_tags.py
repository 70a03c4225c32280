"""Tags: collected with their places, and told apart."""

from __future__ import annotations

import unicodedata

import pytest

from blint.reading.front_matter import read_front_matter
from blint.site.presets import PRESETS
from blint.site.settings import Settings
from blint.site.tag_folding import fold_tag, is_plural, stem_tag
from blint.site.tags import collect_tags, fits


def settings(preset: str) -> Settings:
    return Settings(preset=PRESETS[preset], fields=PRESETS[preset].fields)


@pytest.mark.parametrize(
    ("preset", "head", "tags"),
    [
        ("plain", "tags: [a b, 'c', \"d\"]", ["a b", "c", "d"]),
        ("plain", "tags:\n  - a\n  - b # why", ["a", "b"]),
        (
            "plain",
            "tags:\n- 2024\n- true\n- 2024-05-01\n-\n- ~\n- ''",
            ["2024", "true", "2024-05-01"],
        ),
        ("plain", "tags:", []),
        ("plain", "tags: one tag", ["one tag"]),
        ("plain", "tags: 'Product Updates, Frontend ,'", ["Product Updates", "Frontend"]),
        ("jekyll", "tags: one two", ["one", "two"]),
        ("jekyll", "tags: one two, three", ["one two", "three"]),
        ("jekyll", "tags: [one two]", ["one two"]),
        ("docusaurus", "tags:\n- label: A b\n  permalink: /a\n- c", ["A b", "c"]),
        ("docusaurus", "tags:\n- permalink: /a", []),
        ("hugo", "Tags: [a]", ["a"]),
        ("plain", "other: [a]", []),
        ("plain", "tags: [[a]]", []),
    ],
)
def test_tags_are_collected_where_they_stand(preset: str, head: str, tags: list[str]) -> None:
    text = f"---\n{head}\n---\n"
    words = collect_tags(read_front_matter(text, dialect="yaml-1.2"), settings(preset))
    assert [word.text for word in words] == tags
    assert [text[word.span.start : word.span.end] for word in words] == tags


def test_zola_keeps_tags_among_its_taxonomies() -> None:
    text = '+++\n[taxonomies]\ntags = ["a", "b c"]\n+++\n'
    words = collect_tags(read_front_matter(text, dialect="yaml-1.2"), settings("zola"))
    assert [text[word.span.start : word.span.end] for word in words] == ["a", "b c"]


def test_a_tag_with_escapes_stands_at_its_whole_value() -> None:
    text = '---\ntags: ["caf\\u00e9"]\n---\n'
    (word,) = collect_tags(read_front_matter(text, dialect="yaml-1.2"), settings("plain"))
    assert word.text == "café"
    assert text[word.span.start : word.span.end] == '"caf\\u00e9"'


@pytest.mark.parametrize(
    "spellings",
    [
        ["iot", "IoT", "IOT"],
        ["Live Migration", "live-migration", "live_migration", "LiveMigration"],
        ["Node.js", "nodejs", "NodeJS", "node-js"],
        ["ESP32-S3", "esp32s3", "Esp32 S3"],
        ["Python 3", "python3", "python-3"],
        ["Tips & Tricks", "tips and tricks"],
        ["café", unicodedata.normalize("NFD", "café"), "Café"],
        ["ＡＰＩ", "api"],
        ["2024-01", "2024 01", "2024_01"],
    ],
)
def test_spellings_of_one_tag_fold_to_the_same(spellings: list[str]) -> None:
    assert len({fold_tag(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    "tags",
    [
        ["C", "C++", "C#"],
        ["HTTP", "HTTP/2", "HTTP/3"],
        ["Python", "Python 2", "Python 3"],
        ["ESP32", "ESP32-S3", "ESP32-C3"],
        ["REST", "Rust"],
        ["Java", "JavaScript"],
        [".NET", "NET"],
        ["Node", "Node.js"],
        ["3.0", "30"],
        ["v1.2", "v12"],
        ["2024-01", "202401"],
        ["cafe", "café"],
        ["Maße", "Masse"],
        ["-", "_"],
    ],
)
def test_different_tags_fold_to_different_words(tags: list[str]) -> None:
    assert len({fold_tag(tag) for tag in tags}) == len(tags)


PLURALS = [
    ("containers", "container"),
    ("libraries", "library"),
    ("classes", "class"),
    ("boxes", "box"),
    ("caches", "cache"),
    ("cookies", "cookie"),
    ("APIs", "api"),
    ("apis", "API"),
    ("VMs", "vm"),
    ("Design Patterns", "design pattern"),
    ("schemas", "schema"),
]
NO_PLURALS = [
    ("news", "new"),
    ("https", "http"),
    ("HTTPS", "http"),
    ("mqtts", "mqtt"),
    ("Windows", "window"),
    ("Microsoft Teams", "microsoft team"),
    ("MicrosoftTeams", "Microsoft Team"),
    ("iOS", "IO"),
    ("ios", "IO"),
    ("AWS", "aw"),
    ("dns", "dn"),
    ("css", "cs"),
    ("CS", "C"),
    ("glass", "glas"),
    ("pandas", "panda"),
    ("container", "containers"),
    ("kubernetes", "kubernete s"),
]


@pytest.mark.parametrize(("plural", "singular"), PLURALS)
def test_a_plural_is_told_and_found(plural: str, singular: str) -> None:
    assert is_plural(fold_tag(plural), [plural], fold_tag(singular))
    assert stem_tag(fold_tag(plural)) == stem_tag(fold_tag(singular))


@pytest.mark.parametrize(("word", "other"), NO_PLURALS)
def test_what_only_looks_like_a_plural_is_none(word: str, other: str) -> None:
    assert not is_plural(fold_tag(word), [word], fold_tag(other))


@pytest.mark.parametrize(
    "text", ["IoT", "C#", "C++", "Node.js", "Live Migration", "ESP32-S3", "日本"]
)
def test_a_plain_word_fits_anywhere_in_a_list(text: str) -> None:
    assert fits(text, "list")


@pytest.mark.parametrize(
    "text",
    ["a: b", "a, b", "a #b", "true", "No", "2024", "it's", "[a]", "", " a", "a ", "- a", "3.10"],
)
def test_what_yaml_may_read_otherwise_does_not_fit(text: str) -> None:
    assert not fits(text, "list")


def test_a_space_does_not_fit_among_tags_parted_by_spaces() -> None:
    assert not fits("a b", "spaces")
