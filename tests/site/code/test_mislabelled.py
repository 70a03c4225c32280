"""Fences that name one language and hold another."""

from __future__ import annotations

import pytest

from blint.site.code.mislabelled import may_be_mislabelled, really

YAML = "a:\n  b: 1\n  c: 2\n"
TYPED = "class A {\n  private b: string;\n}\n"


@pytest.mark.parametrize(
    ("word", "text", "held"),
    [
        ("json", YAML, "yaml"),
        ("json", '[a]\nb = "c"\n', "toml"),
        ("json", '{"a": 1}\n{"a": 2}\n', "jsonl"),
        ("json", 'const a = {\n  "b": 1,\n};\n', "js"),
        ("json", "npm install a\n", "sh"),
        (
            "cpp",
            'using System;\nclass A {\n  static void Main() { Console.WriteLine("x"); }\n}\n',
            "csharp",
        ),
        ("yaml", "FROM a\nRUN b\n", "docker"),
        ("js", TYPED, "ts"),
        ("jsx", TYPED, "tsx"),
        ("js", "interface A {\n  b: string\n  c: number\n}\n", "ts"),
        ("js", "function a(b: unknown) {}\n", "ts"),
        ("bash", YAML, "yaml"),
        ("sh", "Get-Item -Path a\n", "powershell"),
        ("python", "pip install a\n", "sh"),
        ("html", '<p className="a">A</p>\n', "jsx"),
        ("xml", '{"a": 1}\n', "json"),
        ("c", "std::vector<int> a;\n", "cpp"),
        ("c", "class A {\npublic:\n  int a;\n};\n", "cpp"),
        ("sql", "+----+\n| id |\n+----+\n", "text"),
        ("java", "using System;\nnamespace A {\n}\n", "csharp"),
        ("swift", YAML, "yaml"),
    ],
)
def test_a_wrong_name(word: str, text: str, held: str) -> None:
    assert really(text, word) == held


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("sh", 'cat > a.go <<EOF\npackage main\n\nimport "fmt"\n\nfunc main() {\n}\nEOF\n'),
        ("yaml", '{"a": 1}\n'),
        ("yaml", 'steps:\n  - run: |\n      if [ -n "$a" ]; then\n        npm ci\n      fi\n'),
        ("sh", 'my-tool run "async a => {\n  const b = await a.c();\n  return b;\n}"\n'),
        ("sh", "tool eval 'const a = require(\"b\");\nconsole.log(a);\nconst c = 1;'\n"),
        ("js", 'declare module "a" {\n  declare export type B = { c: D };\n}\n'),
        ("js", '{"a": 1}\n'),
        ("ts", "const a = require('b');\n"),
        ("cpp", "#include <stdio.h>\nint a;\n"),
        ("scss", "a {\n  color: red;\n}\n"),
        ("json", '{"a": 1}\n'),
        ("json", '"a"\n'),
        ("json", '{\n  // a comment\n  "a": 1,\n}\n'),
        ("json", '"a": {\n  "b": 1\n}\n'),
        ("jsonl", '{"a": 1}\n{"a": 2}\n'),
        ("sh", "$ make\nok\n"),
        ("sh", "cat <<EOF\na:\n  b: 1\n  c: 2\nEOF\n"),
        ("bash", f"git show\n{YAML}"),
        # Flow has annotations as well, and marks of its own.
        ("js", "function a(b: string): number {}\n"),
        ("js", "type A = {\n  b: string,\n  c: ?number,\n};\n"),
        ("js", "type A = {| readonly b: string |};\n"),
        ("js", "opaque type A = string;\nenum B { C }\n"),
        # Proposals that Babel reads.
        ("js", "class A {\n  #b = 1;\n  static { this.c = 2; }\n  @d e() {}\n}\n"),
        ("js", "a |> b(%);\nconst c = do { 1 };\n"),
        ("js", "// private a: string;\nconst b = 'readonly c: d';\n"),
        ("js", "const a = `public b: string;`;\n"),
        ("js", "interface A {\n  b: String\n  c: Int\n}\n"),
        ("js", "public class A {\n  public A() {}\n}\n"),
        ("c", "use std::fmt;\nfn main() {}\n"),
        ("c", "// std::vector\nint a;\n"),
        ("c", "template <int a>\nvoid b(int (&c)[a]); // C++ only\n"),
        ("c", "#ifdef __cplusplus\nnamespace a {\n#endif\n"),
        ("html", '<script type="text/babel">\n<p className="a">A</p>\n</script>\n'),
        ("text", YAML),
        ("", YAML),
        ("nonsense", YAML),
        ("json", YAML * 2000),
    ],
)
def test_no_wrong_name(word: str, text: str) -> None:
    assert really(text, word) is None


@pytest.mark.parametrize(
    ("word", "may"), [("json", True), ("{.json}", True), ("text", False), ("", False)]
)
def test_what_is_worth_a_look(word: str, may: bool) -> None:
    assert may_be_mislabelled(word) is may
