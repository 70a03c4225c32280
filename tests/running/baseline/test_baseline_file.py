"""The file of a baseline: what it looks like, and what is said of lines that are no entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from blint.running.baseline.file import HEADER, Entry, baseline_text, read_baseline, write_baseline
from blint.running.errors import ConfigError

A = "0123456789abcdef"


@pytest.mark.parametrize(
    "path",
    [
        "content/a.md",
        "a b.md",
        " a.md",
        "#.md",
        "100%.md",
        "a\nb.md",
        "a\tb.md",
        "日.md",
        "\udcff.md",
    ],
)
def test_any_path_comes_back(tmp_path: Path, path: str) -> None:
    entries = {Entry(path, "broken-link", A): 2, Entry(path, "tag-alias", A): 1}
    file = tmp_path / "b"
    write_baseline(file, entries)
    assert read_baseline(file, "b") == entries


def test_lines_are_sorted_and_equal_ones_numbered() -> None:
    entries = {Entry("b.md", "broken-link", A): 3, Entry("a.md", "tag-alias", A): 1}
    assert baseline_text(entries).decode().split("\n") == [
        HEADER,
        f"a.md tag-alias {A}",
        f"b.md broken-link {A}",
        f"b.md broken-link {A}.2",
        f"b.md broken-link {A}.3",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        (f"{HEADER}\n", 0),
        (f"a.md broken-link {A}\r\n", 1),
        # Both branches of a merge have added it.
        (f"a.md broken-link {A}\na.md broken-link {A}\n", 1),
        (f"a.md broken-link {A}.2\n\na.md broken-link {A}\n", 2),
    ],
)
def test_what_a_merge_may_leave_is_read(tmp_path: Path, text: str, count: int) -> None:
    (tmp_path / "b").write_text(text, newline="")
    assert sum(read_baseline(tmp_path / "b", "b").values()) == count


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("a.md broken-link", "no entry"),
        (f"broken-link {A}", "no entry"),
        (f"a.md Broken {A}", "no entry"),
        (f"a.md broken-link {A}0", "no entry"),
        ("<<<<<<< HEAD", "conflict in git"),
        ("=======", "conflict in git"),
    ],
)
def test_other_lines_are_errors_with_a_place(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "b").write_text(f"{HEADER}\n{line}\n")
    with pytest.raises(ConfigError, match=rf"^b:2:1: .*{message}"):
        read_baseline(tmp_path / "b", "b")


def test_without_a_file_nothing_is_known(tmp_path: Path) -> None:
    assert read_baseline(tmp_path / "b", "b") == {}
