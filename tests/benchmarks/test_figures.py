"""The figures that the benchmarks print: ratios pair by pair, medians, verdicts, counts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

# The benchmarks are no part of blint: they are found from the root of the project.
sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.blogs import Blog, spread
from benchmarks.measure import Command, Run, Said, Seen, Turns
from benchmarks.report import Ratio
from benchmarks.report import spread as shown

from benchmarks import measure, tools


def test_ratios_are_made_pair_by_pair() -> None:
    turns = Turns(
        {"a": [Run(1, 0, None), Run(6, 0, None)], "b": [Run(2, 0, None), Run(3, 0, None)]}
    )
    assert turns.ratios("a", "b", lambda run: run.wall) == [0.5, 2.0]
    assert turns.ratios("a", "b", lambda run: run.wall, per=2.0) == [0.25, 1.0]


def test_what_failed_has_no_ratios() -> None:
    assert Turns({"a": [Run(1, 1, None)]}).ratios("a", "b", lambda run: run.wall) == []


@pytest.mark.parametrize(
    ("values", "goal", "verdict"),
    [
        ([0.2, 0.3, 9.0], 0.3, "met"),
        ([0.2, 0.4, 0.4], 0.3, "NOT MET"),
        ([], 0.3, "not measured"),
        ([0.2], None, ""),
    ],
)
def test_a_goal_is_judged_by_the_median(
    values: list[float], goal: float | None, verdict: str
) -> None:
    assert Ratio("scene", "what", values, goal).verdict == verdict


def test_a_median_is_shown_with_the_least_and_the_most() -> None:
    assert shown([3.0, 1.0, 1200.0], 1) == "3.0 (1.0–1,200.0)"


def test_each_turn_has_another_post() -> None:
    posts = [str(number) for number in range(1000)]
    assert len({spread(posts, turn) for turn in range(100)}) == 100


@pytest.mark.parametrize(
    ("end", "files", "findings"),
    [
        ("Issues: Found 12641 issues in 1402/9746 files (2035ms)\nRun `rumdl fmt` …", 9746, 12641),
        ("Issues: Found 1 issue in 1/1 file (3ms)", 1, 1),
        ("Success: No issues found in 25 files (7ms)", 25, 0),
        ("nothing that is known", 0, 0),
    ],
)
def test_what_rumdl_has_read(tmp_path: Path, end: str, files: int, findings: int) -> None:
    said = Said(tmp_path / "out", tmp_path / "err")
    said.out.write_text(end, encoding="utf-8")
    assert tools.rumdl_summary(said) == Seen(files, findings)


@pytest.mark.parametrize(
    ("program", "reason"),
    [
        ("import sys; sys.exit(2)", "exit code 2"),
        ("raise KeyError('what')", "KeyError: 'what'"),
        ("print('1 file')", "read 1 of 2 files"),
    ],
)
def test_a_tool_that_fails_is_left_out(tmp_path: Path, program: str, reason: str) -> None:
    line = [sys.executable, "-c", program]
    command = Command("tool", line, tmp_path, seen=lambda _said: Seen(1), files=2)
    turns = measure.in_turn([command], 1, tmp_path, {})
    assert turns.runs == {}
    assert reason in turns.failed["tool"]


def test_a_changed_post_is_new_each_turn(tmp_path: Path) -> None:
    origin, blog = tmp_path / "origin.md", Blog(tmp_path, "docs", {"a.md": tmp_path / "origin.md"})
    origin.write_text("# A\n", encoding="utf-8")
    blog.change("a.md", 1)
    first = (tmp_path / "a.md").read_text(encoding="utf-8")
    blog.change("a.md", 2)
    second = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert first.startswith("# A\n\n\n## Benchmark, round 1")
    assert first != second
