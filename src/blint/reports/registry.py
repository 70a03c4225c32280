"""The report formats by name: every module of this folder with a `render` is one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import cast

from blint.reports.model import Context, Report
from blint.resources import modules_of

Formatter = Callable[[Report, Context], Iterator[str]]

# What formats share; all other modules of the folder are formats.
_SHARED = frozenset(
    {"excerpt", "fingerprint", "lines", "model", "paths", "registry", "sanitise", "width"}
)


def formats() -> tuple[str, ...]:
    """The names of all formats, sorted."""
    return tuple(name for name in modules_of("reports") if name not in _SHARED)


def formatter(name: str) -> Formatter:
    """The `render` of a format, imported now; KeyError for a name that is none."""
    if name not in formats():
        raise KeyError(name)
    return cast("Formatter", import_module(f"blint.reports.{name}").render)
