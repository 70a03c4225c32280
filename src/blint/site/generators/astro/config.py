"""What the configuration of an Astro site says of addresses: read as text, and never run."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from posixpath import normpath
from typing import Any, Final, NamedTuple

import msgspec

from blint.late import late
from blint.site.configs.js_literals import REST, Computed, read_config, read_module
from blint.site.configs.literals import read_literals
from blint.site.preset import Preset


class Entries(NamedTuple):
    """A content collection of Markdown.

    `folder` is relative to the site's folder (empty, or ending in `/`), `globs` are relative to it,
    those to be left out with a `!`. `others`: it may hold entries that are not Markdown.
    `by_rule`: an entry's id follows from its path and its `slug`.
    """

    name: str
    folder: str
    globs: tuple[str, ...]
    others: bool = False
    by_rule: bool = True


def read(text_of: Callable[[str], str], config: str, files: Collection[str]) -> dict[str, Any]:
    """The configuration, and under `collections` what the file for those exports, if there is one.

    Where the whole cannot be told, the object has the key `REST`, and `base` and `site` are those
    that stand somewhere in the text.
    """
    text = text_of(config)
    found = read_config(text)
    if REST in found:
        found = read_literals(text, ("base", "site")) | found
    folder = config[: config.rfind("/") + 1]
    source = normpath(f"{folder}{plain_text(found.get('srcDir'), 'src')}")
    for name in (f"{folder}ec.config.mjs", f"{folder}ec.config.js"):
        if name in files:
            found |= {"expressiveCode": read_config(text_of(name))}
    for name in (f"{source}/content.config", f"{source}/content/config"):
        for extension in ("ts", "mjs", "js", "mts"):
            if f"{name}.{extension}" in files:
                module = read_module(text_of(f"{name}.{extension}"))
                return found | {"collections": module.constants.get("collections", Computed())}
    return found


def adapt(preset: Preset, config: Mapping[str, Any]) -> Preset:
    """The preset with the folders that the configuration moves, and those of collections."""
    source = plain_text(config.get("srcDir"), "src")
    public = plain_text(config.get("publicDir"), "public")

    def moved(glob: str) -> str:
        first, slash, rest = glob.partition("/")
        start = {"src": source, "public": public}.get(first, first)
        return rest if start == "." else f"{start}{slash}{rest}"

    content = [moved(one) for one in preset.content]
    for entries in collections(config) or ():
        folder = entries.folder
        if folder and not any(folder.startswith(f"{one}/") for one in content):
            content.append(folder.rstrip("/"))
    return msgspec.structs.replace(
        preset,
        content=tuple(content),
        pages=tuple(map(moved, preset.pages)),
        copies=tuple(map(moved, preset.copies)),
        static=tuple((moved(folder), url) for folder, url in preset.static),
        homes=tuple((moved(folder), url) for folder, url in preset.homes),
        telling=tuple(map(moved, preset.telling)),
        data_files=tuple(map(moved, preset.data_files)),
    )


def collections(config: Mapping[str, Any]) -> tuple[Entries, ...] | None:
    """The collections of Markdown; None where it is not known which there are."""
    found = config.get("collections", {})
    if not isinstance(found, dict) or REST in found:
        return None
    return tuple(_entries(found, f"{plain_text(config.get('srcDir'), 'src')}/content/"))


def integrations(config: Mapping[str, Any]) -> Iterator[Computed]:
    """The calls of integrations; one without a name for what is not known."""
    found = config.get("integrations", [])
    for one in _flat(found) if isinstance(found, list) else (found,):
        # `isProduction && sitemap()` and the like.
        yield one if isinstance(one, Computed) else Computed()


def unknown_makers(config: Mapping[str, Any]) -> Iterator[Computed]:
    """The integrations, and Starlight's plugins, of which it is not known that they make no
    pages."""
    for call in integrations(config):
        if not _KNOWN.search(call.name.lower()):
            yield call
        if call.name.lower() == "starlight":
            plugins = options(call).get("plugins", [])
            for one in _flat(plugins) if isinstance(plugins, list) else (plugins,):
                plugin = one if isinstance(one, Computed) else Computed()
                if not _KNOWN_PLUGINS.search(plugin.name.lower()):
                    yield plugin


def claimed_by(call: Computed) -> Iterator[str]:
    """The first parts of the paths at which an integration says that it makes pages."""
    first = call.arguments[0] if call.arguments else None
    for said in first if isinstance(first, list) else (first,):
        for key in ("prefix", "base", "path", "basePath"):
            value = said.get(key) if isinstance(said, dict) else None
            if isinstance(value, str):
                yield value.strip("/").partition("/")[0]
    if "blog" in call.name.lower():
        yield "blog"


def options(call: Computed) -> Mapping[str, Any]:
    """The options that an integration is called with."""
    first = call.arguments[0] if call.arguments else {}
    return first if isinstance(first, dict) else {REST: Computed()} if first is not None else {}


def has_unknown_plugins(config: Mapping[str, Any]) -> bool:
    """Whether plugins for Markdown may change links or ids."""
    markdown = config.get("markdown")
    if markdown is not None and (not isinstance(markdown, dict) or REST in markdown):
        return True
    tables: list[Mapping[str, Any]] = [markdown] if markdown else []
    tables += [options(call) for call in integrations(config) if "mdx" in call.name.lower()]
    return any(map(_has_plugins, tables))


def is_smart(config: Mapping[str, Any]) -> bool:
    """Whether quotes and dashes become typographic."""
    processor = at(config, "markdown", "processor")
    features = at(options(processor), "features") if isinstance(processor, Computed) else None
    given = features.get("smartPunctuation") if isinstance(features, dict) else None
    return given is not False and at(config, "markdown", "smartypants") is not False


def _has_plugins(table: Mapping[str, Any]) -> bool:
    processor = table.get("processor")
    if processor is not None and not _is_plain_processor(processor):
        return True
    for key in ("remarkPlugins", "rehypePlugins"):
        found = table.get(key)
        for one in found if isinstance(found, list) else [] if found is None else [found]:
            plugin = one[0] if isinstance(one, list) and one else one
            name = plugin if isinstance(plugin, str) else getattr(plugin, "name", "")
            if not _HARMLESS.search(name):
                return True
    return False


def _is_plain_processor(call: object) -> bool:
    if not isinstance(call, Computed) or call.name != "satteri":
        return False
    said = options(call)
    features = said.get("features", {})
    return {*said} <= {"features"} and isinstance(features, dict) and {*features} <= _FEATURES


def at(config: Mapping[str, Any], *keys: str) -> Any:
    """The value under keys in nested objects; None where there is none."""
    found: Any = config
    for key in keys:
        if not isinstance(found, dict):
            return found if isinstance(found, Computed) else None
        found = found.get(key)
    return found


def plain_text(value: object, default: str) -> str:
    """A folder from the configuration, relative to the site's, without slashes at its ends."""
    if not isinstance(value, str):
        return default
    text = normpath(value.strip("/") or ".")
    return default if text.startswith("..") else text


def _entries(found: Mapping[str, Any], home: str) -> Iterator[Entries]:
    for name, value in found.items():
        call = value if isinstance(value, Computed) else Computed()
        said = options(call)
        is_known = bool(call.arguments) and REST not in said
        loader = said.get("loader") if is_known else Computed()
        if loader is None and said.get("type") != "data":
            # As it was before Astro 5: a folder of that name, without what begins with `_`.
            yield Entries(name, f"{home}{name}/", ("**/*.{md,mdx}", "!**/_*", "!**/_*/**"))
        elif isinstance(loader, Computed) and loader.name == "docsLoader":
            by_rule = not options(loader)
            yield Entries(name, f"{home}docs/", ("**/[^_]*.{md,mdx}",), by_rule=by_rule)
        elif isinstance(loader, Computed) and loader.name == "glob":
            yield _globbed(name, options(loader))
        elif isinstance(loader, Computed) and loader.name in ("file", "i18nLoader"):
            yield Entries(name, "", (), others=True)
        else:
            yield Entries(name, "", (), others=True, by_rule=False)


def _globbed(name: str, said: Mapping[str, Any]) -> Entries:
    base, pattern = said.get("base", "."), said.get("pattern")
    globs = [pattern] if isinstance(pattern, str) else pattern
    is_plain = isinstance(globs, list) and all(isinstance(one, str) for one in globs)
    if not isinstance(base, str) or not is_plain or globs is None or REST in said:
        return Entries(name, "", (), others=True, by_rule=False)
    folder = normpath(base.strip("/") or ".")
    if folder.startswith(".."):
        return Entries(name, "", (), others=True, by_rule=False)
    if folder == ".":
        folder, globs = _without_prefix(globs)
    others = any(_OTHER.search(one) or not one.endswith(_ENDS) for one in globs if one[:1] != "!")
    by_rule = "generateId" not in said
    return Entries(name, "" if folder == "." else f"{folder}/", tuple(globs), others, by_rule)


def _without_prefix(globs: list[str]) -> tuple[str, list[str]]:
    """The folder that all of some globs begin with, and the globs from there."""
    starts = {match[0] for one in globs if (match := _PREFIX.match(one.removeprefix("./")))}
    if len(starts) != 1 or any(one[:1] == "!" for one in globs):
        return ".", globs
    start = starts.pop()
    return start.rstrip("/") or ".", [one.removeprefix("./")[len(start) :] for one in globs]


def _flat(values: list[Any]) -> Iterator[Any]:
    for value in values:
        if isinstance(value, list):
            yield from _flat(value)
        elif value not in (None, False):
            yield value


_ENDS: Final = (".md", ".mdx", "}", "md)", "mdx)")
_OTHER: Final = late(r"\b(?:json|ya?ml|toml|mdoc|csv|adoc|org|ipynb|html)\b")
_PREFIX: Final = late(r"(?:[^/*?{}\[\]()!+@]+/)*")
_FEATURES: Final = frozenset(("smartPunctuation", "gfm"))
# Integrations that make no pages, or those that are known.
_KNOWN: Final = late(
    r"mdx|^starlight$|sitemap|react|preact|svelte|vue|solid|^lit|tailwind|uno|party|icon"
    r"|expressive|compress|pagefind|markdoc|alpine|robots|mermaid|sentry|umami|relative|critters"
    r"|inline|purge|cloudflare|netlify|vercel|node|deno|playform|jampack|webmanifest|font|lottie"
)
_KNOWN_PLUGINS: Final = late(
    r"linksvalidator|imagezoom|sidebartopics|headingbadges|theme|kbd|scrolltotop|giscus|viewmodes"
    r"|fullview|packagemanagers|docsearch|catppuccin|uitweaks|markdownblocks"
)
_HARMLESS: Final = late(
    r"toc|math|katex|autolink|external|mermaid|readingtime|gfm|directive|prettycode|expressive"
    r"|figure|unwrap|sectionize|codetitle|highlight|shiki|prism|smartypants|slug|a11y|accessible"
    r"|definition|breaks|collapse|wrap",
    re.IGNORECASE,
)
