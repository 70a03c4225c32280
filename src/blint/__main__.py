"""The entry point: answers what needs no work without loading anything, else runs the commands."""

from __future__ import annotations

import sys


def main() -> None:
    """Run blint as a process; the exit code is the contract of the command line."""
    if sys.argv[1:] == ["--version"]:
        from blint import __version__

        sys.stdout.write(f"blint {__version__}\n")
        return
    if sys.argv[1:2] == ["check"]:
        from blint.cli.recall import recalled

        code = recalled(sys.argv[2:])
        if code is not None:
            sys.exit(code)
    from blint.cli.main import run

    run()


if __name__ == "__main__":
    main()
