"""invisible-character-in-code, and the ground that it shares with control-character."""

from __future__ import annotations

import pytest

from fixing import fixed
from samples import findings

RULE = "invisible-character-in-code"
HEAD = "---\ntitle: A\n---\n"
FAMILY = "\U0001f469\u200d\U0001f469\u200d\U0001f467"


def fence(code: str, language: str = "js") -> str:
    return f"{HEAD}```{language}\n{code}\n```\n"


@pytest.mark.parametrize(
    ("language", "code", "found", "after"),
    [
        ("js", "a\u200bb", ["\u200b"], "ab"),
        ("js", "a\u200b\u200bb", ["\u200b\u200b"], "ab"),
        ("js", "a\u200b\u2060b", ["\u200b", "\u2060"], "ab"),
        ("js", "a\u00adb", ["\u00ad"], "ab"),
        ("js", "a\u200db", ["\u200d"], "ab"),
        ("js", "\ufeffa", ["\ufeff"], "a"),
        ("", "a\u200bb", ["\u200b"], "ab"),
        ("js", "'\u202ea'", ["\u202e"], "'a'"),
        ("text", "a\u202eb", ["\u202e"], "ab"),
        ("js", "let\u00a0a", ["\u00a0"], "let a"),
        ("js", "\u3000\u3000a", ["\u3000\u3000"], "  a"),
        ("sh", "git\u00a0pull", ["\u00a0"], "git pull"),
        ("yaml", "a:\n\u00a0\u00a0b: 1", ["\u00a0\u00a0"], "a:\n  b: 1"),
        ("js", "a = \u201cb\u201d", ["\u201c"], 'a = "b"'),
        ("js", "f(\u2018a\u2019)", ["\u2018"], "f('a')"),
        ("json", "{\n  \u201ca\u201d: 1\n}", ["\u201c"], '{\n  "a": 1\n}'),
        ("html", "<a href=\u201db\u201d>", ["\u201d"], '<a href="b">'),
        ("sh", "git commit -m \u201ca b\u201d", ["\u201c"], 'git commit -m "a b"'),
        ("sh", "npm install \u2013save a", ["\u2013"], "npm install --save a"),
        ("sh", "npm install \u2013g a", ["\u2013"], "npm install -g a"),
        (
            "console",
            "$ git log \u2013oneline\na \u2013b",
            ["\u2013"],
            "$ git log --oneline\na \u2013b",
        ),
    ],
)
def test_characters_that_hide(language: str, code: str, found: list[str], after: str) -> None:
    assert [text for _, text, _ in findings(RULE, fence(code, language))] == found
    assert fixed(RULE, fence(code, language)) == fence(code, language)
    assert fixed(RULE, fence(code, language), unsafe=True) == fence(after, language)


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("js", "a = 'é'"),
        ("js", f"a = '{FAMILY}'"),
        ("js", "a = 'می\u200cخواهم'"),
        ("js", "a = 'ក\u200bខ'"),
        ("js", "'\u2067שלום\u2069'"),
        ("js", "a = 'b\u200bc' // \\u200b"),
        ("js", "a = '1\u00a0km'"),
        ("js", "a // b\u00a0c \u201cd\u201d \u2013e"),
        ("js", "/* a\n b\u00a0c = \u201cd\u201d\n*/"),
        ("js", "`a\nb\u00a0c`"),
        ("js", "f('src/**/*.js')"),
        ("python", '"""\na = \u201cb\u201d\n"""'),
        ("python", "a = 'don\u2019t'"),
        ("html", "<p>a\u00a0b = \u201cc\u201d \u2013 d</p>"),
        ("yaml", "a: b\u00a0c \u201cd\u201d"),
        ("sh", "# a \u2013b"),
        ("sh", 'echo \u201ca "b" c\u201d'),
        ("sh", "echo a \u2013 b"),
        ("sh", "\u251c\u2500\u2500\u00a0a"),
        ("c", "a.c:1: error: \u2018b\u2019 undeclared"),
        ("text", "a\u00a0b\u200bc \u201cd\u201d"),
        ("output", "a\u200bb"),
        ("markdown", "a\u200bb \u201cc\u201d"),
        ("console", "a = \u201cb\u201d"),
        ("raku", "a = \u201cb\u201d"),
        ("", "a = \u201cb\u201d"),
    ],
)
def test_characters_that_belong(language: str, code: str) -> None:
    assert findings(RULE, fence(code, language)) == []


def test_a_character_is_named_and_not_shown() -> None:
    ((_, _, message),) = findings(RULE, fence("a\u200bb"))
    assert message == "There is an invisible U+200B (zero width space) in this code."


def test_a_fence_has_at_most_twenty_findings() -> None:
    assert len(findings(RULE, fence("a\u200bb\n" * 30))) == 20


def test_places_in_quotes_are_exact() -> None:
    text = f"{HEAD}> ```js\n> a\u200bb\n> ```\n"
    assert fixed(RULE, text, unsafe=True) == f"{HEAD}> ```js\n> ab\n> ```\n"


@pytest.mark.parametrize(
    ("body", "rules"),
    [
        ("```js\na\u202eb\n```\n", [RULE]),
        ("a\n\n    b\u202ec\n", [RULE]),
        ("a\u202eb\n", ["control-character"]),
        ("`a\u202eb`\n", ["control-character"]),
        ("```js\na\x07b\n```\n", ["control-character"]),
        ("```js\na\ufeffb\n```\n", [RULE]),
        ("a\ufeffb\n", ["control-character"]),
    ],
)
def test_a_character_is_reported_once(body: str, rules: list[str]) -> None:
    found = [rule for rule in (RULE, "control-character") if findings(rule, HEAD + body)]
    assert found == rules
