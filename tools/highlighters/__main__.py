"""Writes the tables of all highlighters: `python -m highlighters [NAME ...]` in `tools`.

Where ORACLES_NODE and ORACLES_PYTHON name no packages, npm and pip install them into a temporary
folder. Ruby with Rouge has to be there; what is not keeps the table that it has.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from highlighters import language_names
from highlighters.places import Places, from_environment, installed_in
from highlighters.registry import HIGHLIGHTERS
from highlighters.tables import Missing, write


def main(names: list[str]) -> None:
    """Write the tables that are named, or all."""
    places = from_environment()
    with tempfile.TemporaryDirectory() as folder:
        if places.node is None or places.python is None:
            places = installed_in(Path(folder))
        for name in names or HIGHLIGHTERS:
            _refresh(name, places)
        if not names:
            print(f"{language_names.write(places):5} names in groups")


def _refresh(name: str, places: Places) -> None:
    try:
        table = HIGHLIGHTERS[name](places)
    except Missing as fault:
        print(f"    - {name}: {fault}")
        return
    print(f"{write(name, table):5} {name}: {table.source}")


if __name__ == "__main__":
    main(sys.argv[1:])
