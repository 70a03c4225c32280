"""Links to other sites, shown: as text, Markdown, CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping

import msgspec

from blint.overview.external_links import Address, ExternalLinks, LinkPlace

VERSION = 1
_COLUMNS = (
    *("url", "host", "verdict", "status", "why", "final", "failing_since", "checked"),
    *("archive", "posts"),
)


def as_text(found: ExternalLinks, *, by_host: bool = False) -> str:
    """Lines for people: an address, and below it what there is to know."""
    if not found.counts:
        return "There are no links to other sites.\n"
    lines: list[str] = []
    if by_host:
        for host, addresses in found.by_host().items():
            lines += [f"{host or 'no host'}: {_counted(addresses)}"]
            lines += [f"  {line}" for one in addresses for line in _lines(one)]
    else:
        lines += [line for one in found.addresses for line in _lines(one)]
    total = sum(found.counts.values())
    lines.append(f"{total} {_noun(total)}: {_words(found.counts)}.")
    return "\n".join([*lines, ""])


def as_markdown(found: ExternalLinks, *, by_host: bool = False) -> str:
    """A table; with `by_host` one for each host."""
    groups = found.by_host() if by_host else {"": list(found.addresses)}
    blocks = []
    for host, addresses in groups.items():
        head = [f"## {_cell(host)}", ""] if host else []
        rows = [
            "| address | verdict | status | leads to | failing since | posts |",
            "|" + "---|" * 6,
        ]
        rows += [_row(one) for one in addresses]
        blocks.append("\n".join([*head, *rows]))
    return "\n\n".join(blocks) + "\n"


def as_csv(found: ExternalLinks) -> str:
    """A line for each address, with a line of names before; posts are parted by a space."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for one in found.addresses:
        values = [getattr(one, name) for name in _COLUMNS[:-1]]
        posts = " ".join(_shown(place) for place in one.posts)
        writer.writerow(_harmless(str(value or "")) for value in (*values, posts))
    return stream.getvalue()


def as_json(found: ExternalLinks, *, by_host: bool = False) -> str:
    """One JSON document in ASCII: `links`, or with `by_host` `hosts` that have `links`."""
    if by_host:
        hosts = [
            {"host": host, "links": list(map(_fields, addresses))}
            for host, addresses in found.by_host().items()
        ]
        document: dict[str, object] = {"version": VERSION, "hosts": hosts}
    else:
        document = {"version": VERSION, "links": list(map(_fields, found.addresses))}
    return json.dumps({**document, "summary": found.counts}, indent=1) + "\n"


def _lines(one: Address) -> Iterator[str]:
    yield f"{one.verdict:10}  {one.status or '   '}  {one.url}"
    if one.why:
        since = f", since {one.failing_since}" if one.failing_since else ""
        yield f"{'':17}{one.why}{since}"
    if one.final:
        yield f"{'':17}leads to {one.final}"
    if one.archive:
        yield f"{'':17}perhaps  {one.archive}"
    yield f"{'':17}in {', '.join(map(_shown, one.posts))}"


def _row(one: Address) -> str:
    places = "<br>".join(_cell(_shown(place)) for place in one.posts)
    words = map(_cell, (one.verdict, str(one.status or "")))
    cells = (_link(one.url), *words, _link(one.final), _cell(one.failing_since))
    return f"| {' | '.join(cells)} | {places} |"


def _link(url: str) -> str:
    """An address as a link that Markdown leaves as it is; as plain text if it cannot be one."""
    plain = url.isascii() and url.isprintable() and not set(url) & set(" <>|")
    return f"<{url}>" if url and plain else _cell(url)


def _cell(text: str) -> str:
    text = " ".join(text.split())
    for character in "\\|`<>[]*_":
        text = text.replace(character, f"\\{character}")
    return text


def _shown(place: LinkPlace) -> str:
    return f"{place.path}:{place.line}"


def _fields(one: Address) -> dict[str, object]:
    fields: dict[str, object] = msgspec.to_builtins(one)
    return {**fields, "status": one.status or None}


def _harmless(text: str) -> str:
    """A cell in which no spreadsheet finds a formula."""
    return f"'{text}" if text[:1] in {"=", "+", "-", "@", "\t", "\r"} else text


def _counted(addresses: Iterable[Address]) -> str:
    counts: dict[str, int] = {}
    for one in addresses:
        counts[one.verdict] = counts.get(one.verdict, 0) + 1
    return _words(counts)


def _words(counts: Mapping[str, int]) -> str:
    return ", ".join(f"{count} {word}" for word, count in counts.items())


def _noun(count: int) -> str:
    return "address" if count == 1 else "addresses"
