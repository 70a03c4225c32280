"""Read a text file that somebody names on the command line, wherever it is."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

from blint.running.errors import UsageFault
from blint.source import decode

SIZE_LIMIT: Final = 8 * 1024 * 1024


def read_given(name: str) -> str:
    """The text of a file, or of standard input for `-`. Raises UsageFault with the reason."""
    if name == "-":
        data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
    else:
        try:
            path = Path(name)
            if path.exists() and not path.is_file():
                raise UsageFault(f"`{name}` is not a file.")
            with path.open("rb") as stream:
                data = stream.read(SIZE_LIMIT + 1)
        except (OSError, ValueError) as error:
            reason = (getattr(error, "strerror", None) or str(error)).lower()
            raise UsageFault(f"`{name}` cannot be read: {reason}.") from error
    if len(data) > SIZE_LIMIT:
        raise UsageFault(f"`{name}` is larger than {SIZE_LIMIT:,} bytes.")
    source = decode(data)
    if source.fault is not None:
        raise UsageFault(f"`{name}` is not UTF-8: {source.fault.reason}.")
    if "\0" in source.text:
        raise UsageFault(f"`{name}` is not a text file.")
    return source.text
