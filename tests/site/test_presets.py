"""Presets: what every one of them must say, and what says that a post is a draft."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from blint.running.config_model import Highlighter, Method
from blint.site.presets import PRESETS, Preset, is_draft

NAMES = (
    "hugo jekyll zola eleventy astro starlight docusaurus mkdocs mkdocs-material vitepress next "
    "pelican hexo plain"
)


def test_every_generator_has_its_preset() -> None:
    assert list(PRESETS) == NAMES.split()


@pytest.mark.parametrize("preset", PRESETS.values(), ids=lambda preset: preset.name)
def test_a_preset_is_sound(preset: Preset) -> None:
    folders = (*preset.content, *preset.pages, *preset.skip, *(one for one, _ in preset.static))
    assert not any(one.startswith(("/", ".")) or one.endswith("/") for one in folders)
    assert all(url.startswith("/") and url.endswith("/") for _, url in preset.static)
    assert preset.highlighter in {None, *get_args(Highlighter)}
    assert preset.read_time in {None, *get_args(Method)}
    assert preset.title
    for name in preset.fields.__struct_fields__:
        assert all(isinstance(path, str) and path for path in getattr(preset.fields, name))


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("draft", True, True),
        ("draft", "true", True),
        ("draft", False, False),
        ("draft", None, False),
        ("Draft", True, True),
        ("published", False, True),
        ("published", "false", True),
        ("published", True, False),
        ("published", "2026-01-01", False),
        ("status", "draft", True),
        ("Status", " Draft ", True),
        ("status", "published", False),
        ("extra.draft", True, True),
        ("unlisted", True, True),
    ],
)
def test_drafts(key: str, value: Any, expected: bool) -> None:
    assert is_draft(key, value) is expected
