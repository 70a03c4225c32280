"""unknown-tag, tag-alias and deprecated-tag: tags against a vocabulary, one rule for each."""

from __future__ import annotations

import pytest

from samples import check, findings

CONFIG = '[tags]\nvocabulary = "tags.toml"\n'
VOCABULARY = """
[tags.PostgreSQL]
aliases = ["Postgres", "psql"]
[tags."Web Sockets"]
deprecated = true
replaced-by = "WebSocket"
aliases = ["ws"]
[tags.WebSocket]
[tags.Old]
deprecated = true
[tags."Machine Learning"]
"""


def site(tags: str) -> dict[str, str]:
    return {"content/a.md": f"---\ntags: {tags}\n---\n", "tags.toml": VOCABULARY}


@pytest.mark.parametrize(
    ("tags", "unknown"),
    [
        ("[PostgreSQL, WebSocket]", []),
        ("[Postgres, psql, ws, Old]", []),
        ("[postgresql]", ["postgresql"]),
        ("[Kafka, Redis]", ["Kafka", "Redis"]),
        ("'PostgreSQL, Kafka'", ["Kafka"]),
        ("", []),
    ],
)
def test_a_tag_that_is_no_term_is_unknown(tags: str, unknown: list[str]) -> None:
    assert [text for _, text, _ in findings("unknown-tag", site(tags), CONFIG)] == unknown


def test_without_a_vocabulary_every_tag_is_known() -> None:
    assert findings("unknown-tag", "---\ntags: [x]\n---\n") == []


@pytest.mark.parametrize(
    ("tag", "help_text", "cure", "safe"),
    [
        ("machine-learning", "Did you mean `Machine Learning`?", "Machine Learning", True),
        ("POSTGRES", "Did you mean `PostgreSQL`?", "PostgreSQL", True),
        ("PostgreSQLL", "Did you mean `PostgreSQL`?", "PostgreSQL", False),
        ("Postgress", "Did you mean `PostgreSQL`?", "PostgreSQL", False),
        ("Quantum", "Use a tag from `tags.toml`, or add this one there.", None, False),
    ],
)
def test_an_unknown_tag_may_have_a_cure(
    tag: str, help_text: str, cure: str | None, safe: bool
) -> None:
    ((found, _),) = check(site(f"[{tag}]"), config=CONFIG, select=("unknown-tag",))
    assert found.help == help_text
    assert (found.fix.edits[0].text if found.fix else None) == cure
    assert found.fix is None or found.fix.safe is safe


@pytest.mark.parametrize(
    ("tags", "help_text", "cure"),
    [
        ("[Web Sockets]", "Use `WebSocket` instead.", "WebSocket"),
        ("[ws]", "Use `WebSocket` instead.", "WebSocket"),
        ("[Web Sockets, WebSocket]", "Remove it: the post has its successor `WebSocket`.", ""),
        ("[Old]", "Remove it, or use another tag.", None),
    ],
)
def test_a_deprecated_tag_names_its_successor(tags: str, help_text: str, cure: str | None) -> None:
    ((found, _),) = check(site(tags), config=CONFIG, select=("deprecated-tag",))
    assert found.help == help_text
    assert (found.fix.edits[0].text if found.fix else None) == cure


def test_a_current_tag_is_not_deprecated() -> None:
    assert findings("deprecated-tag", site("[PostgreSQL, Kafka]"), CONFIG) == []


@pytest.mark.parametrize(
    ("tag", "rule"),
    [
        ("PostgreSQL", None),
        ("postgresql", "unknown-tag"),
        ("POSTGRES", "unknown-tag"),
        ("Postgre SQL", "unknown-tag"),
        ("Kafka", "unknown-tag"),
        ("Postgres", "tag-alias"),
        ("psql", "tag-alias"),
        ("Web Sockets", "deprecated-tag"),
        ("ws", "deprecated-tag"),
        ("Old", "deprecated-tag"),
    ],
)
def test_one_rule_speaks_of_a_tag(tag: str, rule: str | None) -> None:
    files = {**site(f"[{tag}]"), "content/b.md": "---\ntags: [PostgreSQL, WebSocket]\n---\n"}
    found = check(files, config=CONFIG, select=("tags",))
    assert [d.rule for d, _ in found if d.path.endswith(".md")] == ([rule] if rule else [])


@pytest.mark.parametrize(
    ("tags", "rows"),
    [
        ("[PostgreSQL, postgresql]", [("postgresql", "duplicate-tag")]),
        ("[postgresql, PostgreSQL]", [("postgresql", "duplicate-tag")]),
        (
            "[postgresql, POSTGRESQL]",
            [("postgresql", "unknown-tag"), ("POSTGRESQL", "duplicate-tag")],
        ),
        (
            "[x y, psql, PSQL]",
            [("x y", "unknown-tag"), ("psql", "tag-alias"), ("PSQL", "duplicate-tag")],
        ),
        ("[psql, psql]", [("psql", "tag-alias"), ("psql", "duplicate-tag")]),
        ("[Old, old]", [("Old", "deprecated-tag"), ("old", "duplicate-tag")]),
        ("[old, Old]", [("old", "duplicate-tag"), ("Old", "deprecated-tag")]),
        ("[web-sockets, ws]", [("web-sockets", "unknown-tag"), ("ws", "deprecated-tag")]),
    ],
)
def test_one_rule_speaks_of_a_tag_that_stands_twice(tags: str, rows: list[tuple[str, str]]) -> None:
    found = check(site(tags), config=CONFIG, select=("tags",))
    assert [(text, d.rule) for d, text in found if d.path.endswith(".md")] == rows


@pytest.mark.parametrize(
    ("tags", "after"),
    [
        ("[postgresql, PostgreSQL]", "[PostgreSQL]"),
        ("[x, postgresql, PostgreSQL]", "[x, PostgreSQL]"),
        ("\n- postgresql\n- PostgreSQL", "\n- PostgreSQL"),
        ("postgresql, PostgreSQL", "PostgreSQL"),
    ],
)
def test_the_name_of_the_vocabulary_stays(tags: str, after: str) -> None:
    text = f"---\ntags: {tags}\n---\n"
    ((found, _),) = check({**site(tags)}, config=CONFIG, select=("duplicate-tag",))
    assert found.fix is not None
    (edit,) = found.fix.edits
    assert (
        text[: edit.span.start] + edit.text + text[edit.span.end :] == f"---\ntags: {after}\n---\n"
    )


@pytest.mark.parametrize(
    ("tags", "after"),
    [
        ("[psql]", "[PostgreSQL]"),
        ("['psql', x]", "['PostgreSQL', x]"),
        ("[psql, PostgreSQL]", "[PostgreSQL]"),
        ("[PostgreSQL, psql]", "[PostgreSQL]"),
        ("[psql, x, Postgres]", "[PostgreSQL, x]"),
        ("x, psql, PostgreSQL", "x, PostgreSQL"),
        ("\n- psql # why\n- PostgreSQL", "\n- psql # why\n- PostgreSQL"),
        ("\n- psql\n- PostgreSQL # why", "\n- PostgreSQL # why"),
        ("\n- psql # why\n- x", "\n- PostgreSQL # why\n- x"),
        ("[ws]", "[ws]"),
    ],
)
def test_an_alias_becomes_the_name_or_goes(tags: str, after: str) -> None:
    text = f"---\ntags: {tags}\n---\n"
    with_it = {"content/a.md": text, "tags.toml": VOCABULARY}
    fixes = [d.fix for d, _ in check(with_it, config=CONFIG, select=("tag-alias",)) if d.fix]
    for edit in sorted((e for fix in fixes for e in fix.edits), key=lambda e: e.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == f"---\ntags: {after}\n---\n"


def test_a_cure_does_not_list_a_tag_twice() -> None:
    (found, _), *_ = check(site("[Postgress, PostgreSQL]"), config=CONFIG, select=("unknown-tag",))
    assert found.help == "Did you mean `PostgreSQL`?"
    assert found.fix is None
