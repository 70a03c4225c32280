"""The highlighter that Zola's configuration chooses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from blint.site.code.choice import Choice, at
from blint.site.preset import Preset


def choice_of(preset: Preset, data: Mapping[str, Any], _telling: tuple[str, ...]) -> Choice:
    """giallo from Zola 0.22 on, which has a table for it; else what the preset has."""
    markdown = at(data, "markdown")
    highlighting = at(markdown, "highlighting")
    is_new = isinstance(highlighting, Mapping)
    stops = at(highlighting, "error_on_missing_language") or at(
        markdown, "error_on_missing_highlight"
    )
    return Choice(
        highlighter="giallo" if is_new else preset.highlighter,
        unseen=any(at(table, key) for table in (markdown, highlighting) for key in _GRAMMARS),
        unknown="fails" if stops is True else "",
    )


# Files of grammars that a site brings, under the names that versions have had for them.
_GRAMMARS: Final = ("extra_grammars", "extra_syntaxes_and_themes", "extra_syntaxes")
