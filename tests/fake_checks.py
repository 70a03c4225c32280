"""Checks that only tests have, put beside the real ones: what they find, they fix as told."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from blint.diagnostics import Edit, Finding, Fix
from blint.reading.post import Post
from blint.site.settings import Settings
from blint.source import Span

Swap = tuple[str, str]


def swaps(post: Post, *pairs: Swap, safe: bool = True) -> Iterator[Finding]:
    """A finding on each place of a pattern, whose fix writes another text there."""
    for pattern, text in pairs:
        for found in re.finditer(pattern, post.text):
            title = f"Write `{text}`"
            fix = Fix(title, (Edit(Span(*found.span()), text),), safe=safe)
            yield Finding(Span(*found.span()), f"There is `{found[0]}`.", fix=fix)


def use(monkeypatch: pytest.MonkeyPatch, rule: str, *pairs: Swap, safe: bool = True) -> None:
    """Let the check of a rule of one post find what some pairs say, in this process."""
    from importlib import import_module

    from blint.rulebook import load_rulebook

    known = load_rulebook()[rule]
    module = import_module(f"blint.checks.{known.group.replace('-', '_')}.{rule.replace('-', '_')}")

    def check(post: Post, _settings: Settings, **_options: object) -> Iterator[Finding]:
        return swaps(post, *pairs, safe=safe)

    monkeypatch.setattr(module, "check", check)
