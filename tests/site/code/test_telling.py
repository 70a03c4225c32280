"""The language of a snippet, told from what it holds."""

from __future__ import annotations

import pytest

from blint.site.code.telling import name_for, told_language, told_word
from blint.site.settings import Code, Settings


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ('{"a": 1}', "json"),
        ('[{"a": 1}, {"b": 2}]', "json"),
        ('{"a": 1}\n{"a": 2}', "jsonl"),
        ("a:\n  b: 1\n  c: 2", "yaml"),
        ("apiVersion: v1\nkind: Pod", "yaml"),
        ("on:\n  push:\nrun: |\n  make {\n  ls;", "yaml"),
        ('[a]\nb = "c"', "toml"),
        ("[Unit]\nAfter=a.target", "ini"),
        ("<!doctype html>\n<title>A</title>", "html"),
        ('<p class="a">A</p>', "html"),
        ('<?xml version="1.0"?><a/>', "xml"),
        ('<a xmlns="b"><c/></a>', "xml"),
        ("a {\n  color: red;\n}", "css"),
        ("#!/usr/bin/env python3\n1", "python"),
        ("#!/bin/bash\nx", "bash"),
        ("<?php echo 1;", "php"),
        ("GET /a HTTP/1.1\nHost: b", "http"),
        ("HTTP/1.1 200 OK\nAge: 1", "http"),
        ("--- a/x\n+++ b/x\n", "diff"),
        ("$ make\nok", "console"),
        ("npm install a", "sh"),
        ("# first\ngit clone a/b \\\n  --depth 1\ncd b", "sh"),
        ("if [ -f a ]; then\n  rm a\nfi", "sh"),
        ("def f(a):\n    return a", "python"),
        ("from a import b\nb()", "python"),
        ("package main\n\nfunc main() {\n\ta := 1\n}", "go"),
        ('fn main() {\n    println!("a");\n}', "rust"),
        ("FROM a:1\nRUN b", "docker"),
        ("SELECT a FROM b;", "sql"),
        ("#include <vector>\nstd::vector<int> a;", "cpp"),
        ("import java.util.List;\npublic class A {\n}", "java"),
        ("using System;\nnamespace A {\n}", "csharp"),
        ("const a = require('b');", "js"),
        ("import A from 'a';\nconst B = () => <A />;", "jsx"),
        ("interface A {\n  b: string;\n}", "ts"),
        ("def a\n  puts 1\nend", "ruby"),
        ("fun a(b: Int): Int {\n}", "kotlin"),
    ],
)
def test_a_language_is_told_by_what_it_alone_has(text: str, word: str) -> None:
    assert told_word(text) == word
    assert told_word(f"\n{text}\n") == word


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a:\n  - b: {{ name }}\n  - c: d",
        "[1, 2, 3]",
        "{a: 1}",
        "a: 1",
        "Name:   a\nLabels:\n  b:   c",
        "a: 1\nb: 2",
        "Warning:\n  text: of a program\n  more: of it",
        "[a]",
        "[a]\nb = 1",
        "make sure that it runs",
        "go to the next page",
        "git version 2.40.1",
        "cargo 1.70.0",
        "copy a b",
        "import Foundation",
        "print(1)",
        "#include <stdio.h>",
        "<App name={a} />",
        "<p>{{ a }}</p>",
        "{% if a %}\nimport a from 'b'\n{% endif %}",
        "error: it broke\n  let mut a = vec![];",
        'Traceback (most recent call last):\n  File "a", line 1',
        " const a = require('a');\n+const b = require('b');",
        "```rust\nfn main() { println!(); }\n```",
        "func a() {\n}",
        "total 0\ndrwxr-xr-x 2 a b 40 c",
        '{"a": ' * 2000,
        "[" * 9000 + "]",
        "a:\n  b: 1\n" * 2000,
    ],
)
def test_what_is_not_sure_is_not_told(text: str) -> None:
    assert told_word(text) is None


def test_a_language_is_called_by_its_title() -> None:
    assert told_language("npm install a") == "Shell"
    assert told_language("") is None


@pytest.mark.parametrize(
    ("word", "highlighter", "name"),
    [
        ("json", "chroma", "json"),
        ("jsonl", None, "jsonl"),
        ("jsonl", "pygments", None),
        ("docker", "prism", "dockerfile"),
        ("sh", "shiki", "sh"),
    ],
)
def test_a_name_is_one_that_the_highlighter_knows(
    word: str, highlighter: str | None, name: str | None
) -> None:
    assert name_for(word, Settings(code=Code(highlighter))) == name
