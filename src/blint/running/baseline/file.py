"""The file of a baseline: a finding a line, sorted, so that branches merge and diffs are read."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from blint.late import late
from blint.running.errors import ConfigError, ConfigFault, UsageFault

HEADER = "# Findings that `blint check` knows and does not report: path, rule, text."

SIZE_LIMIT = 64 * 1024 * 1024

_LINE = late(r"(?P<path>\S.*) (?P<rule>[a-z][a-z0-9-]*) (?P<text>[0-9a-f]{16})(?:\.\d+)?")
_UNSAFE = late(r"[%\x00-\x1f\x7f]|^[ #]")
_ESCAPE = late(r"%([0-9A-F]{2})")


class Entry(NamedTuple):
    """A finding that is known: where it was, of which rule, and its fingerprint."""

    path: str
    rule: str
    text: str


Entries = Mapping[Entry, int]
"""Each entry with the number of findings that are alike."""


def read_baseline(file: Path, name: str) -> Entries:
    """What is in a file; nothing where there is none.

    `name` is how it is called in messages. Raises ConfigError, with every line that is no entry.
    """
    try:
        with file.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    except FileNotFoundError:
        return {}
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise ConfigError([ConfigFault(name, 1, 1, f"This cannot be read: {reason}.")]) from error
    if len(data) > SIZE_LIMIT:
        raise ConfigError([ConfigFault(name, 1, 1, f"This has more than {SIZE_LIMIT:,} bytes.")])
    # Equal lines are one entry: both sides of a merge may have added it.
    lines: dict[str, int] = {}
    text = data.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            lines.setdefault(line, number)
    matches = {line: _LINE.fullmatch(line) for line in lines}
    faults = [_fault(name, n, line) for line, n in lines.items() if matches[line] is None]
    if faults:
        raise ConfigError(faults[:_MOST_FAULTS])
    return Counter(
        Entry(_unescaped(match["path"]), match["rule"], match["text"])
        for match in matches.values()
        if match is not None
    )


def write_baseline(file: Path, entries: Entries) -> None:
    """Write a file with these entries, in one step. Raises UsageFault where it cannot be."""
    target = Path(os.path.realpath(file))
    try:
        descriptor, name = tempfile.mkstemp(prefix=".blint-", suffix=".tmp", dir=target.parent)
        new = Path(name)
        try:
            with os.fdopen(descriptor, "wb") as stream:
                stream.write(baseline_text(entries))
            new.chmod(target.stat().st_mode & 0o777 if target.exists() else 0o644)
            new.replace(target)
        except BaseException:
            with suppress(OSError):
                new.unlink()
            raise
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UsageFault(f"`{file}` cannot be written: {reason}.") from error


def baseline_text(entries: Entries) -> bytes:
    """The content of a file with these entries."""
    lines = sorted(line for entry, count in entries.items() for line in _lines(entry, count))
    text = "".join(f"{line}\n" for line in [HEADER, *lines])
    return text.encode("utf-8", "surrogateescape")


def _lines(entry: Entry, count: int) -> Iterator[str]:
    """A line for each finding: a count on one line would be in conflict when two branches meet."""
    path = _UNSAFE.sub(lambda found: f"%{ord(found[0]):02X}", entry.path)
    line = f"{path} {entry.rule} {entry.text}"
    yield line
    for number in range(2, count + 1):
        yield f"{line}.{number}"


def _unescaped(path: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), path)


def _fault(name: str, number: int, line: str) -> ConfigFault:
    if line.startswith(_MERGE):
        return ConfigFault(
            name,
            number,
            1,
            "This is the mark of a conflict in git.",
            "Keep the lines of both sides and take the marks out.",
        )
    return ConfigFault(
        name,
        number,
        1,
        "This line is no entry of a baseline.",
        "An entry is a path, a rule and 16 hexadecimal digits; `blint baseline` writes them.",
    )


_MERGE = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_MOST_FAULTS = 20
