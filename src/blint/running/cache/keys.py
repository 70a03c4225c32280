"""Keys: digests of all that decides on a result, so that an equal key means an equal result."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import Any

import msgspec

from blint.rulebook import BoundRule
from blint.running.cache.digests import SIZE, digest
from blint.running.discover import Discovery, PostFile
from blint.running.settings import Bound


class Keys:
    """The keys of posts and of whole runs under some settings and one state of the program."""

    def __init__(self, program: bytes, bound: Bound) -> None:
        self._program = program
        self._bound = bound
        self._of_settings = {
            name: digest([_encoded(settings)]) for name, settings in bound.settings.items()
        }
        self._starts: dict[tuple[str, bool, bool], bytes] = {}

    def post(self, post: PostFile, content: bytes) -> bytes:
        """The key of what examining a post gives; `content` is its `content_digest`."""
        kind = (post.collection, post.page, post.linking)
        start = self._starts.get(kind)
        if start is None:
            start = self._starts[kind] = digest([self._program, *self._examined(*kind)])
        return blake2b(start + content + post.path.encode(*_ANY), digest_size=SIZE).digest()

    def site(self, discovery: Discovery, rest: object) -> bytes:
        """The key of all that a review depends on beside the posts themselves."""
        rules = {name: list(map(_rule, of.values())) for name, of in self._bound.rules.items()}
        return digest(
            [
                self._program,
                sorted(self._of_settings.items()),
                _encoded(rules),
                "\0".join(sorted(discovery.files)).encode(*_ANY),
                "\0".join([post.path for post in discovery.posts]).encode(*_ANY),
                [post.collection for post in discovery.posts],
                bytes([post.page + 2 * post.linking for post in discovery.posts]),
                rest,
            ]
        )

    def _examined(self, collection: str, *flags: bool) -> Iterable[object]:
        yield collection, flags, self._of_settings[collection]
        on = (one for one in self._bound.rules[collection].values() if one.severity)
        rules = [(one.rule.name, one.options) for one in on if one.rule.scope == "post"]
        yield _encoded(rules)


def same_settings(one: Bound, other: Bound) -> bool:
    """Whether two states of a project have the same settings in all collections, but for the names
    of files that tell how addresses are made."""
    known, wanted = (
        {name: _encoded(replace(of, telling=())) for name, of in bound.settings.items()}
        for bound in (one, other)
    )
    return known == wanted


def _rule(bound: BoundRule) -> tuple[str, int, Mapping[str, Any]]:
    return bound.rule.name, bound.severity, bound.options


def _encoded(value: Any) -> bytes:
    """Settings or options as bytes, in which equal ones are equal."""
    try:
        return _ENCODER.encode(value)
    except UnicodeEncodeError:  # a schema in JSON may hold half of a character
        return repr(value).encode("utf-8", "backslashreplace")


def _plain(value: Any) -> Any:
    """A value that no encoder knows, by how it is written."""
    pattern = getattr(value, "pattern", None)
    return pattern if isinstance(pattern, str) else repr(value)


_ENCODER = msgspec.msgpack.Encoder(enc_hook=_plain, order="deterministic")


_ANY = ("utf-8", "surrogateescape")
