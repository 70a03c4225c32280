"""The plugins of an Eleventy site, and its Markdown: what they make of links and of headings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from blint.late import late
from blint.site.configs.js_literals import read_value
from blint.site.generators.eleventy.calls import Call, Program, is_plain
from blint.site.headings.js_slugs import slug_steps


def plugins_of(program: Program) -> dict[str, Any]:
    """What plugins do: `base` puts the path prefix before addresses in HTML, `inputPaths` turns
    paths of source files into addresses, `images` makes images of source files; `feeds` are pages
    that they make; `prism`: one colours code. `unclear`: a plugin or transform may do anything."""
    found: dict[str, Any] = {"base": False, "inputPaths": False, "images": False, "unclear": False}
    found["prism"] = False
    feeds = []
    for call in program.calls("addPlugin"):
        name = _plugin(call, program)
        options = call.arguments[1] if len(call.arguments) > 1 else {}
        found["prism"] |= "syntaxhighlight" in name.lower()
        if name.endswith("HtmlBasePlugin"):
            found["base"] = True
            found["unclear"] |= isinstance(options, Mapping) and "baseHref" in options
        elif name.endswith("InputPathToUrlTransformPlugin"):
            found["inputPaths"] = True
        elif name.endswith("mageTransformPlugin"):
            found["images"] = True
        elif not (name == "" or _OWN.search(name) or _HARMLESS.search(name)):
            found["unclear"] = True
        if "rss" in name or "feed" in name:
            feeds.append(
                options.get("outputPath", "/feed.xml") if isinstance(options, Mapping) else ""
            )
    names = [call.raw for call in program.calls("addTransform")]
    found["unclear"] |= not all(_TIDY.match(raw) for raw in names)
    found["unclear"] |= _CHANGES_LINKS.search(program.code) is not None
    return found | {"feeds": tuple(one for one in feeds if isinstance(one, str))}


def markdown_of(program: Program) -> dict[str, Any]:
    """How Markdown is read. `html`: raw HTML is kept; `attrs`: lists of attributes are read;
    `footnotes`: there are such. `ids` tells what gives headings theirs: nothing (empty),
    `plugin`, `anchor`, or None: not known; `levels` and `slugs` are markdown-it-anchor's."""
    code = program.code
    options = [_options(raw.raw) for raw in program.calls("addPlugin") if "IdAttribute" in raw.raw]
    anchor = _anchor(program)
    ids: str | None = "plugin" if options else ""
    if anchor is not None:
        ids = None if options or anchor["slugs"] is None or anchor["levels"] is None else "anchor"
    if any(one - {"checkDuplicates"} for one in options):
        ids = None
    used = [_name(match[1], program) for match in _USE.finditer(code)]
    known = all(_MARKDOWN.search(name) for name in used)
    libraries = program.calls("setLibrary")
    html = not libraries or re.search(r"\bhtml\s*:\s*true\b|commonmark", code) is not None
    return {
        "html": html,
        "attrs": any("attrs" in name or "attributes" in name for name in used),
        "footnotes": any("footnote" in name for name in used),
        "ids": ids if known or ids == "plugin" else None,
        "levels": anchor["levels"] if anchor else None,
        "slugs": anchor["slugs"] if anchor else None,
    }


def _anchor(program: Program) -> dict[str, Any] | None:
    """The levels of markdown-it-anchor and the steps of its slugs; None: it is not used."""
    for match in _USE.finditer(program.code):
        if "anchor" not in _name(match[1], program):
            continue
        text = program.code[match.end() :]
        options = read_value(text[1:]) if text[:1] == "," else {}
        if not isinstance(options, Mapping):
            found = re.search(r"\blevel\s*:\s*(\d|\[[\d,\s]*\])", program.code)
            options = {"level": read_value(found[1])} if found else {}
            if "slugify" in program.code:
                options["slugify"] = None
        level = options.get("level", 1)
        levels: Any = tuple(range(level, 7)) if isinstance(level, int) else level
        steps = slug_steps(program.code) if "slugify" in options else _DEFAULT
        if "getTokensText" in options:
            steps = None
        plain = isinstance(levels, tuple | list) and all(isinstance(one, int) for one in levels)
        return {"levels": tuple(levels) if plain else None, "slugs": steps}
    return None


def _options(raw: str) -> frozenset[str]:
    """The keys of the options of a plugin."""
    value = read_value(f"[{raw}]")
    options = value[1] if isinstance(value, list) and len(value) > 1 else {}
    if not isinstance(options, Mapping):
        return frozenset(("...",))
    return frozenset(
        key for key, one in options.items() if is_plain(one) or key == "slugify" or one
    )


def _plugin(call: Call, program: Program) -> str:
    """The module and name of a plugin, one after the other; empty: it is the site's own."""
    raw = call.raw.strip()
    match = re.match(r"(?:\(?await\s+import|require)\s*\(\s*['\"]([^'\"\n]+)['\"]\s*\)", raw)
    if match is not None:
        return "" if match[1].startswith(".") else match[1]
    match = re.match(r"[A-Za-z_$][\w$.]*", raw)
    if match is None or raw.startswith(("function", "async")):
        return ""
    return _name(match[0], program)


def _name(text: str, program: Program) -> str:
    """The module that a name comes from with its name there; empty: it is the site's own."""
    text = text.strip()
    match = re.match(r"require\s*\(\s*['\"]([^'\"\n]+)['\"]", text)
    if match is not None:
        return match[1]
    first = text.partition(".")[0]
    module, name = program.imports.get(first, ("", ""))
    if module.startswith(".") or (
        not module and re.search(rf"\b{re.escape(first)}\b\s*[=(]", program.code)
    ):
        return ""
    return f"{module} {name} {text}" if module else text


# Steps of markdown-it-anchor's own slug.
_DEFAULT: Final = (
    ("trim",),
    ("toLowerCase",),
    ("replace", r"\s+", "g", "-"),
    ("encodeURIComponent",),
)
_OWN: Final = late(
    r"(?:IdAttribute|Render|I18n|Bundle|RenderPlugin|Fetch)Plugin$|^@11ty/(?!.*image)|is-land"
)
# What plugins are called that leave links alone.
_HARMLESS: Final = late(
    r"toc\b|reading|time|syntax|highlight|prism|shiki|rss|feed|navigation|embed|youtube|vimeo|emoji"
    r"|svg|icon|noopener|nofollow|external|meta|seo|schema|json-ld|sitemap|robots|minif|html-?min"
    r"|prettier|favicon|date|luxon|lazy|chart|mermaid|katex|math|footnote|upgrade|bundle|fetch"
    r"|directory|inclusive|vento|webc|sass|scss|css|tailwind|esbuild|vite|cache|analytics|color"
    r"|breadcrumb|excerpt|pagefind|related|webmention|typo|smart|drafts?\b|git|broken-links|respimg",
    re.IGNORECASE,
)
_TIDY: Final = late(
    r"\s*['\"`][^'\"`]*(?:min|pretti|beaut|format|compress|purge|css|nonce|csp|lazy)", re.IGNORECASE
)
# Plugins of markdown-it that leave links alone, and whose ids of headings are known or none.
_MARKDOWN: Final = late(
    r"anchor|attrs|attributes|footnote|emoji|\bsub\b|-sub\b|\bsup\b|-sup\b|mark\b|abbr|deflist|task"
    r"|container|\bins\b|-ins\b|kbd|lazy|katex|math|implicit-figures|figure|image-size|toc"
    r"|highlight|prism|shiki|eleventy-img|bracketed-spans|span|div|external|smart|ruby|mermaid",
    re.IGNORECASE,
)
_USE: Final = late(r"\.\s*use\s*\(\s*([A-Za-z_$][\w$.]*(?:\(\s*['\"][^'\"\n]*['\"]\s*\))?)\s*")
_CHANGES_LINKS: Final = late(
    r"\blink_open\b|normalizeLink|replace-?link|wiki-?link|relative-?link|rules\.image\b"
    r"|interlinker|obsidian",
    re.IGNORECASE,
)
