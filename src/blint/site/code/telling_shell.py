"""Whether a snippet is shell commands, or what a terminal shows of them."""

from __future__ import annotations

from blint.late import late


def shell_word(text: str) -> str | None:
    """`console` for a session with prompts, `sh` for commands alone; else None."""
    if _PROMPT.match(text) is not None:
        return "console"
    if (
        ("fi" in text or "done" in text)
        and _KEY.match(text) is None
        and _SCRIPT.search(text)
        and _SCRIPT_END.search(text) is not None
    ):
        return "sh"
    return "sh" if _all_commands(text) else None


def logical_lines(text: str) -> list[str]:
    """The lines that are commands, each with those it goes on in, comments and blanks left out."""
    joined = _CONTINUED.sub(" ", text)
    lines = (line.strip() for line in joined.split("\n"))
    return [line for line in lines if line and not line.startswith("#")]


def is_command(line: str) -> bool:
    """Whether a line is a command that people type into a shell, and nothing a program says."""
    return _COMMAND.match(line) is not None


def _all_commands(text: str) -> bool:
    first = _FIRST.search(text)
    if first is None or not is_command(first[0].strip()) or _WINDOWS.search(text) is not None:
        return False
    return all(map(is_command, logical_lines(text)))


_PROMPT = late(r"\$ (?:[a-z][\w.-]*|\.{0,2}/\S+)(?:\s|\Z)|\[?[\w.-]+@[\w.-]+(?::| )\S+\]?[$#] \S")
_FIRST = late(r"(?m)^[ \t]*[^\s#][^\n]*")
_CONTINUED = late(r"\\\n\s*")
_SCRIPT = late(
    r"(?m)^\s*(?:if \[\[? .+\]\s*;? ?(?:then)?|for \w+ in [^\n:]+; ?do|while [^\n:]+; ?do)$"
)
# YAML that holds a script begins like this.
_KEY = late(r"(?:#[^\n]*\n|\s)*(?:- )?[A-Za-z][\w.-]*:(?: |$|\n)")
_SCRIPT_END = late(r"(?m)^\s*(?:fi|done)\s*(?:[|<>;&].*)?$")
_WINDOWS = late(r"[A-Za-z]:\\|%[A-Za-z]\w*%|\$env:|(?m:^\s*(?:set|md|copy|del|dir) )|\\\w+\\")

# A command that is no English word may have any arguments; of the others those that are known,
# so that "make sure", "go to" and "git version 2.40" are no commands.
_COMMAND = late(
    r"(?:sudo (?:-\w+ )?|time |[A-Z_]{3,}=\S+ )*(?:"
    r"npm (?:i|install|ci|run|init|start|test|create|exec|publish|update|uninstall|link|config|"
    r"add|login|audit|outdated|view|pack)(?= |$)"
    r"|(?:yarn|pnpm|bun) (?:add|install|run|dlx|create|init|dev|build|start|test|remove|tauri|"
    r"global|upgrade|exec|i)(?= |$)"
    r"|yarn$|npx (?:-\S+ )*[@a-z][\w@/.-]+(?= |$)"
    r"|(?:pip3?|pipx|conda|poetry|uv) (?:install|uninstall|freeze|list|create|add|run|sync|pip)\b"
    r"|git (?:add|am|apply|bisect|branch|checkout|cherry-pick|clean|clone|commit|config|diff|fetch|"
    r"init|log|merge|mv|pull|push|rebase|remote|reset|restore|rev-parse|revert|rm|show|stash|"
    r"status|submodule|switch|tag|worktree)(?= |$)"
    r"|cargo (?:\+\S+ )?(?:add|bench|build|check|clean|clippy|doc|fix|fmt|init|install|login|new|"
    r"package|publish|run|test|tree|update|tauri|create-tauri-app)(?= |$)"
    r"|rustup (?:\+\S+ )?(?:component|default|install|override|self|show|target|toolchain|update)"
    r"(?= |$)"
    r"|go (?:build|fmt|generate|get|install|mod|run|test|vet|work)(?= |$)"
    r"|(?:docker|podman) (?:build|compose|exec|images|logs|network|ps|pull|push|rm|rmi|run|start|"
    r"stop|tag|volume|login|cp|inspect)(?= |$)"
    r"|docker-compose (?:up|down|build|run|pull|logs|exec)\b"
    r"|(?:kubectl|oc) (?:annotate|apply|attach|config|cp|create|delete|describe|edit|exec|expose|"
    r"get|label|logs|patch|port-forward|proxy|rollout|run|scale|wait|new-project|adm)(?= |$)"
    r"|(?:helm|minikube|virtctl|terraform|brew|gem|snap|gh|kind) (?:[a-z][\w-]+)(?: \S.*)?$"
    r"(?<![.!?])"
    r"|(?:apt|apt-get|yum|dnf|pacman|apk|zypper) (?:-\S+ )*(?:install|update|upgrade|remove|add|-S)"
    r"|(?:systemctl|service) (?:--\S+ )*(?:start|stop|restart|status|enable|disable|daemon-reload|"
    r"[\w.-]+ (?:start|stop|restart|status))(?= |$)"
    r"|(?:curl|wget) (?=\S*[-:/.\"'$])\S"
    r"|(?:cd|mkdir|ls|rm|cp|mv|chmod|chown|ln|scp|rsync|tar|unzip) (?=-|[^ ]*[/.~$*_-])\S+"
    r"(?: [^ ]+){0,8}$(?<![.!?:])"
    r"|(?:cd|mkdir) [\w.~/$-]+(?: && .+)?$"
    r"|export [A-Za-z_]\w*=|source \S*[/.]\S*$|echo [\"'$]"
    r"|cmake (?:-|\.|--build )|make(?: -[a-zA-Z]\S*| [a-z_]+=\S+)+(?: [\w./-]+)?$|ninja -\S+"
    r"|(?:idf|esptool|west)\.py (?:-\S+(?: \S+)? )*[a-z]|python3? -m \w+|python3? \S+\.py\b"
    r"|node (?:--?\S+ )*\S+\.[cm]?js(?= |$)|deno (?:run|task|install|test)\b"
    r"|hugo (?:new|server|mod)\b|bundle (?:install|exec|update)\b|zola (?:build|serve|check)$"
    r")"
)
