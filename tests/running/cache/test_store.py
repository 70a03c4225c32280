"""The cache's file: what is put in comes out, and nothing that happens to the file does harm."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from blint.running.cache.store import FOLDER, Store, remove

KEYS = [bytes([number]) * 16 for number in range(6)]
POSTS = {key: b"post " + key for key in KEYS}


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    """A project whose cache holds `POSTS` and one state."""
    store = Store(tmp_path)
    store.write({b"state": b"1"}, POSTS)
    store.close()
    return tmp_path


def database(root: Path) -> Path:
    (file,) = (root / FOLDER).glob("cache-*.sqlite3")
    return file


def content(root: Path) -> tuple[dict[bytes, bytes], bytes | None]:
    store = Store(root)
    try:
        return store.posts(KEYS), store.state(b"state")
    finally:
        store.close()


@pytest.mark.parametrize("asked", [KEYS, KEYS[:1], [*KEYS[:2], b"unknown"], []])
def test_what_was_kept_is_found(filled: Path, asked: list[bytes]) -> None:
    store = Store(filled)
    assert store.posts(asked) == {key: POSTS[key] for key in asked if key in POSTS}
    assert store.state(b"state") == b"1"
    assert store.state(b"other") is None
    store.close()
    assert store.posts(asked) == {}
    assert not store.usable


def test_a_later_value_takes_the_place_of_an_earlier_one(filled: Path) -> None:
    store = Store(filled)
    store.write({b"state": b"2"}, {KEYS[0]: b"new"})
    store.close()
    assert content(filled) == ({**POSTS, KEYS[0]: b"new"}, b"2")


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda file: file.write_bytes(b""), id="emptied"),
        pytest.param(lambda file: file.write_bytes(b"not a database" * 999), id="overwritten"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:5000]), id="cut off"),
        pytest.param(lambda file: (file.unlink(), file.mkdir()), id="a folder"),
        pytest.param(lambda file: (file.unlink(), file.symlink_to("/dev/zero")), id="a link"),
        pytest.param(
            lambda file: sqlite3.connect(file).executescript(
                "DROP TABLE posts; CREATE TABLE posts (other)"
            ),
            id="another table",
        ),
    ],
)
def test_a_broken_file_is_a_miss(filled: Path, spoil: object) -> None:
    assert callable(spoil)
    spoil(database(filled))
    posts, _ = content(filled)
    assert posts == {}
    store = Store(filled)
    store.write({b"state": b"3"}, POSTS)
    store.close()
    posts, state = content(filled)
    assert posts in ({}, POSTS)
    assert state in {None, b"1", b"3"}


def test_a_changed_byte_is_a_miss_for_that_post_alone(filled: Path) -> None:
    file = database(filled)
    data = file.read_bytes()
    place = data.index(POSTS[KEYS[2]])
    file.write_bytes(data[:place] + b"P" + data[place + 1 :])
    assert content(filled) == ({key: POSTS[key] for key in KEYS if key != KEYS[2]}, b"1")


def test_a_file_cut_anywhere_gives_only_what_was_put_in(filled: Path) -> None:
    file = database(filled)
    data = file.read_bytes()
    for length in range(0, len(data), 611):
        file.write_bytes(data[:length])
        posts, state = content(filled)
        assert posts.items() <= POSTS.items()
        assert state in {None, b"1"}
        file.write_bytes(data)


def test_git_does_not_see_the_cache(filled: Path) -> None:
    subprocess.run(["git", "init", "-q", str(filled)], check=True)
    seen = subprocess.run(
        ["git", "-C", str(filled), "status", "--porcelain"], check=True, capture_output=True
    )
    assert seen.stdout == b""


def test_a_link_in_place_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    root = tmp_path / "root"
    root.mkdir()
    (root / FOLDER).symlink_to(elsewhere)
    store = Store(root)
    store.write({}, POSTS)
    assert not store.usable
    assert list(elsewhere.iterdir()) == []
    assert remove(root) is None


def test_old_posts_go_when_there_are_many(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("blint.running.cache.store._SPARE", 0)
    store = Store(filled)
    store.prune(lambda: KEYS[:3], 3)
    assert store.count() == 6, "six are no more than two times three"
    store.prune(lambda: KEYS[:1], 1)
    assert store.posts(KEYS) == {KEYS[0]: POSTS[KEYS[0]]}
    store.close()


def test_only_the_last_states_stay(filled: Path) -> None:
    store = Store(filled)
    for number in range(40):
        store.write({f"state {number}".encode(): b"x"}, {})
    assert store.state(b"state") is None
    assert store.state(b"state 39") == b"x"
    store.close()


WRITES = """
import sys
from pathlib import Path
from blint.running.cache.store import Store
for turn in range(20):
    store = Store(Path(sys.argv[1]))
    store.write({b"state": b"x"}, {f"{sys.argv[2]} {turn}".encode(): b"x" * 999})
    store.close()
"""


def test_runs_at_the_same_time_do_not_disturb_each_other(filled: Path) -> None:
    command = [sys.executable, "-c", WRITES, str(filled)]
    runs = [subprocess.Popen([*command, str(number)]) for number in range(3)]
    assert [run.wait() for run in runs] == [0, 0, 0]
    store = Store(filled)
    assert store.count() == len(POSTS) + 60
    store.close()


def test_what_is_removed(filled: Path) -> None:
    (filled / FOLDER / "other").write_text("mine")
    size = remove(filled)
    assert size is not None
    assert size > 1000
    assert [file.name for file in (filled / FOLDER).iterdir()] == ["other"]
