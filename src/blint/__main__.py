"""The entry point: answers `--version` without loading anything, else runs the commands."""

from __future__ import annotations

import sys


def main() -> None:
    """Run blint as a process; the exit code is the contract of the command line."""
    if sys.argv[1:] == ["--version"]:
        from blint import __version__

        sys.stdout.write(f"blint {__version__}\n")
        return
    from blint.cli.main import run

    run()


if __name__ == "__main__":
    main()
