"""Examine and judge: a check that fails costs its own findings and no others."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from blint.diagnostics import Finding
from blint.facts import PostFacts
from blint.reading.post import Post
from blint.running.examine import ActiveCheck, examine
from blint.running.gather import data_facts
from blint.running.judge import ActiveJudge, judge_site
from blint.site.model import Site
from blint.site.settings import Settings
from blint.source import Source, Span

HERE = Finding(Span(0, 1), "Here.")


def fails(post: Post, settings: Settings) -> Iterator[Finding]:
    yield HERE
    raise ValueError(post.path)


def works(post: Post, settings: Settings) -> Iterator[Finding]:
    yield HERE


def test_a_check_that_raises_is_named_and_the_others_run() -> None:
    checks = [ActiveCheck("bad", fails, {}), ActiveCheck("good", works, {})]
    found = examine("a.md", b"text", Settings(), checks).found
    assert [rule for rule, _ in found] == ["bad", "internal-error", "good"]
    assert "`bad` raised ValueError: a.md" in found[1].finding.message


def test_a_file_in_another_encoding_is_one_finding_and_still_a_page() -> None:
    examined = examine("a.md", b"caf\xe9 au lait", Settings(), [ActiveCheck("good", works, {})])
    assert [rule for rule, _ in examined.found] == ["invalid-encoding"]
    assert "byte 3" in examined.found[0].finding.message
    assert examined.facts.path == "a.md"


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, str]]:
    if facts.path == "b.md":
        raise ValueError("emit")
    yield "key", facts.path
    yield "other", facts.path


def judge(key: str, records: list[str], site: Site) -> Iterator[Finding]:
    if key == "key":
        raise ValueError("judge")
    for path in records:
        yield Finding(Span(0, 0), "There.", path=path)


def test_a_site_check_that_raises_is_named_and_the_other_groups_are_judged() -> None:
    posts = [examine(path, b"", Settings(), []).facts for path in ("a.md", "b.md", "c.md")]
    site = Site(frozenset(), {"": Settings()})
    found = list(judge_site(posts, site, [ActiveJudge("rule", emit, judge, {})]))
    assert [(path, one.rule) for path, one in found] == [
        ("b.md", "internal-error"),
        ("a.md", "internal-error"),
        ("a.md", "rule"),
        ("c.md", "rule"),
    ]


@pytest.mark.parametrize("takes_data", [False, True])
def test_a_vocabulary_is_shown_to_rules_that_ask_for_it(takes_data: bool) -> None:
    def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, str]]:
        yield "all", facts.path

    def judge(key: str, records: list[str], site: Site) -> Iterator[Finding]:
        yield Finding(Span(0, 0), " ".join(records), path="a.md")

    post = examine("a.md", b"", Settings(), []).facts
    vocabulary = data_facts("tags.toml", Source("# x\n"), [Span(0, 3)], Settings())
    site = Site(frozenset(), {"": Settings()})
    rule = ActiveJudge("rule", emit, judge, {}, data=takes_data)
    ((_, found),) = judge_site([post, vocabulary], site, [rule])
    assert found.finding.message == ("a.md tags.toml" if takes_data else "a.md")
