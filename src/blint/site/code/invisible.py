r"""Characters in code that cannot be seen, or look like those that code needs and are others.

Three kinds matter differently. Controls of the reading direction and what has no width hide
something wherever they stand. Odd spaces, curly quotes and dashes break code only where code is
read, so that strings, comments and the text of markup are left alone, and languages in which they
are usual are not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice
from typing import Literal, NamedTuple

from blint.late import late
from blint.site.code.languages import Language, language_named
from blint.site.code.plain_words import is_no_code
from blint.site.code.telling_code import without_strings
from blint.site.code.telling_shell import is_command

Kind = Literal["direction", "hidden", "space", "quote", "dash"]


class Odd(NamedTuple):
    """A run of one odd character: from where to where in a text, which, of what kind.

    `edits` are (start, end, text): what to write, in the run and where a quotation ends.
    """

    start: int
    end: int
    character: str
    kind: Kind
    edits: tuple[tuple[int, int, str], ...]


_RUNS = 500
"""The most runs of hidden characters that are looked at, each with the line that it stands in."""
_LINES = 200
"""The most lines with characters beyond ASCII in which quotes and the like are looked for."""
_LONG_LINE, _LONG = 1_000, 20_000
"""The most code points of a line, and of a snippet, in which they are looked for."""


def odd_in(text: str, word: str) -> list[Odd]:
    """All that is odd in a snippet whose fence names its language `word`, in order.

    What is no code may hold anything but what turns it round.
    """
    if text.isascii():
        return []
    language = language_named(word)
    if is_no_code(word) and (language is None or language.title != "ShellSession"):
        return [found for found in hidden_in(text) if found.kind == "direction"]
    odd = hidden_in(text)
    return [*odd] if language is None else sorted([*odd, *lookalikes(text, language)])


def hidden_in(text: str) -> Iterator[Odd]:
    """Runs of characters without width, and of controls of the direction that do not belong.

    Those may stand in lines with right-to-left text, if each that is opened there is closed.
    Joiners and the like may stand between letters of other scripts, and in emoji.
    """
    for found in islice(_HIDDEN.finditer(text), _RUNS):
        start = found.start()
        for character, run in groupby(found[0]):
            end = start + len(list(run))
            kind: Kind = "direction" if character in _DIRECTION else "hidden"
            if _matters(text, start, end, kind) and not _is_shown(text, character):
                yield Odd(start, end, character, kind, ((start, end, ""),))
            start = end


def lookalikes(text: str, language: Language) -> Iterator[Odd]:
    """Odd spaces, curly quotes and dashes where a language has plain ones, line by line."""
    if language.title not in _PLAIN_LANGUAGES or len(text) > _LONG:
        return
    start, left = 0, _LINES
    for line in text.split("\n"):
        if left and not line.isascii() and len(line) <= _LONG_LINE:
            left -= 1
            yield from _in_line(text, line, start, language.title)
        start += len(line) + 1


def _in_line(text: str, line: str, start: int, title: str) -> Iterator[Odd]:
    if _SAID.search(line) is not None or _DRAWN.search(line) is not None:
        return  # what a compiler says, in its own quotes; a tree of files
    shell = title in _SHELLS
    if title == "ShellSession" and not line.lstrip().startswith("$ "):
        return
    until = start
    for found in _LOOKALIKE.finditer(line):
        at, end, character = start + found.start(), start + found.end(), found[0][0]
        if at < until or _is_quiet(text, line, found.start(), start, title):
            continue
        if character in _QUOTES:
            odd = _quote(line, found.start(), start, shell=shell)
        elif character in _DASHES:
            odd = _dash(line, found.start(), start) if shell else None
        else:
            odd = _space(line, found.start(), found.end(), start)
        if odd is not None and not _is_shown(text, character):
            until = max(end, *(edit[1] for edit in odd.edits))
            yield odd


def _space(line: str, at: int, end: int, start: int) -> Odd | None:
    beside = line[:at][-1:] + line[end:][:1]
    if not beside.isascii():
        return None  # between characters of a script that has such spaces
    return Odd(
        start + at, start + end, line[at], "space", ((start + at, start + end, " " * (end - at)),)
    )


def _quote(line: str, at: int, start: int, *, shell: bool) -> Odd | None:
    """A curly quote where a string begins, with the one that ends it in the same line."""
    double = line[at] in _DOUBLE
    closing = next(
        (i for i in range(at + 1, len(line)) if line[i] in (_DOUBLE if double else _SINGLE)), None
    )
    if closing is None:
        return None
    before = line[:at]
    typed = shell and before.endswith((" ", "=")) and _is_typed(line)
    member = not before.strip() and line[closing + 1 : closing + 2] in {":", ",", "]"}
    if not typed and not member and _STRING_AHEAD.search(before) is None:
        return None
    plain = '"' if double else "'"
    if plain in line[at + 1 : closing]:
        return None
    edits = tuple((start + i, start + i + 1, plain) for i in (at, closing))
    return Odd(start + at, start + at + 1, line[at], "quote", edits)


def _dash(line: str, at: int, start: int) -> Odd | None:
    """A dash in front of an option: `–help` for `--help`."""
    option = _OPTION.match(line, at)
    if option is None or not line[:at].endswith(" ") or not _is_typed(line):
        return None
    plain = "--" if len(option[1]) > 1 else "-"
    return Odd(start + at, start + at + 1, line[at], "dash", ((start + at, start + at + 1, plain),))


def _is_typed(line: str) -> bool:
    """Whether a line is a command."""
    bare = line.strip().removeprefix("$ ")
    return is_command(bare) or _SIMPLE.match(bare) is not None


def _is_quiet(text: str, line: str, at: int, start: int, title: str) -> bool:
    """Whether a place is in a comment, a string, or the text of markup, or may be."""
    before = line[:at]
    if _COMMENT.search(before) is not None or any(before.count(mark) % 2 for mark in "\"'`"):
        return True
    above = without_strings(text[:start])
    if title in _MARKUP:
        whole = text[: start + at]
        return whole.rfind("<") <= whole.rfind(">")
    shell = title in _SHELLS
    if title == "YAML" and before.strip():
        return True  # plain scalars are text
    # What is left of them is a string or a comment over several lines that is open here.
    if shell:
        return any(mark in above for mark in ("<<", '"', "'"))
    return any(mark in above for mark in ("/*", '"', "`")) or text.count("'''", 0, start) % 2 == 1


def _matters(text: str, start: int, end: int, kind: Kind) -> bool:
    if kind == "hidden":
        before, behind = text[start - 1 : start], text[end : end + 1]
        joins = text[start] in "\u200c\u200d"
        both, one = before.isascii() and behind.isascii(), before.isascii() or behind.isascii()
        return both if joins else one
    line = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    stop = stop if stop >= 0 else len(text)
    whole = text[line:stop]
    return _RIGHT_TO_LEFT.search(whole) is None or not _balanced(whole)


def _balanced(line: str) -> bool:
    isolates = sum(map(line.count, "\u2066\u2067\u2068")) - line.count("\u2069")
    embeddings = sum(map(line.count, "\u202a\u202b\u202d\u202e")) - line.count("\u202c")
    return isolates == embeddings == 0


def _is_shown(text: str, character: str) -> bool:
    """Whether code names a character, as code about such characters does."""
    code = f"{ord(character):04x}"
    lowered = text.lower()
    return any(form + code in lowered for form in ("\\u", "u+", "\\u{", "0x", "&#x", "\\x{"))


_DIRECTION = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_HIDDEN = late(f"[{_DIRECTION}\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff]+")
_RIGHT_TO_LEFT = late(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff]")
_DOUBLE, _SINGLE = "\u201c\u201d\u201e\u201f\u2033", "\u2018\u2019\u201a\u201b\u2032"
_QUOTES = _DOUBLE + _SINGLE
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015"
_LOOKALIKE = late(f"([\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000])\\1*|[{_QUOTES}]|[{_DASHES}]")
# What stands in front of a string in most languages.
_STRING_AHEAD = late(r"(?:[=(,\[{:<>!+]|\breturn|\bprint|\bimport|\bfrom|\bputs|\becho)\s*\Z")
_OPTION = late(r".([A-Za-z][\w-]*)(?=[\s=]|\Z)")
_COMMENT = late(r"//|(?:^|\s)#|/\*|<!--|(?:^|\s)--(?:\s|\Z)|^\s*\*|^\s*[%;]|(?:^|\s)REM\s|\{-")
_DRAWN = late("[\u2500-\u257f]")
_SAID = late(r"\b(?:error|warning|note|hint|help|info|undefined reference to)(?:\[\w+\])?(?:: | ‘)")
_SIMPLE = late(r"(?:echo|printf|git|curl|docker|kubectl|npm|export|sudo|python3?|ssh|find|grep) ")
_SHELLS = frozenset({"Shell", "ShellSession", "PowerShell", "Batchfile"})
_MARKUP = frozenset({"HTML", "XML", "Vue", "Svelte", "Astro"})
_PLAIN_LANGUAGES = (
    _SHELLS
    | _MARKUP
    | frozenset(
        {
            *("Python", "Ruby", "Perl", "PHP", "JavaScript", "TypeScript", "TSX", "C", "C++", "C#"),
            *("Java", "Kotlin", "Swift", "Go", "Rust", "Scala", "Dart", "Lua", "R", "Groovy"),
            *("Haskell", "Elixir", "Clojure", "SQL", "JSON", "JSON5", "JSON with Comments", "YAML"),
            *("TOML", "INI", "CSS", "SCSS", "Less", "Dockerfile", "Makefile", "CMake", "HCL"),
            *("GraphQL", "Protocol Buffer", "Nix", "Zig", "Objective-C", "Visual Basic .NET"),
        }
    )
)
