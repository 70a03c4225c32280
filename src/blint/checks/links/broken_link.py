"""broken-link: an internal link leads to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.site.links import LinkRecord, Record, emit
from blint.site.model import Site
from blint.site.resolve import Group, Missing, looks_like_host, missing

__all__ = ["emit", "judge"]


def judge(_key: str, records: list[Record], site: Site) -> Iterator[Finding]:
    """Report every link of the group that leads to no post and no file."""
    group = Group(records)
    for link in group.links:
        if group.page_of(link) is None:
            lack = missing(link, group, site)
            if lack is not None:
                yield _finding(link, lack)


def _finding(link: LinkRecord, lack: Missing) -> Finding:
    what = "image" if link.image else "link"
    message = f"The {what} `{link.written}` leads to nothing on this site."
    advice = f"Looked for `{lack.looked_for}`."
    if lack.other_case is not None:
        message = f"The {what} `{link.written}` has the wrong case."
        advice = f"It is `{lack.other_case}`, and web servers tell capitals from small letters."
    elif looks_like_host(link.written):
        advice = f"Begin it with `https://` if it is a web address. {advice}"
    elif link.written.partition("/")[0].find("@") > 0:
        advice = f"Begin it with `mailto:` if it is an e-mail address. {advice}"
    elif lack.meant is not None:
        advice += f" Did you mean `{lack.meant}`?"
    return Finding(link.span, message, help=advice, path=link.path)
