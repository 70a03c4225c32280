"""The command group: finds commands by module, and turns every way out into an exit code."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from types import FrameType
from typing import Any, NoReturn

import click

from blint import __version__
from blint.cli.exits import CANNOT, INTERRUPTED, TERMINATED
from blint.resources import modules_of
from blint.running.errors import ConfigError, UsageFault

# What commands share; all other modules of this folder are commands.
_SHARED = frozenset(
    {
        *("add_suppressions", "asking", "changed", "check_fixes", "check_options"),
        *("check_report", "check_stdin", "check_watch", "exits", "main", "output"),
        *("problem", "progress", "recall"),
    }
)


class Commands(click.Group):
    """Commands by module name, imported when asked for: start-up is paid on every commit."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """The names of the command modules."""
        return [name for name in modules_of("cli") if name not in _SHARED]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name; None where there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"blint.cli.{cmd_name}").command
        assert isinstance(command, click.Command)
        return command


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="`blint rule NAME` explains a rule. Exit codes: 0 nothing at or above the fail level, "
    "1 findings, 2 blint could not do what was asked.",
)
@click.version_option(__version__, message="blint %(version)s")
def blint_command() -> None:
    """Check a blog kept as Markdown in git, as one body of work."""


def run() -> NoReturn:
    """Run the command line and exit."""
    signal.signal(signal.SIGTERM, _terminated)
    try:
        code: Any = blint_command.main(prog_name="blint", standalone_mode=False)
    except click.UsageError as error:
        hint = error.ctx.get_usage() if error.ctx is not None else ""
        code = _cannot(hint, error.format_message())
    except click.ClickException as error:
        code = _cannot(error.format_message())
    except ConfigError as error:
        code = _cannot(*map(str, error.faults))
    except UsageFault as fault:
        code = _cannot(str(fault))
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        _end(INTERRUPTED)
    except BrokenPipeError:
        # The reader has left, as `blint check | head` does; nobody is there to be told.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    except OSError as error:
        code = _cannot(str(error))
    sys.exit(code if isinstance(code, int) else 0)


def _cannot(*lines: str) -> int:
    # A pull request can bring a configuration, and names of files: its words reach a build log.
    from blint.reports.sanitise import inert, visible

    for line in lines:
        if line:
            text = line if line.startswith("Usage: ") else f"Error: {inert(visible(line))}"
            click.echo(text, err=True)
    return CANNOT


def _terminated(_signal: int, _frame: FrameType | None) -> NoReturn:
    _end(TERMINATED)


def _end(code: int) -> NoReturn:
    """End now, with all processes of the run: threads and pools would take their time."""
    from blint.running.batch import end_children

    end_children()
    os._exit(code)
