"""Whole runs: what is refused before anything is read, what is said of what was not read."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from blint.running.errors import ConfigError
from blint.running.opening import Request
from blint.running.run import Outcome, run

POST = "---\ntitle: A\n---\n"


def site(root: Path, files: dict[str, str]) -> Path:
    """A project with a configuration, made of texts by name."""
    for name, text in {"blint.toml": "", **files}.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root


def check(root: Path, *names: str) -> Outcome:
    return run(Request(paths=tuple(root / name for name in names) or (root,), today="2026-06-01"))


def rows(outcome: Outcome) -> list[tuple[str, str]]:
    return [(d.path, d.rule) for d in outcome.diagnostics]


def test_a_bad_schema_is_refused_with_its_place(tmp_path: Path) -> None:
    files = {
        "blint.toml": '[front-matter]\nschema = "s.json"\n',
        "s.json": '{\n  "properties": {"title": {"type": "strin"}}\n}\n',
        "content/a.md": POST,
    }
    with pytest.raises(ConfigError) as caught:
        check(site(tmp_path, files))
    (fault,) = caught.value.faults
    assert (fault.file, fault.line) == ("s.json", 2)


def test_a_named_pipe_is_said_to_be_no_post(tmp_path: Path) -> None:
    root = site(tmp_path, {"content/a.md": POST})
    os.mkfifo(root / "content/pipe.md")
    assert rows(check(root)) == [("content/pipe.md", "unreadable-file")]


def test_a_link_out_of_the_project_is_named_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("secret: [\n")
    root = site(tmp_path / "site", {"content/a.md": POST})
    (root / "content/b.md").symlink_to(tmp_path / "secret.md")
    outcome = check(root)
    assert rows(outcome) == [("content/b.md", "unreadable-file")]
    assert "secret" not in outcome.diagnostics[0].message


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read every file")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    root = site(tmp_path, {"content/a.md": POST, "content/b.md": POST})
    (root / "content/b.md").chmod(0)
    assert rows(check(root)) == [("content/b.md", "unreadable-file")]


def test_the_same_input_gives_the_same_diagnostics(tmp_path: Path) -> None:
    body = "[x](y.md) ![z](w.png)\n\n```\n```\n"
    files = {f"content/{name}.md": POST + body for name in ("b", "a", "é", "c/d")}
    root = site(tmp_path, files)
    first = check(root).diagnostics
    assert [d.path for d in first] == sorted(d.path for d in first)
    assert check(root).diagnostics == first


def test_only_the_named_file_is_reported_and_counted(tmp_path: Path) -> None:
    root = site(tmp_path, {"content/a.md": "[b](b.md)\n", "content/b.md": "---\na: [\n---\n"})
    outcome = check(root, "content/a.md")
    assert (outcome.posts, rows(outcome)) == (1, [])


def test_settings_differ_by_collection(tmp_path: Path) -> None:
    files = {
        "blint.toml": 'content = ["content"]\n[rules]\nmissing-fence-language = "error"\n'
        '[collections.news]\nfiles = ["content/news/**"]\n'
        '[collections.news.rules]\nmissing-fence-language = "off"\n',
        "content/a.md": POST + "```\n```\n",
        "content/news/b.md": POST + "```\n```\n",
    }
    found = check(site(tmp_path, files)).diagnostics
    assert [(d.path, d.severity.word) for d in found] == [("content/a.md", "error")]


def test_unresolvable_template_links_are_counted(tmp_path: Path) -> None:
    root = site(tmp_path, {"content/a.md": POST + "[x]({{ site.data.x }}) [y](https://y.org)\n"})
    outcome = check(root)
    assert (outcome.skipped, rows(outcome)) == (1, [])


@pytest.mark.parametrize(
    ("head", "schema", "rules"),
    [
        ("date: 2024-02-30", {"date": {"format": "date"}}, ["invalid-date"]),
        ("tags: [1]", {"tags": {"items": {"type": "string"}}}, ["schema-violation"]),
        ("l: yes", {"l": {"type": "boolean"}}, ["schema-violation"]),
    ],
)
def test_one_slip_is_one_diagnostic(
    tmp_path: Path, head: str, schema: dict[str, object], rules: list[str]
) -> None:
    files = {
        "blint.toml": '[front-matter]\nschema = "s.json"\n',
        "s.json": json.dumps({"properties": schema}),
        "content/a.md": f"---\ntitle: A\n{head}\n---\n",
    }
    assert [rule for _, rule in rows(check(site(tmp_path, files)))] == rules


def test_two_missing_keys_are_two_diagnostics(tmp_path: Path) -> None:
    files = {
        "blint.toml": '[front-matter]\nschema = "s.json"\n',
        "s.json": json.dumps({"required": ["a", "b"]}),
        "content/a.md": POST,
    }
    found = rows(check(site(tmp_path, files)))
    assert [rule for _, rule in found] == ["schema-violation", "schema-violation"]


def test_a_link_to_another_project_is_not_followed(tmp_path: Path) -> None:
    site(tmp_path / "other", {"content/a.md": "---\ntitle: [\n---\n"})
    root = site(tmp_path / "site", {"content/a.md": POST})
    (root / "content/up").symlink_to(tmp_path / "other")
    outcome = check(root, "content/up")
    assert rows(outcome) == [("content/up", "unreadable-file")]


def test_of_pages_beside_the_posts_only_the_links_are_checked(tmp_path: Path) -> None:
    files = {
        "_config.yml": "url: https://example.org\npermalink: pretty\n",
        "_posts/2020-01-02-a.md": "---\ntitle: A\n---\n[x](/about/)\n",
        "about.md": "---\ntitle: A\ntitle: B\n---\n[x](/nope/) ![](/y.png)\n",
        "README.md": "[x](/nope/)\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    outcome = run(Request(paths=(tmp_path,), today="2026-06-01"))
    about = {found.rule for found in outcome.diagnostics if found.path == "about.md"}
    assert about == {"broken-link", "missing-alt-text"}
    assert outcome.posts == 1
    only = run(Request(paths=(tmp_path / "_posts",), today="2026-06-01"))
    assert not [found for found in only.diagnostics if found.path == "about.md"]
