"""When a rule is not for a blog: many posts of the kinds that break it do."""

from __future__ import annotations

import pytest

from blint.diagnostics import Diagnostic, Severity
from blint.overview.inference.kinds import Kind, Post
from blint.overview.setup.remaining import remarks, rule_lines
from blint.rulebook import load_rulebook
from blint.running.run import Outcome
from blint.source import Place, Span

ROOT_SIZES = {"": 100, "docs": 900}


def outcome(found: list[tuple[str, str]], severity: Severity = Severity.WARNING) -> Outcome:
    """An outcome with a finding of a rule in each path."""
    place = Place(1, 1, 1, 1)
    diagnostics = [
        Diagnostic(rule, severity, path, Span(0, 0), place, "Message.") for rule, path in found
    ]
    from pathlib import Path

    return Outcome(Path(), 1000, diagnostics, 0, 0, load_rulebook())


KINDS = [
    Kind(name, (), tuple(Post(f"{name}/{n}.md", {}) for n in range(size)))
    for name, size in ROOT_SIZES.items()
]
RULE = "missing-fence-language"


@pytest.mark.parametrize(
    ("paths", "off"),
    [
        ([f"/{n}.md" for n in range(11)], True),
        ([f"/{n}.md" for n in range(10)], False),
        # the kind that is concerned decides
        ([f"docs/{n}.md" for n in range(11)], False),
        ([f"docs/{n}.md" for n in range(91)], True),
        ([*(f"/{n}.md" for n in range(11)), "docs/1.md"], False),
        # many findings in rather many posts
        ([f"/{n % 6}.md" for n in range(21)], True),
        ([f"/{n % 5}.md" for n in range(200)], False),
    ],
)
def test_when_a_rule_goes_off(paths: list[str], off: bool) -> None:
    found = remarks(outcome([(RULE, path) for path in paths]), KINDS)
    assert [one.off for one in found] == [off]


@pytest.mark.parametrize("rule", ["broken-link", "internal-error"])
def test_errors_stay(rule: str) -> None:
    many = [(rule, f"/{n}.md") for n in range(90)]
    assert [one.off for one in remarks(outcome(many, Severity.ERROR), KINDS)] == [False]


def test_places_are_told_post_by_post_where_they_are_many() -> None:
    found = [(RULE, f"/{n % 4}.md") for n in range(12)]
    lines = rule_lines(remarks(outcome(found), KINDS), 1000, "/nowhere")
    assert lines == [
        "[rules]",
        "# The odd ones out, which `blint check` reports:",
        "#",
        f"# {RULE} (warning): 12 findings in 4 posts",
        *(f"#   /{n}.md:1: Message. (and 2 more there)" for n in range(4)),
    ]


def test_what_is_too_long_to_tell_is_counted() -> None:
    found = [("broken-link", f"/{n}.md") for n in range(90)]
    lines = rule_lines(remarks(outcome(found, Severity.ERROR), KINDS), 1000, "/nowhere")
    assert len(lines) == 4 + 50 + 1
    assert lines[-1] == "#   … and 40 more posts; `blint check` names them all"


def test_every_post_with_findings_is_named() -> None:
    found = [("broken-link", f"/{n % 50}.md") for n in range(150)]
    lines = rule_lines(remarks(outcome(found, Severity.ERROR), KINDS), 1000, "/nowhere")
    assert len(lines) == 4 + 50
    assert all(line.endswith(" (and 2 more there)") for line in lines[4:])


def test_nothing_to_say() -> None:
    assert rule_lines([], 10, "/nowhere") == ["[rules]", "# `blint check` finds nothing to say."]
