"""What a file is to Jekyll, by its path alone: a page, a post, a draft, a document, or nothing."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from blint.late import late
from blint.site.generators.jekyll.plan import Collection, Plan
from blint.site.generators.jekyll.urls import filled

Kind = Literal["page", "post", "draft", "document"]

DATED: Final = late(r"(\d{2,4}-\d{1,2}-\d{1,2})-([^/]*)(\.[^.]+)$")


class SourceFile(NamedTuple):
    """A file that Jekyll takes up.

    `path` is what Jekyll calls it, below the sources, without the folder that the configuration
    moves collections to; `folders` are those above `_posts`; `rest` is what follows the folder of
    the collection.
    """

    kind: Kind
    path: str
    collection: Collection | None = None
    folders: tuple[str, ...] = ()
    rest: str = ""

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path[self.path.rfind("/") + 1 :]

    @property
    def type(self) -> str:
        """What the defaults of the configuration call it."""
        return self.collection.label if self.collection is not None else "pages"


def file_at(path: str, plan: Plan) -> SourceFile | None:
    """What the file at a path from the project root is; None: it is left out."""
    if not path.startswith(plan.root):
        return None
    path = path[len(plan.root) :]
    if "_" in path:
        found = _special(path, plan)
        if found is not None:
            return found if found.rest else None
    return SourceFile("page", path) if path and plan.entries.keeps(path) else None


def path_of(name: str, plan: Plan) -> str:
    """The path from the project root of what Jekyll calls by a path of its own."""
    if plan.moved and not name.startswith(plan.moved):
        found = _special(plan.moved + name, plan)
        if found is not None:
            return plan.root + plan.moved + name
    return plan.root + name


def static_address(file: SourceFile, plan: Plan) -> str | None:
    """The URL path of a file that is published as it is; None: it is not published."""
    url = f"/{file.path}"
    if file.collection is not None:
        if file.kind != "document" or not file.collection.output:
            return None
        folder, stem, ext = parts(file.rest)

        def token(name: str) -> str | None:
            values = {"path": f"{folder}/{stem}", "name": stem, "title": "", "output_ext": ""}
            return {**values, "collection": file.type}.get(name)

        made = filled(file.collection.template, token)
        if made is None:
            return None
        url = made.removesuffix("/") + ext
    kind = file.type if file.collection is not None else None
    return None if plan.defaults.values(url[1:], kind).get("published") is False else url


def parts(path: str) -> tuple[str, str, str]:
    """Folder, name without extension and trailing dots, and extension of a path."""
    folder, _, name = path.rpartition("/")
    dot = name.rfind(".")
    if dot <= 0:
        return folder, name, ""
    return folder, name[:dot].rstrip("."), name[dot:]


def _special(path: str, plan: Plan) -> SourceFile | None:
    """A file below `_posts`, `_drafts` or the folder of a collection; without `rest`: ignored."""
    inside = path
    if plan.moved:
        if not path.startswith(plan.moved):
            return None
        inside = path[len(plan.moved) :]
    first, _, rest = inside.partition("/")
    if first[:1] == "_" and rest and first not in _POSTS:
        collection = plan.collections.get(first[1:])
        if collection is not None and first != "_data":
            home = path[: len(path) - len(rest)]
            kept = plan.entries.keeps_below(home, rest)
            return SourceFile("document", inside, collection, (), rest if kept else "")
    folders = inside.split("/")[:-1]
    for index, folder in enumerate(folders):
        if folder in _POSTS:
            return _post(path, inside, tuple(folders[:index]), folder, plan)
    return None


def _post(
    path: str, inside: str, above: tuple[str, ...], folder: str, plan: Plan
) -> SourceFile | None:
    rest = inside[sum(map(len, above)) + len(above) + len(folder) + 1 :]
    home = path[: len(path) - len(rest)]
    name = rest[rest.rfind("/") + 1 :]
    if above and not plan.entries.keeps(f"{plan.moved}{'/'.join(above)}/x"):
        return None
    is_draft = folder == "_drafts"
    fits = "." in name[1:] if is_draft else DATED.match(name)
    if not fits or "/." in f"/{rest}" or not plan.entries.keeps_below(home, rest):
        rest = ""
    kind: Kind = "draft" if is_draft else "post"
    return SourceFile(kind, inside, plan.collections["posts"], above, rest)


_POSTS: Final = frozenset(("_posts", "_drafts"))
