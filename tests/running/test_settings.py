"""Settings: who wins where several say something, and files that cannot be used."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from blint.diagnostics import Severity
from blint.rulebook import Rule, load_rulebook
from blint.running.config import load_config
from blint.running.discover import discover
from blint.running.errors import ConfigError, UsageFault
from blint.running.settings import Bound, bind
from blint.site.settings import Code, Formula, Links, ReadTime, Settings


def rule(name: str, group: str, severity: str, scope: Any = "post", **options: Any) -> Rule:
    return Rule(
        name=name,
        group=group,
        summary=name,
        severity=Severity.of(severity),
        scope=scope,
        since="0.1",
        fixable=False,
        options={key: {"default": value} for key, value in options.items()},
        path="",
    )


RULES = (
    rule("broken-link", "links", "error"),
    rule("orphan-post", "links", "off"),
    rule("stale-read-time", "read-time", "warning", tolerance=1, unit="m"),
    rule("internal-error", "blint", "error", scope="engine"),
)
RULEBOOK = {one.name: one for one in RULES}


def bound(
    root: Path,
    config: str = "",
    files: dict[str, str] | None = None,
    *,
    select: tuple[str, ...] = (),
    ignore: tuple[str, ...] = (),
) -> Bound:
    for name, text in {"a.md": "", "blint.toml": config, **(files or {})}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    found = load_config(root, None, RULEBOOK)
    return bind(found, RULEBOOK, discover(found), select=select, ignore=ignore)


NEWS = "[collections.news]\nfiles = ['news/*']\n"
COLLECTION = NEWS + "[collections.news.rules]\n"

SEVERITIES: list[tuple[str, str, str, str, str]] = [
    # configuration, select, ignore, severities, severities in the collection `news`
    ("", "", "", "eow", "eow"),
    ("[rules]\nbroken-link = 'info'", "", "", "iow", "iow"),
    ("[rules]\nlinks = 'info'", "", "", "iiw", "iiw"),
    ("[rules]\nbroken-link = 'error'\nlinks = 'info'", "", "", "eiw", "eiw"),
    (f"[rules]\nbroken-link = 'info'\n{COLLECTION}broken-link = 'off'", "", "", "iow", "oow"),
    (f"[rules]\nbroken-link = 'info'\n{COLLECTION}links = 'off'", "", "", "iow", "oow"),
    (f"[rules]\nlinks = 'info'\n{COLLECTION}orphan-post = 'error'", "", "", "iiw", "iew"),
    ("[rules.stale-read-time]\ntolerance = 3", "", "", "eow", "eow"),
    ("[rules.stale-read-time]\nseverity = 'error'", "", "", "eoe", "eoe"),
    ("", "broken-link", "", "eoo", "eoo"),
    ("", "links", "", "eoo", "eoo"),
    ("", "links orphan-post", "", "ewo", "ewo"),
    ("", "orphan-post", "", "owo", "owo"),
    ("[rules]\norphan-post = 'info'", "orphan-post", "", "oio", "oio"),
    ("", "", "links", "oow", "oow"),
    ("", "broken-link", "links", "eoo", "eoo"),
    ("", "links", "broken-link", "ooo", "ooo"),
    ("", "broken-link", "broken-link", "ooo", "ooo"),
    ("[rules]\nbroken-link = 'off'", "broken-link", "", "eoo", "eoo"),
    ("[rules]\nbroken-link = 'off'", "links", "", "ooo", "ooo"),
]


@pytest.mark.parametrize("row", SEVERITIES)
def test_who_wins(tmp_path: Path, row: tuple[str, str, str, str, str]) -> None:
    config, select, ignore, here, news = row
    config = config if "collections" in config else f"{config}\n{NEWS}"
    found = bound(tmp_path, config, select=tuple(select.split()), ignore=tuple(ignore.split()))
    for collection, expected in (("", here), ("news", news)):
        letters = (found.severity(name, collection).word[0] for name in list(RULEBOOK)[:3])
        assert "".join(letters) == expected


def test_the_engine_is_never_selected_away(tmp_path: Path) -> None:
    found = bound(tmp_path, select=("broken-link",), ignore=("blint",))
    assert found.severity("internal-error") is Severity.ERROR


def test_on_in_one_collection_is_on(tmp_path: Path) -> None:
    found = bound(tmp_path, f"{COLLECTION}orphan-post = 'info'")
    assert (found.is_on("orphan-post"), found.is_on("broken-link")) == (True, True)
    assert not bound(tmp_path).is_on("orphan-post")


def test_options_are_merged_key_by_key(tmp_path: Path) -> None:
    config = f"[rules.stale-read-time]\ntolerance = 2\n{NEWS}[collections.news.rules]\n"
    found = bound(tmp_path, f"{config}stale-read-time = {{ unit = 's' }}")
    options = {name: rules["stale-read-time"].options for name, rules in found.rules.items()}
    assert options == {"": {"tolerance": 2, "unit": "m"}, "news": {"tolerance": 2, "unit": "s"}}


@pytest.mark.parametrize(
    ("select", "ignore", "message"),
    [
        ("broken-lnk", "", "There is no rule or group `broken-lnk`. Did you mean `broken-link`?"),
        ("", "xyzzy", "There is no rule or group `xyzzy`."),
    ],
)
def test_unknown_names(tmp_path: Path, select: str, ignore: str, message: str) -> None:
    with pytest.raises(UsageFault) as fault:
        bound(tmp_path, select=tuple(select.split()), ignore=tuple(ignore.split()))
    assert str(fault.value) == message


FULL = """\
preset = "hugo"
[front-matter.keys]
date = "pub-date"
[tags]
field = ["tags", "topics"]
[read-time]
field = "readTime"
method = "zola"
[links]
base-url = "https://example.org"
ignore = ["/docs/**"]
[code]
languages = ["console"]
[collections.news]
files = ["news/*"]
preset = "jekyll"
[collections.news.read-time]
method = { words-per-minute = 100, round = "down" }
[collections.news.links]
ignore = []
[collections.news.tags]
field = "labels"
"""


def collections(root: Path, config: str) -> tuple[Settings, Settings]:
    settings = bound(root, config).settings
    return settings[""], settings["news"]


def test_a_collection_inherits_what_it_does_not_say(tmp_path: Path) -> None:
    here, news = collections(tmp_path, FULL)
    assert (here.collection, news.collection) == ("", "news")
    assert (here.preset.name, news.preset.name) == ("hugo", "jekyll")
    assert here.fields.date == news.fields.date == ("pub-date",)
    assert (here.fields.tags, news.fields.tags) == (("tags", "topics"), ("labels",))
    assert (here.fields.url, news.fields.url) == (("url",), ("permalink",))
    assert here.fields.read_time == ("readTime",)
    assert here.read_time == ReadTime("zola")
    assert news.read_time == ReadTime(None, Formula(words_per_minute=100, round="down"))
    assert here.links == Links("https://example.org/", ("/docs/**",))
    assert news.links == Links("https://example.org/", ())
    assert here.code == Code("chroma", frozenset({"console"}))
    assert news.code == Code("rouge", frozenset({"console"}))


def test_nothing_configured(tmp_path: Path) -> None:
    settings = bound(tmp_path).settings
    assert {name: asdict(one) for name, one in settings.items()} == {"": asdict(Settings())}


FILES = {
    "s.json": '{"type": "object"}',
    "t.toml": "[tags.Go]\naliases = ['golang']",
    "bad.json": '{"type": \n}',
    "list.json": "[]",
    "wrong.json": '{"properties": {\n "a": {"type": "objekt"}}}',
    "tags.yml": "Go:\n  alias: [golang]\n",
    "empty.toml": "",
    "empty.yml": "# nothing yet\n",
}


def test_schema_and_vocabulary(tmp_path: Path) -> None:
    config = f"front-matter.schema = 's.json'\n[tags]\nvocabulary = './t.toml'\n{NEWS}"
    found = bound(tmp_path, config, FILES)
    found.verify_schemas()
    for settings in found.settings.values():
        assert (settings.schema, settings.schema_path) == ({"type": "object"}, "s.json")
        assert settings.vocabulary is not None
        assert settings.vocabulary.path == "t.toml"
        assert settings.vocabulary.lookup("golang")


@pytest.mark.parametrize(
    ("key", "path", "message"),
    [
        ("schema", "no.json", "blint.toml:2:10: There is no schema `no.json`."),
        ("schema", "../x.json", "blint.toml:2:10: The schema `../x.json` is outside the project."),
        ("schema", "link.json", "blint.toml:2:10: The schema `link.json` is outside the project."),
        ("schema", "bad.json", "bad.json:2:1: "),
        ("schema", "list.json", "list.json:1:1: A JSON Schema is a table."),
        ("schema", "wrong.json", "wrong.json:2:16: "),
        ("vocabulary", "no.toml", "blint.toml:2:14: There is no vocabulary `no.toml`."),
        ("vocabulary", "empty.toml", "empty.toml:1:1: This vocabulary holds no tag, so that no"),
        ("vocabulary", "empty.yml", "empty.yml:1:1: This vocabulary holds no tag, so that no"),
        ("vocabulary", "tags.yml", "tags.yml:2:3: `alias` is not a key of a tag. (Did you mean"),
    ],
)
def test_files_that_cannot_be_used(tmp_path: Path, key: str, path: str, message: str) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (tmp_path / "x.json").write_text("{}")
    (root / "link.json").symlink_to("../x.json")
    table = "front-matter" if key == "schema" else "tags"
    with pytest.raises(ConfigError) as error:
        bound(root, f"[{table}]\n{key} = '{path}'", FILES).verify_schemas()
    assert str(error.value).startswith(message)


def test_a_configuration_elsewhere_brings_its_own_files(tmp_path: Path) -> None:
    for name, text in {
        "ci/blint.toml": "front-matter.schema = 's.json'\ncontent = ['posts']",
        "ci/s.json": "{}",
        "repo/.git/HEAD": "",
        "repo/posts/a.md": "",
        "repo/s.json": "false",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    config = load_config(tmp_path / "repo", tmp_path / "ci/blint.toml", {})
    discovery = discover(config)
    assert [post.path for post in discovery.posts] == ["posts/a.md"]
    assert bind(config, {}, discovery).settings[""].schema == {}


def test_collections_of_two_generators_in_one_folder_read_what_is_theirs(tmp_path: Path) -> None:
    files = {
        "blint.toml": 'preset = "jekyll"\n'
        '[collections.b]\nfiles = ["content/**"]\npreset = "zola"\n',
        "_config.yml": "permalink: pretty\n",
        "_posts/2020-01-02-a.md": "",
        "config.toml": 'base_url = "https://example.org"\n',
        "content/_index.md": "+++\npaginate_path = 'p'\n+++\n",
        "static/_redirects": "/old /new\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    config = load_config(tmp_path, None, load_rulebook())
    settings = bind(config, load_rulebook(), discover(config)).settings
    assert (settings[""].preset.name, settings["b"].preset.name) == ("jekyll", "zola")
    assert list(settings["b"].data) == ["content/_index.md"]
    assert settings["b"].redirects.answers("/old")
    assert not settings[""].redirects.answers("/old")
