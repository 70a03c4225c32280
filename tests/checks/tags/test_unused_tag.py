"""unused-tag: in the vocabulary, where all posts were asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from blint.running.opening import Request
from blint.running.run import Outcome, run
from samples import findings

CONFIG = '[tags]\nvocabulary = "tags.toml"\n'
UNUSED = "No post under this vocabulary has the tag `Rust`."


def blog(tags: str, vocabulary: str = "[tags.Rust]\naliases = ['rs']\n") -> dict[str, str]:
    return {"content/a.md": f"---\ntags: {tags}\n---\n", "tags.toml": vocabulary}


@pytest.mark.parametrize(
    ("tags", "found"),
    [
        ("[]", True),
        ("[Rust]", False),
        ("[rs]", False),
        ("[rust]", False),
        ("[Go, 2024, ~, {a: b}]", True),
    ],
)
def test_a_tag_is_used_however_it_is_written(tags: str, found: bool) -> None:
    rows = findings("unused-tag", blog(tags), CONFIG)
    assert rows == ([("tags.toml", "Rust", UNUSED)] if found else [])


@pytest.mark.parametrize(
    ("name", "text", "token"),
    [
        ("tags.yml", "Rust:\n  label: Rust\n", "Rust"),
        ("tags.yml", "- Rust\n", "Rust"),
        ("tags.json", '{"tags": {"Rust": {}}}', '"Rust"'),
    ],
)
def test_it_stands_at_the_term(name: str, text: str, token: str) -> None:
    files = {"content/a.md": "---\ntags: [Go]\n---\n", name: text}
    rows = findings("unused-tag", files, f'[tags]\nvocabulary = "{name}"\n')
    assert rows == [(name, token, UNUSED)]


@pytest.mark.parametrize(
    "vocabulary",
    [
        "[tags.Rust]\ndeprecated = true\n",
        "[tags.Rust] # blint-ignore unused-tag: soon\n",
        "# blint-ignore unused-tag\n[tags.Rust]\n",
        "# blint-ignore-file unused-tag\n[tags.Go]\n[tags.Rust]\n",
    ],
)
def test_a_tag_may_be_kept(vocabulary: str) -> None:
    assert findings("unused-tag", blog("[]", vocabulary), CONFIG) == []


def outcome(root: Path, *paths: str, config: str = CONFIG) -> Outcome:
    files = {**blog("[]"), "blint.toml": config, "content/b/c.md": "---\ntags: []\n---\n"}
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    request = Request(paths=tuple(root / path for path in paths) or (root,), select=("unused-tag",))
    return run(request)


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        ((), True),
        (("content",), True),
        (("content/a.md", "content/b/c.md"), True),
        (("content/a.md",), False),
        (("content/b",), False),
    ],
)
def test_it_needs_all_posts(tmp_path: Path, paths: tuple[str, ...], found: bool) -> None:
    result = outcome(tmp_path, *paths)
    assert [d.path for d in result.diagnostics] == ["tags.toml"] * found
    assert result.posts == len(paths) * (paths != ("content",)) or result.posts == 2


def test_a_vocabulary_is_no_post(tmp_path: Path) -> None:
    assert outcome(tmp_path).posts == 2


def test_two_collections_may_share_a_vocabulary(tmp_path: Path) -> None:
    config = "".join(
        f'[collections.{name}]\nfiles = ["content/{files}"]\n[collections.{name}.tags]\n'
        'vocabulary = "tags.toml"\n'
        for name, files in (("one", "*.md"), ("two", "b/*.md"))
    )
    assert len(outcome(tmp_path, config=config).diagnostics) == 1


def test_a_vocabulary_beside_the_project_is_left_alone(tmp_path: Path) -> None:
    files = {
        "conf/tags.toml": "[tags.Rust]\n",
        "conf/blint.toml": CONFIG,
        "site/.git/config": "",
        "site/content/a.md": "---\ntags: []\n---\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    request = Request(paths=(tmp_path / "site",), config=tmp_path / "conf/blint.toml")
    assert run(request).diagnostics == []
