"""What the code of a dynamic Astro route makes pages of, where that can be read off it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from blint.late import late
from blint.site.configs.literals import without_comments

Kind = Literal["entries", "terms", "numbers", "open"]


class Made(NamedTuple):
    """The pages of a dynamic route.

    `entries`: one for each entry of the collections, at its id; `home` is the id of that which is
    at the folder itself. `terms`: one for each value of the front matter `key` of the entries.
    `numbers`: the pages of a list of all entries, so many on each (`size` 0: not known). `open`:
    its code decides. `terms` with a `size` have pages with numbers each. `drafts`: those are there
    too; `future`: likewise entries whose date has not come.
    """

    kind: Kind = "open"
    collections: tuple[str, ...] = ()
    home: str = ""
    key: str = ""
    size: int | None = None
    drafts: bool = True
    future: bool = True


def read_route(text: str, names: tuple[str, ...], *, rendered: bool = False) -> Made:
    """What a route with parameters of these names makes; `rendered`: pages are made on demand."""
    text = without_comments(text)
    body = _function(text)
    if body is None or _ON_DEMAND.search(text) or (rendered and not _PRERENDERED.search(text)):
        return Made()
    found = tuple(dict.fromkeys(match[2] for match in _GET.finditer(body)))
    if not found or len(_ANY_GET.findall(body)) != len(_GET.findall(body)):
        return Made()
    made = Made(
        collections=found,
        drafts=_HIDES_DRAFTS.search(body) is None,
        future=_HIDES_FUTURE.search(body) is None,
    )
    given = [dict(_pairs(match[1])) for match in _PARAMS.finditer(body)]
    if "paginate" in body:
        return _paginated(body, names, given, made)
    if not given or any(one != given[0] for one in given) or {*given[0]} != {*names}:
        return Made()
    home = _entries(body, names, given[0])
    if home is not None:
        return made._replace(kind="entries", home=home)
    return _terms(body, given[0][names[0]], made) if len(names) == 1 else Made()


def _entries(body: str, names: tuple[str, ...], given: dict[str, str]) -> str | None:
    """The id that stands at the folder itself, where pages are at the ids of entries."""
    if len(names) == 1:
        value = given[names[0]]
        match = _ID.fullmatch(value) or _ID.fullmatch(_constants(body).get(value, ""))
        if match is not None:
            return match["home"] or ""
        taken = _TAKEN.get(value)
        return "" if taken is not None and taken.search(body) else None
    split = _SPLIT.search(body)
    if len(names) != 2 or split is None:
        return None
    first, rest = given[names[0]], _JOINED.fullmatch(given[names[1]])
    return "" if rest is not None and (first, rest[1]) == (split[1], split[2]) else None


def _terms(body: str, value: str, made: Made) -> Made:
    """Pages for tags and the like, as far as they are taken as they are."""
    keys = {match[1] for match in _DATA.finditer(body)} & _LISTS
    is_plain = _WORD.fullmatch(value) and value not in _constants(body)
    if len(keys) != 1 or not is_plain or _CHANGES.search(body):
        return Made()
    return made._replace(kind="terms", key=keys.pop())


def _paginated(body: str, names: tuple[str, ...], given: list[dict[str, str]], made: Made) -> Made:
    size = _SIZE.search(body)
    literal = int(size[1]) if size and size[1].isdecimal() else 0 if size else 10
    if not given and len(names) == 1 and len(made.collections) == 1:
        filters = _HIDES_DRAFTS.sub("", body)
        is_all = ".filter(" not in filters and ".slice(" not in body
        return made._replace(kind="numbers", size=literal if is_all else 0)
    if len(given) == 1 and len(names) == 2 and {*given[0]} == {names[0]}:
        return _terms(body, given[0][names[0]], made)._replace(size=literal)
    return Made()


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split(","):
        name, colon, value = part.partition(":")
        if name.strip():
            yield name.strip().strip("'\""), (value if colon else name).strip()


def _constants(body: str) -> dict[str, str]:
    return {match[1]: match[2].strip() for match in _CONSTANT.finditer(body)}


def _function(text: str) -> str | None:
    """The text of `getStaticPaths`, from its name to its last brace or the end."""
    at = text.find("getStaticPaths")
    if at < 0:
        return None
    end = text.find("\n}", at)
    return text[at : end if end >= 0 else len(text)]


_GET: Final = late(r"getCollection(?:<[^<>]*>)?\(\s*(['\"])([\w-]+)\1")
_ANY_GET: Final = late(
    r"\b(?:get|fetch|load)\w*(?:Collection|Entr(?:y|ies)|Posts?|Pages?)\b(?:<[^<>]*>)?\("
)
# `({ id }) => ...` and `const { id } = post`.
_TAKEN: Final = {
    name: re.compile(rf"\{{[^{{}}]*\b{name}\b[^{{}}]*\}}\s*(?:\)?\s*=>|=\s*\w+\b)")
    for name in ("id", "slug")
}
_PARAMS: Final = late(r"\bparams:\s*\{([^{}]*)\}")
_WORD: Final = late(r"[A-Za-z_$][\w$]*")
_ID: Final = late(
    r"(?:(?P<a>\w+)\.(?:id|slug)\s*={2,3}\s*(['\"])(?P<home>[^'\"]*)\2\s*\?\s*(?:undefined|''|\"\")"
    r"\s*:\s*)?\w+\.(?:id|slug)(?:\s*(?:\|\||\?\?)\s*undefined)?"
)
_SPLIT: Final = late(
    r"const\s*\[\s*(\w+)\s*,\s*\.\.\.\s*(\w+)\s*\]\s*=\s*\w+\.(?:id|slug)\.split\(\s*['\"]/['\"]\s*\)"
)
_JOINED: Final = late(r"(\w+)\.join\(\s*['\"]/['\"]\s*\)(?:\s*(?:\|\||\?\?)\s*undefined)?")
_CONSTANT: Final = late(r"\bconst\s+(\w+)\s*=([^;\n]*)")
_DATA: Final = late(r"\bdata\??\.(\w+)")
_LISTS: Final = frozenset(("tags", "tag", "categories", "category"))
_CHANGES: Final = late(
    r"slug\w*\(|kebab|replace|normali[sz]e|encodeURI|toL(?:ower|ocaleLower)Case|toUpper|trim\("
)
_SIZE: Final = late(r"\bpageSize\s*(?::\s*([\w.]+)|[,}])")
_HIDES_DRAFTS: Final = late(r"draft|\bPROD\b|(?:is|get|only|filter)_?Publish", re.IGNORECASE)
# Not `a.data.date < b.data.date`, which sorts.
_HIDES_FUTURE: Final = late(
    r"[dD]ate(?:\.\w+\(\))?\s*<=?+(?!\s*\w+\.data)"
    r"|(?:\bnow|\btoday|\bDate\(\)|\bDate\.now\(\))(?:\.\w+\(\))?\s*>=?\s*\S"
)
_ON_DEMAND: Final = late(r"\bprerender\s*=\s*false")
_PRERENDERED: Final = late(r"\bprerender\s*=\s*true")
