"""The highlighter that MkDocs' Markdown extensions choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from blint.site.code.choice import Choice
from blint.site.preset import Preset


def choice_of(preset: Preset, data: Mapping[str, Any], _telling: tuple[str, ...]) -> Choice:
    """Pygments where an extension brings it; else the theme's own highlight.js, or none."""
    named = dict(_extensions(data.get("markdown_extensions")))
    highlights = [named[name] for name in _HIGHLIGHT if name in named]
    if any(options.get("use_pygments") is False for options in highlights):
        return Choice(highlighter=None)
    if highlights or any(name in named for name in _FENCES):
        plain = not any("codehilite" in name for name in named)
        return Choice(highlighter=preset.highlighter, unknown=_unknown(highlights, plain=plain))
    theme = data.get("theme", "mkdocs")
    options = theme if isinstance(theme, Mapping) else {"name": theme}
    in_browser = options.get("name") in _THEMES and options.get("highlightjs") is not False
    return Choice(highlighter="highlightjs" if in_browser else None)


def _unknown(highlights: list[Mapping[str, Any]], *, plain: bool) -> str:
    """`codehilite` guesses unless it is told not to, `pymdownx.highlight` if it is told to."""
    said = [options["guess_lang"] for options in highlights if "guess_lang" in options]
    return "guesses" if (said[0] if said else not plain) else "plain"


def _extensions(value: object) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The names of extensions with their options."""
    for one in value if isinstance(value, list) else [value]:
        for name, options in one.items() if isinstance(one, Mapping) else [(one, None)]:
            short = str(name).removeprefix("markdown.extensions.")
            yield short, options if isinstance(options, Mapping) else {}


_HIGHLIGHT: Final = ("codehilite", "pymdownx.highlight")
_FENCES: Final = ("pymdownx.superfences", "pymdownx.extra")
_THEMES: Final = ("mkdocs", "readthedocs")
