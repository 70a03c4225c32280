"""Address patterns: `/blog/{year}/{slug}/`, `/:year/:title/` and the like, filled in for a post."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Final

from blint.facts import PostFacts
from blint.late import late
from blint.site.headings.slugs import github_slug
from blint.site.links.urls import INDEX_NAMES, path_name, post_names, without_date, without_markdown
from blint.site.routing.model import Layout, Routes
from blint.site.routing.paths import below, output_of

BRACES: Final = re.compile(r"\{([A-Za-z_][\w.-]*)\}")


def fill(
    pattern: str, token: Callable[[str], str | None], form: re.Pattern[str] = BRACES
) -> str | None:
    """A pattern with the value of each token; None where a token has none."""
    values = {name: token(name) for name in form.findall(pattern)}
    if any(value is None for value in values.values()):
        return None
    return form.sub(lambda match: values[match[1]] or "", pattern)


def day_of(post: PostFacts) -> tuple[str, str, str] | None:
    """Year, month and day of a post, with leading zeros: of its front matter, else of its path."""
    places = [post.date.text] if post.date else []
    stem = without_markdown(post.path)
    folder, _, name = stem.rpartition("/")
    places += [name, folder.rpartition("/")[2]]
    for place in places:
        match = DAY.match(place.strip())
        if match:
            return match[1], f"{int(match[2]):02}", f"{int(match[3]):02}"
    match = _IN_PATH.search(f"/{stem}")
    return (match[1], match[2], match[3]) if match else None


def by_pattern(post: PostFacts, layout: Layout) -> Routes | None:
    """Where the pattern of `blint.toml` puts a post; None where it says nothing of it.

    Its tokens are `year`, `month`, `day`, `slug` (of the front matter, else of the file's name),
    `name` (the file's, without date), `title`, `path` and `section` (below the content folder) and
    the keys of front matter.
    """
    if not layout.pattern or post.page or (path_name(post.path) == "" and not post.slug):
        return None
    day = day_of(post)
    stem = without_markdown(post.path)
    homes = [(folder, "") for folder in layout.posts]
    found = below(stem, homes) or below(stem, layout.content)
    within = found[0] if found else stem
    folder, _, last = within.rpartition("/")
    name = without_date(path_name(post.path))
    rest = folder if last in INDEX_NAMES else within

    def token(key: str) -> str | None:
        match key:
            case "year" | "month" | "day":
                return day[("year", "month", "day").index(key)] if day else None
            case "slug":
                return post.slug.text.strip("/") if post.slug else name
            case "name":
                return name
            case "title":
                return github_slug(post.title.text) if post.title else None
            case "path":
                return rest
            case "section":
                return within.partition("/")[0] if "/" in within else ""
        return post.extra.get(key)

    url = fill(layout.pattern, token)
    if url is None:
        return None
    url = re.sub("/{2,}", "/", f"/{url}")
    return Routes((layout.base + output_of(url),))


def may_be_post(url: str, layout: Layout) -> bool:
    """Whether a URL path, without the base, has the form of the pattern of `blint.toml`."""
    return _form_of(layout.pattern).fullmatch(url) is not None


@cache
def _form_of(pattern: str) -> re.Pattern[str]:
    pieces = re.split(r"\{([A-Za-z_][\w.-]*)\}", "/" + pattern.strip("/"))
    # Names of tokens stand at odd places.
    forms = (
        re.escape(piece) if place % 2 == 0 else _FORMS.get(piece, "[^/.]+")
        for place, piece in enumerate(pieces)
    )
    return re.compile("".join(forms) + "/?")


def post_names_of(post: PostFacts) -> tuple[str, ...]:
    """What the last part of a post's address may be, where only the author knows the rest."""
    return tuple(dict.fromkeys(post_names(post)))


_FORMS: Final = {"year": r"\d{4}", "month": r"\d\d", "day": r"\d\d", "path": ".+"}
DAY: Final = late(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
_IN_PATH: Final = late(r"/(\d{4})/(\d{2})(?:/|-)(\d{2})(?=[/_-])")
