"""Write generated text anew: the index of rules, the configuration's schema, and what rule pages
and documents show.

Read the diff of a blessing before committing it.
"""

from __future__ import annotations

import sys

import rule_index
import rule_pages
import shown_output

from blint.resources import resource
from blint.rulebook import load_rulebook
from blint.running.config_schema import config_schema, schema_text


def main() -> None:
    """Bless everything; exit with the complaints, if any."""
    # First, for all that follows goes by the index.
    rule_index.bless()
    schema = schema_text(config_schema(load_rulebook()))
    (resource("schemas") / "config.schema.json").write_text(schema, encoding="utf-8")
    shown_output.bless()
    sys.exit("\n".join(rule_pages.bless()) or 0)


if __name__ == "__main__":
    main()
