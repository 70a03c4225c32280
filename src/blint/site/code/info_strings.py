"""Info strings of code fences: which language one names, and where that word stands."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from blint.late import late
from blint.reading.document import Fence


class Named(NamedTuple):
    """The language that an info string names, and where that word stands in it.

    `sure` is false where the word may also be a directive or an attribute and is not worth a
    finding of its own.
    """

    word: str
    start: int
    sure: bool = True


def named_in(fence: Fence, dialect: str = "") -> Named | None:
    """The language that a fence, or the tag that opens a block of code, names; None: none.

    `dialect` is the generator's, see `named_language`.
    """
    if not fence.tag:
        return named_language(fence.info, dialect)
    start = fence.language_span.start - fence.info_span.start
    return Named(fence.language, start) if fence.language else None


@lru_cache(maxsize=1024)  # a blog has few of them, each in many fences
def named_language(info: str, dialect: str = "") -> Named | None:
    """The language of an info string, or None where it names none.

    Read are plain words with what generators let follow them (`js{1,3}`, `rust,ignore`,
    `ts:src/app.ts`, `go {linenos=true}`), attribute lists (`{.python #id}`) and executable or
    directive braces (`{r, echo=FALSE}`, `{note}`). `:app.ts` is a file name alone; two colons
    begin no file name and are part of a word.

    `dialect` names how the site's generator reads them, one of `_DIALECTS`; empty, or where it
    takes the block for no code at all: as above.
    """
    usual = _usual(info)
    own = _DIALECTS.get(dialect)
    if own is None or usual is None or not usual.sure:
        return usual
    if info.startswith("{"):
        return {"named": usual, "no": None}.get(own.lists, usual._replace(sure=False))
    found = own.word.match(info)
    if found is None:
        return usual
    named = Named(found["word"], found.start("word"))
    return usual._replace(sure=False) if own.plugins and named != usual else named


def _usual(info: str) -> Named | None:
    if info.startswith("{"):
        return _in_braces(info)
    found = _WORD.match(info)
    if found is None or _ATTRIBUTE.match(info):
        return None
    word = found[0]
    prefix = _PREFIX.match(word)
    return Named(word[prefix.end() :], prefix.end()) if prefix else Named(word, 0)


class _Dialect(NamedTuple):
    """How a generator reads info strings.

    `word`: what it takes for the language. `lists`: whether an attribute list names one, `word`
    where the list itself is taken for a name. `plugins`: they are common, and read more of an info
    string than the generator itself, so that what it reads is not sure.
    """

    word: re.Pattern[str]
    lists: Literal["named", "no", "word"] = "word"
    plugins: bool = False


_WORD = late(r"::\S+|[^\s{\[,;:|(]+")
_ATTRIBUTE = late(r"[\w.-]+=[^\s=]")
_PREFIX = late(r"(?:language|lang)-(?=.)", re.IGNORECASE)
_CLASS = late(r"\{[^}]*?(?<![\w.])\.([^\s{}.,#=\"']+)")
_BRACED = late(r"\{+[=:]?\s*([^\s{},=]+)(?=[\s,}])")

_SPACE = late(r"(?P<word>\S+)")

# As tests/fixtures/info-strings has it, which says of which versions.
_DIALECTS = {
    "astro": _Dialect(_SPACE, plugins=True),
    "docusaurus": _Dialect(_SPACE, plugins=True),
    "eleventy": _Dialect(late(r"(?P<word>[^\s/]+)"), plugins=True),
    "hexo": _Dialect(late(r"(?P<word>[^\s=]+)")),
    "hugo": _Dialect(late(r"(?:language-(?=[^\s{]))?(?P<word>[^\s{]+)"), lists="no"),
    "jekyll": _Dialect(late(r"(?P<word>[^\s?]+)(?:\?\S*)?$")),
    "python-markdown": _Dialect(late(r"(?P<word>[\w#.+-]+)(?=\s|$)"), lists="named"),
    "vitepress": _Dialect(
        late(
            r"(?P<word>[^\s{\[=]+?)"
            r"(?:=\d*)?(?::(?:no-)?line-numbers(?:=\d*)?)?(?:-vue)?(?=[\s{\[]|$)"
        ),
        lists="no",
    ),
}


def _in_braces(info: str) -> Named | None:
    by_class = _CLASS.match(info)
    if by_class is not None:
        return Named(by_class[1], by_class.start(1))
    braced = _BRACED.match(info)
    if braced is None or not braced[1][0].isalpha():
        return None
    return Named(braced[1], braced.start(1), sure=False)
