"""Slips in code that the grammars of the extra `code` read, and fragments that have none."""

from __future__ import annotations

import sys

import pytest

from blint.site.code.grammars import parsing
from blint.site.code.grammars.grammars import LIMIT, available, fault_in, parses

LANGUAGES = """TypeScript JavaScript TSX Java Go Rust C C++ C# Ruby PHP Kotlin Swift Shell SQL CSS
SCSS HTML Dockerfile"""

# What is marked with ⟦ ⟧ is the fault.
SLIPS = [
    ("JavaScript", "const a = f⟦(⟧1, 2;\n", "the `(` is never closed"),
    ("JavaScript", "const a = ⟦[⟧1, 2;\n", "the `[` is never closed"),
    ("JavaScript", "foo(bar)⟦)⟧;\nbaz();\n", "the `)` closes nothing"),
    ("JavaScript", "const a = f(1, 2⟦]⟧;\n", "the `(` is closed by `]`"),
    ("JavaScript", 'const s = ⟦"⟧hello;\nlog(s);\n', 'the `"` has no partner'),
    ("JavaScript", "import a from 'a⟦'⟧;\nimport b from './b;\n", None),
    ("JavaScript", "const s = ⟦“⟧hello”;\n", "`“` is no quotation mark of code"),
    ("JavaScript", "⟦fucntion⟧ f() {\n  return 1;\n}\n", "`fucntion` is `function` misspelt"),
    ("JavaScript", "const o = {\n  a: ⟦1⟧\n  b: 2,\n  c: 3,\n};\n", "a `,` is missing after `1`"),
    ("JavaScript", "import ⟦{⟧ a from './a';\nrun(a);\n", "the `{` is never closed"),
    ("JavaScript", "if ⟦(⟧a {\n  b();\n}\n", "the `(` is never closed"),
    ("JavaScript", "function f() {\n  if (a) ⟦{⟧\n    b();\n}\n", "the `{` is never closed"),
    ("JavaScript", "foo(⟦a⟧ b);\n", "a `,` is missing after `a`"),
    ("JavaScript", "const x = new Thing{\n  a: 1,\n}⟦)⟧;\nrun(x);\n", "the `)` closes nothing"),
    ("JavaScript", "// Grüße 👋\nconst é = f⟦(⟧'日本', 2;\n", "the `(` is never closed"),
    ("TypeScript", "const x: number = ⟦(⟧1 + 2;\nlog(x);\n", "the `(` is never closed"),
    ("TypeScript", "interface A {\n  a: string,\n  b: number⟦[⟧;\n}\n", "the `[` is never closed"),
    ("TSX", "const a = <b onClick={f⟦(⟧1}>x</b>;\n", "the `(` is never closed"),
    (
        "Java",
        "class A {\n  int x = 1;\n  int y = ⟦2⟧\n  int z = 3;\n}\n",
        "a `;` is missing after `2`",
    ),
    ("Java", 'System.out.println(⟦"⟧hi);\n', 'the `"` has no partner'),
    ("Java", "⟦pubilc⟧ class A {\n}\n", "`pubilc` is `public` misspelt"),
    ("Java", "int x = foo⟦(⟧1;\n", "the `(` is never closed"),
    ("Go", 'fmt.Println⟦(⟧"hi"\nfoo()\n', "the `(` is never closed"),
    ("Go", "func main⟦(⟧ {\n\tfoo()\n}\n", "the `(` is never closed"),
    ("Go", "x := []int{1, ⟦2⟧ 3}\n", "a `,` is missing after `2`"),
    ("Rust", "fn main() {\n    let x = ⟦1⟧\n    let y = 2;\n    let z = 3;\n}\n", None),
    ("Rust", 'println!(⟦"⟧hi);\n', 'the `"` has no partner'),
    ("Rust", "⟦strcut⟧ A {\n    a: u8,\n}\n", "`strcut` is `struct` misspelt"),
    ("C", "int main(void) {\n  int a = 1;\n  int b = ⟦2⟧\n  return a;\n}\n", None),
    ("C", 'printf(⟦"⟧hi);\n', 'the `"` has no partner'),
    ("C", "int x = f⟦(⟧1;\n", "the `(` is never closed"),
    ("C++", 'std::cout << ⟦"⟧hi << std::endl;\n', 'the `"` has no partner'),
    ("C++", "A& operator=(int a);\nA& operator=int b⟦)⟧;\n", "the `)` closes nothing"),
    ("C#", "var x = Foo⟦(⟧1;\n", "the `(` is never closed"),
    ("C#", "class A\n{\n    int X { get; set; }\n    int Y ⟦{⟧ get; set;\n}\n", None),
    ("Ruby", "puts foo⟦(⟧1, 2\nputs 3\n", "the `(` is never closed"),
    ("Ruby", 'puts ⟦"⟧hi\nputs 2\n', 'the `"` has no partner'),
    ("PHP", "<?php\n$x = foo⟦(⟧1;\n$y = 2;\n", "the `(` is never closed"),
    ("PHP", "$a = ⟦[⟧'a' => 1, 'b' => 2;\n", "the `[` is never closed"),
    ("PHP", "<?php\n$a = 1;\n$b = ⟦2⟧\n$c = 3;\n", "a `;` is missing after `2`"),
    ("Kotlin", "val x = foo⟦(⟧1\nval y = 2\n", "the `(` is never closed"),
    ("Kotlin", 'println(⟦"⟧hi)\n', 'the `"` has no partner'),
    ("Swift", 'print(⟦"⟧hi)\n', 'the `"` has no partner'),
    ("Swift", "let a = [1, ⟦2⟧ 3]\n", "a `,` is missing after `2`"),
    ("Shell", 'echo ⟦"⟧hi\nls\n', 'the `"` has no partner'),
    ("Shell", "if ⟦[⟧ -f x; then\n  ls\nfi\n", "the `[` is never closed"),
    ("Shell", "x=$⟦(⟧ls\necho done\n", "the `(` is never closed"),
    ("SQL", "SELECT a FROM t WHERE b IN ⟦(⟧1, 2;\n", "the `(` is never closed"),
    ("SQL", "SELECT ⟦'⟧a FROM t;\n", "the `'` has no partner"),
    ("CSS", "a { color: rgb⟦(⟧1, 2; }\n", "the `(` is never closed"),
    ("SCSS", "a { b: map-get⟦(⟧$x, y; }\n", "the `(` is never closed"),
    ("HTML", "<div><p>x</p></⟦dvi⟧>\n", "`</dvi>` ends no `<div>`"),
    ("HTML", '<a href=⟦"⟧x>y</a>\n', 'the `"` has no partner'),
    ("Dockerfile", "FROM a\n⟦RNU⟧ ls\n", "`RNU` is `RUN` misspelt"),
    ("Dockerfile", "⟦FORM⟧ a\nRUN ls\n", "`FORM` is `FROM` misspelt"),
]

SILENT = [
    ("JavaScript", "foo();\nbar(); }\nbaz();\n"),  # begins inside a block
    ("JavaScript", "fucntion(1);\nfucntion f() {\n  return 1;\n}\n"),  # twice is no slip
    ("JavaScript", "array.slice([start[, end]])\n"),
    ("JavaScript", "Array.prototype.map(callback[, thisArg])\n"),
    # What may be left out, as manuals write it.
    ("JavaScript", "const a = parse(b[, c]);\n"),
    ("JavaScript", "on(a, [b,] c);\n"),
    # What is cut above or below.
    ("JavaScript", "  }\n});\n"),
    ("JavaScript", "} else {\n  a();\n}\n"),
    ("JavaScript", "function f() {\n  a();\n"),
    ("JavaScript", "if (a) { // and so on\n"),
    ("JavaScript", "foo(\n  a,\n  b,\n"),
    ("JavaScript", "    b, c);\nfoo();\n"),
    ("C", "#ifdef __cplusplus\n}\n#endif\n"),
    ("C", "               const char *b);\nint c(void);\n"),
    ("C++", "namespace a {\n  class B {};\n\n  void c() {\n  }\n"),
    ("C++", "class A\n{\npublic:\n   int a;\n   int b;\n"),
    ("Ruby", "X = Struct.new(\n  :file, # a name\n  :line, # a number\n"),
    ("Ruby", "listeners.each { |ob|\n  ob.call\n"),
    ("Shell", "(\n\tcd a &&\n\tif ! test -x b; then\n"),
    ("Shell", "\techo a\n'\n\ntest_done\n"),
    ("SQL", "   END) AS a,\n   (CASE\n"),
    ("CSS", "a { color: red;\n    margin: 0;\n"),
    # Parts of something larger.
    ("JavaScript", "a() { return 1; }\nb() { return 2; }\n"),
    ("JavaScript", "a: 1,\nb: 2,\n"),
    ("JavaScript", "await a();\nreturn b;\n"),
    ("TypeScript", "a: string;\nb?: number;\n"),
    ("Java", "@Override\npublic int a() { return 1; }\n"),
    ("Java", 'foo.bar("x")\n'),
    ("C#", "public int A { get; set; }\n"),
    ("Go", "a, err := b()\nif err != nil {\n\treturn err\n}\n"),
    ("Go", "Name string\nAge  int\n"),
    ("Rust", "fn a(x: u8) -> u8\n"),
    ("Rust", "Some(x) => x,\nNone => 0,\n"),
    ("Rust", "#[derive(Debug)]\n"),
    ("C++", "virtual void a() const override\n"),
    ("C++", "case 1: a(); break;\ncase 2: b(); break;\n"),
    ("PHP", "public function a() { return 1; }\n"),
    ("PHP", "<p><?= $a ?></p>\n"),
    ("Kotlin", "override fun a() = 1\n"),
    ("Swift", "case .a: b()\n"),
    ("Shell", "a) ls ;;\nb) pwd ;;\n"),
    ("SQL", "WHERE a = 1\n"),
    ("SQL", "a int PRIMARY KEY,\nb text\n"),
    ("CSS", "color: red;\nmargin: 0;\n"),
    ("SCSS", "&:hover { color: red; }\n"),
    ("HTML", "<li>a\n<li>b\n"),
    ("HTML", "</div>\n<p>x</p>\n"),
    ("HTML", "<br><img src=a>\n"),
    ("Dockerfile", "RUN a \\\n  && b\n"),
    # What writers leave out or stand in for.
    ("JavaScript", "foo(a, ...);\nbar((1);\n"),
    ("JavaScript", "function f() {\n  …\n}}\n"),
    ("JavaScript", "const key = <your-key>;\nf(1;\n"),
    ("JavaScript", "const key = {{ key }};\nf(1;\n"),
    ("Java", "class A {\n  // ...\n  void b(;\n  // ...\n}\n"),
    ("C++", "#pragma omp master\n{\n   code_block\n}\n"),
    # Sessions, changes, numbers in the margin, output, code that is said to be wrong.
    ("JavaScript", "> f(1\n... 2)\n3\n"),
    ("Shell", "$ echo it's\nit's\n"),
    ("Ruby", "irb(main):001> f(1\n"),
    ("JavaScript", "- f(1);\n+ f((1);\n"),
    ("Go", "1 func a( {\n2 }\n3 b()\n"),
    ("Rust", "let x = f(1;\n         ^ expected `)`\n"),
    ("C", "int x = f(1; // error C2143\n"),
    ("C", "/* Does not compile: */\nint x = f(1;\n"),
    ("JavaScript", "f(1; // SyntaxError\n"),
    ("Shell", "(rdbg) continue\n[1, 7] in target.rb\nls\n"),
    # What looks like a missing sign, and is none.
    ("C", "a[b]\n*(a + b)\n*(b + a)\nb[a]\n"),
    ("C", "_Requires_lock_held_(p->cs)\n\nvoid f(D* p)\n{\n  a;\n  b;\n}\n"),
    ("C++", "DECLARE_DYNAMIC(A)\n\nint a;\nint b;\n"),
    ("C++", 'extern "C" int APIENTRY\nDllMain(H a)\n{\n  b;\n  c;\n}\n'),
    ("C++", "!false == true\n!true == false\n"),
    ("Rust", "fn f() -> R {\n    // Either\n    Err(1)\n    // or\n    Ok(2)\n}\n"),
    ("JavaScript", "const a = b\nconst c = d\n"),
    ("JavaScript", "// it's\nconst a = /[\"]/;\n"),
    ("JavaScript", "const a = `${b}\n  'c`;\n"),
    ("TypeScript", "const a = <T,>(b: T) => b;\n"),
    ("JavaScript", "const a: number = 1;\nfunction f(b: string) {}\n"),
    ("Shell", "cat <<'E'\nit's\nE\n"),
    ("C", "#define A(x) \\\n  ((x) + 1)\n"),
    ("Python", "f(1\n"),
    ("Batchfile", 'echo "\n'),
]


def unmarked(marked: str) -> tuple[str, int, int]:
    """A text without its marks, and where they stood."""
    before, _, rest = marked.partition("⟦")
    fault, _, after = rest.partition("⟧")
    return before + fault + after, len(before), len(before) + len(fault)


@pytest.mark.parametrize(("language", "marked", "message"), SLIPS)
def test_a_slip_is_found_where_it_is(language: str, marked: str, message: str | None) -> None:
    text, start, end = unmarked(marked)
    fault = fault_in(text, language)
    if "./b" in text:  # two lines, of which the second lacks a quotation mark
        assert fault is not None
        assert text[fault.start : fault.end] == "'"
        assert text.count("\n", 0, fault.start) == 1
        return
    assert fault is not None
    assert (fault.start, fault.end) == (start, end)
    if message is not None:
        assert fault.message == message


@pytest.mark.parametrize(("language", "text"), SILENT)
def test_what_may_be_meant_is_left_alone(language: str, text: str) -> None:
    assert fault_in(text, language) is None


@pytest.mark.parametrize("language", LANGUAGES.split())
def test_languages_of_the_extra_are_available(language: str) -> None:
    assert available(language)


def test_other_languages_are_not() -> None:
    assert not available("Python")
    assert not available("No Such Language")


@pytest.mark.parametrize(
    ("text", "language", "answer"),
    [
        ("const a: number = 1;\n", "TypeScript", True),
        ("const a = 1;\n", "JavaScript", True),
        ("a: string;\nb?: number;\n", "TypeScript", True),
        ("const a = (1;\n", "TypeScript", False),
        ("x", "Python", False),
    ],
)
def test_a_text_parses_or_not(text: str, language: str, answer: bool) -> None:
    assert parses(text, language) is answer


@pytest.mark.parametrize("language", ["JavaScript", "C++", "HTML", "Shell", "SQL"])
@pytest.mark.parametrize(
    "text",
    [
        "(" * 8_000,
        "{[(" * 2_700,
        "<a>" * 2_700,
        "a" * (LIMIT + 1),
        "\x00\x01\ud800 (\n",
        '"' * 4_001,
        "’" * 4_001,
        "…",
        "\n",
        "",
    ],
    ids=range(10),
)
def test_hostile_texts_end(language: str, text: str) -> None:
    fault = fault_in(text, language)
    assert fault is None or 0 <= fault.start < fault.end <= len(text)


def test_without_the_extra_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tree_sitter", None)
    for asked in (parsing.installed, parsing._parser, parsing._there):
        getattr(asked, "cache_clear", lambda: None)()
    try:
        assert not available("JavaScript")
        assert fault_in("f(1;\n", "JavaScript") is None
        assert not parses("f(1);\n", "JavaScript")
    finally:
        parsing._parser.cache_clear()
        parsing._there.cache_clear()
