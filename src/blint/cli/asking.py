"""What the commands that tell of a whole blog share: which posts, and in which format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from blint.cli.output import write_out

if TYPE_CHECKING:
    from blint.running.config import Config
    from blint.running.load import LoadedBlog

Command = TypeVar("Command", bound=Callable[..., Any])

FORMATS = ("text", "json", "markdown")
"""How a command may show what it found; `table` is another word for text."""


def blog_options(command: Command) -> Command:
    """Give a command the parameters of `load_blog`: paths, config, jobs, no_cache."""
    for add in (
        click.option("--no-cache", is_flag=True, help="Read every post anew."),
        click.option("--jobs", type=click.IntRange(min=1), help="At most so many processes."),
        click.option("--config", type=click.Path(path_type=Path), help="The configuration file."),
        click.argument("paths", nargs=-1, type=click.Path(path_type=Path)),
    ):
        command = add(command)
    return command


def format_option(command: Command, more: tuple[str, ...] = ()) -> Command:
    """Give a command the parameter `output_format`, one of FORMATS or of some `more`."""
    formats = (*FORMATS, *more)
    return click.option(
        "--output-format",
        "--format",
        "output_format",
        type=_Format((*formats, "table")),
        metavar="FORMAT",
        default="text",
        show_default=True,
        help=f"{', '.join(formats[:-1])} or {formats[-1]}.",
    )(command)


def load_blog(
    paths: tuple[Path, ...],
    config: Path | None,
    jobs: int | None,
    *,
    no_cache: bool,
    external: bool = False,
    read: Config | None = None,
) -> LoadedBlog:
    """The blog that a command is about; `external`: its facts hold links to other sites.

    `read` is the configuration where the command has read it, and changed it, itself. Raises
    UsageFault where there is no blog.
    """
    from blint.cli.progress import progress
    from blint.running.load import load
    from blint.running.opening import Request

    request = Request(paths=paths, config=config, jobs=jobs, cache=not no_cache, external=external)
    with progress() as show:
        blog = load(request, show, read)
    for path in blog.unread:
        tell(f"`{path}` was not read; `blint check` says why.")
    return blog


def say(text: str) -> None:
    """Write what a command found to standard output: lines of text, or JSON in ASCII."""
    from blint.reports.sanitise import inert, inert_json, visible

    if text.startswith(("{", "[")):
        write_out(inert_json(text))
    else:
        write_out("\n".join(inert(visible(line)) for line in text.split("\n")))


def tell(text: str) -> None:
    """Write a note to standard error."""
    from blint.reports.sanitise import inert, visible

    click.echo(inert(visible(text)), err=True)


def write_new(file: Path, text: str, *, force: bool) -> None:
    """Write a file that is not there yet; with `force`, also over one that is.

    Raises UsageFault where there is one, and where it cannot be written.
    """
    from blint.running.errors import UsageFault

    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("w" if force else "x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError as error:
        if not file.is_file():  # what is in the way stands where a folder should be
            raise UsageFault(f"`{file}` cannot be written: it is not in a folder.") from error
        raise UsageFault(f"`{file}` is there already; write over it with `--force`.") from error
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise UsageFault(f"`{file}` cannot be written: {reason}.") from error


class _Format(click.Choice[str]):
    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        found = super().convert(value, param, ctx)
        return "text" if found == "table" else found
