"""Web addresses as a browser reads them: one spelling for all that mean the same request."""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from typing import Final, NamedTuple
from urllib.parse import quote, unquote_to_bytes, urljoin

from blint.late import late


class WebUrl(NamedTuple):
    """An address to ask for. `url` has no fragment and no user name; `fragment` is as written.

    `fault` tells why no browser could follow the address; `url` is then as it was written.
    `user`: the address has a user name or a password in it, which are not sent.
    """

    url: str
    fragment: str = ""
    fault: str = ""
    user: bool = False


class Parts(NamedTuple):
    """What a request needs of a `WebUrl.url`. `host` is ASCII, an IPv6 address without brackets."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def origin(self) -> str:
        """The origin: scheme, host, and the port where it is not the scheme's own."""
        return f"{self.scheme}://{self.netloc}"

    @property
    def netloc(self) -> str:
        """The host as it stands in an address, with the port where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def is_web(destination: str) -> bool:
    """Whether a destination is an address on the web, and not one of the site's own paths."""
    return _WEB.match(destination) is not None


def web_url(destination: str) -> WebUrl:
    """The address that a destination means, for one of which `is_web` holds."""
    plain = _PLAIN.fullmatch(destination)
    if plain is not None and "/." not in destination and "/%2" not in destination:
        # Nearly all are such, and need no more.
        return WebUrl(plain[1], plain[2] or "")
    text = _DROPPED.sub("", destination.strip(_EDGES))
    match = _URL.match(text)
    if match is None:
        return WebUrl(text, fault="it has no host")
    scheme = (match["scheme"] or "https").lower()
    user, at, authority = match["authority"].rpartition("@")
    host, fault = _host(match["host"] if not at else _split_port(authority)[0])
    port_text = match["port"] if not at else _split_port(authority)[1]
    fragment = match["fragment"] or ""
    if fault:
        return WebUrl(text.partition("#")[0], fragment, fault, bool(at))
    if port_text and not (port_text.isascii() and port_text.isdigit()):
        return WebUrl(text.partition("#")[0], fragment, f"`{port_text}` is no port", bool(at))
    port = int(port_text[:9]) if port_text else _PORTS[scheme]
    if not 0 < port < 65536:
        return WebUrl(text.partition("#")[0], fragment, f"there is no port {port}", bool(at))
    netloc = Parts(scheme, host, port, "").netloc
    path = _without_dots(match["path"].replace("\\", "/")) or "/"
    query = match["query"] or ""
    url = f"{scheme}://{netloc}{quote(path, _PATH_SAFE)}{quote(query, _QUERY_SAFE)}"
    return WebUrl(url, fragment, "", bool(user or at))


def parts_of(url: str) -> Parts:
    """The parts of a `WebUrl.url` that has no fault."""
    match = _PARTS.match(url)
    assert match is not None, url
    scheme, host, port, target = match.groups()
    return Parts(scheme, host.strip("[]"), int(port) if port else _PORTS[scheme], target or "/")


def host_of(url: str) -> str:
    """The host of an address, with its port; empty where it has none."""
    match = _URL.match(url)
    return match["authority"].rpartition("@")[2] if match is not None else ""


def followed(url: str, location: str) -> WebUrl | None:
    """Where a redirect leads; None where that is not an address on the web."""
    location = location.strip(_EDGES)
    if not location:
        return None
    scheme = _SCHEME.match(location)
    if scheme is not None and not is_web(location):
        return None
    try:
        target = location if scheme else urljoin(url, location.replace("\\", "/", 2))
    except ValueError:
        return None
    found = web_url(target)
    if found.fault:
        return None
    return found._replace(fragment=inert_url(found.fragment)) if found.fragment else found


def inert_url(text: str) -> str:
    """A part of an address that a server gave, with nothing in it but what an address needs.

    It goes into posts, where braces and the like are code to the generators.
    """
    return quote(_LOOSE_PERCENT.sub("%25", text), safe="/:?#[]@!$&*+,;=~%-._")


def _split_port(authority: str) -> tuple[str, str]:
    if authority.startswith("["):
        host, _, rest = authority.partition("]")
        return f"{host}]", rest.removeprefix(":")
    host, _, port = authority.partition(":")
    return host, port


def _host(written: str) -> tuple[str, str]:
    """A host in ASCII, or empty; and what is wrong with it, or empty."""
    if written.startswith("["):
        try:
            number = ipaddress.IPv6Address(written.strip("[]"))
        except ValueError:
            return "", f"`{written}` is no address"
        # A zone has a meaning on one machine only.
        return (str(number), "") if number.scope_id is None else ("", f"`{written}` has a zone")
    if not written:
        return "", "it has no host"
    host = written if "%" not in written else unquote_to_bytes(written).decode("utf-8", "replace")
    if not host.isascii():
        host = unicodedata.normalize("NFKC", _IGNORED.sub("", host))
        host = host.translate(_DOTS)
    host = host.lower()
    if _FORBIDDEN.search(host):
        return "", f"no host is called `{written}`"
    if _NUMERIC_END.search(host):
        address = _ipv4(host)
        return (address, "") if address else ("", f"`{written}` is no address")
    labels = [label if label.isascii() else _punycode(label) for label in host.split(".")]
    if labels[-1] == "" and len(labels) > 1:
        labels.pop()
    if "" in labels:
        return "", f"the host `{written}` has nothing between two dots"
    if max(map(len, labels)) > 63 or sum(map(len, labels)) + len(labels) > 254:
        return "", "the name of its host is too long"
    return ".".join(labels), ""


def _punycode(label: str) -> str:
    """A label in ASCII: as IDNA has it, or for what IDNA leaves out (emoji) by its letters."""
    import idna

    try:
        return idna.encode(label, uts46=True).decode("ascii")
    except (idna.IDNAError, UnicodeError):
        return "xn--" + label.encode("punycode").decode("ascii")


def _ipv4(host: str) -> str:
    """The address that a number, or up to four with dots, is to `inet_aton`; empty: to none."""
    parts = host.removesuffix(".").split(".")
    if len(parts) > 4:
        return ""
    try:
        numbers = [_number(part) for part in parts]
    except ValueError:
        return ""
    *front, last = numbers
    if any(number > 255 for number in front) or last >= 256 ** (5 - len(numbers)):
        return ""
    value = last + sum(number << (24 - 8 * place) for place, number in enumerate(front))
    return str(ipaddress.IPv4Address(value))


def _number(part: str) -> int:
    if not part.isalnum() or len(part) > 40:
        raise ValueError
    if part.startswith("0x"):
        return int(part, 0) if part != "0x" else 0
    return int(part, 8) if part[0] == "0" and len(part) > 1 else int(part)


def _without_dots(path: str) -> str:
    """A path without `.` and `..`, as browsers take them away before they ask."""
    if "/." not in path and "/%2" not in path:
        return path
    kept: list[str] = []
    segments = path.split("/")[1:]
    for index, segment in enumerate(segments):
        plain = segment.replace("%2e", ".").replace("%2E", ".")
        last = index == len(segments) - 1
        if plain == "..":
            del kept[-1:]
        elif plain != ".":
            kept.append(segment)
            continue
        if last:
            kept.append("")
    return "/" + "/".join(kept)


_PORTS: Final = {"http": 80, "https": 443}
_EDGES: Final = "".join(map(chr, range(33)))
_DROPPED: Final = late(r"[\t\r\n]")
_WEB: Final = late(r"[\x00-\x20]*(?:https?:)?[/\\]{2}", re.IGNORECASE)
_SCHEME: Final = late(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_URL: Final = late(
    r"(?:(?P<scheme>https?):)?[/\\]{2,}"
    r"(?P<authority>(?P<host>\[[^\]/\\?#]*\]|[^/\\?#:]*)(?::(?P<port>[^/\\?#]*))?[^/\\?#]*)"
    r"(?P<path>[^?#]*)(?P<query>\?[^#]*)?(?:#(?P<fragment>.*))?$",
    re.IGNORECASE | re.DOTALL,
)
_PATH_SAFE: Final = "/%!$&'()*+,;=:@~-._[]|^"
_QUERY_SAFE: Final = _PATH_SAFE + "?`{}\\"
# A host that does not end in a number, and a path of nothing but what every browser sends as it is.
_PLAIN: Final = late(
    r"(https?://(?:[a-z0-9-]{1,63}\.){1,4}[a-z][a-z-]{1,62}/[A-Za-z0-9%!$&()*+,;=:@~._/-]*"
    r"(?:\?[A-Za-z0-9%!$&()*+,;=:@~._/?-]*)?)(?:#([!-~]*))?"
)
_PARTS: Final = late(r"(https?)://(\[[^\]]*\]|[^/?:]*)(?::(\d+))?(.*)")
_IGNORED: Final = late("[\u00ad\u200b-\u200d\u2060\ufeff\ufe00-\ufe0f]")
_DOTS: Final = {0x3002: ".", 0xFF0E: ".", 0xFF61: "."}
_FORBIDDEN: Final = late(r"[\x00-\x20\x7f\"#%/:<>?@\[\\\]^`{|}!$&'()*+,;=~]")
_LOOSE_PERCENT: Final = late(r"%(?![0-9A-Fa-f]{2})")
_NUMERIC_END: Final = late(r"(?:^|\.)(?:[0-9]+|0x[0-9a-f]*)\.?$")
