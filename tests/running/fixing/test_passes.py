"""Passes: fixes are made until nothing is left to fix, and those that lie are dropped."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from blint.running.fixing.passes import Fixed, fix, write
from blint.running.opening import Request
from blint.running.run import Outcome, run
from fake_checks import Swap, use
from faults import FAULTS, fault_at

Files = Mapping[str, str | bytes]


def blog(root: Path, files: Files, config: str = "") -> Path:
    """Write a blog; returns its root."""
    for name, text in {"blint.toml": config, **files}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    return root.resolve()


def fixed(root: Path, *select: str, unsafe: bool = False) -> Fixed:
    """What fixes make of a blog; nothing is written."""
    request = Request(paths=(root,), select=select, today="2026-06-01", jobs=1)
    return fix(request, run, unsafe=unsafe)


def after(found: Fixed) -> dict[str, str]:
    """What files hold afterwards, those that have changed."""
    return {change.path: change.after.decode() for change in found.changes}


def errors(found: Fixed) -> list[str]:
    """What is said of blint's own defects."""
    return [d.message for d in found.outcome.diagnostics if d.rule == "internal-error"]


def swapped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str, *pairs: Swap) -> Fixed:
    """What a check that swaps texts makes of a post."""
    use(monkeypatch, "control-character", *pairs)
    return fixed(blog(tmp_path, {"content/a.md": text}), "control-character")


def test_a_clean_blog_is_left_alone(tmp_path: Path) -> None:
    found = fixed(blog(tmp_path, {"content/a.md": "---\ntitle: A\n---\n"}))
    assert (found.changes, found.settled, found.refused) == ((), True, ())


def test_what_a_fix_uncovers_is_fixed_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = swapped(monkeypatch, tmp_path, "one\n", ("one", "two"), ("two", "three"))
    assert after(found) == {"content/a.md": "three\n"}
    assert (found.cured, found.settled, errors(found)) == ({"content/a.md": 2}, True, [])
    assert found.outcome.diagnostics == []


def test_fixes_that_undo_each_other_are_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = ("one", "two"), ("two", "one"), ("left", "right")
    found = swapped(monkeypatch, tmp_path, "one left\n", *pairs)
    assert after(found) == {"content/a.md": "one right\n"}
    assert found.settled
    assert errors(found) == [
        "A fix of `control-character` (Write `two`) was not made: other fixes undo it."
    ]


def test_a_fix_that_has_never_done_ends_after_ten_passes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = swapped(monkeypatch, tmp_path, "ab\n", ("ab", "aab"))
    assert after(found) == {"content/a.md": "a" * 11 + "b\n"}
    assert not found.settled


def test_of_fixes_in_one_place_the_shorter_is_made_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pairs = ("abc", "longer"), ("ab", "x"), ("bc", "y")
    assert after(swapped(monkeypatch, tmp_path, "abc\n", *pairs)) == {"content/a.md": "xc\n"}


def test_fixes_that_want_the_same_are_made_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = swapped(monkeypatch, tmp_path, "abc\n", ("ab", ""), ("ab", ""))
    assert after(found) == {"content/a.md": "c\n"}


LIAR = ("liar", "> # no")
LIAR_SAID = (
    "A fix of `control-character` (Write `> # no`) was not made: "
    "after it, the elements of the HTML are others."
)


def test_a_fix_that_lies_is_dropped_and_all_others_are_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "---\ntags: [a]\n---\none\n\nliar\n\none\n"
    found = swapped(monkeypatch, tmp_path, text, LIAR, ("one", "two"), ("two", "three"))
    assert after(found) == {"content/a.md": "---\ntags: [a]\n---\nthree\n\nliar\n\nthree\n"}
    assert errors(found) == [LIAR_SAID]
    assert [d.rule for d in found.outcome.diagnostics] == ["control-character", "internal-error"]


def test_of_fixes_with_the_same_words_only_the_one_that_lies_is_dropped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # In code and in a line of its own it is no heading; the long fix keeps them from one pass.
    text = "`one`\n\nx\n\n`x`\n\nz `x`\n"
    found = swapped(monkeypatch, tmp_path, text, ("x", "# y"), ("one", "longer"), ("z `x", "`x"))
    assert after(found) == {"content/a.md": "`longer`\n\nx\n\n`# y`\n\n`# y`\n"}
    assert len(errors(found)) == 1


def test_of_fixes_that_lie_together_one_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = swapped(monkeypatch, tmp_path, "a1b c2d\n", ("1", "*"), ("2", "*"))
    assert after(found) == {"content/a.md": "a*b c2d\n"}
    assert len(errors(found)) == 1


def test_all_are_made_at_once_that_go_together(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "a1b c2d" + " word" * 30 + "\n"
    pairs = ("1", "*"), ("2", "*"), ("word", "wort")
    found = swapped(monkeypatch, tmp_path, text, *pairs)
    assert after(found) == {"content/a.md": "a*b c2d" + " wort" * 30 + "\n"}
    assert found.settled
    assert len(errors(found)) == 1


@pytest.mark.parametrize("last", [1, 2])
def test_a_run_that_was_stopped_fixes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, last: int
) -> None:
    use(monkeypatch, "control-character", ("one", "two"))
    root = blog(tmp_path, {"content/a.md": "one\n"})
    asked: list[Request] = []

    def check(request: Request) -> Outcome:
        asked.append(request)
        return run(request)._replace(stopped=2 if len(asked) == last else 0)

    found = fix(Request(paths=(root,), select=("control-character",), jobs=1), check)
    assert (found.changes, len(asked), found.outcome.stopped) == ((), last, 2)


def test_what_is_not_safe_waits_to_be_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    use(monkeypatch, "control-character", ("one", "two"), safe=False)
    root = blog(tmp_path, {"content/a.md": "one\n"})
    assert after(fixed(root, "control-character")) == {}
    assert after(fixed(root, "control-character", unsafe=True)) == {"content/a.md": "two\n"}


def test_the_usual_spelling_of_a_tag_stays_the_usual_one(tmp_path: Path) -> None:
    tags = ["Rust", "Rust", "Rust", "rust", "rust", "RUST"]
    posts = {
        f"content/{number}.md": f"---\ntitle: T{number}\ntags: [{tag}]\n---\n"
        for number, tag in enumerate(tags)
    }
    root = blog(tmp_path, posts)
    found = fixed(root, "tags")
    assert sorted(after(found)) == ["content/3.md", "content/4.md", "content/5.md"]
    assert all("[Rust]" in text for text in after(found).values())
    write(found, Request(paths=(root,), select=("tags",)), run)
    assert fixed(root, "tags").changes == ()


def test_a_post_that_was_named_is_fixed_alone(tmp_path: Path) -> None:
    text = "---\ntitle: A\ntags: [rust, rust]\n---\n"
    root = blog(tmp_path, {"content/a.md": text, "content/b.md": text})
    request = Request(paths=(root / "content/a.md",), today="2026-06-01")
    assert list(after(fix(request, run))) == ["content/a.md"]


def test_of_what_is_suppressed_nothing_is_fixed(tmp_path: Path) -> None:
    text = "---\ntitle: A\n# blint-ignore duplicate-tag: both\ntags: [rust, rust]\n---\n"
    assert fixed(blog(tmp_path, {"content/a.md": text})).changes == ()


def test_a_vocabulary_is_no_post_and_not_fixed(tmp_path: Path) -> None:
    post = "---\ntitle: A\ntags: [rust]\n---\n"
    root = blog(
        tmp_path,
        {"content/a.md": post, "tags.toml": "[tags.Rust]\n"},
        config='[tags]\nvocabulary = "tags.toml"\n',
    )
    assert list(after(fixed(root))) == ["content/a.md"]


def test_what_cannot_be_written_is_said_and_the_rest_is_written(tmp_path: Path) -> None:
    text = "---\ntitle: A\ntags: [rust, rust]\n---\n"
    names = ["content/a.md", "content/b.md", "content/c.md"]
    root = blog(tmp_path, dict.fromkeys(names, text))
    request = Request(paths=(root,), select=("duplicate-tag",), today="2026-06-01")
    found = fix(request, run)
    assert len(found.changes) == 3
    with fault_at("os.replace", 2, FAULTS["ENOSPC"]):
        done = write(found, request, run)
    assert done.refused == (("content/b.md", os.strerror(28).lower()),)
    assert [change.path for change in done.changes] == ["content/a.md", "content/c.md"]
    assert [(root / name).read_text() == text for name in names] == [False, True, False]
    assert [(d.path, d.rule) for d in done.outcome.diagnostics] == [
        ("content/b.md", "duplicate-tag")
    ]


def test_an_interrupt_leaves_whole_files(tmp_path: Path) -> None:
    text = "---\ntitle: A\ntags: [rust, rust]\n---\n"
    root = blog(tmp_path, dict.fromkeys(["content/a.md", "content/b.md"], text))
    request = Request(paths=(root,), select=("duplicate-tag",), today="2026-06-01")
    found = fix(request, run)
    with fault_at("os.fsync", 3, FAULTS["interrupt"]), pytest.raises(KeyboardInterrupt):
        write(found, request, run)
    assert sorted(file.name for file in (root / "content").iterdir()) == ["a.md", "b.md"]
    assert (root / "content/a.md").read_bytes() == found.changes[0].after
    assert (root / "content/b.md").read_text() == text


def test_what_a_killed_run_left_is_no_post_and_goes(tmp_path: Path) -> None:
    text = "---\ntitle: A\ntags: [rust, rust]\n---\n"
    root = blog(tmp_path, {"content/a.md": text, "content/.blint-abcd1234.tmp": text})
    os.utime(root / "content/.blint-abcd1234.tmp", (0, 0))
    request = Request(paths=(root,), today="2026-06-01")
    found = fix(request, run)
    assert found.outcome.posts == 1
    write(found, request, run)
    assert [file.name for file in (root / "content").iterdir()] == ["a.md"]
