"""undefined-, unused- and duplicate-reference: labels and their definitions."""

from __future__ import annotations

import pytest

from fixing import fixed
from samples import check, findings

MKDOCS = 'preset = "mkdocs"\ncontent = ["content"]\n'


def labels(rule: str, text: str) -> list[str]:
    return [covered for _, covered, _ in findings(rule, text)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("[x][y]", "y"),
        ("[word][]", "word"),
        ("![x][y]", "y"),
        ("[x][y z]\n\n[y]: /u", "y z"),
        ("[the report][1]", "1"),
    ],
)
def test_undefined(text: str, label: str) -> None:
    assert labels("undefined-reference", text) == [label]


@pytest.mark.parametrize(
    "text",
    [
        "[x][y]\n\n[y]: /u",
        "[x][Y  Z]\n\n[y z]: /u",
        "[x] and [ ] and [^1] and [!NOTE]",
        "- [x] done\n- [ ] open",
        "see [1][2]",
        "the class [a-z][0-9]",
        "a[i][j] and m[*i*][*j*]",
        "PATH [a][,b]",
        "say [a][b][c]",
        "[{{ x }}][{{ y }}]",
        "`[x][y]`",
        "[x][y]\n\n{% include links.md %}",
        '[x][y]\n\n--8<-- "links.md"',
    ],
)
def test_not_undefined(text: str) -> None:
    assert labels("undefined-reference", text) == []


def test_labels_that_a_plugin_defines() -> None:
    text = {"content/a.md": "[x][y]", "mkdocs.yml": "plugins:\n- search\n- autorefs\n"}
    assert findings("undefined-reference", text, MKDOCS) == []
    text["mkdocs.yml"] = "plugins:\n- search\n"
    assert len(findings("undefined-reference", text, MKDOCS)) == 1


def test_the_label_that_was_meant() -> None:
    rows = check("[x][reprot]\n\n[report]: /u", select=("undefined-reference",))
    assert [found.help for found, _ in rows] == ["Did you mean `report`?"]


@pytest.mark.parametrize(
    "text", ["[y]: /u", "[x]\n\n[x]: /u\n[y]: /u", "> [y]: /u", "```\n[y]\n```\n\n[y]: /u"]
)
def test_unused(text: str) -> None:
    assert labels("unused-reference", text) == ["[y]: /u"]


@pytest.mark.parametrize(
    "text",
    [
        "[y]\n\n[y]: /u",
        "[x][y]\n\n[y]: /u",
        "[Y]\n\n[y]: /u",
        "![x][y]\n\n[y]: /u",
        "<div>[x][y]</div>\n\n[y]: /u",
        "[//]: # (a remark)",
        "[comment]: <> (a remark)",
        "[a remark]: #",
        "[^y]: a footnote",
        "[x][y]\n\n[y]: /u\n[y]: /v",
    ],
)
def test_not_unused(text: str) -> None:
    assert labels("unused-reference", text) == []


# What is below would come to belong to what is above.
_HELD = (
    "- a\n\n[y]: /u\n\n- b\n",
    "1. a\n\n[y]: /u\n2. b\n",
    "a\n\n[y]: /u\n    code\n",
    "- a\n\n[y]: /u\n\n  b\n",
    "{% if x %}\n[y]: /u\n{% endif %}\n",
    "a\n\n[y]: /u\n---\n",
    # A list whose items are set apart by the blank line.
    "* a\n\n  [y]: /u\n\n## B\n",
)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("[x]\n\n[x]: /u\n[y]: /u\n", "[x]\n\n[x]: /u\n"),
        ("[y]: /u", ""),
        ("> [y]: /u\n", "> [y]: /u\n"),
        ("[y]: /u\n\nText\n", "\nText\n"),
        ("[y]: /u\nText\n", "Text\n"),
        ("a\n\n[y]: /u\n\n> b\n", "a\n\n\n> b\n"),
        *((text, text) for text in _HELD),
    ],
)
def test_unused_definitions_can_be_removed(text: str, after: str) -> None:
    assert fixed("unused-reference", text, unsafe=True) == after
    assert fixed("unused-reference", text) == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("[y]\n\n[y]: /u\n[y]: /u\n", "[y]\n\n[y]: /u\n"),
        ("[y]\n\n[y]: /u\n[y]: /v\n", None),
        ("[y]\n\n[y]: /u\n[ Y ]: /v\n", None),
    ],
)
def test_duplicate(text: str, after: str | None) -> None:
    ((found, covered),) = check(text, select=("duplicate-reference",))
    assert covered in text
    assert found.related[0].message == "defined here first"
    assert fixed("duplicate-reference", text) == (text if after is None else after)


@pytest.mark.parametrize(
    "text",
    ["[y]: /u", "[x]: /u\n[y]: /u", "[//]: # (a)\n[//]: # (b)", "```\n[y]: /u\n[y]: /u\n```"],
)
def test_not_duplicate(text: str) -> None:
    assert labels("duplicate-reference", text) == []
