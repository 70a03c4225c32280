"""How a link is written whose path has the wrong case."""

from __future__ import annotations

import re
from typing import Final

from blint.late import late
from blint.site.links.urls import without_markdown


def right_case(written: str, exact: str) -> str | None:
    """`written` with the case of `exact`, a path or URL path; None where that is not certain.

    What is not part of the path stays: a scheme and host, leading dots, query and fragment, and
    an extension that is left out.
    """
    match = _PARTS.fullmatch(written)
    if match is None or not match["path"].isascii() or "%" in match["path"]:
        return None
    pieces = _SEPARATOR.split(match["path"])
    known = exact.strip("/").split("/")
    # Segments stand at even places, with the separators between them.
    for place in range(len(pieces) - 1, -1, -2):
        if not pieces[place]:
            continue
        if not known:
            return None
        right = _segment(pieces[place], known.pop())
        if right is None:
            return None
        pieces[place] = right
    path = "".join(pieces)
    return match["head"] + path + match["tail"] if path != match["path"] else None


def redirected(written: str, meant: str) -> str | None:
    """`written` with another path, its query and fragment kept; None where that is not certain.

    Characters that end a destination in Markdown are escaped as in URLs.
    """
    if "{" in written or "//" in written or written.startswith("|"):
        return None
    tail = re.search(r"[?#].*", written, re.DOTALL)
    path = "".join(_ESCAPES.get(char, char) for char in meant)
    return path + (tail[0] if tail else "")


def _segment(written: str, exact: str) -> str | None:
    for form in (exact, without_markdown(exact), exact.rpartition(".")[0]):
        if form.lower() == written.lower():
            return form
    stem, dot, extension = written.rpartition(".")
    # An address says `a` where the link says `a.md` or `a.html`.
    return exact + dot + extension if stem and stem.lower() == exact.lower() else None


_PARTS: Final = late(
    r"(?P<head>(?:(?:https?:)?//[^/]*)?[/\\]?(?:\.\.?[/\\])*)(?P<path>[^?#]*)(?P<tail>(?:[?#].*)?)",
    re.IGNORECASE | re.DOTALL,
)
_ESCAPES: Final = {" ": "%20", "(": "%28", ")": "%29", "<": "%3C", ">": "%3E"}
_SEPARATOR: Final = late(r"([/\\])")
