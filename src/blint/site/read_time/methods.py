"""The named methods: how many minutes real packages give a text, each with its source.

`make oracles` asks the packages themselves; `tests/site/read_time/test_read_time_methods.py` holds
what is here against their answers.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from blint.late import late
from blint.site.read_time import words
from blint.site.read_time.body import Body


class Estimate(NamedTuple):
    """The minutes of a text, and how much was counted of what, a `word` or a `character`."""

    minutes: int
    counted: float
    unit: str = "word"


def hugo(body: Body) -> Estimate:
    """Hugo 0.168, `hugolib/page__content.go` and `tpl.StripHTML`: pieces of the rendered page.

    212 pieces a minute, rounded up; 213 before Hugo 0.165. Raw HTML is counted where the site lets
    Goldmark render it. Where the site says `hasCJKLanguage`, a text with CJK has 500 characters a
    minute; if its configuration is not at hand, one that is CJK for the most part.
    """
    text = body.rendered(raw=_says(body.generator, "markup", "goldmark", "renderer", "unsafe"))
    count = words.count_pieces(text)
    if not body.source.isascii() and _CJK.search(body.source):
        taken = not body.generator and len(_CJK.findall(text)) > count
        if taken or _says(body.generator, "hascjklanguage"):
            count = words.count_pieces_and_cjk(text)
            return Estimate(_up(count, 500), count)
    return Estimate(_up(count, 212), count)


def zola(body: Body) -> Estimate:
    """Zola 0.20, `components/content/src/utils.rs`: words of the Markdown as written, by Unicode.

    What stands between triple backticks is left out; 200 words a minute, rounded up.
    """
    count = sum(map(words.count_unicode_words, body.source.split("```")[::2]))
    return Estimate(_up(count, 200), count)


def reading_time(body: Body) -> Estimate:
    """npm reading-time 1.5, `lib/reading-time.js`: words of the Markdown as written, code and all.

    200 words a minute; the minutes as `toFixed(2)` writes them, rounded up, so that 201 words
    still take one.
    """
    count = words.count_bounded(body.source)
    return Estimate(math.ceil(float(f"{count / 200:.2f}")), count)


def docusaurus(body: Body) -> Estimate:
    """@docusaurus/plugin-content-blog 3.10, `lib/readingTime.js`: words by `Intl.Segmenter`.

    They are counted in the Markdown as written, without its first heading; 200 words a minute,
    rounded to two places by the plugin, and up by the theme. Before 3.9 it was npm reading-time.
    """
    count = words.count_segmented(_TITLE.sub("", body.source.strip(), count=1))
    return Estimate(math.ceil(math.floor(count / 200 * 100 + 0.5) / 100), count)


def medium(body: Body) -> Estimate:
    """PyPI readtime 3.0, `readtime/utils.py`, and Material for MkDocs 9.8, its blog's `readtime`.

    Both part the text of the rendered page at all that is no letter, digit or `_`, and count the
    empty part after a last full stop. What a fence says of its language is not counted, though
    readtime does so where it renders Markdown itself. 265 words a minute, in seconds rounded up;
    12 seconds for the first image, each next one a second less, down to 3; minutes rounded up, at
    least one.
    """
    count = words.count_splits(body.text.strip())
    seconds = math.ceil(count / 265 * 60) + image_seconds(body.images)
    return Estimate(max(1, _up(seconds, 60)), count)


def velite(body: Body) -> Estimate:
    """Velite 0.4, `s.metadata()`: runs of ASCII letters of the rendered text, so no numbers.

    A Chinese character or a kana is 0.56 words; 265 words a minute, to the nearest, at least one.
    """
    text, characters = words.split_cj(body.text)
    count = words.count_letters(text) + characters * 0.56
    return Estimate(_nearest(count) if text.strip() or characters else 0, count)


def gatsby(body: Body) -> Estimate:
    """gatsby-transformer-remark 6.16, `utils/time-to-read.js`: lodash's words of the rendered text.

    Speed and rounding are Velite's, which took them from here.
    """
    text, characters = words.split_cj(body.visible)
    # sanitize-html, which strips the tags, writes these characters as entities again.
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    count = words.count_lodash_words(text) + characters * 0.56
    return Estimate(_nearest(count), count)


def textstat(body: Body) -> Estimate:
    """PyPI textstat 0.7, `reading_time`: 14.69 ms a character (Demberg and Keller 2008).

    Spaces are left out, Markdown is counted as written; blint rounds the minutes up.
    """
    count = len("".join(body.source.split()))
    return Estimate(math.ceil(round(count * 14.69 / 1000, 3) / 60), count, "character")


METHODS: dict[str, Callable[[Body], Estimate]] = {
    "hugo": hugo,
    "zola": zola,
    "reading-time": reading_time,
    "docusaurus": docusaurus,
    "medium": medium,
    "velite": velite,
    "gatsby": gatsby,
    "textstat": textstat,
}


def image_seconds(images: int) -> int:
    """What images add, as Medium has it: 12 seconds, 11, 10 … and 3 from the tenth on."""
    first = min(images, 9)
    return sum(range(12, 12 - first, -1)) + 3 * (images - first)


_CJK = late(r"[\u1100-\u11ff\u2e80-\u2fdf\u3005\u3007\u3021-\u3029\u3038-\u303b\u3041-\u309f"
            r"\u30a0-\u30ff\u3130-\u318f\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f"
            r"\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff]")  # fmt: skip
_TITLE = late(r"\A(?:#[ \t]+[^ \t\n].*(?:\n|\Z)|.+\r?\n=+(?:\r?\n|\Z))")


def _up(count: int, per_minute: int) -> int:
    return -(-count // per_minute)


def _nearest(count: float) -> int:
    return max(1, math.floor(count / 265 + 0.5))


def _says(data: Any, *keys: str) -> bool:
    """Whether a configuration says true under keys, whose case does not matter."""
    for key in keys:
        if not isinstance(data, Mapping):
            return False
        data = next((value for name, value in data.items() if str(name).lower() == key), None)
    return data is True
