"""control-character: what shows nothing and controls something, and what is meant."""

from __future__ import annotations

import pytest

from fixing import fixed
from samples import findings

RULE = "control-character"
HEAD = "---\ntitle: A\n---\n"


@pytest.mark.parametrize(
    ("body", "messages"),
    [
        ("a\x0bb", ["There is an invisible U+000B (vertical tab) here."]),
        ("a\x00\x00b", ["There are 2 invisible U+0000 (null) characters here."]),
        (
            "a\x07\x08b",
            [
                "There is an invisible U+0007 (bell) here.",
                "There is an invisible U+0008 (backspace) here.",
            ],
        ),
        ("é\x85", ["There is an invisible U+0085 (next line) here."]),
        ("é\x93", ["There is an invisible U+0093 (control character) here."]),
        ("a\u2028b", ["There is an invisible U+2028 (line separator) here."]),
        ("a\ufeffb", ["There is an invisible U+FEFF (byte order mark) here."]),
        ("a\u202eb", ["There is an invisible U+202E (right-to-left override) here."]),
        ("שלום \u202eabc", ["There is an invisible U+202E (right-to-left override) here."]),
        ("```text\n\x1b[31mred\n```", ["There is an invisible U+001B (escape) here."]),
    ],
)
def test_characters_that_control(body: str, messages: list[str]) -> None:
    assert [message for _, _, message in findings(RULE, f"{HEAD}{body}\n")] == messages


@pytest.mark.parametrize(
    "body",
    [
        "tab\tand\r\nline ends",
        "soft\u00adhyphen",
        "👩\u200d💻",
        "می\u200cخواهم",
        "zero\u200bwidth",
        "no\u00a0break",
        "שלום \u2066abc\u2069 שלום",
        "مرحبا\u200f!",
        '```js\nconst a = "\u2028";\n```',
        "日本語",
    ],
)
def test_characters_that_are_meant(body: str) -> None:
    assert findings(RULE, f"{HEAD}{body}\n") == []


def test_a_byte_order_mark_at_the_start_is_no_text() -> None:
    assert findings(RULE, {"content/a.md": b"\xef\xbb\xbf" + f"{HEAD}é\n".encode()}) == []


def test_front_matter_is_text_too() -> None:
    assert len(findings(RULE, "---\ntitle: a\u2028b\n---\n")) == 1


@pytest.mark.parametrize(
    ("before", "after"),
    [("a\x07b", "ab"), ("a\x0bb", "a b"), ("a\u2028b", "a b"), ("a\u202eb", "ab")],
)
def test_the_fix_takes_it_out(before: str, after: str) -> None:
    assert fixed(RULE, f"{HEAD}{before}\n") == f"{HEAD}{after}\n"


@pytest.mark.parametrize(
    "body", ["A word,\x08 more", "a 1.5\x08 b", "\x08a", "end\x08", "a \x08 b"]
)
def test_in_a_sentence_nothing_keeps_it(body: str) -> None:
    assert fixed(RULE, f"{HEAD}{body}\n") == f"{HEAD}{body}\n".replace("\x08", "")


@pytest.mark.parametrize(
    "body",
    [
        *("\x08# A", "#\x08# A", "-\x08 a", "1\x08. a", "1.\x08 a", "`\x08``", "[a]\x08(b)"),
        *(
            "[a](http://b.example/x\x08y)",
            "http://a.example/x\x08y",
            "*a*\x08",
            "a\x08: b",
            "\x08> a",
        ),
    ],
)
def test_where_it_holds_markup_apart_there_is_no_fix(body: str) -> None:
    assert len(findings(RULE, f"{HEAD}{body}\n")) == 1
    assert fixed(RULE, f"{HEAD}{body}\n", unsafe=True) == f"{HEAD}{body}\n"


def test_in_code_the_fix_is_not_safe() -> None:
    text = f"{HEAD}```text\n\x1b[31mred\n```\n"
    assert fixed(RULE, text) == text
