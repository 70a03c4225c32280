"""Examples of rule pages: read them, run them, and write what blint says into them.

`python tools/rule_pages.py bless` rewrites the `output` fences; it refuses an *Incorrect* example
that blint is silent on and a *Correct* one that it is not.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from blint.diagnostics import Diagnostic
from blint.reading.document import Fence, Heading
from blint.reading.front_matter import read_front_matter
from blint.reading.markdown import read_markdown
from blint.rulebook import Rule, load_rulebook
from blint.running.changes.between import change_between
from blint.running.opening import Request
from blint.running.run import run
from blint.source import Span

TODAY = "2026-06-01"
"""The day on which all examples are checked."""

_FILE_LINE = re.compile(r"`([^`]+)`(?: (before|after))?:$")


class Example(NamedTuple):
    """Files shown on a page, and what blint says of them; `output` None on the *Correct* side.

    `files` are as they are now, `before` as they were, for rules that compare: a page says of a
    file that it was there `before` only, or is `after` only.
    """

    rule: str
    correct: bool
    number: int
    files: dict[str, str]
    output: str | None
    output_span: Span | None
    before: dict[str, str]


def examples(rule: Rule) -> list[Example]:
    """The examples of a rule's page, in page order."""
    text = Path(rule.path).read_text(encoding="utf-8")
    document = read_markdown(text, read_front_matter(text, dialect="yaml-1.2").body)
    parts: list[Heading | Fence] = [*document.headings, *document.fences]
    parts.sort(key=lambda part: part.span)
    return list(_group(rule.name, text, parts))


def run_example(example: Example) -> list[Diagnostic]:
    """What blint finds in the files of an example, by the example's own rule."""
    rule = load_rulebook()[example.rule]
    # Findings about suppressions exist only beside the findings that they hide.
    select = () if rule.scope == "engine" else (rule.name,)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for name, content in example.files.items():
            file = root / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode())
        if "blint.toml" not in example.files:
            (root / "blint.toml").touch()
        web = rule.scope == "web"
        request = Request(paths=(root,), select=select, today=TODAY, external=web, offline=web)
        if rule.scope == "change":
            change = change_between(_encoded(example.before), _encoded(example.files))
            request = replace(request, changed=lambda _root: change)
        outcome = run(request)
    return [found for found in outcome.diagnostics if found.rule == rule.name]


def said(diagnostics: list[Diagnostic]) -> str:
    """The text of an `output` fence."""
    return "".join(
        f"{d.path}:{d.place.line}:{d.place.column}: {d.severity.word}[{d.rule}] {d.message}\n"
        for d in diagnostics
    )


def bless() -> list[str]:
    """Write every `output` fence anew; the complaints about examples that show nothing."""
    complaints = []
    for rule in load_rulebook().values():
        path = Path(rule.path)
        text = path.read_text(encoding="utf-8")
        for example in reversed(examples(rule)):
            output = said(run_example(example))
            where = f"{path}: {'correct' if example.correct else 'incorrect'} {example.number}"
            if example.correct and output:
                complaints.append(f"{where}: is not silent:\n{output}")
            elif not example.correct and not output:
                complaints.append(f"{where}: is silent")
            elif example.output_span is not None:
                start, end = example.output_span
                text = text[:start] + output + text[end:]
        path.write_text(text, encoding="utf-8")
    return complaints


def _encoded(files: dict[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items()}


def _group(rule: str, text: str, parts: list[Heading | Fence]) -> Iterator[Example]:
    section, files, numbers = "", dict[str, str](), {"Incorrect": 0, "Correct": 0}
    before: dict[str, str] = {}

    def finish(output: Fence | None) -> Iterator[Example]:
        if files and section in numbers:
            numbers[section] += 1
            span = output.content if output else None
            shown = text[span.start : span.end] if span else None
            correct = section == "Correct"
            shown_files = (dict(files), shown, span, dict(before))
            yield Example(rule, correct, numbers[section], *shown_files)
        files.clear()
        before.clear()

    for part in parts:
        if isinstance(part, Heading):
            yield from finish(None)
            section = part.text if part.level == 2 else section
        elif part.language == "output":
            yield from finish(part)
        else:
            name = _FILE_LINE.search(text[: part.span.start].rstrip())
            if name is not None:
                content = text[part.content.start : part.content.end]
                for when, shelf in (("before", before), ("after", files)):
                    if name[2] in {None, when}:
                        shelf[name[1]] = content
    yield from finish(None)


if __name__ == "__main__":
    if sys.argv[1:] != ["bless"]:
        sys.exit(__doc__)
    sys.exit("\n".join(bless()) or 0)
