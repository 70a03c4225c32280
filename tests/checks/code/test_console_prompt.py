"""console-prompt."""

from __future__ import annotations

import pytest

from fixing import fixed
from samples import findings

HEAD = "---\ntitle: A\n---\n"
ON = '[rules]\nconsole-prompt = "warning"\n'


def fence(code: str, language: str = "sh") -> str:
    return f"{HEAD}```{language}\n{code}```\n"


@pytest.mark.parametrize(
    ("code", "after"),
    [
        ("$ a\n", "a\n"),
        ("$ a\n$ b\n", "a\nb\n"),
        ("  $ a\n", "a\n"),
        ("$ a \\\n    --b\n$ c\n", "a \\\n    --b\nc\n"),
        ("$ a \\\n> --b\n", "a \\\n--b\n"),
        ("# note\n$ a\n\n$ b # c\n", "# note\na\n\nb # c\n"),
        ("me@host:~$ a\n", "a\n"),
        ("[root@host ~]# a\n", "a\n"),
        ("# apt install a\n", "apt install a\n"),
        ("% git pull\n", "git pull\n"),
        ("> npm install\n", "npm install\n"),
        ("PS C:\\a b> Get-Item `\n  -Path c\n", "Get-Item `\n  -Path c\n"),
    ],
)
def test_prompts_that_readers_copy(code: str, after: str) -> None:
    assert len(findings("console-prompt", fence(code), ON)) == 1
    assert fixed("console-prompt", fence(code), ON) == fence(code)
    assert fixed("console-prompt", fence(code), ON, unsafe=True) == fence(after)


@pytest.mark.parametrize(
    "code",
    [
        "",
        "a\n",
        "$ a\nprinted\n",
        "$ a\n# b\n$ c\nprinted\n",
        "a\n$ b\n",
        "$a = 1\n",
        "# install it\n",
        "> quoted\n",
        "$ cat <<EOF\ntext\nEOF\n",
        "$ a\n> npm install\n",
    ],
)
def test_sessions_and_commands_alone(code: str) -> None:
    assert findings("console-prompt", fence(code), ON) == []


@pytest.mark.parametrize("code", ["> ```sh\n> $ a\n> $ b\n> ```\n", "- ```sh\n  $ a\n  ```\n"])
def test_the_first_prompt_is_pointed_at(code: str) -> None:
    assert [text for _, text, _ in findings("console-prompt", HEAD + code, ON)] == ["$"]


def test_languages_are_an_option() -> None:
    config = '[rules]\nconsole-prompt = { severity = "warning", languages = ["console"] }\n'
    assert findings("console-prompt", fence("$ a\n"), config) == []
    assert len(findings("console-prompt", fence("$ a\n", "console"), config)) == 1
    assert findings("console-prompt", fence("$ a\n", "console"), ON) == []
