"""The command lines that are measured, and how each tool says what it has read."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.blogs import Blog
from benchmarks.measure import Command, Said, Seen
from benchmarks.peers import Peer

NINE_RULES = "MD040,MD051,MD052,MD053,MD057,MD042,MD045,MD024,MD011"
"""Of rumdl: those that ask what blint asks too, of links, anchors, references, fences, images."""

Prepare = Callable[[int], None]


def blint_line() -> list[str]:
    """How blint is started: as its users do, by the script beside this interpreter."""
    script = Path(sys.executable).with_name("blint")
    return [str(script)] if script.exists() else [sys.executable, "-m", "blint"]


def blint(
    blog: Blog, prepare: Prepare, *options: str, name: str = "blint", path: str | None = None
) -> Command:
    """blint with all default rules, on all posts or on one of them."""
    line = [*blint_line(), "check", path or blog.content, *options]
    return Command(name, line, blog.root, prepare, _lines)


def blint_counting(blog: Blog) -> Command:
    """blint, asked how many posts it has read: its usual report does not say."""
    line = [*blint_line(), "check", blog.content, "--output-format", "json"]
    return Command("blint", line, blog.root, seen=_blint_summary, files=len(blog.posts), most=1)


def blint_version(folder: Path) -> Command:
    """blint with nothing to do."""
    return Command("blint --version", [*blint_line(), "--version"], folder)


def rumdl(peer: Peer, blog: Blog, prepare: Prepare, rules: str | None, *, name: str) -> Command:
    """rumdl, with the rules named or with all of its default ones."""
    enabled = ["--enable", rules] if rules else []
    line = [str(peer.program), "check", ".", *enabled]
    return Command(name, line, blog.root, prepare, rumdl_summary, len(blog.posts))


def rumdl_summary(said: Said) -> Seen:
    """rumdl ends with its counts; a sentence that is not known counts as nothing read."""
    end = _text(said.out)[-500:]
    files = _number(r"in (?:\d+/)?(\d+) files?", end)
    return Seen(files or 0, _number(r"Found (\d+) issue", end) or 0)


def markdownlint(peer: Peer, blog: Blog) -> Command:
    """markdownlint-cli2, with its default rules; it has no cache."""
    line = [str(peer.program), f"{blog.content}/**/*.md"]
    return Command(
        "markdownlint-cli2", line, blog.root, seen=_markdownlint_summary, files=len(blog.posts)
    )


def remark(peer: Peer, blog: Blog) -> Command:
    """remark, with front matter held against a schema and no other rule; it has no cache."""
    modules = blog.root / "node_modules"
    if not modules.exists():
        modules.symlink_to(peer.folder.resolve() / "node_modules")
    schema = {
        "type": "object",
        "required": ["title"],
        "properties": {
            "title": {"type": "string"},
            "tags": {"type": "array", "items": {"type": "string"}, "uniqueItems": True},
        },
    }
    rule = "remark-lint-frontmatter-schema"
    schemas = {"./front-matter.json": [f"{blog.content}/**/*.md"]}
    plugins = [
        ["remark-frontmatter", ["yaml", "toml"]],
        "remark-lint",
        [rule, {"schemas": schemas}],
    ]
    (blog.root / "front-matter.json").write_text(json.dumps(schema), encoding="utf-8")
    (blog.root / ".remarkrc.json").write_text(json.dumps({"plugins": plugins}), encoding="utf-8")
    line = [str(peer.program), "--no-stdout", "--no-color", blog.content]
    name = "remark, frontmatter-schema"
    return Command(name, line, blog.root, seen=_remark_summary, files=len(blog.posts))


def pymarkdown(peer: Peer, blog: Blog) -> Command:
    """PyMarkdown, with its default rules, once: it takes minutes; it has no cache."""
    line = [str(peer.program), "scan", "-r", blog.content]
    return Command("pymarkdown", line, blog.root, seen=_named_files, most=1)


def python(*line: str, name: str, folder: Path) -> Command:
    """This interpreter, with something to run."""
    return Command(name, [sys.executable, *line], folder)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def _number(pattern: str, text: str) -> int | None:
    found = re.search(pattern, text)
    return int(found[1]) if found else None


def _lines(said: Said) -> Seen:
    """A line for each finding, and a count only for people at a terminal."""
    return Seen(None, _text(said.out).count("\n"))


def _blint_summary(said: Said) -> Seen:
    text = _text(said.out)
    counts = [_number(rf'"{kind}": (\d+)', text[-300:]) for kind in ("errors", "warnings", "infos")]
    findings = sum(count or 0 for count in counts)
    return Seen(_number(r'"summary": {"posts": (\d+)', text[-300:]) or 0, findings)


def _markdownlint_summary(said: Said) -> Seen:
    text = _text(said.out)
    files = _number(r"Linting: (\d+) file", text)
    return Seen(files or 0, _number(r"Summary: (\d+) error", text))


def _remark_summary(said: Said) -> Seen:
    """Each file is named on a line of its own, with or without findings below it."""
    lines = _text(said.err).splitlines()
    files = [one for one in lines if re.match(r"\S.*\.md(: no issues found)?$", one)]
    return Seen(len(files), _number(r"(\d+) warning", lines[-1] if lines else "") or 0)


def _named_files(said: Said) -> Seen:
    """Only files with findings are named, which most are with the default rules."""
    lines: Sequence[str] = _text(said.out).splitlines()
    return Seen(len({line.partition(".md:")[0] for line in lines if ".md:" in line}), len(lines))
