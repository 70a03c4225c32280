"""`blint list` as a command: formats, streams, exit codes, and input of all kinds."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from blint.cli.list import command
from blint.running.errors import UsageFault
from listing_blog import rows, seed_shape, write_files, write_posts

POSTS = {
    "tags.toml": '[tags.Kafka]\naliases = ["Apache Kafka"]\n[tags.Go]\n[tags.Unused]\n',
    "blint.toml": '[tags]\nvocabulary = "tags.toml"\n',
    "content/_index.md": "---\ntitle: All\n---\n",
    "content/a.md": "---\ntitle: First\ndate: 2026-04-15\nreadTime: 16\ntags: [Kafka, Go]\n"
    "description: What\n  it tells.\n---\n",
    "content/b.md": "---\ndate: 2026-05-01 10:00:00\ntags: [Apache Kafka, 2024, null]\n---\n"
    "# Second\n",
    "content/c.md": "---\ntitle: Some day\n---\n",
    "content/d.md": "---\ntitle: Draft\ndraft: true\ndate: 2026-06-01\ntags: Go\n---\n",
}


def blint_list(*arguments: str) -> Result:
    return CliRunner().invoke(command, arguments, catch_exceptions=False, standalone_mode=False)


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """A small blog with posts of all kinds."""
    return write_files(tmp_path / "b", POSTS)


def test_text(blog: Path) -> None:
    found = blint_list(str(blog))
    assert found.stdout == (
        "All posts\n\n— 3 posts\n\nMay 1, 2026\n\nSecond\n\nApache Kafka, 2024\n\n"
        "Apr 15, 2026 · 16m\n\nFirst\n\nWhat it tells.\n\nKafka, Go\n\nno date\n\nSome day\n"
    )
    assert found.stderr == "1 post without a date, last in the list.\n"
    assert found.return_value == 0


def test_markdown(blog: Path) -> None:
    found = blint_list(str(blog), "--tag", "go", "--output-format", "markdown")
    assert found.stdout == (
        "# Go\n\n1 post\n\n## [First](content/a.md)\n\nApr 15, 2026 · 16m\n\nWhat it tells.\n\n"
        "Tags: Kafka, Go\n"
    )


def test_json(blog: Path) -> None:
    data = json.loads(blint_list(str(blog), "--tag", "kafka", "--output-format", "json").stdout)
    assert (data["version"], data["tag"], data["count"]) == (1, "Kafka", 2)
    assert [(post["path"], post["date"]) for post in data["posts"]] == [
        ("content/b.md", "2026-05-01"),
        ("content/a.md", "2026-04-15"),
    ]
    assert data["posts"][1]["minutes"] == 16
    assert data["posts"][0]["minutes"] is None


@pytest.mark.parametrize(
    ("arguments", "titles"),
    [
        (["--tag", "#Go"], ["First"]),
        (["--tag", "GO", "--drafts"], ["Draft", "First"]),
        (["--tag", "apache-kafka"], ["Second", "First"]),
        (["--tag", "Unused"], []),
        (["--tag", "2024"], ["Second"]),
        (["--drafts"], ["Draft", "Second", "First", "Some day"]),
    ],
)
def test_which_posts(blog: Path, arguments: list[str], titles: list[str]) -> None:
    found = blint_list(str(blog), *arguments, "--output-format", "json")
    assert [post["title"] for post in json.loads(found.stdout)["posts"]] == titles


def test_an_unknown_tag(blog: Path) -> None:
    with pytest.raises(UsageFault, match=r"No post has the tag `Kafak`\. Did you mean `Kafka`?"):
        blint_list(str(blog), "--tag", "Kafak")


@pytest.mark.parametrize("output_format", ["text", "json", "markdown"])
def test_what_it_writes_is_read_back(blog: Path, output_format: str) -> None:
    written = blint_list(str(blog), "--output-format", output_format).stdout
    (blog / "written").write_text(written, encoding="utf-8")
    found = blint_list(str(blog), "--compare", str(blog / "written"))
    assert found.stdout == "3 posts, no drift.\n"
    assert found.return_value == 0


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "has no posts in it"),
        (b"Hello there.\n", "has no posts in it"),
        (b"<html><body><script>May 1, 2026</script></body></html>", "has no posts in it"),
        (b"{}", "has no posts in it"),
        (b"\xff\xfe\x00", "is not UTF-8"),
        (b"Mar 1, 2026\0\nx", "is not a text file"),
        (b"x" * (8 * 1024 * 1024 + 1), "is larger than"),
    ],
)
def test_a_list_that_is_none(blog: Path, content: bytes, message: str) -> None:
    (blog / "list").write_bytes(content)
    with pytest.raises(UsageFault, match=message):
        blint_list(str(blog), "--compare", str(blog / "list"))


@pytest.mark.parametrize(
    ("name", "message"), [("none", "cannot be read"), ("content", "no.* file")]
)
def test_a_file_that_is_none(blog: Path, name: str, message: str) -> None:
    with pytest.raises(UsageFault, match=message):
        blint_list(str(blog), "--compare", str(blog / name))


@pytest.fixture
def changed(tmp_path: Path) -> tuple[Path, Path]:
    """A blog, and its list with one read time changed."""
    root = write_posts(tmp_path / "b", rows())
    file = tmp_path / "list.txt"
    text = seed_shape(rows()).replace("Mar 4, 2026 · 13m", "Mar 4, 2026 · 11m")
    file.write_text(text, encoding="utf-8")
    return root, file


def test_a_drift_as_text(changed: tuple[Path, Path]) -> None:
    found = blint_list(str(changed[0]), "--tag", "backend", "--compare", str(changed[1]))
    assert found.return_value == 1
    assert found.stdout == (
        "content/post-05.md:5: `Caching Strategies Beyond 'Just Add Redis'` is listed with "
        f"11 minutes, but the post has 13. [read-time, {changed[1]}:40]\n"
        "30 posts, 1 drift: 1 read time.\n"
    )


def test_a_drift_as_json(changed: tuple[Path, Path]) -> None:
    arguments = ["--tag", "backend", "--compare", str(changed[1]), "--output-format", "json"]
    data = json.loads(blint_list(str(changed[0]), *arguments).stdout)
    (drift,) = data["drifts"]
    assert data["version"] == 1
    assert data["summary"]["kinds"] == {"read-time": 1}
    assert (drift["kind"], drift["path"], drift["line"]) == ("read-time", "content/post-05.md", 5)
    assert (drift["listed"], drift["actual"], drift["listing_line"]) == ("11", "13", 40)


def test_a_drift_as_markdown(changed: tuple[Path, Path]) -> None:
    arguments = ["--tag", "backend", "--compare", str(changed[1]), "--output-format", "markdown"]
    lines = blint_list(str(changed[0]), *arguments).stdout.splitlines()
    assert lines[0] == "**30 posts, 1 drift: 1 read time.**"
    assert lines[4].startswith("| read-time | ")


def test_a_list_of_another_tag_is_noted(changed: tuple[Path, Path]) -> None:
    found = blint_list(str(changed[0]), "--compare", str(changed[1]))
    assert "The list is headed `Backend`, and compared with all posts." in found.stderr


def test_read_times_that_nobody_knows_are_said(tmp_path: Path) -> None:
    root = write_files(tmp_path / "b", {"content/a.md": "---\ntitle: A post\n---\nText.\n"})
    (tmp_path / "list").write_text("A post\n5 min read\n")
    found = blint_list(str(root), "--compare", str(tmp_path / "list"))
    assert found.stdout == "1 post, no drift.\n"
    assert "The read time of 1 post was not compared" in found.stderr


def test_one_language_of_several(tmp_path: Path) -> None:
    posts = {
        f"content/{code}/a.md": f"---\ntitle: {title}\ndate: 2026-01-01\n---\n"
        for code, title in (("en", "A post"), ("de", "Ein Beitrag"))
    }
    root = write_files(tmp_path / "b", posts)
    (tmp_path / "list").write_text("A post\nJan 1, 2026\n")
    found = blint_list(str(root), "--compare", str(tmp_path / "list"))
    assert found.stdout == "1 post, no drift.\n"
    assert "The list has no post in `de`" in found.stderr
