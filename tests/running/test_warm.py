"""Warm runs: with a cache, whatever happened in between, a run finds what one without would."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from blint.running import examine, review
from blint.running.cache.store import FOLDER, Store
from blint.running.run import Outcome, Request, run

SITES = Path(__file__).resolve().parent.parent / "fixtures" / "sites"
TODAY = "2026-06-01"

BLOG = {
    "blint.toml": '[tags]\nvocabulary = "tags.toml"\n[rules]\norphan-post = "info"\n',
    "tags.toml": "[tags.Python]\n[tags.Rust]\n",
    ".gitignore": "/content/private/\n",
    "content/a.md": "---\ntitle: A\ntags: [Python]\n---\nTo [b](b.md) and [gone](gone.md).\n",
    "content/b.md": "---\ntitle: B\ntags: [python]\ndraft: true\n---\n[a](a.md#part)\n\n## Part\n",
    "content/c.md": "---\ntitle: C\ntags: [Go]\n---\n[a](A.md), [b](b.md#part).\n\n```\nx\n```\n",
    "content/d.md": "<!-- blint-ignore broken-link: later -->\nTo [gone](gone.md).\n",
    "content/e.md": "---\ntitle: E\ntags: [Rust, rust]\n---\n[gone](gone.md) [x](x.md) [c](c)\n",
    "content/private/f.md": "---\ntitle: F\n---\n[gone](gone.md)\n",
}


def age(root: Path) -> None:
    """Give all files an old time, as files have that nobody is writing to."""
    for file in root.rglob("*"):
        os.utime(file, (1_700_000_000, 1_700_000_000))


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
    for name, text in BLOG.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    age(tmp_path)
    same(tmp_path)
    return tmp_path


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new), encoding="utf-8")

    return change


def exclude(root: Path) -> None:
    (root / ".git/info").mkdir(parents=True)
    (root / ".git/info/exclude").write_text("c.md\n")


CHANGES: dict[str, Callable[[Path], object]] = {
    "nothing": lambda _root: None,
    "times": age,
    "a word": replaced("content/a.md", "and", "or"),
    "a line above": replaced("content/a.md", "To", "\n\nTo"),
    "a link mended": replaced("content/a.md", "gone.md", "c.md"),
    "a link broken": replaced("content/c.md", "A.md", "nowhere.md"),
    "a heading gone": replaced("content/b.md", "## Part", ""),
    "no draft any more": replaced("content/b.md", "draft: true\n", ""),
    "a tag": replaced("content/a.md", "Python", "python"),
    "no suppression": replaced("content/d.md", "<!-- blint-ignore broken-link: later -->", ""),
    "an idle suppression": replaced("content/d.md", "gone.md", "a.md"),
    "broken front matter": replaced("content/e.md", "title: E", "title: [E"),
    "no post": lambda root: (root / "content/b.md").unlink(),
    "another post": lambda root: (root / "content/gone.md").write_text("# Here\n"),
    "another name": lambda root: (root / "content/a.md").rename(root / "content/aa.md"),
    "a post unreadable": lambda root: (root / "content/a.md").write_bytes(b"\xff\xfe\x00"),
    "a post too large": lambda root: (root / "content/a.md").write_bytes(b"x" * 2_100_000),
    "a link for a post": lambda root: (root / "content/z.md").symlink_to("a.md"),
    "what git ignores": replaced(".gitignore", "/content/private/", "# nothing"),
    "git's own excludes": exclude,
    "the vocabulary": replaced("tags.toml", "[tags.Rust]", "[tags.Go]"),
    "a severity": replaced("blint.toml", '"info"', '"error"'),
    "a setting": replaced("blint.toml", "[tags]", '[links]\nignore = ["gone.md"]\n[tags]'),
    "an option": replaced("blint.toml", "[rules]", "[rules]\nstale-read-time = { tolerance = 9 }"),
    "no cache": lambda root: shutil.rmtree(root / FOLDER),
    "a generator": lambda root: (root / "hugo.toml").write_text('baseURL = "https://a.example/"'),
}


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
