"""Hostile and odd posts, each beside a faulty post whose finding must appear all the same."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from samples import check

OTHER = "---\ntitle: This\ntitle: Other\n---\n"
"""The other post of every site here: its one finding must never be lost."""

POST = "title: A\n"


def head(front_matter: str, body: str = "Text.\n") -> str:
    return f"---\n{front_matter}---\n{body}"


class Row(NamedTuple):
    """An input and the rules that speak of it; `line` of the first finding where it matters."""

    name: str
    data: str | bytes
    rules: tuple[str, ...] = ()
    line: int | None = None
    config: str = ""


INVALID = LIMIT = "invalid-front-matter"
BILLION = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{b}: &{b} [{', '.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {k: 1}\n" + "".join(
    f"{b}: &{b} {{<<: [{', '.join([f'*{a}'] * 9)}]}}\n"
    for a, b in zip("abcdefg", "bcdefgh", strict=True)
)
WIDE = (
    "a: &a {"
    + ", ".join(f"k{i}: 1" for i in range(400))
    + "}\n"
    + "".join(f"m{i}: {{<<: *a}}\n" for i in range(200))
)

ROWS = [
    Row("1 byte order mark", b"\xef\xbb\xbf" + head(POST).encode()),
    Row(
        "2 CR LF",
        head("title: A\ntitle: B\n").replace("\n", "\r\n"),
        ("duplicate-front-matter-key",),
        3,
    ),
    Row("3 lone CR", head(POST).replace("\n", "\r"), (INVALID,), 1),
    Row(
        "4 no closing line", "---\ntitle: A\ndraft: true\n\nText.\n", ("unclosed-front-matter",), 1
    ),
    Row("5 closed by dots", "---\ntitle: A\n...\nText.\n"),
    Row("6 rule in a block scalar", "---\ntitle: |\n  a\n---\n  b\nother: [\n---\n", (INVALID,)),
    Row("7 indented opener", " ---\ntitle: A\n---\nText.\n", (INVALID,), 1),
    Row("7 blank line before", "\n---\ntitle: A\n---\nText.\n", (INVALID,), 2),
    Row("8 rule, prose, rule", "---\n\nOnce upon a time.\n\n---\n\nText.\n", (INVALID,), 1),
    Row("9 long delimiter", "-----\ntitle: A\n-----\nText.\n", (INVALID,), 1),
    Row("10 TOML", '+++\ntitle = "A"\n+++\nText.\n'),
    Row("11 mixed TOML array", '+++\ntitle = "A"\na = [1, "b"]\n+++\nText.\n'),
    Row("11 TOML array of a comma", '+++\ntitle = "A"\na = [,]\n+++\nText.\n', (INVALID,), 3),
    Row("12 delimiter in a TOML string", '+++\ntitle = """\n+++\n"""\n+++\nText.\n'),
    Row("13 JSON on one line", '{"title": "A"}\nText.\n'),
    Row("14 nested JSON", '{\n"title": "A",\n"a": {\n"b": 1\n}\n}\nText.\n'),
    Row(
        "15 body that starts with a brace",
        "{% include x %}\nText.\n",
        ("missing-front-matter",),
        1,
        'preset = "hugo"',
    ),
    Row("16 odd keys", head("title: A\ncontent: x\nhandler: y\nself: z\n")),
    Row("17 number as key", head("title: A\n2024: x\n"), ("ambiguous-scalar",), 3),
    Row("17 word as key", head("title: A\non: x\n"), ("ambiguous-scalar",), 3),
    Row("17 nothing as key", head("title: A\n~: x\n"), ("ambiguous-scalar",), 3),
    Row("18 list", head("- a\n- b\n"), (INVALID,), 2),
    Row("18 scalar", head("just words\n"), (INVALID,), 1),
    Row("19 empty", "---\n---\nText.\n"),
    Row("19 comment only", head("# nothing yet\n")),
    Row("20 duplicate key", head("title: A\na: 1\ntitle: B\n"), ("duplicate-front-matter-key",), 4),
    Row("21 no", head("title: no\n"), ("ambiguous-scalar",), 2, 'preset = "jekyll"'),
    Row("21 octal", head("title: A\ntags: [010]\n"), ("non-string-tag",), 3, 'preset = "jekyll"'),
    Row("21 sexagesimal", head("title: 12:30:45\n"), ("ambiguous-scalar",), 2, 'preset = "jekyll"'),
    Row("21 trailing zero", head("title: A\nversion: 1.10\n"), ("ambiguous-scalar",), 3),
    Row("21 equals sign", head("title: '='\nsign: =\n")),
    Row("22 no such day", head("title: A\ndate: 2024-02-30\n"), ("invalid-date",), 3),
    Row("22 no such hour", head("title: A\ndate: 2024-02-20 25:00:00\n"), ("invalid-date",), 3),
    Row(
        "22 no such zone", head("title: A\ndate: 2024-02-20T10:00:00+99:99\n"), ("invalid-date",), 3
    ),
    Row("22 year zero", head("title: A\ndate: 0000-02-20\n"), ("invalid-date",), 3),
    Row(
        "23 naive and aware dates",
        head("title: A\ndate: 2024-02-20\nupdated: 2024-02-20T10:00:00+02:00\n"),
    ),
    Row("24 empty !!int", head("title: A\nn: !!int ''\n"), (INVALID,), 3),
    Row("24 !!timestamp foo", head("title: A\nn: !!timestamp foo\n"), (INVALID,), 3),
    Row("24 !!bool x", head("title: A\nn: !!bool x\n"), (INVALID,), 3),
    Row(
        "25 python object",
        head("title: A\nn: !!python/object/apply:os.system [id]\n"),
        (INVALID,),
        3,
    ),
    Row("25 unknown tag", head("title: A\nn: !foo bar\n"), (INVALID,), 3),
    Row("26 binary", head("title: A\nn: !!binary aGk=\n"), (INVALID,), 3),
    Row("26 set", head("title: A\nn: !!set {a, b}\n"), (INVALID,), 3),
    Row("27 template", head("title: {{ x }}\n"), (INVALID,), 2),
    Row("28 tab", head("title: A\na:\n\tb: 1\n"), (INVALID,), 4),
    Row("28 undefined alias", head("title: *a\n"), (INVALID,), 2),
    Row("29 NUL", head("title: A\x00\n"), (INVALID,), 2),
    Row("29 BEL", head("title: A\x07\n"), (INVALID,), 2),
    Row("29 U+FFFE", head("title: A\ufffe\n"), (INVALID,), 2),
    Row("30 U+2028", head("title: A\u2028b: c\n"), (INVALID,), 2),
    Row("30 U+0085", head("title: A\x85b: c\n"), (INVALID,), 2),
    Row("31 alias of itself", head("title: A\na: &a [*a]\n"), (LIMIT,), 3),
    Row("32 billion laughs", head("title: A\n" + BILLION), (LIMIT,)),
    Row("33 merge bomb", head("title: A\n" + MERGES), (LIMIT,)),
    Row("34 wide merge", head("title: A\n" + WIDE), (LIMIT,)),
    Row("35 deep brackets", head("title: A\na: " + "[" * 25_000 + "\n"), (LIMIT,), 3),
    Row("35 deep dashes", head("title: A\na:\n " + "- " * 30_000 + "x\n"), (LIMIT,)),
    Row(
        "36 long sexagesimal",
        head("title: A\na: 1" + ":1" * 200_000 + "\n"),
        (LIMIT,),
        1,
        'preset = "jekyll"',
    ),
    Row("37 5,000 digits", head(f"title: A\na: {'9' * 5000}\n"), (INVALID,), 3),
    Row("37 huge hexadecimal", head(f"title: A\na: 0x{'f' * 5000}\n"), (INVALID,), 3),
    Row("38 large front matter", head("title: A\n" + "k: v\n" * 60_000), (LIMIT,)),
    Row("40 Latin-1", "---\ntitle: Café\n---\n".encode("latin-1"), ("invalid-encoding",), 2),
    Row("40 UTF-16", head(POST).encode("utf-16"), ("invalid-encoding",), 1),
    Row("40 truncated UTF-8", head(POST, "日本").encode()[:-1], ("invalid-encoding",), 4),
    Row(
        "41 form feeds and NEL",
        head(POST, "a\x0b\x0c\x85\u2028b\n\n```\nx\n```\n"),
        ("control-character", "missing-fence-language"),
    ),
    Row(
        "42 mixed line ends",
        "---\r\ntitle: A\n---\r\nText.\n\r\n```\nx\r\n```\n",
        ("missing-fence-language",),
        6,
    ),
    Row("44 no final newline", "---\ntitle: A\n---"),
    Row("44 empty file", "", ("missing-front-matter",), 1, 'preset = "hugo"'),
    Row("45 NFC and NFD", head("title: A\ntags: [caf\u00e9, cafe\u0301]\n"), ("duplicate-tag",), 3),
    Row("46 Cyrillic letter", head("title: A\ntags: [d\u0430tabase]\n"), ("confusable-tag",), 3),
    Row("47 bidi control in the title", head("title: A\u202eB\n"), ("control-character",), 2),
    Row(
        "47 bidi control in code",
        head(POST, "```js\nx\u202ey\n```\n"),
        ("invisible-character-in-code",),
        5,
    ),
    Row(
        "48 zero-width in a URL",
        head(POST, "[x](https://exam\u200bple.org/)\n"),
        ("malformed-url",),
        4,
    ),
    Row(
        "48 zero-width in a tag", head("title: A\ntags: [data\u200bbase]\n"), ("confusable-tag",), 3
    ),
]


def name_of(row: Row) -> str:
    return row.name


@pytest.mark.parametrize("row", ROWS, ids=name_of)
def test_a_post_is_judged_and_the_other_one_too(row: Row) -> None:
    found = check({"content/p.md": row.data, "content/z.md": OTHER}, config=row.config)
    assert {d.rule for d, _ in found if d.path == "content/p.md"} == set(row.rules)
    assert [d.rule for d, _ in found if d.path == "content/z.md"] == ["duplicate-front-matter-key"]
    if row.line is not None:
        assert found[0][0].place.line == row.line


@pytest.mark.parametrize(
    ("key", "expected"),
    [("2024", "2024"), ("on", "on"), ("~", "~")],
)
def test_keys_that_are_no_words_stay_keys(key: str, expected: str) -> None:
    from blint.reading.front_matter import read_front_matter

    front_matter = read_front_matter(head(f"title: A\n{key}: x\n"), dialect="yaml-1.1")
    assert list(front_matter.data) == ["title", expected]


def test_a_dialect_decides_what_a_plain_scalar_is() -> None:
    from blint.reading.front_matter import read_front_matter

    text = head("a: no\nb: 010\nc: 12:30:45\nd: 1.10\n")
    values = {
        dialect: list(read_front_matter(text, dialect=dialect).data.values())
        for dialect in ("yaml-1.1", "yaml-1.2")
    }
    assert values == {"yaml-1.1": [False, 8, 45045, 1.1], "yaml-1.2": ["no", 10, "12:30:45", 1.1]}


def test_chinese_text_takes_time_to_read() -> None:
    text = head("title: A\nreadTime: 9\n", "\u4e2d\u6587" * 400 + "\n")
    found = [d for d, _ in check(text, config='[read-time]\nmethod = "hugo"\n')]
    assert [d.rule for d in found] == ["stale-read-time"]
    assert "2 minutes" in found[0].message


def test_a_large_file_is_named_and_not_read() -> None:
    found = check({"content/p.md": b"x" * (2 * 1024 * 1024 + 1), "content/z.md": OTHER})
    assert [d.rule for d, _ in found] == ["oversized-file", "duplicate-front-matter-key"]


@pytest.mark.parametrize(
    ("rule", "value", "message"),
    [
        ('"pattern": "^(a|a)*$"', "a" * 40 + "!", "could not be checked against the pattern"),
        ('"pattern": "^(a+)+$"', "a" * 40 + "!", "must be text that matches"),
        ('"multipleOf": 2', ".inf", "must be a multiple of 2, not infinity."),
        ('"multipleOf": 2', ".nan", "must be a multiple of 2, not a value that is no number."),
    ],
)
def test_a_schema_holds_nothing_up(rule: str, value: str, message: str) -> None:
    files = {
        "s.json": f'{{"properties": {{"a": {{{rule}}}}}}}',
        "content/p.md": head(f"title: A\na: {value}\n"),
        "content/z.md": OTHER,
    }
    found = check(files, config='front-matter.schema = "s.json"\n')
    told = [d.message for d, _ in found if d.rule == "schema-violation"]
    assert len(told) == 1
    assert message in told[0]
    assert found[-1][0].rule == "duplicate-front-matter-key"
