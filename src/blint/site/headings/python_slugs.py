"""Slugs as the functions of Python-Markdown and its extensions make them, chosen by their names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final
from urllib.parse import quote

from blint.late import late
from blint.site.generators.mkdocs.config import PYTHON

Slugger = Callable[[str, str], str]
"""Makes a slug of a text and a separator."""


def slugger(value: Any) -> Slugger | None:
    """The function that a value in `mkdocs.yml` names; None where it is not known."""
    name = value.get(PYTHON) if isinstance(value, Mapping) else None
    if name != _PYMDOWNX:
        return _BY_NAME.get(name) if isinstance(name, str) else None
    options = value.get("kwds", {})
    if not isinstance(options, Mapping):
        return None
    case, form = str(options.get("case", "none")), str(options.get("normalize", "NFC"))
    if case not in _CASES or form not in _FORMS:
        return None
    return partial(pymdownx_slug, case=case, form=form, escape=bool(options.get("percent_encode")))


def pymdownx_slug(
    text: str, separator: str, *, case: str = "none", form: str = "NFC", escape: bool = False
) -> str:
    """The slug of `pymdownx.slugs`: nothing is collapsed, each space becomes a separator."""
    text = _TAG.sub("", unicodedata.normalize(form, text)).strip()  # type: ignore[arg-type]
    slug = _NOT_IN_SLUG.sub("", _CASES[case](text)).replace(" ", separator)
    return quote(slug) if escape else slug


def toc_slug(text: str, separator: str, *, unicode: bool = False) -> str:
    """The slug of Python-Markdown's `toc`: what ASCII can say of the text, or all letters."""
    if not unicode and not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    text = _NOT_WORDS.sub("", text).strip().lower()
    return re.sub(rf"[{re.escape(separator)}\s]+", lambda _: separator, text)


def _lower_ascii(text: str) -> str:
    return _CAPITALS.sub(lambda match: match[0].lower(), text)


_PYMDOWNX: Final = "pymdownx.slugs.slugify"
_BY_NAME: Final[Mapping[str, Slugger]] = {
    "markdown.extensions.toc.slugify": toc_slug,
    "markdown.extensions.toc.slugify_unicode": partial(toc_slug, unicode=True),
}
_CASES: Final[Mapping[str, Callable[[str], str]]] = {
    "none": str,
    "lower": str.lower,
    "lower-ascii": _lower_ascii,
    "fold": str.casefold,
}
_FORMS: Final = frozenset(("NFC", "NFD", "NFKC", "NFKD"))
_CAPITALS: Final = late("[A-Z]")
_TAG: Final = late("</?[^>]*>")
_NOT_IN_SLUG: Final = late(r"[^\w\- ]")
_NOT_WORDS: Final = late(r"[^\w\s-]")
