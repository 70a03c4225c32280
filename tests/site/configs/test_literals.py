"""Plain values read from configurations in JavaScript."""

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
    read = read_literals(text, KEYS)
    assert {key: value for key, value in read.items() if key == "base"} == found


def test_values_keep_their_type() -> None:
    text = "x = { trailingSlash: true, site: 'https://example.org' }"
    assert read_literals(text, KEYS) == {
        "trailingSlash": True,
        "site": "https://example.org",
    }
