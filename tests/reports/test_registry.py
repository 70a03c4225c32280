"""The folder is the registry of formats."""

from __future__ import annotations

from importlib import import_module

import pytest

from blint.reports.registry import _SHARED, formats, formatter


def test_the_formats() -> None:
    assert formats() == ("concise", "full", "github", "json", "sarif")


@pytest.mark.parametrize("name", formats())
def test_every_format_renders(name: str) -> None:
    assert callable(formatter(name))


@pytest.mark.parametrize("name", sorted(_SHARED))
def test_what_is_shared_is_no_format(name: str) -> None:
    assert not hasattr(import_module(f"blint.reports.{name}"), "render")


@pytest.mark.parametrize("name", ["model", "yaml", "..cli", ""])
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(KeyError):
        formatter(name)
