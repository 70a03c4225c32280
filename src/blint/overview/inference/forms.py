"""The forms that texts in front matter take: dates, addresses, paths, slugs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, NamedTuple

from blint.late import late
from blint.overview.inference.rarity import slips
from blint.site.schema.formats import quick_format


class Form(NamedTuple):
    """A form: its words for people, and the keywords of a schema that ask for it.

    All of them differ from post to post by design, and are never a closed set.
    """

    words: str
    keywords: dict[str, Any]
    fits: Callable[[str], bool]


def _by_format(name: str, words: str) -> Form:
    check = quick_format(name)
    assert check is not None
    return Form(words, {"format": name}, check)


def _by_pattern(pattern: str, words: str) -> Form:
    searcher = late(pattern)
    return Form(words, {"pattern": pattern}, lambda text: searcher.search(text) is not None)


DATE: Final = _by_format("date", "a date such as `2024-01-31`")
MOMENT: Final = _by_format("date-time", "a time such as `2024-01-31T09:30:00Z`")
ISO: Final = _by_pattern(
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}([^0-9]|$)", "a date such as `2024-01-31`, a time after it or not"
)
DATES: Final = (
    DATE,
    MOMENT,
    ISO,
    _by_pattern("^[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}$", "a date such as `1/31/2024`"),
    _by_pattern("^[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}([^0-9]|$)", "a date such as `2024/1/31`"),
    _by_pattern(r"^[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4}$", "a date such as `31.1.2024`"),
    _by_pattern("^[A-Z][a-z]{2,8} [0-9]{1,2}, [0-9]{4}$", "a date such as `January 31, 2024`"),
    _by_pattern("^[0-9]{1,2} [A-Z][a-z]{2,8} [0-9]{4}$", "a date such as `31 January 2024`"),
)
OTHERS: Final = (
    _by_pattern("^https?://[^ ]+$", "an address such as `https://example.org/`"),
    _by_format("email", "an e-mail address"),
    _by_pattern(
        "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$",
        "an identifier such as `01234567-89ab-cdef-0123-456789abcdef`",
    ),
    _by_pattern("^/", "a path that begins with `/`"),
)


def form_of(texts: Iterable[str], total: int) -> Form | None:
    """The form that all of some texts have, but for a few that are odd; None where they share none.

    Dates that are written in several ways all beginning with the day share that much.
    """
    known = list(texts)
    allowed = slips(total)
    for form in (*DATES, *OTHERS):
        wrong = sum(1 for text in known if not form.fits(text))
        if wrong <= allowed and not (form in _NARROW and _some_iso(known, form)):
            return form
    return None


def is_date(text: str) -> bool:
    """Whether a text has a form of a date."""
    return any(form.fits(text) for form in DATES)


def is_open(text: str) -> bool:
    """Whether a text is of a kind that differs from post to post."""
    return "/" in text or is_date(text) or any(form.fits(text) for form in OTHERS)


_NARROW: Final = (DATE, MOMENT)


def _some_iso(texts: list[str], form: Form) -> bool:
    """Whether some of what does not have a form is a date all the same, written in another way."""
    return any(not form.fits(text) and ISO.fits(text) and DATE.fits(text[:10]) for text in texts)
