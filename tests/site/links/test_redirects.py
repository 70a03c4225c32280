"""Redirect rules of hosts."""

from __future__ import annotations

import pytest

from blint.site.links.redirects import Redirects, read_redirects

NETLIFY = """\
# old addresses
/old            /new
/posts/*        /blog/:splat  301
/u/:name/photo  /people/:name
/gone           /404          404
https://a.example/x/*  /x/:splat
/*              /index.html   200
word
"""


@pytest.mark.parametrize(
    ("name", "text", "patterns"),
    [
        ("static/_redirects", NETLIFY, ["/old", "/posts/*", "/u/:name/photo", "/x/*"]),
        ("netlify.toml", '[[redirects]]\nfrom = "/a"\nto = "/b"\n', ["/a"]),
        ("netlify.toml", "redirects = 3\n", []),
        ("netlify.toml", "= broken", []),
        ("vercel.json", '{"redirects": [{"source": "/a/:path*"}, {"x": 1}, 2]}', ["/a/:path*"]),
        ("firebase.json", '{"hosting": {"redirects": [{"source": "/a"}]}}', ["/a"]),
        ("firebase.json", '{"hosting": []}', []),
        ("staticwebapp.config.json", '{"routes": [{"route": "/a"}]}', ["/a"]),
        ("vercel.json", "[]", []),
    ],
)
def test_reading(name: str, text: str, patterns: list[str]) -> None:
    assert list(read_redirects(name, text)) == patterns


@pytest.mark.parametrize(
    ("pattern", "url", "expected"),
    [
        ("/old", "/old", True),
        ("/old", "/old/", True),
        ("/old/", "/old", True),
        ("/old", "/older", False),
        ("/posts/*", "/posts/a/b", True),
        ("/posts/*", "/posts", True),
        ("/posts/*", "/postscript", False),
        ("/u/:name/photo", "/u/ann/photo", True),
        ("/u/:name/photo", "/u/a/b/photo", False),
        ("/a/:path*", "/a/b/c", True),
        ("/a/(.*)", "/a/b/c", True),
        ("/a.b", "/aXb", False),
    ],
)
def test_answers(pattern: str, url: str, expected: bool) -> None:
    assert Redirects((pattern,)).answers(url) is expected


def test_none() -> None:
    assert not Redirects().answers("/a")
