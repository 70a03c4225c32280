"""Build small sites with the real generators, follow every link in the HTML, and write the truth.

`python tools/oracles/sites.py [NAME...]` reads the sources in `tests/fixtures/sites/NAME/` and
writes `tests/fixtures/sites/NAME.json`. Each link of a source has a mark such as `L07` for its
text, which finds it again in the HTML. A site is built twice, the second time with drafts and
posts of the future, so that a link to one of them is told from a broken one; and once more for
each page that is called `stops-*`, alone with the rest, since some links stop a build.
"""

from __future__ import annotations

import importlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple, Protocol
from urllib.parse import quote, unquote, urljoin, urlsplit

SITES = Path(__file__).resolve().parents[2] / "tests" / "fixtures" / "sites"
HOST = "https://example.org"
MARK = re.compile(r"\bL\d{2,3}\b")
_TEXT = (".md", ".mdx", ".markdown")


class Builder(Protocol):
    """How to build a site with one generator; see `builders`."""

    def build(self, site: Path, output: Path, hidden: bool) -> None:
        """Build the site in a folder; raises CalledProcessError where the generator refuses.

        `hidden`: drafts and posts of the future, too.
        """

    def versions(self) -> str:
        """The versions of what builds it."""


class Seen(NamedTuple):
    """A marked link in an output file."""

    page: str
    href: str | None


class Output:
    """The files of a built site, as a static host serves them under a base path."""

    def __init__(self, folder: Path, base: str, lists: str) -> None:
        self.files = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
        self._folder, self._base = folder, base
        self._ids: dict[str, frozenset[str]] = {}
        self.marks: dict[str, Seen] = {}
        for name in sorted(self.files):
            if name.endswith((".html", ".htm")) and not (lists and re.search(lists, name)):
                page = _Page(_read(folder / name))
                for mark, href in page.links:
                    self.marks.setdefault(mark, Seen(name, href))
                for mark in page.words:
                    self.marks.setdefault(mark, Seen(name, None))

    def served(self, path: str) -> str | None:
        """The file that a host sends for a URL path below the base path."""
        path = unquote(path).lstrip("/")
        tries = [f"{path}index.html"] if not path or path.endswith("/") else []
        tries = tries or [path, f"{path}.html", f"{path}/index.html"]
        return next((name for name in tries if name in self.files), None)

    def verdict(self, seen: Seen) -> str:
        """What becomes of a reader who follows a link."""
        if seen.href is None:
            return "text"
        url = urlsplit(urljoin(f"{HOST}{self._base}/{_address(seen.page)}", seen.href))
        if f"{url.scheme}://{url.netloc}" not in {HOST, HOST.replace("https", "http")}:
            return "external"
        if not f"{url.path}/".startswith(f"{self._base}/"):
            return "broken"
        path = url.path[len(self._base) :]
        name = self.served(path)
        if name is None:
            slash = path.endswith("/") and self.served(path.rstrip("/")) is not None
            return "slash" if slash else "broken"
        if not url.fragment or not name.endswith((".html", ".htm")):
            return "ok"
        if url.fragment.casefold() == "top" or url.fragment.startswith(":~:"):
            return "ok"
        fragment = url.fragment.partition(":~:")[0]
        ids = self.ids(name)
        return "ok" if fragment in ids or unquote(fragment) in ids else "anchor"

    def ids(self, name: str) -> frozenset[str]:
        """The ids of a page; of one that only leads on, those of the page it leads to."""
        if name not in self._ids:
            page = _Page(_read(self._folder / name))
            self._ids[name] = frozenset(page.ids)
            if page.refresh is not None:
                path = urlsplit(urljoin(f"{HOST}{self._base}/{_address(name)}", page.refresh)).path
                target = self.served(path[len(self._base) :])
                if target is not None and target != name:
                    self._ids[name] = self.ids(target)
        return self._ids[name]


class _Page(HTMLParser):
    """The marked links, the bare marks and the ids of one HTML page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.ids: list[str] = []
        self.refresh: str | None = None
        self._open: list[str | None] = []
        self._hidden = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {key: value or "" for key, value in attrs}
        self.ids += [
            found[key] for key in ("id", "name") if key in found and (key == "id" or tag == "a")
        ]
        if tag in {"script", "style", "title"}:
            self._hidden += 1
        if tag == "a":
            self._open.append(found.get("href"))
        if tag == "meta" and found.get("http-equiv", "").lower() == "refresh":
            self.refresh = found.get("content", "").partition("=")[2].strip("'\"") or None
        if tag in {"img", "video", "audio", "source", "iframe"}:
            words = found.get("alt", "") + " " + found.get("title", "")
            if "src" not in found:
                # Astro leaves what it made of an image in an attribute of its own.
                self.words += MARK.findall(" ".join(found.values()))
            else:
                self.links += [(mark, found["src"]) for mark in MARK.findall(words)]

    def handle_endtag(self, tag: str) -> None:
        if tag in {"script", "style", "title"}:
            self._hidden -= 1
        if tag == "a" and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        for mark in MARK.findall(data):
            if self._open and self._open[-1] is not None:
                self.links.append((mark, self._open[-1]))
            else:
                self.words.append(mark)


def truth(name: str) -> dict[str, object]:
    """The versions, the address of each source page and the verdict of each link of one site."""
    builder = builder_of(name)
    source = SITES / name
    base = getattr(builder, "BASES", {}).get(name, "")
    lists = getattr(builder, "LISTS", "")
    stops = [path for path in source.rglob("stops-*") if path.suffix in _TEXT]

    def built(scratch: str, *, hidden: bool = False, alone: Path | None = None) -> Output:
        site, output = Path(scratch) / "site", Path(scratch) / "output"
        shutil.copytree(source, site)
        for path in stops:
            if path != alone:
                (site / path.relative_to(source)).unlink()
        builder.build(site, output, hidden)
        return Output(output, base, lists)

    links: dict[str, dict[str, str]] = {}
    pages: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as two:
        published = built(one)
        everything = built(two, hidden=True)
        for path, mark in marks(source):
            if path.name.startswith("stops-"):
                continue
            seen = published.marks.get(mark)
            where = path.relative_to(source).as_posix()
            if seen is None:
                gone = "hidden" if mark in everything.marks else "gone"
                links[mark] = {"verdict": gone}
                continue
            pages.setdefault(where, "/" + seen.page)
            verdict = published.verdict(seen)
            if verdict == "broken" and everything.verdict(everything.marks[mark]) != "broken":
                verdict = "draft"
            links[mark] = {"verdict": verdict, "href": seen.href or ""}
    for path in stops:
        with tempfile.TemporaryDirectory() as scratch:
            ((_, mark),) = [found for found in marks(source) if found[0] == path]
            try:
                output = built(scratch, alone=path)
            except subprocess.CalledProcessError:
                links[mark] = {"verdict": "stops"}
            else:
                links[mark] = {"verdict": output.verdict(output.marks[mark])}
    assert links, f"{name} has no marked links"
    return {
        "versions": builder.versions(),
        "pages": dict(sorted(pages.items())),
        "links": dict(sorted(links.items())),
    }


def builder_of(name: str) -> Builder:
    """The module that builds a site: `hugo` builds the sites `hugo` and `hugo-languages`."""
    while not (Path(__file__).parent / "builders" / f"{name.replace('-', '_')}.py").is_file():
        name, _, _ = name.rpartition("-")
        assert name, "no module builds this site"
    builder: Builder = importlib.import_module(f"builders.{name.replace('-', '_')}")
    return builder


def marks(source: Path) -> Iterator[tuple[Path, str]]:
    """Each mark of a site and the file it is in; a mark used twice is an error."""
    seen: set[str] = set()
    for path in sorted(source.rglob("*")):
        if path.suffix in _TEXT:
            for mark in MARK.findall(_read(path)):
                if mark in seen:
                    sys.exit(f"{path}: {mark} is there twice")
                seen.add(mark)
                yield path, mark


def write(name: str, found: dict[str, object]) -> None:
    """Write the truth of a site, one link a line."""
    lines = []
    for key, value in found.items():
        if isinstance(value, dict):
            rows = ",\n".join(
                f"    {json.dumps(k)}: {json.dumps(v, ensure_ascii=False)}"
                for k, v in value.items()
            )
            lines.append(f"  {json.dumps(key)}: {{\n{rows}\n  }}")
        else:
            lines.append(f"  {json.dumps(key)}: {json.dumps(value)}")
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    (SITES / f"{name}.json").write_text(text, encoding="utf-8")


def _address(name: str) -> str:
    """The path of the URL of an output file: a name may have a `#` or a `%` in it."""
    return quote(re.sub(r"(^|/)index\.html$", r"\1", name))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def main(names: list[str]) -> None:
    """Build the sites that are named, or all."""
    for name in names or sorted(path.name for path in SITES.iterdir() if path.is_dir()):
        try:
            found = truth(name)
        except FileNotFoundError as error:
            print(f"{name}: left as it is, {error.filename} is not installed")
            continue
        write(name, found)
        print(f"{name}: {len(found['links'])} links")  # type: ignore[arg-type]


if __name__ == "__main__":
    main(sys.argv[1:])
