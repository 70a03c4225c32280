"""Lines of sources and lines of output: small things that several formats share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from blint.reports import sanitise

if TYPE_CHECKING:
    from blint.diagnostics import Diagnostic
    from blint.source import Source


def one_line(diagnostic: Diagnostic) -> str:
    """`path:line:column: severity[rule] message` and a line feed, harmless in any log."""
    path, place = sanitise.visible(diagnostic.path), diagnostic.place
    kind = f"{diagnostic.severity.word}[{diagnostic.rule}]"
    said = sanitise.message(diagnostic.message)
    return sanitise.inert(f"{path}:{place.line}:{place.column}: {kind} {said}") + "\n"


def note_line(note: str) -> str:
    """A sentence about the run as a line."""
    return sanitise.inert(f"note: {sanitise.message(note)}") + "\n"


def count(number: int, noun: str) -> str:
    """`1 post`, `2 posts`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def listing(parts: list[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def source_line(source: Source, number: int) -> str | None:
    """A 1-based line without its break; None past the end."""
    starts = source.lines.starts
    if number > len(starts):
        return None
    end = starts[number] - 1 if number < len(starts) else len(source.text)
    return source.text[starts[number - 1] : end].removesuffix("\r")
