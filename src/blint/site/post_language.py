"""The language of a post, as its front matter, its file's name or its folder tells it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final

from blint.late import late
from blint.reading.nodes import FrontMatter
from blint.site.keys import entry_of
from blint.site.links.urls import without_markdown
from blint.site.settings import Settings


def post_language(path: str, front_matter: FrontMatter, settings: Settings) -> str:
    """The code of a post's language in lower case, such as `de` or `zh-cn`; empty: the site's own.

    Translations of a post have its title, its tags and its place in a series once more.
    """
    entry = entry_of(front_matter, _KEYS, fold=settings.preset.fold_keys)
    if entry is not None and entry.value.kind == "scalar":
        said = entry.value.raw.strip().replace("_", "-").lower()
        if _CODE.fullmatch(said):
            return said
    folder, _, name = path.rpartition("/")
    return _of_name(name) or _of_folder(folder)


@cache
def site_language(settings: Settings) -> str:
    """The code of the language that the site's own configuration gives; empty: it gives none."""
    for key in _SITE_KEYS:
        node: object = settings.generator
        for part in key.split("."):
            node = node.get(part) if isinstance(node, Mapping) else None
        if isinstance(node, list):
            node = node[0] if len(node) == 1 else None
        said = node.strip().replace("_", "-").lower() if isinstance(node, str) else ""
        if _CODE.fullmatch(said):
            return said
    return ""


def language_of(said: str, settings: Settings) -> str:
    """The code of a post's language, `said` by the post or its place; empty: nobody gives it.

    `en` and `en-us` are one where either is the site's own.
    """
    own = site_language(settings)
    same = not said or said.startswith(f"{own}-") or own.startswith(f"{said}-")
    return own if same and own else said


def _of_name(name: str) -> str:
    match = _SUFFIX.search(without_markdown(name))
    return _known(match[1]) if match is not None else ""


@lru_cache(maxsize=4096)
def _of_folder(folder: str) -> str:
    """The language that one of the outer folders is named after."""
    return next(filter(None, map(_known, folder.split("/")[:_DEEPEST])), "")


def _known(text: str) -> str:
    code = text.replace("_", "-").lower()
    if not _CODE.fullmatch(code):
        return ""
    return code if code.partition("-")[0] in _LANGUAGES else ""


_KEYS: Final = ("lang", "language", "locale")
# Of Hugo, Zola, Docusaurus, MkDocs Material, Pelican, Jekyll's themes and Hexo.
_SITE_KEYS: Final = (
    *("defaultContentLanguage", "languageCode", "default_language", "i18n.defaultLocale"),
    *("theme.language", "DEFAULT_LANG", "locale", "lang", "language"),
)
_CODE: Final = late(r"[a-z]{2,3}(?:-(?:[a-z]{2}|[a-z]{4}|\d{3}))?")
_SUFFIX: Final = late(r"\.([A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?)$")
_DEEPEST: Final = 6
# ISO 639-1, without codes that folders are called for other reasons (`as`, `id`, `io`, `is`, `or`,
# `vo`).
_LANGUAGE_CODES: Final = """
aa ab af am ar az be bg bn bo bs ca cs cy da de dz el en eo es et eu fa fi fo fr fy ga gd gl gu he
hi hr hu hy it ja ka kk km kn ko ku ky la lb lo lt lv mg mk ml mn mr ms mt my nb ne nl nn no pa pl
ps pt ro ru rw sd si sk sl so sq sr sv sw ta te tg th ti tk tl tn tr tt ug uk ur uz vi wo xh yi yo
za zh zu
"""
_LANGUAGES: Final = frozenset(_LANGUAGE_CODES.split())
