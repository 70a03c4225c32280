"""`blint tags`: the index of all tags, and a vocabulary made of them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from blint.cli.asking import blog_options, format_option, load_blog, say, tell, write_new
from blint.running.errors import UsageFault

if TYPE_CHECKING:
    from blint.running.config import Config


@click.command("tags")
@blog_options
@format_option
@click.option(
    "--write-vocabulary",
    "file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Propose a vocabulary in a file of TOML, YAML or JSON, by its suffix.",
)
@click.option("--force", is_flag=True, help="Write over a vocabulary that is there.")
def command(
    paths: tuple[Path, ...],
    config: Path | None,
    jobs: int | None,
    no_cache: bool,
    output_format: str,
    file: Path | None,
    force: bool,
) -> None:
    """List all tags: how many posts have each, since when, and how it is spelt.

    Spellings of one tag are one row. Below the table stand the tags that are probably misspelt,
    those that are always together on the same posts (at least three), and those used once. With
    a vocabulary the table says which tags it has, and which of its tags no post has.

    \b
    blint tags                                  the index as a table
    blint tags content/posts --format json      of some posts, as JSON
    blint tags --format markdown > tags.md      as a page
    blint tags --write-vocabulary tags.toml     propose a vocabulary
    """
    from blint.overview.tags.index import index_tags

    form = _form(file) if file is not None else None
    named = _waiting(paths, config, file) if file is not None else None
    blog = load_blog(paths, config, jobs, no_cache=no_cache, read=named)
    whole = all(post.reported or post.page for post in blog.discovery.posts)
    index = index_tags(blog.posts, blog.settings, whole=whole)
    if file is None or form is None:
        from blint.reports.overview.tag_index import render

        say(render(index, output_format))
        return
    from blint.overview.tags.proposal import propose_vocabulary

    proposal = propose_vocabulary(index, form)
    if not proposal.tags:
        raise UsageFault("No post has a tag, so there is no vocabulary to propose.")
    write_new(file, proposal.text, force=force)
    if form == "json":
        for doubt in proposal.doubts:
            tell(f"Doubtful: {doubt}")
        if proposal.once:
            tell(f"Doubtful, since on 1 post only: {', '.join(proposal.once)}")
    doubts = len(proposal.doubts) + len(proposal.once)
    marked = "" if form == "json" else ", marked by comments"
    tell(f"Wrote `{file}`: {proposal.tags:,} tags, {doubts:,} doubts{marked}.")
    if not index.vocabularies and named is None:
        full = file.resolve()
        name = full.relative_to(blog.base).as_posix() if full.is_relative_to(blog.base) else file
        tell(f'To check posts against it, set `vocabulary = "{name}"` under `[tags]`.')


def _waiting(paths: tuple[Path, ...], explicit: Path | None, file: Path) -> Config | None:
    """The configuration without its vocabulary, where that is the file that is to be written."""
    from blint.rulebook import load_rulebook
    from blint.running.config import load_config

    if file.exists():
        return None
    start = paths[0] if paths else Path()
    return load_config(start, explicit, load_rulebook()).without_vocabulary(file)


def _form(file: Path) -> str:
    forms = {".toml": "toml", ".yaml": "yaml", ".yml": "yaml", ".json": "json"}
    form = forms.get(file.suffix.lower())
    if form is None:
        raise UsageFault(f"`{file}` should end in `.toml`, `.yaml` or `.json`.")
    return form
