"""Tags that are no tags, and vocabularies that are none: findings and errors, never a traceback."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from blint.overview.tags.index import index_tags
from blint.overview.tags.proposal import propose_vocabulary
from blint.reports.overview.tag_index import render
from blint.rulebook import groups, load_rulebook
from blint.running.errors import ConfigError
from blint.running.load import load
from blint.running.opening import Request
from blint.running.run import run

RULES = groups(load_rulebook().values())["tags"]
OFF = [name for name in RULES if not load_rulebook()[name].severity]
CONFIG = '[tags]\nvocabulary = "tags.toml"\n[rules]\n' + "".join(f'{n} = "info"\n' for n in OFF)
VOCABULARY = "[tags.Go]\naliases = ['golang']\n[tags.Old]\ndeprecated = true\n"

YAML = {
    "numbers": "[1, 1.0, 1e400, 0x1F, -0, .nan]",
    "null": "[null, ~, ]",
    "no value": "",
    "an empty string": "''",
    "empty strings": "['', ' ', \"\\t\"]",
    "objects": "[{a: b}, {label: x}, {label: [1]}, {}]",
    "an object": "{a: {b: [c]}}",
    "nested lists": "[[a, [b, [c]]], []]",
    "truth": "[true, false, yes, no]",
    "one truth": "true",
    "dates": "[2024-01-01, 2024-13-45, 10:30]",
    "an anchor": "[&x Go, *x, *x]",
    "a merge": "{<<: {a: b}}",
    "commas": "',,, Go,, ,golang,'",
    "a block": "|\n  Go\n  golang",
    "controls": '["\\u0000", "\\u001b[31m", "\\ud83d", "\\u202e", "a\\nb"]',
    "a long one": f"[{'x' * 5000}]",
    "marks alone": "['…', '-', '--', '#', '++', '.']",
    "many": f"[{', '.join(f'Tag{n}, tag{n}' for n in range(1000))}]",
}
OTHERS = {
    "toml": "+++\ntags = [1, true, 2024-01-01, {a = 1}, [[]], '', \"Go\"]\n+++\n",
    "toml number": "+++\ntags = 5\n+++\n",
    "json": '{"tags": [1, null, true, {"a": [1]}, [], "", "Go"]}\n',
    "json object": '{"tags": {"a": 1}}\n',
}
POSTS = {name: f"---\ntags: {tags}\n---\n" for name, tags in YAML.items()} | OTHERS


def blog(root: Path, post: str, vocabulary: str | None) -> Path:
    config = CONFIG if vocabulary is not None else CONFIG.partition("\n")[2].partition("\n")[2]
    files = {"blint.toml": config, "content/a.md": post, "content/b.md": "---\ntags: Go\n---\n"}
    for name, text in {**files, "tags.toml": vocabulary or ""}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return root


@pytest.mark.parametrize("preset", ["plain", "jekyll"])
@pytest.mark.parametrize("vocabulary", [None, VOCABULARY], ids=["without", "with"])
@pytest.mark.parametrize("name", POSTS)
def test_odd_tags(tmp_path: Path, name: str, vocabulary: str | None, preset: str) -> None:
    root = blog(tmp_path, POSTS[name], vocabulary)
    config = root / "blint.toml"
    config.write_text(f'preset = "{preset}"\ncontent = ["content"]\n{config.read_text()}')
    outcome = run(Request(paths=(root,), select=("tags",)))
    assert "internal-error" not in {d.rule for d in outcome.diagnostics}
    assert len(outcome.diagnostics) < 8000
    loaded = load(Request(paths=(root,)))
    found = index_tags(loaded.posts, loaded.settings)
    for form in ("text", "json", "markdown"):
        assert "Go" in render(found, form)
    for form in ("toml", "yaml", "json"):
        assert propose_vocabulary(found, form).text.encode()


def test_a_thousand_tags_take_no_time(tmp_path: Path) -> None:
    root = blog(tmp_path, f"---\ntags: [{', '.join(f'tag {n}' for n in range(1000))}]\n---\n", None)
    start = time.perf_counter()
    outcome = run(Request(paths=(root,), select=("tags",), ignore=("rare-tag",)))
    assert [d.rule for d in outcome.diagnostics] == ["tag-count", "tag-order"]
    assert time.perf_counter() - start < 5


BAD = {
    "tags.toml": {
        b"[tags.Go\n": (1, "TOML"),
        b"tags = [\n": (1, ""),
        b"\xff\xfe": (1, "UTF-8"),
        b"[tags.Go]\nalias = ['x']\n": (2, "`alias` is not a key of a tag."),
        b"": (1, "holds no tag"),
        b"[tags.Go]\n[tags.Go]\n": (2, ""),
    },
    "tags.yml": {
        b"Go: [\n": (1, ""),
        b"a: &x [*x]\n": (1, ""),
        b"- Go\n- - Rust\n": (2, "not the name of a tag"),
        b"just text\n": (1, "A vocabulary is a table of tags"),
        b"a:\n  deprecated: maybe\n": (2, "takes true or false"),
        b"\x00": (1, ""),
        b"[" * 300: (1, ""),
    },
    "tags.json": {
        b"{": (1, ""),
        b"": (1, ""),
        b"null": (1, ""),
        b'{"tags": {"a": 1}}': (1, "is a table, or nothing at all"),
    },
}


@pytest.mark.parametrize(
    ("name", "data"), [(name, data) for name, texts in BAD.items() for data in texts]
)
def test_a_bad_vocabulary_is_an_error_with_a_place(tmp_path: Path, name: str, data: bytes) -> None:
    root = blog(tmp_path, "---\ntags: [Go]\n---\n", VOCABULARY)
    (root / "blint.toml").write_text(f'[tags]\nvocabulary = "{name}"\n')
    (root / name).write_bytes(data)
    for attempt in (run, load):
        with pytest.raises(ConfigError) as caught:
            attempt(Request(paths=(root,)))
        fault = caught.value.faults[0]
        line, said = BAD[name][data]
        assert (fault.file, said in fault.message) == (name, True), str(fault)
        assert fault.line >= line
        assert fault.column >= 1


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("none.toml", "There is no vocabulary `none.toml`."),
        ("content", "There is no vocabulary `content`."),
        ("../tags.toml", "The vocabulary `../tags.toml` is outside the project."),
    ],
)
def test_a_vocabulary_that_is_not_there(tmp_path: Path, path: str, said: str) -> None:
    root = blog(tmp_path, "---\ntags: [Go]\n---\n", VOCABULARY)
    (root / "blint.toml").write_text(f'[tags]\nvocabulary = "{path}"\n')
    with pytest.raises(ConfigError) as caught:
        run(Request(paths=(root,)))
    (fault,) = caught.value.faults
    assert (fault.file, fault.line, fault.message) == ("blint.toml", 2, said)
