"""Headers for exact origins; what is secret in them comes from the environment, and stays there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final
from urllib.parse import quote

import msgspec

from blint.late import late
from blint.running.errors import UsageFault
from blint.site.links.verdicts import Verdict
from blint.site.links.web_urls import is_web, parts_of, web_url

Headers = dict[str, dict[str, str]]


def headers_for(
    table: Mapping[str, Mapping[str, str]], environment: Mapping[str, str]
) -> tuple[Headers, tuple[str, ...]]:
    """The headers of `[links.external.headers]` by origin, and what is missing for some.

    Raises UsageFault for what cannot be an origin or a header. Values are in no message.
    """
    found: Headers = {}
    notes: list[str] = []
    for written, headers in table.items():
        own = found.setdefault(_origin(written), {})
        for name, value in headers.items():
            if not _NAME.fullmatch(name) or name.lower() in _OURS:
                raise UsageFault(f"`headers` of `{written}` cannot set `{name}`.")
            missing = [one for one in _VARIABLE.findall(value) if one not in environment]
            notes += (f"`${v}` is not set: `{written}` is asked without `{name}`." for v in missing)
            if missing:
                continue
            text = _VARIABLE.sub(lambda match: environment[match[1]], value).strip()
            if not text.isascii() or not text.isprintable():
                raise UsageFault(f"`headers` of `{written}`: no header can hold that `{name}`.")
            own[name] = text
    return {origin: own for origin, own in found.items() if own}, tuple(notes)


def without_secrets(verdict: Verdict, headers: Mapping[str, Mapping[str, str]]) -> Verdict:
    """A verdict in which no value of a header stands: a server may say again what it was sent."""
    values = {value for own in headers.values() for value in own.values()}
    words = {word for value in values for word in (value, *value.split()) if len(word) >= _SECRET}
    words |= {quote(word, safe="") for word in words} | {quote(word) for word in words}
    texts = (verdict.final, *verdict.hops)
    if not any(word in text for word in words for text in texts):
        return verdict
    for word in sorted(words, key=len, reverse=True):
        texts = tuple(text.replace(word, "SECRET") for text in texts)
    return msgspec.structs.replace(verdict, final=texts[0], hops=texts[1:], fixable=False)


def _origin(written: str) -> str:
    found = web_url(written) if is_web(written) else None
    if found is None or found.fault or found.user or parts_of(found.url).target != "/":
        message = f"`headers` knows no origin `{written}`; write it as `https://api.example.org`."
        raise UsageFault(message)
    return parts_of(found.url).origin


_NAME: Final = late(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_SECRET = 6
"""Characters that a word must have to be a secret."""
_VARIABLE: Final = late(r"\$([A-Za-z_][A-Za-z0-9_]*)")
_OURS: Final = frozenset(
    ("host", "connection", "content-length", "transfer-encoding", "te", "upgrade", "expect")
)
