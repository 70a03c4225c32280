"""A proposed vocabulary: read by blint as it stands, and silent but for what it marked."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from blint.overview.tags.index import index_tags
from blint.overview.tags.proposal import Proposal, propose_vocabulary
from blint.running.data_file import parse_data
from blint.running.load import load
from blint.running.opening import Request
from blint.running.run import run
from blint.site.vocabulary import Vocabulary, read_vocabulary
from real_blogs import FOLDER, needs_corpora

FORMS = ("toml", "yaml", "json")
ODD = [
    *("C++", "C#", ".NET", "a.b", "it's", 'say "hi"', "back\\\\slash", "née", "日本語", "2024"),
    *("yes", "null", "~", "- a", "a: b", "#tag", "[x]", "{y}", "tags", "$schema", "tab\\tbed"),
    *(
        "no\\u200bspace",
        "x\\u00a0y",
        "\\u202eright",
        "emoji 👩\u200d💻",
        "'",
        "\\\\",
        "%",
        "@a",
        "`b`",
    ),
]


def proposal(root: Path, form: str, *tags: str) -> tuple[Proposal, Vocabulary]:
    """What is proposed for posts with these tags, given as JSON, and the same read again."""
    (root / "content").mkdir(exist_ok=True)
    (root / "blint.toml").touch()
    for number, text in enumerate(tags):
        (root / f"content/{number}.md").write_text(f"---\ntags: {text}\n---\n")
    blog = load(Request(paths=(root,)))
    found = propose_vocabulary(index_tags(blog.posts, blog.settings), form)
    vocabulary, faults = read_vocabulary(
        parse_data(f"tags.{form}", found.text.encode()).root, "tags"
    )
    assert faults == []
    assert len(vocabulary.terms) == found.tags
    return found, vocabulary


@pytest.mark.parametrize("form", FORMS)
def test_odd_names_are_quoted(tmp_path: Path, form: str) -> None:
    quoted = [f'"{name}"' if '"' not in name else f"'{name}'" for name in ODD]
    found, vocabulary = proposal(tmp_path, form, f"[{', '.join(quoted)}]", f"[{quoted[0]}]")
    tags = {word.text for post in load(Request(paths=(tmp_path,))).posts for word in post.tags}
    assert len(tags) == len(ODD)
    assert tags - {"$schema"} <= vocabulary.terms.keys() | vocabulary.aliases.keys()
    assert found.once


@pytest.mark.parametrize("form", FORMS)
def test_spellings_become_aliases(tmp_path: Path, form: str) -> None:
    posts = [*["[kubernetes]"] * 5, "[Kubernetes, kuberentes, pods]", *["[pod]"] * 2]
    found, vocabulary = proposal(tmp_path, form, *posts)
    assert dict(vocabulary.aliases) == {
        "Kubernetes": "kubernetes",
        "kuberentes": "kubernetes",
        "pods": "pod",
    }
    assert found.doubts == (
        "`kubernetes`: `kuberentes` is probably misspelt; it may be a tag of its own.",
        "`pod`: `pods` may be another thing: one is the plural.",
    )
    if form != "json":
        assert found.text.count("# Doubtful: ") == 2


@pytest.mark.parametrize("form", FORMS)
def test_words_of_two_languages_stay_apart(tmp_path: Path, form: str) -> None:
    german, english = "[Test, post, Tests]\nlang: de", "[Tests, Post, Computers]\nlang: en"
    found, vocabulary = proposal(tmp_path, form, german, german, english, "[Computer]\nlang: de")
    assert languages_of(vocabulary) == {
        "Computer": (),
        "Computers": (),
        "Post": ("en",),
        "post": ("de",),
        "Test": (),
        "Tests": (),
    }
    assert not vocabulary.aliases
    (tmp_path / f"v.{form}").write_text(found.text)
    (tmp_path / "blint.toml").write_text(f'[tags]\nvocabulary = "v.{form}"\n')
    _, again = proposal(tmp_path, form)
    assert languages_of(again) == languages_of(vocabulary), "it stays as it is"


def languages_of(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    return {name: term.languages for name, term in vocabulary.terms.items()}


def test_the_site_s_own_language_needs_no_name(tmp_path: Path) -> None:
    _, vocabulary = proposal(tmp_path, "toml", "[post]\nlang: de", "[Post]", "[POST]\nlang: de")
    assert languages_of(vocabulary) == {"POST": ("de",), "Post": ()}
    assert vocabulary.aliases == {"post": "POST"}


@pytest.mark.parametrize("form", FORMS)
def test_a_slip_that_is_a_word_elsewhere_is_no_alias(tmp_path: Path, form: str) -> None:
    posts = [*["[kubernetes]\nlang: en"] * 5, "[kuberentes]\nlang: en", "[kuberentes]\nlang: de"]
    assert not proposal(tmp_path, form, *posts)[1].aliases


@pytest.mark.parametrize("form", FORMS)
def test_the_names_of_two_vocabularies_become_one(tmp_path: Path, form: str) -> None:
    config = '[tags]\nvocabulary = "a.yml"\n[collections.b]\nfiles = ["content/1.md"]\n'
    (tmp_path / "blint.toml").write_text(f'{config}tags.vocabulary = "b.yml"\n')
    (tmp_path / "a.yml").write_text("Kafka: {aliases: [kfk]}\n")
    (tmp_path / "b.yml").write_text("kafka: {aliases: [kaffka]}\n")
    _, vocabulary = proposal(tmp_path, form, "[Kafka, kfk]", "[kafka]")
    assert list(vocabulary.terms) == ["Kafka"]
    assert sorted(vocabulary.aliases) == ["kaffka", "kafka", "kfk"]


def test_yaml_reads_no_name_as_a_number(tmp_path: Path) -> None:
    names = ["0x1F", "0o17", "1e3", "1.5E-2", "0b1", "12e", "3d", "e3", "x_1", "No", "nan"]
    found, _ = proposal(tmp_path, "yaml", json.dumps(names))
    assert sorted(yaml.safe_load(found.text)["tags"]) == sorted(names)


def test_all_doubts_are_marked(tmp_path: Path) -> None:
    found, _ = proposal(tmp_path, "toml", *['[a, b, "x\\u200by"]'] * 3, "[lone]")
    assert [line for line in found.text.split("\n") if line.startswith("# Doubtful")] == [
        "# Doubtful: always together with `b`, `x\\u200by` (3 posts); one may be enough.",
        "# Doubtful: always together with `a`, `x\\u200by` (3 posts); one may be enough.",
        "# Doubtful: on 1 post only.",
        "# Doubtful: `x\\u200by` holds U+200B.",
        "# Doubtful: always together with `a`, `b` (3 posts); one may be enough.",
    ]


@pytest.mark.parametrize("form", FORMS)
def test_what_a_vocabulary_says_is_kept(tmp_path: Path, form: str) -> None:
    said = {
        "facets": {"level": {"description": "how hard", "min": 1, "max": 2}},
        "tags": {
            "Easy": {"facet": "level", "description": 'for "all"'},
            "Old": {"deprecated": True, "replaced-by": "Easy", "aliases": ["older"]},
        },
    }
    (tmp_path / "v.json").write_text(json.dumps(said))
    (tmp_path / "blint.toml").write_text('[tags]\nvocabulary = "v.json"\n')
    found, vocabulary = proposal(tmp_path, form, "[easy, new]")
    assert list(vocabulary.terms) == ["Easy", "new", "Old"]
    assert vocabulary.terms["Easy"].aliases == ("easy",)
    assert vocabulary.terms["Easy"].description == 'for "all"'
    assert vocabulary.terms["Old"].replaced_by == "Easy"
    assert (vocabulary.facets["level"].least, vocabulary.facets["level"].most) == (1, 2)
    assert found.once == ("new",)


@needs_corpora
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", ["18f-blog", "espressif-devportal", "highlight-blog"])
def test_real_blogs_keep_to_their_vocabulary(tmp_path: Path, name: str, form: str) -> None:
    blog = load(Request(paths=(FOLDER / name,)))
    found = propose_vocabulary(index_tags(blog.posts, blog.settings), form)
    (tmp_path / f"tags.{form}").write_text(found.text)
    config = f'[tags]\nvocabulary = "tags.{form}"\n'
    (tmp_path / "blint.toml").write_text(config)
    vocabulary, _ = read_vocabulary(parse_data(f"tags.{form}", found.text.encode()).root, "tags")
    (tmp_path / "content").mkdir()
    for number, post in enumerate(blog.posts):
        tags = json.dumps([word.text for word in post.tags])
        (tmp_path / f"content/{number}.md").write_text(f"---\ntags: {tags}\n---\n")
    outcome = run(Request(paths=(tmp_path,), select=("tags",), ignore=("duplicate-tag",)))
    assert {d.rule for d in outcome.diagnostics} <= {"tag-alias"}
    assert len({d.message for d in outcome.diagnostics}) == len(vocabulary.aliases)
