"""Whole runs with `--external`: posts in, requests out, verdicts remembered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from blint.running.errors import UsageFault
from blint.running.opening import Request
from blint.running.run import Outcome, run
from blint.running.web.check import Asked, Keep, ask_all
from loopback import CONFIG, Loopback, loopback

FIRST = date(2026, 6, 1)
ANSWERS: dict[str, int | tuple[int, str]] = {
    "/ok": 200,
    "/gone": 404,
    "/moved": (301, "/ok"),
    "/fails": 500,
    "/v?a=1": 200,
}


class Blog:
    """A blog in a folder, with a server that it links to."""

    def __init__(self, root: Path, web: Loopback) -> None:
        self.root, self.web = root, web
        self.post("a", "")
        self.config()

    def post(self, name: str, text: str) -> None:
        file = self.root / "content" / f"{name}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"---\ntitle: {name}\n---\n{text.replace('@', self.web.url)}\n")

    def config(self, more: str = "") -> None:
        text = (CONFIG + more).replace("@", self.web.url)
        (self.root / "blint.toml").write_text(text)

    def run(
        self, *only: str, day: int = 0, offline: bool = False, external: bool = True
    ) -> Outcome:
        return run(
            Request(
                paths=(self.root,),
                today=(FIRST + timedelta(days=day)).isoformat(),
                external=external,
                offline=offline,
                only=tuple(one.replace("@", self.web.url) for one in only),
                cache=True,
            )
        )

    def said(self, outcome: Outcome) -> list[tuple[str, str, int]]:
        """Rules and places of what was said of links to other sites."""
        return [
            (d.path.removeprefix("content/"), d.rule, d.place.line) for d in outcome.diagnostics
        ]

    @property
    def memory(self) -> Path:
        return self.root / ".blint-links.jsonl"

    def remembered(self) -> dict[str, dict[str, object]]:
        lines = self.memory.read_text().splitlines()[1:]
        found = map(json.loads, lines)
        return {one["url"].removeprefix(self.web.url): one for one in found}


@pytest.fixture
def blog(tmp_path: Path) -> Iterator[Blog]:
    with loopback(ANSWERS) as web:
        yield Blog(tmp_path.resolve(), web)


def test_each_verdict_has_its_rule(blog: Blog) -> None:
    blog.post("a", "[a](@/ok)\n[b](@/gone)\n[c](@/moved)\n[d](@/fails)")
    outcome = blog.run()
    assert blog.said(outcome) == [
        ("a.md", "dead-link", 5),
        ("a.md", "moved-link", 6),
        ("a.md", "unverified-link", 7),
    ]
    assert outcome.notes[-1] == ("4 external addresses: 1 broken, 1 moved, 1 unverified, 1 ok.")


def test_nothing_is_asked_unless_asked(blog: Blog) -> None:
    blog.post("a", "[a](@/ok) [b](@/gone)")
    assert blog.said(blog.run(external=False)) == []
    assert blog.web.take() == []


def test_one_request_however_many_links(blog: Blog) -> None:
    """500 links, three fragments: one request, and every place is told of."""
    blog.post("a", "\n".join(f"[x](@/gone#{n % 3})" for n in range(250)))
    blog.post("b", "\n".join("[x](@/gone)" for _ in range(250)))
    assert len(blog.said(blog.run())) == 500
    assert blog.web.take() == ["GET /gone", "HEAD /gone"]


def test_queries_are_other_addresses(blog: Blog) -> None:
    blog.post("a", "[a](@/v?a=1)\n[b](@/v?a=2)")
    assert blog.said(blog.run()) == [("a.md", "dead-link", 5)]


def test_a_second_run_asks_for_nothing(blog: Blog) -> None:
    blog.post("a", "[a](@/ok)\n[c](@/moved)\n[d](@/fails)")
    first = blog.run()
    assert blog.web.take()
    assert blog.said(blog.run()) == blog.said(first)
    assert blog.web.take() == []


def test_without_a_cache_everything_is_asked_for_and_nothing_kept(blog: Blog) -> None:
    blog.post("a", "[a](@/ok)")
    request = Request(paths=(blog.root,), external=True, today=FIRST.isoformat())
    run(request)
    assert not blog.memory.exists()
    blog.run()
    kept = blog.memory.read_bytes()
    blog.web.take()
    run(request)
    assert (blog.web.take(), blog.memory.read_bytes()) == (["HEAD /ok"], kept)


def test_what_is_broken_is_asked_for_again(blog: Blog) -> None:
    blog.post("a", "[b](@/gone)")
    assert blog.said(blog.run()) == [("a.md", "dead-link", 4)]
    blog.web.answers["/gone"] = 200
    assert blog.said(blog.run()) == []


@pytest.mark.parametrize(("day", "asked"), [(1, False), (5, False), (9, True)])
def test_what_is_fine_is_asked_for_again_after_a_week(blog: Blog, day: int, asked: bool) -> None:
    blog.post("a", "[a](@/ok)")
    blog.run()
    blog.web.take()
    blog.run(day=day)
    assert (blog.web.take() != []) is asked


def test_a_lasting_failure_becomes_a_dead_link(blog: Blog) -> None:
    blog.post("a", "[d](@/fails)")
    rules = [[d.rule for d in blog.run(day=day).diagnostics] for day in (0, 0, 1, 3, 6, 8)]
    assert rules == [["unverified-link"]] * 5 + [["dead-link"]]
    assert blog.remembered()["/fails"]["since"] == "2026-06-01"
    blog.web.answers["/fails"] = 200
    assert blog.run(day=9).diagnostics == []
    assert "since" not in blog.remembered()["/fails"]


def test_two_failures_are_not_enough_however_long_ago(blog: Blog) -> None:
    blog.post("a", "[d](@/fails)")
    assert [[d.rule for d in blog.run(day=day).diagnostics] for day in (0, 30)] == [
        ["unverified-link"]
    ] * 2


def test_a_refusal_is_never_a_dead_link(blog: Blog) -> None:
    blog.web.answers["/fails"] = 403
    blog.post("a", "[d](@/fails)")
    rules = [[d.rule for d in blog.run(day=day).diagnostics] for day in (0, 5, 10, 20, 40)]
    assert rules == [["unverified-link"]] * 5


def test_refusals_do_not_count_towards_a_dead_link(blog: Blog) -> None:
    """Nine days of 403, then one failure: the server was there all the time."""
    blog.post("a", "[d](@/fails)")
    blog.web.answers["/fails"] = 403
    rules = [[d.rule for d in blog.run(day=day).diagnostics] for day in range(0, 18, 2)]
    blog.web.answers["/fails"] = 500
    rules += [[d.rule for d in blog.run(day=day).diagnostics] for day in (20, 22)]
    assert rules == [["unverified-link"]] * 11
    assert (blog.remembered()["/fails"]["since"], blog.remembered()["/fails"]["fails"]) == (
        "2026-06-21",
        2,
    )


def test_a_refusal_in_between_begins_the_count_anew(blog: Blog) -> None:
    blog.post("a", "[d](@/fails)")
    rules = []
    for day, status in ((0, 500), (3, 500), (6, 403), (9, 500), (12, 500), (17, 500)):
        blog.web.answers["/fails"] = status
        rules += [d.rule for d in blog.run(day=day).diagnostics]
    assert rules == ["unverified-link"] * 5 + ["dead-link"]


def test_offline_says_what_is_remembered(blog: Blog) -> None:
    blog.post("a", "[b](@/gone)")
    blog.run()
    blog.post("a", "[b](@/gone)\n[c](@/new)")
    blog.web.take()
    outcome = blog.run(offline=True, day=300)
    assert blog.said(outcome) == [("a.md", "dead-link", 4)]
    assert "1 skipped (1 offline)" in outcome.notes[-1]
    assert blog.web.take() == []


@pytest.mark.parametrize(
    ("only", "seen"),
    [
        (["@/ok"], ["HEAD /ok"]),
        (["@/o*"], ["HEAD /ok"]),
        (["127.0.0.1"], ["HEAD /ok", "HEAD /v?a=1"]),
        (["*a=1"], ["HEAD /v?a=1"]),
        (["elsewhere.blog"], []),
    ],
)
def test_only_some(blog: Blog, only: list[str], seen: list[str]) -> None:
    blog.post("a", "[a](@/ok) [b](@/v?a=1)")
    blog.run(*only)
    assert blog.web.take() == seen


@pytest.mark.parametrize(
    "config",
    [
        'exclude = ["@/gone"]',
        'exclude = ["@/g*"]',
        'include = ["@/ok"]',
        '[[links.external.ignore]]\nurl = "@/gone"\nreason = "It comes back."\nuntil = 2026-06-01',
        '[[links.external.ignore]]\nurl = "*/gone"\nuntil = "2026-06-01"',
    ],
)
def test_left_out(blog: Blog, config: str) -> None:
    blog.config(config)
    blog.post("a", "[a](@/ok) [b](@/gone)")
    assert blog.said(blog.run()) == []
    assert blog.web.take() == ["HEAD /ok"]


def test_links_that_are_ignored_are_not_asked_for(blog: Blog) -> None:
    ignore = f'[links]\nignore = ["{blog.web.url}/g**"]\n'
    (blog.root / "blint.toml").write_text(ignore + CONFIG)
    blog.post("a", "[a](@/ok) [b](@/gone)")
    blog.run()
    assert blog.web.take() == ["HEAD /ok"]


def test_an_ignore_ends(blog: Blog) -> None:
    blog.config('[[links.external.ignore]]\nurl = "@/gone"\nuntil = "2026-05-31"')
    blog.post("a", "[b](@/gone)")
    outcome = blog.run()
    assert blog.said(outcome) == [("a.md", "dead-link", 4)]
    assert "was to be ignored until 2026-05-31" in outcome.notes[0]


def test_an_ignore_that_no_link_needs_is_told_of(blog: Blog) -> None:
    blog.config('[[links.external.ignore]]\nurl = "https://old.blog/"')
    blog.post("a", "[a](@/ok)")
    assert "No link needs the ignored address `https://old.blog/`." in blog.run().notes


@pytest.mark.parametrize(
    "config",
    [
        '[[links.external.ignore]]\nurl = "x"\nuntil = "soon"',
        'cache = "../links.jsonl"',
        'cache = "/tmp/links.jsonl"',
        'cache = ".git/links.jsonl"',
        'headers = { "api.blog" = { A = "1" } }',
        'headers = { "https://api.blog/path" = { A = "1" } }',
        'headers = { "https://api.blog" = { Host = "1" } }',
        'headers = { "https://api.blog" = { A = "1\\n2" } }',
    ],
)
def test_what_cannot_be(blog: Blog, config: str) -> None:
    blog.config(config)
    with pytest.raises(UsageFault):
        blog.run()


def test_a_variable_that_is_not_set_is_told_of(blog: Blog) -> None:
    blog.config('headers = { "@" = { Authorization = "Bearer $NO_SUCH_VARIABLE" } }')
    blog.post("a", "[a](@/ok)")
    assert "`$NO_SUCH_VARIABLE` is not set" in blog.run().notes[0]
    assert blog.web.take() == ["HEAD /ok"]


@pytest.mark.parametrize(
    ("text", "note", "kept"),
    [
        ('{"blint-links":1}\n{"url":"@/old","verdict":"ok"', "1 line of", False),
        ('{"blint-links":9}\n{"url":"@/ok","verdict":"ok"}', "newer version", True),
        ("Some other file.\n", "not a file of blint's", True),
        ('{"blint-links":1}\n{"url":"@/ok","verdict":"alive"}\n', "1 line of", False),
        ('{"blint-links":1}\n[1]\n\x00\xff\n', "2 lines of", False),
    ],
)
def test_a_memory_that_cannot_be_read(blog: Blog, text: str, note: str, kept: bool) -> None:
    text = text.replace("@", blog.web.url)
    good = f'{{"url":"{blog.web.url}/kept","verdict":"ok","checked":"2026-06-01T08:00Z"}}\n'
    if not kept:
        first, _, rest = text.partition("\n")
        text = f"{first}\n{good}{rest}"
    blog.memory.write_text(text)
    blog.post("a", "[a](@/ok)")
    outcome = blog.run()
    assert any(note in one for one in outcome.notes)
    assert blog.web.take() == ["HEAD /ok"]
    assert (blog.memory.read_text() == text) is kept
    assert kept or {"/ok", "/kept"} == blog.remembered().keys()


def test_a_merge_is_mended(blog: Blog) -> None:
    line = '{{"url":"{}/ok","verdict":"{}","checked":"{}","under":"private"}}\n'
    old = line.format(blog.web.url, "broken", "2026-05-30T08:00Z")
    new = line.format(blog.web.url, "ok", "2026-05-31T08:00Z")
    blog.memory.write_text(f"<<<<<<< ours\n{new}=======\n{old}>>>>>>> theirs\n")
    blog.post("a", "[a](@/ok)")
    outcome = blog.run()
    assert (blog.said(outcome), blog.web.take(), len(outcome.notes)) == ([], [], 1)


def test_what_another_run_learnt_meanwhile_is_kept(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    blog.post("a", "[a](@/ok)")
    blog.post("b", "[b](@/v?a=1)")

    def beside(*args: Any, **more: Any) -> Asked:
        asked = ask_all(*args, **more)
        monkeypatch.setattr("blint.running.web.blog.ask_all", ask_all)
        run(request("b"))
        return asked

    def request(name: str) -> Request:
        path = blog.root / "content" / f"{name}.md"
        return Request(paths=(path,), external=True, cache=True, today=FIRST.isoformat())

    monkeypatch.setattr("blint.running.web.blog.ask_all", beside)
    run(request("a"))
    assert blog.remembered().keys() == {"/ok", "/v?a=1"}


def test_a_file_that_became_another_meanwhile_is_left_alone(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def beside(*args: Any, **more: Any) -> Asked:
        blog.memory.write_text("mine\n")
        return ask_all(*args, **more)

    monkeypatch.setattr("blint.running.web.blog.ask_all", beside)
    blog.post("a", "[a](@/ok)")
    assert any("not a file of blint's" in note for note in blog.run().notes)
    assert blog.memory.read_text() == "mine\n"


def test_what_is_known_is_written_down_every_so_often(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that is killed has not asked in vain."""
    kept = []

    def killed(*args: Any, keep: Keep, **more: Any) -> Asked:
        asked = ask_all(*args, **more)
        keep(asked.verdicts)
        kept.append(blog.remembered().keys())
        raise KeyboardInterrupt

    monkeypatch.setattr("blint.running.web.blog.ask_all", killed)
    blog.post("a", "[a](@/ok) [b](@/fails)")
    with pytest.raises(KeyboardInterrupt):
        blog.run()
    assert kept == [{"/ok", "/fails"}]


def test_the_memory_is_sorted_and_the_same_each_time(blog: Blog) -> None:
    blog.post("a", "[d](@/v?a=1) [a](@/ok) [c](@/moved)")
    blog.run()
    first = blog.memory.read_bytes()
    urls = list(blog.remembered())
    assert urls == sorted(urls)
    blog.memory.unlink()
    blog.run()
    assert blog.memory.read_bytes() == first


def test_a_link_in_place_of_the_memory_is_left_alone(blog: Blog, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    target.write_text("mine\n")
    blog.memory.symlink_to(target)
    blog.post("a", "[a](@/ok)")
    outcome = blog.run()
    assert "not a regular file" in outcome.notes[0]
    assert target.read_text() == "mine\n"


def test_what_was_allowed_once_is_not_known_without_leave(blog: Blog) -> None:
    blog.post("a", "[a](@/ok)")
    blog.run()
    (blog.root / "blint.toml").write_text("")
    blog.web.take()
    outcome = blog.run()
    assert blog.web.take() == []
    assert "1 skipped (1 private)" in outcome.notes[-1]


def test_a_suppression_is_not_idle_where_nothing_was_asked(blog: Blog) -> None:
    blog.post("a", "<!-- blint-ignore dead-link: it was fun -->\n[b](@/gone)")
    assert blog.said(blog.run(external=False)) == []
    assert blog.said(blog.run()) == []
    blog.web.answers["/gone"] = 200
    assert blog.said(blog.run()) == [("a.md", "unused-suppression", 4)]


WEB_RULES = ("dead-link", "moved-link", "unverified-link")


@pytest.mark.parametrize("rule", [*WEB_RULES, ""])
@pytest.mark.parametrize(
    ("path", "config", "how"),
    [
        ("/new", "", {"offline": True}),
        ("/gone", "", {"only": ["@/ok"]}),
        ("/gone", 'exclude = ["@/gone"]', {}),
        ("/fails", "", {}),
        ("/gone", "deadline = 0.000001", {}),
    ],
)
def test_a_suppression_is_not_idle_where_nothing_is_certain(
    blog: Blog, rule: str, path: str, config: str, how: dict[str, Any]
) -> None:
    blog.config(config)
    blog.post("a", f"[a](@/ok)\n\n<!-- blint-ignore {rule}: it was fun -->\n[b](@{path})")
    outcome = blog.run(*how.get("only", ()), offline=how.get("offline", False))
    assert "unused-suppression" not in [d.rule for d in outcome.diagnostics]


@pytest.mark.parametrize("rule", WEB_RULES)
@pytest.mark.parametrize("text", ["[b](@/ok)", "No link."])
def test_a_suppression_is_idle_where_the_page_is_there(blog: Blog, rule: str, text: str) -> None:
    blog.post("a", f"[a](@/fails)\n\n<!-- blint-ignore {rule}: it was fun -->\n{text}")
    assert blog.said(blog.run())[1:] == [("a.md", "unused-suppression", 6)]


def test_a_suppression_of_a_fragment_is_idle_once_it_was_looked_for(blog: Blog) -> None:
    blog.post("a", "<!-- blint-ignore dead-fragment: soon -->\n[b](@/ok#part)")
    (blog.root / "blint.toml").write_text(f'[rules]\ndead-fragment = "warning"\n{CONFIG}')
    line = {"url": f"{blog.web.url}/ok", "verdict": "ok", "under": "private"}
    said = []
    for more in ({}, {"missing": ["part"]}, {"found": ["part"]}):
        text = json.dumps({**line, "checked": "2026-05-31T08:00Z", **more})
        blog.memory.write_text(f'{{"blint-links":1}}\n{text}\n')
        said.append([rule for _, rule, _ in blog.said(blog.run(offline=True))])
    assert said == [[], [], ["unused-suppression"]]


RULE = '[rules]\ndead-fragment = "{}"\n'


@pytest.mark.parametrize(
    ("config", "more", "said"),
    [
        ("", "", False),
        (RULE.format("error"), "", True),
        ("", "fragments = true", True),
        (RULE.format("warning"), "fragments = true", True),
        (RULE.format("off"), "fragments = true", False),
        ('[rules]\nlinks = "off"\n', "fragments = true", False),
    ],
)
def test_one_switch_is_enough_for_fragments(blog: Blog, config: str, more: str, said: bool) -> None:
    (blog.root / "blint.toml").write_text(f"{config}{CONFIG}{more}")
    blog.web.pages["/page"] = b"<title>A page</title><h2 id=there>x</h2>" + b"word " * 99
    blog.post("a", "[b](@/page#gone)\n[b](@/page#there)")
    assert blog.said(blog.run()) == [("a.md", "dead-fragment", 4)] * said


def test_links_of_posts_that_were_not_named_are_not_asked_for(blog: Blog) -> None:
    blog.post("a", "[a](@/ok)")
    blog.post("b", "[b](@/gone)")
    run(Request(paths=(blog.root / "content" / "a.md",), external=True))
    assert blog.web.take() == ["HEAD /ok"]


def test_runs_with_and_without_do_not_disturb_each_other(blog: Blog) -> None:
    blog.post("a", "[a](@/ok) [b](missing.md) [c](@/gone)")
    plain = [("a.md", "broken-link", 4)]
    for external in (False, True, False, True, False):
        expected = [*plain, ("a.md", "dead-link", 4)] if external else plain
        assert blog.said(blog.run(external=external)) == expected


def test_the_fix_writes_the_new_address(blog: Blog) -> None:
    blog.post("a", "[c](@/moved#part)")
    [found] = blog.run().diagnostics
    assert found.fix is not None
    assert found.fix.edits[0].text == f"{blog.web.url}/ok#part"
