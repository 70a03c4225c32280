"""Configuration: find the file, read it, and say exactly what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from blint.rulebook import Rule
from blint.running.config_check import mistakes
from blint.running.config_model import ConfigTable
from blint.running.data_file import DataFile, display_name, parse_data
from blint.running.errors import ConfigError, ConfigFault, UsageFault
from blint.source import Span

_DEFAULTS = ConfigTable()


@dataclass(frozen=True)
class Config:
    """A configuration that was found, or the defaults.

    `root` is the project's folder, absolute and without symlinks; `file` the configuration file,
    None where there is none. `base` is the folder that paths to a schema or a vocabulary start
    from. Globs start from `root`.
    """

    root: Path
    file: Path | None = None
    table: ConfigTable = _DEFAULTS
    parsed: DataFile | None = None

    @property
    def base(self) -> Path:
        """The folder that paths in the configuration are relative to."""
        return self.file.parent if self.file is not None else self.root

    def error(self, value: str, message: str) -> ConfigError:
        """The mistake of a value, such as the name of a file that is not there."""
        if self.parsed is None:
            return ConfigError([ConfigFault("blint.toml", 1, 1, message)])
        places = (node.span for node in self.parsed.root.walk() if node.value == value)
        return ConfigError([self.parsed.fault(next(places, Span(0, 0)), message)])


def load_config(start: Path, explicit: Path | None, rulebook: Mapping[str, Rule]) -> Config:
    """The configuration for a path: the explicit file, else the nearest one upwards.

    The search stops at a folder that holds `.git`. The root is the folder of the file found; for
    an explicit file elsewhere, and where there is none, the nearest folder with `.git`, else the
    folder of `start`. Raises ConfigError, and UsageFault where the explicit file cannot be read.
    """
    folder = _folder_of(start)
    if explicit is not None:
        file = Path(os.path.realpath(explicit))
        data = _read_explicit(file, explicit)
        root = file.parent if folder.is_relative_to(file.parent) else _repository(folder)
        return _load(root, file, data, rulebook) or Config(root)
    for candidate in _candidates(folder):
        config = _load(candidate.parent, candidate, _read(candidate), rulebook)
        if config is not None:
            return config
    return Config(_repository(folder))


def _candidates(folder: Path) -> Iterator[Path]:
    for place in (folder, *folder.parents):
        for name in ("blint.toml", "pyproject.toml"):
            if (place / name).is_file():
                yield place / name
        if (place / ".git").exists():
            return


def _repository(folder: Path) -> Path:
    for place in (folder, *folder.parents):
        if (place / ".git").exists():
            return place
    return folder


def _folder_of(start: Path) -> Path:
    if start.is_dir():
        return Path(os.path.realpath(start))
    return Path(os.path.realpath(start.parent))


def _read_explicit(file: Path, name: Path) -> bytes:
    if not file.is_file():
        raise UsageFault(f"There is no configuration file `{name}`.")
    return _read(file)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise UsageFault(f"`{file.name}` cannot be read: {error.strerror}.") from error


def _load(root: Path, file: Path, data: bytes, rulebook: Mapping[str, Rule]) -> Config | None:
    """The configuration in a file; None for a `pyproject.toml` that does not speak of blint."""
    shared = file.name == "pyproject.toml"
    if shared and b"blint" not in data:
        return None
    parsed = parse_data(display_name(file, root), data)
    if shared:
        tool = parsed.root.get("tool")
        own = tool.value.get("blint") if tool is not None else None
        if own is None:
            return None
        parsed = parsed._replace(root=own.value)
    found = mistakes(parsed.root, rulebook)
    if found:
        raise ConfigError(parsed.fault(*mistake) for mistake in found)
    return Config(root, file, msgspec.convert(parsed.root.value, ConfigTable), parsed)
