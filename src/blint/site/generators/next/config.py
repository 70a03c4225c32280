"""What the configuration of a Next.js site says of addresses: read as text, and never run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Final

from blint.late import late
from blint.site.configs.js_literals import REST, read_config
from blint.site.configs.literals import read_literals, without_comments
from blint.site.preset import Preset


def read(text_of: Callable[[str], str], config: str, _files: Collection[str]) -> dict[str, Any]:
    """The configuration, with the patterns of `redirects` and `rewrites` under `sources`.

    `unread`: some of those are computed. Where the whole cannot be told, the object has the key
    `REST`, and `basePath` and `trailingSlash` are those that stand somewhere in the text.
    """
    text = text_of(config)
    found = read_config(text)
    if REST in found:
        found = read_literals(text, ("basePath", "trailingSlash")) | found
    text = without_comments(text)
    blocks = list(_blocks(text))
    patterns = [match[2] for block in blocks for match in _SOURCE.finditer(block)]
    all_of_them = sum(len(_ANY_SOURCE.findall(block)) for block in blocks)
    unread = all_of_them > len(patterns) or any(
        "..." in block or not _ANY_SOURCE.search(block) for block in blocks
    )
    return found | {"sources": patterns, "unread": unread}


def adapt(preset: Preset, _config: Mapping[str, Any]) -> Preset:
    """The preset as it is: no folder can be moved."""
    return preset


def _blocks(text: str) -> Iterator[str]:
    """The text of each function, or list, of redirects and rewrites."""
    for match in _NAMES.finditer(text):
        at = match.end()
        depth = 0
        for bracket in _BRACKETS.finditer(text, at):
            depth += 1 if bracket[0] in "[{(" else -1
            # The parentheses of a function are closed before its body begins.
            if depth <= 0 and bracket[0] in "]}":
                yield text[at : bracket.end()]
                break
        else:
            yield text[at:]


_NAMES: Final = late(r"(?<![\w.])(?:redirects|rewrites)\s*(?=[:(])")
_BRACKETS: Final = late(r"[\[\](){}]")
_SOURCE: Final = late(r"\bsource\s*:\s*(['\"`])(/[^'\"`$]*)\1")
_ANY_SOURCE: Final = late(r"\bsource\b")
