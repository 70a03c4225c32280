"""What a link may mean, and the name it meets pages under."""

from __future__ import annotations

import pytest

from blint.facts import LinkFact, PostFacts
from blint.site.links.emit import LinkRecord, emit
from blint.site.links.link_facts import host_path, own_path, worth_keeping
from blint.site.links.records import name_of
from blint.site.presets import PRESETS
from blint.site.routing.paths import join_path
from blint.site.settings import Links, Settings
from blint.source import Span


def records(
    destination: str, *, preset: str = "plain", path: str = "docs/a.md", links: Links | None = None
) -> list[LinkRecord]:
    link = LinkFact(destination, Span(0, 0), "inline")
    post = PostFacts(path, "", preset, b"", 0, Span(0, 0), links=(link,))
    settings = Settings(preset=PRESETS[preset], links=links or Links())
    return [record for _, record in emit(post, settings) if isinstance(record, LinkRecord)]


@pytest.mark.parametrize(
    ("destination", "targets"),
    [
        ("b.md", ("docs/b.md",)),
        ("./b.md#x", ("docs/b.md",)),
        ("../img/x.png?v=1", ("img/x.png",)),
        ("sub\\b.md", ("docs/sub/b.md",)),
        ("a%20b.md", ("docs/a b.md",)),
        ("100%.md", ("docs/100%.md",)),
        ("#x", ("docs/a.md",)),
        ("#", ("docs/a.md",)),
        ("/b/", ("/b",)),
        ("/b/index.html", ("/b",)),
        ("/../b", None),
        ("../../b.md", None),
        ("?page=2", None),
        ("", None),
        ("//host/b", None),
        ("mailto:a@b.c", None),
        ("https://example.com/", None),
        ("@components/b", None),
        ("~/b", None),
        ("<name>/b.md", None),
        ("{version}/b.md", None),
    ],
)
def test_targets(destination: str, targets: tuple[str, ...] | None) -> None:
    found = records(destination)
    assert (found[0].targets if found else None) == targets


@pytest.mark.parametrize(
    ("preset", "path", "destination", "targets"),
    [
        ("zola", "content/a.md", "@/b.md", ("content/b.md",)),
        ("docusaurus", "docs/a.md", "@site/src/b.md", ("src/b.md",)),
        ("hugo", "content/p/a.md", "../b/", ("content/b", "/p/b", "/b")),
        ("hugo", "content/p/a.md", "b.png", ("content/p/b.png", "/p/a/b.png", "/p/b.png")),
    ],
)
def test_targets_of_presets(
    preset: str, path: str, destination: str, targets: tuple[str, ...]
) -> None:
    assert records(destination, preset=preset, path=path)[0].targets == targets


@pytest.mark.parametrize(
    ("destination", "own"),
    [
        ("https://example.org/b", "/b"),
        ("http://www.EXAMPLE.org/b", "/b"),
        ("https://example.org", "/"),
        ("https://example.org.evil.com/b", None),
        ("https://other.org/b", None),
    ],
)
def test_own_addresses(destination: str, own: str | None) -> None:
    assert own_path(destination, "https://example.org/") == own


def test_own_address_below_a_folder() -> None:
    assert own_path("https://example.org/blog/b", "https://example.org/blog/") == "/b"
    assert own_path("https://example.org/b", "https://example.org/blog/") is None
    assert host_path("https://example.org/b", "https://example.org/blog/") == "/b"
    assert host_path("https://other.org/b", "https://example.org/blog/") is None
    assert host_path("https://example.org/b", "") is None


def test_ignored_links() -> None:
    assert not records("/docs/a/b", links=Links(ignore=("/docs/**",)))
    assert records("/blog/b", links=Links(ignore=("/docs/**",)))


@pytest.mark.parametrize(
    ("destination", "kind", "kept"),
    [
        ("b.md", "inline", True),
        ("https://example.com/", "inline", False),
        ("https://example.org/b", "inline", True),
        ("mailto:a@b.c", "inline", False),
        ("a@b.c", "autolink", False),
        ("//host/b", "inline", False),
        ("www.example.com", "inline", False),
        ("https;//example.com", "inline", False),
    ],
)
def test_worth_keeping(destination: str, kind: str, kept: bool) -> None:
    settings = Settings(links=Links(base_url="https://example.org/"))
    assert worth_keeping(LinkFact(destination, Span(0, 0), kind), settings) is kept


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("docs/A.md", "a"),
        ("/blog/a", "a"),
        ("docs/x.PNG", "x.png"),
        ("docs/e\u0301.md", "é"),
        ("", ""),
    ],
)
def test_name(address: str, name: str) -> None:
    assert name_of(address) == name


@pytest.mark.parametrize(
    ("folder", "relative", "path"),
    [
        ("a/", "b", "a/b"),
        ("a/", "../b", "b"),
        ("a/", "./c/./b", "a/c/b"),
        ("a/", "b/..", "a"),
        ("a/", "../../b", None),
        ("", "a//b", "a/b"),
        ("", "..", None),
    ],
)
def test_join(folder: str, relative: str, path: str | None) -> None:
    assert join_path(folder, relative) == path
