"""Finds posts that state no read time."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding, Fix
from blint.reading.post import Post
from blint.site.insertion import insertion
from blint.site.read_time.body import Body
from blint.site.read_time.forms import read_time_entry
from blint.site.read_time.formula import estimate
from blint.site.settings import Formula, Settings
from blint.source import Span


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """A finding on the front matter's opening line, or on the key where its value is empty."""
    front_matter = post.front_matter
    if front_matter.root is None:
        return
    fold = settings.preset.fold_keys
    entry = read_time_entry(post, settings)
    if entry is None:
        start = front_matter.span.start
        end = post.text.find("\n", start, front_matter.span.end)
        key = settings.fields.read_time[0]
        yield _finding(Span(start, end if end > 0 else front_matter.span.end), post, settings, key)
    elif entry.value.value in {None, ""}:
        key = next(
            key for key in settings.fields.read_time if front_matter.entry(key, fold=fold) is entry
        )
        yield _finding(entry.key_span, post, settings, key)


def _finding(span: Span, post: Post, settings: Settings, key: str) -> Finding:
    return Finding(
        span,
        "The front matter states no read time.",
        help=f"Add `{key}` with the minutes.",
        fix=_fix(post, settings, key),
    )


def _fix(post: Post, settings: Settings, key: str) -> Fix | None:
    """The minutes as the site counts them, or else by the usual formula: so it is not safe."""
    method = settings.read_time.formula or settings.read_time.method or Formula()
    minutes = str(estimate(method, Body(post, settings.generator)).minutes)
    fields = settings.fields
    edit = insertion(post, key, minutes, (*fields.updated, *fields.date, *fields.title))
    return Fix(f"Write {minutes}", (edit,), safe=False) if edit is not None else None
