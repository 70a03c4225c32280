"""Code of fences, and the way back to the post."""

from __future__ import annotations

import pytest

from blint.reading.markdown import read_markdown
from blint.site.code.snippets import Snippet


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("```py\na\n  b\n```\n", "a\n  b\n"),
        ("  ```py\n  a\n    b\nc\n  ```\n", "a\n  b\nc\n"),
        ("- ```py\n  a\n    b\n  ```\n", "a\n  b\n"),
        ("1. x\n\n   ```py\n   a\n\n     b\n   ```\n", "a\n\n  b\n"),
        ("> ```py\n> a\n>   b\n>\n> ```\n", "a\n  b\n\n"),
        ("> - ```py\n>   a\n>     b\n>   ```\n", "a\n  b\n"),
        ("> > ```py\n> > a\n> > ```\n", "a\n"),
        ("```py\r\na\r\nb\r\n```\r\n", "a\nb\n"),
        ("- x\n\n\t```py\n\ta\n\t\tb\n\t```\n", "a\n\tb\n"),
        ("```py\n```\n", ""),
        ("```py\n\n```\n", "\n"),
        ("```py\na", "a\n"),
    ],
)
@pytest.mark.parametrize("engine", ["pyromark", "markdown-it"])
def test_a_snippet_is_the_code_as_it_is_shown(body: str, code: str, engine: str) -> None:
    document = read_markdown(body, 0, engine=engine)  # type: ignore[arg-type]
    (fence,) = document.fences
    snippet = Snippet(body, fence)
    assert snippet.text == code
    for at, character in enumerate(code):
        span = snippet.span(at, at + 1)
        if character != "\n":
            assert body[slice(*span)] == character


@pytest.mark.parametrize(
    ("line", "column", "found"),
    [(1, 1, "a"), (1, 3, "c"), (1, 9, "\n"), (2, 1, "d"), (3, 1, "\n"), (0, 0, "a"), (9, 1, "\n")],
)
def test_a_place_in_a_snippet_is_one_in_the_post(line: int, column: int, found: str) -> None:
    body = "> ```py\n> abc\n> def\n>\n> ```\n"
    (fence,) = read_markdown(body, 0).fences
    snippet = Snippet(body, fence)
    at = snippet.offset(line, column)
    assert snippet.text[at] == found
    assert body[snippet.span(at, at).start] == found
