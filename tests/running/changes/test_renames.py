"""Which file became which."""

from __future__ import annotations

import pytest

from blint.running.changes import renames as module
from blint.running.changes.renames import renames

TEXT = b"One line of the text.\nAnother, which is longer.\nA third.\n"
LIKE = TEXT.replace(b"A third.", b"A 3rd.")
OTHER = b"Nothing that they share.\nNot a line.\n"

CASES: dict[str, tuple[dict[str, bytes], dict[str, bytes], dict[str, str]]] = {
    "the same text": ({"a.md": TEXT}, {"b.md": TEXT}, {"b.md": "a.md"}),
    "other line ends": (
        {"a.md": TEXT},
        {"b.md": TEXT.replace(b"\n", b"\r\n")},
        {"b.md": "a.md"},
    ),
    "nearly the same": ({"a.md": TEXT}, {"b.md": LIKE}, {"b.md": "a.md"}),
    "something else": ({"a.md": TEXT}, {"b.md": OTHER}, {}),
    "half of it, many times": ({"a.md": TEXT}, {"b.md": TEXT * 3}, {}),
    "the same before the like": (
        {"a.md": TEXT, "b.md": LIKE},
        {"c.md": LIKE, "d.md": TEXT},
        {"c.md": "b.md", "d.md": "a.md"},
    ),
    "one of two has the name": (
        {"x/a.md": TEXT, "x/b.md": TEXT},
        {"y/b.md": TEXT},
        {"y/b.md": "x/b.md"},
    ),
    "one became two": ({"a.md": TEXT}, {"b.md": TEXT, "c.md": TEXT}, {"b.md": "a.md"}),
    "in MDX": ({"a.md": TEXT}, {"a.mdx": TEXT}, {"a.mdx": "a.md"}),
    "of another kind": ({"a.md": TEXT}, {"a.txt": TEXT}, {}),
    "empty files": ({"a.md": b""}, {"b.md": b""}, {}),
    "bytes that are no text": ({"a.md": b"\xff\n" * 9}, {"b.md": b"\xff\n" * 9}, {"b.md": "a.md"}),
}


@pytest.mark.parametrize("name", CASES)
def test_what_became_what(name: str) -> None:
    gone, new, expected = CASES[name]
    assert renames(gone, new.keys(), new.get) == expected


def test_too_many_to_compare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MANY", 3)
    gone, came = {"a.md": TEXT, "b.md": OTHER}, {"c.md": LIKE, "d.md": OTHER}
    assert renames(gone, came.keys(), came.get) == {"d.md": "b.md", "c.md": "a.md"}
    monkeypatch.setattr(module, "MANY", 0)
    assert renames(gone, came.keys(), came.get) == {"d.md": "b.md"}
