"""Fences that name one language and surely hold another."""

from __future__ import annotations

import re
from functools import lru_cache

from blint.late import late
from blint.site.code.languages import language_named
from blint.site.code.telling import LIMIT, told_word
from blint.site.code.telling_code import (
    has_output,
    is_cpp,
    is_jsx,
    is_typescript,
    parses_as_python,
)
from blint.site.code.telling_data import is_json_lines, json_value
from blint.site.code.telling_shell import is_command, logical_lines


def really(text: str, word: str) -> str | None:
    """The usual name of the language that a snippet holds, None where that may be the one named.

    `text` is the snippet, `word` what its fence names. A language that takes another in is no
    wrong name for it: JSON is YAML, JavaScript is TypeScript, CSS is SCSS.
    """
    language = language_named(word)
    if language is None or language.title not in _HELD:
        return None
    title, stripped = language.title, text.strip()
    if not stripped or len(stripped) > LIMIT or _is_own(stripped, title):
        return None
    special = _special(stripped, title, word)
    if special is not None:
        return special
    if title == "C++" and "using System" in stripped:
        told = told_word(stripped)
        return told if told == "csharp" else None
    if title in _SIGNED and _SIGNED[title].search(stripped) is not None:
        return None
    told = told_word(stripped)
    return told if told in _HELD[title] else None


@lru_cache(maxsize=256)  # a blog has few names, each in many fences
def may_be_mislabelled(word: str) -> bool:
    """Whether `really` looks at fences of a name at all; true for what may be no plain name."""
    if not word.isalnum():
        return bool(word)
    language = language_named(word)
    return language is not None and language.title in _HELD


def _is_own(text: str, title: str) -> bool:
    """Whether a text is what its fence says, or may be; cheap, and most snippets pass."""
    if title == "JSON":
        return text[0] in '{["' and json_value(text) is not None
    if title in {"Shell", "YAML"}:
        # What is written into a file is coloured as what the file holds, or as the shell.
        # So is code that a command takes for an argument.
        if "<<" in text or (title == "Shell" and _ARGUMENT.match(text) is not None):
            return True
        lines = logical_lines(text[:2000]) if title == "Shell" else []
        return bool(lines) and (is_command(lines[0]) or lines[0].startswith("$ "))
    if title == "Python":
        return parses_as_python(text)
    return False


def _special(text: str, title: str, word: str) -> str | None:
    """What is told by the difference between two languages that are much alike."""
    if title == "JSON":
        if _SCRIPT.match(text) is not None:
            return "js"
        lines = word.lower() not in {"jsonl", "ndjson"} and is_json_lines(text)
        return "jsonl" if lines else None
    if title == "JavaScript" and is_typescript(text):
        return "tsx" if word.lower() == "jsx" else "ts"
    if title == "C" and is_cpp(text) and not has_output(text):
        return "cpp"
    if title == "HTML" and is_jsx(text) and "<script" not in text:
        return "jsx"
    if title == "SQL" and _RESULT.match(text) is not None:
        return "text"
    return None


# Signs of the named language, or of its kin, that settle it before anything else is asked.
_SIGNED = {
    "C": late(r";[ \t]*(?:$|\n|/)|#(?:include|define|if)"),
    "C++": late(r";[ \t]*(?:$|\n|/)|#(?:include|define|if)|::|->"),
    "JavaScript": late(r"=>|\b(?:const|let|var|function|class|import) [\w{*]|;[ \t]*(?:$|\n)"),
    "TypeScript": late(r"=>|\b(?:const|let|var|function|class|import) [\w{*]|;[ \t]*(?:$|\n)"),
    "Rust": late(r"\b(?:fn|let|use|impl|struct|enum|mod|pub|trait) \w|::|;[ \t]*(?:$|\n)"),
    "Go": late(r"(?m)^(?:package|func|import|type|var|const) |:=|err != nil"),
    "PHP": late(r"<\?|\$\w"),
    "CSS": late(r"\{[^{}]*:[^{}]*\}"),
}
_ARGUMENT = late(
    r"(?:#[^\n]*\n|\s)*(?:[a-z][\w./]*-[\w./-]+ "
    r"|[a-z][\w./]* (?:[\w./-]+ )*(?=--?\w|(?:\"[^\"\n]*|'[^'\n]*)$))",
    re.MULTILINE,
)
_SCRIPT = late(
    r"\(function\b|function \w+\(|(?:const|let|var) \w+ = [{\[]|module\.exports ?= |export default "
    r"[{\[]"
)
# Borders of a table of results, as clients of databases draw them.
_RESULT = late(r"\+-{3,}[-+]*\+\n\||\s*[\w ]+(?:\|[\w ]+)+\n\s*-{3,}(?:\+-+)+\n")

_DATA = frozenset({"json", "yaml", "toml", "xml"})
_COMMANDS = frozenset({"sh", "console"})
_OTHER_CODE = frozenset({"docker", "http", "css", "sql", "cmake", "powershell", "diff"})

# By the title of the language that a fence names: what it may hold that is another. JSON in
# JavaScript, XML in HTML and the like are no fault, since they are coloured right.
_HELD = {
    "JSON": frozenset(
        {
            "yaml",
            "toml",
            "ini",
            "xml",
            "html",
            "js",
            "jsx",
            "ts",
            "python",
            *_COMMANDS,
            *_OTHER_CODE,
        }
    ),
    "YAML": frozenset({"toml", "xml", "html", "python", "go", "php", *_COMMANDS, *_OTHER_CODE}),
    "TOML": frozenset({"json", "yaml", "xml", "html", "rust", "python", *_COMMANDS, *_OTHER_CODE}),
    "JavaScript": frozenset({"yaml", "toml", "python", "php", *_COMMANDS, *_OTHER_CODE}),
    "TypeScript": frozenset({"yaml", "toml", "python", "php", *_COMMANDS, *_OTHER_CODE}),
    "Shell": frozenset(
        {"js", "jsx", "ts", "tsx", "python", "go", "rust", "java", "csharp", "php", "html"}
        | _DATA
        | _OTHER_CODE
    ),
    "Python": frozenset({"yaml", "toml", "xml", "html", "js", "ts", "go", "rust", "java", "csharp"})
    | _COMMANDS
    | _OTHER_CODE,
    "HTML": frozenset({"json", "yaml", "toml", "python", *_COMMANDS, *_OTHER_CODE}),
    "XML": frozenset({"json", "yaml", "toml", "python", *_COMMANDS, *_OTHER_CODE}),
    "C": frozenset({"python", *_COMMANDS, *_DATA, *_OTHER_CODE}),
    "C++": frozenset({"csharp", "python", *_COMMANDS, *_DATA, *_OTHER_CODE}),
    "SQL": frozenset({"python", *_COMMANDS, *_DATA, "http"}),
    "CSS": frozenset({"html", "js", "json", "yaml", *_COMMANDS}),
    "Java": frozenset({"csharp", "kotlin", *_COMMANDS, *_DATA, *_OTHER_CODE}),
    "Kotlin": frozenset({"java", *_COMMANDS, *_DATA, *_OTHER_CODE}),
    "Swift": frozenset({"kotlin", "java", *_COMMANDS, *_DATA, *_OTHER_CODE}),
    "C#": frozenset({"python", *_COMMANDS, *_DATA, *_OTHER_CODE}),
    "Go": frozenset({"python", "rust", *_COMMANDS, *_DATA, *_OTHER_CODE}),
    "Rust": frozenset({"python", "go", *_COMMANDS, *_DATA, *_OTHER_CODE}),
    "Ruby": frozenset({"yaml", "xml", "go", "rust", *_COMMANDS, *_OTHER_CODE}),
    "PHP": frozenset({"yaml", "xml", *_COMMANDS}),
    "Dockerfile": frozenset({*_COMMANDS, *_DATA}),
}
