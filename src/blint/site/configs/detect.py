"""Tell which generator builds a site, and in which folder, from its files alone."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any, NamedTuple

from blint.late import late
from blint.site.configs.reading import Root, adapt, read_generator_config, read_small
from blint.site.globs import folder_matcher
from blint.site.presets import PRESETS, Preset

DEPTH = 3
"""How many folders below the root a site may start."""
POST = late(r".*\.(?:md|markdown|mdown|mkd|mdx)", re.IGNORECASE | re.DOTALL)


class Generator(NamedTuple):
    """A generator found: its preset, the site's folder, and the config file that told.

    `folder` and `config` are relative to the project root, with `/`; `folder` is empty for the
    root itself, `config` where there is no config file. `data` is what that file says.
    """

    preset: Preset
    folder: str = ""
    config: str = ""
    data: Mapping[str, Any] = {}


class Marker(NamedTuple):
    """A config file that betrays a generator, if its text holds what `text` looks for."""

    glob: str
    preset: str
    text: str | None = None


MARKERS = (
    Marker("docusaurus.config.*", "docusaurus"),
    Marker("astro.config.*", "starlight", r"@astrojs/starlight"),
    Marker("astro.config.*", "astro"),
    Marker(".eleventy.js", "eleventy"),
    Marker("eleventy.config.*", "eleventy"),
    Marker(".eleventy.cjs", "eleventy"),
    Marker(".eleventy.mjs", "eleventy"),
    Marker(".vitepress/config.*", "vitepress"),
    Marker(".vitepress/config/*", "vitepress"),
    Marker("hugo.toml", "hugo"),
    Marker("hugo.yaml", "hugo"),
    Marker("hugo.yml", "hugo"),
    Marker("hugo.json", "hugo"),
    Marker("config/_default/*.toml", "hugo"),
    Marker("config/_default/*.yaml", "hugo"),
    Marker("config/_default/*.yml", "hugo"),
    Marker("config/_default/*.json", "hugo"),
    Marker("zola.toml", "zola"),
    Marker("config.toml", "zola", r"(?m)^base_url\s*="),
    Marker("config.toml", "hugo", r"(?mi)^(?:baseURL|languageCode|contentDir)\s*="),
    Marker("config.yaml", "hugo", r"(?mi)^(?:baseURL|languageCode)\s*:"),
    Marker("config.yml", "hugo", r"(?mi)^(?:baseURL|languageCode)\s*:"),
    Marker("config.json", "hugo", r'(?i)"(?:baseURL|languageCode)"\s*:'),
    Marker("mkdocs.yml", "mkdocs-material", r"(?m)^(?:theme:|\s+name:)\s*['\"]?material\b"),
    Marker("mkdocs.yml", "mkdocs"),
    Marker("mkdocs.yaml", "mkdocs-material", r"(?m)^(?:theme:|\s+name:)\s*['\"]?material\b"),
    Marker("mkdocs.yaml", "mkdocs"),
    Marker("pelicanconf.py", "pelican"),
    Marker("next.config.*", "next"),
    Marker("_config.yml", "hexo", r"(?m)^(?:source_dir|public_dir|new_post_name|skip_render)\s*:"),
    # Jupyter Book has a file of this name as well: so one of Jekyll's own keys must be in it.
    Marker(
        "_config.yml",
        "jekyll",
        r"(?m)^(?:baseurl|permalink|plugins|gems|kramdown|markdown|theme|remote_theme|collections"
        r"|defaults|paginate|future|excerpt_separator|highlighter|sass|timezone|url)\s*:",
    ),
    Marker("_config.yaml", "jekyll", r"(?m)^(?:baseurl|permalink|plugins|kramdown|theme)\s*:"),
    Marker("_config.toml", "jekyll"),
)
"""The most telling file names first: of several in one folder the first one decides."""

_STARTS = tuple({one.glob.rpartition("/")[2].partition("*")[0] for one in MARKERS} - {""})
"""What the names of such files begin with, but for those of which the folder tells."""
_FOLDERS = tuple({one.glob.rpartition("/")[0] for one in MARKERS if "/*" in one.glob})

PACKAGES = (
    ("@docusaurus/core", "docusaurus"),
    ("@astrojs/starlight", "starlight"),
    ("astro", "astro"),
    ("@11ty/eleventy", "eleventy"),
    ("vitepress", "vitepress"),
    ("hexo", "hexo"),
    ("next", "next"),
)
"""Dependencies in a `package.json` that betray a generator."""

HINTS = (
    ("src/content/docs/", (), "starlight"),
    ("source/_posts/", (), "hexo"),
    ("_posts/", ("_layouts/", "_includes/"), "jekyll"),
    (".vitepress/theme/", (), "vitepress"),
    ("content/", ("archetypes/", "layouts/shortcodes/", "layouts/partials/"), "hugo"),
)
"""Folders that say it where no config file is left: one, and any of some others."""


def detect(root: Root, files: Collection[str]) -> str:
    """The name of the preset for a project; `plain` where nothing tells."""
    return find_generator(root, files).preset.name


def find_generator(
    root: Root, files: Collection[str], *, near: str = "", preset: str = "auto"
) -> Generator:
    """The generator that builds a project, and where in it.

    `files` are all files under the root. Of several sites the innermost that holds `near` wins,
    else one that has posts before one that has none, the closest to the root, the one with most
    posts. With a `preset` named, only its own marks are looked for.
    """
    sources = (_by_config, _by_package, _by_folders)
    found: list[Generator] = []
    for source in sources:
        # A configuration tells where a site is; a package or a folder may be that of a project.
        known = {one.preset.name for one in found}
        new = (one for one in source(root, files) if preset in {"auto", one.preset.name})
        found += [one for one in new if one.preset.name not in known]
    if not found:
        if preset == "auto":
            return Generator(PRESETS["plain"])
        folder = _likely_folder(PRESETS[preset], files)
        found = [Generator(PRESETS[preset], folder, _plain_config(preset, folder, files))]
    best = found[0]
    if any(one.folder != best.folder for one in found):
        posts = [name for name in files if POST.fullmatch(name)]
        best = min(found, key=lambda one: _rank(one, near, posts))
    data = read_generator_config(root, files, best.config, best.preset)
    return best._replace(preset=adapt(best.preset, data), data=data)


def _rank(one: Generator, near: str, posts: list[str]) -> tuple[int, int, int, int, str]:
    prefix = _prefix(one.folder)
    if near and f"{near}/".startswith(prefix):
        return 0, -prefix.count("/"), 0, 0, one.folder
    content = folder_matcher(prefix + folder for folder in one.preset.content)
    count = sum(map(content, posts))
    return 1, 0 if count else 1, prefix.count("/"), -count, one.folder


def _by_config(root: Root, files: Collection[str]) -> Iterator[Generator]:
    """Sites that a config file betrays."""
    candidates = sorted(filter(_may_tell, files))
    for marker in MARKERS if candidates else ():
        for name in candidates:
            folder = _site_of(name, marker.glob)
            if folder is None:
                continue
            if marker.text is None or re.search(marker.text, read_small(root, name)):
                is_hexo = marker.preset == "jekyll" and _has_hexo(root, files, folder)
                yield Generator(PRESETS["hexo" if is_hexo else marker.preset], folder, name)


def _may_tell(name: str) -> bool:
    """Whether a file is called like one that a marker speaks of; all files are asked this."""
    folder, _, base = name.rpartition("/")
    return base.startswith(_STARTS) or folder.endswith(_FOLDERS)


def _site_of(name: str, glob: str) -> str | None:
    """The folder of the site in which a file is what a marker's glob names; None if it is not.

    Not by regular expressions: to compile one for each marker takes longer than all the rest.
    """
    parts = name.split("/")
    depth = name.count("/") - glob.count("/")
    if not 0 <= depth <= DEPTH:
        return None
    # Only the last part of a glob has a star.
    start, star, end = glob.partition("*")
    rest = "/".join(parts[depth:])
    fits = rest.startswith(start) and rest[len(start) :].endswith(end) if star else rest == glob
    return "/".join(parts[:depth]) if fits else None


def _has_hexo(root: Root, files: Collection[str], folder: str) -> bool:
    """Whether a folder with a `_config.yml` is Hexo's and not Jekyll's."""
    package = f"{_prefix(folder)}package.json"
    if package in files and re.search(r'"hexo"\s*:', read_small(root, package)):
        return True
    return f"{_prefix(folder)}scaffolds/post.md" in files


def _by_package(root: Root, files: Collection[str]) -> Iterator[Generator]:
    """Sites whose `package.json` depends on a generator."""
    for name in sorted(name for name in files if name.endswith("package.json")):
        folder, _, base = name.rpartition("/")
        if base != "package.json" or _prefix(folder).count("/") > DEPTH:
            continue
        needs = _needs(read_small(root, name))
        for dependency, preset in PACKAGES:
            if dependency in needs:
                config = f"{_prefix(folder)}_config.yml" if preset == "hexo" else ""
                yield Generator(PRESETS[preset], folder, config if config in files else "")


def _needs(text: str) -> set[str]:
    """What a `package.json` depends on; nothing where the text is none."""
    import json

    try:
        package: Any = json.loads(text)
    except (ValueError, RecursionError):
        return set()
    if not isinstance(package, dict):
        return set()
    tables = (package.get("dependencies"), package.get("devDependencies"))
    return {key for table in tables if isinstance(table, dict) for key in table}


def _by_folders(_root: Root, files: Collection[str]) -> Iterator[Generator]:
    """Sites that only the names of their folders betray."""
    folders = _folders(files)
    for start in sorted(folders, key=lambda folder: (folder.count("/"), folder)):
        if _prefix(start).count("/") > DEPTH:
            break
        for needed, others, preset in HINTS:
            if _prefix(start) + needed.rstrip("/") not in folders:
                continue
            if not others or any(_prefix(start) + one.rstrip("/") in folders for one in others):
                yield Generator(PRESETS[preset], start)


def _likely_folder(preset: Preset, files: Collection[str]) -> str:
    """The folder that looks most like a site of a preset: most of its folders are there."""
    folders = _folders(files)
    wanted = {one for one in (*preset.content, *(name for name, _ in preset.static)) if one}

    def score(folder: str) -> tuple[int, int, str]:
        there = sum(1 for one in wanted if _prefix(folder) + one in folders)
        return -there, _prefix(folder).count("/"), folder

    shallow = (folder for folder in folders if _prefix(folder).count("/") <= DEPTH)
    best = min(shallow, key=score, default="")
    return best if score(best)[0] < 0 else ""


def _plain_config(preset: str, folder: str, files: Collection[str]) -> str:
    """The configuration of a preset that was named, whatever is in it; empty if there is none."""
    names = (_prefix(folder) + marker.glob for marker in MARKERS if marker.preset == preset)
    return next((name for name in names if name in files), "")


def _folders(files: Collection[str]) -> set[str]:
    found = {""}
    for name in files:
        folder = name.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found


def _prefix(folder: str) -> str:
    return f"{folder}/" if folder else ""
