"""What Eleventy's configuration says of addresses: read as text, and never run.

A configuration in several files is read as one: whatever it imports by a relative path counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from posixpath import normpath
from typing import Any, Final

import msgspec

from blint.late import late
from blint.site.configs.js_literals import REST, Computed
from blint.site.generators.eleventy.calls import Program, read_program
from blint.site.generators.eleventy.data import PAGES, read_data
from blint.site.generators.eleventy.plugins import markdown_of, plugins_of
from blint.site.preset import Preset

TextOf = Callable[[str], str]


def read(text_of: TextOf, config: str, files: Collection[str]) -> dict[str, Any]:
    """What decides on the addresses of an Eleventy site.

    `input`, `includes` and `output` are folders from the project's own (empty: that one itself),
    `formats` the extensions of templates, `pathPrefix` as in the configuration, and `url` that of
    the site in its global data. `passthrough` are triples of what is copied, where to, and how.
    `ignored` are the lines of `.eleventyignore`. `files` and `styles`: other programs write files,
    or styles and scripts, into the site. `filters`, `tags` and `collections` are the names of those
    that the configuration adds; `openCollections`: there are more. `drafts`: it leaves drafts out.
    `unclear`: code decides on addresses.
    What plugins, Markdown and data say: see the modules of these names.
    """
    folder = config[: config.rfind("/") + 1]
    program = read_program(text_of, config, files)
    settings = dict(_settings(program))
    scripts = text_of(f"{folder}package.json")
    settings |= _command_line(scripts)
    source = _path(settings.get("input", "."))
    inside = f"{source}/" if source else ""
    includes = tuple(
        _path(f"{inside}{settings.get(key, default)}")
        for key, default in _FOLDERS.items()
        if isinstance(settings.get(key, default), str)
    )
    ignored = tuple(
        line.strip()
        for name in dict.fromkeys((f"{folder}.eleventyignore", f"{folder}{inside}.eleventyignore"))
        if name in files
        for line in text_of(name).splitlines()
    )
    formats = tuple(_formats(settings, program))
    found = {
        "input": source,
        "includes": includes,
        "output": _path(str(settings.get("output", "_site"))),
        "formats": formats,
        "pathPrefix": settings.get("pathPrefix", "/"),
        "engine": settings.get("markdownTemplateEngine", "liquid"),
        "passthrough": tuple(_passthrough(program)),
        "ignored": (*ignored, *_texts(program, "ignores.add")),
        "filters": frozenset(_texts(program, *_FILTERS)),
        "tags": frozenset(_texts(program, *_TAGS)),
        "collections": frozenset(_texts(program, "addCollection")),
        "openCollections": any(
            not isinstance(call.arguments[0], str)
            for call in program.calls("addCollection")
            if call.arguments
        ),
        "drafts": any(_DRAFT.search(call.raw) for call in program.calls("addPreprocessor")),
        "styles": _STYLES.search(scripts) is not None,
        "files": _open_files(program) or _BUNDLERS.search(scripts) is not None,
        **plugins_of(program),
        **markdown_of(program),
    }
    found |= read_data(text_of, folder, found, files, program)
    plain = ("input", "pathPrefix", "markdownTemplateEngine", "templateFormats")
    found["unclear"] = (
        found["unclear"]
        or source.startswith("..")
        or any(isinstance(settings.get(key), Computed) for key in plain)
        or settings.get("ambiguous") is True
        or found["engine"] not in ("liquid", "njk", False)
        or any(map(program.calls, _UNREAD))
    )
    return found


def adapt(preset: Preset, data: Mapping[str, Any]) -> Preset:
    """The preset with the folders that the configuration names."""
    source = data["input"]
    if source.startswith(".."):
        return preset
    inside = f"{source}/" if source else ""
    others = (*data["includes"], data["output"], "node_modules")
    return msgspec.structs.replace(
        preset,
        content=(source,),
        pages=(),
        skip=tuple(one for one in others if one and one != source),
        homes=((source, ""),),
        telling=tuple(f"{inside}**/*.{one}" for one in data["formats"] if one in PAGES),
        page_files=tuple(f".{one}" for one in data["formats"] if one in PAGES and one != "md"),
        project_files=True,
        templates=_dialect(data),
    )


def _dialect(data: Mapping[str, Any]) -> str:
    if data["engine"] is False:
        return ""
    return "nunjucks" if {"link", "post_url"} & data["tags"] else "eleventy"


def _settings(program: Program) -> Iterator[tuple[str, Any]]:
    """The settings that the configuration returns, exports or sets by calls, the last ones win."""
    for value in program.objects:
        table = {key: one for key, one in value.items() if key != REST}
        folders = table.pop("dir", {})
        if isinstance(folders, Mapping):
            yield from folders.items()
        elif isinstance(folders, Computed):
            yield "input", folders
        yield from table.items()
    for name, key in _SETTERS.items():
        for call in program.calls(name):
            if call.arguments:
                yield key, call.arguments[0]


def _formats(settings: Mapping[str, Any], program: Program) -> Iterator[str]:
    given = settings.get("templateFormats", _DEFAULT_FORMATS)
    more = [call.arguments[0] for call in program.calls("addTemplateFormats") if call.arguments]
    more += [call.arguments[0] for call in program.calls("addExtension") if call.arguments]
    for value in (given, *more):
        names = value.split(",") if isinstance(value, str) else value
        for name in names if isinstance(names, list | tuple) else ():
            if isinstance(name, str) and _EXTENSION.fullmatch(name.strip(" .")):
                yield name.strip(" .")
                if name.strip(" .") == "11ty.js":
                    yield from ("11ty.cjs", "11ty.mjs")


def _passthrough(program: Program) -> Iterator[tuple[str, str, str]]:
    """What is copied: a path or glob, the target of one that has one, and `relative` or nothing."""
    for call in program.calls("addPassthroughCopy"):
        what = call.arguments[0] if call.arguments else None
        options = call.arguments[1] if len(call.arguments) > 1 else None
        mode = options.get("mode") if isinstance(options, Mapping) else None
        how = "relative" if mode == "html-relative" else ""
        if isinstance(what, str):
            yield _path(what), "", how
        elif isinstance(what, Mapping):
            for source, target in what.items():
                if isinstance(target, str) and source != REST:
                    yield _path(source), f"/{target.strip('./')}", how


def _open_files(program: Program) -> bool:
    """Whether files are copied, or written, that the text does not name."""
    for call in program.calls("addPassthroughCopy"):
        what = call.arguments[0] if call.arguments else None
        values = what.values() if isinstance(what, Mapping) else (what,)
        if not all(isinstance(value, str) for value in values):
            return True
    return any(_WRITES.search(call.raw) for call in program.calls("on", "once"))


def _command_line(package: str) -> dict[str, Any]:
    """What the scripts in a `package.json` say to Eleventy."""
    builds = [line for line in _SCRIPT.findall(package) if not _SERVES.search(line)]
    found: dict[str, Any] = {}
    for option, key in _OPTIONS.items():
        values = {match[1] if (match := re.search(option, line)) else None for line in builds}
        if values - {None}:
            value = values.pop() if len(values) == 1 else None
            found |= {key: value} if value is not None else {"ambiguous": True}
    return found


def _texts(program: Program, *names: str) -> Iterator[str]:
    for call in program.calls(*names):
        if call.arguments and isinstance(call.arguments[0], str):
            yield call.arguments[0]


def _path(text: object) -> str:
    """A path from the project's folder, without what says only that; empty: the folder itself."""
    path = normpath(str(text).replace("\\", "/").lstrip("/") or ".")
    return "" if path == "." else path


_DEFAULT_FORMATS: Final = ("liquid", "md", "njk", "html", "11ty.js")
_FOLDERS: Final = {"includes": "_includes", "data": "_data", "layouts": None}
_SETTERS: Final = {
    "setInputDirectory": "input",
    "setOutputDirectory": "output",
    "setIncludesDirectory": "includes",
    "setDataDirectory": "data",
    "setLayoutsDirectory": "layouts",
    "setTemplateFormats": "templateFormats",
}
# Calls by which addresses or data come from what is not read.
_UNREAD: Final = (
    *("addUrlTransform", "addTemplate", "addDataExtension", "setDataFileSuffixes"),
    *("setDataFileBaseName", "setFrontMatterParsingOptions", "addDateParsing"),
)
_FILTERS: Final = (
    *("addFilter", "addAsyncFilter", "addLiquidFilter", "addNunjucksFilter"),
    *("addNunjucksAsyncFilter", "addJavaScriptFunction"),
)
_TAGS: Final = (
    *("addShortcode", "addAsyncShortcode", "addPairedShortcode", "addPairedAsyncShortcode"),
    *("addLiquidShortcode", "addNunjucksShortcode", "addNunjucksAsyncShortcode"),
    *("addPairedLiquidShortcode", "addPairedNunjucksShortcode", "addLiquidTag", "addNunjucksTag"),
)
_EXTENSION: Final = late(r"[\w-]+(?:\.[\w-]+)*")
_DRAFT: Final = late(r"draft|published", re.IGNORECASE)
_WRITES: Final = late(
    r"write|exec|spawn|copy|\bcp|esbuild|sass|postcss|tailwind|webpack|rollup|build\(|bundle|generat",
    re.IGNORECASE,
)
_STYLES: Final = late(r'":\s*"[^"]*\b(?:sass|postcss|tailwind(?:css)?|esbuild|lightningcss)\b')
_BUNDLERS: Final = late(
    r'":\s*"[^"]*(?:\b(?:gulp|webpack|vite|parcel|rollup|cpx|copyfiles|rsync|ncp|shx)\b|\bcp )'
)
_SCRIPT: Final = late(r'":\s*"([^"\n]*\beleventy\b[^"\n]*)"')
_SERVES: Final = late(r"--(?:serve|watch|dryrun|version)\b")
_OPTIONS: Final = {
    r"--input[= ]([^\s&|]+)": "input",
    r"--output[= ]([^\s&|]+)": "output",
    r"--pathprefix[= ]([^\s&|]+)": "pathPrefix",
    r"--formats[= ]([^\s&|]+)": "templateFormats",
}
