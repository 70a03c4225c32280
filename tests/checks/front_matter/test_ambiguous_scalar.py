"""ambiguous-scalar: what each generator's YAML makes of an unquoted value."""

from __future__ import annotations

import pytest

from samples import check, findings

# Eleventy speaks YAML 1.2, Jekyll YAML 1.1, Hugo Go's YAML; all check these folders.
POSTS = {"eleventy": "content/a.md", "jekyll": "_posts/2024-01-31-a.md", "hugo": "content/a.md"}


def said(text: str, preset: str = "eleventy") -> list[str]:
    files = {POSTS[preset]: f"---\n{text}\n---\n"}
    rows = findings("ambiguous-scalar", files, f'preset = "{preset}"\n')
    return [f"{covered}: {message}" for _, covered, message in rows]


READ_OTHERWISE = [
    ("eleventy", "version: 1.10", "1.10: `1.10` is read as the number `1.1`."),
    ("eleventy", "version: 1.0", "1.0: `1.0` is read as the number `1`."),
    ("eleventy", "labels: [1e3]", "1e3: `1e3` is read as the number `1000`."),
    ("eleventy", "title: True", "True: `True` is read as `true`."),
    ("eleventy", "title: ~", "~: `~` is read as empty."),
    ("eleventy", "words: [a, null]", "null: `null` is read as empty."),
    ("eleventy", "title: 2024-01-31", "2024-01-31: `2024-01-31` is read as a date."),
    ("eleventy", "slug: 007", "007: `007` is read as the number `7`."),
    ("eleventy", "commit: 123e4", "123e4: `123e4` is read as the number `1230000`."),
    ("hugo", "weight: 010", "010: `010` is read as the number `8`."),
    ("hugo", "extra:\n  title: 0x1F", "0x1F: `0x1F` is read as the number `31`."),
    ("jekyll", "lang: no", "no: `no` is read as `false`."),
    ("jekyll", "words: [yes, maybe]", "yes: `yes` is read as `true`."),
    ("jekyll", "start: 12:30", "12:30: `12:30` is read as the number `45000`."),
    ("jekyll", "on: push", "on: The key `on` is read as `true`."),
    ("jekyll", "2024: x", "2024: The key `2024` is read as a number."),
    ("hugo", "a: {404: x}", "404: The key `404` is read as a number."),
    ("hugo", "true: x", "true: The key `true` is read as `true`."),
    ("jekyll", "~: x", "~: The key `~` is read as `null`."),
    ("jekyll", "2024-01-31: x", "2024-01-31: The key `2024-01-31` is read as a date."),
    ("eleventy", "010: x", "010: The key `010` is read as a number."),
    ("eleventy", "2024-01-31: x", "2024-01-31: The key `2024-01-31` is read as a date."),
    ("eleventy", ".inf: x", ".inf: The key `.inf` is read as infinity."),
    ("eleventy", "scale: .inf", ".inf: `.inf` is read as infinity."),
    ("jekyll", "scale: -.INF", "-.INF: `-.INF` is read as minus infinity."),
    ("hugo", "ratio: .nan", ".nan: `.nan` is read as “not a number”."),
    ("hugo", "title: .NaN", ".NaN: `.NaN` is read as “not a number”."),
]


@pytest.mark.parametrize(("preset", "text", "row"), READ_OTHERWISE)
def test_a_value_read_otherwise_is_found(preset: str, text: str, row: str) -> None:
    assert said(text, preset) == [row]


DISAGREEMENTS = [
    ("eleventy", "tags: [on, off]", "`on` is text here, but `true` to readers of YAML 1.1."),
    ("eleventy", "title: No", "`No` is text here, but `false` to readers of YAML 1.1."),
    (
        "eleventy",
        "start: 12:30:45",
        "`12:30:45` is text here, but the number `45045` to other readers of YAML.",
    ),
    (
        "hugo",
        "downloads: 1,000",
        "`1,000` is text here, but the number `1000` to other readers of YAML.",
    ),
    (
        "jekyll",
        "tags: [1e3]",
        "`1e3` is text here, but the number `1000` to other readers of YAML.",
    ),
    (
        "eleventy",
        "title: 2024-1-2",
        "`2024-1-2` is text here, but a date to other readers of YAML.",
    ),
    ("hugo", "no: x", "The key `no` is text here, but `false` to readers of YAML 1.1."),
    ("hugo", "on: x", "The key `on` is text here, but `true` to readers of YAML 1.1."),
    ("eleventy", "2024: x", "The key `2024` is text here, but a number to other readers of YAML."),
    ("eleventy", "null: x", "The key `null` is text here, but `null` to other readers of YAML."),
    ("jekyll", "1e3: x", "The key `1e3` is text here, but a number to other readers of YAML."),
    ("hugo", "draft: yes", "`yes` is read as text, not as `true`."),
    ("eleventy", "comments: off", "`off` is read as text, not as `false`."),
]


@pytest.mark.parametrize(("preset", "text", "message"), DISAGREEMENTS)
def test_a_value_that_readers_differ_on_is_found(preset: str, text: str, message: str) -> None:
    assert said(text, preset)[0].partition(": ")[2] == message


QUIET = [
    ("eleventy", "weight: 10\nprice: 1.50\nrating: 4.0\nratio: .5\ntimeout: 1e3"),
    ("eleventy", "date: 2024-01-31\ncreated: 2024-1-2\nupdated: 2024-01-31 10:00:00"),
    ("eleventy", "draft: true\ntoc: False\nimage: null\ndescription: ~\nsubtitle:"),
    ("eleventy", "title: 2024\nversion: 3\ntags: [2024, a]\nprices: [1.10, 1.20]"),
    ("eleventy", 'version: "1.10"\ntags: ["on", "010"]\ntitle: "no"'),
    ("eleventy", "tags: [2.0.0, 10x, -v, +, 8:00-9:00, y, =]"),
    ("eleventy", "order: 01\ntitle: |\n  no"),
    ("jekyll", "\"2024\": x\n'on': y\ny: z\n2.0.0: a\n2nd: b\n<<: {c: d}\nnull-key: e"),
    ("eleventy", "version: !!str 1.10"),
    ("jekyll", "comments: yes\ntoc: on\nhidden: no\nversion: 1.0"),
    ("hugo", "weight: 08\nsize: 1_000"),
]


@pytest.mark.parametrize(("preset", "text"), QUIET)
def test_ordinary_values_are_left_alone(preset: str, text: str) -> None:
    assert said(text, preset) == []


def test_a_tag_that_is_no_text_is_left_to_its_own_rule() -> None:
    assert said("tags: [a, 1.10, null, 2024-01-31, on]") == [
        "on: `on` is text here, but `true` to readers of YAML 1.1."
    ]


FIXES = [
    ("jekyll", "lang: no", '"no"', False),
    ("eleventy", "lang: no", '"no"', True),
    ("hugo", "draft: yes", "true", False),
    ("eleventy", "start: 12:30", '"12:30"', True),
    ("hugo", "weight: 010", None, False),
    ("jekyll", "on: push", '"on"', False),
    ("jekyll", "2024: x", '"2024"', False),
    ("eleventy", "2024: x", '"2024"', True),
    ("eleventy", "extension: .inf", None, False),
    ("eleventy", "title: .inf", '".inf"', False),
]


@pytest.mark.parametrize(("preset", "text", "replacement", "safe"), FIXES)
def test_a_fix_is_safe_where_the_site_reads_the_same(
    preset: str, text: str, replacement: str | None, safe: bool
) -> None:
    files = {POSTS[preset]: f"---\n{text}\n---\n"}
    config = f'preset = "{preset}"\n'
    ((found, _),) = check(files, config=config, select=("ambiguous-scalar",))
    assert (found.fix.edits[0].text if found.fix else None) == replacement
    assert found.fix is None or found.fix.safe is safe


@pytest.mark.parametrize("text", ["+++\nversion = 1.10\n+++\n", '{\n"version": 1.10\n}\n'])
def test_only_yaml_guesses(text: str) -> None:
    assert findings("ambiguous-scalar", text) == []
