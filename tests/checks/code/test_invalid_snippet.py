"""invalid-snippet."""

from __future__ import annotations

import pytest

from samples import findings

HEAD = "---\ntitle: A\n---\n"
RULE = "invalid-snippet"


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('```json\n{"a": 1}}\n```\n', ["}"]),
        ('~~~ {.json #x}\n{"a": [1}\n~~~\n', ["}"]),
        ('- x\n\n  ```json\n  {\n    "a": "é😀"\n    "b": 2\n  }\n  ```\n', ['"']),
        ('> ```json\n> {"a": [1}\n> ```\n', ["}"]),
        ("```yaml\r\na: b: c\r\n```\r\n", [":"]),
        ("1. x\n\n   ```yml\n   a:\n   \tb: 1\n   ```\n", ["\t"]),
        ("```toml title=x.toml\na = 1.2.3\n```\n", ["1.2.3"]),
        ("```xml\n<x>\n<y>1</z>\n</x>\n```\n", ["</z>"]),
        ("```py\nx = (1\ny = 2\n```\n", ["("]),
        ('```jsonc\n// x\n{"a": [1}\n```\n', ["}"]),
        ("```json5\n{a: [1}\n```\n", ["}"]),
        ('```json\n{"a": 1,} // x\n```\n', []),
        # What invisible-character-in-code speaks of.
        ("```json\n{“a”: 1}\n```\n", []),
        ("```py\nx = 1\ny = 2\nf(\u200bx)\n```\n", []),
        ('```json\n{"a": "\u200b", "b": [1}\n```\n', ["}"]),
        ('```json invalid\n{"a": [1}\n```\n', []),
        ("```python,ignore\nx = (1\ny = 2\n```\n", []),
        ("```py compile_fail\nx = (1\ny = 2\n```\n", []),
        ('```json diff\n{"a": [1}\n```\n', []),
        ('```diff-json\n{"a": [1}\n```\n', []),
        ('```text\n{"a": [1}\n```\n', []),
        ('```\n{"a": [1}\n```\n', []),
        ("```syntax\na: b: c\n```\n", []),
        ("```{python}\nx = (1\ny = 2\n```\n", []),
        ('```json\n{"a": [1}\n', []),
        ("```erlang\nfoo( ->\n```\n", []),
        ('    {"a": [1}\n', []),
    ],
)
def test_code_that_is_not_its_language(body: str, found: list[str]) -> None:
    assert [text for _, text, _ in findings(RULE, HEAD + body)] == found


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (
            '```jsonc\n{"a": [1}\n```\n',
            "This is no valid JSON: `}` stands where `]` closes a `[`.",
        ),
        (
            "```xslt\n<x>a & b</x>\n```\n",
            "This is no valid XML: a bare `&` stands here; in XML it is written `&amp;`.",
        ),
    ],
)
def test_the_message_names_the_language_and_the_slip(body: str, message: str) -> None:
    assert [said for _, _, said in findings(RULE, HEAD + body)] == [message]


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ("{}", ["}", ":"]),
        ('{ without = ["yaml"] }', ["}"]),
        ('{ without = ["YML", "JSON"] }', []),
        ('{ without = ["yml", "jsonc"] }', ["}"]),
        ("{ strict = true }", [",", "}", ":"]),
    ],
)
def test_options(options: str, found: list[str]) -> None:
    body = '```json\n{"a": 1,}\n```\n\n```json\n{"a": [1}\n```\n\n```yml\na: b: c\n```\n'
    config = f"[rules]\ninvalid-snippet = {options}\n"
    assert [text for _, text, _ in findings(RULE, HEAD + body, config)] == found


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('> ```go\n> func main() {\n> \tfmt.Println("é"]\n> }\n> ```\n', ["]"]),
        ("```go\nfunc main() {\n\tfmt.Println(“x”)\n}\n```\n", []),
        ("```js\nconst a = [1, 2;\n\nuse(a);\n```\n", ["["]),
        ("```rust,ignore\nfn a() { b(; }\n```\n", []),
        ("```js\nconst a = ...;\n```\n", []),
    ],
)
def test_code_that_a_grammar_of_the_extra_reads(body: str, found: list[str]) -> None:
    pytest.importorskip("tree_sitter")
    assert [text for _, text, _ in findings(RULE, HEAD + body)] == found


def test_a_post_is_read_up_to_a_limit() -> None:
    block = f"```json\n[{', '.join(['1'] * 10_000)}]\n```\n"
    wrong = '```json\n{"a" 1}\n```\n'
    assert len(findings(RULE, HEAD + block * 8 + wrong)) == 1
    assert findings(RULE, HEAD + block * 9 + wrong) == []
