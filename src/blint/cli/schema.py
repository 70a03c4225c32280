"""`blint schema`: print a JSON Schema that blint reads or writes by."""

from __future__ import annotations

import click

from blint.cli.output import write_out
from blint.resources import resource

_NAMES = ("config", "post", "report", "rule", "vocabulary")


@click.command("schema")
@click.argument("name", type=click.Choice(_NAMES))
def command(name: str) -> None:
    """Print the JSON Schema of the configuration, a post's front matter, the JSON report, a rule
    page or a tag vocabulary.
    """
    write_out((resource("schemas") / f"{name}.schema.json").read_text(encoding="utf-8"))
