"""YAML values stand where they are written, and what is wrong with YAML is said plainly."""

from __future__ import annotations

import pytest

from blint.reading.yaml_reader import read_yaml
from blint.source import Span
from trees import written

PLACES: dict[str, list[tuple[str, str]]] = {
    "a: b  # c\n": [("", "a: b"), (".a", "b")],
    "é😀: 'é😀' \nb: x\n": [("", "é😀: 'é😀' \nb: x"), (".é😀", "'é😀'"), (".b", "x")],
    "\ufeffa: b\n": [("", "a: b"), (".a", "b")],
    "a: b\r\nc: d\r\n": [("", "a: b\r\nc: d"), (".a", "b"), (".c", "d")],
    "a:\nb: c\n": [("", "a:\nb: c"), (".a", ""), (".b", "c")],
    "a: x\n  y  \nb: z\n": [("", "a: x\n  y  \nb: z"), (".a", "x\n  y"), (".b", "z")],
    "a: |\n  x\n  y\n\n# c\nb: z": [
        ("", "a: |\n  x\n  y\n\n# c\nb: z"),
        (".a", "|\n  x\n  y"),
        (".b", "z"),
    ],
    "a: |+\n  x\n\nb: z": [("", "a: |+\n  x\n\nb: z"), (".a", "|+\n  x\n"), (".b", "z")],
    "a: |+\r\n  x\r\n\r\n": [("", "a: |+\r\n  x\r\n"), (".a", "|+\r\n  x\r\n")],
    "a: >-  # +\n  x  \n  \n": [("", "a: >-  # +\n  x  "), (".a", ">-  # +\n  x  ")],
    "a: |\nb: c": [("", "a: |\nb: c"), (".a", "|"), (".b", "c")],
    "a:\n- b\n- \n- c: d\n\n": [
        ("", "a:\n- b\n- \n- c: d"),
        (".a", "- b\n- \n- c: d"),
        (".a.0", "b"),
        (".a.1", ""),
        (".a.2", "c: d"),
        (".a.2.c", "d"),
    ],
    "a: [b, {c: d}]\n": [
        ("", "a: [b, {c: d}]"),
        (".a", "[b, {c: d}]"),
        (".a.0", "b"),
        (".a.1", "{c: d}"),
        (".a.1.c", "d"),
    ],
    "a: &x !!str 010\nb: *x\n": [("", "a: &x !!str 010\nb: *x"), (".a", "010"), (".b", "*x")],
    "a: &x # c\n  b: c\n": [("", "a: &x # c\n  b: c"), (".a", "b: c"), (".a.b", "c")],
}


@pytest.mark.parametrize("text", PLACES)
def test_values_stand_where_they_are_written(text: str) -> None:
    root = read_yaml(text).root
    assert root is not None
    assert list(written(text, root)) == PLACES[text]


def test_an_offset_shifts_every_span() -> None:
    text = "a: [b, 'c']  # d\na: \u2028\n"
    plain, shifted = read_yaml(text), read_yaml(text, 100)
    assert plain.root is not None
    assert shifted.root is not None
    pairs = [
        *(
            (node.span, other.span)
            for node, other in zip(plain.root.walk(), shifted.root.walk(), strict=True)
        ),
        *(
            (fault.span, other.span)
            for fault, other in zip(plain.faults, shifted.faults, strict=True)
        ),
        *zip(plain.comments, shifted.comments, strict=True),
    ]
    assert all(there == Span(here.start + 100, here.end + 100) for here, there in pairs)
    assert len(plain.faults) == 2


def test_a_colon_fault_stands_at_the_second_colon() -> None:
    assert read_yaml("\ufeffa: b: c\n").faults[0].span == Span(5, 6)


def test_styles() -> None:
    root = read_yaml("a: b\nc: 'd'\n'e': |\n  f\ng: [h]\ni:\n- j\n").root
    assert root is not None
    assert [(entry.key_style, entry.value.style) for entry in root.entries] == [
        ("plain", "plain"),
        ("plain", "quoted"),
        ("quoted", "block"),
        ("plain", "flow"),
        ("plain", "block"),
    ]


COMMENTS = {
    "a: b # c\n": ["# c"],
    "# a\nb: c\n  # d\r\n": ["# a", "# d"],
    "a: 'b # c' # d\n": ["# d"],
    'a: "b\n  # c" # d\n': ["# d"],
    "a: b#c\n": [],
    "a: | # b\n  # c\n# d\n": ["# b", "# d"],
    "a: [b, # c\n  d]\n": ["# c"],
    "a: 'b # c\n": ["# c"],
}


@pytest.mark.parametrize("text", COMMENTS)
def test_comments(text: str) -> None:
    assert [text[start:end] for start, end in read_yaml(text).comments] == COMMENTS[text]


def test_merged_keys_stand_at_the_alias() -> None:
    text = "a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\n"
    root = read_yaml(text).root
    assert root is not None
    assert root.value == {"a": {"b": 1, "c": 2}, "d": {"b": 1, "c": 3}}
    merged, own = root.entries[1].value.entries
    assert (merged.key, text[merged.key_span.start : merged.key_span.end]) == ("b", "*x")
    assert text[merged.value.span.start : merged.value.span.end] == "*x"
    assert (own.key, own.value.value) == ("c", 3)


def test_the_first_of_several_merged_mappings_wins() -> None:
    root = read_yaml("a: {<<: [{b: 1}, {b: 2, c: 3}]}\n").root
    assert root is not None
    assert root.value == {"a": {"b": 1, "c": 3}}


def test_the_last_of_two_keys_wins_and_both_are_kept() -> None:
    root, faults, _ = read_yaml("a: 1\nb: {c: 2, c: 3}\na: 4\n")
    assert root is not None
    assert root.value == {"a": 4, "b": {"c": 3}}
    assert [(fault.kind, fault.span, fault.other) for fault in faults] == [
        ("duplicate-key", Span(15, 16), Span(9, 10)),
        ("duplicate-key", Span(21, 22), Span(0, 1)),
    ]
    assert [entry.key for entry in root.entries] == ["a", "b", "a"]


def test_faults_come_in_text_order() -> None:
    faults = read_yaml("a: 'b\u2028'\nb: 2024-02-30\na: c\x85\n").faults
    assert [fault.kind for fault in faults] == ["invalid", "date", "duplicate-key", "invalid"]


# A text, the text under the fault, and what the message must name.
FAULTS = {
    "colon in a value": ("title: foo: bar\n", ":", "`title`"),
    "colon in a value, later line": ("a: b\ntitle: foo: bar\n", ":", "`title`"),
    "colon after a byte order mark": ("\ufefftitle: foo: bar\n", ":", "`title`"),
    "indented key": ("a: b\n  c: d\n", "c", "indented"),
    "template": ("title: {{ x }}\n", "{{ x }}", "`{{ x }}` must be quoted"),
    "template and text": ("title: {{ x }} y\n", "{{ x }}", "must be quoted"),
    "template tag": ("title: {% x %}\n", "{% x %}", "must be quoted"),
    "template in a list": ("a:\n- {{ x }}\n", "{{ x }}", "must be quoted"),
    "open template": ("a: {{ x }\nb: c\n", "{{ x }", "must be quoted"),
    "complex key": ("? [a]\n: b\n", "[a]", "`[a]`"),
    "open quote": ("a: 'b\nc: d\n", "'", "no partner"),
    "apostrophe": ("a: 'it's'\n", "s'", "closing quotation mark"),
    "text after a quote": ('a: "b" c\n', "c", "closing quotation mark"),
    "escape": ('a: "\\d"\n', "\\d", r"`\d`"),
    "line without a colon": ("a: b\nfoo\nc: d\n", "foo", "`foo`"),
    "first line without a colon": ("foo\na: b\n", "foo", "`foo`"),
    "no space after a colon": ("a: b\nfoo:bar\nc: d\n", ":", "`foo`"),
    "at sign": ("a: @b\n", "@", "`@`"),
    "backtick": ("a: `b`\n", "`", "a backtick"),
    "percent": ("a: %b\n", "%", "`%`"),
    "bold": ("a: **b**\n", "*", "`*`"),
    "ampersand": ("a: & b\n", "&", "`&`"),
    "exclamation mark": ("a: !b! c\n", "!", "`!`"),
    "tab": ("a:\n\tb: c\n", "\t", "tab"),
    "list on the line of its key": ("a: - b\n", "-", "list"),
    "open list": ("a: [b\nc: d\n", "[", "`[`"),
    "empty item": ("a: [b,, c]\n", ",", "missing"),
    "key among items": ("a:\n- b\nc\n- d\n", "c", "`c`"),
    "text after a bar": ("a: | b\n", "b", "`|`"),
    "dedent": ("  a: b\nc: d\n", "c: d", "indentation"),
    "second document": ("a: b\n--- c\n", "---", "second"),
    "merge of text": ("a:\n  <<: b\n", "b", "`<<`"),
    "alias as text": ("a: *b\n", "*b", "`*b`"),
    "tag": ("a: !b c\n", "!b c", "`!b`"),
    "tag of a mapping": ("a: !b\n  c: d\n", "!b", "`!b`"),
    "control character": ("a: é\a\n", "\a", "U+0007"),
    "surrogate": ("a: \ud800\n", "\ud800", "U+D800"),
    "line separator": ("a: 'b\u2028c'\n", "\u2028", "U+2028"),
    "impossible date": ("a: 2024-02-30\n", "2024-02-30", "no day 30"),
}


@pytest.mark.parametrize(("text", "place", "named"), FAULTS.values(), ids=FAULTS)
def test_faults(text: str, place: str, named: str) -> None:
    (fault,) = read_yaml(text).faults
    assert text[fault.span.start : fault.span.end] == place
    assert named in fault.message
    assert fault.help


LIMITS = {
    "depth": "a: " + "[" * 64 + "]" * 64,
    "depth by aliases": "a: &a " + "[" * 40 + "]" * 40 + "\nb: " + "[" * 30 + "*a" + "]" * 30,
    "itself": "a: &a {b: *a}",
    "aliases": f"a: &a [{'x, ' * 100}]\nb: [{'*a, ' * 10}]",
}


@pytest.mark.parametrize("text", LIMITS.values(), ids=LIMITS)
def test_limits(text: str) -> None:
    root, faults, _ = read_yaml(text)
    assert root is None
    assert [fault.kind for fault in faults] == ["limit"]


def test_within_the_limits() -> None:
    root, faults, _ = read_yaml(
        f"a: &a [{'x, ' * 90}]\nb: [{'*a, ' * 10}]\nc: {'[' * 63}{']' * 63}"
    )
    assert faults == []
    assert root is not None
    assert root.value["b"] == [["x"] * 90] * 10


def test_any_root_is_given_to_readers_of_other_files() -> None:
    root = read_yaml("- a\n- b\n").root
    assert root is not None
    assert (root.kind, root.value) == ("sequence", ["a", "b"])
