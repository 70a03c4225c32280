"""A blog with a history of its own: each commit names what it causes, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from repositories import Repository, Row, post

BLOG = {
    "hugo.toml": 'baseURL = "https://example.org/"\n',
    ".gitignore": "/public/\n",
    "content/blog/one.md": post("One", "## First part", "", "Text.", tags="[Web]"),
    "content/blog/two.md": post("Two", "[one](/blog/one/#first-part)", tags="[Web]"),
    "content/blog/three.md": post(
        "Three", "[two](/blog/two/)", "[four](/blog/four/)", tags="[Web]"
    ),
    "content/blog/four.md": post("Four", "## Part", "", "Text."),
    # What was wrong before is nobody's fault now.
    "content/blog/old.md": post("Old", "[gone](/blog/nothing/)", "", "![](/none.png)"),
}


class Step(NamedTuple):
    """A change, and what it causes: in whole files, and on changed lines alone if that is less."""

    change: Callable[[Repository], object]
    caused: set[Row]
    on_lines: set[Row] | None = None


def write(name: str, text: str | bytes | None) -> Callable[[Repository], object]:
    """Write or remove a post."""
    return lambda repo: repo.write({f"content/blog/{name}": text})


def replace(name: str, old: str, new: str) -> Callable[[Repository], object]:
    """Replace some text of a file."""

    def change(repo: Repository) -> None:
        text = (repo.root / name).read_bytes().decode()
        assert old in text, (name, old)
        repo.write({name: text.replace(old, new)})

    return change


def move(old: str, new: str) -> Callable[[Repository], object]:
    """Rename a post."""
    return lambda repo: repo.git("mv", f"content/blog/{old}", f"content/blog/{new}")


def both(*changes: Callable[[Repository], object]) -> Callable[[Repository], object]:
    """Some changes at once."""
    return lambda repo: [change(repo) for change in changes]


def merge(repo: Repository) -> None:
    """A branch that gives a post an image that there is not, merged."""
    repo.git("checkout", "-q", "-b", "side")
    replace(f"{B}four.md", "Text.", "![x](/no-image.png)")(repo)
    repo.commit()
    repo.git("checkout", "-q", "main")
    repo.write({f"{B}other.md": post("Other", "Text.")})
    repo.commit()
    repo.git("merge", "-q", "--no-edit", "side")


B = "content/blog/"
POSTS = ("FIVE", "deux", "one", "other", "three", "t1", "t2", "t3", "t4", "t5")
HISTORY: dict[str, Step] = {
    "a word": Step(replace(f"{B}one.md", "Text.", "A text."), set()),
    "a removed heading breaks a link from elsewhere": Step(
        replace(f"{B}one.md", "## First part", "## Beginning"),
        {(f"{B}two.md", "broken-anchor", 7)},
    ),
    "and another file that has findings of its own": Step(
        replace(f"{B}old.md", "title: Old", "title: Older"),
        {(f"{B}old.md", "broken-link", 6), (f"{B}old.md", "broken-link", 8)}
        | {(f"{B}old.md", "missing-alt-text", 8)},
        set(),
    ),
    "the heading comes back": Step(replace(f"{B}one.md", "## Beginning", "## First part"), set()),
    "a renamed slug": Step(
        replace(f"{B}four.md", "date:", "slug: fourth\ndate:"),
        {(f"{B}three.md", "broken-link", 8), (f"{B}four.md", "url-changed", 4)},
    ),
    "with an alias": Step(
        replace(f"{B}four.md", "slug: fourth\n", "slug: fourth\naliases: [/blog/four/]\n"), set()
    ),
    "a renamed file": Step(
        move("two.md", "second.md"),
        {(f"{B}three.md", "broken-link", 7), (f"{B}second.md", "url-changed", 2)},
    ),
    "renamed back": Step(move("second.md", "two.md"), {(f"{B}two.md", "url-changed", 2)}),
    "renamed, edited, with an alias": Step(
        both(
            move("two.md", "deux.md"),
            replace(f"{B}deux.md", "title: Two", "title: Deux\naliases: [/blog/two/]"),
        ),
        set(),
    ),
    "a new post with a tag in a second spelling": Step(
        write("five.md", post("Five", "[one](/blog/one/)", tags="[web]")),
        {(f"{B}five.md", "inconsistent-tag", 5)},
    ),
    "a new post with the title of another": Step(
        write("again.md", post("One", "Text.").replace("What One is", "Something else altogether")),
        {(f"{B}one.md", "duplicate-title", 2)},
    ),
    "a deleted post": Step(write("again.md", None), {(f"{B}again.md", "url-changed", 1)}),
    "lines in another order": Step(
        replace(
            f"{B}three.md",
            "[two](/blog/two/)\n[four](/blog/four/)",
            "[four](/blog/four/)\n[two](/blog/two/)",
        ),
        set(),
    ),
    "front matter in another order": Step(
        replace(
            f"{B}old.md",
            "title: Older\ndescription: What Old is.\n",
            "description: What Old is.\ntitle: Older\n",
        ),
        {(f"{B}old.md", "broken-link", 6), (f"{B}old.md", "broken-link", 8)}
        | {(f"{B}old.md", "missing-alt-text", 8)},
        set(),
    ),
    "a new draft": Step(
        write("draft.md", post("Draft", "[gone](/blog/gone/)", draft="true")),
        {(f"{B}draft.md", "broken-link", 7)},
    ),
    "a draft is published": Step(
        both(
            replace(f"{B}draft.md", "draft: true\n", ""),
            replace(f"{B}draft.md", "[gone](/blog/gone/)", "Text."),
        ),
        set(),
    ),
    "a post becomes a draft": Step(
        replace(f"{B}one.md", "tags: [Web]", "tags: [Web]\ndraft: true"),
        {
            (f"{B}five.md", "link-to-draft", 7),
            (f"{B}deux.md", "link-to-draft", 8),
            (f"{B}one.md", "url-changed", 2),
        },
    ),
    "and is published again": Step(replace(f"{B}one.md", "draft: true\n", ""), set()),
    "a post is deleted and redirected": Step(
        both(
            write("draft.md", None),
            lambda repo: repo.write({"static/_redirects": "/blog/draft/ /blog/one/ 301\n"}),
        ),
        set(),
    ),
    "a redirect is taken away": Step(
        lambda repo: repo.write({"static/_redirects": "# none\n"}), set()
    ),
    "a merge": Step(merge, {(f"{B}four.md", "broken-link", 10)}),
    "posts with tags in two spellings": Step(
        both(
            write("t1.md", post("T1", "Text.", tags="[Queue]")),
            write("t2.md", post("T2", "Text.", tags="[Queue]")),
            write("t3.md", post("T3", "Text.", tags="[queue]")),
        ),
        {(f"{B}t3.md", "inconsistent-tag", 5)},
    ),
    "a third and a fourth, which turn the scale and are no new fault": Step(
        both(
            write("t4.md", post("T4", "Text.", tags="[queue]")),
            write("t5.md", post("T5", "Text.", tags="[queue]")),
        ),
        set(),
    ),
    "other line ends": Step(
        lambda repo: repo.write(
            {f"{B}old.md": (repo.root / f"{B}old.md").read_bytes().replace(b"\n", b"\r\n")}
        ),
        set(),
    ),
    "a name with another case": Step(move("five.md", "FIVE.md"), set()),
    "a name with blanks, a line end and an umlaut": Step(
        write("a ü\nb.md", post("Odd", "[gone](/blog/nobody/)")),
        {(f"{B}a ü\nb.md", "broken-link", 6)},
    ),
    "permalinks of all": Step(
        lambda repo: repo.write(
            {"hugo.toml": BLOG["hugo.toml"] + '[permalinks]\nblog = "/p/:slug/"\n'}
        ),
        {(f"{B}{name}.md", "url-changed", 2) for name in POSTS}
        | {(f"{B}a ü\nb.md", "url-changed", 2), (f"{B}old.md", "url-changed", 3)}
        | {(f"{B}four.md", "url-changed", 4)}
        | {(f"{B}FIVE.md", "broken-link", 7), (f"{B}deux.md", "broken-link", 8)},
    ),
}


@pytest.mark.parametrize("cache", [False, True], ids=["cold", "cached"])
def test_each_commit_of_a_history_names_what_it_causes(tmp_path: Path, *, cache: bool) -> None:
    repo = Repository(tmp_path)
    repo.commit({**BLOG, ".git/info/exclude": ".blint_cache\n"})
    found: dict[str, tuple[set[Row], set[Row]]] = {}
    for name, step in HISTORY.items():
        head = repo.git("rev-parse", "HEAD").strip()
        step.change(repo)
        repo.commit()
        found[name] = repo.caused(head, cache=cache), repo.caused(head, lines=True, cache=cache)
    expected = {
        name: (step.caused, step.caused if step.on_lines is None else step.on_lines)
        for name, step in HISTORY.items()
    }
    for name, what in expected.items():
        assert found[name] == what, name
    assert len(HISTORY) >= 20
