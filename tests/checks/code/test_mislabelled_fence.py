"""mislabelled-fence, and the names that missing-fence-language proposes."""

from __future__ import annotations

import pytest

from fixing import fixed
from samples import findings

HEAD = "---\ntitle: A\n---\n"
YAML = "a:\n  b: 1\n  c: 2\n"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (f"```json\n{YAML}```\n", ["json"]),
        (f"``` {{.json #a}}\n{YAML}```\n", ["json"]),
        (f'```json title="a"\n{YAML}```\n', ["json"]),
        (f"```json:a.json\n{YAML}```\n", ["json"]),
        ("> ```json\n> a:\n>   b: 1\n>   c: 2\n> ```\n", ["json"]),
        ("- ```json\n  a:\n    b: 1\n    c: 2\n  ```\n", ["json"]),
        (f"```yaml\n{YAML}```\n", []),
        (f"```json\n{YAML}", []),
    ],
)
def test_the_word_is_pointed_at(body: str, words: list[str]) -> None:
    assert [text for _, text, _ in findings("mislabelled-fence", HEAD + body)] == words


def test_the_fix_writes_the_other_name_when_asked() -> None:
    text = f"{HEAD}```json {{1}}\n{YAML}```\n"
    assert fixed("mislabelled-fence", text) == text
    assert fixed("mislabelled-fence", text, unsafe=True) == text.replace("```json", "```yaml")


def test_a_name_that_the_highlighter_has_not_is_not_asked_for() -> None:
    lines = f'{HEAD}```json\n{{"a": 1}}\n{{"a": 2}}\n```\n'
    config = '[code]\nhighlighter = "pygments"\n'
    assert len(findings("mislabelled-fence", lines)) == 1
    assert findings("mislabelled-fence", lines, config) == []


@pytest.mark.parametrize(
    ("body", "after"),
    [
        ("```\nnpm ci\n```\n", "```sh\nnpm ci\n```\n"),
        ("~~~~\nnpm ci\n~~~~\n", "~~~~sh\nnpm ci\n~~~~\n"),
        ("> ```\n> npm ci\n> ```\n", "> ```sh\n> npm ci\n> ```\n"),
        ("- a\n\n  ```\n  npm ci\n  ```\n", "- a\n\n  ```sh\n  npm ci\n  ```\n"),
        ('``` title="a"\nnpm ci\n```\n', '```sh title="a"\nnpm ci\n```\n'),
        ("```{1}\nnpm ci\n```\n", "```sh{1}\nnpm ci\n```\n"),
        ("```\nwho knows\n```\n", "```\nwho knows\n```\n"),
    ],
)
def test_a_fence_without_a_name_is_given_one_when_asked(body: str, after: str) -> None:
    assert fixed("missing-fence-language", HEAD + body) == HEAD + body
    assert fixed("missing-fence-language", HEAD + body, unsafe=True) == HEAD + after
