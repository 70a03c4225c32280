"""Write to standard output and to files, whatever the terminal's encoding."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click


def write_out(*pieces: str) -> None:
    """Write text to standard output; what its encoding lacks is written as an escape."""
    write_pieces(pieces)


def write_pieces(pieces: Iterable[str]) -> list[bytes]:
    """Write pieces of text to standard output one after the other, and flush; returns them."""
    encoding = sys.stdout.encoding or "utf-8"
    stream = sys.stdout.buffer
    written = []
    for piece in pieces:
        written.append(piece.encode(encoding, "backslashreplace"))
        stream.write(written[-1])
    stream.flush()
    return written


def write_file(path: Path, pieces: Iterable[str]) -> None:
    """Write a report to a file as UTF-8, making the folder where it is missing."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            for piece in pieces:
                file.write(piece.encode("utf-8", "backslashreplace"))
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise click.ClickException(f"`{path}` cannot be written: {reason}.") from error
