"""What a Hugo configuration says of addresses, read once, by language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from blint.late import late
from blint.site.generators.hugo.folders import DATES, table, tables, taxonomies, words
from blint.site.generators.hugo.paths import key_part, sanitised

SOURCES: Final = ("page", "term")
EVERYWHERE: Final = "/"
LISTS: Final = frozenset(("home", "section", "taxonomy", "term"))


class Pattern(NamedTuple):
    """An address pattern: for pages of some kinds in a section, and below it."""

    kinds: frozenset[str]
    section: str
    text: str
    certain: bool = True

    def holds(self, kind: str, key: str, section: str) -> bool:
        """Whether it is for a page with this key, in this section."""
        if kind not in self.kinds:
            return False
        if self.section == EVERYWHERE:
            return True
        if self.section == "":
            return kind == "page" and key.count("/") == 1
        place = section if kind == "page" else key
        return f"{place}/".startswith(f"/{self.section}/")


class Format(NamedTuple):
    """An output format: the name of the file, without and with extension."""

    base: str
    suffix: str
    folder: str = ""
    at_root: bool = False
    is_html: bool = False


class Tongue:
    """What holds for the pages in one language. `prefix` is empty, or `/de`."""

    def __init__(self, code: str, prefix: str, data: Mapping[str, Any]) -> None:
        self.code, self.prefix = code, prefix
        self._lower = data.get("disablepathtolower") is not True
        self._accents = data.get("removepathaccents") is not True
        self.keeps_case = not self._lower
        self.taxonomies = taxonomies(data)
        self.term_starts = tuple(f"/{plural}/" for plural in self.taxonomies)
        self.patterns = tuple(_patterns(data.get("permalinks")))
        self.off = frozenset(one.lower() for one in words(data.get("disablekinds")))
        self.has_aliases = data.get("disablealiases") is not True
        ugly = data.get("uglyurls")
        self._ugly = ugly is True
        self._ugly_sections = {
            key_part(str(key)): value is True
            for key, value in (ugly.items() if isinstance(ugly, Mapping) else ())
        }
        pagination = table(data, "pagination")
        self.page_word = _text(pagination.get("path") or data.get("paginatepath"), "page")
        size = pagination.get("pagersize") or data.get("paginate")
        self.page_size = size if isinstance(size, int) and size > 0 else 10
        self.formats = _formats(data)
        outputs = table(data, "outputs")
        self.outputs = {
            kind: tuple(name.lower() for name in words(outputs.get(kind))) or _usual(kind)
            for kind in (*LISTS, "page")
        }
        self.dates = tuple(_dates(table(data, "frontmatter").get("date")))
        self.reads_git = any(one in {":git", ":filemodtime"} for one in self.dates)

    def clean(self, text: str) -> str:
        """A path, sanitised."""
        return sanitised(text, lower=self._lower, accents=self._accents)

    def is_ugly(self, key: str, kind: str) -> bool:
        """Whether a page is a file of its own name, and not in a folder of that name."""
        if kind not in SOURCES:
            return False
        return self._ugly_sections.get(key[1:].partition("/")[0], self._ugly)

    def formats_of(self, kind: str, given: tuple[str, ...] | None) -> Iterator[Format]:
        """The output formats of a page, known ones; `given` are those of its front matter."""
        for name in given or self.outputs[kind]:
            found = self.formats.get(name)
            if found is not None and not (name == "rss" and "rss" in self.off):
                yield found


def tongues(data: Mapping[str, Any]) -> dict[str, Tongue]:
    """The languages of a site by code, those that are off left out."""
    languages = table(data, "languages")
    default = default_language(data)
    off = {one.lower() for one in words(data.get("disablelanguages"))}
    off |= {
        str(code)
        for code, one in languages.items()
        if isinstance(one, Mapping) and one.get("disabled") is True
    }
    in_folder = data.get("defaultcontentlanguageinsubdir") is True
    found = {}
    for code in dict.fromkeys((default, *map(str, languages))):
        if code not in off or code == default:
            own = languages.get(code)
            merged = {**data, **own} if isinstance(own, Mapping) else data
            prefix = "" if code == default and not in_folder else f"/{code}"
            found[code] = Tongue(code, prefix, merged)
    return found


def default_language(data: Mapping[str, Any]) -> str:
    """The code of the language of files whose names tell none."""
    return _text(data.get("defaultcontentlanguage"), "en").lower()


def hook(data: Mapping[str, Any], kind: str, *, custom: bool, unseen: bool) -> str:
    """How links or images are turned into addresses: `raw`, `embedded` or `custom`.

    `custom`: the site has a hook of its own; `unseen`: it may have one in a theme.
    """
    goldmark = table(data, "markup", "goldmark")
    wish = table(goldmark, "renderhooks", kind).get("useembedded", "auto")
    if wish == "always" or wish is True:
        return "embedded"
    if custom or unseen:
        return "custom"
    if wish == "fallback":
        return "embedded"
    copies = goldmark.get("duplicateresourcefiles") is True
    return "embedded" if wish == "auto" and table(data, "languages") and not copies else "raw"


def is_multihost(data: Mapping[str, Any]) -> bool:
    """Whether each language has a host of its own."""
    languages = table(data, "languages").values()
    return any(isinstance(one, Mapping) and one.get("baseurl") for one in languages)


def _patterns(value: Any) -> Iterator[Pattern]:
    if isinstance(value, list):
        # The first that fits counts.
        for one in tables(value):
            yield from _aimed(one)
        return
    found = list(_by_kind(value)) if isinstance(value, Mapping) else []
    for pattern in found:
        yield pattern._replace(certain=not any(_is_rival(other, pattern) for other in found))


def _is_rival(other: Pattern, pattern: Pattern) -> bool:
    """Whether another pattern fits as well: which of the two counts is left to chance."""
    is_above = other.section and pattern.section.startswith(f"{other.section}/")
    return bool(is_above and other.kinds & pattern.kinds)


def _by_kind(value: Mapping[str, Any]) -> Iterator[Pattern]:
    found = []
    for key, pattern in value.items():
        if isinstance(pattern, Mapping):
            kinds = frozenset((key,))
            found += [(kinds, name, text) for name, text in pattern.items()]
        else:
            found.append((frozenset(SOURCES), key, pattern))
    # The closest section first.
    found.sort(key=lambda one: (-str(one[1]).strip("/").count("/"), -len(str(one[1]))))
    for kinds, name, text in found:
        if isinstance(text, str):
            yield Pattern(kinds, str(name).strip("/").lower(), text)


def _aimed(one: Mapping[str, Any]) -> Iterator[Pattern]:
    """A pattern with a target, as far as it names a kind and a folder."""
    text, target = one.get("pattern"), table(one, "target")
    if not isinstance(text, str):
        return
    kind = target.get("kind")
    kinds = frozenset(str(kind).strip("{}").split(",")) if kind else frozenset(SOURCES)
    path = target.get("path")
    place = str(path).strip("/").lower() if path else ""
    plain = _DEEP.sub("", place) or EVERYWHERE
    known = not (set(target) - {"kind", "path"}) and _GLOB.search(plain) is None
    yield Pattern(kinds, plain, text, known)


def _formats(data: Mapping[str, Any]) -> dict[str, Format]:
    found = dict(_FORMATS)
    for name, one in table(data, "outputformats").items():
        if not isinstance(one, Mapping):
            continue
        known = found.get(name, Format("index", ""))
        media = one.get("mediatype")
        suffix = _suffix(media, data) if isinstance(media, str) else known.suffix
        base = _text(one.get("basename"), known.base)
        folder = _text(one.get("path"), known.folder).strip("/")
        found[name] = Format(base, suffix, folder, one.get("root") is True, known.is_html)
    return found


def _suffix(media: str, data: Mapping[str, Any]) -> str:
    given = table(data, "mediatypes", media.lower()).get("suffixes")
    name = media.rpartition("/")[2].lower()
    return next(iter(words(given)), _SUFFIXES.get(name, name.rpartition("+")[2]))


def _usual(kind: str) -> tuple[str, ...]:
    return ("html",) if kind == "page" else ("html", "rss")


def _dates(value: Any) -> Iterator[str]:
    for one in words(value) or [":default"]:
        if one.lower() == ":default":
            yield from DATES
        else:
            yield one.lower()


def _text(value: Any, default: str) -> str:
    return value if isinstance(value, str) and value else default


_DEEP: Final = late(r"/?\*\*$")
_GLOB: Final = late(r"[*?\[{]")
_SUFFIXES: Final = {
    "plain": "txt",
    "javascript": "js",
    "calendar": "ics",
    "markdown": "md",
    "manifest+json": "webmanifest",
    "rss+xml": "xml",
    "atom+xml": "xml",
    "feed+json": "json",
}
_FORMATS: Final = {
    "html": Format("index", "html", is_html=True),
    "rss": Format("index", "xml"),
    "json": Format("index", "json"),
    "amp": Format("index", "html", "amp"),
    "calendar": Format("index", "ics"),
    "css": Format("styles", "css"),
    "csv": Format("index", "csv"),
    "markdown": Format("index", "md"),
    "gotmpl": Format("index", "gotmpl"),
    "robots": Format("robots", "txt", at_root=True),
    "webappmanifest": Format("manifest", "webmanifest"),
}
