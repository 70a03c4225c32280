"""Configuration: find the file, read it, and say exactly what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from blint.rulebook import Rule
from blint.running.config_model import ConfigTable, Tables
from blint.running.data_file import DataFile, display_name, parse_data
from blint.running.errors import ConfigError, ConfigFault, UsageFault
from blint.running.options import rules_fit
from blint.source import Span

_DEFAULTS = ConfigTable()
_Table = TypeVar("_Table", bound=Tables)


class Config(msgspec.Struct, frozen=True):
    """A configuration that was found, or the defaults.

    `root` is the project's folder, absolute and without symlinks; `file` the configuration file,
    None where there is none. `base` is the folder that paths to a schema or a vocabulary start
    from. Globs start from `root`.
    """

    root: Path
    file: Path | None = None
    table: ConfigTable = _DEFAULTS
    data: bytes = b""

    @property
    def base(self) -> Path:
        """The folder that paths in the configuration are relative to."""
        return self.file.parent if self.file is not None else self.root

    @property
    def baseline(self) -> Path:
        """Where findings are recorded that are not to be reported, whether it is there or not."""
        named = self.table.baseline
        return self.base / named if named is not None else self.root / ".blint-baseline"

    def searched(self) -> Iterator[str]:
        """The files that this was read from, and those that would matter if they were there."""
        if self.file is not None:
            yield str(self.file)
        names = ("blint.toml", "pyproject.toml", ".git", ".gitignore")
        yield from (str(self.root / name) for name in names[:2])
        for folder in (self.root, *self.root.parents):
            # A folder with `.git` is the end of the search, and changes all the time.
            if (folder / ".git").exists():
                return
            yield from (str(folder / name) for name in names)

    def without_vocabulary(self, file: Path) -> Config | None:
        """The same, but for a vocabulary in this file, where it names one there; else None."""
        wanted = os.path.realpath(file)

        def freed(table: _Table) -> _Table:
            name = table.tags.vocabulary
            if name is None or os.path.realpath(self.base / name) != wanted:
                return table
            return replace(table, tags=replace(table.tags, vocabulary=None))

        own = {name: freed(table) for name, table in self.table.collections.items()}
        table = replace(freed(self.table), collections=own)
        return replace(self, table=table) if table != self.table else None

    def error(self, value: str, message: str) -> ConfigError:
        """The mistake of a value, such as the name of a file that is not there."""
        parsed = _parse(self.root, self.file, self.data) if self.file is not None else None
        if parsed is None:
            return ConfigError([ConfigFault("blint.toml", 1, 1, message)])
        places = (node.span for node in parsed.root.walk() if node.value == value)
        return ConfigError([parsed.fault(next(places, Span(0, 0)), message)])


def load_config(start: Path, explicit: Path | None, rulebook: Mapping[str, Rule]) -> Config:
    """The configuration for a path: the explicit file, else the nearest one upwards.

    The search stops at a folder that holds `.git`. The root is the folder of the file found; for
    an explicit file elsewhere, and where there is none, the nearest folder with `.git`, else the
    current folder if it holds `start`, else the folder of `start`. Raises ConfigError, and
    UsageFault where the explicit file cannot be read.
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


def read_config(root: Path, file: Path, rulebook: Mapping[str, Rule]) -> Config:
    """The configuration in a file of any folder, for the project at `root`. Raises as above."""
    return _load(root, file, _read(file), rulebook) or Config(root)


def config_holding(config: Config, data: bytes, rulebook: Mapping[str, Rule]) -> Config:
    """The same project, had the configuration file held something else. Raises ConfigError."""
    file = config.file or config.root / "blint.toml"
    return _load(config.root, file, data, rulebook) or Config(config.root)


def configured_by(folder: Path) -> Path | None:
    """The file that configures what is in a folder, well or badly; None where none does."""
    for candidate in _candidates(folder):
        if candidate.name == "blint.toml":
            return candidate
        data = _read(candidate)
        if b"blint" in data and _parse(candidate.parent, candidate, data) is not None:
            return candidate
    return None


def site_folder(folder: Path) -> Path:
    """The folder of the site that a folder lies in, by its generator's own configuration.

    It is looked for up to the repository, or up to the current folder; else it is `folder` itself.
    """
    from blint.running.tree import read_tree
    from blint.site.configs.detect import find_generator

    top = _repository(folder)
    if top == folder:
        return folder
    near = folder.relative_to(top).as_posix()
    generator = find_generator(top, read_tree(top).files, near=near)
    site = top / generator.folder
    found = generator.config and folder.is_relative_to(site)
    return site if found else folder


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
    here = Path(os.path.realpath(os.curdir))
    return here if folder.is_relative_to(here) else folder


def _folder_of(start: Path) -> Path:
    around = Path(os.path.realpath(start.parent))
    # A link inside a project is a part of that project, and must not lead to another one.
    if not start.is_dir() or (start.is_symlink() and _is_in_project(around)):
        return around
    return Path(os.path.realpath(start))


def _is_in_project(folder: Path) -> bool:
    names = ("blint.toml", ".git")
    return any((place / name).exists() for place in (folder, *folder.parents) for name in names)


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
    if file.name == "pyproject.toml" and b"blint" not in data:
        return None
    table = _read_quickly(file, data, rulebook)
    if table is None:
        # Something is wrong, or there is no table for blint: now places matter.
        from blint.running.config_check import mistakes

        parsed = _parse(root, file, data)
        if parsed is None:
            return None
        found = mistakes(parsed.root, rulebook)
        if found:
            raise ConfigError(parsed.fault(*mistake) for mistake in found)
        table = msgspec.convert(parsed.root.value, ConfigTable)
    return Config(root, file, table, data)


def _read_quickly(file: Path, data: bytes, rulebook: Mapping[str, Rule]) -> ConfigTable | None:
    """The table of a configuration in which nothing is wrong, else None."""
    import tomllib

    try:
        value: Any = tomllib.loads(data.decode("utf-8-sig"))
        if file.name == "pyproject.toml":
            value = value["tool"]["blint"]
        table = msgspec.convert(value, ConfigTable)
    except (ValueError, LookupError, TypeError, RecursionError):
        return None
    all_rules = (table.rules, *(one.rules for one in table.collections.values()))
    return table if all(rules_fit(rules, rulebook) for rules in all_rules) else None


def _parse(root: Path, file: Path, data: bytes) -> DataFile | None:
    """blint's part of a file, with places; None where it has none."""
    parsed = parse_data(display_name(file, root), data)
    if file.name == "pyproject.toml":
        tool = parsed.root.get("tool")
        own = tool.value.get("blint") if tool is not None else None
        return parsed._replace(root=own.value) if own is not None else None
    return parsed
