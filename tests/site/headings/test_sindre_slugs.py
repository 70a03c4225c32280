"""The slugs of Eleventy's two filters, as Eleventy 3.1 made them."""

from __future__ import annotations

import pytest

from blint.site.headings.sindre_slugs import npm_slug, sindre_slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("What's new?", "whats-new"),
        ("It's rock'n'roll", "its-rock-n-roll"),
        ("Don\u2019t stop", "don-t-stop"),
        ("C++ & C#", "c-and-c"),
        ("snake_case v1.2 (beta)", "snake-case-v1-2-beta"),
        ("Über Straße", "ueber-strasse"),
        ("Привет мир", "privet-mir"),
        ("Новый год", "noviy-god"),
        ("Ελληνικά", "ellinika"),
        ("I ♥ unicorns 🦄", "i-love-unicorns-unicorn"),
        ("Café\u0301", "cafe"),
        ("日本語", ""),
    ],
)
def test_slugify(text: str, slug: str) -> None:
    assert sindre_slug(text) == slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("C++ & Über — 2024's", "c++-and-uber-2024's"),
        ("A. b_c!", "a.-b_c!"),
        ("日本語", None),
    ],
)
def test_slug(text: str, slug: str | None) -> None:
    assert npm_slug(text) == slug
