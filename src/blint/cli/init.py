"""`blint init`: look at a blog, and write what it does down as a configuration."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from blint.overview.setup.propose import Proposal


@click.command("init", epilog="Then: blint check, which says what `blint.toml` names.")
@click.argument("path", type=click.Path(path_type=Path), default=".")
@click.option("--force", is_flag=True, help="Write over files that are there already.")
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
@click.option("--no-vocabulary", is_flag=True, help="Propose no vocabulary of tags.")
@click.option("--jobs", type=click.IntRange(min=1), help="At most so many processes.")
def command(
    path: Path, *, force: bool, dry_run: bool, no_vocabulary: bool, jobs: int | None
) -> None:
    """Write a configuration for the blog at PATH (by default, here), inferred from its posts.

    Three files, or more where the blog has posts of several kinds: `blint.toml`, a JSON Schema of
    the front matter in `schemas/`, and a vocabulary of the tags in use, `tags.toml`. What nearly
    all posts do becomes the rule; the few that do otherwise are named in comments, and `blint
    check` reports those and nothing else.

    Files that are there already are named, and nothing is written, without `--force`, which infers
    everything from the posts again and does not look at what the files say.
    """
    from blint.cli.asking import say, tell, write_new
    from blint.cli.progress import progress
    from blint.overview.setup.propose import propose
    from blint.running.errors import UsageFault

    root = _root(path)
    if not force and not dry_run:
        _refuse(_configured(root))
    with progress() as show:
        proposal = propose(root, vocabulary=not no_vocabulary, jobs=jobs, progress=show)
    if dry_run:
        for name, text in proposal.files.items():
            say(f"# {name}\n\n{text}\n")
    else:
        files = {root / name: text for name, text in proposal.files.items()}
        for file in files:
            if not Path(os.path.realpath(file)).is_relative_to(root):
                raise UsageFault(f"`{file}` is a link out of the project, and was not followed.")
        if not force:
            _refuse([file for file in files if os.path.lexists(file)])
        for file, text in files.items():
            write_new(file, text, force=force)
    for line in _summary(proposal, written=not dry_run):
        tell(line)


def _root(path: Path) -> Path:
    """The folder to write to: that of the site which a folder is part of, else itself."""
    from blint.running.config import site_folder
    from blint.running.errors import UsageFault

    if not path.is_dir():
        what = "is not a folder" if path.exists() else "does not exist"
        raise UsageFault(f"`{path}` {what}; name the folder of a blog.")
    return site_folder(Path(os.path.realpath(path)))


def _configured(root: Path) -> list[Path]:
    from blint.running.config import configured_by

    found = configured_by(root)
    return [found] if found is not None else []


def _refuse(files: list[Path]) -> None:
    from blint.running.errors import UsageFault

    if files:
        names = ", ".join(f"`{os.path.relpath(file)}`" for file in files)
        them = "it" if len(files) == 1 else "them"
        raise UsageFault(
            f"There is {names} already; nothing was written. `--force` writes {them} anew,"
            " `--dry-run` shows what that would be."
        )


def _summary(proposal: Proposal, *, written: bool) -> Iterator[str]:
    from blint.overview.setup.remaining import counted

    posts = _counted(proposal.posts, "post")
    kinds = ", ".join(f"{name or 'all others'} {count:,}" for name, count in proposal.kinds)
    generator = f"{proposal.generator[:1].upper()}{proposal.generator[1:]}"
    yield f"{generator}: {posts}{f' ({kinds})' if len(proposal.kinds) > 1 else ''}."
    verb = "Wrote" if written else "Would write"
    yield f"{verb} {', '.join(f'`{os.path.relpath(proposal.root / n)}`' for n in proposal.files)}."
    off = [one for one in proposal.remarks if one.off]
    if off:
        yield "Switched off, since too many posts break them:"
        yield from (f"  {one.rule}: {counted(one)}" for one in off)
    odd = [one for one in proposal.remarks if not one.off]
    if odd:
        yield "`blint check` says, as `blint.toml` names under [rules]:"
        yield from (f"  {one.rule} ({one.severity.word}): {counted(one)}" for one in odd)
    else:
        yield "`blint check` has nothing to say."
    if written:
        yield "Next: read `blint.toml` and the schema, mend or allow what is odd, commit the files."


def _counted(number: int, noun: str) -> str:
    return f"1 {noun}" if number == 1 else f"{number:,} {noun}s"
