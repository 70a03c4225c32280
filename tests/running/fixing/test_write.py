"""Files are the old or the new one whatever happens, and nothing is left behind."""

from __future__ import annotations

import errno
import os
import resource
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from blint.running.fixing.write import STALE, NotWritten, Rewrite, rewrite, sweep
from faults import CALLS, FAULTS, fault_at

OLD, NEW = b"---\r\ntitle: A\r\n---\r\n", b"---\r\ntitle: Another\r\n---\r\n"
CHANGE = Rewrite("posts/a.md", OLD, NEW)
as_root = pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
as_user = pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project with a post."""
    project = tmp_path.resolve() / "project"
    (project / "posts").mkdir(parents=True)
    (project / "posts/a.md").write_bytes(OLD)
    return project


def left(root: Path) -> list[str]:
    """What is in the folder of the post."""
    return sorted(file.name for file in (root / "posts").iterdir())


def reason(root: Path, change: Rewrite = CHANGE) -> str:
    """Why a file is not written."""
    with pytest.raises(NotWritten) as caught:
        rewrite(root, change)
    return str(caught.value)


def test_a_file_is_written_and_nothing_beside_it(root: Path) -> None:
    rewrite(root, CHANGE)
    assert (root / "posts/a.md").read_bytes() == NEW
    assert left(root) == ["a.md"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o664, 0o4755, 0o2644])
def test_the_mode_stays(root: Path, mode: int) -> None:
    (root / "posts/a.md").chmod(mode)
    before = os.umask(0o077)
    try:
        rewrite(root, CHANGE)
    finally:
        os.umask(before)
    assert stat.S_IMODE((root / "posts/a.md").stat().st_mode) == mode


@as_root
def test_the_owner_stays(root: Path) -> None:
    os.chown(root / "posts/a.md", 1234, 5678)
    (root / "posts/a.md").chmod(0o6755)
    rewrite(root, CHANGE)
    status = (root / "posts/a.md").stat()
    assert (status.st_uid, status.st_gid, stat.S_IMODE(status.st_mode)) == (1234, 5678, 0o6755)


@as_root
def test_who_may_not_give_a_file_away_writes_it_all_the_same(root: Path) -> None:
    os.chown(root / "posts/a.md", 1234, 5678)
    with fault_at("os.fchown", 1, FAULTS["EPERM"]):
        rewrite(root, CHANGE)
    status = (root / "posts/a.md").stat()
    assert (status.st_uid, status.st_gid) == (0, 5678)


def test_extended_attributes_stay(root: Path) -> None:
    try:
        os.setxattr(root / "posts/a.md", "user.origin", b"x")
    except (AttributeError, OSError):
        pytest.skip("this file system has no extended attributes")
    rewrite(root, CHANGE)
    assert os.getxattr(root / "posts/a.md", "user.origin") == b"x"


def test_a_link_stays_a_link(root: Path) -> None:
    (root / "real").mkdir()
    (root / "posts/a.md").rename(root / "real/b.md")
    (root / "posts/a.md").symlink_to("../real/b.md")
    rewrite(root, CHANGE)
    assert (root / "posts/a.md").is_symlink()
    assert (root / "real/b.md").read_bytes() == NEW
    assert left(root) == ["a.md"]
    assert [file.name for file in (root / "real").iterdir()] == ["b.md"]


def _outside(root: Path) -> Path:
    outside = root.parent / "outside.md"
    (root / "posts/a.md").rename(outside)
    (root / "posts/a.md").symlink_to(outside)
    return outside


def _hard_link(root: Path) -> Path:
    os.link(root / "posts/a.md", root / "other.md")
    return root / "other.md"


def _read_only(root: Path) -> Path:
    (root / "posts/a.md").chmod(0o444)
    return root / "posts/a.md"


def _edited(root: Path) -> Path:
    (root / "posts/a.md").write_bytes(OLD + b"x")
    return root / "posts/a.md"


def _shortened(root: Path) -> Path:
    (root / "posts/a.md").write_bytes(OLD[:-1])
    return root / "posts/a.md"


def _vanished(root: Path) -> Path:
    (root / "posts/a.md").unlink()
    return root / "posts/a.md"


def _folder(root: Path) -> Path:
    (root / "posts/a.md").unlink()
    (root / "posts/a.md").mkdir()
    return root / "posts/a.md"


def _pipe(root: Path) -> Path:
    (root / "posts/a.md").unlink()
    os.mkfifo(root / "posts/a.md")
    return root / "posts/a.md"


def _in_git(root: Path) -> Path:
    (root / ".git").mkdir()
    (root / "posts/a.md").rename(root / ".git/config")
    (root / "posts/a.md").symlink_to("../.git/config")
    return root / ".git/config"


def _circle(root: Path) -> Path:
    (root / "posts/a.md").unlink()
    (root / "posts/a.md").symlink_to("a.md")
    return root / "posts/a.md"


REFUSED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a link that leads out": (_outside, "it is a link that leads out of the project"),
    "a link into .git": (_in_git, "it is a link that leads out of the project"),
    "a link to itself": (_circle, "it is not a regular file"),
    "a hard link": (_hard_link, "several names"),
    "a file that is read-only": (_read_only, "it may not be written"),
    "a file edited meanwhile": (_edited, "somebody has changed it meanwhile"),
    "a file shortened meanwhile": (_shortened, "somebody has changed it meanwhile"),
    "a file that is gone": (_vanished, "no such file or directory"),
    "a folder": (_folder, "it is not a regular file"),
    "a pipe": (_pipe, "it is not a regular file"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_plain_file_of_ours_is_left_alone(root: Path, name: str) -> None:
    prepare, why = REFUSED[name]
    file = prepare(root)
    before = file.read_bytes() if file.is_file() else None
    listed = left(root)
    assert why in reason(root)
    assert (file.read_bytes() if file.is_file() else None) == before
    assert left(root) == listed


def test_a_file_replaced_while_it_is_written_is_left_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync
    done: list[int] = []

    def fsync(descriptor: int) -> None:
        real(descriptor)
        if not done:
            done.append(1)
            (root / "theirs").write_bytes(OLD)
            (root / "theirs").replace(root / "posts/a.md")

    monkeypatch.setattr(os, "fsync", fsync)
    assert reason(root) == "somebody has changed it meanwhile"
    assert left(root) == ["a.md"]
    assert (root / "posts/a.md").read_bytes() == OLD


def test_a_file_saved_anew_before_it_is_written_is_the_same_file(root: Path) -> None:
    (root / "theirs").write_bytes(OLD)
    (root / "theirs").replace(root / "posts/a.md")
    rewrite(root, CHANGE)
    assert (root / "posts/a.md").read_bytes() == NEW


@as_user
def test_a_folder_that_is_read_only(root: Path) -> None:
    (root / "posts").chmod(0o555)
    try:
        assert reason(root) == "permission denied"
    finally:
        (root / "posts").chmod(0o755)
    assert (root / "posts/a.md").read_bytes() == OLD


def test_a_file_larger_than_the_system_lets_us_write(root: Path) -> None:
    big = Rewrite("posts/a.md", OLD, NEW * 10_000)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
    try:
        assert reason(root, big) == os.strerror(errno.EFBIG).lower()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert (root / "posts/a.md").read_bytes() == OLD
    assert left(root) == ["a.md"]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("call", CALLS)
def test_whatever_fails_the_file_is_old_or_new(root: Path, call: str, fault: str) -> None:
    make = FAULTS[fault]
    if os.geteuid() == 0:
        os.chown(root / "posts/a.md", 1234, 5678)
    for number in range(1, 100):
        (root / "posts/a.md").write_bytes(OLD)
        told: BaseException | None = None
        with fault_at(call, number, make) as hits:
            try:
                rewrite(root, CHANGE)
            except (NotWritten, KeyboardInterrupt) as error:
                told = error
        holds = (root / "posts/a.md").read_bytes()
        if hits.count < number:
            assert told is None
            assert holds == NEW
            break
        assert holds in {OLD, NEW}
        if isinstance(told, NotWritten):
            assert holds == OLD
            assert str(told)
        elif told is None:
            assert holds == NEW
        assert left(root) == ["a.md"], (number, told)
    # A call that nothing comes by would prove nothing.
    assert number > 1 or call in {"os.fchown", "os.unlink"}


def test_what_cannot_be_removed_is_left_with_the_old_file(root: Path) -> None:
    with fault_at("os.fsync", 1, FAULTS["ENOSPC"]), fault_at("os.unlink", 1, FAULTS["EIO"]):
        assert reason(root) == os.strerror(errno.ENOSPC).lower()
    assert (root / "posts/a.md").read_bytes() == OLD
    assert len(left(root)) == 2


def test_only_what_a_killed_run_has_left_is_swept(root: Path) -> None:
    names = {
        "posts/.blint-abcd_123.tmp": False,
        ".blint-abcd_123.tmp": False,
        "posts/.blint-new_1234.tmp": True,
        "posts/.blint-notes.tmp": True,
        "posts/.blint-ABCDEFGH.tmp": True,
        "posts/x.blint-abcd_123.tmp": True,
        "posts/.blint-abcd_123.tmp.md": True,
    }
    long_ago = time.time() - STALE - 60
    for name in names:
        (root / name).write_bytes(b"x")
        if "new" not in name:
            os.utime(root / name, (long_ago, long_ago))
    (root / "posts/.blint-abcdlink.tmp").symlink_to("a.md")
    (root / "posts/.blint-abcd_dir.tmp").mkdir()
    sweep(root, [*names, "posts/.blint-abcdlink.tmp", "posts/.blint-abcd_dir.tmp", "posts/gone"])
    assert {name: (root / name).exists() for name in names} == names
    assert (root / "posts/.blint-abcdlink.tmp").is_symlink()
    assert (root / "posts/.blint-abcd_dir.tmp").is_dir()
    assert (root / "posts/a.md").read_bytes() == OLD


def test_killed_at_any_step_a_file_is_old_or_new(tmp_path: Path) -> None:
    program = Path(__file__).parent.parent.parent / "kills.py"
    command = [sys.executable, str(program), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert int(done.stdout) >= 20
