"""Configuration: what is found, what is refused and where, and the schema that says the same."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from blint.diagnostics import Severity
from blint.resources import resource
from blint.rulebook import Rule, load_rulebook
from blint.running.config import load_config
from blint.running.config_model import ExternalTable, PresetName
from blint.running.config_schema import config_schema, schema_text
from blint.running.errors import ConfigError, UsageFault
from blint.site.presets import PRESETS

OPTIONS: dict[str, dict[str, Any]] = {
    "tolerance": {"type": "integer", "minimum": 0, "default": 1},
    "words": {"type": "array", "items": {"type": "string"}, "default": []},
    "pattern": {"type": "string", "pattern": "^a+$", "default": "a"},
}


def rule(name: str, group: str, severity: Severity = Severity.WARNING) -> Rule:
    return Rule(
        name=name,
        group=group,
        summary=name,
        severity=severity,
        scope="post",
        since="0.1",
        fixable=False,
        options=OPTIONS if name == "stale-read-time" else {},
        path="",
    )


RULES = (
    rule("missing-fence-language", "code"),
    rule("stale-read-time", "read-time"),
    rule("broken-link", "links", Severity.ERROR),
)
RULEBOOK = {one.name: one for one in RULES}

WHOLE = """\
preset = "hugo"
content = ["content"]
exclude = ["content/old/**"]
[rules]
links = "warning"
missing-fence-language = "off"
stale-read-time = { severity = "warning", tolerance = 2, words = ["a"], pattern = "aa" }
[front-matter]
schema = "post.schema.json"
keys = { date = "pub-date", title = ["title", "name"] }
[tags]
field = "tags"
vocabulary = "tags.toml"
[read-time]
field = "readTime"
method = { words-per-minute = 250, round = "nearest", minimum = 0, code = false }
[links]
base-url = "https://example.org/"
ignore = ["/docs/**"]
[links.external]
timeout = 10
headers = { "https://api.example.org" = { Authorization = "$API_TOKEN" } }
[code]
highlighter = "chroma"
languages = ["console"]
[collections.news]
files = ["content/news/**"]
preset = "zola"
[collections.news.rules]
stale-read-time = "off"
[collections.news.read-time]
method = "zola"
"""


def load(folder: Path, text: str) -> str:
    """What is wrong with a configuration, a line for each mistake, without the file's name."""
    (folder / "blint.toml").write_text(text, encoding="utf-8")
    try:
        load_config(folder, None, RULEBOOK)
    except ConfigError as error:
        return str(error).replace("blint.toml:", "")
    return ""


def test_every_key_is_accepted(tmp_path: Path) -> None:
    assert load(tmp_path, WHOLE) == ""


MISTAKES = {
    'contents = ["x"]': "1:1: `contents` is not a key of the configuration. "
    "(Did you mean `content`?)",
    "xyz = 1": "1:1: `xyz` is not a key of the configuration. (It has `baseline`, `code`, "
    "`collections`, `content`, `dates`, `exclude`, `front-matter`, `links`, `preset`, "
    "`read-time`, `rules`, `tags` and `url`.)",
    '[tags]\nfeild = "t"': "2:1: `feild` is not a key of the table `tags`. (Did you mean `field`?)",
    'preset = "hug"': "1:10: `hug` is not one of the values of `preset`. (Did you mean `hugo`?)",
    "preset = 1": "1:10: `preset` takes one of `astro`, `auto`, `docusaurus`, `eleventy`, `hexo`, "
    "`hugo`, `jekyll`, `mkdocs`, `mkdocs-material`, `next`, `pelican`, `plain`, `starlight`, "
    "`vitepress` and `zola`, not `1`.",
    'content = "posts"': "1:11: `content` takes a list, not the text `posts`.",
    'content = ["a", 2]': "1:17: `content` takes a text that is not empty, not `2`.",
    'exclude = [""]': "1:12: `exclude` takes a text that is not empty, not an empty text.",
    "links = []": "1:9: `links` takes a table, not a list.",
    "[links.external]\ntimeout = 0": "2:11: `timeout` takes a number above 0, not `0`.",
    "[links.external]\ntimeout = nan": "2:11: `timeout` takes a number above 0, not `nan`.",
    "[links.external]\nretries = -1": "2:11: `retries` takes a whole number of at least 0, "
    "not `-1`.",
    "[links.external]\nretries = 1.5": "2:11: `retries` takes a whole number of at least 0, "
    "not `1.5`.",
    "[links.external]\nfragments = 1": "2:13: `fragments` takes true or false, not `1`.",
    "[links.external]\nconcurrency = true": "2:15: `concurrency` takes a whole number of at "
    "least 1, not `true`.",
    '[links.external.headers]\n"https://x" = { A = 1 }': "2:21: `A` takes a text, not `1`.",
    '[read-time]\nmethod = "hugoo"': "2:10: `hugoo` is not one of the values of `method`. "
    "(Did you mean `hugo`?)",
    '[read-time.method]\nround = "u"': "2:9: `u` is not one of the values of `round`. "
    "(Did you mean `up`?)",
    "[collections.news]": "1:1: The table `news` has no `files`.",
    "[collections.news]\nfiles = []": "2:9: `files` is empty.",
    '[collections.a]\nfiles = ["a"]\n[collections.a.links.external]\nretries = 1': "3:22: "
    "`external` is not a key of the table `links`. (It has `base-url` and `ignore`.)",
    "[rules]\nbroken-lnk = 'off'": "2:1: There is no rule `broken-lnk`. "
    "(Did you mean `broken-link`?)",
    "[rules]\nbroken-link = 'eror'": "2:15: `eror` is not a severity. (Did you mean `error`?)",
    "[rules]\nbroken-link = false": "2:15: `false` is not a severity. "
    "(Write one of `off`, `info`, `warning` and `error`.)",
    "[rules]\nlinks = { severity = 'off' }": "2:9: A group takes a severity alone. "
    "(Write one of `off`, `info`, `warning` and `error`.)",
    "[rules.broken-link]\nseverity = 'of'": "2:12: `of` is not a severity. (Did you mean `off`?)",
    "[rules.stale-read-time]\ntolerence = 2": "2:1: `stale-read-time` has no option `tolerence`. "
    "(Did you mean `tolerance`?)",
    "[rules.broken-link]\nx = 2": "2:1: `broken-link` has no option `x`. (It has `severity`.)",
    "[rules.stale-read-time]\ntolerance = -1": "2:13: `tolerance` must be at least 0, not "
    "the number `-1`.",
    "[rules.stale-read-time]\ntolerance = 'x'": "2:13: `tolerance` must be a whole number, not "
    "the text `x`.",
    "[rules.stale-read-time]\nwords = [1]": "2:9: Item 1 of `words` must be text, not "
    "the number `1`.",
    "[rules.stale-read-time]\npattern = 'b'": "2:11: `pattern` must be text that matches "
    "`^a+$`, not the text `b`.",
    "[rules]\n[collections.a]\nfiles = ['a']\n[collections.a.rules]\nx = 1": "5:1: There is no "
    "rule `x`.",
}


@pytest.mark.parametrize("text", MISTAKES)
def test_mistake_is_named_with_its_place(tmp_path: Path, text: str) -> None:
    assert load(tmp_path, text) == MISTAKES[text]


@pytest.mark.parametrize("text", [text for text in MISTAKES if "nan" not in text])
def test_the_schema_refuses_what_blint_refuses(text: str) -> None:
    validator = Draft202012Validator(config_schema(RULEBOOK))
    assert not validator.is_valid(tomllib.loads(text))


KEYS = [
    "preset", "content", "exclude", "rules", "rules.links", "rules.broken-link",
    "rules.stale-read-time", "rules.stale-read-time.tolerance", "rules.stale-read-time.words",
    "front-matter", "front-matter.schema", "front-matter.keys", "front-matter.keys.date",
    "tags", "tags.field", "read-time", "read-time.method", "read-time.method.code",
    "read-time.method.minimum", "links", "links.ignore", "links.external", "links.external.timeout",
    "links.external.retries", "links.external.headers", "links.external.headers.x",
    "code.highlighter", "collections", "collections.a", "collections.a.files",
]  # fmt: skip
VALUES = [
    "''", "'off'", "'hugo'", "'x'", "0", "-1", "2", "0.5", "-0.5", "inf", "true", "[]",
    "['x']", "['']", "[1]", "[[]]", "{}", "{ x = 1 }", "{ x = 'x' }", "{ x = {} }",
    "{ files = ['x'] }", "{ severity = 'off' }", "2026-01-01", "12:00:00",
]  # fmt: skip


@pytest.mark.parametrize("key", KEYS)
def test_blint_and_the_schema_agree(tmp_path: Path, key: str) -> None:
    validator = Draft202012Validator(config_schema(RULEBOOK))
    for value in VALUES:
        text = f"{key} = {value}"
        data = json.loads(json.dumps(tomllib.loads(text), default=str))
        assert (load(tmp_path, text) == "") is validator.is_valid(data), text


def test_the_schema_accepts_every_key() -> None:
    Draft202012Validator(config_schema(RULEBOOK)).validate(tomllib.loads(WHOLE))


def test_all_mistakes_are_told_in_order(tmp_path: Path) -> None:
    assert load(tmp_path, "[rules]\nx = 1\n[tags]\ny = 1\nfield = 2").count("\n") == 2


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"a = 1\na = 2", "2:1"),
        (b'a = "\xff"', "1:6"),
        (b"[rules\n", "1:7"),
        (b"# \xf0\x9f\x98\x80\nx = \n", "2:5"),
    ],
)
def test_broken_toml_is_named_with_its_place(tmp_path: Path, data: bytes, place: str) -> None:
    (tmp_path / "blint.toml").write_bytes(data)
    with pytest.raises(ConfigError, match=f"^blint.toml:{place}: "):
        load_config(tmp_path, None, RULEBOOK)


def make(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


OTHER = "[tool.other]\nname = 'blint'\n"
OURS = "[tool.blint]\npreset = 'zola'\n"


@pytest.mark.parametrize(
    ("files", "file", "root"),
    [
        ({"blint.toml": ""}, "blint.toml", ""),
        ({"blint.toml": "", "a/blint.toml": ""}, "a/blint.toml", "a"),
        ({"blint.toml": "", "pyproject.toml": OURS}, "blint.toml", ""),
        ({"pyproject.toml": OURS}, "pyproject.toml", ""),
        ({"pyproject.toml": OURS, "a/pyproject.toml": OTHER}, "pyproject.toml", ""),
        ({"pyproject.toml": OURS, "a/.git/HEAD": ""}, None, "a"),
        ({"blint.toml": "", "a/.git": "gitdir: elsewhere"}, None, "a"),
        ({".git/HEAD": ""}, None, ""),
        ({".git/HEAD": "", "pyproject.toml": OTHER}, None, ""),
    ],
)
def test_nearest_file_upwards(
    tmp_path: Path, files: dict[str, str], file: str | None, root: str
) -> None:
    make(tmp_path, {**files, "a/b/post.md": "", ".git/HEAD": ""})
    config = load_config(tmp_path / "a/b/post.md", None, RULEBOOK)
    assert (config.file, config.root) == (file and tmp_path / file, tmp_path / root)


@pytest.mark.parametrize(("here", "root"), [("", ""), ("a", "a"), ("a/b", "a/b"), ("c", "a/b")])
def test_the_root_where_there_is_neither_file_nor_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, here: str, root: str
) -> None:
    make(tmp_path, {"a/b/post.md": "", "c/x": ""})
    monkeypatch.chdir(tmp_path / here)
    assert load_config(tmp_path / "a/b/post.md", None, RULEBOOK).root == tmp_path / root


def test_places_in_pyproject(tmp_path: Path) -> None:
    make(tmp_path, {"pyproject.toml": "[project]\n\n[tool.blint]\npresett = 1\n"})
    with pytest.raises(ConfigError, match=r"^pyproject.toml:4:1: `presett` is not a key"):
        load_config(tmp_path, None, RULEBOOK)


def test_the_configuration_of_pyproject_counts(tmp_path: Path) -> None:
    make(tmp_path, {"pyproject.toml": OURS})
    assert load_config(tmp_path, None, RULEBOOK).table.preset == "zola"


def test_explicit_file_above_is_the_root(tmp_path: Path) -> None:
    make(tmp_path, {"ci.toml": "", "a/blint.toml": "", "a/post.md": ""})
    config = load_config(tmp_path / "a", tmp_path / "ci.toml", RULEBOOK)
    assert (config.root, config.base) == (tmp_path, tmp_path)


def test_explicit_file_elsewhere_leaves_the_root(tmp_path: Path) -> None:
    make(tmp_path, {"trusted/ci.toml": "", "repo/.git/HEAD": "", "repo/a/post.md": ""})
    config = load_config(tmp_path / "repo/a", tmp_path / "trusted/ci.toml", RULEBOOK)
    assert (config.root, config.base) == (tmp_path / "repo", tmp_path / "trusted")


def test_missing_explicit_file(tmp_path: Path) -> None:
    with pytest.raises(UsageFault, match=r"^There is no configuration file `.*no\.toml`\.$"):
        load_config(tmp_path, tmp_path / "no.toml", RULEBOOK)


def test_presets_are_those_of_the_configuration() -> None:
    assert set(get_args(PresetName)) == {"auto", *PRESETS}


def test_defaults_of_external_links() -> None:
    table = ExternalTable()
    assert (table.timeout, table.connect_timeout, table.retries) == (20, 5, 2)
    assert (table.concurrency, table.per_host, table.interval) == (32, 2, 0.1)
    assert (table.deadline, table.fragments, table.allow_private) == (600, False, False)
    assert (table.cache, table.headers) == (".blint-links.jsonl", {})


def test_the_schema_in_the_tree_is_current() -> None:
    """`make bless` writes it anew."""
    written = (resource("schemas") / "config.schema.json").read_text(encoding="utf-8")
    assert written == schema_text(config_schema(load_rulebook()))


def test_the_schema_is_a_schema() -> None:
    schema = json.loads(schema_text(config_schema(load_rulebook())))
    Draft202012Validator.check_schema(schema)
