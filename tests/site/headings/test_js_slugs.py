"""Slug functions of JavaScript that are chains of string methods, and what they make of a text."""

from __future__ import annotations

import pytest

from blint.site.headings.js_slugs import slug_steps, slugged


@pytest.mark.parametrize(
    ("program", "slug"),
    [
        ("slugify: (s) => s.trim().toLowerCase()", "hällo a_b! c"),
        ("slugify: s => s.replace(/\\s/g, '-')", "Hällo-A_b!-c"),
        ("slugify: s => s.replace(/ /, '-')", "Hällo-A_b! c"),
        ("slugify: function (s) { return s.replace(/[^\\w-]+/g, '') }", "HlloA_bc"),
        ("slugify(s: string): string { return s.replace(/[^\\p{L}\\p{N}_]/gu, '') }", "HälloA_bc"),
        ("slugify: s => s.normalize('NFKD').replace(/[\\u0300-\\u036f]/g, '')", "Hallo A_b! c"),
        ("slugify: s => encodeURIComponent(String(s).toLowerCase())", "h%C3%A4llo%20a_b!%20c"),
        ("slugify: s => s.replaceAll(' ', '').replace('!', '.')", "HälloA_b.c"),
    ],
)
def test_chains(program: str, slug: str) -> None:
    steps = slug_steps(program)
    assert steps is not None
    assert slugged("Hällo A_b! c", steps) == slug


def test_a_filter_of_eleventys() -> None:
    assert slug_steps('slugify: config.getFilter("slugify")') == (("filter", "slugify"),)


@pytest.mark.parametrize(
    "program",
    [
        "",
        "slugify: slugify",
        "slugify: (s) => slug(s)",
        "slugify: (s) => s.replace(/(a+)+b/, '')",
        "slugify: (s) => s.replace(/\\p{Script=Greek}/u, '')",
        "slugify: (s) => s.replace(/a/, (m) => m)",
        "slugify: (s) => s + 'x'",
        "slugify: (s) => s.trim(), slugify: (s) => s",
        "slugify: (s) => s.replace(/[/, '')",
    ],
)
def test_what_is_no_plain_chain(program: str) -> None:
    assert slug_steps(program) is None
