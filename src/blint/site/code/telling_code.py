"""Whether a snippet is code of a programming language, by signs that this language alone has."""

from __future__ import annotations

import re
from typing import NamedTuple

from blint.late import late


def code_word(text: str) -> str | None:
    """The usual fence name of the language that a text surely is; None where two could be."""
    if has_output(text):
        return None
    told = [signs.word for signs in _SIGNS if _has(signs, text)]
    if is_python(text):
        told.append("python")
    if len(told) != 1:
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
    bare = _bare(text)
    return (
        _TYPESCRIPT.search(bare) is not None
        and _FLOW.search(text) is None
        and _OTHER_MEMBERS.search(bare) is None
    )


def is_cpp(text: str) -> bool:
    """Whether a text has what C++ has and C has not, and does not name it as a part apart."""
    return "C++" not in text and "__cplusplus" not in text and _CPP.search(_bare(text)) is not None


def is_jsx(text: str) -> bool:
    """Whether markup has attributes and expressions that only JSX has."""
    return _JSX_ONLY.search(text) is not None


def has_output(text: str) -> bool:
    """Whether a text quotes code as compilers do, or is what a program printed."""
    return _OUTPUT.search(text) is not None


def _bare(text: str) -> str:
    """The text without comments and strings, for languages written like C."""
    return _QUIET.sub(" ", text)


class _Signs(NamedTuple):
    """Signs of a language: all of `all` are found in it, and `never` is not."""

    word: str
    all: tuple[re.Pattern[str], ...]
    never: re.Pattern[str] | None = None


def _has(signs: _Signs, text: str) -> bool:
    return all(sign.search(text) is not None for sign in signs.all) and (
        signs.never is None or signs.never.search(text) is None
    )


_QUIET = late(
    r"//[^\n]*|/\*[^*]*\*+(?:[^/*][^*]*\*+)*/|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'"
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
_JSX = late(r"(?m)(?:return|=>|=|\()\s*\(?\s*<(?:[A-Za-z][\w.]*(?:\s[^<>]*)?/?>|>)|^\s*<[A-Z]\w*[\s/>]")
_JSX_ONLY = late(r"\sclassName=[\"{]|\son[A-Z]\w+=\{|\sstyle=\{\{")
_CPP = late(
    r"\bstd::\w|(?m:^\s*template ?<)|(?m:^\s*(?:public|private|protected):\s*$)"
    r"|(?m:^\s*using namespace \w)|(?m:^\s*namespace \w+\s*\{)|\bcout ?<<"
    r"|\b(?:static|dynamic|reinterpret)_cast<"
)
_TYPESCRIPT = late(
    r"\b(?:private|protected|public) (?:static |async |readonly )*[\w$]+\??\s*(?:[:=;]|\([^()\n]*\)\s*(?::|\{))"
    r"|(?m:^\s*(?:export )?(?:declare )?abstract class \w)"
    r"|(?m:^\s*declare (?:global|module|namespace)\b)|\breadonly [\w$]+\??\s*:"
    r"|\((?:[^(){}]*, )?\w+\??: unknown\b|\w[)\]]?!\.[a-z]|\bas unknown as [A-Z]"
    # Flow wants a comma or semicolon between members.
    r"|(?m:^\s*(?:export )?(?:interface \w+|type \w+ =)[^\n{]*\{\n(?:\s*\w+\??: [^\n,;{}()?]+\n){2})"
    r"|\bkeyof typeof\b|\} satisfies [A-Z]\w+"
)
_FLOW = late(r"@flow|\{\||\|\}|[:<(,] ?\?[A-Za-z]|%checks|\bopaque type\b|\bimport typeof\b")
# Members that Java, C# and PHP have as well.
_OTHER_MEMBERS = late(
    r"(?m)^\s*(?:package|using) [\w.]+;|\b(?:public|private|protected) (?:static |final |override"
    r"|virtual |async )*(?:void|int|bool|boolean|String|string|var|[A-Z]\w*) \w+|\$\w+\s*=|\bfn \w"
)

_SIGNS = (
    _Signs(
        "go",
        (
            late(
                r"(?m)^package [a-z]\w*\s*$|^func (?:\(\w+ \*?\w+(?:\[\w+\])?\) )?\w+\(.*\{\s*$"
            ),
            late(r"(?m) := |^import (?:\(|\"|\w+ \")|^type \w+ (?:struct|interface) ?\{|\berr != nil"),
        ),
        late(r"(?m)^\s*(?:let|fn|fun|val|var \w+ =.*;$)|->|;$"),
    ),
    _Signs(
        "rust",
        (
            late(
                r"(?m)^\s*(?:pub(?:\(\w+\))? )?(?:async |unsafe |const )*fn \w+(?:<[^<>\n]*>)?\("
                r"|^\s*impl(?:<[^\n]*?>)? [A-Z]|^\s*let mut \w|^\s*use (?:std|crate|super)::"
                r"|^\s*#!?\[(?:derive|cfg|tauri|allow|test|tokio)\b"
            ),
            late(
                r"(?m)\b(?:println|vec|format|assert|assert_eq|panic|todo)!\s*[(\[]|^\s*let (?:mut )?"
                r"\w+(?:: [^=\n]+)? = [^\n]*;$|&(?:'\w+ )?(?:mut |self|str\b)|-> (?:impl |[A-Z&(]|"
                r"u(?:8|16|32|64|size)|i(?:8|16|32|64|size)|bool)|::<|\bResult<|\bOption<"
            ),
        ),
        late(r"\bfunc\b|\bdef \w+\(|\bstd::(?:cout|string|vector)\b|#include"),
    ),
    _Signs(
        "docker",
        (
            late(r"(?m)\A(?:#[^\n]*\n|ARG [^\n]+\n|\s*\n)*FROM (?:--platform=\S+ )?[\w./:${}@-]+(?: [Aa][Ss] [\w-]+)?\s*$"),
            late(r"(?m)^(?:RUN|COPY|CMD|ENTRYPOINT|WORKDIR|ENV|EXPOSE|ADD|USER) \S"),
        ),
    ),
    _Signs(
        "sql",
        (
            late(
                r"(?i)\A(?:--[^\n]*\n|\s)*(?:SELECT\s(?:[^;]{1,2000}?)\sFROM\s+[\w\"`.\[(]|INSERT INTO"
                r" [\w\"`.]+\s*(?:\(|VALUES|SELECT)|CREATE (?:OR REPLACE )?(?:TEMP |UNIQUE )?(?:TABLE"
                r"|VIEW|INDEX|DATABASE) [\w\"`.]+|ALTER TABLE [\w\"`.]+ (?:ADD|DROP|ALTER|RENAME)"
                r"|UPDATE [\w\"`.]+\s+SET\s|DELETE FROM [\w\"`.]+(?:\s|;|\Z))"
            ),
        ),
        late(r"(?m)^\s*[-+|]{5}|^\s*(?:const|let|var|def|public) |[{}]|^\(\d+ rows?\)"),
    ),
    _Signs(
        "cpp",
        (
            late(r"(?m)^\s*#\s*include\s*[<\"]"),
            late(
                r"\bstd::\w|#\s*include\s*<(?:iostream|vector|string|map|memory|algorithm|thread|"
                r"functional|utility|chrono|array|optional)>|\busing namespace \w|(?m:^\s*template ?<)"
                r"|(?m:^\s*(?:public|private|protected):\s*$)|\bcout ?<<"
            ),
        ),
        late(r"(?m)^\s*\$ |\bref class\b|\bgcnew\b"),
    ),
    _Signs(
        "java",
        (
            late(
                r"(?m)^import (?:static )?(?:java|javax|org|com|io|android)\.[\w.]+(?:\.\*)?;$"
                r"|\bpublic static void main\(String\b|\bSystem\.out\.print|^\s*@Override\b"
            ),
            late(r"(?m)\b(?:class|interface|enum|record) \w+[^\n;]*\{|^import .*;$"),
        ),
        late(r"\bfun \w+\(|\bval \w+ ?=|\bdef \w+|\busing System\b"),
    ),
    _Signs(
        "csharp",
        (
            late(
                r"(?m)^\s*using (?:static )?(?:System|Microsoft|Windows)(?:\.[\w.]+)?;$"
                r"|\bConsole\.(?:Write|Read)Line\("
            ),
            late(
                r"(?m)\b(?:class|struct|interface|namespace) \w+|\bstatic (?:async )?(?:void|int|Task)"
                r" Main\(|\bvar \w+ = new\b|\bConsole\.WriteLine\(\$\""
            ),
        ),
        late(r"::|\bgcnew\b|\bDim \w|#include|\blet \w"),
    ),
    _Signs(
        "ruby",
        (
            late(r"(?m)^\s*end\s*$"),
            late(
                r"(?m)^\s*def (?:self\.)?\w+[?!]?(?:\([^()\n]*\)|\s*$)|^require(?:_relative)? '"
                r"|\bdo \|\w+(?:, \w+)*\|\s*$|^\s*attr_(?:reader|accessor) :"
            ),
        ),
        late(r"(?m)\bdefmodule\b| do\s*$|\bfn\b|\bfunction\b|->|\bthen\s*$|;\s*$"),
    ),
    _Signs(
        "kotlin",
        (
            late(
                r"(?m)^\s*(?:(?:override|private|suspend|internal|public|inline) )*fun (?:<\w+> )?"
                r"(?:\w+\.)?\w+\(.*\)(?:: [\w<>?]+)?\s*[={]"
            ),
        ),
        late(r"\bfunc\b|\bfn\b|;\s*\n"),
    ),
    _Signs(
        "swift",
        (
            late(
                r"(?m)^import (?:UIKit|SwiftUI|Foundation|WebKit|Combine|Tauri)\s*$"
                r"|^\s*(?:@objc )?(?:(?:override|public|private|static|open) )*func \w+\(.*\)"
                r"(?: (?:async )?(?:throws )?(?:-> [\w<>?\[\]]+ )?)?\{"
            ),
            late(r"\blet \w+(?:: \w+)? = |\bguard let\b|\bif let\b|\b(?:class|struct) \w+: \w+|\bself\."),
        ),
        late(r":=|\bfn \w|;\s*\n"),
    ),
    _Signs(
        "ts",
        (
            late(
                r"(?m)^\s*(?:export )?(?:interface [A-Z]\w*(?:<[^\n]*>)?(?: extends [\w, <>]+)? \{\s*$"
                r"|type [A-Z]\w* = (?:\{\s*$|['\"|])|enum [A-Z]\w* \{\s*$|abstract class \w)"
                r"|^import type \{|(?:const|let) \w+: [\w<>\[\]]+ = |\bfunction \w+\(.*\): Promise<"
                r"|\b(?:private|public) readonly \w+: "
            ),
            late(r"(?m)\w\??: (?:string|number|boolean|any|unknown|void|Promise<)|^import .* from ['\"]|\bconsole\.log\("),
        ),
        late(
            r"(?m)@flow|\{\||\|\}|[:(,] ?\?[A-Za-z]|\bfn \w|\bfunc \w|\bfun \w|\bval \w|^package |::|\bObject[;,)>]"
            r"|^\s*<(?:script|template)|\bdef \w|\bstring \w+;|#include|^---\s*$"
        ),
    ),
    _Signs(
        "js",
        (
            late(
                r"(?m)^(?:const|let|var) (?:\w+|\{[^{}\n]*\}) = (?:await )?(?:require|import)\(['\"]"
                r"|^import (?:\w+|\{[^{}]{1,300}\}|\* as \w+|\w+, \{[^{}\n]*\}) from ['\"][^'\"\n]+['\"];?\s*$"
                r"|^module\.exports ?= |^export default (?:\{|function|class|async|defineConfig)"
                r"|\bconsole\.log\(|\bdocument\.(?:getElementById|querySelector|addEventListener)\("
                r"|\bJSON\.(?:stringify|parse)\("
            ),
            late(r"(?m)^\s*(?:const|let|var|function|async function|import|export|class) |=> ?[\{(\w]|^module\.exports"),
        ),
        late(
            r"(?m)\w\)?\??: (?:string|number|boolean|any|unknown|void|never|Promise<|Array<|[A-Z]\w*(?:<\w+>)?"
            r"(?:\[\])?\s*(?:[=;,){|]|$))|^\s*(?:export )?(?:interface|type|enum|declare|abstract) \w|\bimport type\b"
            r"|^\s*<(?:script|template|style)|^---\s*$|\bfn \w|\bpublic \w|\bprivate \w|\{[#:/@](?:if|each)|\$:|\bas [A-Z]"
            r"|\bas const\b|^(?:use \w+::|echo |node )|\blet mut\b|\bimport \{[^}]*\btype \w|\w<[A-Z]\w*>\(|\$\w+ ="
        ),
    ),
    _Signs(
        "proto",
        (late(r"(?m)^syntax ?= ?\"proto[23]\";"), late(r"(?m)^(?:message|service|package) \w")),
    ),
    _Signs(
        "hcl",
        (late(r"(?m)^(?:resource|data) \"\w+\" \"[\w-]+\" \{\s*$"), late(r"(?m)^\s*\w+ += ")),
    ),
    _Signs(
        "cmake",
        (
            late(r"(?mi)^cmake_minimum_required\("),
            late(r"(?mi)^(?:project|add_executable|include)\("),
        ),
    ),
    _Signs(
        "powershell",
        (
            late(
                r"(?m)^\s*(?:\$\w+ = )?(?:Get|Set|New|Remove|Start|Stop|Install|Import|Add|Invoke|Write)"
                r"-[A-Z]\w+(?: -[A-Z]\w+| [$\"'\w.]|\s*$)"
            ),
        ),
        late(r"(?m)^\s*(?:PS |>|#include|using |\w+\(|-{3}|(?:- )?\w+:(?: |$))"),
    ),
)
