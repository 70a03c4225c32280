"""Where the rule pages and schemas are: inside the wheel, or at the top of a checkout."""

from __future__ import annotations

import os

TYPE_CHECKING = False  # that of `typing`, which is a third of what a recalled answer takes
if TYPE_CHECKING:
    from pathlib import Path


def resource(name: str) -> Path:
    """The path of `rules` or `schemas`, or of something below one of them."""
    from pathlib import Path

    return Path(folder_of(name))


def folder_of(name: str) -> str:
    """The same as text, for those who start in less time than a Path takes to import."""
    package = os.path.dirname(__file__)
    inside = os.path.join(package, name)
    if os.path.exists(inside):
        return inside
    return os.path.join(os.path.dirname(os.path.dirname(package)), name)


def modules_of(folder: str) -> list[str]:
    """The names of the modules in one of the package's folders, such as `checks/tags`; sorted.

    Instead of `pkgutil`, which takes longer to import than to ask the folder.
    """
    names = os.listdir(os.path.join(os.path.dirname(__file__), folder))
    return sorted(name[:-3] for name in names if name.endswith(".py") and name != "__init__.py")
