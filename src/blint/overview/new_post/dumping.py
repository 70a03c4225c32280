"""Write front matter with python-frontmatter: YAML, TOML or JSON, as the blog has it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from blint.late import late
from blint.overview.plain_text import Literal, toml_document
from blint.site.scalar_readings import is_suspect

if TYPE_CHECKING:
    from frontmatter.default_handlers import BaseHandler

    from blint.reading.nodes import Format


class Inline(list[Any]):
    """A list that is written on one line."""


def dumped(data: Mapping[str, Any], form: Format, body: str = "") -> str:
    """A whole post: its front matter in a format, then its body."""
    import frontmatter

    # Not as keyword arguments: a key may be called `content` or `handler`.
    post = frontmatter.Post(body)
    post.metadata = dict(data)
    # What other posts have may hold halves of characters, which no file can.
    return _HALF.sub("\ufffd", f"{_DUMP[form](post)}\n")


def _yaml(post: Any) -> str:
    import frontmatter

    text = frontmatter.dumps(post, sort_keys=False, width=_ENDLESS, Dumper=_dumper())
    assert isinstance(text, str)
    return text


def _json(post: Any) -> str:
    import frontmatter
    from frontmatter.default_handlers import JSONHandler

    text = frontmatter.dumps(post, handler=JSONHandler(), indent=2, ensure_ascii=False)
    if _HALF.search(text):
        text = frontmatter.dumps(post, handler=JSONHandler(), indent=2)
    assert isinstance(text, str)
    return text


def _toml(post: Any) -> str:
    import frontmatter

    text = frontmatter.dumps(post, handler=_toml_handler())
    assert isinstance(text, str)
    return text


def _toml_handler() -> BaseHandler:
    """A handler for TOML: that of python-frontmatter needs the package `toml`, which is no longer
    kept up, and knows neither dates as they were written nor keys with dots."""
    import re

    from frontmatter.default_handlers import BaseHandler

    class TomlHandler(BaseHandler):  # type: ignore[misc, unused-ignore]
        FM_BOUNDARY = re.compile(r"^\+{3,}\s*$", re.MULTILINE)
        START_DELIMITER = END_DELIMITER = "+++"

        def export(self, metadata: dict[str, object], **_kwargs: object) -> str:
            return toml_document(metadata).strip()

    return TomlHandler()


def _dumper() -> Any:
    """PyYAML's dumper in Python, which writes emoji as they are, with three more habits: dates
    without quotes, short lists on one line, and quotes around what any reader may misread."""
    import yaml

    class Dumper(yaml.SafeDumper):
        def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 (PyYAML's signature)
            return True

    def literal(dumper: Any, value: Literal) -> Any:
        tag = dumper.resolve(yaml.ScalarNode, str(value), (True, False))
        return dumper.represent_scalar(tag, str(value))

    def text(dumper: Any, value: str) -> Any:
        style = '"' if is_suspect(value) or value.isdigit() else None
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)

    def inline(dumper: Any, value: Inline) -> Any:
        return dumper.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=True)

    Dumper.add_representer(Literal, literal)
    Dumper.add_representer(str, text)
    Dumper.add_representer(Inline, inline)
    return Dumper


_HALF: Final = late("[\ud800-\udfff]")
_ENDLESS: Final = 10**9
_DUMP: Final = {"yaml": _yaml, "toml": _toml, "json": _json}
