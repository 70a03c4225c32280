"""`blint new`: a post like the others, that the check of its front matter accepts."""

from __future__ import annotations

import json
import os
import tempfile
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import frontmatter
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from blint.cli import new
from blint.cli.main import blint_command
from blint.overview.new_post.compose import Wish, compose
from blint.running.errors import UsageFault
from blint.running.opening import Request
from blint.running.run import run

NOW = datetime(2026, 3, 4, 15, 6, 7, tzinfo=UTC)
MIDNIGHT = datetime(2026, 3, 4, tzinfo=UTC)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty repository, which is the current folder; the clock stands still."""
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(new, "now", lambda: NOW)
    return tmp_path


def write(root: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root


def posts(*fronts: str, pattern: str = "content/{}.md") -> dict[str, str]:
    """Posts with this YAML as front matter."""
    return {
        pattern.replace("{}", f"post-{number}"): f"---\n{front}---\nText.\n"
        for number, front in enumerate(fronts)
    }


def invoke(*arguments: str) -> Result:
    return CliRunner().invoke(blint_command, ["new", *arguments], standalone_mode=False)


def made(*arguments: str) -> tuple[str, str]:
    """The path and the text of a post that was made."""
    result = invoke(*arguments)
    if result.exception is not None:
        raise result.exception
    path = result.stdout.strip()
    return path, Path(path).read_text(encoding="utf-8")


def findings(root: Path) -> list[str]:
    """What the check of front matter says of all posts."""
    outcome = run(Request(paths=(root,), select=("front-matter",), today="2026-03-04"))
    return [f"{one.path}: {one.message}" for one in outcome.diagnostics]


USUAL = [f"title: T{n}\ndate: 2024-01-3{n}\nauthor: Ada\ntags: [a]\n" for n in range(2)]


def test_a_post_like_the_others(here: Path) -> None:
    write(here, posts(*USUAL))
    path, text = made("Hello: #world")
    assert path == "content/hello-world.md"
    assert text == "---\ntitle: 'Hello: #world'\ndate: 2026-03-04\nauthor: Ada\ntags: []\n---\n"
    assert findings(here) == []


@pytest.mark.parametrize(
    ("names", "path"),
    [
        (["content/a.md", "content/b.md"], "content/hello.md"),
        (["content/a/index.md"], "content/hello/index.md"),
        (["content/blog/2024/01/a.md"], "content/blog/2026/03/hello.md"),
        (["content/2024-01-31-a.mdx"], "content/2026-03-04-hello.mdx"),
        (["content/_index.md", "content/posts/a.md"], "content/posts/hello.md"),
    ],
)
def test_where_it_goes(here: Path, names: list[str], path: str) -> None:
    write(here, dict.fromkeys(names, "---\ntitle: A\ndate: 2024-01-31\n---\n"))
    assert made("Hello")[0] == path


def test_recent_posts_show_where_and_how(here: Path) -> None:
    old = {f"content/old/{n}.md": "---\ntitle: A\ndate: 2014-01-31\n---\n" for n in range(50)}
    late = {
        f"content/2025/0{n}/x.md": f"---\ntitle: A\nlead: x\ndate: 2025-0{n}-01\n---\n"
        for n in range(1, 10)
    }
    late |= {
        f"content/2025/{n}/x{k}.md": f"---\ntitle: A\nlead: y\ndate: 2025-{n}-01\n---\n"
        for n in (10, 11, 12)
        for k in range(9)
    }
    write(here, {**old, **late})
    path, text = made("Hello")
    assert path == "content/2026/03/hello.md"
    assert "lead" in text


def test_jekyll(here: Path) -> None:
    write(
        here,
        {"_config.yml": "permalink: pretty\n", **posts(*USUAL, pattern="_posts/2024-01-31-{}.md")},
    )
    path, text = made("Hello", "--draft")
    assert path == "_posts/2026-03-04-hello.md"
    assert "published: false\n" in text


def test_toml(here: Path) -> None:
    text = '+++\ntitle = "A"\ndate = 2024-01-31\n[taxonomies]\ntags = ["x"]\n+++\n'
    write(here, {"config.toml": 'base_url = "https://e.org"\n', "content/a.md": text})
    _, text = made('"Hello" \\ 😀', "--tag", "b c")
    assert tomllib.loads(text.strip("+\n")) == {
        "title": '"Hello" \\ 😀',
        "date": NOW.date(),
        "taxonomies": {"tags": ["b c"]},
    }
    assert findings(here) == []


def test_json(here: Path) -> None:
    write(here, {"content/a.md": '{"title": "A", "date": "2024-01-31", "tags": []}\n\nText.\n'})
    _, text = made("Hello 😀")
    assert json.loads(text) == {"title": "Hello 😀", "date": "2026-03-04", "tags": []}
    assert findings(here) == []


SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["title", "summary", "kind", "image", "rating", "day", "place", "tags", "names"],
    "properties": {
        "title": {"type": "string"},
        "summary": {"type": "string", "minLength": 120, "maxLength": 160},
        "kind": {"enum": ["news", "release"]},
        "image": {"type": "string", "pattern": "^/"},
        "rating": {"type": "integer", "minimum": 3},
        "day": {"$ref": "#/$defs/day"},
        "place": {"type": "object", "required": ["city"], "properties": {"city": {"minLength": 2}}},
        "tags": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        "names": {"type": "array", "minItems": 3, "uniqueItems": True, "items": {"type": "string"}},
    },
    "$defs": {"day": {"type": "string", "format": "date"}},
    "additionalProperties": False,
}


def configured(schema: dict[str, Any]) -> dict[str, str]:
    return {
        "blint.toml": '[front-matter]\nschema = "post.json"\n',
        "post.json": json.dumps(schema),
    }


def test_what_the_schema_asks_for_is_there(here: Path) -> None:
    write(here, {**posts("title: A\ntags: [known]\n"), **configured(SCHEMA)})
    result = invoke("Hello")
    text = Path(result.stdout.strip()).read_text()
    assert [line for line in findings(here) if "hello" in line] == []
    assert "tags: [known]\n" in text
    assert "Still to be written: `summary`, `image`, `place.city`." in result.stderr
    assert "needs a hand" not in result.stderr


def test_the_most_common_word_of_a_closed_set(here: Path) -> None:
    schema = {"required": ["kind"], "properties": {"kind": {"enum": ["a", "b", "c"]}}}
    fronts = ["kind: b\n", "kind: b\n", "kind: b\n", "kind: a\n", "kind: zzz\n"]
    write(here, {**posts(*fronts), **configured(schema)})
    assert "kind: b\n" in made("Hello")[1]


def test_a_pattern_nobody_can_guess_is_told(here: Path) -> None:
    schema = {"required": ["code"], "properties": {"code": {"pattern": "^[A-Z]{3}-\\d{4}$"}}}
    write(here, {**posts("title: A\n"), **configured(schema)})
    result = invoke("Hello")
    assert result.exception is None
    assert "This needs a hand (schema-violation): " in result.stderr
    assert "code: 'TODO: write the code'\n" in Path(result.stdout.strip()).read_text()


@pytest.mark.parametrize(
    ("fronts", "arguments", "line"),
    [
        (["title: A\ndraft: false\n", "title: A\ndraft: true\n"], [], "draft: true\n"),
        (["title: A\ndraft: false\n"] * 9, [], "draft: true\n"),
        (["title: A\ndraft: false\n"] * 9, ["--no-draft"], "draft: false\n"),
        (["title: A\n"], ["--draft"], "draft: true\n"),
    ],
)
def test_drafts(here: Path, fronts: list[str], arguments: list[str], line: str) -> None:
    write(here, posts(*fronts))
    assert line in made("Hello", *arguments)[1]


def test_no_draft_is_marked_where_nobody_marks_one(here: Path) -> None:
    write(here, posts(*["title: A\n"] * 9, "title: A\ndraft: true\n"))
    assert "draft: true" in made("Hello")[1]
    assert "draft" not in made("Hallo", "--no-draft")[1]
    write(here, posts(*["title: A\n"] * 10))
    assert "draft" not in made("Hullo", "--no-draft")[1]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("tags: [a]\n", "tags: [b, c d]\n"),
        ("tags:\n- a\n", "tags:\n- b\n- c d\n"),
        ("tags: a, x\n", "tags: b, c d\n"),
        ("title: A\n", "tags: [b, c d]\n"),
    ],
)
def test_tags_are_written_as_others_are(here: Path, front: str, expected: str) -> None:
    write(here, posts(front, front))
    assert expected in made("Hello", "--tag", "b", "--tag", "c d")[1]


VOCABULARY = """
[tags.a]
[tags.Python]
aliases = ["py"]
[tags.Old]
deprecated = true
replaced-by = "New"
[tags.New]
[tags.Gone]
deprecated = true
"""


@pytest.mark.parametrize(
    ("tag", "expected", "note"),
    [
        ("a", "a", ""),
        ("python", "Python", "The tag `python` is written `Python`, as `t.toml` has it."),
        ("py", "Python", "The tag `py` is written `Python`, as `t.toml` has it."),
        ("Old", "New", "The tag `Old` is written `New`, as `t.toml` has it."),
        ("Gone", "Gone", "The tag `Gone` is deprecated in `t.toml`."),
        ("Pyhton", "Pyhton", "The tag `Pyhton` is not in `t.toml`. Did you mean `Python`?"),
        ("Ruby", "Ruby", "The tag `Ruby` is not in `t.toml`.\n"),
    ],
)
def test_a_tag_of_the_vocabulary(here: Path, tag: str, expected: str, note: str) -> None:
    write(here, {**posts(*USUAL), "blint.toml": '[tags]\nvocabulary = "t.toml"\n'})
    write(here, {"t.toml": VOCABULARY})
    result = invoke("Hello", "--tag", tag)
    assert f"tags: [{expected}]\n" in Path(result.stdout.strip()).read_text()
    assert note in result.stderr
    assert bool(note) == ("tag" in result.stderr)


@pytest.mark.parametrize(
    ("tags", "expected", "note"),
    [
        (["Kafka"], "[Kafka]", ""),
        (["kafka"], "[Kafka]", "The tag `kafka` is written `Kafka`, as in other posts."),
        (["unit test"], "[Unit Tests]", "The tag `unit test` is written `Unit Tests`"),
        (
            ["Kafak"],
            "[Kafak]",
            "The tag `Kafak` is new: no other post has it. Did you mean `Kafka`?",
        ),
        (["Redis"], "[Redis]", "The tag `Redis` is new: no other post has it.\n"),
        (["kafka, Redis ,"], "[Kafka, Redis]", "The tag `Redis` is new"),
        (["Kafka", "kafka", "KAFKA"], "[Kafka]", ""),
        # a tag of the blog that has a comma in it
        (["boston, MA"], "['Boston, MA']", "The tag `boston, MA` is written `Boston, MA`"),
        ([" Kafka\n"], "[Kafka]", ""),
    ],
)
def test_a_tag_is_spelt_as_in_other_posts(
    here: Path, tags: list[str], expected: str, note: str
) -> None:
    usual = [f"title: T{n}\ntags: [Kafka, Unit Tests, 'Boston, MA']\n" for n in range(6)]
    write(here, posts(*usual, "title: T\ntags: [kafka]\n"))
    result = invoke("Hello", *(part for tag in tags for part in ("--tag", tag)))
    assert f"tags: {expected}\n" in Path(result.stdout.strip()).read_text()
    assert note in result.stderr
    assert bool(note) == ("tag" in result.stderr)


def test_a_tag_of_another_collection_is_known(here: Path) -> None:
    write(here, {**posts(*USUAL), **posts("tags: [Kafka]\n", pattern="docs/{}.md")})
    config = 'content = ["content", "docs"]\n[collections.docs]\nfiles = ["docs/**"]\n'
    write(here, {"blint.toml": config})
    result = invoke("Hello", "--tag", "kafka", "--path", "content/hello.md")
    assert "The tag `kafka` is written `Kafka`, as in other posts." in result.stderr


@pytest.mark.parametrize("tag", ["", "  ", ",", " , ", "\x1b"])
def test_an_empty_tag_is_refused(here: Path, tag: str) -> None:
    write(here, posts(*USUAL))
    result = invoke("Hello", "--tag", tag)
    assert isinstance(result.exception, UsageFault)
    assert "A tag is empty" in str(result.exception)
    assert not Path("content/hello.md").exists()


def test_one_tag_of_two_words_is_not_cut(here: Path) -> None:
    files = posts("tags: a b\n", "tags: a c\n", pattern="_posts/2024-01-31-{}.md")
    write(here, {"_config.yml": "permalink: pretty\n", **files})
    assert "tags: [c d]\n" in made("Hello", "--tag", "c d")[1]
    assert "tags: a, b\n" in made("Hallo", "--tag", "a", "--tag", "b")[1]


def test_a_name_and_what_belongs_to_it_come_from_one_post(here: Path) -> None:
    ada = "authorFirst: Ada\nauthorLast: Lovelace\n"
    bobs = [f"authorFirst: Bob\nauthorLast: B{n}\n" for n in range(3)]
    write(here, posts(ada, ada, *bobs))
    assert ada in made("Hello")[1]


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("id: {slug}\n", "id: hello\n"),
        ("path: /2024/01/{slug}/\n", "path: /2026/03/hello/\n"),
        ("layout: post\n", "layout: post\n"),
        ("year: 2024\n", "year: 2024\n"),
        ("when: 2024-01-31T10:00:00Z\n", "when: 2026-03-04T15:06:07Z\n"),
        ('when: "2024-01-31"\n', 'when: "2026-03-04"\n'),
        ("site:\n  lang: en\n  ok: true\n", "site:\n  lang: en\n  ok: true\n"),
    ],
)
def test_values_like_those_of_others(here: Path, front: str, expected: str) -> None:
    files = posts(front, front)
    write(here, {n: text.replace("{slug}", Path(n).stem) for n, text in files.items()})
    assert expected in made("Hello")[1]


@pytest.mark.parametrize(
    ("dates", "line"),
    [
        (["'Jul 08 2022'", "'Jul 18 2022'"], "date: Mar 04 2026\n"),
        (["Fri, 08 Jul 2022 10:00:00 +0000"] * 3, "date: Wed, 04 Mar 2026 10:00:00 +0000\n"),
        (
            ["1657238400", "1657324800"],
            f"date: {int(MIDNIGHT.timestamp())}\n",
        ),
        (["1657238400123"] * 2, f"date: {int(NOW.timestamp())}000\n"),
        (["'2022-07-08'", "2022-07-09", "2022-07-10"], "date: 2026-03-04\n"),
        # the form of most, with quotes if those have them
        (["'2022-07-08'", "'2022-07-09'", "Jul 08 2022"], 'date: "2026-03-04"\n'),
        # what is no date says nothing of the form
        (["soon", "soon"], "date: 2026-03-04\n"),
        (["5", "5"], "date: 2026-03-04\n"),
        (["", ""], "date: 2026-03-04\n"),
        (["8 de julio de 2022"] * 2, "date: 2026-03-04\n"),
    ],
)
def test_a_date_is_a_date(here: Path, dates: list[str], line: str) -> None:
    write(here, posts(*(f"title: A\ndate: {date}\n" for date in dates)))
    assert line in made("Hello")[1]


@pytest.mark.parametrize(
    ("wanted", "line"),
    [
        ({"type": "string"}, "pubDate: 2026-03-04\n"),
        ({"type": "string", "format": "date-time"}, "pubDate: 2026-03-04T15:06:07+00:00\n"),
        ({"type": "string", "pattern": "^[A-Z][a-z]{2} \\d{2} \\d{4}$"}, "pubDate: Mar 04 2026\n"),
        ({"type": "integer"}, f"pubDate: {int(NOW.timestamp())}\n"),
    ],
)
def test_a_date_that_only_the_schema_asks_for(
    here: Path, wanted: dict[str, Any], line: str
) -> None:
    schema = {"required": ["pubDate"], "properties": {"pubDate": wanted}}
    write(here, {**posts("title: A\n"), **configured(schema), "post.json": json.dumps(schema)})
    config = (here / "blint.toml").read_text() + '[front-matter.keys]\ndate = "pubDate"\n'
    write(here, {"blint.toml": config})
    assert line in made("Hello")[1]


@pytest.mark.parametrize("date", ["9999-12-31T23:59:59-10:00", "0001-01-01T00:00:00+10:00"])
def test_a_date_at_the_end_of_the_calendar(here: Path, date: str) -> None:
    write(here, posts("title: A\ndate: 2024-01-31T10:00:00Z\n"))
    assert f"date: {date[:19]}" in made("Hello", "--date", date)[1]


def test_descriptions_to_be_written_are_not_alike(here: Path) -> None:
    usual = [
        f"title: {t}\ndescription: {d}\n" for t, d in (("A", "On the one."), ("B", "Two is it."))
    ]
    write(here, posts(*usual))
    titles = [f"{name} in the log" for name in ("Kafka", "Redis", "Python", "Rust", "Lua", "Go")]
    texts = [made(title)[1] for title in titles]
    assert "description: 'TODO: Kafka in the log (write the description)'\n" in texts[0]
    assert findings(here) == []


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("a day in Rust", "The post `content/post-0.md` has this title as well.\n"),
        ("The Day in Rust", "has nearly this title: `A day in Rust`.\n"),
        ("A day in Go", ""),
        ("Overview", "The post `content/post-1.md` has this title as well.\n"),
        ("!?", ""),
    ],
)
def test_a_title_that_is_there_already(here: Path, title: str, note: str) -> None:
    write(here, posts("title: A day in Rust\n", "title: Overview\n", "title:\n", "title: [x]\n"))
    result = invoke(title)
    assert note in result.stderr
    assert bool(note) == ("this title" in result.stderr)
    assert "this title" not in invoke("Hello").stderr
    assert "this title" not in invoke("Hello", "--force").stderr


def test_a_first_post(here: Path) -> None:
    write(here, {"hugo.toml": 'baseURL = "https://example.org/"\n'})
    assert made("Hello") == ("content/hello.md", "---\ntitle: Hello\ndate: 2026-03-04\n---\n")
    assert findings(here) == []


def test_nothing_is_written_over(here: Path) -> None:
    write(here, posts(*USUAL))
    path, _ = made("Hello")
    Path(path).write_text("mine")
    result = invoke("Hello")
    assert isinstance(result.exception, UsageFault)
    assert path in str(result.exception)
    assert Path(path).read_text() == "mine"
    assert "title: Hello" in made("Hello", "--force")[1]


def test_a_path_of_its_own(here: Path) -> None:
    write(here, posts(*USUAL))
    assert made("Hello", "--path", "content/deep/er/mine.md")[0] == "content/deep/er/mine.md"
    for path in ("../outside.md", "content/x.txt", "content"):
        assert isinstance(invoke("Hello", "--path", path).exception, UsageFault)
    assert not (here.parent / "outside.md").exists()


@pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")
def test_no_link_out_of_the_project_is_followed(here: Path) -> None:
    root = here / "blog"
    write(root, posts(*USUAL))
    (root / ".git").mkdir()
    (here / "outside").mkdir()
    (root / "content/out").symlink_to(here / "outside")
    (root / "content/one.md").symlink_to(here / "outside/one.md")
    for name in ("out/x.md", "one.md"):
        for force in ([], ["--force"]):
            result = invoke("Hello", "--path", f"blog/content/{name}", *force)
            assert isinstance(result.exception, UsageFault)
    assert list((here / "outside").iterdir()) == []


def test_a_path_decides_on_the_collection(here: Path) -> None:
    write(here, posts(*USUAL))
    write(here, posts("heading: A\n", "heading: B\n", pattern="docs/{}.md"))
    config = 'content = ["content", "docs"]\n[collections.docs]\nfiles = ["docs/**"]\n'
    keys = '[collections.docs.front-matter.keys]\ntitle = "heading"\n'
    write(here, {"blint.toml": config + keys})
    assert made("Hello", "--path", "docs/x.md")[1] == "---\nheading: Hello\n---\n"


@pytest.mark.parametrize(
    ("given_date", "line"),
    [("2024-02-29", "date: 2024-02-29\n"), ("2024-02-29T10:11:12", "date: 2024-02-29\n")],
)
def test_a_date_of_its_own(here: Path, given_date: str, line: str) -> None:
    write(here, posts(*USUAL))
    assert line in made("Hello", "--date", given_date)[1]


@pytest.mark.parametrize("text", ["2024-02-30", "tomorrow", "", "0001-01-01T00:00:00+23:00x"])
def test_no_date(here: Path, text: str) -> None:
    write(here, posts(*USUAL))
    assert "is no date" in str(invoke("Hello", "--date", text).exception)


def test_a_title_without_a_letter(here: Path) -> None:
    write(here, posts(*USUAL))
    result = invoke("!!!")
    assert result.stdout == "content/2026-03-04.md\n"
    assert "no letter or digit" in result.stderr
    assert invoke("").exception is not None


TITLES = [
    *("yes", "no", "null", "~", "1.0", "0o14", "1e3", "12:30", "2024-01-31", "1_000", "0x1F", "="),
    *("# heading", "- item", "a: b", "[x]", "{x}", "'", '"', "`", "@x", "%x", "&a", "*a", "!tag"),
    *("a #b", "| x", "> x", "? x", "a\nb", "a\tb", "\x1b[0m x", "é", "日本語", "😀 x", "\u202e x"),
    *("x" * 100, " x ", "---", "+++", "a\\b", "{{ x }}", "\ud800 x", "<b>", "on", ".inf", "<<"),
]
FORMATS = {
    "yaml": "---\ntitle: A\nmood: x\n---\n",
    "toml": '+++\ntitle = "A"\nmood = "x"\n+++\n',
    "json": '{"title": "A", "mood": "x"}\n',
}


def composed(form: str, title: str) -> None:
    """A title in a format is read back as it was, and the check has nothing to say."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        write(root, {"blint.toml": "", "content/a.md": FORMATS[form]})
        post = compose(Wish(title, NOW), root)
        assert [note for note in post.notes if "hand" in note] == []
        write(root, {post.path: post.text})
        assert findings(root) == []
        if form == "toml":
            data = tomllib.loads(post.text.strip().strip("+"))
        else:
            data = dict(frontmatter.loads(post.text).metadata)
        clean = "".join(c if c.isprintable() else "\ufffd" if c > "\ud7ff" else " " for c in title)
        if clean.isprintable() and "\ufffd" not in clean:
            assert data["title"] == " ".join(clean.split())


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("title", TITLES)
def test_odd_titles(form: str, title: str) -> None:
    composed(form, title)


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(st.sampled_from(list(FORMATS)), st.text(min_size=1).filter(str.strip))
def test_any_title(form: str, title: str) -> None:
    composed(form, title)


def test_help() -> None:
    text = CliRunner().invoke(blint_command, ["new", "--help"]).output
    for word in ("--path", "--date", "--tag", "--draft / --no-draft", "--force", "TODO"):
        assert word in text
