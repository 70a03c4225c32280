"""The faults that reading front matter met, as findings."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding, Related
from blint.reading.nodes import FaultKind, FrontMatter


def fault_findings(front_matter: FrontMatter, *kinds: FaultKind) -> Iterator[Finding]:
    """A finding for each fault of these kinds, in the order in which they were met."""
    for fault in front_matter.faults:
        if fault.kind in kinds:
            first = (Related(fault.other, "It stands here first."),) if fault.other else ()
            yield Finding(fault.span, _sentence(fault.message), help=fault.help, related=first)


def _sentence(message: str) -> str:
    """A reader's words, which begin small and end without a full stop, as a sentence."""
    return f"{message[:1].upper()}{message[1:].removesuffix('.')}."
