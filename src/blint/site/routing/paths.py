"""Paths and URL paths: joining, splitting, and the forms in which a host serves a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from blint.late import late

INDEX: Final = "index.html"


def join_url(base: str, relative: str) -> str:
    """A destination resolved against a URL path, as a browser does; its last slash is kept.

    `..` at the root stays there.
    """
    path = relative if relative[:1] == "/" else base[: base.rfind("/") + 1] + relative
    if "./" not in path and "//" not in path and not path.endswith("."):
        return path
    parts: list[str] = []
    pieces = path.split("/")[1:]
    for part in pieces:
        if part == "..":
            del parts[-1:]
        elif part not in {"", "."}:
            parts.append(part)
    is_folder = pieces[-1] in {"", ".", ".."}
    return "/" + "/".join(parts) + ("/" if parts and is_folder else "")


def browsed(address: str, relative: str, base: str) -> str:
    """A destination as `join_url` has it.

    A relative one that leads out of a site below a base path is kept apart, as `/base/../path`:
    who means another site on the same host does not count folders.
    """
    found = join_url(address, relative)
    if not base or relative[:1] == "/" or found == "/" or f"{found}/".startswith(f"{base}/"):
        return found
    return f"{base}/..{found}"


def join_path(folder: str, relative: str) -> str | None:
    """A path relative to a folder (empty, or ending in `/`), or None where it leaves the root."""
    if _is_plain(relative):
        return folder + relative
    while relative.startswith("../"):
        if not folder:
            return None
        folder = folder[: folder.rfind("/", 0, -1) + 1]
        relative = relative[3:]
    if relative[:1] not in {"", "/"} and _is_plain(relative):
        return folder + relative
    parts = folder.split("/")[:-1]
    for part in relative.split("/"):
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def _is_plain(relative: str) -> bool:
    return "./" not in relative and "//" not in relative and not relative.endswith((".", "/"))


def served_at(output: str) -> Iterator[str]:
    """The URL paths at which a host serves an output file.

    A page at `/a.html` answers `/a`, as most hosts have it, and `/a/`, as some do.
    """
    yield output
    if output.endswith("/index.html"):
        yield output[:-10]
        if len(output) > len("/index.html"):
            yield output[:-11]
    elif output.endswith(".html"):
        yield output[:-5]
        yield f"{output[:-5]}/"


def output_of(url: str) -> str:
    """The output file of a page whose address is a URL path."""
    if url.endswith("/"):
        return url + INDEX
    name = url[url.rfind("/") + 1 :]
    return url if _EXTENSION.search(name) else f"{url}/{INDEX}"


def address_of(output: str) -> str:
    """The URL path that a page's own relative links are read from: without `index.html`."""
    return output.removesuffix(INDEX) if output.endswith("/index.html") else output


def names_at(url: str, base: str) -> list[str]:
    """The output files, from the site's root, that a host would send for a URL path."""
    if not url.startswith(f"{base}/"):
        return []
    path = url[len(base) + 1 :]
    names = [f"{path}{INDEX}"] if not path or path.endswith("/") else [path]
    if "." not in path[path.rfind("/") + 1 :]:
        names += [f"{path}.html", f"{path}/{INDEX}"]
    return names


def folder_of(site: str, folder: str) -> str:
    """A folder of a site, from the project root; empty for the root, else ending in `/`."""
    return f"{site}{folder}/" if folder else site


def below(path: str, folders: Iterable[tuple[str, str]]) -> tuple[str, str] | None:
    """The path within the first folder that holds it, and the URL path of that folder."""
    for folder, url in folders:
        if path.startswith(folder):
            return path[len(folder) :], url
    return None


def files_at(url: str, folders: Iterable[tuple[str, str]], base: str) -> Iterator[str]:
    """The files of some folders that are published at a URL path, as they are."""
    if base:
        if not url.startswith(f"{base}/"):
            return
        url = url[len(base) :]
    name = f"{url}{INDEX}" if url.endswith("/") else url
    for folder, prefix in folders:
        if name.startswith(f"{prefix}/"):
            path = folder + name[len(prefix) + 1 :]
            yield path
            if "." not in name[name.rfind("/") :]:
                yield f"{path}.html"
                yield f"{path}/{INDEX}"


_EXTENSION: Final = late(r"\.[A-Za-z][A-Za-z0-9]{0,7}$")
