"""Links that Hugo's shortcodes make: what `ref` and `relref` are asked for."""

from __future__ import annotations

import re
from typing import Final

from blint.late import late


def hugo_meaning(text: str) -> tuple[str, str] | None:
    """How a shortcode is looked up and what for; None where that cannot be said.

    `ref` may be followed by `lang=de` and `outputformat=rss`. `shortcode` is any other: all that
    can be told of it is whether there is one of that name, or, of a `ref` to nothing, that there
    is none.
    """
    match = _SHORTCODE.fullmatch(text)
    if match is None:
        first = _ANY.search(text)
        return _other(first["name"]) if first is not None else None
    name, rest = match["name"], match["rest"]
    if name not in {"ref", "relref"}:
        return _other(name)
    if "{{" in rest:
        return None
    named, plain = {}, []
    for one in _ARGUMENT.finditer(match["arguments"]):
        value = next((one[group] for group in "abcd" if one[group] is not None), "")
        if one["name"]:
            named[one["name"].lower()] = value
        else:
            plain.append(value)
    if len(plain) > 1 or (plain and named):
        return None
    path = named.get("path", plain[0] if plain else None)
    if path is None:
        return "shortcode", f"{name} to nothing"
    options = [f"{key}={named[key]}" for key in ("lang", "outputformat") if named.get(key)]
    # `[x]({{< ref "a.md" >}}#b)` is a fragment after the tag.
    return " ".join(("ref", *options)), path + rest


def _other(name: str) -> tuple[str, str] | None:
    """A shortcode that is not one of Hugo's own, nor written where it stands."""
    is_own = name in _EMBEDDED or name.endswith(".inline") or name.startswith("/")
    return None if is_own else ("shortcode", name)


_EMBEDDED: Final = frozenset(
    (
        *("comment", "details", "figure", "gist", "highlight", "instagram", "instagram_simple"),
        *("param", "qr", "ref", "relref", "tweet", "twitter", "twitter_simple", "vimeo"),
        *("vimeo_simple", "x", "x_simple", "youtube"),
    )
)
_SHORTCODE: Final = late(
    r"\{\{(?:<|%)\s*(?P<name>[\w./-]+)(?P<arguments>(?:\s(?:\"[^\"]*\"|`[^`]*`|[^\"`])*?)?)\s*/?"
    r"(?:>|%)\}\}(?P<rest>.*)",
    re.DOTALL,
)
_ANY: Final = late(r"\{\{[<%]\s*(?P<name>[\w./-]+)")
_ARGUMENT: Final = late(
    r"(?:(?P<name>\w+)\s*=\s*)?"
    r"(?:\"(?P<a>[^\"]*)\"|'(?P<b>[^']*)'|`(?P<c>[^`]*)`|(?P<d>[^\s\"'`]+))"
)
