"""Whether a snippet is data or markup: JSON, YAML, TOML, INI, XML, HTML or CSS."""

from __future__ import annotations

from blint.late import late


def data_word(text: str) -> str | None:
    """The usual fence name of the format that a text, without white space around it, surely is."""
    if text[0] in "{[" and text[-1] in "}]":
        if is_json(text):
            return "json"
        if is_json_lines(text):
            return "jsonl"
    if text[0] == "<" and text[-1] == ">":
        return _markup(text)
    if is_yaml(text):
        return "yaml"
    return _sections(text) or ("css" if is_css(text) else None)


def is_json(text: str) -> bool:
    """Whether a text is a JSON object with a member, or an array of such objects."""
    value = json_value(text)
    if isinstance(value, list):
        return bool(value) and all(isinstance(item, dict) and item for item in value)
    return isinstance(value, dict) and bool(value)


def is_json_lines(text: str) -> bool:
    """Whether each of several lines is a JSON object, all with the same first key."""
    lines = text.split("\n")
    if not 1 < len(lines) <= 500 or not all(line[:1] == "{" for line in lines):
        return False
    values = [json_value(line) for line in lines]
    firsts = {next(iter(value), "") if isinstance(value, dict) else "" for value in values}
    return len(firsts) == 1 and "" not in firsts


def json_value(text: str) -> object:
    """The value of a JSON text, None where it is none, or nested too deeply to tell."""
    import json

    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def is_yaml(text: str) -> bool:
    """Whether a text is a YAML mapping of several levels, or a manifest of Kubernetes.

    Flat `key: value` lines may be headers, output or prose; each line has to be one of YAML.
    """
    if ":" not in text or "\t" in text or "{{" in text:
        return False
    manifest = _API.search(text) is not None and _KIND.search(text) is not None
    if not manifest and _NESTED.search(text) is None:
        return False
    return _only_yaml_lines(text) and _parses_as_yaml(text)


def _only_yaml_lines(text: str) -> bool:
    keys, block = 0, -1
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip():
            continue
        if block >= 0 and indent > block:
            continue
        block = -1
        if line.lstrip().startswith("#") or line.rstrip() in {"---", "..."}:
            continue
        if _NOT_YAML.search(line) is not None:
            return False
        key = _KEY.match(line)
        if key is None:
            if _ITEM.match(line) is None:
                return False
            continue
        keys += 1
        if line.rstrip()[-1] in "|>" or line.rstrip()[-2:] in {"|-", ">-", "|+", ">+"}:
            block = indent
    return keys >= 2


def _parses_as_yaml(text: str) -> bool:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        # Events, not nodes: those are made by recursion.
        for _ in yaml.parse(text, Loader=loader):
            pass
    except (yaml.YAMLError, RecursionError, ValueError):
        return False
    return True


_KEY = late(r" *(?:- +)*(?:[A-Za-z_$@./][\w./$@*-]*|\"[^\"\n]+\"|'[^'\n]+')\s?:(?: {1,2}\S.*| *)$")
_ITEM = late(r" *- \S")
_NESTED = late(
    r"(?m)^( *)[a-z_][\w.-]*:\s*(?:#.*)?\n(?:\1 *- (?:[\w\"'./]|$)|\1 +[\w\"'./$@-]+: ?)"
)
_API = late(r"(?m)^apiVersion: \S")
_KIND = late(r"(?m)^kind: [A-Z]")
# Lines of code and of prose: members of records, blocks of code, sentences.
_NOT_YAML = late(
    r"(?m)[;{(\\]$|^\s*[\w\"']+: [^\"'\[{\n#]*,$|^\s*(?:else|try|finally|default|public|private"
    r"|protected|error|warning|note|help|info|usage|options|commands)\s*:"
)


def _sections(text: str) -> str | None:
    """`toml` or `ini` for sections and assignments."""
    head = _SECTION.match(text) or _ASSIGNED.match(text)
    if head is None and not text.startswith(("#", ";", "+++")):
        return None
    if _SECTION_LINE.search(text) is None:
        return None
    if _toml(text):
        return "toml"
    lines = [line.strip() for line in text.split("\n")]
    plain = all(not line or line[0] in ";#" or _INI_LINE.match(line) is not None for line in lines)
    assigned = any("=" in line for line in lines)
    return (
        "ini" if plain and assigned and text.startswith("[") and _toml_value(text) is None else None
    )


def _toml(text: str) -> bool:
    """Whether a text is TOML and, by a string or an array in it, no INI file."""
    value = _toml_value(text.strip("+"))
    return bool(value) and _TOML_ONLY.search(text) is not None


def _toml_value(text: str) -> dict[str, object] | None:
    import tomllib

    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return None


_SECTION = late(r"(?:[#;][^\n]*\n|\s*\n)*\[\[?[\w.\"' *:/@-]+\]\]?\s*(?:#.*)?(?:\n|\Z)")
_SECTION_LINE = late(r"(?m)^\s*\[\[?[A-Za-z_\"'][\w.\"' *:/@-]*\]\]?\s*(?:#.*)?$")
_ASSIGNED = late(r"[\w.\"-]+ *= *[\"'\[{\dtf]")
_TOML_ONLY = late(
    r"(?m)^\s*[\w.\"-]+ = (?:\"[^\"\n]*\"|'[^'\n]*'|\[.*|\{ ?[\w.-]+ ?=.*\})\s*(?:#.*)?$"
)
_INI_LINE = late(r"\[[A-Za-z][\w.: \"-]*\]$|[A-Za-z][\w.-]* ?= ?(?![=>]).*$")


def _markup(text: str) -> str | None:
    """`html` or `xml` for elements that are no template of a framework."""
    if _FRAMEWORK.search(text) is not None:
        return None
    if _XML.search(text) is not None:
        return "xml"
    whole = _HTML.match(text) is not None and _CLOSED.search(text) is not None
    return "html" if whole else None


_FRAMEWORK = late(
    r"[{}]|className=|</?[A-Z]|\s(?:v-[a-z]|[@:#*\[(][\w.]+[\])]?)[\w:.-]*=|<(?:template|slot"
    r"|script"
    r"|style)[\s>]|\s(?:class|client|let|use|on|bind):\w"
)
_XML = late(
    r"\sxmlns(?::\w+)?=[\"']|<(?:groupId|artifactId|PropertyGroup|ItemGroup|PackageReference)[\s>]"
)
_HTML = late(
    r"(?:<!--.{0,2000}?-->\s*)?<(?:html|head|body|div|p|a|ul|ol|table|form|img|link|meta|span"
    r"|button|section|nav|main|header|footer|h[1-6]|input|label|select|video|audio|iframe"
    r"|details|figure|picture)(?:\s[^<>]*)?>",
    16,
)
_CLOSED = late(r"</[a-z][\w-]*>\s*\Z|<(?:img|link|meta|input)\s[^<>]*>\Z")


def is_css(text: str) -> bool:
    """Whether a text is rules of CSS from beginning to end, without what only SCSS or Less has."""
    if text[-1] != "}" or _CSS_SIGN.search(text) is None or _NOT_CSS.search(text) is not None:
        return False
    bare = _CSS_COMMENT.sub("", text)
    return _CSS_BLOCK.sub("", _CSS_BLOCK.sub("", bare)).strip() == ""


_CSS_SIGN = late(
    r"(?m)^\s*(?:color|background(?:-\w+)?|margin(?:-\w+)?|padding(?:-\w+)?|display|font-\w+|width"
    r"|height|border(?:-\w+)*|position|max-width|line-height|opacity|transition|--[\w-]+)\s*:"
    r"\s*[^;{}\n]+;"
)
_NOT_CSS = late(r"(?m)//|[$&`]|@(?:include|mixin|extend|if|use|apply)|^\s*\.\w[^{]*\(")
_CSS_COMMENT = late(r"/\*[^*]*\*+(?:[^/*][^*]*\*+)*/")
_CSS_BLOCK = late(r"[^{};]{1,300}\{(?:\s*[\w-]+\s*:[^{};]+;?)*\s*\}")
