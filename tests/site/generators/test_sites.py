"""Small sites whose truth is known: built by the real generators, every link followed.

`make oracles` writes the truth beside each site. A link must be reported where a reader of the
built site meets nothing, and only there.
"""

from __future__ import annotations

import json
import re
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from blint.diagnostics import Diagnostic
from blint.running.opening import Request
from blint.running.run import run

SITES = Path(__file__).resolve().parents[2] / "fixtures" / "sites"
NAMES = sorted(path.stem for path in SITES.glob("*.json"))
TODAY = "2026-06-01"
SUFFIXES = {".md", ".mdx", ".markdown"}
MARK = re.compile(r"\bL\d{2,3}\b")

BROKEN = {
    "broken-link",
    "wrong-case-link",
    "escaping-link",
    "malformed-url",
    "empty-link",
    "undefined-reference",
}
RULES: dict[str, set[str | None]] = {
    # A link without a destination leads to its own page, and is a mistake all the same.
    "ok": {None, "empty-link"},
    "broken": {*BROKEN},
    "stops": {*BROKEN, "broken-anchor", "link-to-draft"},
    "anchor": {"broken-anchor"},
    "draft": {"link-to-draft"},
}
"""What blint may say, by verdict. Of the other verdicts, nothing is asked: a link that is only
text, on no page or to another site leads nowhere on this one, and a slash is the host's affair."""


@cache
def truth(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((SITES / f"{name}.json").read_text(encoding="utf-8"))
    return data


@cache
def found(name: str) -> dict[str, str]:
    """The rule that speaks of each link, by mark."""
    with TemporaryDirectory() as place:
        root = copied(name, Path(place))
        return _said(root, checked(root))


def copied(name: str, place: Path) -> Path:
    """A site in a repository of its own: here, it would be a folder of blint's."""
    return Path(shutil.copytree(SITES / name, place / name)).resolve()


def checked(root: Path) -> list[Diagnostic]:
    """What blint says of a site; its pages are checked where they are named."""
    pages = sorted(path for path in root.rglob("*.m*") if path.suffix in SUFFIXES)
    return run(Request(paths=(root, *pages), today=TODAY)).diagnostics


def _said(root: Path, diagnostics: list[Diagnostic]) -> dict[str, str]:
    said: dict[str, str] = {}
    for diagnostic in diagnostics:
        if diagnostic.rule in BROKEN | {"broken-anchor", "link-to-draft"}:
            text = (root / diagnostic.path).read_bytes().decode("utf-8-sig")
            mark = mark_of(text.split("\n"), text.count("\n", 0, diagnostic.span.start))
            if mark is not None:
                said.setdefault(mark, diagnostic.rule)
    return said


def mark_of(lines: list[str], line: int) -> str | None:
    """The mark on a line; for a definition, that of the link that uses it."""
    mark = MARK.search(lines[line])
    if mark is None:
        label = re.match(r"\s*\[([^\]]+)\]:", lines[line])
        for other in lines if label else ():
            if label is not None and f"][{label[1]}]" in other:
                mark = MARK.search(other)
    return mark[0] if mark else None


@pytest.mark.parametrize("name", NAMES)
def test_no_link_is_wrongly_accused(name: str) -> None:
    links, said = truth(name)["links"], found(name)
    wrong = {
        mark: (said.get(mark), row)
        for mark, row in links.items()
        if mark in said and said[mark] not in RULES.get(row["verdict"], {said[mark]})
    }
    assert not wrong


def missed(name: str) -> tuple[dict[str, Any], int]:
    """The broken links that nothing is said of, and how many broken links there are."""
    links, said = truth(name)["links"], found(name)
    asked = [mark for mark, row in links.items() if None not in RULES.get(row["verdict"], {None})]
    return {mark: links[mark] for mark in asked if mark not in said}, len(asked)


@pytest.mark.parametrize("name", NAMES)
def test_broken_links_are_found(name: str) -> None:
    silent, asked = missed(name)
    assert len(silent) <= asked * 0.03, silent


def test_98_of_100_broken_links_are_found() -> None:
    counts = [(len(silent), asked) for silent, asked in map(missed, NAMES)]
    assert sum(n for n, _ in counts) <= sum(asked for _, asked in counts) * 0.02


@pytest.mark.parametrize("name", NAMES)
def test_a_fix_mends(name: str, tmp_path: Path) -> None:
    """What a fix writes is a link that works: nothing is said of its line any more."""
    root = copied(name, tmp_path)
    edits: dict[str, set[tuple[int, int, str]]] = {}
    for one in checked(root):
        if one.rule in BROKEN and one.fix is not None:
            edits.setdefault(one.path, set()).update((*e.span, e.text) for e in one.fix.edits)
    lines: set[tuple[str, int]] = set()
    for path, changes in edits.items():
        text = (root / path).read_bytes().decode("utf-8-sig")
        lines |= {(path, text.count("\n", 0, start)) for start, _, _ in changes}
        for start, end, new in sorted(changes, reverse=True):
            text = text[:start] + new + text[end:]
        (root / path).write_bytes(text.encode())
    still = []
    for one in checked(root) if lines else ():
        text = (root / one.path).read_bytes().decode("utf-8-sig")
        if one.rule in BROKEN and (one.path, text.count("\n", 0, one.span.start)) in lines:
            still.append((one.path, one.message))
    assert still == []
