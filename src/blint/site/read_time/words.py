"""What each method of telling read times takes for a word."""

from __future__ import annotations

import re
from functools import cache

from blint.late import late


def count_pieces(text: str) -> int:
    """Pieces between white space, as `strings.Fields` of Go and `str.split` have them."""
    return len(text.split())


def count_pieces_and_cjk(text: str) -> int:
    """Pieces between white space; of one that is not ASCII, each character, as Hugo counts CJK."""
    return sum(1 if word.isascii() else len(word) for word in text.split())


def count_splits(text: str) -> int:
    r"""Parts that `re.split(r"\W+", text)` makes: an empty one at either end counts."""
    return len(_NO_WORD.findall(text)) + 1


def count_letters(text: str) -> int:
    """Runs of ASCII letters, apostrophes between them included, as Velite counts."""
    return len(_LETTERS.findall(text))


def count_bounded(text: str) -> int:
    """Words of the npm package reading-time: what stands between spaces, tabs and line ends.

    A Chinese character, one of hiragana and a Korean syllable are a word each, and punctuation
    after one belongs to it.
    """
    if text.isascii():
        return len(_BETWEEN_BOUNDS.findall(text))
    return len(_between_bounds().findall(text))


def count_unicode_words(text: str) -> int:
    """Words by the rules of Unicode's annex 29, without the dictionaries for CJK text.

    So a Chinese character and one of hiragana are a word each, a run of katakana is one.
    """
    if text.isascii():
        return len(_ASCII_UNICODE_WORD.findall(text))
    return len(_unicode_word().findall(text))


def count_segmented(text: str) -> int:
    """Words as `Intl.Segmenter` finds them.

    It parts Chinese and Japanese by a dictionary. What a word is on average stands in for that: 1.5
    characters of Chinese, 1.86 of Japanese.
    """
    if text.isascii():
        return len(_ASCII_UNICODE_WORD.findall(text))
    runs = _cjk().findall(text)
    japanese = sum(len(run) for run in runs if _KANA.search(run))
    chinese = sum(map(len, runs)) - japanese
    words = len(_segment().findall(_cjk().sub(" ", text)))
    return words + round(chinese / 1.5 + japanese / 1.86)


def count_lodash_words(text: str) -> int:
    """Words of lodash's `_.words`, which parts `camelCase` and `html5`, as Gatsby counts."""
    return len(_lodash_word().findall(text))


def split_cj(text: str) -> tuple[str, int]:
    """The text without Chinese characters and kana, and how many they are, as Gatsby and Velite
    tell them."""
    if text.isascii():
        return text, 0
    return _cj().subn("", text)


_NO_WORD = late(r"\W+")
_LETTERS = late(r"['’]?[a-zA-Z]+(?:['’]?[a-zA-Z]+)*")
_BETWEEN_BOUNDS = late(r"[^ \n\r\t]+")

_ASCII_UNICODE_WORD = late(
    r"(?=_*[A-Za-z0-9])\w+"
    r"(?:(?:(?<=[A-Za-z])[.':](?=[A-Za-z])|(?<=[0-9])[.,;'](?=[0-9]))\w+)*"
)

_KANA = late("[\u3041-\u30ff]")
_HAN = "\u2e80-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HAN += "\U00020000-\U0003ffff"
_HIRAGANA = "\u3041-\u3096\u309d-\u309f"
_KATAKANA = "\u3031-\u3035\u309b\u309c\u30a0-\u30ff\u31f0-\u31ff\uff66-\uff9f"
# Marks that belong to the letter before them, and what joins without being seen.
_EXTEND = (
    "\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f"
    "\u0670\u0900-\u0903\u093a-\u093c\u093e-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc"
    "\u09be-\u09cd\u0a01-\u0a03\u0a3c-\u0a4d\u0b82\u0bbe-\u0bcd\u0c00-\u0c04\u0c3e-\u0c56"
    "\u200c-\u200f\u20d0-\u20f0\ufe00-\ufe0f\ufe20-\ufe2f"
)


@cache
def _unicode_word() -> re.Pattern[str]:
    return re.compile(
        f"[{_HAN}{_HIRAGANA}][{_EXTEND}]*|(?:[{_KATAKANA}][{_EXTEND}]*)+|{_letters()}"
    )


@cache
def _segment() -> re.Pattern[str]:
    return re.compile(_letters())


def _letters() -> str:
    """A word of letters and digits, and of what may stand between two of either."""
    letter = f"[^\\W\\d_{_HAN}{_HIRAGANA}{_KATAKANA}]"
    part = f"(?:(?:{letter}|[\\d_])[{_EXTEND}]*)+"
    after_letter = f"(?<![\\d_])(?<=[\\w{_EXTEND}])"
    between = f"{after_letter}[.'’‘․:·](?={letter})|(?<=\\d)[.,;'’‘․](?=\\d)"
    return f"(?=_*[^\\W_]){part}(?:(?:{between}){part})*"


@cache
def _cjk() -> re.Pattern[str]:
    return re.compile(f"[{_HAN}{_HIRAGANA}{_KATAKANA}]+")


@cache
def _between_bounds() -> re.Pattern[str]:
    # Characters beyond the basic plane are two for JavaScript, neither of which is told as CJK.
    cjk = "\u3040-\u309f\u4e00-\u9fff\uac00-\ud7a3"
    eaten = r"!-/:-@\[-`{-~\u3000-\u303f\uff00-\uffef \n\r\t"
    return re.compile(f"[{cjk}][{eaten}]*|[^ \n\r\t{cjk}]+")


@cache
def _cj() -> re.Pattern[str]:
    # The ranges of gatsby-transformer-remark's utils/time-to-read.js, Velite's are the same.
    return re.compile(
        "[\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b"
        "\u3400-\u4db5\u4e00-\u9fea\uf900-\ufa6d\ufa70-\ufad9\U00020000-\U0002a6d6"
        "\U0002a700-\U0002b734\U0002b740-\U0002b81d\U0002b820-\U0002cea1\U0002ceb0-\U0002ebe0"
        "\U0002f800-\U0002fa1d\u3041-\u3096\u309d-\u309f\U0001b001-\U0001b11e\U0001f200"
        "\u30a1-\u30fa\u30fd-\u30ff\u31f0-\u31ff\u32d0-\u32fe\u3300-\u3357\uff66-\uff6f"
        "\uff71-\uff9d\U0001b000]"
    )


@cache
def _lodash_word() -> re.Pattern[str]:
    lower, upper = "a-z\xdf-\xf6\xf8-\xff", "A-Z\xc0-\xd6\xd8-\xde"
    breaks = "\xac\xb1\xd7\xf7\x00-\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\xbf\u2000-\u206f"
    breaks += " \\t\x0b\\f\xa0\ufeff\\n\\r\u2028\u2029\u1680\u180e\u202f\u205f\u3000"
    emoji = "\u2700-\u27bf\U00010000-\U0010ffff"
    misc = f"[^{breaks}0-9{emoji}{lower}{upper}]"
    misc_lower, misc_upper = f"(?:[{lower}]|{misc})", f"(?:[{upper}]|{misc})"
    tail = "(?:['’](?:d|ll|m|re|s|t|ve))?"
    tail_upper = "(?:['’](?:D|LL|M|RE|S|T|VE))?"
    return re.compile(
        f"[{upper}]?[{lower}]+{tail}(?=[{breaks}]|[{upper}]|$)"
        f"|{misc_upper}+{tail_upper}(?=[{breaks}]|[{upper}]{misc_lower}|$)"
        f"|[{upper}]?{misc_lower}+{tail}"
        f"|[{upper}]+{tail_upper}"
        "|[0-9]*(?:1ST|2ND|3RD|(?![123])[0-9]TH)(?=\\b|[a-z_])"
        "|[0-9]*(?:1st|2nd|3rd|(?![123])[0-9]th)(?=\\b|[A-Z_])"
        "|[0-9]+"
        f"|[{emoji}][\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*(?:\u200d[{emoji}][\ufe0e\ufe0f]?)*"
    )
