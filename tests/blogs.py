"""A small blog with something of everything, and what may happen to one between two runs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from blint.running.cache.store import FOLDER

BLOG = {
    "blint.toml": '[tags]\nvocabulary = "tags.toml"\n[rules]\norphan-post = "info"\n',
    "tags.toml": "[tags.Python]\n[tags.Rust]\n[tags.Java]\n# blint-ignore\n[tags.C]\n",
    ".gitignore": "/content/private/\n/schema.json\n",
    "schema.json": '{"required": ["title"]}',
    "content/a.md": "---\ntitle: A\ntags: [Python]\n---\nTo [b](b.md) and [gone](gone.md).\n",
    "content/b.md": "---\ntitle: B\ntags: [python]\ndraft: true\n---\n[a](a.md#part)\n\n## Part\n",
    "content/c.md": "---\ntitle: C\ntags: [Go]\n---\n[a](A.md), [b](b.md#part).\n\n```\nx\n```\n",
    "content/d.md": "<!-- blint-ignore broken-link: later -->\nTo [gone](gone.md).\n",
    "content/e.md": "---\ntitle: E\ntags: [Rust, rust]\n---\n[gone](gone.md) [x](x.md) [c](c)\n",
    "content/private/f.md": "---\ntitle: F\n---\n[gone](gone.md)\n",
}


def write_blog(root: Path) -> Path:
    """Write `BLOG` below a folder, which is returned."""
    for name, text in BLOG.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    age(root)
    return root


def age(root: Path) -> None:
    """Give all files an old time, as files have that nobody is writing to."""
    for file in root.rglob("*"):
        os.utime(file, (1_700_000_000, 1_700_000_000))


def replaced(name: str, old: str, new: str) -> Callable[[Path], None]:
    """A change that replaces some text of a file."""

    def change(root: Path) -> None:
        text = (root / name).read_text(encoding="utf-8")
        assert old in text
        (root / name).write_text(text.replace(old, new), encoding="utf-8")

    return change


def _exclude(root: Path) -> None:
    (root / ".git/info").mkdir(parents=True)
    (root / ".git/info/exclude").write_text("c.md\n")


CHANGES: dict[str, Callable[[Path], object]] = {
    "a word": replaced("content/a.md", "and", "or"),
    "a line above": replaced("content/a.md", "To", "\n\nTo"),
    "a link mended": replaced("content/a.md", "gone.md", "c.md"),
    "a link broken": replaced("content/c.md", "A.md", "nowhere.md"),
    "a heading gone": replaced("content/b.md", "## Part", ""),
    "no draft any more": replaced("content/b.md", "draft: true\n", ""),
    "a tag": replaced("content/a.md", "Python", "python"),
    "no suppression": replaced("content/d.md", "<!-- blint-ignore broken-link: later -->", ""),
    "an idle suppression": replaced("content/d.md", "gone.md", "a.md"),
    "broken front matter": replaced("content/e.md", "title: E", "title: [E"),
    "no post": lambda root: (root / "content/b.md").unlink(),
    "another post": lambda root: (root / "content/gone.md").write_text("# Here\n"),
    "another name": lambda root: (root / "content/a.md").rename(root / "content/aa.md"),
    "half a surrogate": replaced("content/a.md", "title: A", 'title: "\\ud83d"'),
    "a name that is not UTF-8": lambda root: (root / os.fsdecode(b"content/\xff.md")).touch(),
    "a post unreadable": lambda root: (root / "content/a.md").write_bytes(b"\xff\xfe\x00"),
    "a post too large": lambda root: (root / "content/a.md").write_bytes(b"x" * 2_100_000),
    "a link for a post": lambda root: (root / "content/z.md").symlink_to("a.md"),
    "a file to link to": lambda root: (root / "content/gone.md").mkdir(),
    "what git ignores": replaced(".gitignore", "/content/private/", "# nothing"),
    "git's own excludes": _exclude,
    "the vocabulary": replaced("tags.toml", "[tags.Rust]", "[tags.Go]"),
    "a term in use": replaced("content/c.md", "Go", "Java"),
    "a term out of use": replaced("content/a.md", "[Python]", "[]"),
    "a comment in the vocabulary": replaced("tags.toml", "# blint-ignore", "# blunt-ignore"),
    "a line in the vocabulary": replaced("tags.toml", "[tags.Java]", "\n[tags.Java]"),
    "no term": replaced("tags.toml", "[tags.Java]", ""),
    "no vocabulary": replaced("blint.toml", '[tags]\nvocabulary = "tags.toml"', ""),
    "a schema": replaced("blint.toml", "[rules]", '[front-matter]\nschema="schema.json"\n[rules]'),
    "a severity": replaced("blint.toml", '"info"', '"error"'),
    "a setting": replaced("blint.toml", "[tags]", '[links]\nignore = ["gone.md"]\n[tags]'),
    "an option": replaced("blint.toml", "[rules]", "[rules]\nstale-read-time = { tolerance = 9 }"),
    "no configuration": lambda root: (root / "blint.toml").unlink(),
    "no cache": lambda root: shutil.rmtree(root / FOLDER),
    "a generator": lambda root: (root / "hugo.toml").write_text('baseURL = "https://a.example/"'),
}
"""What may happen to `BLOG`, by name."""
