"""Front matter is found, split off and read as generators do, and odd files are told so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from blint.reading.front_matter import read_front_matter
from blint.reading.tree import MAX_SIZE
from blint.source import decode

if TYPE_CHECKING:
    from collections.abc import Sequence


class Found(NamedTuple):
    """What a file gives: the format, the data, the faults as (kind, text), the body."""

    format: str | None
    data: dict[str, Any]
    faults: Sequence[tuple[str, str]] = ()
    body: str = ""


def found(content: str | bytes, dialect: Any = "yaml-1.1") -> Found:
    """What `content` gives, after the checks that hold for every file."""
    text = decode(content if isinstance(content, bytes) else content.encode()).text
    front = read_front_matter(text, dialect=dialect)
    for fault in front.faults:
        assert 0 <= fault.span.start <= fault.span.end <= len(text)
    faults = [(fault.kind, text[fault.span.start : fault.span.end]) for fault in front.faults]
    return Found(front.format, front.data, faults or (), text[front.body :])


READ = {
    "yaml": ("---\na: b\n---\nbody", Found("yaml", {"a": "b"}, (), "body")),
    "byte order mark": (b"\xef\xbb\xbf---\na: b\n---\n", Found("yaml", {"a": "b"})),
    "crlf": ("---\r\na: b\r\n---\r\nbody", Found("yaml", {"a": "b"}, (), "body")),
    "mixed line ends": (
        "---\na: b\r\nc: d\n---\r\nbody",
        Found("yaml", {"a": "b", "c": "d"}, (), "body"),
    ),
    "blanks after delimiters": ("--- \na: b\n---\t\nbody", Found("yaml", {"a": "b"}, (), "body")),
    "dots close": ("---\na: b\n...\nbody", Found("yaml", {"a": "b"}, (), "body")),
    "a body with rules": (
        "---\na: b\n---\nx\n\n---\n",
        Found("yaml", {"a": "b"}, (), "x\n\n---\n"),
    ),
    "no final newline": ("---\na: b\n---", Found("yaml", {"a": "b"})),
    "empty file": ("", Found(None, {})),
    "empty front matter": ("---\n---\nbody", Found("yaml", {}, (), "body")),
    "comment only": ("---\n# c\n---\nbody", Found("yaml", {}, (), "body")),
    "no front matter": ("# Title\n", Found(None, {}, (), "# Title\n")),
    "rule alone": ("---\n\ntext: not a key\n", Found(None, {}, (), "---\n\ntext: not a key\n")),
    "list": ("- a: b\n", Found(None, {}, (), "- a: b\n")),
    "toml": ("+++\na = 1\n+++\nbody", Found("toml", {"a": 1}, (), "body")),
    "toml, crlf": ("+++\r\na = 1\r\n+++\r\nbody", Found("toml", {"a": 1}, (), "body")),
    "toml after blank lines": ("\n\n+++\na = 1\n+++\nbody", Found("toml", {"a": 1}, (), "body")),
    "empty toml": ("+++\n+++\nbody", Found("toml", {}, (), "body")),
    "toml array of two types": ("+++\na = [1, 'x']\n+++\n", Found("toml", {"a": [1, "x"]})),
    "plus signs inside a toml string": (
        "+++\na = '''\n+++\n'''\n+++\nbody",
        Found("toml", {"a": "+++\n"}, (), "body"),
    ),
    "plus signs in prose": ("+++ x\n", Found(None, {}, (), "+++ x\n")),
    "json on one line": ('{"a": 1}\nbody', Found("json", {"a": 1}, (), "body")),
    "json, brace at the line start": (
        '{\n"a": {\n"b": 1\n}\n}\nbody',
        Found("json", {"a": {"b": 1}}, (), "body"),
    ),
    "braces in json strings": ('{"a": "}\\"}"}\n', Found("json", {"a": '}"}'})),
    "empty json": ("{}\nbody", Found("json", {}, (), "body")),
    "template expression": ("{{ x }}\n", Found(None, {}, (), "{{ x }}\n")),
    "template tag": ("{% x %}\n", Found(None, {}, (), "{% x %}\n")),
    "braces in prose": ("{a} b\n", Found(None, {}, (), "{a} b\n")),
    "keys that Python knows": (
        "---\ncontent: 1\nhandler: 2\nself: 3\n---\n",
        Found("yaml", {"content": 1, "handler": 2, "self": 3}),
    ),
    "keys that are no text": (
        "---\n2024: a\non: b\n~: c\nnull: d\n---\n",
        Found("yaml", {"2024": "a", "on": "b", "~": "c", "null": "d"}),
    ),
    "scalars to quote": (
        "---\na: no\nb: 010\nc: 12:30:45\nd: 1.10\ne: =\n---\n",
        Found("yaml", {"a": False, "b": 8, "c": 45045, "d": 1.1, "e": "="}),
    ),
    "date and time": (
        "---\na: 2024-01-02\nb: 2024-01-02 10:00:00 +01:00\n---\n",
        Found("yaml", {"a": "2024-01-02", "b": "2024-01-02 10:00:00 +01:00"}),
    ),
}

ODD = {
    "lone carriage returns": (
        "---\ra: b\r---\r",
        Found(None, {}, [("invalid", "\r")], "---\ra: b\r---\r"),
    ),
    "unclosed": (
        "---\na: b\nc:\n- d\n\nbody\n",
        Found("yaml", {}, [("unclosed", "---")], "\nbody\n"),
    ),
    "unclosed, body at once": (
        "---\na: b\nbody\n",
        Found("yaml", {}, [("unclosed", "---")], "body\n"),
    ),
    "closed by four": ("---\na: b\n----\nbody", Found("yaml", {}, [("unclosed", "---")], "body")),
    "closed by an em dash": (
        "---\na: b\n—\nbody",
        Found("yaml", {}, [("unclosed", "---")], "body"),
    ),
    "closer indented": ("---\na: b\n ---\nbody", Found("yaml", {}, [("unclosed", "---")], "body")),
    "unclosed toml": ("+++\na = 1\n\nbody", Found("toml", {}, [("unclosed", "+++")], "\nbody")),
    "unclosed json": ('{\n"a": 1\n\nbody', Found("json", {}, [("unclosed", "{")], "\nbody")),
    "delimiter in a block of text": (
        "---\na: |\n  x\n---\nb: c\n---\nbody",
        Found("yaml", {"a": "x\n"}, [("invalid", "---")], "b: c\n---\nbody"),
    ),
    "block of text at the end": (
        "---\na: |\n  x\n---\nNote: this\n\n---\n\n# Title\n",
        Found("yaml", {"a": "x\n"}, [("invalid", "---")], "Note: this\n\n---\n\n# Title\n"),
    ),
    "after a blank line": (
        "\n---\na: b\n---\n",
        Found(None, {}, [("invalid", "---")], "\n---\na: b\n---\n"),
    ),
    "indented": (
        " ---\n a: b\n ---\n",
        Found(None, {}, [("invalid", "---")], " ---\n a: b\n ---\n"),
    ),
    "rule, prose, rule": (
        "---\ntext\n\n---\n",
        Found(None, {}, [("invalid", "---")], "---\ntext\n\n---\n"),
    ),
    "five dashes": ("-----\na: b\n-----\nbody", Found("yaml", {}, [("invalid", "-----")], "body")),
    "two dashes": ("--\na: b\n--\nbody", Found("yaml", {}, [("invalid", "--")], "body")),
    "language after the dashes": (
        "---yaml\na: b\n---\n",
        Found("yaml", {}, [("invalid", "---yaml")]),
    ),
    "list": ("---\n- a\n---\nbody", Found("yaml", {}, [("invalid", "- a")], "body")),
    "scalar": ("---\na\n---\n", Found(None, {}, [("invalid", "---")], "---\na\n---\n")),
    "toml array with a comma alone": (
        "+++\na = [,]\n+++\n",
        Found("toml", {}, [("invalid", ",]")]),
    ),
    "json with a trailing comma": (
        '{"a": 1,}\nbody',
        Found("json", {}, [("invalid", ",")], "body"),
    ),
    "duplicate key": (
        "---\na: 1\nb: 2\na: 3\n---\n",
        Found("yaml", {"a": 3, "b": 2}, [("duplicate-key", "a")]),
    ),
    "impossible day": (
        "---\na: 2024-02-30\n---\n",
        Found("yaml", {"a": "2024-02-30"}, [("date", "2024-02-30")]),
    ),
    "tag of a type it is not": (
        "---\na: !!int ''\n---\n",
        Found("yaml", {"a": ""}, [("invalid", "!!int ''")]),
    ),
    "tag that would run code": (
        "---\na: !!python/object/apply:os.abort []\n---\n",
        Found("yaml", {"a": []}, [("invalid", "!!python/object/apply:os.abort")]),
    ),
    "template expression": (
        "---\na: {{ x }}\nb: c\n---\n",
        Found("yaml", {"a": "{{ x }}", "b": "c"}, [("invalid", "{{ x }}")]),
    ),
    "tab indent": ("---\na:\n\tb: c\n---\n", Found("yaml", {}, [("invalid", "\t")])),
    "undefined alias": ("---\na: *b\n---\n", Found("yaml", {"a": "*b"}, [("invalid", "*b")])),
    "NUL": ("---\na: b\0\n---\n", Found("yaml", {}, [("invalid", "\0")])),
    "BEL": ("---\na: é\a\n---\n", Found("yaml", {}, [("invalid", "\a")])),
    "U+FFFE": ("---\na: \ufffe\n---\n", Found("yaml", {}, [("invalid", "\ufffe")])),
    "form feed": ("---\na: b\n\fc: d\n---\n", Found("yaml", {}, [("invalid", "\f")])),
    "line separator": (
        "---\na: b\u2028c: d\n---\n",
        Found("yaml", {"a": "b", "c": "d"}, [("invalid", "\u2028")]),
    ),
    "next line": ("---\na: b\x85  c\n---\n", Found("yaml", {"a": "b c"}, [("invalid", "\x85")])),
    "self reference": ("---\na: &a [*a]\n---\n", Found("yaml", {}, [("limit", "*a")])),
    "number of 5,000 digits": (
        f"---\na: {'1' * 5000}\n---\n",
        Found("yaml", {"a": "1" * 5000}, [("invalid", "1" * 5000)]),
    ),
    "json number of 5,000 digits": (
        f'{{"a": {"1" * 5000}}}\n',
        Found("json", {"a": "1" * 5000}, [("invalid", "1" * 5000)]),
    ),
    "toml number of 5,000 digits": (
        f"+++\na = {'1' * 5000}\n+++\n",
        Found("toml", {}, [("invalid", "1" * 5000)]),
    ),
    "front matter of 10 MB": (
        f"---\na: b\nc: {'x' * 10_000_000}\n---\nbody",
        Found("yaml", {}, [("limit", "-")], "body"),
    ),
    "toml too long": (
        f"+++\na = '{'x' * MAX_SIZE}'\n+++\nbody",
        Found("toml", {}, [("limit", "+")], "body"),
    ),
    "json too long": (
        f'{{"a": "{"x" * MAX_SIZE}"}}\nbody',
        Found("json", {}, [("limit", "{")], "body"),
    ),
}


@pytest.mark.parametrize(("content", "expected"), READ.values(), ids=READ)
def test_read(content: str | bytes, expected: Found) -> None:
    assert found(content) == expected


@pytest.mark.parametrize(("content", "expected"), ODD.values(), ids=ODD)
def test_odd(content: str | bytes, expected: Found) -> None:
    assert found(content) == expected


BOMBS = {
    "aliases nine by nine": "a0: &a0 [x]\n"
    + "".join(f"a{n + 1}: &a{n + 1} [{', '.join([f'*a{n}'] * 9)}]\n" for n in range(8)),
    "wide merge": f"a: &a {{{', '.join(f'k{n}: 1' for n in range(300))}}}\n"
    f"b:\n  <<: [{'*a, ' * 300}]\n",
    "25,000 brackets": f"a: {'[' * 25_000}\n",
    "30,000 dashes": "- " * 30_000 + "\n",
    "hour, minute, second and on": f"a: {'1:' * 200_000}1\n",
    "nested keys": "".join(f"{' ' * n}a:\n" for n in range(200)),
    "merges of merges": "a0: &a0 {x: 1}\n"
    + "".join(f"a{n + 1}: &a{n + 1}\n  <<: [{f'*a{n}, ' * 9}]\n" for n in range(8)),
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_bombs_meet_a_limit(text: str) -> None:
    assert [kind for kind, _ in found(f"---\n{text}---\nbody").faults] == ["limit"]
    assert found(f"---\n{text}---\nbody").body == "body"


def test_hugo_reads_front_matter_after_blank_lines() -> None:
    assert found("\n---\na: b\n---\nbody", "yaml-go") == Found("yaml", {"a": "b"}, (), "body")
    assert found('\n{"a": 1}\nbody', "yaml-go") == Found("json", {"a": 1}, (), "body")


def test_span_covers_both_delimiters() -> None:
    text = "\n+++\na = 1\n+++ \nbody"
    span = read_front_matter(text, dialect="yaml-1.2").span
    assert text[span.start : span.end] == "+++\na = 1\n+++ "


def test_an_early_end_is_hinted_at_in_the_help_of_a_fault() -> None:
    front = read_front_matter("---\na: 'x\n---\nb'\nc: d\n---\n", dialect="yaml-1.2")
    assert front.faults[0].help == "Add the closing quotation mark."
    front = read_front_matter("---\na: 'x\n---\nc: d\n---\n", dialect="yaml-1.2")
    assert front.faults[0].help is not None
    assert "indent it" in front.faults[0].help
