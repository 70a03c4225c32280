"""Keys put into front matter, byte for byte."""

from __future__ import annotations

import pytest

from blint.reading.post import read_post
from blint.running.fixing.edits import edited
from blint.running.fixing.proof import difference
from blint.site.insertion import insertion
from blint.source import decode

BESIDE = ("date", "title")

CASES: dict[str, tuple[str, str, str, str]] = {
    # name: (path, before, after, body)
    "YAML": (
        "readTime",
        "title: A\ndate: x\ntags: [b]",
        "title: A\ndate: x\nreadTime: 3\ntags: [b]",
        "---",
    ),
    "YAML without a date": (
        "readTime",
        "title: A\ntags: [b]",
        "title: A\nreadTime: 3\ntags: [b]",
        "---",
    ),
    "YAML with neither": ("readTime", "tags:\n- b\n- c", "tags:\n- b\n- c\nreadTime: 3", "---"),
    "a comment": (
        "readTime",
        "title: A # x\n# y\nb: 1",
        "title: A # x\nreadTime: 3\n# y\nb: 1",
        "---",
    ),
    "a text of two lines": (
        "readTime",
        "title: A\n  b\nc: 1",
        "title: A\n  b\nreadTime: 3\nc: 1",
        "---",
    ),
    "a block": (
        "readTime",
        "title: |\n  b\n  c\nd: 1",
        "title: |\n  b\n  c\nreadTime: 3\nd: 1",
        "---",
    ),
    "a block at the end": ("readTime", "title: |\n  b\n", "title: |\n  b\nreadTime: 3\n", "---"),
    "a folded block and a blank line": (
        "readTime",
        "title: >-\n  b\n\nc: 1",
        "title: >-\n  b\nreadTime: 3\n\nc: 1",
        "---",
    ),
    "CR LF": ("readTime", "title: A\r\nb: 1", "title: A\r\nreadTime: 3\r\nb: 1", "---"),
    "indented": ("readTime", "  title: A\n  b: 1", "  title: A\n  readTime: 3\n  b: 1", "---"),
    "quoted keys": ("readTime", '"title": A\nb: 1', '"title": A\nreadTime: 3\nb: 1', "---"),
    "an empty title": ("readTime", "title:\nb: 1", "title:\nreadTime: 3\nb: 1", "---"),
    "a flow mapping": ("readTime", "{title: A}", "", "---"),
    "in a table of YAML": (
        "extra.time",
        "extra:\n    a: 1\nb: 1",
        "extra:\n    a: 1\n    time: 3\nb: 1",
        "---",
    ),
    "no table in YAML": (
        "extra.time",
        "title: A\nb: 1",
        "title: A\nb: 1\nextra:\n  time: 3",
        "---",
    ),
    "a table that is flow": ("extra.time", "extra: {a: 1}\nb: 1", "", "---"),
    "a table without a value": ("extra.time", "extra:\nb: 1", "", "---"),
    "too deep": ("a.b.c", "title: A", "", "---"),
    "a key that needs quotes": ("read time", "title: A", "", "---"),
    "no value": ("readTime", "title: A\nreadTime:\nb: 1", "title: A\nreadTime: 3\nb: 1", "---"),
    "no value and a comment": ("readTime", "readTime: # x\nb: 1", "readTime: 3 # x\nb: 1", "---"),
    "null": ("readTime", "readTime: null\nb: 1", "readTime: 3\nb: 1", "---"),
    "an empty text": ("readTime", 'readTime: ""\nb: 1', "readTime: 3\nb: 1", "---"),
    "a value": ("readTime", "readTime: 1\nb: 1", "", "---"),
    "TOML": (
        "readTime",
        'title = "A"\ndate = 2020-01-01\n[b]\nc = 1',
        'title = "A"\ndate = 2020-01-01\nreadTime = 3\n[b]\nc = 1',
        "+++",
    ),
    "TOML with neither": (
        "readTime",
        "b = 1\n[c]\nd = 1",
        "b = 1\nreadTime = 3\n[c]\nd = 1",
        "+++",
    ),
    "TOML of several lines": (
        "readTime",
        'b = [\n  1,\n]\nc.d = """\nx"""',
        'b = [\n  1,\n]\nreadTime = 3\nc.d = """\nx"""',
        "+++",
    ),
    "TOML with tables alone": ("readTime", "[c]\nd = 1", "", "+++"),
    "an empty text in TOML": ("readTime", 'readTime = ""', "readTime = 3", "+++"),
    "in a table of TOML": (
        "extra.time",
        "[extra]\na = 1\n[b]\nc = 1",
        "[extra]\na = 1\ntime = 3\n[b]\nc = 1",
        "+++",
    ),
    "a table in a line": ("extra.time", "extra = { a = 1 }", "", "+++"),
    "no table in TOML": (
        "extra.time",
        "b = 1\n[c]\nd = 1",
        "b = 1\n[c]\nd = 1\n\n[extra]\ntime = 3",
        "+++",
    ),
    "JSON": (
        "readTime",
        '{\n  "title": "A",\n  "b": 1\n}',
        '{\n  "title": "A",\n  "readTime": 3,\n  "b": 1\n}',
        "",
    ),
    "JSON in a line": ("readTime", '{"b": 1}', '{"b": 1, "readTime": 3}', ""),
    "null in JSON": ("readTime", '{"readTime": null}', '{"readTime": 3}', ""),
    "in an object": ("extra.time", '{"extra": {"a": [1]}}', '{"extra": {"a": [1], "time": 3}}', ""),
    "no object": ("extra.time", '{"a": 1}', "", ""),
}


@pytest.mark.parametrize("name", CASES)
def test_a_key_is_written_as_those_beside_it(name: str) -> None:
    path, before, after, mark = CASES[name]
    end = "\r\n" if "\r" in before else "\n"

    def whole(block: str) -> bytes:
        lines = (mark, block, mark) if mark else (block,)
        return (end.join((*lines, "Text [a](b)")) + end).encode()

    post = read_post("a.md", decode(whole(before)), dialect="yaml-1.1")
    assert post.front_matter.root is not None
    edit = insertion(post, path, "3", BESIDE)
    if not after:
        assert edit is None
        return
    assert edit is not None
    done = edited(whole(before), [edit])
    assert done == whole(after)
    changed = read_post("a.md", decode(done), dialect="yaml-1.1")
    assert difference(post, changed, [edit]) is None
    entry = changed.front_matter.entry(path)
    assert entry is not None
    assert entry.value.value == 3
