"""Settings in modules of Python: read, and never run."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

COMPUTED: Final = "..."
"""The key under which the names stand whose values only running the program would tell.

`*` among them: there may be any others.
"""


_LONGEST: Final = 100_000


def read_settings(texts: Iterable[str]) -> dict[str, Any]:
    """The settings of modules of which each is read on top of those before.

    A setting is a name in capitals. Plain values are taken, sums of them, and names of others.
    """
    known: dict[str, Any] = {}
    computed: dict[str, None] = {}
    for text in texts:
        for node in _statements(text, computed):
            _assign(node, known, computed)
    found = {name: value for name, value in known.items() if name.isupper()}
    return {**found, COMPUTED: list(computed)} if computed else found


def _statements(text: str, computed: dict[str, None]) -> list[ast.stmt]:
    try:
        return ast.parse(text).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        computed["*"] = None
        return []


def _assign(node: ast.stmt, known: dict[str, Any], computed: dict[str, None]) -> None:
    match node:
        case ast.Assign(targets=[ast.Name(id=name)], value=value):
            pass
        case ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
            pass
        case ast.AugAssign(target=ast.Name(id=name) as target, op=ast.Add(), value=added):
            value = ast.BinOp(ast.Name(target.id), ast.Add(), added)
        case ast.ImportFrom(module=module, names=names) if names[0].name == "*":
            # The usual first line of a configuration for publishing.
            if module != "pelicanconf":
                computed["*"] = None
            return
        case _:
            for name in _touched(node):
                known.pop(name, None)
                computed[name] = None
            return
    try:
        known[name] = _value(value, known)
        computed.pop(name, None)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        known.pop(name, None)
        computed[name] = None


def _touched(node: ast.stmt) -> Iterator[str]:
    """The settings that a statement may change: assigned in a branch, imported, appended to."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
        return
    for one in ast.walk(node):
        match one:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                yield name
            case ast.Attribute(value=ast.Name(id=name)):
                yield name
            case ast.Subscript(value=ast.Name(id=name), ctx=ast.Store() | ast.Del()):
                yield name
            case ast.alias(name=name, asname=None) | ast.alias(asname=str() as name):
                yield name


def _value(node: ast.expr, known: Mapping[str, Any]) -> Any:
    """What an expression comes to; raises ValueError or TypeError where that is not plain."""
    match node:
        case ast.Name(id=name):
            if name not in known:
                raise ValueError(name)
            return known[name]
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            found = _value(left, known) + _value(right, known)
            if isinstance(found, str | list | tuple) and len(found) > _LONGEST:
                raise ValueError(found)
            return found
        case ast.JoinedStr(values=values):
            return "".join(_piece(one, known) for one in values)
        case ast.List(elts=items):
            return [_value(item, known) for item in items]
        case ast.Tuple(elts=items):
            return tuple(_value(item, known) for item in items)
        case ast.Dict(keys=keys, values=values) if all(keys):
            return {
                _value(key, known): _value(value, known)
                for key, value in zip(keys, values, strict=True)
                if key is not None
            }
    return ast.literal_eval(node)


def _piece(node: ast.expr, known: Mapping[str, Any]) -> str:
    match node:
        case ast.Constant(value=str() as text):
            return text
        case ast.FormattedValue(value=value, conversion=-1, format_spec=None):
            return str(_value(value, known))
    raise ValueError(node)
