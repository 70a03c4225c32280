"""The calls and objects in a configuration of Eleventy's, wherever in its files they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from posixpath import join, normpath
from typing import Any, Final, NamedTuple

from blint.late import late
from blint.site.configs.js_literals import Computed, read_module


class Call(NamedTuple):
    """A call of a method: the text of its arguments, and what of them is plain."""

    raw: str
    arguments: list[Any]


class Program(NamedTuple):
    """A configuration: its text without comments, the objects that it returns, its calls by name,
    and the modules that its names come from."""

    code: str
    objects: list[Mapping[str, Any]]
    made: Mapping[str, list[Call]]
    imports: Mapping[str, tuple[str, str]]

    def calls(self, *names: str) -> list[Call]:
        """All calls of some methods, in the order of the names."""
        return [call for name in names for call in self.made.get(name, ())]


def read_program(text_of: Callable[[str], str], config: str, files: Collection[str]) -> Program:
    """The configuration with all that it imports by relative paths."""
    code = "\n".join(
        _COMMENT.sub(_blank, text_of(name)) for name in _modules(text_of, config, files)
    )
    places = [(match[1], match.end()) for match in _CALL.finditer(code)]
    raws = [(name, code[start : _end(code, start)]) for name, start in places]
    returned = [code[m.end() - 1 : _end(code, m.end()) + 1] for m in _RETURN.finditer(code)]
    returned += [match[1] for match in _RETURNED_NAME.finditer(code)]
    texts = [*returned, *(f"[{raw}]" for _, raw in raws), "config"]
    values = _values(code, texts)
    made: dict[str, list[Call]] = {}
    for (name, raw), value in zip(raws, values[len(returned) : -1], strict=True):
        made.setdefault(name, []).append(Call(raw, value if isinstance(value, list) else []))
    objects = [*values[: len(returned)], values[-1], read_module(code).default]
    return Program(
        code,
        [one for one in objects if isinstance(one, dict) and not _KEYS.isdisjoint(one)],
        made,
        dict(_imports(code)),
    )


def _values(code: str, texts: list[str]) -> list[Any]:
    """What expressions stand for where the constants of a program are known."""
    found = read_module(f"{code}\n;export default [{','.join(texts)}\n]").default
    if isinstance(found, list) and len(found) == len(texts):
        return found
    # Something in between was not understood: each for itself.
    return [read_module(f"export default {text}").default for text in texts]


def _modules(text_of: Callable[[str], str], config: str, files: Collection[str]) -> Iterator[str]:
    """The files of a configuration: the first, and those it imports by relative paths."""
    seen: dict[str, None] = {config: None}
    waiting = [config]
    while waiting and len(seen) < _MOST:
        name = waiting.pop()
        folder = name.rpartition("/")[0]
        for match in _RELATIVE.finditer(text_of(name)):
            path = normpath(join(folder, match[1]))
            for one in (path, *(path + end for end in _ENDS)):
                if one in files and one not in seen and one.endswith(_PROGRAMS):
                    seen[one] = None
                    waiting.append(one)
    return iter(seen)


def _imports(code: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Names with the module that each comes from, and what it is called there."""
    for match in _IMPORT.finditer(code):
        module = match["a"] or match["b"]
        for piece in re.split(r"[{},]", match["names"] or match["consts"]):
            words = re.split(r"\s+as\s+|:|\s+", piece.strip())
            if words[-1]:
                yield words[-1].strip(), (module, words[0].strip())


def _end(code: str, start: int) -> int:
    """Where the bracket ends that was opened just before a place."""
    depth = 1
    for match in _BRACKET.finditer(code, start):
        if match[0] in _OPEN:
            depth += 1
        elif match[0] in _CLOSE:
            depth -= 1
            if not depth:
                return match.start()
    return len(code)


def _blank(match: re.Match[str]) -> str:
    return match[0] if match[0][0] in "'\"`" else " "


def is_plain(value: Any) -> bool:
    """Whether nothing in a value is computed."""
    if isinstance(value, Computed):
        return False
    if isinstance(value, Mapping):
        return all(map(is_plain, value.values()))
    return all(map(is_plain, value)) if isinstance(value, list) else True


_MOST: Final = 40
_ENDS: Final = (".js", ".mjs", ".cjs", ".ts", "/index.js")
_PROGRAMS: Final = (".js", ".mjs", ".cjs", ".ts")
_OPEN: Final = frozenset("([{")
_CLOSE: Final = frozenset(")]}")
_KEYS: Final = frozenset(
    ("dir", "pathPrefix", "templateFormats", "markdownTemplateEngine", "htmlTemplateEngine")
)
_STRING: Final = r"'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|`(?:[^`\\]|\\.)*`"
_COMMENT: Final = late(rf"{_STRING}|(?<![:\\/])//[^\n]*|/\*.*?\*/", re.DOTALL)
_BRACKET: Final = late(rf"{_STRING}|[()\[\]{{}}]", re.DOTALL)
_CALL: Final = late(r"\.\s*((?:ignores\.)?\w+)\s*\(")
_RETURN: Final = late(r"(?:\breturn\s*|=>\s*\(\s*)\{")
_RETURNED_NAME: Final = late(r"(?:\breturn\s+|=>\s*)([A-Za-z_$][\w$]*)\s*(?:[;\n})]|$)")
_RELATIVE: Final = late(
    r"(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\s*\(\s*)['\"](\.\.?/[^'\"\n]*)['\"]"
)
_IMPORT: Final = late(
    r"\bimport\s+(?P<names>[\w$*\s{},]+?)\s+from\s*['\"](?P<a>[^'\"\n]+)['\"]"
    r"|\b(?:const|let|var)\s+(?P<consts>[\w$]+|\{[\w$\s,:]*\})\s*=\s*"
    r"(?:await\s+import|require|\(\s*await\s+import)\s*\(\s*['\"](?P<b>[^'\"\n]+)['\"]"
)
