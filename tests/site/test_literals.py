"""Plain values read from configurations that are programs."""

from __future__ import annotations

import pytest

from blint.site.configs.literals import read_literals

KEYS = ("base", "site", "trailingSlash")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("export default { base: '/docs/' }", {"base": "/docs/"}),
        ('module.exports = { "base": "/docs/", trailingSlash: false }', {"base": "/docs/"}),
        ("x = { base: `/docs` }", {"base": "/docs"}),
        ("x = { base: `/${version}` }", {}),
        ("x = { base: process.env.BASE }", {}),
        ("x = { base: '/a', other: { base: '/b' } }", {}),
        ("// base: '/no'\nx = { /* base: '/no', */ base: '/yes' }", {"base": "/yes"}),
        ("x = { site: 'https://example.org', base: '/a' }", {"base": "/a"}),
        ("x = { database: '/no' }", {}),
        ("x = { base: '/a", {}),
        ("", {}),
    ],
)
def test_javascript(text: str, found: dict[str, str]) -> None:
    read = read_literals("astro.config.mjs", text, KEYS)
    assert {key: value for key, value in read.items() if key == "base"} == found


def test_values_keep_their_type() -> None:
    text = "x = { trailingSlash: true, site: 'https://example.org' }"
    assert read_literals("a.js", text, KEYS) == {
        "trailingSlash": True,
        "site": "https://example.org",
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SITEURL = 'https://example.org'", {"SITEURL": "https://example.org"}),
        ("PATHS = ['a', 'b']", {"PATHS": ["a", "b"]}),
        ("SITEURL = os.environ['X']", {}),
        ("SITEURL = 'a' + 'b'", {}),
        ("SITEURL = (", {}),
        ("OTHER = 1", {}),
        ("\0", {}),
    ],
)
def test_python(text: str, found: dict[str, object]) -> None:
    assert read_literals("pelicanconf.py", text, ("SITEURL", "PATHS")) == found
