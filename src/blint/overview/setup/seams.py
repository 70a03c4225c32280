"""What other parts of blint know better: the vocabulary of a blog, and how it counts read times.

Each is one function of a blog, so that it can be given over to them.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from blint.overview.plain_text import one_line, toml_key, toml_text
from blint.overview.survey import survey
from blint.running.load import LoadedBlog
from blint.site.tag_folding import fold_tag


def vocabulary_text(blog: LoadedBlog) -> str | None:
    """A vocabulary of all tags in use: the usual spelling of each, others as its aliases.

    None where no post has a tag.
    """
    counts = Counter(
        tag for facts in blog.posts for tag in {word.text for word in facts.tags} if tag.strip()
    )
    words: defaultdict[str, list[str]] = defaultdict(list)
    for tag in sorted(counts, key=lambda tag: (-counts[tag], tag)):
        words[fold_tag(tag)].append(tag)
    if not words:
        return None
    lines = [
        "# The tags that posts may have. `aliases` are other spellings, which `blint check`",
        "# reports; `deprecated` and `replaced-by` are there for tags to be given up.",
        "",
    ]
    for tag, *variants in sorted(words.values(), key=lambda spellings: spellings[0].casefold()):
        told = ", ".join(f"`{one_line(v, 60)}` {counts[v]:,}" for v in variants)
        also = f", also {told}" if variants else ""
        lines.append(f"[tags.{toml_key(tag)}]  # {_posts(counts[tag])}{also}")
        if variants:
            lines.append(f"aliases = [{', '.join(map(toml_text, variants))}]")
    return "\n".join(lines) + "\n"


def read_time_lines(blog: LoadedBlog) -> list[str]:
    """The lines of the table `[read-time]`; none where few posts state a read time."""
    counts: Counter[str] = Counter()
    posts = ((facts.path, facts.collection) for facts in blog.posts)
    for seen in survey(blog.root, posts, blog.settings):
        for path in seen.settings.fields.read_time:
            counts[path] += seen.front_matter.entry(path) is not None
    path, count = max(counts.items(), key=lambda item: item[1], default=("", 0))
    if count < max(1, len(blog.posts) // 20):
        return []
    return ["[read-time]", f"field = {toml_text(path)}  # {_posts(count)} of {len(blog.posts):,}"]


def _posts(count: int) -> str:
    return "1 post" if count == 1 else f"{count:,} posts"
