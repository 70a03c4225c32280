"""Which grammars read a language, and what may stand around its fragments."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Context(NamedTuple):
    """One way to read a fragment: a grammar, and the text before and after.

    `grammar` is a package and a function of it that returns the grammar. `prefix` has no line end.
    """

    grammar: str
    prefix: str = ""
    suffix: str = ""


class Dialect(NamedTuple):
    """How a language is read.

    `contexts`: all in which a fragment may make sense, the likeliest first. `ends`: signs that
    may be missing at the end of a line. `quotes`: what begins and ends a text within a line.
    `keywords`: words in which a slip shows. `long_texts`: texts may go over several lines.
    """

    contexts: tuple[Context, ...]
    ends: str = ""
    quotes: str = "\"'"
    keywords: frozenset[str] = frozenset()
    long_texts: bool = False


def dialect_of(language: str) -> Dialect | None:
    """How a language is read, by its title; None where no grammar of it is good enough."""
    return _DIALECTS.get(language)


@lru_cache(maxsize=64)
def grammars_of(language: str) -> tuple[str, ...]:
    """The grammars that read a language, by its title; empty where none is good enough."""
    dialect = _DIALECTS.get(language)
    return tuple({one.grammar: None for one in dialect.contexts}) if dialect else ()


def contexts_for(text: str, dialect: Dialect) -> tuple[Context, ...]:
    """The contexts that say something of a text: without a tag, to PHP all is HTML."""
    if "<?" in text:
        return dialect.contexts
    return tuple(one for one in dialect.contexts if one != Context("php/language_php"))


def _contexts(grammars: str, *around: str) -> tuple[Context, ...]:
    """Contexts of some grammars, each bare and with every `before | after`."""
    pairs = [pair.partition("|") for pair in around]
    return tuple(
        Context(grammar, before, "\n" + after if after else "")
        for grammar in grammars.split()
        for before, _, after in [("", "", ""), *pairs]
    )


_SCRIPT = (
    *("class A {|}", "({|})", "(|)", "[|]", "f(|)", "switch (x) {|}", "x = {|}"),
    *("async function* f() {|}", "|x", "|{}"),
)
_TYPED = ("interface A {|}", "type A = |", "enum A {|}", "let x: |", "declare namespace A {|}")
_C_LIKE = (
    *("void f() {|}", "|;", "|{}", "int x = |;", "struct A {|};", "enum A {|};"),
    *("switch (x) {|}", "int a[] = {|};", "f(|);", "|int x;", "int x {|};"),
)
_CLASSES = (
    *("class A {|}", "class A { void f() {|}}", "|class A {}", "|;", "|{}", "x = |;", "f(|);"),
    *("enum A {|}", "class A { void f() { switch (x) {|}}}", "class A { int x {|}}"),
)

_C = _contexts("c", *_C_LIKE)
_CPP = _contexts("cpp", *_C_LIKE, "class A : B {|};", "template <class T> |")
_JS = _contexts("javascript", *_SCRIPT)
_TS = _contexts("typescript/language_typescript", *_SCRIPT, *_TYPED)
_TSX = _contexts("typescript/language_tsx", *_SCRIPT, *_TYPED)
_CSS = ("a {|}", "@media x {|}", "|{}", "|;")

_WORDS_JS = "function return const class import export default async await extends typeof throw"
_WORDS_TS = f"{_WORDS_JS} interface implements readonly private public declare"
_WORDS_JVM = "public private protected static class return import package extends implements"
_WORDS_C = "return struct typedef switch while const static unsigned sizeof"
_WORDS_CPP = f"{_WORDS_C} template typename namespace class public private virtual"
_WORDS_CS = "public private protected static class return using namespace async await foreach"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DIALECTS = {
    "JavaScript": Dialect((*_JS, *_TSX[:2], _TS[0]), ",", "\"'`", _words(_WORDS_JS)),
    "TypeScript": Dialect((*_TS, *_TSX[:2], _JS[0]), ",", "\"'`", _words(_WORDS_TS)),
    "TSX": Dialect((*_TSX, *_TS[:2], _JS[0]), ",", "\"'`", _words(_WORDS_TS)),
    "Java": Dialect(_contexts("java", *_CLASSES), ";,", '"', _words(_WORDS_JVM)),
    "C#": Dialect(_contexts("c_sharp", *_CLASSES), ";,", '"', _words(_WORDS_CS)),
    "C": Dialect((*_C, *_CPP[:2]), ";", '"', _words(_WORDS_C)),
    "C++": Dialect((*_CPP, _C[0]), ";", '"', _words(_WORDS_CPP)),
    "Go": Dialect(
        _contexts(
            "go",
            *("func f() {|}", "x := |", "type T struct {|}", "type T interface {|}"),
            *("switch x {|}", "import (|)", "const (|)", "x = T{|}", "f(|)", "|{}"),
        ),
        ",",
        '"',
        _words("package import func return struct interface range defer switch type"),
    ),
    "Rust": Dialect(
        _contexts(
            "rust",
            *("fn f() {|}", "|;", "|{}", "let x = |;", "impl A {|}", "trait A {|}", "enum A {|}"),
            *("struct A {|}", "match x {|}", "type A = |;", "|fn f() {}", "f(|);", "fn f() |{}"),
        ),
        ";,",
        '"',
        _words("struct impl trait enum match return pub unsafe async where"),
    ),
    "Ruby": Dialect(
        _contexts("ruby", "class A; |end", "x = {|}", "f(|)", "case x; |end", "|end", "f do; |end"),
        ",",
        "\"'",
        _words("class module return require unless private attr_accessor"),
        long_texts=True,
    ),
    "PHP": Dialect(
        _contexts(
            "php/language_php_only",
            *("class A {|}", "function f() {|}", "$x = [|];", "$x = |;", "f(|);", "|;", "|{}"),
            *("interface A {|}", "enum A {|}", "switch ($x) {|}"),
        )
        + _contexts("php/language_php", "<?php |", "<?php class A {|}", "<?php $x = |;"),
        ";,",
        "\"'",
        _words("function return public private protected class namespace foreach static extends"),
        long_texts=True,
    ),
    "Kotlin": Dialect(
        _contexts(
            "kotlin",
            *("class A {|}", "fun f() {|}", "val x = |", "f(|)", "enum class A {|}", "|{}"),
            *("when (x) {|}", "|class A", "|val x = 1"),
        ),
        ",",
        '"',
        _words("class import package return override private object interface companion"),
    ),
    "Swift": Dialect(
        _contexts(
            "swift",
            *("class A {|}", "func f() {|}", "let x = |", "f(|)", "enum A {|}", "protocol A {|}"),
            *("switch x {|}", "|{}", "|class A {}", "let x = [|]"),
        ),
        ",",
        '"',
        _words("class struct import return func guard protocol extension override private"),
    ),
    "Shell": Dialect(
        _contexts("bash", "case x in |esac", "f() {|}", "if x; then |fi", "(|)"), long_texts=True
    ),
    "SQL": Dialect(
        _contexts(
            "sql",
            *("|;", "SELECT |", "CREATE TABLE t (|)", "SELECT * FROM t |", "BEGIN |END"),
            "SELECT * FROM t WHERE |",
        ),
        ",",
        "'",
        _words("select insert update delete create where values group order"),
        long_texts=True,
    ),
    "CSS": Dialect((*_contexts("css", *_CSS), Context("scss")), ";:"),
    "SCSS": Dialect((*_contexts("scss", *_CSS), Context("css")), ";:"),
    "HTML": Dialect(_contexts("html")),
    "Dockerfile": Dialect(_contexts("containerfile")),
}
