"""Plain YAML scalars that are not read as they are written, or not by everybody in the same way."""

from __future__ import annotations

from functools import lru_cache
from math import isfinite, isnan
from typing import Any, Final, Literal, NamedTuple

from blint.late import late
from blint.reading.nodes import Dialect
from blint.reading.scalars import SCHEMAS, Scalar, resolve
from blint.site.presets import Fields

Place = Literal["text", "needed", "other"]


class Ambiguity(NamedTuple):
    """What is wrong with a scalar, what to do, and what to write instead, if that is sure.

    `safe`: the site reads the replacement as it read the scalar.
    """

    message: str
    help: str
    replacement: str | None
    safe: bool


def is_suspect(raw: str) -> bool:
    """Whether a plain scalar could be anything but text; a quick answer that rules out most."""
    if raw[:1] in _NUMERIC:
        if raw.isdigit():
            return raw[0] == "0" and raw != "0"
        return _NOT_IN_NUMBERS.search(raw) is None
    return len(raw) < 6 and raw.casefold() in _WORDS


def ambiguity(raw: str, dialect: Dialect, place: Place) -> Ambiguity | None:
    """What somebody who wrote `raw`, a suspect, may not expect; None where nothing is.

    `place` tells whether text is meant there, even text that cannot be empty, or anything else:
    there the author may well want a number or a yes.
    """
    here = resolve(raw, SCHEMAS[dialect])
    others = [resolve(raw, schema) for name, schema in SCHEMAS.items() if name != dialect]
    if here.complaint is not None:
        return None
    if raw.casefold() in _WORDS:
        return _of_word(raw, here, others, place)
    if here.temporal or any(other.temporal for other in others):
        return _of_date(raw, here) if place != "other" else None
    return _of_number(raw, here, others, dialect, place)


@lru_cache(maxsize=1024)  # all posts of a blog have the same few keys
def ambiguous_key(raw: str, dialect: Dialect) -> Ambiguity | None:
    """The same for a key, which everybody means as text."""
    if raw[:1] not in _NUMERIC and raw.casefold() not in _WORDS:
        return None
    here = resolve(raw, SCHEMAS[dialect])
    is_text = _is_text(here) or (dialect == "yaml-1.2" and _is_key_again(raw, here))
    if not is_text:
        read = f"is read as {_kind(here)}"
    else:
        others = (resolve(raw, schema) for name, schema in SCHEMAS.items() if name != dialect)
        other = next((each for each in others if not _is_text(each)), None)
        if other is None:
            return None
        read = f"is text here, but {_kind(other)} to {_readers(other)}"
    return Ambiguity(f"The key `{raw}` {read}.", _QUOTE, f'"{raw}"', is_text)


def is_text_key(key: str, fields: Fields) -> bool:
    """Whether the value of a key, or each item of it, is meant as text."""
    name = key.replace("_", "").replace("-", "").replace(".", "").casefold()
    return name in _TEXT_KEYS or name.removesuffix("s") in _TEXT_KEYS or key in _own_keys(fields)


def _of_word(raw: str, here: Scalar, others: list[Scalar], place: Place) -> Ambiguity | None:
    quote = f'"{raw}"'
    if raw.casefold() in {"null", "~"}:
        if place != "needed" or here.value is not None:
            return None
        return Ambiguity(f"`{raw}` is read as empty.", _QUOTE, quote, False)
    if not isinstance(here.value, str):
        if place == "other" or raw == _bare(here.value):
            return None
        return Ambiguity(f"`{raw}` is read as {_shown(here.value)}.", _QUOTE, quote, False)
    boolean = next((other.value for other in others if isinstance(other.value, bool)), None)
    if boolean is None:
        return None
    if place == "other":
        text = f"`{raw}` is read as text, not as {_shown(boolean)}."
        return Ambiguity(text, f"Write {_shown(boolean)}.", _bare(boolean), False)
    text = f"`{raw}` is text here, but {_shown(boolean)} to readers of YAML 1.1."
    return Ambiguity(text, _QUOTE, quote, True)


def _of_date(raw: str, here: Scalar) -> Ambiguity:
    if here.temporal:
        return Ambiguity(f"`{raw}` is read as a date.", _QUOTE, f'"{raw}"', False)
    text = f"`{raw}` is text here, but a date to other readers of YAML."
    return Ambiguity(text, _QUOTE, f'"{raw}"', True)


def _of_number(
    raw: str, here: Scalar, others: list[Scalar], dialect: Dialect, place: Place
) -> Ambiguity | None:
    if isinstance(here.value, float) and not isfinite(here.value):
        return _of_infinity(raw, here.value, place)
    differ = [other.value for other in others if not _same(other.value, here.value)]
    clearly_text = place != "other" or ":" in raw
    quote = f'"{raw}"' if clearly_text else None
    if isinstance(here.value, str):
        if not differ:
            return None
        number = _printed(differ[0], "yaml-1.2")
        text = f"`{raw}` is text here, but the number `{number}` to other readers of YAML."
        # Where a number may be meant, quotes would only hide that it is none.
        return Ambiguity(text, _QUOTE if quote else _either(number), quote, True)
    number = _printed(here.value, dialect)
    if number == raw or (place == "other" and not _is_surprising(raw, differ)):
        return None
    text = f"`{raw}` is read as the number `{number}`."
    return Ambiguity(text, _QUOTE if quote else _either(number), quote, False)


def _of_infinity(raw: str, value: float, place: Place) -> Ambiguity:
    """Nobody shows such a number, and JSON, by which pages get their data, does not have it."""
    text = f"`{raw}` is read as {_named(value)}."
    if place == "other":
        return Ambiguity(text, "Put it in quotes if it is text.", None, False)
    return Ambiguity(text, _QUOTE, f'"{raw}"', False)


def _named(value: float) -> str:
    if isnan(value):
        return "“not a number”"
    return "minus infinity" if value < 0 else "infinity"


def _is_text(scalar: Scalar) -> bool:
    return isinstance(scalar.value, str) and not scalar.temporal


def _is_key_again(raw: str, scalar: Scalar) -> bool:
    """Whether JavaScript, all of whose keys are text, makes the same text of what was read."""
    value = scalar.value
    if scalar.temporal or len(raw) > 15:  # more digits than a number there surely holds
        return False
    is_word = value is None or isinstance(value, bool)
    return raw == (_bare(value) if is_word else _printed(value, "yaml-1.2"))


def _is_surprising(raw: str, differ: list[Any]) -> bool:
    """Whether somebody who meant a number may not get the one that they had in mind."""
    return ":" in raw or any(not isinstance(other, str) for other in differ)


def _either(number: str) -> str:
    return f"Write `{number}` if a number is meant, or put it in quotes if it is text."


def _printed(value: float, dialect: Dialect) -> str:
    """A number as a page shows it: Ruby and Python keep the `.0` that JavaScript and Go drop."""
    if isinstance(value, float) and dialect != "yaml-1.1" and value.is_integer():
        return str(int(value))
    return str(value)


def _same(one: Any, other: Any) -> bool:
    return isinstance(one, str) is isinstance(other, str) and one == other


def _bare(value: Any) -> str:
    return "true" if value is True else "false" if value is False else "null"


def _shown(value: Any) -> str:
    return f"`{_bare(value)}`"


def _kind(scalar: Scalar) -> str:
    """What a key is read as, if not as text."""
    value = scalar.value
    if scalar.temporal:
        return "a date"
    if value is None or isinstance(value, bool):
        return _shown(value)
    return "a number" if isinstance(value, int) or isfinite(value) else _named(value)


def _readers(scalar: Scalar) -> str:
    is_word = isinstance(scalar.value, bool)
    return "readers of YAML 1.1" if is_word else "other readers of YAML"


@lru_cache(maxsize=32)
def _own_keys(fields: Fields) -> frozenset[str]:
    paths = (
        *fields.title,
        *fields.description,
        *fields.slug,
        *fields.tags,
        *fields.categories,
        *fields.series,
    )
    return frozenset(path.rpartition(".")[2] for path in paths)


_QUOTE: Final = "Put it in quotes."
_NUMERIC: Final = frozenset("0123456789+-.")
# What no reader of YAML has in a number, a date or a time, such as the slashes of `1/2/2024`.
_NOT_IN_NUMBERS: Final = late(r"[^0-9A-Za-z+\-.:_, \t]")
_YES_NO: Final = frozenset(("yes", "no", "on", "off"))
_WORDS: Final = _YES_NO | {"true", "false", "null", "~"}
# In lower case, without separators and the plural's s.
_TEXT_KEYS: Final = frozenset(
    (
        "alt",
        "author",
        "caption",
        "category",
        "categorie",
        "commit",
        "country",
        "description",
        "excerpt",
        "hash",
        "heading",
        "headline",
        "id",
        "isbn",
        "keyword",
        "label",
        "lang",
        "language",
        "linktitle",
        "locale",
        "metatitle",
        "name",
        "phone",
        "postcode",
        "release",
        "seotitle",
        "series",
        "sha",
        "shorttitle",
        "sidebarlabel",
        "sku",
        "slug",
        "subtitle",
        "summary",
        "tag",
        "title",
        "version",
        "zip",
    )
)
