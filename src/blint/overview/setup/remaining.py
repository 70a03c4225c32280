"""What a check still says under a proposed configuration, and which rules are not for this blog."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import msgspec

from blint.diagnostics import Diagnostic, Severity
from blint.overview.inference.kinds import Kind
from blint.overview.plain_text import one_line
from blint.running.run import Outcome

SHOWN: Final = 10
"""So many places of one rule are told one by one; where there are more, they are told by post."""
POSTS: Final = 50
"""So many posts are named for one rule; the rest is counted."""


class Remark(msgspec.Struct, frozen=True):
    """What a rule found in a blog. `off`: so much that the blog plainly does not keep it."""

    rule: str
    severity: Severity
    findings: tuple[Diagnostic, ...]
    posts: int
    off: bool


def remarks(outcome: Outcome, kinds: Sequence[Kind]) -> list[Remark]:
    """What each rule found, errors first. A rule that finds errors is never off.

    Whether posts break a rule as a habit is asked of the kinds of posts that break it at all: no
    page without a read time has a wrong one.
    """
    kind_of = {post.path: kind.name for kind in kinds for post in kind.posts}
    sizes = {kind.name: len(kind.posts) for kind in kinds}
    by_rule: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in outcome.diagnostics:
        by_rule[diagnostic.rule].append(diagnostic)
    found = []
    for rule, findings in by_rule.items():
        severity = max(one.severity for one in findings)
        paths = {one.path for one in findings}
        concerned = sum(sizes[name] for name in {kind_of.get(path, "") for path in paths})
        usual = _is_usual(len(paths), len(findings), concerned)
        off = usual and severity < Severity.ERROR and outcome.rules[rule].scope != "engine"
        found.append(Remark(rule, severity, tuple(findings), len(paths), off))
    return sorted(found, key=lambda one: (-one.severity, one.rule))


def _is_usual(posts: int, findings: int, concerned: int) -> bool:
    """Whether so many of the posts concerned break a rule that it is none of this blog's."""
    if posts <= _HANDFUL:
        return False
    return posts > concerned * _TENTH or (
        posts > concerned * _TENTH / 2 and findings > concerned * _TENTH * 2
    )


def rule_lines(
    found: Sequence[Remark], total: int, folder: str, options: Iterable[tuple[str, str]] = ()
) -> list[str]:
    """The lines of the table `[rules]`: what is off and why, then the odd ones out.

    `folder` is where the proposed files were when they were tried; nobody needs to know. `options`
    are lines for rules that are not off, by rule.
    """
    off = [one for one in found if one.off]
    odd = [one for one in found if not one.off]
    lines = ["[rules]"]
    lines += (line for rule, line in options if rule not in off_rules(off))
    if off:
        lines += [
            "# So many posts break these that they are no rules of this blog as it is.",
            "# Delete a line to hold the posts to its rule.",
        ]
        lines += (f'{one.rule} = "off"  # {counted(one)} of {total:,}' for one in off)
    if odd:
        lines += [*([""] if off else []), "# The odd ones out, which `blint check` reports:"]
        for one in odd:
            lines += ("#", f"# {one.rule} ({one.severity.word}): {counted(one)}")
            lines += _places(one.findings, folder)
    if not found:
        lines.append("# `blint check` finds nothing to say.")
    return lines


def counted(remark: Remark) -> str:
    """`12 findings in 3 posts`."""
    count = len(remark.findings)
    findings = "1 finding" if count == 1 else f"{count:,} findings"
    return f"{findings} in {'1 post' if remark.posts == 1 else f'{remark.posts:,} posts'}"


def _places(findings: Sequence[Diagnostic], folder: str) -> Iterator[str]:
    """One line for each finding, or where they are many, for each post."""
    counts = Counter(one.path for one in findings)
    if len(findings) > SHOWN:
        findings = list({one.path: one for one in reversed(findings)}.values())[::-1]
    else:
        counts.clear()
    for one in findings[:POSTS]:
        more = counts[one.path] - 1
        also = f" (and {more:,} more there)" if more > 0 else ""
        message = one.message.replace(f"{folder}/", "")
        yield one_line(f"#   {one.path}:{one.place.line}: {message}", _WIDTH) + also
    if len(findings) > POSTS:
        yield f"#   … and {_more_posts(len(findings) - POSTS)}; `blint check` names them all"


def _more_posts(count: int) -> str:
    return "1 more post" if count == 1 else f"{count:,} more posts"


def off_rules(found: Iterable[Remark]) -> set[str]:
    """The names of the rules to switch off."""
    return {one.rule for one in found if one.off}


_HANDFUL: Final = 5
_TENTH: Final = 0.1
_WIDTH: Final = 240
