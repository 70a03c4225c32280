"""Joining URL paths as browsers do, and the addresses at which a host serves a file."""

from __future__ import annotations

import pytest

from blint.site.routing.paths import address_of, files_at, join_path, join_url, output_of, served_at


@pytest.mark.parametrize(
    ("base", "relative", "url"),
    [
        ("/p/a/", "b", "/p/a/b"),
        ("/p/a", "b", "/p/b"),
        ("/p/a/", "../b/", "/p/b/"),
        ("/p/a/", "..", "/p/"),
        ("/p/a/", ".", "/p/a/"),
        ("/p/a/", "./b/./c", "/p/a/b/c"),
        ("/p/a/", "../../../b", "/b"),
        ("/p/a/", "/b/", "/b/"),
        ("/p/a/", "..b", "/p/a/..b"),
        ("/", "../", "/"),
        ("/p/a/", "b//c", "/p/a/b/c"),
    ],
)
def test_join_url(base: str, relative: str, url: str) -> None:
    assert join_url(base, relative) == url


@pytest.mark.parametrize(
    ("folder", "relative", "path"),
    [
        ("a/", "b.md", "a/b.md"),
        ("a/", "../b.md", "b.md"),
        ("", "../b.md", None),
        ("a/", "..", ""),
        ("a/b/", "../../c.md", "c.md"),
        ("a/b/", "../", "a"),
        ("a/b/", "..//c.md", "a/c.md"),
        ("a/b/", "../c/../d.md", "a/d.md"),
        ("a/", "../../b.md", None),
    ],
)
def test_join_path(folder: str, relative: str, path: str | None) -> None:
    assert join_path(folder, relative) == path


@pytest.mark.parametrize(
    ("output", "urls"),
    [
        ("/a/index.html", ["/a/index.html", "/a/", "/a"]),
        ("/index.html", ["/index.html", "/"]),
        ("/a.html", ["/a.html", "/a", "/a/"]),
        ("/feed.xml", ["/feed.xml"]),
    ],
)
def test_served_at(output: str, urls: list[str]) -> None:
    assert list(served_at(output)) == urls


@pytest.mark.parametrize(
    ("url", "output", "address"),
    [
        ("/a/", "/a/index.html", "/a/"),
        ("/a", "/a/index.html", "/a/"),
        ("/a.html", "/a.html", "/a.html"),
        ("/v1.2", "/v1.2/index.html", "/v1.2/"),
        ("/", "/index.html", "/"),
    ],
)
def test_outputs(url: str, output: str, address: str) -> None:
    assert output_of(url) == output
    assert address_of(output) == address


@pytest.mark.parametrize(
    ("url", "base", "files"),
    [
        ("/img/a.png", "", ["static/img/a.png"]),
        ("/b/img/a.png", "/b", ["static/img/a.png"]),
        ("/img/a.png", "/b", []),
        ("/x/", "", ["static/x/index.html"]),
        ("/x", "", ["static/x", "static/x.html", "static/x/index.html"]),
    ],
)
def test_files_at(url: str, base: str, files: list[str]) -> None:
    assert list(files_at(url, (("static/", ""),), base)) == files
