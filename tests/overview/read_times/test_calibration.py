"""Calibrating finds the method or the formula that a blog's read times come from."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from blint.overview.read_times.calibration import Calibration, calibrate, configuration
from blint.running.load import load
from blint.running.opening import Request
from blint.running.run import run
from blint.site.settings import Formula
from read_time_blogs import TEXTS, answers, calibrated, lengths, made, words, write_posts
from real_blogs import FOLDER, needs_corpora


def stale(root: Path, config: list[str]) -> set[str]:
    """The posts that `blint check` finds fault with under a configuration."""
    (root / "blint.toml").write_text("\n".join(config), encoding="utf-8")
    outcome = run(Request(paths=(root,), select=("read-time",), today="2026-06-01"))
    assert {found.rule for found in outcome.diagnostics} <= {"stale-read-time"}
    return {found.path for found in outcome.diagnostics}


def check_configuration(root: Path, found: Calibration) -> None:
    """What is to be pasted makes the rules quiet, but for the outliers that were told."""
    assert stale(root, configuration(found)) == {outlier.path for outlier in found.outliers}


@pytest.mark.parametrize(
    ("package", "method"),
    [
        ("hugo", "hugo"),
        ("zola", "zola"),
        ("reading-time", "reading-time"),
        ("docusaurus", "docusaurus"),
        ("readtime", "medium"),
        ("material", "medium"),
        ("velite", "velite"),
        ("gatsby", "gatsby"),
        ("textstat", "textstat"),
    ],
)
def test_the_package_that_made_the_values_is_named(
    tmp_path: Path, package: str, method: str
) -> None:
    rows = answers(package)
    write_posts(tmp_path, ((row["minutes"], TEXTS[name]) for name, row in rows.items()))
    if package == "hugo":
        # It counts CJK in pieces unless it is told otherwise.
        (tmp_path / "hugo.toml").write_text('title = "T"\n', encoding="utf-8")
    found = calibrated(tmp_path)
    assert (found.verdict, found.method) == ("method", method)
    assert len(found.outliers) == len(rows) - found.explained <= 1
    assert (found.tolerance, found.relative) == (0, 0)
    check_configuration(tmp_path, found)


@pytest.mark.parametrize(
    ("minutes", "formula"),
    [
        (lambda n: max(1, n // 130), Formula(words_per_minute=130, round="down")),
        (
            lambda n: max(1, math.floor(n / 240 + 0.5)),
            Formula(words_per_minute=240, round="nearest"),
        ),
        (lambda n: max(3, math.ceil(n / 150)), Formula(words_per_minute=150, minimum=3)),
    ],
)
def test_a_formula_is_found(tmp_path: Path, minutes: object, formula: Formula) -> None:
    write_posts(tmp_path, made(80, minutes))  # type: ignore[arg-type]
    found = calibrated(tmp_path)
    assert (found.verdict, found.explained, found.outliers) == ("formula", 80, ())
    assert found.formula is not None
    assert (found.formula.round, found.formula.minimum) == (formula.round, formula.minimum)
    assert found.speeds is not None
    assert found.speeds[0] <= formula.words_per_minute <= found.speeds[1]
    check_configuration(tmp_path, found)


def test_code_images_and_characters_are_told_apart(tmp_path: Path) -> None:
    posts = [(max(1, n // 100), words(n, code=(i % 5) * 300)) for i, n in enumerate(lengths(60))]
    found = calibrated(write_posts(tmp_path / "code", posts))
    assert found.formula == Formula(words_per_minute=100, round="down", code=False)

    posts = [
        (math.ceil(n / 150 + (i % 7) * 20 / 60), words(n, images=i % 7))
        for i, n in enumerate(lengths(90))
    ]
    found = calibrated(write_posts(tmp_path / "images", posts))
    assert found.formula is not None
    assert found.explained == 90
    assert 19 <= found.formula.seconds_per_image <= 21

    posts = [(max(1, math.ceil(n / 250)), "字" * n) for n in lengths(40)]
    found = calibrated(write_posts(tmp_path / "cjk", posts))
    assert (found.verdict, found.explained) == ("formula", 40)
    check_configuration(tmp_path / "cjk", found)


def test_stale_posts_do_not_hide_the_method_and_are_listed(tmp_path: Path) -> None:
    posts = made(60, lambda n: math.ceil(n / 212))
    posts[7], posts[31] = (30, posts[7][1]), (1, words(2000))
    found = calibrated(write_posts(tmp_path, posts))
    assert (found.method, found.explained) == ("hugo", 58)
    assert [(one.path, one.stored, one.computed) for one in found.outliers] == [
        ("content/p007.md", "30", 5),
        ("content/p031.md", "1", 10),
    ]
    check_configuration(tmp_path, found)


def test_what_is_not_quite_explained_gets_a_tolerance(tmp_path: Path) -> None:
    posts = made(80, lambda n: max(1, n // 130) + (n % 6 == 0))
    posts[3] = (40, posts[3][1])
    found = calibrated(write_posts(tmp_path, posts))
    assert (found.verdict, found.tolerance, found.relative) == ("formula", 1, 0)
    assert [one.path for one in found.outliers] == ["content/p003.md"]
    check_configuration(tmp_path, found)


def test_the_tolerance_covers_nearly_all(tmp_path: Path) -> None:
    posts = made(80, lambda n: max(1, n // 130) + 2 * (n % 6 == 0))
    found = calibrated(write_posts(tmp_path, posts))
    assert (found.verdict, found.tolerance, found.outliers) == ("formula", 2, ())
    check_configuration(tmp_path, found)


def test_what_any_number_explains_is_no_proof(tmp_path: Path) -> None:
    posts: list[tuple[object, str]] = [(1, words(20 + i)) for i in range(36)]
    odd = [(9, 300), (5, 250), (7, 900), (2, 1200), (12, 500), (3, 1100)]
    posts += [(minutes, words(count)) for minutes, count in odd]
    found = calibrated(write_posts(tmp_path, posts))
    assert (found.verdict, found.by_chance) == ("unexplained", 36)
    assert found.explained >= 36


def test_values_by_hand_are_not_explained(tmp_path: Path) -> None:
    posts = [(2 + (i * 7 + n // 150) % 13, words(n)) for i, n in enumerate(lengths(70))]
    found = calibrated(write_posts(tmp_path, posts))
    assert found.verdict == "unexplained"
    assert found.explained < 35
    assert len(found.outliers) <= 7
    assert configuration(found) == [
        "[rules]",
        f"stale-read-time = {{ tolerance = {found.tolerance} }}",
    ]
    check_configuration(tmp_path, found)


@pytest.mark.parametrize(
    ("values", "verdict"),
    [
        ([], "none"),
        ([None, None], "none"),
        (["soon", "later"], "none"),
        ([3], "few"),
        ([1, 5, 2, 9], "few"),
        ([5] * 30, "alike"),
        ([9, 1, 7, 2, 8, 3], "few"),
    ],
)
def test_blogs_that_tell_nothing(tmp_path: Path, values: list[object], verdict: str) -> None:
    posts = [(value, words(100 * i)) for i, value in enumerate(values, 1)]
    found = calibrated(write_posts(tmp_path, [*posts, (None, "Text.")]))
    assert (found.verdict, configuration(found)) == (verdict, [])
    assert found.posts == sum(isinstance(value, int) for value in values)
    assert found.without == 1 + values.count(None)
    assert len(found.unclear) == sum(isinstance(value, str) for value in values)


def test_a_named_method_needs_few_posts(tmp_path: Path) -> None:
    found = calibrated(write_posts(tmp_path, made(6, lambda n: math.ceil(n / 212))))
    assert found.method == "hugo"


def test_absurd_values_are_no_trouble(tmp_path: Path) -> None:
    posts = [*made(30, lambda n: math.ceil(n / 212)), (999999, "x"), ("9" * 400, "x"), (0, "")]
    found = calibrated(write_posts(tmp_path, posts))
    assert found.method == "hugo"
    assert found.unclear == ("content/p031.md",)
    posts = [(10**5 + 7**i % 10**5, words(i)) for i in range(40)]
    found = calibrated(write_posts(tmp_path / "all", posts))
    assert found.verdict == "unexplained"


def test_other_keys_that_may_be_meant(tmp_path: Path) -> None:
    found = calibrated(write_posts(tmp_path, made(3, lambda n: n // 100), key="lesezeit"))
    assert (found.verdict, found.other_keys) == ("none", (("lesezeit", 3),))


def test_the_method_of_the_generator_wins_a_tie(tmp_path: Path) -> None:
    write_posts(tmp_path, made(20, lambda n: max(1, math.floor(n / 265 + 0.5))))
    assert calibrated(tmp_path).method == "velite"
    posts = made(20, lambda n: 1 + (n > 400))
    write_posts(tmp_path / "z", posts)
    (tmp_path / "z/blint.toml").write_text('preset = "zola"\n[read-time]\nfield = "readTime"\n')
    names = [name for name, count in calibrated(tmp_path / "z").methods if count]
    assert names


def test_only_the_posts_that_were_asked_for(tmp_path: Path) -> None:
    write_posts(tmp_path, made(20, lambda n: math.ceil(n / 212)))
    found = calibrated(tmp_path, tmp_path / "content/p003.md")
    assert (found.verdict, found.posts) == ("few", 1)


@needs_corpora
def test_a_machine_s_formula_is_found_on_a_real_blog() -> None:
    root = FOLDER / "servicenow-mobile"
    found = calibrate(load(Request(paths=(root,), cache=False)))
    assert (found.verdict, found.posts) == ("formula", 606)
    assert found.formula is not None
    assert (found.formula.words_per_minute, found.formula.round) == (200, "down")
    assert found.explained >= 525
    assert (found.tolerance, len(found.outliers)) == (1, 5)


@needs_corpora
def test_numbers_by_hand_of_a_real_blog_have_no_formula() -> None:
    found = calibrate(load(Request(paths=(FOLDER / "highlight-blog",), cache=False)))
    assert (found.verdict, found.posts, found.tolerance) == ("unexplained", 106, 3)
