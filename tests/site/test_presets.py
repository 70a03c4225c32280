"""Presets: what every one of them must say, and what says that a post is a draft."""

from __future__ import annotations

from pathlib import Path
from typing import Any, get_args

import pytest

from blint.running.config_model import Highlighter, Method
from blint.site import generators
from blint.site.configs.detect import HINTS, MARKERS, PACKAGES
from blint.site.presets import PRESETS, Preset, is_draft

NAMES = (
    "hugo jekyll zola eleventy astro starlight docusaurus mkdocs mkdocs-material vitepress next "
    "pelican hexo plain"
)


def test_every_generator_has_its_preset() -> None:
    assert list(PRESETS) == NAMES.split()
    assert [preset.name for preset in PRESETS.values()] == NAMES.split()
    folders = {path.parent.name for path in Path(generators.__path__[0]).glob("*/preset.py")}
    assert folders == {name.replace("-", "_") for name in PRESETS}


def test_marks_are_those_of_generators_that_there_are() -> None:
    told = {mark.preset for mark in MARKERS} | {name for *_, name in (*PACKAGES, *HINTS)}
    assert told == {*PRESETS} - {"plain"}


def test_another_name_is_no_preset() -> None:
    assert "gatsby" not in PRESETS
    with pytest.raises(KeyError):
        PRESETS["gatsby"]


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
