"""Settings: what checks see of the configuration, one value for each collection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from blint.site.links.redirects import Redirects
from blint.site.presets import PRESETS, Fields, Preset
from blint.site.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Formula:
    """A read time of the author's own: how many minutes a text of so many words takes.

    `count` is what counts: `words` of letters and digits with CJK characters apart, `pieces`
    between white space of the rendered text, those of the Markdown `source`, or `characters`
    without spaces; `words_per_minute` are of that. `code` tells whether code blocks count.
    `cjk_per_minute` are characters.
    """

    count: Literal["words", "pieces", "source", "characters"] = "words"
    words_per_minute: float = 200
    round: Literal["up", "down", "nearest"] = "up"
    minimum: int = 1
    code: bool = True
    seconds_per_image: float = 0
    seconds_per_link: float = 0
    cjk_per_minute: float = 500


@dataclass(frozen=True, slots=True)
class ReadTime:
    """How the read time in front matter came to be: a named method or a formula, if known."""

    method: str | None = None
    formula: Formula | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """What link checks take from `[links]`. `base_url` ends in `/`, or is empty: not known.

    `external`: links to other sites are asked about, and facts hold them.
    """

    base_url: str = ""
    ignore: tuple[str, ...] = ()
    external: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """What code checks take from `[code]`, and from the generator's own configuration.

    `highlighter` None: not known. `unseen_languages`: the site loads languages from files of its
    own, which blint does not read, so that no name can be said to be unknown. `components` are
    languages of Prism that are added to those of the highlighter. `unknown` is what the generator
    is configured to do with code in an unknown language, see `code.highlighters.fate`. `compared`:
    a rule asks for the names of languages in all posts, and facts hold them.
    """

    highlighter: str | None = None
    languages: frozenset[str] = frozenset()
    unseen_languages: bool = False
    components: frozenset[str] = frozenset()
    unknown: str = ""
    compared: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Settings:
    """What checks may know of the configuration of one collection.

    `site` is the folder of the generator's project, relative to the root, empty for the root
    itself; the folders of `preset` are relative to it. `generator` is what the generator's own
    config file says, as plain data, empty where there is none or it is a program. `content` are
    the globs of posts that the configuration gives. `whole`: all that decides on addresses is at
    hand, so that what is not found is not there; `found`: the generator's own configuration is part
    of that. `url` is the address of posts as a pattern, empty where the generator's own rule holds.
    `telling` are the files whose names tell how addresses are made, `data` what the files that hold
    settings for their folder say, by path. `fields` are the front matter keys after preset and
    configuration. `schema` None: the built-in one. `time_zone` is that of the site, an IANA name,
    empty where it is not known.
    """

    collection: str = ""
    preset: Preset = PRESETS["plain"]
    site: str = ""
    generator: Mapping[str, Any] = field(default_factory=dict)
    content: tuple[str, ...] = ()
    whole: bool = False
    found: bool = False
    url: str = ""
    telling: tuple[str, ...] = ()
    redirects: Redirects = field(default_factory=Redirects)
    data: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    fields: Fields = PRESETS["plain"].fields
    schema: Mapping[str, Any] | bool | None = None
    schema_path: str | None = None
    time_zone: str = ""
    vocabulary: Vocabulary | None = None
    read_time: ReadTime = ReadTime()
    links: Links = Links()
    code: Code = Code()
