"""`blint init`: what it writes, that the check after it says what it said, what it refuses."""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from blint.cli.main import blint_command
from blint.running.errors import UsageFault
from blint.running.opening import Request
from blint.running.run import run

TITLE = "---\ntitle: A\n---\n"
FENCE = "\n```\nx\n```\n"


def post(number: int, body: str = "Text.\n", **front: str) -> str:
    """A post of the usual kind."""
    keys = {
        "title": f"Post number {number}",
        "date": f"2024-01-{number % 28 + 1:02}",
        "author": ("Ada", "Bob")[number % 2],
        "tags": "[Python, Go]",
        **front,
    }
    lines = "".join(f"{key}: {value}\n" for key, value in keys.items() if value != "-")
    return f"---\n{lines}---\n{body}"


def blog(count: int = 40) -> dict[str, str]:
    """A blog with odd ones out of several sorts."""
    files = {f"content/{number:02}.md": post(number) for number in range(count)}
    files["content/odd-author.md"] = post(41, author="-", auther="Ada")
    files["content/odd-date.md"] = post(42, date="soon")
    files["content/odd-tag.md"] = post(43, tags="[python, Go]")
    files["content/odd-fence.md"] = post(44, FENCE)
    files["content/odd-link.md"] = post(45, "[gone](gone.md)\n")
    return files


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, which is the current folder."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def init(*arguments: str) -> Result:
    return CliRunner().invoke(blint_command, ["init", *arguments], standalone_mode=False)


def done(*arguments: str) -> Result:
    """The result of an init that works."""
    result = init(*arguments)
    if result.exception is not None:
        raise result.exception
    return result


def written(root: Path) -> dict[str, str]:
    """What is there beside the posts."""
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(root.rglob("*"))
        if path.is_file() and path.suffix in {".toml", ".json"}
    }


def told(root: Path) -> dict[str, int]:
    """The rules with findings that `blint.toml` names, and how many it counted."""
    text = (root / "blint.toml").read_text(encoding="utf-8")
    found = re.findall(r"^# ([a-z-]+) \(\w+\): ([\d,]+) finding", text, re.MULTILINE)
    return {rule: int(count.replace(",", "")) for rule, count in found}


def said(root: Path) -> dict[str, int]:
    """The rules with findings that a check reports, and how many."""
    return dict(Counter(one.rule for one in run(Request(paths=(root,))).diagnostics))


def test_the_check_says_what_init_has_counted(here: Path) -> None:
    write(here, blog())
    done()
    assert said(here) == told(here)
    assert set(told(here)) == {
        *("schema-violation", "invalid-date", "missing-fence-language", "broken-link", "tag-alias"),
    }


def test_the_odd_ones_are_named_with_place_and_message(here: Path) -> None:
    write(here, blog())
    done()
    text = (here / "blint.toml").read_text()
    for line in (
        "#   content/odd-author.md:5: The schema does not know the key `auther`.",
        "#   content/odd-fence.md:8: The code fence names no language.",
        "#   content/odd-link.md:7: The link `gone.md` leads to nothing on this site.",
    ):
        assert line in text.splitlines()
    schema = json.loads((here / "schemas/post.schema.json").read_text())
    assert schema["properties"]["date"]["$comment"] == "Odd: content/odd-date.md."
    assert schema["required"] == ["title", "date", "author", "tags"]


def test_what_posts_do_not_keep_is_switched_off_and_counted(here: Path) -> None:
    files = blog()
    files |= {f"content/{number:02}.md": post(number, FENCE * 2) for number in range(20)}
    write(here, files)
    done()
    text = (here / "blint.toml").read_text()
    assert 'missing-fence-language = "off"  # 41 findings in 21 posts of 45' in text
    assert "missing-fence-language" not in said(here)
    assert said(here) == told(here)


def test_an_error_is_named_and_never_switched_off(here: Path) -> None:
    write(here, {f"content/{n}.md": post(n, "[gone](gone.md)\n") for n in range(60)})
    done()
    assert told(here) == {"broken-link": 60} == said(here)
    assert "# … and 10 more posts" in re.sub(" +", " ", (here / "blint.toml").read_text())


def test_every_post_with_findings_is_named(here: Path) -> None:
    body = "[gone](gone.md)\n[lost](lost.md)\n[away](away.md)\n"
    write(here, {f"content/{n}.md": post(n, body) for n in range(15)})
    done()
    text = (here / "blint.toml").read_text()
    assert all(f"content/{n}.md:" in text for n in range(15))
    assert "more post" not in text


def test_a_suppression_of_a_rule_that_goes_off_is_counted_right(here: Path) -> None:
    """Nobody can say whether a comment is of use that silences a rule which is off."""
    files = {f"content/{n:02}.md": post(n, FENCE) for n in range(20)}
    files["content/x.md"] = post(1, "<!-- blint-ignore missing-fence-language: why -->\nText.\n")
    write(here, files)
    done()
    assert said(here) == told(here)


def test_twice_writes_the_same(here: Path) -> None:
    write(here, blog())
    done()
    first = written(here)
    done("--force")
    assert written(here) == first


@pytest.mark.parametrize(
    "name", ["blint.toml", "schemas/post.schema.json", "tags.toml", "pyproject.toml"]
)
def test_what_is_there_is_named_and_kept(here: Path, name: str) -> None:
    write(here, {**blog(), name: "[tool.blint]\n"})
    result = init()
    assert isinstance(result.exception, UsageFault)
    assert name in str(result.exception)
    assert list(written(here)) == [name]
    assert written(here)[name] == "[tool.blint]\n"


def test_a_project_file_without_blint_is_no_configuration(here: Path) -> None:
    write(here, {**blog(), "pyproject.toml": '[project]\nname = "blint-blog"\n'})
    done()
    assert (here / "blint.toml").exists()


def test_force_writes_over_a_broken_configuration(here: Path) -> None:
    write(here, {**blog(), "blint.toml": "[", "tags.toml": "x"})
    assert isinstance(init().exception, UsageFault)
    done("--force")
    assert said(here) == told(here)


def test_a_configuration_above_is_one(here: Path) -> None:
    write(here, {"blint.toml": "", **{f"sub/{name}": text for name, text in blog().items()}})
    assert "blint.toml" in str(init("sub").exception)
    assert not (here / "sub/blint.toml").exists()


def test_dry_run_prints_and_writes_nothing(here: Path) -> None:
    write(here, blog())
    before = sorted(here.rglob("*"))
    result = done("--dry-run")
    assert sorted(here.rglob("*")) == before
    for name in ("blint.toml", "schemas/post.schema.json", "tags.toml"):
        assert f"# {name}\n" in result.stdout


def test_no_vocabulary(here: Path) -> None:
    write(here, blog())
    done("--no-vocabulary")
    assert sorted(written(here)) == ["blint.toml", "schemas/post.schema.json"]
    assert "vocabulary" not in (here / "blint.toml").read_text()


def test_a_blog_without_tags_gets_no_vocabulary(here: Path) -> None:
    write(here, {f"content/{n}.md": post(n, tags="-") for n in range(20)})
    done()
    assert not (here / "tags.toml").exists()
    assert "tags" not in tomllib.loads((here / "blint.toml").read_text())


def test_spellings_of_one_tag_are_aliases_of_the_usual_one(here: Path) -> None:
    write(here, blog())
    done()
    assert tomllib.loads((here / "tags.toml").read_text()) == {
        "tags": {"Go": {}, "Python": {"aliases": ["python"]}}
    }


def test_a_tag_that_the_schema_calls_odd_is_not_in_the_vocabulary(here: Path) -> None:
    write(here, {**blog(), "content/odd-number.md": post(46, tags="[Go, 3, 2024]")})
    done()
    assert tomllib.loads((here / "tags.toml").read_text())["tags"].keys() == {"Go", "Python"}
    assert said(here) == told(here)


def test_numbers_that_are_no_odd_tags_stay_in_the_vocabulary(here: Path) -> None:
    write(here, blog())
    write(here, {f"content/year-{n}.md": post(50 + n, tags="[Go, 2024]") for n in range(9)})
    done()
    assert "2024" in tomllib.loads((here / "tags.toml").read_text())["tags"]


def test_a_post_without_a_title_is_odd(here: Path) -> None:
    write(here, {f"content/{number:02}.md": post(number) for number in range(28)})
    write(here, {"content/empty.md": post(28, title=""), "content/none.md": post(29, title="-")})
    done()
    schema = json.loads((here / "schemas/post.schema.json").read_text())
    assert schema["properties"]["title"]["type"] == "string"
    assert "title" in schema["required"]
    text = (here / "blint.toml").read_text()
    assert "content/empty.md:2: " in text
    assert "content/none.md:1: " in text


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
@pytest.mark.parametrize("name", ["schemas", "tags.toml"])
@pytest.mark.parametrize("force", [True, False])
def test_no_link_out_of_the_project_is_followed(here: Path, name: str, force: bool) -> None:
    root = write(here / "blog", blog())
    (root / ".git").mkdir()
    outside = here / "outside"
    outside.mkdir()
    (root / name).symlink_to(outside if name == "schemas" else outside / name)
    result = init("blog", *(["--force"] if force else []))
    assert isinstance(result.exception, UsageFault)
    assert list(outside.iterdir()) == []
    assert not (root / "blint.toml").exists()


def test_a_path_that_is_no_folder(here: Path) -> None:
    write(here, blog())
    assert "is not a folder" in str(init("content/00.md").exception)
    assert "does not exist" in str(init("nowhere").exception)


def test_no_posts(here: Path) -> None:
    assert "No posts" in str(init().exception)
    assert written(here) == {}


def test_the_folder_of_posts_stands_for_its_site(here: Path) -> None:
    write(here, {**blog(), "hugo.toml": 'baseURL = "https://example.org/"\n'})
    done("content")
    text = (here / "blint.toml").read_text()
    assert 'preset = "hugo"  # Hugo, by `hugo.toml`' in text
    assert tomllib.loads(text)["code"] == {"highlighter": "chroma"}


def test_kinds_of_posts_are_collections(here: Path) -> None:
    docs = {f"content/docs/{n:02}.md": f"---\ntitle: A{n}\nweight: {n}\n---\n" for n in range(12)}
    posts = {f"content/blog/{n:02}.md": post(n) for n in range(20)}
    write(here, {**docs, **posts})
    done()
    config = tomllib.loads((here / "blint.toml").read_text())
    assert config["collections"] == {
        "docs": {
            "files": ["content/docs/**"],
            "front-matter": {"schema": "schemas/docs.schema.json"},
        }
    }
    schema = json.loads((here / "schemas/docs.schema.json").read_text())
    assert schema["required"] == ["title", "weight"]
    assert said(here) == {}


def test_keys_of_other_names_are_found(here: Path) -> None:
    front = "title: A\npostedOn: 2024-01-31\ntopics: [x, y]\nteaser: Some words\n"
    write(here, {f"content/{n}.md": f"---\n{front}---\n" for n in range(5)})
    done()
    config = tomllib.loads((here / "blint.toml").read_text())
    assert config["front-matter"]["keys"] == {"date": "postedOn", "description": "teaser"}
    assert config["tags"] == {"field": "topics", "vocabulary": "tags.toml"}


def test_folders_are_named_and_what_is_no_post_is_left_out(here: Path) -> None:
    parts = {
        "README.md": "# Read me\n",
        "posts/README.md": "# How to write\n",
        "posts/_parts/[a].md": "A part.\n",
    }
    write(here, {**parts, **{f"posts/{n:02}.md": post(n) for n in range(20)}})
    done()
    config = tomllib.loads((here / "blint.toml").read_text())
    assert config["content"] == ["posts"]
    assert config["exclude"] == ["posts/README.md", "posts/_parts/\\[a\\].md"]
    assert run(Request(paths=(here,))).posts == 20


def test_a_post_that_forgot_its_front_matter_is_not_left_out(here: Path) -> None:
    write(here, {**blog(), "content/bare.md": "# Hello\n"})
    done()
    assert "exclude" not in tomllib.loads((here / "blint.toml").read_text())
    assert "content/bare.md" in (here / "blint.toml").read_text()


ODD = {
    "numbers": "tags: [1, 2.5, 2024-01-31]\n",
    "null": "tags: null\n",
    "nulls": "tags: [null, ~]\n",
    "table": "tags: {a: b}\n",
    "tables": "tags: [{label: x}, {a: 1}, []]\n",
    "empty": 'tags: ""\n',
    "blank": 'tags: [" ", ""]\n',
    "hostile": 'tags: ["a\\nb", "tags", "[x]", "\\"", "\\u202e", "#"]\n',
    "titles": "title: [1]\n",
    "no table": "- a\n",
    "broken": "title: [\n",
    "keys": '1: a\ntrue: b\n"x\\ny": c\n? ""\n: d\n',
    "endless": "w: .nan\nv: -.inf\n",
}


@pytest.mark.parametrize("count", [1, 15])
@pytest.mark.parametrize("name", ODD)
def test_whatever_posts_hold_the_check_agrees(here: Path, name: str, count: int) -> None:
    write(here, {f"content/{n}.md": f"---\n{ODD[name]}---\nText.\n" for n in range(count)})
    done()
    assert said(here) == told(here)
    done("--force")


@pytest.mark.parametrize("text", ["", "# Only a heading\n", "---\n---\n", "+++\n+++\n", "{}\n"])
def test_posts_that_say_nothing_of_themselves(here: Path, text: str) -> None:
    write(here, {"content/a.md": text})
    done()
    assert said(here) == told(here)


def test_halves_of_characters(here: Path) -> None:
    write(here, {f"content/{n}.md": '{"title": "a\\ud800", "b\\ud800": 1}\n' for n in range(15)})
    done()
    assert said(here) == told(here)


@pytest.mark.skipif(os.name == "nt", reason="no such names there")
def test_names_with_anything_in_them(here: Path) -> None:
    files = {f"content/{n}.md": post(n) for n in range(20)}
    write(here, {**files, "content/a\nb\x1b[0m.md": post(1, FENCE), "content/[x]*.md": post(2)})
    done()
    assert said(here) == told(here)
    assert "\x1b" not in (here / "blint.toml").read_text()


def test_the_summary_goes_to_standard_error(here: Path) -> None:
    write(here, blog())
    result = done()
    assert result.stdout == ""
    assert "Wrote `blint.toml`, `schemas/post.schema.json`, `tags.toml`." in result.stderr
    assert "  broken-link (error): 1 finding in 1 post" in result.stderr


def test_help_tells_what_is_written() -> None:
    text = CliRunner().invoke(blint_command, ["init", "--help"]).output
    for word in ("blint.toml", "schemas/", "tags.toml", "--force", "--dry-run", "--no-vocabulary"):
        assert word in text
