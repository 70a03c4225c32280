"""How a calibration is shown in each format."""

from __future__ import annotations

import json
import math

import msgspec
import pytest

from blint.overview.read_times.calibration import Calibration, Outlier
from blint.reports.overview.calibration import missing, render
from blint.site.settings import Formula

METHODS = (("hugo", 58), ("medium", 20), ("zola", 0))
HUGO = Calibration(
    "method",
    60,
    without=1,
    unclear=("content/x.md",),
    explained=58,
    by_chance=9,
    method="hugo",
    methods=METHODS,
    tolerance=0,
    relative=0,
    outliers=(Outlier("content/a|b.md", "30 min", 6), Outlier("content/c.md", "1", 10)),
)
FORMULA = Calibration(
    "formula",
    80,
    explained=66,
    by_chance=9,
    formula=Formula(count="source", words_per_minute=181.5, round="down", seconds_per_link=4),
    speeds=(180, 182.5),
    methods=METHODS,
    tolerance=1,
    relative=0,
    outliers=(Outlier("content/a.md", "9", 3),),
)
BY_HAND = msgspec.structs.replace(FORMULA, verdict="unexplained", tolerance=3, relative=0.25)


def test_a_method_as_text() -> None:
    assert render(HUGO, "text") == (
        "60 posts store a read time; 1 has none.\n"
        "1 value is no number of minutes, such as in `content/x.md`.\n"
        "The method `hugo` explains 58 of 60 posts (96 %).\n"
        "Of the others, `medium` comes nearest, with 20.\n"
        "\n"
        "2 posts are not explained:\n"
        "  stored 30 min  computed   6  content/a|b.md\n"
        "  stored 1       computed  10  content/c.md\n"
        "\n"
        "For `blint.toml`:\n"
        "\n"
        "[rules]\n"
        "stale-read-time = { tolerance = 0, relative-tolerance = 0 }\n"
        "\n"
        "[read-time]\n"
        'method = "hugo"\n'
    )


def test_a_method_as_markdown() -> None:
    shown = render(HUGO, "markdown")
    assert shown.startswith("# Read times\n\n60 posts store")
    assert (
        "| post | stored | computed |\n|---|---|---:|\n| content/a\\|b.md | 30 min | 6 |" in shown
    )
    fence = shown[shown.index("```") :]
    rules = "[rules]\nstale-read-time = { tolerance = 0, relative-tolerance = 0 }"
    assert fence == f'```toml\n{rules}\n\n[read-time]\nmethod = "hugo"\n```\n'


@pytest.mark.parametrize(
    ("found", "part"),
    [
        (
            msgspec.structs.replace(HUGO, methods=(*METHODS, ("velite", 58), ("gatsby", 58))),
            "`velite` and `gatsby` explain as many: these posts do not tell them apart.",
        ),
        (FORMULA, "No named method explains them, the best is `hugo`, with 58 of 80."),
        (FORMULA, "A formula explains 66 of 80 posts (82 %): pieces between white space of the"),
        (FORMULA, "181.5 a minute (180 to 182.5 will do), 4 seconds a link, rounded down, at"),
        (FORMULA, "79 of 80 posts (98 %) are within a minute of it. One post is not:"),
        (FORMULA, 'count = "source", words-per-minute = 181.5, round = "down", seconds-per-link'),
        (BY_HAND, "No formula does either: the best explains 66 of 80 posts (82 %), where one"),
        (BY_HAND, "With a tolerance of 3, 79 of 80 posts (98 %) come near some usual way of"),
        (BY_HAND, "stale-read-time = { tolerance = 3 }"),
        (Calibration("alike", 9, methods=METHODS), "All of them say the same"),
        (Calibration("few", 1, methods=METHODS), "One post stores a read time."),
        (Calibration("few", 3, methods=METHODS), "That is too few to tell"),
        (Calibration("few", 9, methods=METHODS), "for a formula they are too few, it takes 12."),
    ],
)
def test_what_is_said(found: Calibration, part: str) -> None:
    assert part in render(found, "text")


def test_only_what_was_found_has_a_configuration() -> None:
    for verdict in ("alike", "few"):
        told = render(Calibration(verdict, 4, methods=METHODS), "text")
        assert "blint.toml" not in told


def test_json_has_everything() -> None:
    data = json.loads(render(FORMULA, "json"))
    assert data["version"] == 1
    assert data["verdict"] == "formula"
    assert data["formula"]["words-per-minute"] == 181.5
    assert data["speeds"] == [180, 182.5]
    assert data["methods"] == {"hugo": 58, "medium": 20, "zola": 0}
    assert data["outliers"] == [{"path": "content/a.md", "stored": "9", "computed": 3}]
    assert data["configuration"].startswith("[rules]\nstale-read-time")
    endless = msgspec.structs.replace(FORMULA, speeds=(9.0, math.inf))
    assert json.loads(render(endless, "json"))["speeds"] == [9.0, None]


def test_long_lists_are_cut_in_text_alone() -> None:
    many = tuple(Outlier(f"content/{i:03}.md", "9", 1) for i in range(60))
    found = msgspec.structs.replace(HUGO, outliers=many)
    assert "and 10 more; `--output-format json` has them all" in render(found, "text")
    assert "content/059.md" in render(found, "markdown")


NOWHERE = "No post stores a read time, under `readTime` or another usual key"


@pytest.mark.parametrize(
    ("unclear", "other_keys", "sentence"),
    [
        ((), (), f"{NOWHERE}, so there is nothing to calibrate."),
        (
            (),
            (("lesezeit", 3),),
            (
                f'{NOWHERE}. If it is `lesezeit`, which 3 posts have, name it: `field = "lesezeit"`'
                " under `[read-time]`."
            ),
        ),
        (
            ("content/a.md",),
            (),
            (
                "No read time was understood: one post has one that is no number of minutes, such"
                " as `content/a.md`. `blint check --select invalid-read-time` shows them."
            ),
        ),
    ],
)
def test_why_there_is_nothing_to_calibrate(
    unclear: tuple[str, ...], other_keys: tuple[tuple[str, int], ...], sentence: str
) -> None:
    found = Calibration("none", 0, unclear=unclear, other_keys=other_keys)
    assert missing(found, ("readTime", "readingTime")) == sentence
