"""The sanitiser: what is shown as an escape, what is not, and what no log takes for a command."""

from __future__ import annotations

import pytest

from blint.reports import sanitise


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain ASCII", "plain ASCII"),
        ("\x00\x1b\x7f", "\\x00\\x1b\\x7f"),
        ("a\tb\r\nc", "a\\tb\\r\\nc"),
        ("\x85\x9b", "\\x85\\x9b"),
        ("soft\xadhyphen", "soft\\xadhyphen"),
        ("\u202eevil\u202c \u2066x\u2069", "\\u202eevil\\u202c \\u2066x\\u2069"),
        ("\u200b\u2060\ufeff", "\\u200b\\u2060\\ufeff"),
        ("\u2028\u2029", "\\u2028\\u2029"),
        ("\ud800\udcff", "\\ud800\\udcff"),
        ("\ufffe\uffff", "\\ufffe\\uffff"),
        ("\U000e0041", "\\U000e0041"),
        ("tag\u200d", "tag\\u200d"),
        ("t\u200cag", "t\\u200cag"),
        ("日本語 ñ e\u0301 🎉", "日本語 ñ e\u0301 🎉"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥", "👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥"),
    ],
)
def test_hidden_characters_are_shown(text: str, shown: str) -> None:
    assert sanitise.visible(text) == shown


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("::error::x", ":\\x3aerror::x"),
        (" \u3000::error::x", " \u3000:\\x3aerror::x"),
        (":\ufe0f::error::x", ":\ufe0f\\x3a:error::x"),
        ("\ufe0f::error::x", "\ufe0f:\\x3aerror::x"),
        ("a ::error::x", "a ::error::x"),
        ("a ##[error]x", "a #\\x23[error]x"),
        ("####[error]x", "###\\x23[error]x"),
        ("#\ufe0f#\ufe0f[error]x", "#\ufe0f\\x23\ufe0f[error]x"),
        ("##vso[task.x]", "#\\x23vso[task.x]"),
        ("##teamcity[x]", "#\\x23teamcity[x]"),
        ("## Title [x]", "## Title [x]"),
        ("#[x]", "#[x]"),
    ],
)
def test_lines_hold_no_command(line: str, expected: str) -> None:
    assert sanitise.inert(line) == expected


def test_a_message_ends_within_the_limit_whatever_is_escaped() -> None:
    assert len(sanitise.message("\x1b" * 501)) == sanitise.MESSAGE_LIMIT
    assert sanitise.message("x" * 500) == "x" * 500
