"""Headers for exact origins; what is secret in them comes from the environment, and stays there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from blint.late import late
from blint.running.errors import UsageFault
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


def _origin(written: str) -> str:
    found = web_url(written) if is_web(written) else None
    if found is None or found.fault or found.user or parts_of(found.url).target != "/":
        message = f"`headers` knows no origin `{written}`; write it as `https://api.example.org`."
        raise UsageFault(message)
    return parts_of(found.url).origin


_NAME: Final = late(r"[A-Za-z0-9!#$%&'*+.^_`|~-]+")
_VARIABLE: Final = late(r"\$([A-Za-z_][A-Za-z0-9_]*)")
_OURS: Final = frozenset(
    ("host", "connection", "content-length", "transfer-encoding", "te", "upgrade", "expect")
)
