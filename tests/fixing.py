"""What a rule's fixes make of a post."""

from __future__ import annotations

from samples import check


def fixed(rule: str, text: str, config: str = "", *, unsafe: bool = False) -> str:
    """The text of the post `content/a.md` after all fixes of a rule, safe ones unless told."""
    fixes = [
        found.fix
        for found, _ in check({"content/a.md": text}, config=config, select=(rule,))
        if found.fix is not None and (found.fix.safe or unsafe)
    ]
    for edit in sorted((e for fix in fixes for e in fix.edits), key=lambda e: e.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
