"""Read a data file that the configuration names: TOML, YAML or JSON, with places."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from blint.reading.nodes import Node
from blint.reading.tree import Reading
from blint.running.errors import ConfigError, ConfigFault
from blint.source import Source, Span, decode

SIZE_LIMIT = 4 * 1024 * 1024


class DataFile(NamedTuple):
    """A file as a tree. `name` is how it is called in messages; `comments` are spans from `#`."""

    name: str
    source: Source
    root: Node
    comments: tuple[Span, ...] = ()

    def fault(self, span: Span, message: str, help_text: str | None = None) -> ConfigFault:
        """A mistake at a place in this file."""
        return fault_at(self.name, self.source, span, message, help_text)


def fault_at(
    name: str, source: Source, span: Span, message: str, help_text: str | None = None
) -> ConfigFault:
    """A mistake at a place in a file."""
    return ConfigFault(name, *source.lines.position(span.start), message, help_text)


def display_name(file: Path, root: Path) -> str:
    """How a file is called in messages: relative to the root where it is below it."""
    return file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)


def parse_data(name: str, data: bytes) -> DataFile:
    """The tree of a file, by its suffix. Raises ConfigError with everything that is wrong."""
    source = decode(data)
    if source.fault is not None:
        span = Span(source.fault.offset, source.fault.offset)
        message = f"This file is not UTF-8: {source.fault.reason}."
        raise ConfigError([fault_at(name, source, span, message, "Save it as UTF-8.")])
    reading = _read(name, source.text)
    if reading.root is None or reading.faults:
        raise ConfigError(
            fault_at(name, source, fault.span, sentence(fault.message), fault.help)
            for fault in reading.faults
        )
    return DataFile(name, source, reading.root, tuple(reading.comments))


def sentence(text: str) -> str:
    """A message of a reader as a sentence of its own."""
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith('.') else '.'}"


def read_data(file: Path, root: Path, draft: bytes | None = None) -> DataFile:
    """Read and parse a file, or what it holds for this run. Raises OSError where it cannot be read,
    and ConfigError."""
    data = draft
    if data is None:
        with file.open("rb") as stream:
            data = stream.read(SIZE_LIMIT + 1)
    name = display_name(file, root)
    if len(data) > SIZE_LIMIT:
        message = f"This file is larger than {SIZE_LIMIT:,} bytes."
        raise ConfigError([ConfigFault(name, 1, 1, message)])
    return parse_data(name, data)


def _read(name: str, text: str) -> Reading:
    suffix = Path(name).suffix.lower()
    if suffix in {".yaml", ".yml"}:
        from blint.reading.yaml_reader import read_yaml

        return read_yaml(text, dialect="yaml-1.2")
    if suffix == ".json":
        from blint.reading.json_reader import read_json

        return read_json(text)
    from blint.reading.toml_reader import read_toml

    return read_toml(text)
