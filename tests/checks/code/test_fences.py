"""missing-fence-language, unknown-fence-language and unclosed-fence."""

from __future__ import annotations

import pytest

from fixing import fixed
from samples import check, findings

HEAD = "---\ntitle: A\n---\n"
TO_THE_END = "The code fence is never closed, so that the rest of the post is shown as code."
IN_A_LIST = "The code fence is never closed; it ends with the list item or the quote that it is in."


def post(body: str) -> str:
    return HEAD + body


@pytest.mark.parametrize(
    ("body", "openers"),
    [
        ("```\nx\n```\n", ["```"]),
        ("~~~~\nx\n~~~~\n", ["~~~~"]),
        ("- a\n\n  ```\n  x\n  ```\n", ["```"]),
        ("> ```\n> x\n> ```\n", ["```"]),
        ("```{1,3}\nx\n```\n", ["```"]),
        ('``` title="a.js"\nx\n```\n', ["```"]),
        ("```text\nx\n```\n", []),
        ("```{note}\nx\n```\n", []),
        ("~~~ {.python}\nx\n~~~\n", []),
        ("````markdown\n```\nx\n```\n````\n", []),
        ("```::error::x\nx\n```\n", []),
        ("    indented\n", []),
        ("{% codeblock a.js %}\nx\n{% endcodeblock %}\n", ["{% codeblock a.js %}"]),
        ("{% codeblock a lang:js %}\nx\n{% endcodeblock %}\n", []),
        ("{{< highlight go >}}\nx\n{{< /highlight >}}\n", []),
        ("```\nnever closed\n", []),
    ],
)
def test_a_fence_without_a_language(body: str, openers: list[str]) -> None:
    assert [text for _, text, _ in findings("missing-fence-language", post(body))] == openers


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("```pyhton\nx\n```\n", ["pyhton"]),
        ("``` pyhton {1,3}\nx\n```\n", ["pyhton"]),
        ("~~~ {#a .pyhton}\nx\n~~~\n", ["pyhton"]),
        ("```language-pyhton\nx\n```\n", ["pyhton"]),
        ("```shell=\nx\n```\n", ["shell="]),
        ("- ```pyhton\n  x\n  ```\n", ["pyhton"]),
        ("```::error::x\nx\n```\n", ["::error::x"]),
        ("{% highlight pyhton linenos %}\nx\n{% endhighlight %}\n", ["pyhton"]),
        ('{{< highlight "pyhton" >}}\nx\n{{< /highlight >}}\n', ["pyhton"]),
        ("{% codeblock pyhto lang:pyhton %}\nx\n{% endcodeblock %}\n", ["pyhton"]),
        ("```PYTHON\nx\n```\n", []),
        ("```{admonition} Title\nx\n```\n", []),
        ("```\nx\n```\n", []),
    ],
)
def test_a_language_that_nobody_knows(body: str, words: list[str]) -> None:
    assert [text for _, text, _ in findings("unknown-fence-language", post(body))] == words


@pytest.mark.parametrize(
    ("config", "messages"),
    [
        ("", []),
        ('[code]\nhighlighter = "shiki"\n', []),
        (
            '[code]\nhighlighter = "prism"\n',
            ["Prism knows no language `jsonc` and shows the code as plain text."],
        ),
        ('[code]\nhighlighter = "prism"\nlanguages = ["jsonc"]\n', []),
        ('[code]\nhighlighter = "chroma"\n', []),
        ('[code]\nhighlighter = "rouge"\n', []),
    ],
)
def test_the_highlighter_and_the_project_decide(config: str, messages: list[str]) -> None:
    rows = findings("unknown-fence-language", post("```jsonc\n{}\n```\n"), config)
    assert [message for _, _, message in rows] == messages


@pytest.mark.parametrize(
    ("highlighter", "message"),
    [
        ("chroma", "Chroma knows no language `xyzzy` and shows the code as plain text."),
        ("rouge", "Rouge knows no language `xyzzy` and shows the code as plain text."),
        ("syntect", "No highlighter that blint knows has a language `xyzzy`."),
    ],
)
def test_a_message_says_who_was_asked(highlighter: str, message: str) -> None:
    config = f'[code]\nhighlighter = "{highlighter}"\n'
    rows = findings("unknown-fence-language", post("```xyzzy\nx\n```\n"), config)
    assert [row[2] for row in rows] == [message]


def test_the_fix_writes_the_one_near_language_when_asked() -> None:
    text = post("```pyhton {1}\nx\n```\n")
    assert fixed("unknown-fence-language", text) == text
    assert fixed("unknown-fence-language", text, unsafe=True) == post("```python {1}\nx\n```\n")


def test_another_case_is_no_other_language() -> None:
    config = '[code]\nhighlighter = "rouge"\n'
    text = post("```Ruby {1}\nx\n```\n")
    assert fixed("unknown-fence-language", text, config) == post("```ruby {1}\nx\n```\n")


def test_a_guess_is_no_fix() -> None:
    text = post("```xyzzy\nx\n```\n")
    assert fixed("unknown-fence-language", text, unsafe=True) == text


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        (
            "```sh\nx\n\ntext\n",
            [("```", TO_THE_END)],
        ),
        (
            "````sh\nx\n```\n",
            [("````", TO_THE_END)],
        ),
        (
            "- ```sh\n  x\n\ntext\n",
            [("```", IN_A_LIST)],
        ),
        ("```sh\nx\n```\n", []),
        ("```sh\n```\n", []),
        ("```sh\nx\n`````   \n", []),
        ("```sh\nx\n```", []),
        ("> ```sh\n> x\n> ```\n", []),
    ],
)
def test_a_fence_that_is_never_closed(body: str, rows: list[tuple[str, str]]) -> None:
    assert [row[1:] for row in findings("unclosed-fence", post(body))] == rows


def test_in_mdx_only_a_fence_that_takes_the_rest_is_sure() -> None:
    files = {"content/a.mdx": post("- ```sh\n  x\n\ntext\n"), "content/b.mdx": post("```sh\nx\n")}
    assert [path for path, _, _ in findings("unclosed-fence", files)] == ["content/b.mdx"]


def test_the_close_that_a_list_cut_off_is_no_fence_without_a_language() -> None:
    body = "- ```sh\n  x\n- y\n\n```\n\ntext\n```\n\n```\nz\n```\n"
    rows = check(post(body), select=("unclosed-fence", "missing-fence-language"))
    assert [(found.rule, found.place.line) for found, _ in rows] == [
        ("unclosed-fence", 4),
        ("missing-fence-language", 13),
    ]


def test_a_site_that_loads_languages_of_its_own_knows_more_than_blint() -> None:
    files = {
        "config.toml": 'base_url = "https://a.org"\n[markdown]\nextra_grammars = ["x.json"]\n',
        "content/a.md": '+++\ntitle = "A"\n+++\n```xlang\nx\n```\n',
    }
    assert findings("unknown-fence-language", files) == []


def test_a_name_that_begins_otherwise_was_not_mistyped() -> None:
    ((found, _),) = check(post("```mylang\nx\n```\n"), select=("unknown-fence-language",))
    assert found.fix is None
