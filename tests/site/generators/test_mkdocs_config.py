"""`mkdocs.yml` as data: tags, and the files it inherits from."""

from __future__ import annotations

from typing import Any

import pytest

from blint.site.generators.mkdocs.config import read


def data(text: str, **others: str) -> dict[str, Any]:
    files = {"a/mkdocs.yml": text, **{f"a/{name}.yml": other for name, other in others.items()}}
    return read(lambda name: files.get(name, ""), "a/mkdocs.yml", files)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: !ENV [X, Y, 'z']", {"a": "z"}),
        ("a: !ENV [X, false]", {"a": False}),
        ("a: !ENV X", {"a": None}),
        ("a: !ENV [X]", {"a": None}),
        ("a: !relative $docs_dir", {"a": "$docs_dir"}),
        ("a: !!python/name:x.y", {"a": {"!": "x.y"}}),
        ("a: !!python/object/apply:x.y {kwds: {b: 1}}", {"a": {"!": "x.y", "kwds": {"b": 1}}}),
        ("a: [{b: !!python/name:x.y ''}]", {"a": [{"b": {"!": "x.y"}}]}),
        ("- a", {}),
        ("a: [", {}),
        ("", {}),
    ],
)
def test_values(text: str, expected: dict[str, Any]) -> None:
    assert data(text) == expected


def test_inheritance() -> None:
    base = "a: {b: 1, c: [1]}\nd: 2"
    assert data("INHERIT: base.yml\na: {c: [2]}", base=base) == {"a": {"b": 1, "c": [2]}, "d": 2}
    assert data("INHERIT: nope.yml\na: 1") == {"a": 1}
    assert data("INHERIT: ../../etc/x.yml\na: 1") == {"a": 1}
    assert data("INHERIT: mkdocs.yml\na: 1") == {"a": 1}
