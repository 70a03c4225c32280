"""Whether a snippet is code of a programming language, by signs that this language alone has."""

from __future__ import annotations

from blint.late import late
from blint.site.code.signs import SIGNS, Signs


def code_word(text: str) -> str | None:
    """The usual fence name of the language that a text surely is; None where two could be."""
    told = [signs.word for signs in SIGNS if _has(signs, text)]
    if is_python(text):
        told.append("python")
    if len(told) != 1 or has_output(text):
        return None
    if told[0] in {"js", "ts"} and _JSX.search(text) is not None:
        return told[0] + "x"
    return told[0]


def is_python(text: str) -> bool:
    """Whether a text is Python that no other language reads alike: blocks with colons, imports."""
    if _PYTHON.search(text) is None or _DEEP.search(text) is not None or "\0" in text:
        return False
    return parses_as_python(text)


def parses_as_python(text: str) -> bool:
    """Whether Python's own parser reads a text; it is not run."""
    import ast
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # on escapes in strings, for instance
        try:
            ast.parse(text)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return False
    return True


def is_typescript(text: str) -> bool:
    """Whether a text has what TypeScript alone has: no JavaScript, no Flow, no proposal of either.

    Annotations and interfaces are Flow's as well; modifiers of members, `readonly`, abstract
    classes and namespaces are not.
    """
    bare = without_strings(text)
    return (
        _TYPESCRIPT.search(bare) is not None
        and _FLOW.search(text) is None
        and _OTHER_MEMBERS.search(bare) is None
    )


def is_cpp(text: str) -> bool:
    """Whether a text has what C++ has and C has not, and does not name it as a part apart."""
    return (
        "C++" not in text
        and "__cplusplus" not in text
        and _CPP.search(without_strings(text)) is not None
        and _RUST.search(text) is None
    )


def is_jsx(text: str) -> bool:
    """Whether markup has attributes and expressions that only JSX has."""
    return _JSX_ONLY.search(text) is not None


def without_strings(text: str) -> str:
    """The text without comments and strings, for languages written like C."""
    return _QUIET.sub(" ", text)


def has_output(text: str) -> bool:
    """Whether a text quotes code as compilers do, or is what a program printed."""
    return _OUTPUT.search(text) is not None


def _has(signs: Signs, text: str) -> bool:
    return (
        (not signs.hints or any(hint in text for hint in signs.hints))
        and all(sign.search(text) is not None for sign in signs.all)
        and (signs.never is None or signs.never.search(text) is None)
    )


_QUIET = late(
    r"\"\"\"[\s\S]*?\"\"\"|'''[\s\S]*?'''|//[^\n]*|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|\"(?:[^\"\\\n]"
    r"|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
    r"|`[^`]*`"
)
_DEEP = late(r"[(\[{]{40}")
_PYTHON = late(
    r"(?m)^(?:from [\w.]+ import [\w*(]|(?:async )?def \w+\([^\n]*\)(?: -> [^\n:]+)?:\s*(?:#.*)?$"
    r"|class \w+(?:\([\w., =]*\))?:\s*$|(?:for [\w, ]+ in [^\n{]+|with [^\n{]+ as \w+"
    r"|if __name__ == [^\n]+):\s*$)"
)
# What compilers, test runners and crashed programs say quotes code of their language.
_OUTPUT = late(
    r"(?m)^(?:error|warning|note|help|Error|\w*Error|\w*Exception)(?:\[\w+\])?: "
    r"|^\s*\d* +[|│] |^\s*--> |^Traceback \(|^\s+at [\w.<>$ ]+[(\[]|^\s*\^+[~^]*(?:$| )"
    r"|: (?:fatal )?error[: ]|^\s*\.{3,4}\s*$|^[-+](?:[ \t]+\S|[\w{}])|^ *`{3}"
)
_JSX = late(
    r"(?m)(?:return|=>|=|\()\s*\(?\s*<(?:[A-Za-z][\w.]*(?:\s[^<>]*)?/?>|>)|^\s*<[A-Z]\w*[\s/>]"
)
_JSX_ONLY = late(r"\sclassName=[\"{]|\son[A-Z]\w+=\{|\sstyle=\{\{")
_CPP = late(
    r"\bstd::\w|(?m:^\s*template ?<)|(?m:^\s*(?:public|private|protected):\s*$)"
    r"|(?m:^\s*using namespace \w)|(?m:^\s*namespace \w+\s*\{)|\bcout ?<<"
    r"|\b(?:static|dynamic|reinterpret)_cast<"
)
_RUST = late(r"\bfn \w|\blet mut \w|^use \w+::")
_TYPESCRIPT = late(
    r"\b(?:private|protected|public) (?:static |async |readonly )*[\w$]+\??\s*(?:[:=;]"
    r"|\([^()\n]*\)\s*(?::|\{))"
    r"|(?m:^\s*(?:export )?(?:declare )?abstract class \w)"
    r"|(?m:^\s*declare (?:global|module|namespace)\b)|\breadonly [\w$]+\??\s*:"
    r"|\((?:[^(){}]*, )?\w+\??: unknown\b|\w[)\]]?!\.[a-z]|\bas unknown as [A-Z]"
    # Flow wants a comma or semicolon between members.
    r"|(?m:^\s*(?:export )?(?:interface \w+"
    r"|type \w+ =)[^\n{]*\{\n(?:\s*\w+\??: [^\n,;{}()?]+\n){2})"
    r"|\bkeyof typeof\b|\} satisfies [A-Z]\w+"
)
_FLOW = late(
    r"@flow|\{\||\|\}|[:<(,] ?\?[A-Za-z]|%checks|\bopaque type\b|\bimport typeof\b"
    # Libraries are declared in both.
    r"|(?m:^\s*declare (?:module\b|export\b|module\.exports))|\{\.\.\.\}"
)
# Members that Java, C#, PHP and GraphQL have as well.
_OTHER_MEMBERS = late(
    r"(?m)^\s*(?:package|using) [\w.]+;|\b(?:public|private|protected) (?:static |final |override"
    r"|virtual |async )*(?:void|int|bool|boolean|String|string|var|[A-Z]\w*) \w+|\$\w+\s*=|\bfn \w"
    r"|\bpublic (?:abstract |final )?class\b|:\s*\[?(?:String|Int|ID|Float|Boolean)\b"
)
