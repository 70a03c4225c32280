"""Usage errors that say what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

import click

from blint.site.nearest import did_you_mean


def usage_error(what: str, name: str, known: Iterable[str]) -> click.UsageError:
    """The error for a name that is not known, with the nearest one that is."""
    guess = did_you_mean(name, known)
    return click.UsageError(f"There is no {what} `{name}`." + (f" {guess}" if guess else ""))
