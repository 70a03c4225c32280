"""No format writes a command but blint's own, whatever posts and file names say."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blint.diagnostics import Related, Severity
from blint.reports.registry import formats
from blint.source import Span
from github_runner import commands
from report_samples import diagnostic, place, rendered

if TYPE_CHECKING:
    from collections.abc import Iterator

OPENINGS = ["::", "##[", "##vso[", "##teamcity[", "::stop-commands::x", "##[add-mask]a", "#", "["]
BREAKS = ["\r", "\n", "\r\n", "\x85", "\u2028", "\x0b", "%0A", "%0D%0A", "%25", " ", "\t", "\xa0"]
HIDDEN = [
    "\u200b",
    "\u200d",
    "\xad",
    "\ufe0f",
    "\U000e0100",
    "\x00",
    "\x1b[31m",
    "\u202e",
    "\ufeff",
]
WORDS = [
    "error",
    "set-output name=x",
    "add-mask",
    "]",
    "::",
    ":",
    ",",
    "`",
    "a b",
    "日本",
    "\udc80",
]
PIECES = OPENINGS + BREAKS + HIDDEN + WORDS
HOSTILE = st.lists(st.sampled_from(PIECES) | st.text(max_size=3), min_size=1).map("".join)


def battery() -> Iterator[str]:
    """Two thousand hostile strings, the same in every run."""
    chance = random.Random(97)
    for _ in range(2_000):
        yield "".join(chance.choices(PIECES, k=chance.randint(1, 9)))


def output(name: str, text: str, color: bool) -> str:
    """A report in which a hostile text stands wherever a stranger's text can."""
    body = text.encode("utf-8", "replace").decode()
    related = [Related(Span(0, 1), text, text, place("«x»"))]
    found = diagnostic(f"«{body}»", text, path=text, advice=text, replacement=text, related=related)
    files = {text: f"«{body}»"}
    return rendered(name, [found], files, notes=[text], color=color, width=10)


def own_commands(name: str) -> list[str]:
    return ["error"] if name == "github" else []


@pytest.mark.parametrize("color", [False, True])
@pytest.mark.parametrize("name", formats())
def test_no_command_but_our_own(name: str, color: bool) -> None:
    for text in battery():
        assert commands(output(name, text, color)) == own_commands(name), repr(text)


@pytest.mark.parametrize("name", formats())
@settings(max_examples=150, deadline=None)
@given(text=HOSTILE)
def test_no_command_in_anything_that_can_be_thought_up(name: str, text: str) -> None:
    assert commands(output(name, text, color=False)) == own_commands(name)


@pytest.mark.parametrize("name", formats())
@settings(max_examples=100, deadline=None)
@given(text=HOSTILE)
def test_nothing_reaches_a_terminal_but_text(name: str, text: str) -> None:
    shown = output(name, text, color=False)
    shown.encode("utf-8")
    assert not set(shown) & set("\r\x00\x1b\x7f\x85\x9b\xad\u2028\u202e\u200b\ufeff\t")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("::error::x", ["error"]),
        ("\u3000::add-mask::x", ["add-mask"]),
        ("a\r::set-output name=a::b", ["set-output"]),
        ("a ##[add-mask]b", ["add-mask"]),
        ("#\xad#[x]", ["x"]),
        ("a ::error::x", []),
        ("## [x]", []),
    ],
)
def test_the_ported_parser_finds_commands(text: str, names: list[str]) -> None:
    assert commands(text) == names


def test_severity_decides_the_command() -> None:
    found = [diagnostic(severity=severity) for severity in (Severity.INFO, Severity.WARNING)]
    assert commands(rendered("github", found)) == ["warning", "notice"]
