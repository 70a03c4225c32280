"""The files that the configuration names: schemas, vocabularies, and what the generator has."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from blint.running.config import Config
from blint.running.data_file import DataFile, display_name, read_data
from blint.running.errors import ConfigError
from blint.running.files import NO_DRAFTS, Drafts
from blint.site.configs.detect import Generator
from blint.site.configs.reading import Drafted, Root, read_folder_data, read_redirect_files
from blint.site.links.redirects import Redirects
from blint.site.moments import zone_of
from blint.site.nearest import did_you_mean
from blint.site.vocabulary import Vocabulary, read_vocabulary


class NamedFiles:
    """The files that the configuration names, each read once."""

    def __init__(self, config: Config, drafts: Drafts = NO_DRAFTS) -> None:
        self._config = config
        self._drafts = drafts
        self._root: Root = Drafted(config.root, drafts) if drafts else config.root
        self._read: dict[str, DataFile] = {}
        self._tags: dict[str, Vocabulary] = {}
        self._redirects: dict[tuple[str, str], Redirects] = {}
        self._folder_data: dict[tuple[str, str], Mapping[str, Mapping[str, Any]]] = {}
        self.schemas: list[DataFile] = []
        self.vocabularies: list[DataFile] = []

    def verify_zone(self, name: str) -> None:
        """Raise ConfigError for a time zone that there is not."""
        if zone_of(name) is None:
            from zoneinfo import available_timezones

            hint = did_you_mean(name, available_timezones()) or "Write one as in `Europe/Berlin`."
            raise self._config.error(name, f"There is no time zone `{name}`. {hint}")

    def schema(self, path: str | None) -> DataFile | None:
        """The schema at a path."""
        if path is None:
            return None
        file = self._file(path, "schema")
        if file.root.kind != "mapping" and not isinstance(file.root.value, bool):
            raise ConfigError([file.fault(file.root.span, "A JSON Schema is a table.")])
        if file not in self.schemas:
            self.schemas.append(file)
        return file

    def vocabulary(self, path: str | None) -> Vocabulary | None:
        """The vocabulary at a path."""
        if path is None:
            return None
        if path not in self._tags:
            file = self._file(path, "vocabulary")
            vocabulary, faults = read_vocabulary(file.root, file.name)
            if faults:
                raise ConfigError(file.fault(*fault) for fault in faults)
            self._tags[path] = vocabulary
            self.vocabularies.append(file)
        return self._tags[path]

    def redirects(self, generator: Generator, names: frozenset[str]) -> Redirects:
        """The redirect rules of a site."""
        # Collections of two generators may lie in one folder.
        key = (generator.preset.name, generator.folder)
        if key not in self._redirects:
            self._redirects[key] = read_redirect_files(
                self._root, generator.preset, generator.folder, names
            )
        return self._redirects[key]

    def folder_data(
        self, generator: Generator, names: frozenset[str]
    ) -> Mapping[str, Mapping[str, Any]]:
        """What the files of a site say that hold settings for their folder."""
        key = (generator.preset.name, generator.folder)
        if key not in self._folder_data:
            self._folder_data[key] = read_folder_data(
                self._root, generator.preset, generator.folder, names
            )
        return self._folder_data[key]

    def _file(self, path: str, what: str) -> DataFile:
        if path not in self._read:
            file = Path(os.path.realpath(self._config.base / path))
            bases = (self._config.root, self._config.base)
            if not any(file.is_relative_to(base) for base in bases):
                raise self._config.error(path, f"The {what} `{path}` is outside the project.")
            draft = self._drafts.get(display_name(file, self._config.root))
            if draft is None and not file.is_file():
                raise self._config.error(path, f"There is no {what} `{path}`.")
            try:
                self._read[path] = read_data(file, self._config.root, draft)
            except OSError as error:
                name = display_name(file, self._config.root)
                reason = (error.strerror or "unknown error").lower()
                raise self._config.error(path, f"`{name}` cannot be read: {reason}.") from error
        return self._read[path]
