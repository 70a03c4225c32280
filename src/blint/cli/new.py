"""`blint new`: write a new post that satisfies the blog's schema."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click


def now() -> datetime:
    """This moment, in the author's own time zone; the one clock of this command."""
    return datetime.now().astimezone()


@click.command("new", epilog='Example: blint new "What we learned" --tag Python --no-draft')
@click.argument("title")
@click.option(
    "--path",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write it; by default where recent posts are, and named as they are.",
)
@click.option("--date", metavar="DATE", help="Its date, such as 2024-01-31; by default today.")
@click.option(
    "--tag",
    "tags",
    multiple=True,
    metavar="TAG",
    help="A tag, or several with commas; may be given again.",
)
@click.option("--draft/--no-draft", default=None, help="By default a draft, if the blog has them.")
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
@click.option("--config", type=click.Path(path_type=Path), help="The configuration file.")
def command(
    title: str,
    *,
    path: Path | None,
    date: str | None,
    tags: tuple[str, ...],
    draft: bool | None,
    force: bool,
    config: Path | None,
) -> None:
    """Write a post called TITLE with front matter like that of recent posts.

    The keys that nearly all of them have, and those that the schema requires, are there, in the
    usual order and the usual form; what only you know is marked TODO. A tag is spelt as the
    vocabulary or the other posts spell it.

    The front matter is held to those rules of the group `front-matter` that look at one post, such
    as schema-violation; what they find is said on standard error, and so is a post that has the
    title already. Rules that compare posts are asked by `blint check` alone.

    The file's path is written to standard output.
    """
    from blint.cli.asking import say, tell, write_new
    from blint.overview.new_post.compose import Wish, compose
    from blint.running.errors import UsageFault

    if not title.strip():
        raise UsageFault('The title is empty; write one in quotes, as in `blint new "A title"`.')
    start = Path()
    below = None
    if path is not None:
        start = _folder(path)
        below = _below(path, project_root(start, config))
    wish = Wish(title, _moment(date), tags, draft, below)
    post = compose(wish, start, config)
    file = post.root / post.path
    if not Path(os.path.realpath(file)).is_relative_to(post.root):
        raise UsageFault(f"`{post.path}` leads out of the project, and was not written.")
    if file.is_dir():
        raise UsageFault(f"`{post.path}` is a folder; name a file with `--path`.")
    write_new(file, post.text, force=force)
    say(f"{os.path.relpath(file)}\n")
    for note in post.notes:
        tell(note)


def _moment(date: str | None) -> datetime:
    from blint.running.errors import UsageFault

    if date is None:
        return now()
    try:
        given = datetime.fromisoformat(date.strip())
        return given if given.tzinfo is not None else given.astimezone()
    except (ValueError, OverflowError, OSError) as error:
        raise UsageFault(f"`{date}` is no date; write one such as `2024-01-31`.") from error


def _folder(path: Path) -> Path:
    """The folder that tells which project a file is in: the nearest one around it that is there,
    if that is below the current folder, else the current folder."""
    folder = path.parent
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    inside = Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(os.curdir))
    return folder if inside else Path()


def project_root(folder: Path, config: Path | None) -> Path:
    """The root of the project that a folder is in."""
    from blint.rulebook import load_rulebook
    from blint.running.config import load_config

    return load_config(folder, config, load_rulebook()).root


def _below(path: Path, root: Path) -> str:
    """A path as one below the root. Raises UsageFault where it is not."""
    from blint.running.errors import UsageFault
    from blint.site.configs.detect import POST

    full = Path(os.path.realpath(path.parent)) / path.name
    if not full.is_relative_to(root):
        raise UsageFault(f"`{path}` is outside the project `{root}`.")
    if not POST.fullmatch(path.name):
        raise UsageFault(f"`{path}` is no name of a post; it ends in `.md` or `.mdx`.")
    return full.relative_to(root).as_posix()
