"""Vocabularies: every layout, every mistake with its place, and the schema that says the same."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from blint.reading.json_reader import read_json
from blint.reading.nodes import Node
from blint.reading.toml_reader import read_toml
from blint.reading.yaml_reader import read_yaml
from blint.resources import resource
from blint.site.vocabulary import Facet, Term, Vocabulary, read_vocabulary
from blint.site.vocabulary_faults import VocabularyFault
from blint.source import Span

READERS: dict[str, Any] = {"toml": read_toml, "yaml": read_yaml, "json": read_json}


def tree(form: str, text: str) -> Node:
    root = READERS[form](text).root
    assert root is not None
    return root  # type: ignore[no-any-return]


def read(form: str, text: str) -> tuple[Vocabulary, list[VocabularyFault]]:
    return read_vocabulary(tree(form, text), "tags")


LAYOUTS = {
    "tables": ("toml", "[tags.Go]\naliases = ['golang']\n[tags.'C++']\n"),
    "tables in YAML": ("yaml", "tags:\n  Go:\n    aliases: [golang]\n  C++:\n"),
    "tables in JSON": (
        "json",
        '{"$schema": "x", "tags": {"Go": {"aliases": ["golang"]}, "C++": {}}}',
    ),
    "Docusaurus": ("yaml", "Go:\n  label: The Go\n  permalink: /go\n  aliases: [golang]\nC++:\n"),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts_of_tables(name: str) -> None:
    vocabulary, faults = read(*LAYOUTS[name])
    assert not faults
    assert list(vocabulary.terms) == ["Go", "C++"]
    assert dict(vocabulary.aliases) == {"golang": "Go"}


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("yaml", "- Go\n- 2024\n- no\n"),
        ("yaml", "tags: [Go, 2024, no]\n"),
        ("json", '["Go", "2024", "no"]'),
        ("toml", "tags = ['Go', '2024', 'no']"),
    ],
)
def test_layouts_of_lists(form: str, text: str) -> None:
    vocabulary, faults = read(form, text)
    assert (list(vocabulary.terms), faults) == (["Go", "2024", "no"], [])


def test_a_tag_called_tags_is_a_tag() -> None:
    assert list(read("yaml", "tags:\nGo:\n")[0].terms) == ["tags", "Go"]


def test_all_that_is_said_of_a_tag() -> None:
    text = "tags:\n  WS:\n    description: old\n    deprecated: true\n    replaced-by: W\n  W:\n"
    terms = read("yaml", text)[0].terms
    assert terms["WS"] == Term("WS", Span(8, 10), (), "old", deprecated=True, replaced_by="W")


@pytest.mark.parametrize(
    ("tag", "name"),
    [("Go", "Go"), ("golang", "Go"), ("go", None), ("C++", "C++"), ("", None), ("GoLang", None)],
)
def test_lookup(tag: str, name: str | None) -> None:
    term = read(*LAYOUTS["tables"])[0].lookup(tag)
    assert (term.name if term else None) == name


MISTAKES = {
    "text": ("text", "A vocabulary is a table of tags, or a list of them."),
    "[[a]]": ("[a]", "This is not the name of a tag."),
    "['']": ("''", "This is not the name of a tag."),
    "a: yes": ("yes", "What is said of the tag `a` is a table, or nothing at all."),
    "'': {}": ("''", "The name of this tag is empty."),
    "tags: {a: {}}\nversion: 1": ("version", "`version` is not a key of a vocabulary."),
    "a: {alias: [b]}": ("alias", "`alias` is not a key of a tag."),
    "a: {aliases: b}": ("b", "`aliases` takes a list of names."),
    "a: {aliases: [b, b]}": ("b", "The alias `b` is here twice."),
    "a: {aliases: [[b]]}": ("[b]", "This is not the name of a tag."),
    "a: {deprecated: 1}": ("1", "`deprecated` takes true or false."),
    "a: {languages: de}": ("de", "`languages` takes a list of names."),
    "a: {languages: [de, de]}": ("de", "The language `de` is here twice."),
    "a: {languages: [~]}": ("~", "This is no language."),
    "a: {description: [1]}": ("[1]", "`description` takes a text."),
    "a: {replaced-by: {}}": ("{}", "`replaced-by` takes a text."),
    "tag: {A: {}, B: {}}": ("tag", "`tag` is not a key of a vocabulary."),
    "Tags: [a, b]": ("Tags", "`Tags` is not a key of a vocabulary."),
    "{}": ("{}", "This vocabulary holds no tag, so that no post could have one."),
    "[]": ("[]", "This vocabulary holds no tag, so that no post could have one."),
    "tags: []": ("tags: []", "This vocabulary holds no tag, so that no post could have one."),
    "[~]": ("~", "This is not the name of a tag."),
    "a: {aliases: [~]}": ("~", "This is not the name of a tag."),
    "a: {label: []}": ("[]", "`label` takes a text."),
    "a: {facet: [b]}": ("[b]", "`facet` takes a text."),
    "$schema: x": ("$schema: x", "This vocabulary holds no tag, so that no post could have one."),
    "tags: {a: }\nfacets: [b]": ("[b]", "`facets` takes a table of facets."),
    "tags: {a: }\nfacets: {b: 1}": (
        "1",
        "What is said of the facet `b` is a table, or nothing at all.",
    ),
    "tags: {a: }\nfacets: {'': }": ("''", "The name of this facet is empty."),
    "tags: {a: }\nfacets: {b: {most: 1}}": ("most", "`most` is not a key of a facet."),
    "tags: {a: }\nfacets: {b: {min: -1}}": ("-1", "`min` takes a whole number."),
    "tags: {a: }\nfacets: {b: {max: 1.5}}": ("1.5", "`max` takes a whole number."),
    "tags: {a: }\nfacets: {b: {max: true}}": ("true", "`max` takes a whole number."),
    "tags: {a: }\nfacets: {b: {max: }}": ("", "`max` takes a whole number."),
    "facets: {b: {max: 1}}\na:": ("b", "`b` is not a key of a tag."),
    "tags: {}": ("tags: {}", "This vocabulary holds no tag, so that no post could have one."),
}
CROSSED = {
    "[a, b, a]": ("a", "The tag `a` stands here twice."),
    "a: {aliases: [b]}\nb:": ("b", "`b` is an alias of `a` and also means `b`."),
    "a: {aliases: [x]}\nb: {aliases: [x]}": ("x", "`x` is an alias of `b` and also means `a`."),
    "a: {replaced-by: c}": ("a", "`a` is replaced by `c`, which is not listed."),
    "a: {replaced-by: a}": ("a", "`a` is replaced by `a`, which is not to be used itself."),
    "tags: {a: {facet: levle}}\nfacets: {level: }": (
        "a",
        "The tag `a` is of the facet `levle`, which is not listed.",
    ),
    "tags: {a: }\nfacets: {b: {min: 2, max: 1}}": (
        "b",
        "The facet `b` asks for at least 2 tags and at most 1.",
    ),
    "a: {replaced-by: b}\nb: {deprecated: true}": (
        "a",
        "`a` is replaced by `b`, which is not to be used itself.",
    ),
}


@pytest.mark.parametrize("text", [*MISTAKES, *CROSSED])
def test_mistake_is_named_with_its_place(text: str) -> None:
    faults = [(text[f.span.start : f.span.end], f.message) for f in read("yaml", text)[1]]
    assert faults == [(MISTAKES | CROSSED)[text]]


def test_two_spellings_of_one_tag_are_named_with_both_places() -> None:
    text = "Kafka:\nGo:\nkafka:\nCI/CD:\nCI-CD:\nC:\nC++:\n"
    faults = read("yaml", text)[1]
    assert [(text[: f.span.start].count("\n"), f.message) for f in faults] == [
        (0, "The tag `Kafka` stands here in another spelling as well: `kafka`."),
        (2, "The tag `kafka` stands here in another spelling as well: `Kafka`."),
        (3, "The tag `CI/CD` stands here in another spelling as well: `CI-CD`."),
        (4, "The tag `CI-CD` stands here in another spelling as well: `CI/CD`."),
    ]
    assert {f.help for f in faults} == {"Keep one of them, and make the others its `aliases`."}


def test_a_spelling_that_is_retired_is_no_second_name() -> None:
    assert read("yaml", "Kafka:\nkafka: {deprecated: true, replaced-by: Kafka}\n")[1] == []


@pytest.mark.parametrize(
    ("one", "other", "faults"),
    [
        ("{languages: [de]}", "{languages: [en, fr]}", 0),
        ("{languages: [de]}", "", 0),
        ("{languages: [de]}", "{languages: [en, de]}", 2),
        ("", "", 2),
    ],
)
def test_each_language_may_have_a_spelling(one: str, other: str, faults: int) -> None:
    assert len(read("yaml", f"Post: {one}\npost: {other}\n")[1]) == faults


@pytest.mark.parametrize(
    ("text", "helped"),
    [
        ("a: {replaced-by: b}", None),
        ("tags: {a: {facet: levle}}\nfacets: {level: }", "Did you mean `level`?"),
        ("tags: [a]\nfacet: {b: }", "Did you mean `facets`?"),
        ("tags: [a]\nversion: 1", "It may have `tags` and `facets`."),
        ("Linux: {replaced-by: Linus}", None),
        ("Linux: {replaced-by: Linus}\nLinus1:", "Did you mean `Linus1`?"),
        ("tag: {A: {}}", "Did you mean `tags`?"),
        ("tagss: [a]", "Did you mean `tags`?"),
        ("a: {alias: [b]}", "Did you mean `aliases`?"),
    ],
)
def test_help_names_what_was_meant(text: str, helped: str | None) -> None:
    assert [fault.help for fault in read("yaml", text)[1]] == [helped]


@pytest.mark.parametrize("text", ["tag: {description: what it is}", "tag:\nstage:", "tag: {}"])
def test_a_tag_called_nearly_tags_is_a_tag(text: str) -> None:
    vocabulary, faults = read("yaml", text)
    assert (next(iter(vocabulary.terms)), faults) == ("tag", [])


def validator() -> Draft202012Validator:
    schema = resource("schemas") / "vocabulary.schema.json"
    return Draft202012Validator(json.loads(schema.read_text(encoding="utf-8")))


@pytest.mark.parametrize("text", MISTAKES)
def test_the_schema_refuses_what_blint_refuses(text: str) -> None:
    assert not validator().is_valid(tree("yaml", text).value)


@pytest.mark.parametrize("name", LAYOUTS)
def test_the_schema_accepts_what_blint_accepts(name: str) -> None:
    validator().validate(tree(*LAYOUTS[name]).value)


ODD = """
- 5
- true

---
a: {description: , label: 5, permalink: x, replaced-by: , facet: }
---
a: {aliases: [5, false], facet: level}
---
$schema: [anything]
a:
---
tags: {a: {facet: level}}
facets: {level: {min: 0, max: 1.0, description: what}, topic: }
---
tags: [a]
facets: {}
---
facets: {description: a tag of this name}
"""


@pytest.mark.parametrize("text", ODD.split("---"))
def test_what_both_accept_though_it_is_odd(text: str) -> None:
    assert read("yaml", text)[1] == []
    validator().validate(tree("yaml", text).value)


def test_facets() -> None:
    vocabulary, _ = read("toml", "[tags.Go]\nfacet = 'topic'\n[facets.topic]\nmax = 2\n")
    assert vocabulary.terms["Go"].facet == "topic"
    assert vocabulary.facets == {"topic": Facet("topic", 0, 2)}


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(validator().schema)
