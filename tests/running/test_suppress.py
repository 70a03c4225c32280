"""Suppressions: what a comment says, what it covers, and what is said of idle ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from blint.running.opening import Request
from blint.running.run import run
from samples import check

FENCE = "```\nx\n```\n"
RULE = "missing-fence-language"
TWICE = "# blint-ignore duplicate-front-matter-key"
END = f"<!-- blint-ignore-end {RULE} -->"


def said(body: str, *, head: str = "title: A", name: str = "content/a.md") -> list[str]:
    """Rules of all findings in a post, in report order."""
    files = {name: f"---\n{head}\n---\n{body}"}
    return [found.rule for found, _ in check(files)]


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        (FENCE, [RULE]),
        (f"<!-- blint-ignore {RULE}: a transcript -->\n{FENCE}", []),
        (f"<!-- blint-ignore {RULE} -->\n{FENCE}", []),
        (f"<!--blint-ignore {RULE}-->\n\n\n{FENCE}", []),
        (f"<!-- blint-ignore -->\n{FENCE}", []),
        (f"<!-- blint-ignore {RULE}, broken-link -->\n{FENCE}", ["unused-suppression"]),
        (f"<!-- blint-ignore {RULE} -->\n{FENCE}\n{FENCE}", [RULE]),
        (f"{FENCE}\n<!-- blint-ignore {RULE} -->\n{FENCE}", [RULE]),
        (f"<!-- blint-ignore-start {RULE} -->\n{FENCE}\n{FENCE}", ["unknown-suppression"]),
        (f"<!-- blint-ignore-start {RULE} -->\n{FENCE}\n<!-- blint-ignore-end -->\n", []),
        (
            f"<!-- blint-ignore-start {RULE}, broken-link -->\n{FENCE}\n{END}\n",
            ["unknown-suppression", "unknown-suppression"],
        ),
        (f"{FENCE}\n{END}\n", [RULE, "unknown-suppression"]),
        (f"<!-- blint-ignore {RULE} until 2026-12-31 -->\n{FENCE}", ["unknown-suppression", RULE]),
        (f"<!-- blint-ignore {RULE} -- reason -->\n{FENCE}", ["unknown-suppression", RULE]),
        (f"<!-- blint-ignore-next {RULE} -->\n{FENCE}", ["unknown-suppression", RULE]),
        (f"<!-- blint-ignore {RULE}: until 2026-13-41 -->\n{FENCE}", ["unknown-suppression", RULE]),
        (
            f"<!-- blint-ignore-start {RULE} -->\n{FENCE}\n{END}\n\n{FENCE}",
            [RULE],
        ),
        (f"{FENCE}\n<!-- blint-ignore-file {RULE}: all are transcripts -->\n", []),
        (f"<!-- blint-ignore {RULE} -->\n\n<!-- blint-ignore {RULE} -->\n{FENCE}", []),
        (f"<!-- blint-ignore {RULE}: until 2026-06-01 -->\n{FENCE}", []),
        (
            f"<!-- blint-ignore {RULE}: until 2026-05-31 -->\n{FENCE}",
            ["expired-suppression", RULE],
        ),
        (f"<!-- blint-ignore {RULE} -->\ntext\n", ["unused-suppression"]),
        ("<!-- blint-ignore -->\ntext\n", ["unused-suppression"]),
        ("<!-- blint-ignore no-such-rule -->\ntext\n", ["unknown-suppression"]),
        (f"`<!-- blint-ignore {RULE} -->`\n\n{FENCE}", [RULE]),
        (f"<!-- blint-ignored {RULE} -->\n{FENCE}", [RULE]),
    ],
)
def test_comments_in_the_body(body: str, rules: list[str]) -> None:
    assert said(body) == rules


@pytest.mark.parametrize(
    ("head", "rules"),
    [
        ("title: A\ntitle: B", ["duplicate-front-matter-key"]),
        ("title: A\ntitle: B # blint-ignore duplicate-front-matter-key: a test", []),
        ("title: A\n# blint-ignore duplicate-front-matter-key\ntitle: B", []),
        (
            "# blint-ignore duplicate-front-matter-key\ntitle: A\ntitle: B",
            ["unused-suppression", "duplicate-front-matter-key"],
        ),
        (
            f"title: A\n{TWICE}\n{TWICE}: and again\ntitle: B",
            [],
        ),
        ("title: 'A # blint-ignore duplicate-front-matter-key'\n", []),
        ("# blint-ignore-file duplicate-front-matter-key\ntitle: A\ntitle: B", []),
        ("# blint-ignore-start schema-violation\ntitle: A", ["unknown-suppression"]),
        ("title: [A # blint-ignore-file", ["invalid-front-matter", "unused-suppression"]),
    ],
)
def test_comments_in_front_matter(head: str, rules: list[str]) -> None:
    assert said("text\n", head=head) == rules


def test_mdx_has_comments_of_its_own() -> None:
    body = f"{{/* blint-ignore {RULE}: a transcript */}}\n{FENCE}"
    assert said(body, name="content/a.mdx") == []


def test_an_idle_name_is_shown_where_it_stands() -> None:
    post = f"---\ntitle: A\n---\n<!-- blint-ignore {RULE}, broken-link -->\n{FENCE}"
    assert [text for _, text in check(post)] == ["broken-link"]


def test_comments_may_be_left_unheeded(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    idle = "<!-- blint-ignore no-such-rule -->\n<!-- blint-ignore-file broken-link -->\n"
    body = f"{idle}<!-- blint-ignore {RULE} -->\n{FENCE}"
    (tmp_path / "content/a.md").write_text(f"---\ntitle: A\ndescription: B\n---\n{body}")
    outcome = run(Request(paths=(tmp_path,), suppressions=False))
    assert [one.rule for one in outcome.diagnostics] == [RULE]
    assert outcome.suppressed == 0
