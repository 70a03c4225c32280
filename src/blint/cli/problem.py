"""Usage errors that say what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

import click

from blint.site.nearest import did_you_mean


def usage_error(what: str, name: str, known: Iterable[str]) -> click.UsageError:
    """The error for a name that is not known: it tells the nearest one, or the few there are."""
    names = sorted(known)
    guess = did_you_mean(name, names)
    if guess is None and len(names) <= _FEW:
        guess = f"There are {', '.join(names)}."
    return click.UsageError(f"There is no {what} `{name}`." + (f" {guess}" if guess else ""))


_FEW = 10
"""So many names are told rather than looked up."""
