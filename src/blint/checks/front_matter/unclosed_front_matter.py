"""unclosed-front-matter: the front matter has no closing delimiter."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.reading.post import Post
from blint.site.faults import fault_findings
from blint.site.settings import Settings


def check(post: Post, _settings: Settings) -> Iterator[Finding]:
    """Report each such place that reading the front matter met."""
    return fault_findings(post.front_matter, "unclosed")
