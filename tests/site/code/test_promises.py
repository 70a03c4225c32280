"""Promises of examples in titles and descriptions."""

from __future__ import annotations

import pytest

from blint.site.code.promises import _LANGUAGES, _OTHER_NAMES, keeps, promised_languages


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Examples in Java, Python, Node.js, and Go", "Java Python Node.js Go"),
        ("Sorting: code samples for Swift and Kotlin.", "Swift Kotlin"),
        ("Binary search, with examples in Rust", "Rust"),
        ("Heaps with working code examples in C++", "C++"),
        ("Heaps with an example in Go", "Go"),
        ("Heaps with Python and Rust examples", "Python Rust"),
        ("Heaps with Python code examples.", "Python"),
        ("Heaps (examples in C/C++ and C#)", "C C++ C#"),
        ("Heaps – full code examples in TypeScript & Go for beginners", "TypeScript Go"),
        ("A guide. Includes snippets in Javascript, Golang and Haxe", "JavaScript Go"),
        ("Sample code in Ruby and PHP", "Ruby PHP"),
        ("Haufen mit Beispielen in Python und Java", "Python Java"),
        ("Les tas, avec des exemples en Python et Java", "Python Java"),
        ("Montículos, con ejemplos de código en Python y Java", "Python Java"),
        ("Montes com exemplos em Python e Java", "Python Java"),
        ("Java, Python, and Go code examples included.", "Java Python Go"),
        ("A guide. Includes Java and Python examples", "Java Python"),
        ("Examples provided in Java and Go", "Java Go"),
        (
            "Step-by-step code examples in Java, Python, Node.js and Go included",
            "Java Python Node.js Go",
        ),
        ("How to sort in Java, Python, and Go (with examples)", "Java Python Go"),
        ("How to sort in Java and Python, with working code samples", "Java Python"),
        ("How to sort in Java (with examples)", ""),
        ("Working with Go examples", ""),
        ("Playing with examples in Go", ""),
        ("Go examples", ""),
        ("Examples in Rust", ""),
        ("Examples in Go templates and Rust macros", ""),
        ("Heaps with examples in Go templates", ""),
        ("Heaps with examples in Node.js-like code", ""),
        ("Heaps with examples in Java.NET", ""),
        ("Rewriting our examples in Java and Rust", ""),
        ("How we test code samples in Java, Python and Go", ""),
        ("Heaps in Python and Rust", ""),
        ("Examples of bugs in Java and Rust", ""),
        ("Writing code in Java and Rust", ""),
        ("No examples in Java or Rust", ""),
        ("Heaps without examples in Rust", ""),
        ("with examples for Go", ""),
        ("Heaps with examples in go", ""),
        ("Examples in Java and Rust considered", ""),
        ("Working with Go examples that run", ""),
    ],
)
def test_what_is_promised(text: str, names: str) -> None:
    promised = promised_languages(text)
    assert " ".join(one.name for one in promised) == names
    for one in promised:
        written = {one.name, *(w for w, name in _OTHER_NAMES.items() if name == one.name)}
        assert text[one.start :].startswith(tuple(written))


@pytest.mark.parametrize(
    ("promised", "word", "kept"),
    [
        ("Node.js", "ts", True),
        ("Node.js", "bash", False),
        ("JavaScript", "vue", True),
        ("TypeScript", "js", False),
        ("C", "cpp", True),
        ("C++", "hpp", True),
        ("C++", "csharp", False),
        ("Java", "javascript", False),
        ("Python", "pycon", True),
        ("Objective-C", "objc", True),
        ("Go", "golang", True),
        ("Kotlin", "kts", True),
        ("R", "rust", False),
    ],
)
def test_what_keeps_a_promise(promised: str, word: str, kept: bool) -> None:
    assert keeps(promised, {word}) is kept


def test_every_language_is_kept_by_its_own_name() -> None:
    for name, counted in _LANGUAGES.items():
        if counted:
            assert keeps(name, {name.lower().replace("node.js", "node")}), name
    assert set(_OTHER_NAMES.values()) <= set(_LANGUAGES)


def test_long_texts_take_no_time() -> None:
    assert promised_languages("with examples in Java, " * 5_000) != []
    assert promised_languages("examples with " * 5_000) == []
    assert promised_languages("with code " * 5_000 + "samples") == []
