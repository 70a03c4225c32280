"""Addresses as Docusaurus makes them of the paths of files and of tags."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from blint.late import late
from blint.site.routing.paths import join_url


def doc_slug(within: str, slug: str | None, identifier: str | None, *, prefixes: bool) -> str:
    """The address of a document below that of its version, by its path there.

    `slug` and `identifier` are those of the front matter. `prefixes`: numbers at the start of
    names are no part of it. An index page ends in a slash.
    """
    if slug is not None and slug.startswith("/"):
        return slug
    folder, _, file = within.rpartition("/")
    stem = file[: file.rfind(".")]
    clean = "/".join(map(without_number, folder.split("/"))) if prefixes else folder
    start = f"/{clean}/" if folder else "/"
    if not slug and stem.lower() in {"index", "readme", folder.rpartition("/")[2].lower()}:
        return start
    name = slug if slug is not None else identifier
    return join_url(start, (without_number(stem) if prefixes else stem) if name is None else name)


def without_number(name: str) -> str:
    """A name without the number that only orders it; dates and versions are left alone."""
    match = _NUMBERED.fullmatch(name) if name[:1].isdigit() else None
    return match[1] if match is not None and not _DATED.match(name) else name


def post_slug(within: str, slug: str | None) -> str:
    """The address of a post below that of its blog: the slug, else the date before the name."""
    if slug is not None:
        return f"/{slug}"
    match = _POST.fullmatch(within)
    if match is not None:
        return f"/{match['date'].replace('-', '/')}/{match['folder']}{match['text']}"
    return f"/{_INDEX_OR_EXTENSION.sub('', within)}"


def page_slug(within: str, slug: str | None) -> str:
    """The address of a page; an index page ends in a slash. Names are percent-encoded."""
    if slug is not None:
        return f"/{slug}"
    match = _INDEX_PAGE.fullmatch(within)
    return f"/{encoded(match[1] if match is not None else _EXTENSION.sub('', within))}"


def encoded(path: str) -> str:
    """A path as `encodeURIComponent` writes each of its parts."""
    return path if _PLAIN.fullmatch(path) else quote(path, "/!~*'()", errors="replace")


def kebab(text: str) -> str:
    """The words of a text, lowered, with hyphens between: `kebabCase` of lodash.

    It works on code points where lodash does on UTF-16 units.
    """
    if not text.isascii():
        text = _COMBINING.sub("", "".join([_LATIN.get(char, char) for char in text]))
    text = _APOSTROPHE.sub("", text)
    words = _WORD.findall(text) if _HARD.search(text) else _SIMPLE.findall(text)
    return "-".join([word.lower() for word in words])


_DATED: Final = late(r"[0-9]+[-_.][0-9]+")
_NUMBERED: Final = late(r"[0-9]+\s*[-_.]+\s*([^-_.\s].*)")
_POST: Final = late(
    r"(?P<folder>.*)(?P<date>[0-9]{4}[-/][0-9]{1,2}[-/][0-9]{1,2})[-/]?(?P<text>.*?)"
    r"(?:/index)?.mdx?"
)
_INDEX_OR_EXTENSION: Final = late(r"(?:/index)?\.mdx?$")
_INDEX_PAGE: Final = late(r"(|.*/)index\.(?:mdx?|jsx?|tsx?)", re.IGNORECASE)
_EXTENSION: Final = late(r"\.(?:mdx?|jsx?|tsx?)$")
_PLAIN: Final = late(r"[\w/.!~*'()-]*", re.ASCII)

# The letters that lodash's `deburr` writes in ASCII.
_LATIN: Final = {
    char: row.rpartition(" ")[2]
    for row in (
        *("ÀÁÂÃÄÅ A", "àáâãäå a", "Ç C", "ç c", "Ð D", "ð d", "ÈÉÊË E", "èéêë e", "ÌÍÎÏ I"),
        *("ìíîï i", "Ñ N", "ñ n", "ÒÓÔÕÖØ O", "òóôõöø o", "ÙÚÛÜ U", "ùúûü u", "Ý Y", "ýÿ y"),
        *("Æ Ae", "æ ae", "Þ Th", "þ th", "ß ss", "ĀĂĄ A", "āăą a", "ĆĈĊČ C", "ćĉċč c", "ĎĐ D"),
        *("ďđ d", "ĒĔĖĘĚ E", "ēĕėęě e", "ĜĞĠĢ G", "ĝğġģ g", "ĤĦ H", "ĥħ h", "ĨĪĬĮİ I", "ĩīĭįı i"),
        *("Ĵ J", "ĵ j", "Ķ K", "ķĸ k", "ĹĻĽĿŁ L", "ĺļľŀł l", "ŃŅŇŊ N", "ńņňŋ n", "ŌŎŐ O"),
        *("ōŏő o", "ŔŖŘ R", "ŕŗř r", "ŚŜŞŠ S", "śŝşš s", "ŢŤŦ T", "ţťŧ t", "ŨŪŬŮŰŲ U"),
        *("ũūŭůűų u", "Ŵ W", "ŵ w", "Ŷ Y", "ŷ y", "Ÿ Y", "ŹŻŽ Z", "źżž z", "Ĳ IJ", "ĳ ij"),
        *("Œ Oe", "œ oe", "ŉ 'n", "ſ s"),
    )
    for char in row.rpartition(" ")[0]
}
_APOSTROPHE: Final = late("['\u2019]")
_MARKS: Final = "\u0300-\u036f\ufe20-\ufe2f\u20d0-\u20ff"
_COMBINING: Final = late(f"[{_MARKS}]")
_HARD: Final = late(r"[a-z][A-Z]|[A-Z]{2}[a-z]|[0-9][a-zA-Z]|[a-zA-Z][0-9]|[^a-zA-Z0-9 ]")
_SIMPLE: Final = late(r"[A-Za-z0-9]+")


def _words() -> re.Pattern[str]:
    """What lodash takes for a word where the text is more than letters of ASCII and blanks."""
    astral, dingbat = "\U00010000-\U0010ffff", "\u2700-\u27bf"
    small, capital = "a-z\xdf-\xf6\xf8-\xff", "A-Z\xc0-\xd6\xd8-\xde"
    gap = (
        "\xac\xb1\xd7\xf7\\x00-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\xbf"
        "\u2000-\u206f\ufeff\u1680\u180e\u3000"
    )
    other = f"[^{astral}{gap}0-9{dingbat}{small}{capital}]"
    low, up, end = f"(?:[{small}]|{other})", f"(?:[{capital}]|{other})", f"[{gap}]"
    mark = f"(?:[{_MARKS}]|[\U0001f3fb-\U0001f3ff])?"
    flag = "(?:[\U0001f1e6-\U0001f1ff]){2}"
    joined = f"\u200d(?:[^{astral}]|{flag}|[{astral}])[\ufe0e\ufe0f]?{mark}"
    forms = (
        f"[{capital}]?[{small}]+(?={end}|[{capital}]|\\Z)",
        f"{up}+(?={end}|[{capital}]{low}|\\Z)",
        f"[{capital}]?{low}+",
        f"[{capital}]+",
        r"[0-9]*(?:1ST|2ND|3RD|(?![123])[0-9]TH)(?=\b|[a-z_])",
        r"[0-9]*(?:1st|2nd|3rd|(?![123])[0-9]th)(?=\b|[A-Z_])",
        "[0-9]+",
        f"(?:[{dingbat}]|{flag}|[{astral}])[\ufe0e\ufe0f]?{mark}(?:{joined})*",
    )
    return re.compile("|".join(forms), re.ASCII)


_WORD: Final = _words()
