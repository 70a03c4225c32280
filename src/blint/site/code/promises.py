"""Promises of code: "Examples in Java, Python and Go", and which fences keep them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from blint.late import late
from blint.site.code.languages import language_named


class Promised(NamedTuple):
    """A language that a text promises examples in, and where its name stands in the text."""

    name: str
    start: int


def promised_languages(text: str) -> list[Promised]:
    """The languages that a title or description promises examples in; empty where it does not.

    Understood are "examples in X and Y" at the start of a clause or behind "with" and its like,
    and "with X and Y examples", in English, German, French, Spanish and Portuguese. One language
    alone is a promise behind "with" only.
    """
    if not _HINT.search(text):
        return []
    for found in _BEFORE.finditer(text):
        promised, end = _list_at(text, found.end())
        enough = len(promised) > 1 or (found["with"] and found["in"])
        if promised and enough and _ENDS.match(text, end) and not _is_verb(text, found.start()):
            return promised
    for found in _OPENS.finditer(text):
        promised, end = _list_at(text, found.end())
        enough = len(promised) > 1 or found["with"]
        if promised and enough and _BEHIND.match(text, end) and not _is_verb(text, found.start()):
            return promised
    for found in _IN.finditer(text):
        promised, end = _list_at(text, found.end())
        if len(promised) > 1 and _AFTERWARDS.match(text, end):
            return promised
    return []


def _is_verb(text: str, end: int) -> bool:
    """Whether "with" at `end` belongs to a verb: "working with Go examples"."""
    return _VERB.search(text, max(end - 16, 0), end) is not None


def keeps(promised: str, words: set[str]) -> bool:
    """Whether code in languages of these names, in small letters, keeps a promise of one."""
    wanted = _LANGUAGES[promised]
    return any(word in wanted or _title(word) in wanted for word in words)


def is_told(promised: str) -> bool:
    """Whether examples in a language are surely blocks of code, and no words in a line."""
    return promised not in _IN_A_LINE


def is_program(word: str) -> bool:
    """Whether a name is that of a language in which examples are written."""
    language = language_named(word)
    return (
        language is not None
        and language.type == "programming"
        and language.title not in {"Shell", "ShellSession", "PowerShell", "Batchfile"}
    )


def _list_at(text: str, start: int) -> tuple[list[Promised], int]:
    """The languages of a list that begins at `start`, and where it ends."""
    promised = []
    end = at = start
    while found := _NAME.match(text, at):
        promised += [Promised(name, found.start()) for name in _languages(found[0])]
        end = found.end()
        separator = _AND.match(text, end)
        if separator is None:
            break
        at = separator.end()
    return promised, end


def _languages(name: str) -> Iterator[str]:
    if name in _LANGUAGES:
        yield name
    elif name in _OTHER_NAMES:
        yield _OTHER_NAMES[name]


def _title(word: str) -> str:
    language = language_named(word)
    return language.title if language is not None else ""


# What counts as code in a language: names in small letters, and titles of Linguist. Where one
# language is written inside another, or is hardly told from it, both count.
_SCRIPTS = {"html", "vue", "svelte", "astro", "JavaScript", "TypeScript", "TSX", "MDX"}
_LANGUAGES: dict[str, set[str]] = {
    "C": {"C", "C++", "h", "arduino", "Cuda", "Objective-C"},
    "C++": {"C", "C++", "h", "arduino", "Cuda"},
    "C#": {"C#", "razor", "cshtml", "aspx-csharp", "cshtml-razor", "HTML+Razor"},
    "Clojure": {"Clojure"},
    "Dart": {"Dart"},
    "Elixir": {"Elixir", "heex", "eex", "iex"},
    "Erlang": {"Erlang"},
    "F#": {"F#", "fs"},
    "Go": {"Go", "gotemplate"},
    "Groovy": {"Groovy", "Gradle", "jenkinsfile"},
    "Haskell": {"Haskell", "ghci"},
    "HTML": set(),
    "Java": {"Java", "Java Server Pages", "jshell"},
    "JavaScript": _SCRIPTS,
    "JSON": set(),
    "Julia": {"Julia", "jldoctest"},
    "Kotlin": {"Kotlin", "Gradle"},
    "Lua": {"Lua", "Luau"},
    "Node.js": _SCRIPTS,
    "Objective-C": {"Objective-C", "C", "Objective-C++", "m", "objcpp"},
    "OCaml": {"OCaml", "ReasonML", "ml"},
    "Perl": {"Perl", "Raku", "pl"},
    "PHP": {"PHP", "Blade", "html", "html+php", "Hack"},
    "PowerShell": {"PowerShell", "console", "Batchfile"},
    "Python": {
        "Python",
        "Python console",
        "python2",
        "py2",
        "ipython",
        "jupyter",
        "sage",
        "Cython",
    },
    "R": {"R", "rmd", "rmarkdown"},
    "Ruby": {"Ruby", "HTML+ERB", "irb"},
    "Rust": {"Rust"},
    "Scala": {"Scala"},
    "Shell": set(),
    "SQL": set(),
    "Swift": {"Swift", "swiftui"},
    "TypeScript": {"TypeScript", "TSX", "vue", "svelte", "astro", "MDX"},
    "YAML": set(),
    "Zig": {"Zig"},
}
_IN_A_LINE = {name for name, counted in _LANGUAGES.items() if not counted}
_OTHER_NAMES = {
    "Bash": "Shell",
    "CSS": "HTML",
    "CSharp": "C#",
    "Golang": "Go",
    "Javascript": "JavaScript",
    "Node": "Node.js",
    "NodeJS": "Node.js",
    "Typescript": "TypeScript",
    "bash": "Shell",
}
_NAME = late(
    r"(?:C\+\+|C#|F#|Node\.js|Objective-C|Java[Ss]cript|TypeScript|Typescript|PowerShell|CSharp"
    r"|Clojure|Haskell|Erlang|Elixir|Groovy|Golang|Python|Kotlin|NodeJS|OCaml|Scala|Swift|Shell"
    r"|Julia|Bash|bash|Dart|HTML|JSON|Java|Node|Perl|Ruby|Rust|YAML|CSS|Lua|PHP|SQL|Zig|Go|C|R)"
    r"(?![\w+#])(?!\.\w)(?!-\w)"
)
_AND = late(
    r"(?:\s*,\s*(?:and|or|und|oder|et|ou|y|e|o)\s+|\s*[,/]\s*|\s+(?:and|or|und|oder|et|ou|y|e|o)\s+"
    r"|\s*&\s*|\s+\+\s+)"
)
_HINT = late(
    r"[Ee]xamples?\b|[Ss]amples?\b|[Ss]nippets\b|[Bb]eispiele|[Ee]jemplos|[Ee]x[ea]mplos|[Ee]xemples"
)
_KIND = (
    r"(?:(?:code|working|full|complete|practical|simple|hands-on|runnable|detailed|worked|short"
    r"|real-world|easy|clear|step-by-step|production-ready|ready-to-use|minimal|des|de|the)\s+){0,3}"
)
_WHAT = (
    r"(?:code[ -]?)?(?:examples?|samples|snippets)|(?:example|sample)\s+code"
    r"|(?:code-?)?beispielen?|(?:ejemplos|exemplos)(?:\s+de\s+código)?|exemples(?:\s+de\s+code)?"
)
_INTRODUCED = (
    r"(?:^|(?<=[.:;!?|(–—,])\s*|\s-\s|(?P<with>\b(?:with|including|includes?|contains|plus|mit"
    r"|avec|con|com)\s+(?:an?\s+|one\s+)?))"
)
_BEFORE = late(
    rf"(?i:{_INTRODUCED}{_KIND}(?:{_WHAT})\s+(?:(?P<in>(?:(?:written|shown|provided|included)\s+)?"
    r"(?:in|en|em))|for|using|für)\s+)(?:both\s+)?"
)
_OPENS = late(
    r"(?:^|(?<=[.:;!?|(–—])\s*|\s-\s|(?P<with>\b(?:[Ww]ith|[Ii]ncluding|[Ii]ncludes?|[Cc]ontains|[Mm]it)"
    r"\s+))(?:both\s+)?"
)
_IN = late(r"\bin\s+(?:both\s+)?")
_VERB = late(
    r"(?i:\b(?:work|play|deal|help|start|struggl|experiment|issue|problem|trouble)(?:ing|ed|e?s)?\s+)$"
)
_BEHIND = late(
    rf"(?i:[\s-]+{_KIND}(?:{_WHAT})(?:\s+(?:included|inside|below|provided))?)"
    r"(?=\s*(?:$|[.:;!?|)–—,]))"
)
_AFTERWARDS = late(
    rf"(?i:\s*[,(–—-]?\s*(?:with|including)\s+{_KIND}(?:{_WHAT}))(?=\s*(?:$|[.:;!?|)–—,]))"
)
# A word behind the last name would make another thing of it: "examples in Go templates".
_ENDS = late(
    r"\s*(?:$|[.:;!?|)–—,]|\s-\s"
    r"|\s(?:for|to|with|that|which|using|on|included|inside|below|und|and|et|y)(?:\s|[.!]|$))"
)
