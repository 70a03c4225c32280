"""Warm runs: with a cache, whatever happened in between, a run finds what one without would."""

from __future__ import annotations

import os
import random
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from blint.running import examine, review
from blint.running.cache.store import FOLDER, Store
from blint.running.opening import Request
from blint.running.run import Outcome, run
from blogs import CHANGES, age, replaced, write_blog

SITES = Path(__file__).resolve().parent.parent / "fixtures" / "sites"
TODAY = "2026-06-01"


def plain(outcome: Outcome) -> tuple[object, ...]:
    """All that a report may show of an outcome."""
    return (
        outcome.posts,
        repr(outcome.diagnostics),
        outcome.suppressed,
        outcome.skipped,
        outcome.notes,
    )


def same(root: Path, *paths: str, **options: object) -> Outcome:
    """Run with the cache; a run without must find the same."""
    request = Request(paths=tuple(root / path for path in paths) or (root,), today=TODAY)
    request = replace(request, **options)  # type: ignore[arg-type]
    outcome = run(replace(request, cache=True))
    assert plain(outcome) == plain(run(request))
    return outcome


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """A blog whose cache is filled."""
    same(write_blog(tmp_path))
    return tmp_path


def test_after_nothing(blog: Path) -> None:
    same(blog)
    age(blog)
    same(blog)


@pytest.mark.parametrize("change", CHANGES)
def test_after_a_change(blog: Path, change: str) -> None:
    CHANGES[change](blog)
    same(blog)
    same(blog, "content/c.md")
    same(blog)


@pytest.mark.parametrize(
    "options",
    [
        {"select": ("links",)},
        {"ignore": ("links", "unknown-tag")},
        {"today": "2031-01-01"},
        {"jobs": 1},
        {"force_exclude": True},
        {"suppressions": False},
    ],
)
def test_other_options_have_results_of_their_own(blog: Path, options: dict[str, object]) -> None:
    same(blog, **options)
    same(blog)
    replaced("content/a.md", "gone.md", "c.md")(blog)
    same(blog, **options)
    same(blog, "content/a.md", **options)


@pytest.fixture
def examined(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The posts that runs examine, as they come."""
    seen: list[str] = []
    real = examine.examine

    def noting(path: str, *rest: object, **more: object) -> object:
        seen.append(path)
        return real(path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("blint.running.batch.examine", noting)
    return seen


def warm(root: Path, *paths: str) -> Outcome:
    return run(Request(paths=tuple(root / p for p in paths) or (root,), today=TODAY, cache=True))


def test_only_what_has_changed_is_examined(blog: Path, examined: list[str]) -> None:
    warm(blog)
    assert examined == []
    replaced("content/a.md", "and", "or")(blog)
    warm(blog, "content/c.md")
    assert examined == ["content/a.md"]
    warm(blog)
    assert examined == ["content/a.md"]


def test_only_what_has_changed_is_judged(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def whole(*_: object) -> None:
        raise AssertionError("everything was judged")

    monkeypatch.setattr(review, "_whole", whole)
    replaced("content/a.md", "gone.md", "c.md")(blog)
    warm(blog)
    replaced("content/d.md", "gone.md", "a.md")(blog)
    warm(blog, "content/d.md")


def test_a_cache_on_another_machine_is_as_good(blog: Path, examined: list[str]) -> None:
    copy = blog.parent / "checkout"
    shutil.copytree(blog, copy)
    age(copy)
    warm(copy)
    assert examined == []


def test_a_change_that_keeps_size_and_time_is_seen(blog: Path) -> None:
    file = blog / "content/a.md"
    status = file.stat()
    replaced("content/a.md", "gone.md", "none.md")(blog)
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert file.stat().st_size == status.st_size
    same(blog)


def test_a_root_that_cannot_be_written_to_has_no_cache(blog: Path) -> None:
    shutil.rmtree(blog / FOLDER)
    (blog / FOLDER).write_text("in the way")
    same(blog)
    assert (blog / FOLDER).read_text() == "in the way"


def test_failures_are_not_kept(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replaced("content/a.md", "and", "or")(blog)
    with monkeypatch.context() as patch:
        patch.setattr("blint.running.examine.gather_facts", lambda *_, **__: 1 / 0)
        rules = {d.rule for d in warm(blog).diagnostics if d.path == "content/a.md"}
        assert rules == {"internal-error"}
    same(blog)


def test_a_cache_of_garbage_changes_nothing(blog: Path) -> None:
    store = Store(blog)
    database = store._database
    assert database is not None
    for table in ("posts", "states"):
        keys = [key for (key,) in database.execute(f"SELECT key FROM {table}")]
        values = dict.fromkeys(keys, b"\x91\xc0")
        store.write({}, values) if table == "posts" else store.write(values, {})
    store.close()
    same(blog)


@pytest.mark.parametrize("name", sorted(path.stem for path in SITES.glob("*.json")))
def test_sites_that_are_edited(name: str, tmp_path: Path) -> None:
    shutil.copytree(SITES / name, tmp_path / "site")
    root = tmp_path / "site"
    age(root)
    same(root)
    posts = sorted(path for path in root.rglob("*") if path.suffix in {".md", ".mdx", ".markdown"})
    chance = random.Random(name)
    for step in range(8):
        for post in chance.sample(posts, min(len(posts), 1 + step % 3)):
            edit(post, chance)
        same(root)


def edit(post: Path, chance: random.Random) -> None:
    """Change something about a post that others may notice."""
    lines = post.read_text(encoding="utf-8").split("\n")
    place = chance.randrange(len(lines))
    what = chance.randrange(5)
    if what == 0:
        del lines[place]
    elif what == 1:
        lines.insert(place, chance.choice(["", "text", "## Heading", "[x](index.md)", "---"]))
    elif what == 2:
        lines[place] = lines[place].replace("(", "(x", 1)
    elif what == 3:
        lines[place] = lines[place].swapcase()
    else:
        chance.shuffle(lines)
    post.write_text("\n".join(lines), encoding="utf-8")
