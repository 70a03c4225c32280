"""What strangers say, in answers and in the memory, does no harm where it is written down."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from blint.reports.overview.external_links import _cell, _link
from blint.running.web.addresses import may_connect
from blint.running.web.headers import marks_of, masking
from blint.running.web.history import History, Line, load, save
from blint.running.web.model import Answer, Hop, Trace
from blint.running.web.plan import Wish, make_plan
from blint.running.web.verdict import judge
from blint.site.links.verdicts import Verdict, WebLink, rewritten
from blint.site.links.web_urls import followed
from blint.source import Span

LINK = WebLink("a.md", Span(0, 1), "https://e.org/a#part", "part")


@pytest.mark.parametrize(
    ("final", "written"),
    [
        ("https://e.org/b", "https://e.org/b#part"),
        ("https://e.org/b#new", "https://e.org/b#new"),
        ("https://e.org/b?x={{site.secret}}", "https://e.org/b?x=%7B%7Bsite.secret%7D%7D#part"),
        ("https://e.org/b#{process.env.X}", "https://e.org/b#%7Bprocess.env.X%7D"),
        ("https://e.org/b#{{%x%}}", "https://e.org/b#%7B%7B%25x%25%7D%7D"),
        ("https://e.org/b#\x1b[31m\u2028", "https://e.org/b#%1B[31m%E2%80%A8"),
        ("https://e.org/a%20b", "https://e.org/a%20b#part"),
        ("https://e.org/b?a=(1)`<x>|", "https://e.org/b?a=%281%29%60%3Cx%3E%7C#part"),
    ],
)
def test_a_fix_holds_no_code(final: str, written: str) -> None:
    assert rewritten(final, LINK) == written


def test_the_fragment_of_a_redirect_is_made_inert() -> None:
    target = followed("https://e.org/a", "/b#{x}\u2028")
    assert target is not None
    assert target.fragment == "%7Bx%7D%E2%80%A8"


SOUND = Line(
    url="https://e.org/",
    verdict="moved",
    status=200,
    final="https://e.org/b#c",
    hops=("301 https://e.org/",),
    fixable=True,
    checked="2026-06-01T10:00Z",
    since="2026-05-01",
)


@pytest.mark.parametrize(
    "change",
    [
        {"final": "http://e/\n\n{{evil}}"},
        {"final": "javascript:alert(1)"},
        {"final": "https://e.org/b#{x}"},
        {"reason": "x\n::error::y"},
        {"since": "zzz"},
        {"status": -(10**15)},
        {"checked": "soon"},
        {"hops": ("301",)},
        {"hops": ("301 javascript:x",)},
        {"fails": -1},
        {"missing": ("a\nb",)},
    ],
)
def test_a_line_that_blint_would_not_write_does_not_count(
    tmp_path: Path, change: dict[str, object]
) -> None:
    other = msgspec.structs.replace(SOUND, url="https://other.org/")
    save(tmp_path / "memory", [msgspec.structs.replace(SOUND, **change), other])
    found = load(tmp_path / "memory", "memory")
    assert list(found.lines) == ["https://other.org/"]
    assert found.notes


def test_line_ends_of_unicode_end_no_line(tmp_path: Path) -> None:
    odd = msgspec.structs.replace(SOUND, missing=("a\u0085b",))
    save(tmp_path / "memory", [SOUND])
    assert load(tmp_path / "memory", "memory").lines == {SOUND.url: SOUND}
    save(tmp_path / "memory", [odd])
    text = (tmp_path / "memory").read_text(encoding="utf-8")
    assert len(text.split("\n")) == 3


def test_a_newer_version_below_the_marks_of_a_merge_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "memory").write_text('<<<<<<< HEAD\n{"blint-links":2}\n=======\n>>>>>>> x\n')
    assert not load(tmp_path / "memory", "memory").writable


def test_what_a_server_says_of_a_secret_is_not_written() -> None:
    headers = {"https://e.org": {"Authorization": "Bearer abcdef123"}}
    echoed = Verdict(
        verdict="moved",
        final="https://e.org/?token=Bearer%20abcdef123",
        hops=("301 https://e.org/?t=abcdef123",),
        fixable=True,
    )
    told = masking(headers)(echoed)
    assert "abcdef123" not in repr(told)
    assert not told.fixable
    assert masking(headers)(Verdict(verdict="ok")) == Verdict(verdict="ok")


@pytest.mark.parametrize(
    "address", ["fd20:ce::254", "fd00:42::42", "fd00:ec2::254", "fd00:c1::a9fe:a9fe"]
)
def test_metadata_services_are_never_reached(address: str) -> None:
    assert not may_connect(address, private=True)


@pytest.mark.parametrize(
    ("start", "final", "word", "fixable"),
    [
        ("https://a.net/x", "https://b.net/y", "moved", True),
        ("https://a.net/x", "http://b.net/y", "moved", False),
        ("http://a.net/x", "http://b.net/y", "moved", True),
        ("https://a.net/old", "https://a.net/consent-law", "moved", True),
        ("https://a.net/old", "https://consent.a.net/x", "ok", False),
        ("https://a.net/old", "https://a.net/cookie-wall?x=1", "ok", False),
    ],
)
def test_moves(start: str, final: str, word: str, fixable: bool) -> None:
    verdict = judge(Trace(start, final, (Hop(start, 301),), Answer(200, ())))
    assert (verdict.verdict, verdict.fixable) == (word, fixable)


def test_a_pattern_that_fits_nothing_is_told() -> None:
    wish = Wish(only=("e.org", "nonsense.zz"))
    sources = {"https://e.org/": [LINK], "https://f.org/": [LINK]}
    plan = make_plan(sources, wish, History({}), datetime(2026, 6, 1, tzinfo=UTC))
    assert [target.url for target in plan.targets] == ["https://e.org/"]
    assert plan.known["https://f.org/"].reason == "unasked"
    assert plan.notes == ("No link fits `nonsense.zz`.",)


def test_markdown_keeps_addresses_as_they_are() -> None:
    assert _link("https://e.org/a_b_c") == "<https://e.org/a_b_c>"
    assert _link("https://e.org/a|b") == "https://e.org/a\\|b"
    assert _cell("a\n\nb") == "a b"


def test_a_password_is_in_no_message() -> None:
    link = WebLink("a.md", Span(0, 1), "https://me:secret@e.org/a@b")
    assert link.shown == "https://me:***@e.org/a@b"


def test_another_token_is_another_world() -> None:
    marks = [marks_of({"https://e.org": {"Authorization": value}}) for value in ("a", "a", "b")]
    assert marks[0] == marks[1] != marks[2]
    under = [Wish(headers=mark).under("https://e.org/x") for mark in marks]
    assert under[0] != under[2]
    assert Wish(headers=marks[0]).under("https://f.org/") == ""
