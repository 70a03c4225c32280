"""Slips in code: each is found, and on the very characters."""

from __future__ import annotations

import pytest

from blint.site.code.parsers.parse import fault_of

JSON = [
    '{\n  "a": ⟦1⟧\n  "b": 2\n}\n',
    '{\n  "a": "x⟦"⟧\n  "b": 2\n}\n',
    '{\n  "a": [1, 2⟦]⟧\n  "b": 2\n}\n',
    '{\n  "a": {}, "b": {⟦}⟧ "c": 1 }\n',
    '[\n  "a⟦"⟧\n  "b"\n]\n',
    '[{"a": 1⟦}⟧ {"a": 2}]\n',
    '{"a": [1, 2⟦}⟧\n',
    '{"a": {"b": 1⟦]⟧}\n',
    '{"a": 1}⟦}⟧\n',
    '⟦{⟧\n  "a": {\n    "b": 1\n  }\n',
    "⟦[⟧1, 2\n",
    '{"path": "C:⟦\\d⟧ir"}\n',
    '{"x": "⟦\\u⟧12"}\n',
    "{⟦“⟧a”: 1}\n",
    '{"a": ⟦“⟧x”, "b": 2}\n',
    '{\n  "a": ⟦"⟧x,\n  "b": 2\n}\n',
    '{\n  "a": ⟦"⟧x\n}\n',
    '{\n  ⟦a⟧": 1,\n  "b": 2\n}\n',
    '{\n  "a": ⟦x y⟧",\n  "b": 2\n}\n',
    '{"a⟦"⟧ 1, "b": 2}\n',
    '{"a:⟦"⟧ ["x"], "b": 2}\n',
    '{"a"⟦:⟧ , "b": 2}\n',
    '{"a": 1, "b"⟦:⟧ }\n',
    "[1, ⟦,⟧ 2]\n",
    "[⟦,⟧ 1]\n",
    '{"a": 1, "b⟦"⟧, "c": 2}\n',
    '["a"⟦:⟧ 1]\n',
    '{"a": 1, "b": 2, "c": 3, ⟦d⟧: 4}\n',
    '{"a": 1, "b": 2, "c": ⟦\'x\'⟧}\n',
    '"a": {\n  "b": ⟦1⟧\n  "c": 2\n}\n',
    '{\n  ...\n  "a": "x⟦"⟧\n  "b": 2\n}\n',
    '{\n  "a": "é😀⟦"⟧ // note\n  "b": 2\n}\n',
]
YAML = [
    "a:\n⟦\t⟧b: 1\n",
    "title: Tabs⟦:⟧ a history\n",
    'a: ⟦"⟧x\nb: 1\n',
    "a: ⟦'⟧x\nb: 1\n",
    "a: 1\n  ⟦b⟧: 2\n",
    "- name: x\n    ⟦run⟧: y\n",
    "list:\n  - a\n  ⟦b: 1⟧\n",
    "a:\n    b: 1\n  ⟦c: 2⟧\n",
    "- ⟦@⟧scope/name\n",
    "a: ⟦`⟧x`\n",
    "a: ⟦[⟧1, 2\nb: 3\n",
    "a: ⟦{⟧x: 1\nb: 3\n",
    'a: "x⟦\\d⟧"\n',
    "a: x\n⟦b c⟧\nd: e\nf: g\n",
    "files:\n  - ⟦*⟧.js\n",
    "cat <<EOF | apply -f -\na: x⟦:⟧ y\nEOF\n",
    "a: é😀⟦:⟧ x\n",
]
TOML = [
    "a = [1, ⟦2⟧ 3]\n",
    "a = {b = ⟦1⟧ c = 2}\n",
    'a = ⟦"⟧x\nb = 1\n',
    "a = ⟦1.2.3⟧\n",
    "a = ⟦^1.2⟧\n",
    "a = ⟦True⟧\n",
    "a = ⟦“⟧x”\n",
    "⟦[a⟧\nb = 1\n",
    "⟦a]⟧\nb = 1\n",
    "a = 1\n⟦a⟧ = 2\n",
    '[x]\nname = "a"\nother = 1\n⟦name⟧ = "b"\n',
    'a = [\n  "x⟦"⟧\n  "y"\n]\n',
    'a = ⟦[⟧\n  "x",\n\n[b]\nc = 1\n',
    "a⟦:⟧ 1\nb = 2\nc = 3\n",
    'nam⟦e⟧ "x"\nb = 2\n',
    'a = x⟦"⟧\nb = 2\n',
    'a = "x" ⟦b = 2⟧\n',
    'a = "C:⟦\\d⟧"\n',
    '+++\ntitle = ⟦"⟧x\n+++\n',
    "// Cargo.toml\n[a]\nb = ⟦1.0.0⟧\n",
    't = {\n  a = 1,\n}\nb = ⟦"⟧x\n',
]
XML = [
    "<item>\n  <b>x⟦</c>⟧\n</item>\n",
    '<item>\n  <b c="1">\n⟦</item>⟧\n',
    "<item>x ⟦&⟧ y</item>\n",
    '<item href="x?a=1⟦&⟧b=2"/>\n',
    "<item b=⟦1⟧ c='2'></item>\n",
    '<item b="1" ⟦b⟧="2"/>\n',
    '<item b=⟦"⟧x>\n  <c/>\n</item>\n',
    '<item b="1⟦"⟧c="2"/>\n',
    '<item b="1⟦"⟧\n<c/>\n',
    "<item b=⟦“⟧1”/>\n",
    '<item ⟦b⟧"1"/>\n',
    "<item>x⟦<item>⟧\n",
    '<?xml version="1.0"?>\n<é>😀⟦</item>⟧\n',
]
PYTHON = [
    "x = ⟦(⟧1\ny = 2\n",
    'print⟦(⟧"x"\n',
    "x = [1, 2⟦)⟧\ny = 1\n",
    "x = f(1)⟦)⟧\ny = 1\n",
    'x = ⟦"⟧abc\ny = f(2)\n',
    "x = ⟦'⟧it\ny = f(2)\n",
    'x = ⟦"""⟧abc\ny = 2\n',
    "print(⟦“⟧x”)\n",
    "def f(⟦)⟧\n    return 1\n",
    "if ⟦x⟧\n    y()\n",
    "class ⟦A⟧\n    x = f(1)\n",
    "def f():\n⟦return 1⟧\n",
    "class A:\n⟦def f(self):⟧\n    pass\n",
    "import a\nf(1)\n    ⟦g(2)⟧\n",
    "import a\nf(⟦1⟧ y)\n",
    'd = {\n    "a": ⟦1⟧\n    "b": 2,\n}\nf(d)\n',
    "import a\nx = a ⟦b⟧\nf(x)\n",
    "import a\nf(1) ⟦g⟧(2)\n",
    'x = f"{a["b"]}"\ny = ⟦(⟧1\nz = 2\n',
    "    x = ⟦(⟧1\n    y = 2\n",
    "elif x:\n    y(1)\n    z = f⟦(⟧\n    a = 1\n",
    'é = "😀"\nx = ⟦(⟧1\ny = 2\n',
    "%matplotlib inline\nx = ⟦(⟧1\ny = 2\n",
]
CASES = [
    (language, marked)
    for language, texts in {
        "JSON": JSON,
        "YAML": YAML,
        "TOML": TOML,
        "XML": XML,
        "Python": PYTHON,
    }.items()
    for marked in texts
]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_a_slip_is_found_where_it_is(language: str, marked: str) -> None:
    start = marked.index("⟦")
    end = marked.index("⟧") - 1
    text = marked.replace("⟦", "").replace("⟧", "")
    fault = fault_of(text, language)
    assert fault is not None
    shown = f"{text[: fault.start]}⟦{text[fault.start : fault.end]}⟧{text[fault.end :]}"
    assert (shown, (fault.start, fault.end)) == (marked, (start, end))


@pytest.mark.parametrize(
    ("language", "text", "strict"),
    [
        ("JSON", '{"a": 1, // one\n "b": 2}\n', "// one"),
        ("JSON", '{"a": 1,}\n', ","),
        ("JSONLD", '{"a": [1,]}\n', ","),
        ("JSON with Comments", '{"a": 1,}\n', None),
        ("JSON5", "{a: 'x', b: 0xFF,}\n", None),
        ("JSON", '{"a": 1}\n', None),
    ],
)
def test_strict_json_has_no_comments(language: str, text: str, strict: str | None) -> None:
    assert fault_of(text, language) is None
    fault = fault_of(text, language, strict=True)
    assert (fault and text[fault.start : fault.end]) == strict


def test_json5_has_its_own_words() -> None:
    fault = fault_of("{a: 'x' b: 2}\n", "JSON5")
    assert fault is not None
    assert fault.message == "a comma is missing after this"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("YAML", 'a = "x: y: z"\n[b]\nc = 1\n'),
        ("Python", '{"a": true,\n// one\n"b": [1, 2]}\n'),
        ("TOML", '{"a": 1,\n "b": 2}\n'),
        ("JSON", "<a><b/></a>\n"),
    ],
)
def test_another_language_is_not_this_rule_s(language: str, text: str) -> None:
    assert fault_of(text, language) is None
