"""`blint rule`: print the page of a rule."""

from __future__ import annotations

import click

from blint.cli.output import write_out
from blint.cli.problem import usage_error
from blint.rulebook import Rule, load_rulebook


@click.command("rule")
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="All rules, group by group.")
def command(names: tuple[str, ...], everything: bool) -> None:
    """Explain a rule, or list them all by name.

    \b
    blint rule                     all names with their summaries
    blint rule stale-read-time     the page of one rule
    blint rule --all               the pages of all rules
    """
    rules = load_rulebook()
    if everything:
        write_out("\n".join(_page(rule) for rule in rules.values()))
    elif names:
        for name in names:
            if name not in rules:
                raise usage_error("rule", name, rules)
        write_out("\n".join(_page(rules[name]) for name in names))
    else:
        width = max(map(len, rules))
        lines = (f"{r.name:<{width}}  {r.severity.word:<7}  {r.summary}" for r in rules.values())
        write_out("\n".join(lines) + "\n")


def _page(rule: Rule) -> str:
    fixable = ", fixable" if rule.fixable else ""
    title, _, rest = rule.page.partition("\n")
    return f"{title}\n\n{rule.summary} ({rule.severity.word}{fixable}, since {rule.since})\n{rest}"
