"""Bind a configuration to rules and settings, one set for each collection."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import msgspec

from blint.diagnostics import Severity
from blint.reading.nodes import Node
from blint.rulebook import NOT_CHECKED, BoundRule, Rule, groups
from blint.running.config import Config
from blint.running.config_model import FormulaTable, Key, Tables
from blint.running.data_file import DataFile
from blint.running.discover import Discovery
from blint.running.errors import ConfigError, UsageFault
from blint.running.files import NO_DRAFTS, Drafts
from blint.running.named_files import NamedFiles
from blint.site.code.choice import choice_of
from blint.site.configs.detect import Generator, find_generator
from blint.site.configs.reading import Drafted, site_address, telling_files
from blint.site.moments import zone_of
from blint.site.nearest import did_you_mean
from blint.site.presets import Fields
from blint.site.settings import Code, Formula, Links, ReadTime, Settings
from blint.source import Span

# The rules that need the names of languages in facts, which others are spared.
_COMPARES_LANGUAGES = ("inconsistent-fence-language",)

DEFAULT = ""
"""The collection of posts that match none."""


class Bound(msgspec.Struct, frozen=True):
    """Settings and rules by collection; posts of no collection are in the collection "".

    `vocabularies` are the files of tag vocabularies.
    """

    settings: Mapping[str, Settings]
    rules: Mapping[str, Mapping[str, BoundRule]]
    schemas: tuple[DataFile, ...] = ()
    vocabularies: tuple[DataFile, ...] = ()

    def severity(self, rule: str, collection: str = DEFAULT) -> Severity:
        """The severity of a rule in a collection."""
        return self.rules[collection][rule].severity

    def verify_schemas(self) -> None:
        """Raise ConfigError where a schema file is not a JSON Schema that blint can use.

        Apart from `bind`, because the validator takes long to import: a run that finds all its
        posts in the cache has verified the same schemas before.
        """
        if self.schemas:
            from blint.site.schema.compiled import SchemaFault, schema_for

            for file in self.schemas:
                try:
                    schema_for(file.root.value)
                except SchemaFault as fault:
                    span = place_of(file.root, fault.json_path)
                    raise ConfigError([file.fault(span, fault.message)]) from fault

    def is_on(self, rule: str) -> bool:
        """Whether a rule is on in any collection."""
        return any(rules[rule].severity is not Severity.OFF for rules in self.rules.values())


def bind(
    config: Config,
    rulebook: Mapping[str, Rule],
    discovery: Discovery,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    external: bool = False,
    drafts: Drafts = NO_DRAFTS,
) -> Bound:
    """What holds for each collection: command line, then collection, file, preset, default.

    `external`: links to other sites are asked about. `drafts` are what files hold for this run.
    `select` and `ignore` hold names of rules or groups. Raises UsageFault for a name
    that is neither, and ConfigError for a schema or vocabulary that cannot be used.
    """
    line = _CommandLine(rulebook, select, ignore)
    files = NamedFiles(config, drafts)
    settings: dict[str, Settings] = {}
    rules: dict[str, dict[str, BoundRule]] = {}
    # Who has fragments looked up wants to hear of them, unless `[rules]` says otherwise.
    implied = {"dead-fragment": "warning"} if config.table.links.external.fragments else {}
    for name, tables in _layers(config).items():
        generator = _generator(config, discovery, tables, drafts)
        content = tuple(config.table.content or ())
        rules[name] = {
            rule.name: line.apply(_bind_rule(rule, [*(table.rules for table in tables), implied]))
            for rule in rulebook.values()
        }
        compares = any(_is_on(rules[name], rule) for rule in _COMPARES_LANGUAGES)
        settings[name] = _settings(
            name,
            tables,
            generator,
            files,
            discovery.files,
            content,
            external=external,
            compares=compares,
        )
    return Bound(settings, rules, tuple(files.schemas), tuple(files.vocabularies))


def _is_on(rules: Mapping[str, BoundRule], name: str) -> bool:
    return name in rules and rules[name].severity is not Severity.OFF


def place_of(node: Node, json_path: str) -> Span:
    """The place of what a JSON path such as `$.properties.tags` names, as far as it leads."""
    rest = json_path.removeprefix("$")
    while rest:
        index = re.match(r"\[(\d+)\]", rest)
        if index is not None and int(index[1]) < len(node.items):
            node, rest = node.items[int(index[1])], rest[index.end() :]
            continue
        # A key may hold dots and brackets itself: the longest one that fits is meant.
        fitting = (e for e in node.entries if re.match(rf"\.{re.escape(e.key)}(?:[.\[]|$)", rest))
        entry = max(fitting, key=lambda e: len(e.key), default=None)
        if entry is None:
            break
        node, rest = entry.value, rest[len(entry.key) + 1 :]
    return node.span


def _layers(config: Config) -> dict[str, list[Tables]]:
    """The tables that hold for each collection, the nearest first."""
    table = config.table
    return {DEFAULT: [table], **{name: [own, table] for name, own in table.collections.items()}}


def _generator(
    config: Config, discovery: Discovery, tables: Sequence[Tables], drafts: Drafts
) -> Generator:
    named = tables[0].preset
    if named is None or tables[0] is config.table:
        return discovery.generator
    root = Drafted(config.root, drafts) if drafts else config.root
    return find_generator(root, discovery.files, preset=named)


def _settings(
    name: str,
    tables: Sequence[Tables],
    generator: Generator,
    files: NamedFiles,
    names: frozenset[str],
    content: tuple[str, ...],
    *,
    external: bool,
    compares: bool,
) -> Settings:
    preset = generator.preset
    schema = files.schema(_first(table.front_matter.schema for table in tables))
    base_url = _first(table.links.base_url for table in tables)
    base_url = base_url or site_address(preset, generator.data)
    url = _first(table.url for table in tables) or ""
    telling = telling_files(preset, generator.folder, names)
    is_plain = preset.name == "plain" and any(table.preset == "plain" for table in tables)
    method = _first(table.read_time.method for table in tables)
    formula = Formula(**_values(method)) if isinstance(method, FormulaTable) else None
    return Settings(
        collection=name,
        preset=preset,
        site=generator.folder,
        generator=generator.data,
        content=content,
        whole=bool(generator.config or url) or is_plain,
        found=bool(generator.config) or is_plain,
        url=url,
        telling=telling,
        redirects=files.redirects(generator, names),
        data=files.folder_data(generator, names),
        fields=_fields(preset.fields, tables),
        schema=schema.root.value if schema is not None else None,
        schema_path=schema.name if schema is not None else None,
        time_zone=_time_zone(files, generator, tables),
        vocabulary=files.vocabulary(_first(table.tags.vocabulary for table in tables)),
        read_time=ReadTime(method if isinstance(method, str) else None, formula),
        links=Links(
            f"{base_url.rstrip('/')}/" if base_url else "",
            tuple(_first(table.links.ignore for table in tables) or ()),
            external,
        ),
        code=replace(_code(generator, tables, telling), compared=compares),
    )


def _code(generator: Generator, tables: Sequence[Tables], telling: Iterable[str]) -> Code:
    """What the configuration says of code, before what the generator's own does."""
    choice = choice_of(generator.preset, generator.data, telling)
    named = _first(table.code.highlighter for table in tables)
    languages = frozenset(_first(table.code.languages for table in tables) or ())
    if named not in (None, choice.highlighter):
        return Code(named, languages | choice.words, choice.unseen)
    return Code(
        *(choice.highlighter, languages | choice.words, choice.unseen),
        *(choice.components, choice.unknown),
    )


def _time_zone(files: NamedFiles, generator: Generator, tables: Sequence[Tables]) -> str:
    """The time zone of a site: what blint's configuration says, else the generator's own."""
    given = _first(table.dates.time_zone for table in tables)
    if given is not None:
        files.verify_zone(given)
        return str(given)
    said = generator.data.get(generator.preset.zone_key) if generator.preset.zone_key else None
    return said if isinstance(said, str) and zone_of(said) is not None else ""


def _first(values: Iterable[Any]) -> Any:
    """The first value that is given."""
    return next((value for value in values if value is not None), None)


def _values(table: FormulaTable) -> dict[str, Any]:
    return {name: getattr(table, name) for name in table.__struct_fields__}


def _fields(fields: Fields, tables: Sequence[Tables]) -> Fields:
    """The front matter keys: those of the preset, where no table names others."""
    changes: dict[str, tuple[str, ...]] = {}
    for table in reversed(tables):
        keys: dict[str, Key | None] = {
            name: getattr(table.front_matter.keys, name)
            for name in table.front_matter.keys.__struct_fields__
        }
        keys |= {"tags": table.tags.field, "read_time": table.read_time.field}
        for name, key in keys.items():
            if key is not None:
                changes[name] = (key,) if isinstance(key, str) else tuple(key)
    return msgspec.structs.replace(fields, **changes) if changes else fields


def _bind_rule(rule: Rule, layers: Sequence[Mapping[str, Any]]) -> BoundRule:
    """A rule as the configuration has it; `layers` are `[rules]` tables, the nearest first."""
    severity = rule.severity
    options = {name: fragment.get("default") for name, fragment in rule.options.items()}
    for layer in reversed(layers):
        for key in (rule.group, rule.name):
            given = layer.get(key)
            if isinstance(given, str):
                severity = Severity.of(given)
            elif isinstance(given, dict):
                severity = Severity.of(given.get("severity", severity.word))
                options |= {name: value for name, value in given.items() if name != "severity"}
    return BoundRule(rule, severity, options)


class _CommandLine:
    """What the command line says of rules."""

    def __init__(
        self,
        rulebook: Mapping[str, Rule],
        select: Sequence[str],
        ignore: Sequence[str],
    ) -> None:
        known = {*rulebook, *groups(rulebook.values())}
        for name in (*select, *ignore):
            if name not in known:
                help_text = did_you_mean(name, known)
                raise UsageFault(f"There is no rule or group `{name}`. {help_text or ''}".rstrip())
        self._select, self._ignore = select, ignore

    def apply(self, bound: BoundRule) -> BoundRule:
        """A bound rule, switched on or off; a rule's own name counts before its group's."""
        rule, severity = bound.rule, bound.severity
        on = not self._select
        for key in (rule.group, rule.name):
            on = (on or key in self._select) and key not in self._ignore
        if not on and rule.name not in NOT_CHECKED:
            severity = Severity.OFF
        elif rule.name in self._select and severity is Severity.OFF:
            # Asked for by name: a rule that is off is then a warning.
            severity = rule.severity or Severity.WARNING
        return BoundRule(rule, severity, bound.options)
