"""`blint tags` as a command: formats, streams, exit codes, and what it writes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from blint.cli.tags import command
from blint.reports.sanitise import inert
from blint.running.errors import UsageFault

POSTS = {
    "a": "tags: [Go, rust]\ndate: 2026-01-02",
    "b": "tags: [Go, rust, 'x|y']\ndate: 2026-03-04",
    "c": "tags: [go, rust, Go]",
    "d": "title: none",
}


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A blog in the current folder."""
    (tmp_path / "blint.toml").touch()
    (tmp_path / "content").mkdir()
    for name, head in POSTS.items():
        (tmp_path / f"content/{name}.md").write_text(f"---\n{head}\n---\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def tags(*arguments: str) -> tuple[str, str]:
    """What the command prints to standard output and to standard error."""
    done = CliRunner().invoke(command, ["--no-cache", *arguments], catch_exceptions=False)
    assert done.exit_code == 0
    return done.stdout, done.stderr


TABLE = """\
3 tags on 3 of 4 posts.

tag   posts  first       last        also written
Go        3  2026-01-02  2026-03-04  go (1)
rust      3  2026-01-02  2026-03-04
x|y       1  2026-03-04  2026-03-04

Always together:
  Go, rust (3 posts)

Used once (1):
  x|y
"""
MARKDOWN = r"""# Tags

3 tags on 3 of 4 posts.

| tag | posts | first | last | also written |
| --- | ---: | --- | --- | --- |
| Go | 3 | 2026-01-02 | 2026-03-04 | go (1) |
| rust | 3 | 2026-01-02 | 2026-03-04 |  |
| x\|y | 1 | 2026-03-04 | 2026-03-04 |  |

## Always together

- Go, rust (3 posts)

## Used once (1)

- x\|y
"""


@pytest.mark.usefixtures("blog")
@pytest.mark.parametrize(
    ("arguments", "shown"),
    [((), TABLE), (("--format", "table"), TABLE), (("--format", "markdown"), MARKDOWN)],
)
def test_formats_for_people(arguments: tuple[str, ...], shown: str) -> None:
    assert tags(*arguments) == (shown, "")


@pytest.mark.usefixtures("blog")
def test_json() -> None:
    said = json.loads(tags("--format", "json")[0])
    assert said["version"] == 1
    assert (said["posts"], said["tagged"], said["once"]) == (4, 3, ["x|y"])
    assert said["together"] == [{"tags": ["Go", "rust"], "posts": 3}]
    assert said["tags"][0] == {
        "name": "Go",
        "posts": 3,
        "first": "2026-01-02",
        "last": "2026-03-04",
        "state": "",
        "variants": [{"text": "go", "posts": 1, "state": ""}],
    }


@pytest.mark.usefixtures("blog")
def test_some_posts() -> None:
    assert tags("content/a.md")[0].startswith("2 tags on 1 of 1 post.\n")


def test_a_vocabulary_has_its_say(blog: Path) -> None:
    (blog / "tags.toml").write_text("[tags.Go]\n[tags.Zig]\n")
    (blog / "blint.toml").write_text('[tags]\nvocabulary = "tags.toml"\n')
    rows = [line.split() for line in tags()[0].split("\n")[2:7]]
    assert [(row[0], row[-1] if row[0] != "Go" else row[4]) for row in rows[1:]] == [
        ("Go", "listed"),
        ("rust", "unknown"),
        ("x|y", "unknown"),
        ("Zig", "unused"),
    ]
    assert "Zig" not in tags("content/a.md")[0], "other posts may have it"


@pytest.mark.parametrize("form", ["toml", "yaml", "yml", "json"])
def test_a_vocabulary_is_written_once(blog: Path, form: str) -> None:
    out, said = tags("--write-vocabulary", f"new/tags.{form}")
    assert out == ""
    assert f"Wrote `new/tags.{form}`: 3 tags, 3 doubts" in said
    assert f'set `vocabulary = "new/tags.{form}"` under `[tags]`' in said
    assert ("Doubtful, since on 1 post only: x|y" in said) is (form == "json")
    text = (blog / f"new/tags.{form}").read_text()
    with pytest.raises(UsageFault, match="is there already"):
        tags("--write-vocabulary", f"new/tags.{form}")
    (blog / f"new/tags.{form}").write_text("mine")
    tags("--write-vocabulary", f"new/tags.{form}", "--force")
    assert (blog / f"new/tags.{form}").read_text() == text


COLLECTION = '[collections.a]\nfiles = ["content/a.md"]\n[collections.a.tags]\n'


@pytest.mark.parametrize("table", ["[tags]\n", COLLECTION])
def test_a_vocabulary_that_is_named_need_not_be_there_yet(blog: Path, table: str) -> None:
    (blog / "blint.toml").write_text(f'{table}vocabulary = "v.toml"\n')
    with pytest.raises(UsageFault, match=r"There is no vocabulary `v\.toml`"):
        tags()
    with pytest.raises(UsageFault, match=r"There is no vocabulary `v\.toml`"):
        tags("--write-vocabulary", "w.toml")
    _, said = tags("--write-vocabulary", "v.toml")
    assert said == "Wrote `v.toml`: 3 tags, 3 doubts, marked by comments.\n"
    assert "the vocabulary is `v.toml`" in tags()[0]


@pytest.mark.parametrize(
    ("file", "said"),
    [
        ("tags.ini", "should end in"),
        ("tags", "should end in"),
        ("blint.toml/tags.toml", "cannot be written"),
    ],
)
def test_a_file_that_cannot_be_written(blog: Path, file: str, said: str) -> None:
    with pytest.raises(UsageFault, match=said):
        tags("--write-vocabulary", file)
    assert (blog / "blint.toml").read_text() == ""


def test_no_tags_at_all(blog: Path) -> None:
    for name in "abc":
        (blog / f"content/{name}.md").write_text("Text.\n")
    assert tags()[0] == "0 tags on 0 of 4 posts.\n"
    with pytest.raises(UsageFault, match="No post has a tag"):
        tags("--write-vocabulary", "tags.toml")
    assert not (blog / "tags.toml").exists()


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_nothing_in_a_tag_is_a_command(blog: Path, form: str) -> None:
    tag = r"\n::error::x\u001b[31m\u202e##[y]"
    (blog / "content/a.md").write_text(f'---\ntags: ["{tag}"]\n---\n')
    out, _ = tags("--format", form)
    assert "\x1b" not in out
    assert "\u202e" not in out
    assert all(inert(line) == line for line in out.split("\n"))
