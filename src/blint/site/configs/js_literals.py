"""Plain values in a module of JavaScript or TypeScript: it is read, and never run."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

import msgspec

from blint.late import late


class Computed(msgspec.Struct, frozen=True):
    """A value that only running the program would tell.

    `name` is that of the variable or of the function called (`a.b` for a member), empty for any
    other expression; `arguments` are those of the call, None where it is none.
    """

    name: str = ""
    arguments: tuple[Any, ...] | None = None


class Module(NamedTuple):
    """What a module exports by default, and its constants by name."""

    default: Any
    constants: Mapping[str, Any]


REST: Final = "..."
"""The key of an object that tells that it has others, which are not known."""


def read_module(text: str) -> Module:
    """The default export and the constants of a module, as far as they are plain.

    Objects are dicts, arrays are lists; what is computed is `Computed` in its place. The value of
    a constant is put where its name is used. Of a function, such as `defineConfig(() => ({}))`,
    nothing is told. Text that is no program gives what can be found in it.
    """
    return _Reader(text).module()


def read_config(text: str) -> dict[str, Any]:
    """The object that a configuration module exports, whatever functions it is handed through.

    Where that is not found, the object has the key `REST` alone.
    """
    found = _object_in(read_module(text).default)
    return {REST: Computed()} if found is None else found


def read_value(text: str) -> Any:
    """The value that a text stands for, such as JSON with comments in it."""
    return _Reader(text).value()


def _object_in(value: Any, depth: int = 0) -> dict[str, Any] | None:
    if isinstance(value, dict):
        return value
    if isinstance(value, Computed) and value.arguments and depth < _DEPTH:
        for argument in value.arguments:
            found = _object_in(argument, depth + 1)
            if found is not None:
                return found
    return None


class _Reader:
    """Reads tokens from left to right; every method leaves the rest for the next."""

    def __init__(self, text: str) -> None:
        tokens = (match[0].strip() for match in _TOKEN.finditer(text))
        self._tokens = [token for token in tokens if token and token[:2] not in _COMMENT]
        self._at = 0
        self._depth = 0
        self._known: dict[str, Any] = {}
        self._copied = 0

    def module(self) -> Module:
        default: Any = Computed()
        while self._at < len(self._tokens):
            token = self._next()
            if token == "const":
                self._constant()
            elif token == "export" and self._peek() == "default":
                self._next()
                default = self.value()
            elif token == "module" and self._peek(2) == "exports" and self._peek(3) == "=":
                self._at += 3
                default = self.value()
            elif token in _OPEN:
                self._close()
        return Module(default, self._known)

    def _constant(self) -> None:
        name = self._next()
        if not _NAME.fullmatch(name):
            return
        while self._peek() not in {"=", ";", ""}:
            # The type of a constant: `const config: Config = {}`.
            if self._next() in _OPEN:
                self._close()
        if self._next() == "=":
            self._known[name] = self.value()

    def value(self) -> Any:
        """The value of an expression, up to what ends it."""
        self._depth += 1
        found = self._primary() if self._depth < _DEPTH else Computed()
        self._depth -= 1
        if self._peek() in {"as", "satisfies", "!"}:
            self._skip()
        if self._peek() == "&&":  # `isProduction && sitemap()`: a call that may take place
            self._next()
            found = self.value()
            return found if isinstance(found, Computed) else Computed()
        if self._is_over(")"):
            return found
        self._skip()
        return Computed()

    def _primary(self) -> Any:
        token = self._next()
        if token == "{":
            return self._object()
        if token == "[":
            return list(self._items("]"))
        if token == "(":
            return self._group()
        if token[:1] in {"'", '"'}:
            return _unescaped(token[1:-1])
        if token[:1] == "`":
            return self._template(token)
        if _NUMBER.fullmatch(token) and len(token) <= _LONGEST_NUMBER:
            return float(token) if "." in token else int(token)
        if token == "-" and _NUMBER.fullmatch(self._peek()):
            return -self._primary()
        if token in _WORDS:
            return _WORDS[token]
        if _NAME.fullmatch(token) and token not in _PREFIXES:
            return self._named(token)
        self._at -= token in _ENDS and token != ""
        self._skip()
        return Computed()

    def _object(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while (token := self._next()) not in {"}", ""}:
            if token == "...":
                spread = self.value()
                found |= spread if isinstance(spread, dict) else {REST: Computed()}
            elif token == "[":
                self._close()
                self._skip()
                found[REST] = Computed()
            elif token != ",":
                self._entry(token, found)
        return found

    def _entry(self, token: str, found: dict[str, Any]) -> None:
        key = _unescaped(token[1:-1]) if token[0] in "'\"" else token
        if self._peek() == ":":
            self._next()
            found[key] = self.value()
        elif self._peek() in _ENDS:
            found[key] = self._known.get(key, Computed(key))
        else:
            # A method, perhaps with `async` or `get` before its name.
            if _NAME.fullmatch(self._peek()):
                key = self._next()
            self._skip()
            found[key] = Computed()

    def _items(self, end: str) -> Iterator[Any]:
        while self._peek() not in {end, ""}:
            before = self._at
            if self._peek() == "...":
                self._next()
                spread = self.value()
                known = isinstance(spread, list) and self._may_copy(len(spread))
                yield from spread if known else (Computed(REST),)
            else:
                yield self.value()
            if self._peek() == "," or self._at == before:
                self._next()
        self._next()

    def _group(self) -> Any:
        """A value in parentheses; the parameters of a function end in an arrow instead."""
        found = list(self._items(")"))
        return found[0] if len(found) == 1 and self._peek() != "=>" else Computed()

    def _named(self, name: str) -> Any:
        while self._peek() in {".", "?."} and _NAME.fullmatch(self._peek(2)):
            self._next()
            name += f".{self._next()}"
        arguments = None
        while self._peek() == "(":
            # Of `withSettings({})(config)`, the last call.
            self._next()
            arguments = tuple(self._items(")"))
        if arguments is not None:
            return Computed(name, arguments)
        first, *keys = name.split(".")
        value = self._known.get(first, Computed(name))
        for key in keys:
            value = value.get(key, Computed(name)) if isinstance(value, dict) else Computed(name)
        return value

    def _template(self, token: str) -> Any:
        parts = _HOLE.split(token[1:-1])
        values = [self._known.get(name) for name in parts[1::2]]
        if not all(isinstance(value, str) for value in values) or "${" in "".join(parts[::2]):
            return Computed()
        parts[1::2] = map(str, values)
        text = "".join(parts)
        return _unescaped(text) if self._may_copy(len(text)) else Computed()

    def _may_copy(self, size: int) -> bool:
        """Whether so much more may be copied: constants made of constants can grow without end."""
        self._copied += size
        return self._copied <= _MOST_COPIED

    def _skip(self) -> None:
        """Pass over the rest of an expression."""
        token = "+"
        while not self._is_over(token):
            token = self._next()
            if token in _OPEN:
                self._close()
                token = ")"

    def _is_over(self, last: str) -> bool:
        """Whether an expression ends after a token: at a bracket or comma, or before a word that
        begins the next statement."""
        token = self._peek()
        if token in _ENDS:
            return True
        begins = _NAME.fullmatch(token) is not None and token not in _OPERATORS
        return begins and _OPERAND.search(last) is not None and last not in _PREFIXES

    def _close(self) -> None:
        """Pass over the rest of a bracket."""
        depth = 1
        while depth and self._at < len(self._tokens):
            token = self._next()
            depth += (token in _OPEN) - (token in _CLOSE)

    def _next(self) -> str:
        token = self._peek()
        self._at += 1
        return token

    def _peek(self, ahead: int = 1) -> str:
        at = self._at + ahead - 1
        return self._tokens[at] if 0 <= at < len(self._tokens) else ""


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(_meant, text)


def _meant(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code:
        number = int(code, 16)
        return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    return _ESCAPES.get(match[4], match[4])


_DEPTH: Final = 60
# Items and characters of constants that others repeat, far more than any configuration has.
_MOST_COPIED: Final = 100_000
# Python refuses to read numbers of some thousand digits.
_LONGEST_NUMBER: Final = 300
_COMMENT: Final = frozenset(("//", "/*"))
_OPEN: Final = frozenset("([{")
_CLOSE: Final = frozenset(")]}")
_ENDS: Final = frozenset((",", ";", ")", "]", "}", ""))
_WORDS: Final[Mapping[str, Any]] = {"true": True, "false": False, "null": None, "undefined": None}
_PREFIXES: Final = frozenset(
    (
        *("async", "await", "class", "delete", "function", "new", "return", "typeof", "void"),
        *("yield", "as", "satisfies", "extends", "implements", "in", "instanceof", "keyof"),
    )
)
_OPERATORS: Final = frozenset(("as", "satisfies", "extends", "implements", "in", "instanceof"))
_OPERAND: Final = late(r"[\w$)'\"`]$")
_NAME: Final = late(r"[A-Za-z_$][\w$]*")
_NUMBER: Final = late(r"\d+(?:\.\d+)?")
_HOLE: Final = late(r"\$\{\s*([A-Za-z_$][\w$]*)\s*\}")
_ESCAPE: Final = late(
    r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|u\{([0-9A-Fa-f]{1,8})\}|(\r\n|.))", re.DOTALL
)
_ESCAPES: Final[Mapping[str, str]] = {
    **dict(zip("ntrbfv0", "\n\t\r\b\f\v\0", strict=True)),
    **dict.fromkeys(("\n", "\r\n", "\r"), ""),
}
# What stands before it tells a regular expression from a division.
_TOKEN: Final = late(
    r"//[^\n]*|/\*.*?(?:\*/|$)"
    r"|'(?:[^'\\\n]|\\.)*'|\"(?:[^\"\\\n]|\\.)*\"|`(?:[^`\\]|\\.)*`"
    r"|(?<=[=(,:\[!&|?{};>])[ \t]*/(?![/*\s])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*"
    r"|\s+|\.\.\.|\?\.(?!\d)|=>|&&|\d[\d_]*(?:\.\d+)?|[^\W\d][\w$]*|\$[\w$]*|.",
    re.DOTALL,
)
