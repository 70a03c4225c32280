"""What a post is called, and which files are lists of posts rather than posts."""

from __future__ import annotations

from typing import Final

from blint.facts import PostFacts
from blint.site.links.urls import INDEX_NAMES, path_name, without_date, without_markdown

_DEEP: Final = 2


def post_title(facts: PostFacts) -> str:
    """The title of a post: from its front matter, else its first heading, else its file's name."""
    for word in (facts.title, facts.heading):
        text = " ".join(word.text.split()) if word is not None else ""
        if text:
            return text
    return without_date(path_name(facts.path))


def is_index(path: str) -> bool:
    """Whether a file is a list of posts; `index.md` in a folder may be a post with its images."""
    name = path.rpartition("/")[2]
    if name.partition(".")[0] not in INDEX_NAMES:  # which is so of most
        return False
    name = without_markdown(name)
    return name in INDEX_NAMES and (name != "index" or path.count("/") < _DEEP)
