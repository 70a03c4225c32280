"""Hexo's slugs: of headings, tags and categories (`slugize` of hexo-util 3)."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Final

from blint.late import late


@lru_cache(maxsize=4096)  # tags and categories come back post after post
def hexo_slug(text: str, transform: int = 0) -> str:
    """The slug of a text; `transform` 1 makes its letters small, 2 large."""
    if not text.isascii():
        text = "".join(map(_plain, text))
    text = _SPECIAL.sub("-", _CONTROL.sub("", text)).strip("-")
    return text.lower() if transform == 1 else text.upper() if transform == 2 else text


@cache
def _plain(char: str) -> str:
    """A Latin letter without what is added to it; other characters as they are."""
    if char < "\x80":
        return char
    if char in _LETTERS:
        return _LETTERS[char]
    name = unicodedata.name(char, "")
    if name.startswith(("CIRCLED LATIN", "FULLWIDTH LATIN")):
        return unicodedata.normalize("NFKC", char)
    base = unicodedata.normalize("NFD", char)[0]
    return base if name.startswith("LATIN") and base < "\x80" else char


_SPECIAL: Final = late("[\\s\ufeff~`!@#$%^&*()\\-_+=\\[\\]{}|\\\\;:\"'<>,.?/]+")
_CONTROL: Final = late(r"[\x00-\x1f]")
# The letters of hexo-util's table that Unicode does not part into a letter and an accent.
_PAIRS: Final = """
ÆAE ØO ßs æae øo ĐD đd ĦH ħh ıi ĿL ŀl ŁL łl ŉn ŒOE œoe ŦT ŧt ſl ƀb ƁB ƂB ƃb ƆO ƇC ƈc ƉD ƊD ƋD ƌd
ƎE ƐE ƑF ƒf ƓG ƕhv ƗI ƘK ƙk ƚl ƜM ƝN ƞn ƟO ƢOI ƣoi ƤP ƥp ƬT ƭt ƮT ƲV ƳY ƴy ƵZ ƶz ǄDZ ǅDz ǆdz ǇLJ
ǈLj ǉlj ǊNJ ǋNj ǌnj ǝe ǢAE ǣae ǤG ǥg ǱDZ ǲDz ǳdz ǼAE ǽae ǾO ǿo ȠN ȢOU ȣou ȤZ ȥz ȺA ȻC ȼc ȽL ȾT ȿs
ɀz ɃB ɄU ɅV ɇe ɈJ ɉj ɊQ ɋq ɌR ɍr ɎY ɏy ɐa ɓb ɔo ɖd ɗd ɛe ɠg ɥh ɨi ɫl ɯm ɱm ɲn ɵo ɽr ʈt ʉu ʋv ʌv
ᵹg ᵽp ẚa ẛs ẞS ỾY ỿy ↄc ⱠL ⱡl ⱢL ⱣP ⱤR ⱥa ⱦt ⱧH ⱨh ⱩK ⱪk ⱫZ ⱬz ⱮM ⱯA ⱲW ⱳw ⱵH ⱶh ⱾS ⱿZ ꜨTZ ꜩtz
ꜲAA ꜳaa ꜴAO ꜵao ꜶAU ꜷau ꜸAV ꜹav ꜺAV ꜻav ꜼAY ꜽay ꜾC ꜿc ꝀK ꝁk ꝂK ꝃk ꝄK ꝅk ꝆL ꝇl ꝈL ꝉl ꝊO ꝋo ꝌO ꝍo
ꝎOO ꝏoo ꝐP ꝑp ꝒP ꝓp ꝔP ꝕp ꝖQ ꝗq ꝘQ ꝙq ꝚR ꝛr ꝞV ꝟv ꝠVY ꝡvy ꝢZ ꝣz ꝹD ꝺd ꝻF ꝼf ꝽG ꝾG ꝿg ꞀL ꞁl ꞂR
ꞃr ꞄS ꞅs ꞆT ꞇt ꞍH ꞐN ꞑn ꞠG ꞡg ꞢK ꞣk ꞤN ꞥn ꞦR ꞧr ꞨS ꞩs
"""
_LETTERS: Final = {pair[0]: pair[1:] for pair in _PAIRS.split()} | {"\x8c": "OE", "\x9c": "oe"}
