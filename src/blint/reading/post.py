"""A post: source, front matter and body joined."""

from __future__ import annotations

from dataclasses import dataclass

from blint.reading.document import Document
from blint.reading.nodes import Dialect, FrontMatter
from blint.source import Source


@dataclass(slots=True)
class Post:
    """One content file, read. `path` is relative to the project root, with `/`."""

    path: str
    source: Source
    front_matter: FrontMatter
    document: Document

    @property
    def text(self) -> str:
        """The whole text of the file, front matter included."""
        return self.source.text


def read_post(path: str, source: Source, *, dialect: Dialect) -> Post:
    """Read a decoded file; never raises, whatever it holds."""
    from blint.reading.front_matter import read_front_matter
    from blint.reading.markdown import read_markdown

    front_matter = read_front_matter(source.text, dialect=dialect)
    document = read_markdown(source.text, front_matter.body, mdx=path.endswith(".mdx"))
    return Post(path, source, front_matter, document)
