"""Whether a Pelican site is one whose addresses follow from its settings alone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from blint.site.generators.pelican.defaults import ADDRESSES, DEFAULTS, HARMLESS, OBSOLETE
from blint.site.generators.pelican.python_settings import COMPUTED
from blint.site.routing.model import Layout


def is_known(layout: Layout) -> bool:
    """Whether all that addresses depend on is plain, and no unknown plugin can change them."""
    config = layout.config
    computed = set(config.get(COMPUTED, ()))
    if "*" in computed or any(map(_decides, computed)):
        return False
    if "SITEURL" in computed and not layout.host:
        return False
    if any(name in config for name in OBSOLETE) or "INTRASITE_LINK_REGEX" in config:
        return False
    if not _has_fit_types(config):
        return False
    path = config.get("PATH", ".")
    if not isinstance(path, str) or path.startswith("/") or ".." in path:
        return False
    plugins = config.get("PLUGINS") or ()
    if not isinstance(plugins, list | tuple):
        return False
    names = {str(name).rpartition(".")[2].replace("-", "_") for name in plugins}
    return "PLUGINS" not in computed and names <= HARMLESS


def _decides(name: str) -> bool:
    """Whether addresses depend on a setting."""
    return name in DEFAULTS or name in ADDRESSES or name.endswith("_SAVE_AS")


def _has_fit_types(config: Mapping[str, Any]) -> bool:
    """Whether settings that are more than a text have the shape they should, and expressions are
    ones that compile."""
    try:
        for name, value in config.items():
            if name.endswith("_REGEX_SUBSTITUTIONS"):
                for source, target in value:
                    re.compile(source)
                    re.compile(target)
            elif name in {"FILENAME_METADATA", "PATH_METADATA"} and value:
                re.compile(value)
            elif name == "PAGINATION_PATTERNS":
                if not all(isinstance(r[0], int) and isinstance(r[2], str) for r in value):
                    return False
            elif not _fits(name, value):
                return False
    except (TypeError, ValueError, LookupError, re.error):
        return False
    return True


def _fits(name: str, value: object) -> bool:
    if name in ADDRESSES:
        return isinstance(value, str | None)
    return not isinstance(DEFAULTS.get(name), tuple) or isinstance(value, list | tuple | str)
