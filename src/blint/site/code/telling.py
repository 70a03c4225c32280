"""Which language a snippet surely is, told from what it holds, whatever its fence says.

Told is what can be told in 99 of 100 cases; everything else is None, program output among it.
Nothing is executed: data is parsed, code is looked at by signs that its language alone has.
"""

from __future__ import annotations

from blint.late import late
from blint.site.code.highlighters import known
from blint.site.code.languages import language_named
from blint.site.code.telling_code import code_word
from blint.site.code.telling_data import data_word
from blint.site.code.telling_shell import shell_word
from blint.site.settings import Settings

LIMIT = 10_000
"""The most code points of a snippet that is looked at: some expressions take the square of it."""


def told_language(text: str) -> str | None:
    """The title of the language that a snippet surely is, None where that is not sure."""
    word = told_word(text)
    return title_of(word) if word else None


def told_name(text: str, settings: Settings) -> str | None:
    """What to call the language of a snippet in a fence, by a name that the highlighter knows."""
    word = told_word(text)
    return name_for(word, settings) if word else None


def told_word(text: str) -> str | None:
    """The usual fence name of the language that a snippet surely is: `js`, `jsx`, `console`."""
    stripped = text.strip()
    if not stripped or len(stripped) > LIMIT:
        return None
    first = _FIRST.match(stripped)
    if first is not None:
        return _of_first_line(first.lastgroup or "", stripped)
    if _TEMPLATE.search(stripped) is not None:
        return None  # what a template engine makes something else of
    return shell_word(stripped) or data_word(stripped) or code_word(stripped)


def title_of(word: str) -> str:
    """The title of a language by one of its names."""
    language = language_named(word)
    return language.title if language else word


def name_for(word: str, settings: Settings) -> str | None:
    """The first usual name of a language that the site's highlighter knows."""
    names = _NAMES.get(word, (word,))
    return next((name for name in names if known(name, settings)), None)


# Names to fall back on where a highlighter has no such word.
_NAMES = {
    "console": ("console", "shell-session", "shellsession", "sh"),
    "cpp": ("cpp", "c++"),
    "csharp": ("csharp", "cs"),
    "docker": ("dockerfile", "docker"),
    "hcl": ("hcl", "terraform"),
    "ini": ("ini", "cfg"),
    "js": ("js", "javascript"),
    "jsonl": ("jsonl", "ndjson"),
    "jsx": ("jsx", "js", "javascript"),
    "proto": ("proto", "protobuf"),
    "ruby": ("ruby", "rb"),
    "sh": ("sh", "bash", "shell"),
    "ts": ("ts", "typescript"),
    "tsx": ("tsx", "ts", "typescript"),
}

# What the first line alone tells. The name of a group is that of a language.
_FIRST = late(
    r"(?P<shebang>#!\s*/)"
    r"|(?P<php><\?php\b)"
    r"|(?P<xml><\?xml\s)"
    r"|(?P<html><!(?i:doctype html)[\s>])"
    r"|(?P<http>(?:(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS) \S+ HTTP/[\d.]+|HTTP/[\d.]+ \d{3})"
    r"(?: [^\n]*)?(?:\n[\w-]+: |\n\n|\Z))"
    r"|(?P<diff>diff --git |--- (?:a/)?\S[^\n]*\n\+\+\+ \S|@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@)"
)
_TEMPLATE = late(r"\{%-? |\{\{[<%-]|<%[=@-]? |\{\{ ?(?:[.$#/]|range |with |end )")
_SHEBANG = late(r"#!\s*/\S*?/(?:env (?:-S )?)?([a-z]+)[\d.]*(?:\s|\Z)")
_BY_INTERPRETER = {
    "sh": "sh",
    "bash": "bash",
    "zsh": "zsh",
    "python": "python",
    "node": "js",
    "ruby": "ruby",
    "perl": "perl",
    "php": "php",
}


def _of_first_line(kind: str, text: str) -> str | None:
    if kind == "shebang":
        found = _SHEBANG.match(text)
        return _BY_INTERPRETER.get(found[1]) if found else None
    if kind in {"html", "xml"} and _TEMPLATE.search(text) is not None:
        return None
    return kind
