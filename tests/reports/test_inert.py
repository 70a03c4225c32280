"""No format writes a command but blint's own, whatever posts and file names say."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blint.diagnostics import Related, Severity
from blint.reports.registry import formats
from blint.source import Span
from github_runner import commands
from report_samples import diagnostic, place, rendered

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
PIECES = st.sampled_from(OPENINGS + BREAKS + HIDDEN + WORDS)
HOSTILE = st.lists(PIECES | st.text(max_size=3), min_size=1, max_size=9).map("".join)


def output(name: str, text: str, color: bool) -> str:
    """A report in which a hostile text stands wherever a stranger's text can."""
    body = text.encode("utf-8", "replace").decode()
    related = [Related(Span(0, 1), text, text, place("«x»"))]
    found = diagnostic(f"«{body}»", text, path=text, advice=text, replacement=text, related=related)
    files = {text: f"«{body}»"}
    return rendered(name, [found], files, notes=[text], color=color, width=10)


@pytest.mark.parametrize("name", [name for name in formats() if name != "github"])
@settings(max_examples=500, deadline=None)
@given(text=HOSTILE, color=st.booleans())
def test_no_command(name: str, text: str, color: bool) -> None:
    assert commands(output(name, text, color)) == []


@settings(max_examples=500, deadline=None)
@given(text=HOSTILE, color=st.booleans())
def test_no_command_but_our_own(text: str, color: bool) -> None:
    assert commands(output("github", text, color)) == ["error"]


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
