"""Front matter is found, split off and read as generators do."""

from __future__ import annotations

import pytest

from blint.reading.front_matter import read_front_matter

FOUND = {
    "yaml": ("---\na: b\n---\nbody", "yaml", {"a": "b"}, "body"),
    "crlf": ("---\r\na: b\r\n---\r\nbody", "yaml", {"a": "b"}, "body"),
    "dots close": ("---\na: b\n...\nbody", "yaml", {"a": "b"}, "body"),
    "no final newline": ("---\na: b\n---", "yaml", {"a": "b"}, ""),
    "toml": ("+++\na = 1\n+++\nbody", "toml", {"a": 1}, "body"),
    "toml after blank lines": ("\n\n+++\na = 1\n+++\nbody", "toml", {"a": 1}, "body"),
    "json": ('{"a": 1}\nbody', "json", {"a": 1}, "body"),
    "none": ("body", None, {}, "body"),
}


@pytest.mark.parametrize(("text", "form", "data", "body"), FOUND.values(), ids=FOUND)
def test_found(text: str, form: str | None, data: object, body: str) -> None:
    front = read_front_matter(text, dialect="yaml-1.2")
    assert (front.format, front.data, text[front.body :], front.faults) == (form, data, body, [])
