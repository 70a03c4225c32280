"""The data of an Eleventy site: of folders, of templates that are no posts, of all pages."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Final

from blint.late import late
from blint.site.configs.js_literals import Computed, read_module, read_value
from blint.site.generators.eleventy.calls import Program

TextOf = Callable[[str], str]

DRAFTS: Final = "keeps drafts back"
"""The key of data with a function for permalinks that only leaves drafts out."""
PAGES: Final = frozenset(
    (
        *("liquid", "md", "njk", "html", "11ty.js", "11ty.cjs", "11ty.mjs", "11ty.ts", "webc"),
        *("hbs", "ejs", "pug", "haml", "mustache", "vto"),
    )
)
"""The extensions of templates that are pages."""


def read_data(
    text_of: TextOf,
    folder: str,
    config: Mapping[str, Any],
    files: Collection[str],
    program: Program,
) -> dict[str, Any]:
    """What data says of addresses, by paths from the project root.

    `data` is that of folders and files, `pages` the front matter of templates that are no Markdown
    and of lists, `globals` what lists are made of. `permalink` is the pattern for all pages that
    have no other, `computed` the one before which no other counts; `open`: there are some that are
    not known. `drafts`: see `eleventy_config`. `url` is the site's address. `layoutIds` are those
    in layouts; `layoutTitle`: a heading there has the page's title, `layoutOpen`: others as well.
    """
    source = folder + (f"{config['input']}/" if config["input"] else "")
    inner = [name for name in files if name.startswith(source)]
    outer = tuple(f"{folder}{one}/" for one in config["includes"] if one)
    shown = [
        name for name in inner if not name.startswith((*outer, f"{folder}{config['output']}/"))
    ]
    pages = dict(_pages(text_of, shown, config["formats"]))
    layouts = [name for name in files if name.startswith(outer) and name.endswith(_LAYOUTS)]
    texts = list(map(text_of, layouts))
    found = dict(_globals(text_of, outer, files, pages.values()))
    data = dict(_data(text_of, inner))
    usual = dict(_usual(program, found))
    hidden = DRAFTS in usual or any(DRAFTS in table for table in data.values())
    values = [usual.get(key) for key in ("permalink", "computed")]
    ids, has_title, has_others = _ids(texts)
    return {
        "data": data,
        "pages": pages,
        "globals": found,
        "permalink": values[0] if isinstance(values[0], str | bool) else None,
        "computed": values[1] if isinstance(values[1], str) else None,
        "open": any(isinstance(value, Computed) for value in values)
        or any(map(_LAYOUT_PERMALINK.search, texts)),
        "drafts": config["drafts"] or hidden,
        "url": _address(found, program),
        "layoutIds": ids,
        "layoutTitle": has_title,
        "layoutOpen": has_others,
    }


def _usual(program: Program, data: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The patterns of addresses for all pages: `permalink`, and `computed`, before which no other
    counts."""
    if data.get("permalink") not in (None, ""):
        yield "permalink", data["permalink"]
    computed = data.get("eleventyComputed")
    if isinstance(computed, Mapping):
        if DRAFTS in computed:
            yield DRAFTS, True
        if "permalink" in computed:
            yield "computed", computed["permalink"]
    for call in program.calls("addGlobalData"):
        if call.arguments[:1] == ["permalink"]:
            yield "permalink", call.arguments[1] if len(call.arguments) > 1 else Computed()
        elif _KEEPS_DRAFTS_BACK.search(call.raw) or (
            "permalink" in call.raw and _DRAFTS_FIRST.search(program.code)
        ):
            yield DRAFTS, True
        elif "permalink" in call.raw:
            yield "computed", Computed()


def _pages(
    text_of: TextOf, names: list[str], formats: tuple[str, ...]
) -> Iterator[tuple[str, Mapping[str, Any]]]:
    from blint.reading.front_matter import read_front_matter

    endings = tuple(f".{one}" for one in formats if one in PAGES and one != "md")
    for name in sorted(names):
        base = name.rpartition("/")[2]
        if base.endswith(".md") and _LIST.search(base):
            text = text_of(name)
            if not _PAGINATED.search(text):
                continue
        elif base.endswith(endings):
            text = text_of(name)
        else:
            continue
        if ".11ty." in base:
            yield name, _of_program(text)
        elif text.startswith(("---js", "---javascript")):
            yield name, _of_program(text.partition("\n")[2].partition("\n---")[0])
        else:
            yield name, read_front_matter(text, dialect="yaml-1.2").data


def _data(text_of: TextOf, names: list[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The data of folders and single files: of those that are named after one."""
    stems = {name.rpartition(".")[0] for name in names if not name.endswith((".json", ".js"))}
    for name in names:
        match = _DATA.search(name)
        if match is None:
            continue
        stem = name[: match.start()]
        folder, _, base = stem.rpartition("/")
        is_named = base == folder.rpartition("/")[2] or stem in stems
        if match[1] or (match[2] == "json" and is_named):
            text = text_of(name)
            data = _json(text) if match[2] == "json" else _of_program(text)
            if isinstance(data, Mapping):
                yield name, data


def _of_program(text: str) -> Mapping[str, Any]:
    """The data that a module exports; `Computed` stands for what is not plain."""
    value = read_module(text).default
    if not isinstance(value, Mapping):
        value = read_value(text) if text.lstrip().startswith("{") else {}
    found = dict(value) if isinstance(value, Mapping) else {}
    computed = found.pop("eleventyComputed", None)
    permalink = found.pop("permalink", None)
    if _KEEPS_DRAFTS_BACK.search(text):
        found[DRAFTS] = True
    elif "permalink" in text:
        if permalink is None or isinstance(permalink, Computed):
            permalink = _of_function(text)
        if "eleventyComputed" in text:
            plain = computed.get("permalink") if isinstance(computed, Mapping) else None
            found["eleventyComputed"] = {
                "permalink": plain if isinstance(plain, str) else permalink
            }
        else:
            found["permalink"] = permalink
    for key in ("tags", "pagination", "date"):
        if key not in found and (match := re.search(rf"\b{key}\s*:\s*", text)):
            found[key] = read_value(text[match.end() :])
    return found


def _of_function(text: str) -> Any:
    """The pattern that a function fills in, if that is all it does."""
    plain = re.findall(r"\bpermalink\s*:\s*(\"[^\"\n]*\"|'[^'\n]*'|`[^`$]*`|false|true)", text)
    if len(plain) == 1 and text.count("permalink") == 1:
        return read_value(plain[0])
    match = _TEMPLATE.search(text)
    if match is None or text.count("permalink") != 1:
        return Computed()
    data = re.compile(rf"^{match['a'] or match['b'] or 'data'}\.")
    pieces = _HOLE.split(match["text"])
    for place in range(1, len(pieces), 2):
        hole = _HELPED.sub(r"\2 | \1", pieces[place].strip())
        if not _PLAIN.fullmatch(hole):
            return Computed()
        pieces[place] = f"{{{{ {data.sub('', hole)} }}}}"
    return "".join(pieces)


def _globals(
    text_of: TextOf,
    folders: tuple[str, ...],
    files: Collection[str],
    pages: Collection[Mapping[str, Any]],
) -> Iterator[tuple[str, Any]]:
    """The global data that addresses may be made of, by name."""
    wanted = {"permalink", "eleventyComputed", *_SITES}
    for page in pages:
        pagination = page.get("pagination")
        if isinstance(pagination, Mapping):
            wanted.add(str(pagination.get("data")).partition(".")[0])
    for name in sorted(files):
        if not name.startswith(folders) or not name.endswith((".json", ".js", ".cjs", ".mjs")):
            continue
        folder, _, base = name.rpartition("/")
        stem, _, kind = base.partition(".")
        if f"{folder}/" in folders and stem in wanted:
            text = text_of(name)
            if stem == "eleventyComputed" and kind != "json":
                yield stem, _of_program(text)
            else:
                yield stem, _json(text) if kind == "json" else read_module(text).default


def _address(data: Mapping[str, Any], program: Program) -> str:
    """The full address of the site, as its data usually have it."""
    tables = [data.get(name) for name in _SITES]
    calls = (call.arguments for call in program.calls("addGlobalData"))
    tables += [found[1] for found in calls if len(found) > 1 and found[0] in _SITES]
    for table in tables:
        for key in ("url", "baseUrl", "siteUrl", "baseURL"):
            value = table.get(key) if isinstance(table, Mapping) else None
            if isinstance(value, str) and re.match(r"https?://[^/]+\.", value):
                return value
    return ""


def _ids(texts: list[str]) -> tuple[tuple[str, ...], bool, bool]:
    """The ids that layouts bring; whether a heading has the title, and whether one has others."""
    joined = "\n".join(texts)
    ids = tuple(dict.fromkeys(match[1] for match in _ID.finditer(joined)))
    headings = [match[2] for match in _HEADING.finditer(joined) if " id=" not in match[1]]
    has_title = any(map(_TITLE.fullmatch, map(str.strip, headings)))
    others = any(not _TITLE.fullmatch(one.strip()) for one in headings)
    return ids, has_title, others or _OPEN_ID.search(joined) is not None


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


_SITES: Final = ("metadata", "meta", "site")
_LAYOUTS: Final = tuple(f".{one}" for one in PAGES)
_LAYOUT_PERMALINK: Final = late(r"\A---[^\n]*\n(?:(?!---).*\n)*?permalink\s*:")
# Names of Markdown files that may well be lists; others are not opened to see.
_LIST: Final = late(
    r"tag|categor|topic|page|archive|index|list|author|series|year|redirect|feed|blog|posts|notes",
    re.IGNORECASE,
)
_PAGINATED: Final = late(r"^pagination\s*:", re.MULTILINE)
_DATA: Final = late(r"(\.11tydata)?\.(json|js|cjs|mjs)$")
_TEMPLATE: Final = late(
    r"\bpermalink\b\s*(?::\s*(?:async\s*)?(?:function\s*)?)?"
    r"(?:\(\s*(?P<a>\w*)[^()]*\)|(?P<b>\w+))\s*(?:=>\s*)?(?:\{\s*return\s*)?`(?P<text>(?:[^`\\]|\\.)*)`\s*[;,})]"
)
_KEEPS_DRAFTS_BACK: Final = late(
    r"\bpermalink\b(?=[^`]*\bdraft)[^`]*(?:return\s+|:\s*)\w*\.?permalink\s*[;,)}\n]"
)
_DRAFTS_FIRST: Final = late(
    r"\bdraft\b[^;{}]*\)\s*\{?\s*return\s+false;?\s*\}?\s*return\s+\w+\.permalink\b"
)
_HOLE: Final = late(r"\$\{([^{}]*)\}")
_HELPED: Final = late(r"^this\.(slugify|slug)\(\s*([\w.]+)\s*\)$")
_PLAIN: Final = late(r"[\w.]+(?:\s*\|\s*\w+)?")
_ID: Final = late(r"<[^<>]*\sid\s*=\s*[\"']?([^\s\"'{}<>]+)[\"'\s>]")
_OPEN_ID: Final = late(r"\sid\s*=\s*[\"']?[^\s\"'<>]*\{")
_HEADING: Final = late(r"<(h[1-6](?:\s[^<>]*)?)>(.*?)</h[1-6]", re.DOTALL | re.IGNORECASE)
_TITLE: Final = late(r"\{\{-?\s*title\s*(?:\|\s*(?:safe|escape)\s*)?-?\}\}")
