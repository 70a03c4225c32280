"""broken-link: an internal link leads to nothing."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Edit, Finding, Fix, Related
from blint.site.links.also import also_linked
from blint.site.links.emit import LinkRecord, emit
from blint.site.links.group import Group, linked
from blint.site.links.missing import Missing, looks_like_host
from blint.site.links.resolve import missing
from blint.site.links.respelling import redirected
from blint.site.model import Site

__all__ = ["emit", "group", "judge"]

group = linked


def judge(_key: str, links: Group, site: Site) -> Iterator[Finding]:
    """Report every link of the group that leads to no post and no file."""
    broken: dict[str, list[tuple[LinkRecord, Missing]]] = {}
    for link in links.stray:
        lack = missing(link, links, site)
        # wrong-case-link tells of what is there in another case.
        if lack is not None and lack.other_case is None:
            broken.setdefault(lack.looked_for, []).append((link, lack))
    for found in broken.values():
        same = [link for link, _ in found]
        for link, lack in found:
            yield _finding(link, lack, also_linked(link, same))


def _finding(link: LinkRecord, lack: Missing, also: tuple[Related, ...]) -> Finding:
    what = "image" if link.image else "link"
    # What is looked up by a name of the generator's own says nothing to an author.
    is_path = not set(":*") & set(lack.looked_for)
    advice = f"Looked for `{lack.looked_for}`." if is_path else ""
    if looks_like_host(link.written):
        advice = f"Begin it with `https://` if it is a web address. {advice}"
    elif link.written.partition("/")[0].find("@") > 0:
        advice = f"Begin it with `mailto:` if it is an e-mail address. {advice}"
    elif lack.meant is not None:
        advice = f"{advice} Did you mean `{lack.meant}`?".lstrip()
    return Finding(
        link.span,
        f"The {what} `{link.written}` leads to nothing on this site.",
        help=advice.strip() or None,
        fix=_fix(link, lack),
        related=also,
        path=link.path,
    )


def _fix(link: LinkRecord, lack: Missing) -> Fix | None:
    """The one thing that can be meant, in place of what is written."""
    # A destination with escapes in it is longer in the post than what it stands for.
    if link.span.end - link.span.start != len(link.written):
        return None
    right = None
    if looks_like_host(link.written):
        right = f"https://{link.written}"
    elif lack.meant is not None and lack.sure:
        right = redirected(link.written, lack.meant)
    return Fix(f"Write `{right}`", (Edit(link.span, right),), safe=False) if right else None
