"""Where a post stores its read time: facts do not hold the place, so the post is read anew."""

from __future__ import annotations

import msgspec

from blint.overview.listing.compare import Comparison
from blint.running.load import LoadedBlog
from blint.site.read_time.forms import read_time_entry


def located(blog: LoadedBlog, comparison: Comparison) -> Comparison:
    """A comparison whose drifts of read times name the line that stores it, where one does."""
    wanted = {drift.path for drift in comparison.drifts if drift.kind == "read-time"}
    if not wanted:
        return comparison
    lines: dict[str | None, int] = {}
    for post, settings in blog.read(lambda facts: facts.path in wanted):
        entry = read_time_entry(post, settings)
        if entry is not None:
            lines[post.path] = post.source.lines.position(entry.value.span.start)[0]
    drifts = (
        msgspec.structs.replace(drift, line=lines.get(drift.path, drift.line))
        if drift.kind == "read-time"
        else drift
        for drift in comparison.drifts
    )
    return msgspec.structs.replace(comparison, drifts=tuple(drifts))
