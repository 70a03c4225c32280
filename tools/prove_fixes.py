"""Fix copies of real blogs, and prove that nothing was lost: what is edited, and nothing else.

`python tools/prove_fixes.py FOLDER [NAME...]` copies each blog in FOLDER, makes all fixes, safe and
unsafe, and writes them. Then it looks with other eyes than blint's: each file is put together anew
from the edits; the front matter is read by python-frontmatter, and rendered HTML by markdown-it-py
must be that of before but for addresses, languages of code and what is in an edit. A second run has
nothing left to fix. Exits with 1 when any of this fails.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import frontmatter
from frontmatter.default_handlers import TOMLHandler
from markdown_it import MarkdownIt

from blint.diagnostics import Edit
from blint.running.fixing import edits, passes
from blint.running.opening import Request
from blint.running.run import run

_BOM = b"\xef\xbb\xbf"
_HIDDEN = re.compile(r' (?:href|src|class|title)="[^"]*"|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]')
_RENDER = MarkdownIt("commonmark").enable("table")


class Step(NamedTuple):
    """What one pass did to a file."""

    before: bytes
    edits: tuple[Edit, ...]
    after: bytes


class Watched:
    """The edits that blint makes while it fixes, as it hands them to the one function for that."""

    def __init__(self) -> None:
        self.steps: dict[tuple[bytes, bytes], Step] = {}

    def edited(self, data: bytes, given: Sequence[Edit]) -> bytes:
        """What `edited` does, kept."""
        after = edits.edited(data, given)
        self.steps[data, after] = Step(data, tuple(given), after)
        return after

    def way(self, before: bytes, after: bytes) -> list[Step] | None:
        """The steps that lead from one text of a file to another; None where none do."""
        ways: dict[bytes, list[Step]] = {before: []}
        waiting = [before]
        for at in waiting:
            for step in (step for (data, _), step in self.steps.items() if data == at):
                if step.after not in ways:
                    ways[step.after] = [*ways[at], step]
                    waiting.append(step.after)
        return ways.get(after)


def prove(root: Path) -> tuple[Counter[str], list[str]]:
    """Fix a blog; returns counts, and what is wrong, as lines."""
    watched = Watched()
    request = Request(paths=(root,), today="2026-06-01")
    with patch.object(passes, "edited", watched.edited):
        fixed = passes.fix(request, run, unsafe=True)
    counts = Counter(posts=fixed.outcome.posts, files=len(fixed.changes))
    counts["fixes"] = fixed.cured.total() if isinstance(fixed.cured, Counter) else 0
    wrong = [
        f"{d.path}: {d.message}" for d in fixed.outcome.diagnostics if d.rule == "internal-error"
    ]
    if not fixed.settled:
        wrong.append("it does not settle")
    for change in fixed.changes:
        steps = watched.way(change.before, change.after)
        if steps is None:
            wrong.append(f"{change.path}: no edits lead to what it is now")
            continue
        counts["edits"] += sum(len(step.edits) for step in steps)
        wrong += (f"{change.path}: {fault}" for step in steps for fault in _faults(step))
    written = passes.write(fixed, request, run)
    wrong += (f"{one.path}: not written: {one.reason}" for one in written.refused)
    for change in fixed.changes:
        if (root / change.path).read_bytes() != change.after:
            wrong.append(f"{change.path}: holds something else")
    again = passes.fix(request, run, unsafe=True)
    wrong += (f"{change.path}: fixed once more" for change in again.changes)
    if again.outcome.diagnostics != [
        d for d in fixed.outcome.diagnostics if d.rule != "internal-error"
    ]:
        wrong.append("what is left to say is not what a new run says")
    return counts, wrong


def _faults(step: Step) -> Iterator[str]:
    """What is wrong with a step."""
    if _spliced(step) != step.after:
        yield "bytes outside the edits are others"
    before, after = step.before.decode("utf-8-sig"), step.after.decode("utf-8-sig")
    old, new = _front_matter(before), _front_matter(after)
    if old is None:
        return
    if new is None:
        yield "the front matter cannot be read any more"
        return
    touched = set(_touched(before, step.edits, len(before) - len(old[1])))
    for key in sorted({*old[0], *new[0]} - touched, key=str):
        if key in old[0] and repr(old[0][key]) != repr(new[0].get(key)):
            yield f"the value of {key} has changed"
    yield from _in_html(old[1], new[1], before, step.edits)


def _touched(text: str, edits: Sequence[Edit], body: int) -> Iterator[str]:
    """The keys that edits have to do with."""
    lines = text.split("\n")
    for edit in edits:
        if edit.span.start < body:
            line = text.count("\n", 0, edit.span.start)
            yield _key(lines[: line + 1])
            if not edit.text.strip() or lines[line].startswith("{"):
                yield from re.findall(r'"([\w-]+)":', lines[line])


def _in_html(old: str, new: str, text: str, edits: Sequence[Edit]) -> Iterator[str]:
    """Where the HTML is another, and not by what is in an edit."""
    was, now = (_HIDDEN.sub("", _RENDER.render(body)).split() for body in (old, new))
    known = [part for e in edits for part in (e.text, text[slice(*e.span)]) if part.strip()]
    for what, a, b, c, d in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        parts = " ".join(was[a:b]), " ".join(now[c:d])
        same = what == "equal" or parts[0].replace(" ", "") == parts[1].replace(" ", "")
        if not same and not any(part in shown for part in known for shown in parts):
            yield f"the HTML has changed: {parts[0][:100]} -> {parts[1][:100]}"


def _spliced(step: Step) -> bytes:
    """The bytes after a step, put together from its edits in another way than blint does."""
    bom = _BOM if step.before.startswith(_BOM) else b""
    text = step.before[len(bom) :].decode()
    data = step.before[len(bom) :]
    for edit in sorted(step.edits, key=lambda e: e.span, reverse=True):
        start, end = (len(text[:at].encode()) for at in edit.span)
        put = edit.text.encode()
        if b"\n" in put:
            line = data[:start].rfind(b"\n")
            crlf = data[max(line - 1, 0) : line] == b"\r" if line >= 0 else b"\r\n" in data
            put = put.replace(b"\n", b"\r\n") if crlf else put
        data = data[:start] + put + data[end:]
    return bom + data


def _front_matter(text: str) -> tuple[dict[str, Any], str] | None:
    # Zola takes front matter below blank lines, python-frontmatter does not.
    text = text.lstrip("\n") if text.lstrip("\n").startswith(("+++", "---")) else text
    try:
        if text.startswith("{"):
            data, end = json.JSONDecoder().raw_decode(text)
            return data, text[end:]
        if text.startswith("+++"):
            data, body = frontmatter.parse(text, handler=TOMLHandler())
        else:
            data, body = frontmatter.parse(text)
        # It strips the body, and with it the indentation that makes the first line code.
        text = text.replace("\r\n", "\n")
        start = text.rfind(body)
        return data, text[len(text[:start].rstrip(" \t")) :]
    except Exception:  # it raises whatever the text makes it raise
        return None


def _key(lines: list[str]) -> str:
    """The key of the first level that the last of some lines belongs to."""
    for line in reversed(lines):
        found = re.match(r"""\{?\s*"([\w-]+)":|["']?([\w-]+)["']?\s*[:=]""", line)
        if found:
            return found[1] or found[2]
    return ""


def main() -> int:
    """Prove all blogs in a folder."""
    sys.path.insert(0, str(Path(__file__).parent))
    from corpora import CONTENT, PRESETS

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    given = parser.parse_args()
    total: Counter[str] = Counter()
    broken = False
    for blog in sorted(path for path in given.folder.iterdir() if path.is_dir()):
        if given.names and blog.name not in given.names:
            continue
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder).resolve() / blog.name
            shutil.copytree(blog, root, copy_function=shutil.copyfile, symlinks=True)
            lines = [f"content = {CONTENT[blog.name]}"] if blog.name in CONTENT else []
            lines += [f'preset = "{PRESETS[blog.name]}"'] if blog.name in PRESETS else []
            lines += ["[rules]"]
            lines += [f'{name} = "warning"' for name in ("tag-order", "missing-read-time")]
            (root / "blint.toml").write_text("\n".join(lines).replace("'", '"') + "\n")
            start = time.perf_counter()
            counts, wrong = prove(root)
        total += counts
        broken = broken or bool(wrong)
        shown = ", ".join(f"{count} {what}" for what, count in counts.items())
        print(f"{blog.name}: {shown}; {time.perf_counter() - start:.0f} s", flush=True)
        print(*(f"  {line}" for line in wrong), sep="\n", end="\n" if wrong else "")
    print("all:", ", ".join(f"{count} {what}" for what, count in total.items()))
    return int(broken)


if __name__ == "__main__":
    sys.exit(main())
