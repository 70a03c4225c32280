"""Signs of programming languages: what snippets of one have, and those of no other."""

from __future__ import annotations

import re
from typing import NamedTuple

from blint.late import late


class Signs(NamedTuple):
    """Signs of a language: all of `all` are found in it, and `never` is not.

    One of `hints`, if there are any, is in every text that has the first sign; to look for them
    costs a tenth of what the expressions do.
    """

    word: str
    hints: tuple[str, ...]
    all: tuple[re.Pattern[str], ...]
    never: re.Pattern[str] | None = None


SIGNS = (
    Signs(
        "go",
        ("package ", "func "),
        (
            late(r"(?m)^package [a-z]\w*\s*$|^func (?:\(\w+ \*?\w+(?:\[\w+\])?\) )?\w+\(.*\{\s*$"),
            late(
                r"(?m) := |^import (?:\(|\"|\w+ \")|^type \w+ (?:struct|interface) ?\{|\berr != nil"
            ),
        ),
        late(r"(?m)^\s*(?:let|fn|fun|val) |^\s*var \w+ =.*;$|->|;$"),
    ),
    Signs(
        "rust",
        ("fn ", "impl", "let mut", "use ", "#[", "#!["),
        (
            late(
                r"(?m)^\s*(?:pub(?:\(\w+\))? )?(?:async |unsafe |const )*fn \w+(?:<[^<>\n]*>)?\("
                r"|^\s*impl(?:<[^\n]*?>)? [A-Z]|^\s*let mut \w|^\s*use (?:std|crate|super)::"
                r"|^\s*#!?\[(?:derive|cfg|tauri|allow|test|tokio)\b"
            ),
            late(
                r"(?m)\b(?:println|vec|format|assert|assert_eq|panic|todo)!\s*[(\[]"
                r"|^\s*let (?:mut )?"
                r"\w+(?:: [^=\n]+)? = [^\n]*;$|&(?:'\w+ )?(?:mut |self|str\b)|-> (?:impl |[A-Z&(]|"
                r"u(?:8|16|32|64|size)|i(?:8|16|32|64|size)|bool)|::<|\bResult<|\bOption<"
            ),
        ),
        late(r"\bfunc\b|\bdef \w+\(|\bstd::(?:cout|string|vector)\b|#include"),
    ),
    Signs(
        "docker",
        ("FROM ",),
        (
            late(
                r"(?m)\A(?:#[^\n]*\n|ARG [^\n]+\n"
                r"|\s*\n)*FROM (?:--platform=\S+ )?[\w./:${}@-]+(?: [Aa][Ss] [\w-]+)?\s*$"
            ),
            late(r"(?m)^(?:RUN|COPY|CMD|ENTRYPOINT|WORKDIR|ENV|EXPOSE|ADD|USER) \S"),
        ),
    ),
    Signs(
        "sql",
        (),
        (
            late(
                r"(?i)\A(?:--[^\n]*\n|\s)*(?:SELECT\s(?:[^;]{1,2000}?)\sFROM\s+[\w\"`.\[(]"
                r"|INSERT INTO"
                r" [\w\"`.]+\s*(?:\(|VALUES|SELECT)|CREATE (?:OR REPLACE )?(?:TEMP "
                r"|UNIQUE )?(?:TABLE"
                r"|VIEW|INDEX|DATABASE) [\w\"`.]+|ALTER TABLE [\w\"`.]+ (?:ADD|DROP|ALTER|RENAME)"
                r"|UPDATE [\w\"`.]+\s+SET\s|DELETE FROM [\w\"`.]+(?:\s|;|\Z))"
            ),
        ),
        late(r"(?m)^\s*[-+|]{5}|^\s*(?:const|let|var|def|public) |[{}]|^\(\d+ rows?\)"),
    ),
    Signs(
        "cpp",
        ("include",),
        (
            late(r"(?m)^\s*#\s*include\s*[<\"]"),
            late(
                r"\bstd::\w|#\s*include\s*<(?:iostream|vector|string|map|memory|algorithm|thread|"
                r"functional|utility|chrono|array|optional)>|\busing namespace \w"
                r"|(?m:^\s*template ?<)"
                r"|(?m:^\s*(?:public|private|protected):\s*$)|\bcout ?<<"
            ),
        ),
        late(r"(?m)^\s*\$ |\bref class\b|\bgcnew\b"),
    ),
    Signs(
        "java",
        ("import ", "System.out.", "@Override", "main(String"),
        (
            late(
                r"(?m)^import (?:static )?(?:java|javax|org|com|io|android)\.[\w.]+(?:\.\*)?;$"
                r"|\bpublic static void main\(String\b|\bSystem\.out\.print|^\s*@Override\b"
            ),
            late(r"(?m)\b(?:class|interface|enum|record) \w+[^\n;]*\{|^import .*;$"),
        ),
        late(r"\bfun \w+\(|\bval \w+ ?=|\bdef \w+|\busing System\b"),
    ),
    Signs(
        "csharp",
        ("using ", "Console."),
        (
            late(
                r"(?m)^\s*using (?:static )?(?:System|Microsoft|Windows)(?:\.[\w.]+)?;$"
                r"|\bConsole\.(?:Write|Read)Line\("
            ),
            late(
                r"(?m)\b(?:class|struct|interface|namespace) \w+|\bstatic (?:async )?(?:void|int"
                r"|Task)"
                r" Main\(|\bvar \w+ = new\b|\bConsole\.WriteLine\(\$\""
            ),
        ),
        late(r"::|\bgcnew\b|\bDim \w|#include|\blet \w"),
    ),
    Signs(
        "ruby",
        ("end",),
        (
            late(r"(?m)^\s*end\s*$"),
            late(
                r"(?m)^\s*def (?:self\.)?\w+[?!]?(?:\([^()\n]*\)|\s*$)|^require(?:_relative)? '"
                r"|\bdo \|\w+(?:, \w+)*\|\s*$|^\s*attr_(?:reader|accessor) :"
            ),
        ),
        late(r"(?m)\bdefmodule\b| do\s*$|\bfn\b|\bfunction\b|->|\bthen\s*$|;\s*$"),
    ),
    Signs(
        "kotlin",
        ("fun ",),
        (
            late(
                r"(?m)^\s*(?:(?:override|private|suspend|internal|public|inline) )*fun (?:<\w+> )?"
                r"(?:\w+\.)?\w+\(.*\)(?:: [\w<>?]+)?\s*[={]"
            ),
        ),
        late(r"\bfunc\b|\bfn\b|;\s*\n"),
    ),
    Signs(
        "swift",
        ("func ", "import "),
        (
            late(
                r"(?m)^import (?:UIKit|SwiftUI|Foundation|WebKit|Combine|Tauri)\s*$"
                r"|^\s*(?:@objc )?(?:(?:override|public|private|static|open) )*func \w+\(.*\)"
                r"(?: (?:async )?(?:throws )?(?:-> [\w<>?\[\]]+ )?)?\{"
            ),
            late(
                r"\blet \w+(?:: \w+)? = |\bguard let\b|\bif let\b|\b(?:class|struct) \w+: \w+"
                r"|\bself\."
            ),
        ),
        late(r":=|\bfn \w|;\s*\n"),
    ),
    Signs(
        "ts",
        (
            "interface ",
            "type ",
            "enum ",
            "abstract class",
            "const ",
            "let ",
            "Promise<",
            "readonly ",
        ),
        (
            late(
                r"(?m)^\s*(?:export )?"
                r"(?:interface [A-Z]\w*(?:<[^\n]*>)?(?: extends [\w, <>]+)? \{\s*$"
                r"|type [A-Z]\w* = (?:\{\s*$|['\"|])|enum [A-Z]\w* \{\s*$|abstract class \w)"
                r"|^import type \{|(?:const|let) \w+: [\w<>\[\]]+ = |\bfunction \w+\(.*\): Promise<"
                r"|\b(?:private|public) readonly \w+: "
            ),
            late(
                r"(?m)\w\??: (?:string|number|boolean|any|unknown|void|Promise<)"
                r"|^import .* from ['\"]|\bconsole\.log\("
            ),
        ),
        late(
            r"(?m)@flow|\{\||\|\}|[:(,] ?\?[A-Za-z]|\bfn \w|\bfunc \w|\bfun \w|\bval \w"
            r"|^package |::|\bObject[;,)>]"
            r"|^\s*<(?:script|template)|\bdef \w|\bstring \w+;|#include|^---\s*$"
        ),
    ),
    Signs(
        "js",
        (
            "require(",
            "import",
            "module.exports",
            "export default",
            "console.log(",
            "document.",
            "JSON.",
        ),
        (
            late(
                r"(?m)^(?:const|let|var) (?:\w+|\{[^{}\n]*\}) = (?:await )?(?:require"
                r"|import)\(['\"]"
                r"|^import (?:\w+|\{[^{}]{1,300}\}|\* as \w+"
                r"|\w+, \{[^{}\n]*\}) from ['\"][^'\"\n]+['\"];?\s*$"
                r"|^module\.exports ?= |^export default (?:\{|function|class|async|defineConfig)"
                r"|\bconsole\.log\(|\bdocument\.(?:getElementById|querySelector|addEventListener)\("
                r"|\bJSON\.(?:stringify|parse)\("
            ),
            late(
                r"(?m)^\s*(?:const|let|var|function|async function|import|export|class) "
                r"|=> ?[\{(\w]|^module\.exports"
            ),
        ),
        late(
            r"(?m)\w\)?\??: (?:string|number|boolean|any|unknown|void|never|Promise<|Array<"
            r"|[A-Z]\w*(?:<\w+>)?"
            r"(?:\[\])?\s*(?:[=;,){|]|$))|^\s*(?:export )?(?:interface|type|enum|declare"
            r"|abstract) \w|\bimport type\b"
            r"|^\s*<(?:script|template|style)|^---\s*$|\bfn \w|\bpublic \w|\bprivate \w"
            r"|\{[#:/@](?:if|each)|\$:|\bas [A-Z]"
            r"|\bas const\b|^(?:use \w+::|echo |node )|\blet mut\b|\bimport \{[^}]*\btype \w"
            r"|\w<[A-Z]\w*>\(|\$\w+ ="
        ),
    ),
    Signs(
        "proto",
        ("syntax",),
        (late(r"(?m)^syntax ?= ?\"proto[23]\";"), late(r"(?m)^(?:message|service|package) \w")),
    ),
    Signs(
        "hcl",
        ('resource "', 'data "'),
        (late(r"(?m)^(?:resource|data) \"\w+\" \"[\w-]+\" \{\s*$"), late(r"(?m)^\s*\w+ += ")),
    ),
    Signs(
        "cmake",
        ("cmake_minimum_required", "CMAKE_MINIMUM_REQUIRED"),
        (
            late(r"(?mi)^cmake_minimum_required\("),
            late(r"(?mi)^(?:project|add_executable|include)\("),
        ),
    ),
    Signs(
        "powershell",
        (
            "Get-",
            "Set-",
            "New-",
            "Remove-",
            "Start-",
            "Stop-",
            "Install-",
            "Import-",
            "Add-",
            "Invoke-",
            "Write-",
        ),
        (
            late(
                r"(?m)^\s*(?:\$\w+ = )?(?:Get|Set|New|Remove|Start|Stop|Install|Import|Add"
                r"|Invoke|Write)"
                r"-[A-Z]\w+(?: -[A-Z]\w+| [$\"'\w.]|\s*$)"
            ),
        ),
        late(r"(?m)^\s*(?:PS |>|#include|using |\w+\(|-{3}|(?:- )?\w+:(?: |$))"),
    ),
)
