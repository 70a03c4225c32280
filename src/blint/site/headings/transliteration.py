"""Letters of other scripts in ASCII, as the package Unidecode 1.4 spells them.

Latin, Greek, Cyrillic and kana are known, and what stands between words. Every spelling was
compared with the package's. Chinese characters and other scripts have too many letters to be
listed here: they leave a mark.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

from blint.late import late

WORD: Final = "zqwz "
"""Stands for a Chinese character, which becomes a word of its own."""
LETTERS: Final = "zqlz"
"""Stands for any other character whose spelling is not known."""


def transliterate(text: str) -> str:
    """A text in ASCII; `WORD` and `LETTERS` stand for what is not known."""
    return text if text.isascii() else "".join(map(_spelled, text))


@cache
def _spelled(char: str) -> str:
    if char < "\x80":
        return char
    known = _TABLE.get(char)
    if known is None and char.lower() != char:
        lower = _TABLE.get(char.lower())
        known = lower.capitalize() if lower is not None else None
    if known is not None:
        return known
    base = "".join(c for c in unicodedata.normalize("NFD", char) if not unicodedata.combining(c))
    if base != char and base and not "가" <= char <= "힣":
        return "".join(map(_spelled, base))
    if _SILENT.match(char) and unicodedata.category(char)[0] in "CMPSZ":
        return ""
    return WORD if unicodedata.name(char, "").startswith("CJK") else LETTERS


def _pairs(table: str) -> dict[str, str]:
    words = table.split()
    return dict(zip(words[::2], words[1::2], strict=True))


# Signs and pictures that leave nothing, or marks that no slug keeps.
_SILENT: Final = late(
    "[\u0080-\u00bf\u00d7\u00f7\u0300-\u0362\u2010-\u206f\u2190-\u23ff\u2600-\u2653\u2668-\u27bf"
    "\u3000-\u303f\u30fb\ufe00-\ufe0f\ufeff\U0001f300-\U0001f64f\U0001f680-\U0001f6ff"
    "\U0001f900-\U0001f9ff\U0001fa70-\U0001faff]"
)

_KANA_ROWS: Final = (
    ("ぁあぃいぅうぇえぉお", "a a i i u u e e o o"),
    ("かがきぎくぐけげこご", "ka ga ki gi ku gu ke ge ko go"),
    ("さざしじすずせぜそぞ", "sa za shi zi su zu se ze so zo"),
    ("ただちぢっつづてでとど", "ta da chi di tsu tsu du te de to do"),
    ("なにぬねの", "na ni nu ne no"),
    ("はばぱひびぴふぶぷへべぺほぼぽ", "ha ba pa hi bi pi hu bu pu he be pe ho bo po"),
    ("まみむめも", "ma mi mu me mo"),
    ("ゃやゅゆょよ", "ya ya yu yu yo yo"),
    ("らりるれろ", "ra ri ru re ro"),
    ("ゎわゐゑをんゔ", "wa wa wi we wo n vu"),
)
_KANA: Final = {
    form: word
    for letters, words in _KANA_ROWS
    for letter, word in zip(letters, words.split(), strict=True)
    for form in (letter, chr(ord(letter) + 0x60))
}
_LATIN: Final = """
æ ae Æ AE ǽ ae Ǽ AE ð d ø o þ th ß ss ẞ SS đ d ħ h ı i ĸ k ł l ŋ ng Ŋ NG œ oe Œ OE ŧ t ƒ f ə @
ɖ d ƙ k ɓ b ɗ d ɛ e ɔ o ƴ y ƶ z ŉ 'n ǥ g
"""
_GREEK: Final = """
α a β b γ g δ d ε e ζ z η e θ th ι i κ k λ l μ m ν n ξ x Ξ Ks ο o π p ρ r ς s σ s τ t υ u φ ph
χ kh ψ ps ω o ΐ i Ϊ I
"""
_CYRILLIC: Final = """
а a б b в v г g д d е e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts
ч ch ш sh щ shch ъ ' ы y ь ' э e ю iu я ia ѐ ie ё io ђ dj ѓ gj є ie ѕ dz і i ї yi ј j љ lj њ nj
ћ tsh ќ kj ѝ i ў u џ dzh ґ g' қ k' ғ g' ң n' ү u ұ u' һ h ә @ ө o
"""
_MARKS: Final = """
‐ - ‑ - ± +- ⁀ - ‒ - – - — -- ― -- ⁃ -- − - ← - → - ↔ - ↩ - ↪ - ↦ - ↠ - ー -
£ PS § SS © (c) ® (r) ° deg ¶ P ¥ Y= ¢ C/ × x € EUR ₹ Rs ₽ R ₿ BTC ₩ W ‿ _
♠ spades ♥ hearts ♡ hearts ♦ diamonds ♣ clubs 〇 0
"""
_TABLE: Final = {
    **_pairs(_LATIN),
    **_pairs(_GREEK),
    **_pairs(_CYRILLIC),
    **_pairs(_MARKS),
    **_KANA,
    **dict(zip("ヷヸヹヺ", ("va", "vi", "ve", "vo"), strict=True)),
    "\u200b": " ",
    "\u2028": "\n",
    "\u2029": "\n\n",
    **dict.fromkeys("、。」』】〕〉》〗〙〛〜", " "),
}
