"""Ask git: the one place that runs it.

No shell, no hook, no external diff, no filter, no network and no lock; and nothing of a repository
is trusted to be a name that a terminal or another program may be given.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from blint.running.errors import UsageFault

_PATIENCE: Final = 120.0
"""Seconds that one question may take."""

_MANY: Final = 2000
"""Objects of a partial clone that are asked for one by one at most; of more none is read."""

_KEPT: Final = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")
_KEPT_NAMES: Final = frozenset({"GIT_EXEC_PATH"})

# A partial clone must not fetch what it lacks, and a file system monitor is a program.
_SETTINGS: Final = (
    *("-c", "core.quotepath=off"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "protocol.allow=never"),
    *("-c", "core.pager=cat"),
)

GITLINK: Final = "160000"
SYMLINK: Final = "120000"


class Entry(NamedTuple):
    """A path that differs between two states: its modes (six octal digits) and object names, all
    zeros where there is nothing or git does not know."""

    path: str
    mode: str
    new_mode: str
    oid: str
    new_oid: str
    status: str


class Git:
    """The repository around a folder. Raises UsageFault where there is none, or no git."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._env = _environment()
        asked = ("--is-inside-work-tree", "--is-shallow-repository", "--absolute-git-dir")
        answer = self._run("rev-parse", *asked)
        if answer.returncode != 0:
            raise UsageFault(_refused(folder, answer.stderr))
        inside, shallow, place = (*_text(answer.stdout).split("\n", 2), "", "")[:3]
        if inside != "true":
            raise UsageFault(f"`{folder}` is not in the working tree of a git repository.")
        self.shallow = shallow == "true"
        self._keep_index(_without_line_end(place))

    def commit(self, name: str) -> str | None:
        """The object name of the commit that a name stands for; None where it stands for none."""
        if not name or name.startswith("-") or "\0" in name or "\n" in name:
            return None
        return self._one("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")

    def merge_base(self, one: str, other: str) -> str | None:
        """The best common ancestor of two commits; None where none is known."""
        return self._one("merge-base", one, other)

    def setting(self, name: str) -> str | None:
        """The value of a setting; None where it has none."""
        return self._one("config", "--get", name)

    def symbolic(self, name: str) -> str | None:
        """What a symbolic reference leads to."""
        return self._one("symbolic-ref", "--quiet", name)

    def against_files(self, commit: str) -> list[Entry]:
        """What differs between a commit and the working tree with the index."""
        return self._raw("diff-index", commit)

    def against_index(self, commit: str) -> list[Entry]:
        """What differs between a commit and the index."""
        return self._raw("diff-index", "--cached", commit)

    def unstaged(self) -> list[Entry]:
        """What differs between the index and the working tree."""
        return self._raw("diff-files")

    def untracked(self) -> list[str]:
        """The files below the folder that git neither tracks nor ignores."""
        names = self._ask("ls-files", "-z", "--others", "--exclude-standard").split(b"\0")
        return [os.fsdecode(name) for name in names if name and not name.endswith(b"/")]

    def tracked(self) -> list[str]:
        """The files below the folder that are in the index."""
        names = self._ask("ls-files", "-z").split(b"\0")
        return [os.fsdecode(name) for name in names if name]

    def contents(self, oids: Iterable[str], limit: int) -> dict[str, bytes]:
        """What objects hold, by name; those that are missing or larger than `limit` left out."""
        wanted = list(dict.fromkeys(oids))
        if not wanted:
            return {}
        checked = self._checked(wanted)
        small = []
        for line in checked.decode("ascii", "replace").splitlines():
            name, _, rest = line.partition(" ")
            kind, _, size = rest.partition(" ")
            if kind == "blob" and size.isdigit() and int(size) <= limit:
                small.append(name)
        return dict(_batch(self._ask("cat-file", "--batch", data=_lines(small)))) if small else {}

    def _checked(self, oids: list[str]) -> bytes:
        """What kind and size objects are of. A partial clone ends the answer at the first one that
        it lacks, so that they have to be asked for one by one."""
        answer = self._run("cat-file", "--batch-check", data=_lines(oids))
        if answer.returncode == 0:
            return answer.stdout
        if len(oids) == 1 or len(oids) > _MANY:
            return b""
        half = len(oids) // 2
        return self._checked(oids[:half]) + self._checked(oids[half:])

    def _raw(self, *command: str) -> list[Entry]:
        name, *rest = command
        output = self._ask(
            *(name, "--raw", "-z", "--no-renames", "--no-abbrev", "--no-ext-diff"),
            *("--no-textconv", "--ignore-submodules=dirty", "--relative", *rest, "--"),
        )
        return list(_entries(output))

    def _keep_index(self, place: str) -> None:
        """While somebody commits some files, git's hooks are told of another index: that counts,
        if it is one of this repository."""
        index = os.environ.get("GIT_INDEX_FILE", "")
        if index and place:
            full = os.path.realpath(index)
            if Path(full).is_relative_to(os.path.realpath(place)) and Path(full).is_file():
                self._env["GIT_INDEX_FILE"] = full

    def _one(self, *arguments: str) -> str | None:
        """The one line of an answer; None where there is none."""
        answer = self._run(*arguments)
        if answer.returncode != 0:
            return None
        return _text(answer.stdout).split("\n", 1)[0] or None

    def _ask(self, *arguments: str, data: bytes | None = None) -> bytes:
        answer = self._run(*arguments, data=data)
        if answer.returncode != 0:
            raise UsageFault(f"git could not be asked: {_first_line(answer.stderr)}")
        return answer.stdout

    def _run(
        self, *arguments: str, data: bytes | None = None
    ) -> subprocess.CompletedProcess[bytes]:
        command = ["git", "--no-pager", *_SETTINGS, *arguments]
        try:
            return subprocess.run(
                command,
                cwd=self._folder,
                env=self._env,
                input=data if data is not None else b"",
                capture_output=True,
                check=False,
                timeout=_PATIENCE,
            )
        except FileNotFoundError as error:
            raise UsageFault("`--changed` needs git, which was not found.") from error
        except subprocess.TimeoutExpired as error:
            raise UsageFault("git did not answer in two minutes.") from error


def _environment() -> dict[str, str]:
    """The environment without what would make git look at another repository, or tell of itself."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(_KEPT) or name in _KEPT_NAMES
    }
    return kept | {
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "LC_ALL": "C",
    }


def _entries(output: bytes) -> Iterator[Entry]:
    """The entries of `--raw -z`: `:mode mode oid oid status`, then the path."""
    parts = iter(output.split(b"\0"))
    for head in parts:
        if not head.startswith(b":"):
            continue
        mode, new_mode, oid, new_oid, status = head[1:].decode("ascii").split(" ")
        yield Entry(os.fsdecode(next(parts)), mode, new_mode, oid, new_oid, status[:1])


def _batch(output: bytes) -> Iterator[tuple[str, bytes]]:
    at = 0
    while at < len(output):
        end = output.index(b"\n", at)
        name, kind, *size = output[at:end].decode("ascii").split(" ")
        at = end + 1
        if kind != "missing":
            length = int(size[0])
            yield name, output[at : at + length]
            at += length + 1


def _lines(names: Iterable[str]) -> bytes:
    return "".join(f"{name}\n" for name in names).encode("ascii")


def _refused(folder: Path, said: bytes) -> str:
    if b"not a git repository" in said:
        return f"`--changed` needs a git repository, and `{folder}` is in none."
    return f"git does not read the repository of `{folder}`: {_first_line(said)}"


def _first_line(said: bytes) -> str:
    """The first line of what git said, without what a terminal would take for more than text."""
    line = next(iter(_text(said).strip().splitlines()), "it gave no reason")
    return "".join(c for c in line if c.isprintable()).removeprefix("fatal: ")


def _text(output: bytes) -> str:
    return os.fsdecode(output)


def _without_line_end(text: str) -> str:
    return text.removesuffix("\n").removesuffix("\r")
