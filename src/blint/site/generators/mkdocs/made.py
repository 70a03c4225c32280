"""What MkDocs, its themes and its plugins publish beside the files of the docs folder."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from blint.site.generators.mkdocs.files import plugins_of


class Made:
    """The files that a build adds, as paths from the site's root.

    `is_open`: a plugin or hook that is not known may add any file. `moves`: one gives pages other
    addresses, and other pages to links.
    """

    def __init__(self, config: Mapping[str, Any]) -> None:
        plugins = {name.removeprefix("material/"): row for name, row in plugins_of(config).items()}
        theme = config.get("theme", "mkdocs")
        options = theme if isinstance(theme, Mapping) else {"name": theme}
        self.theme = str(options.get("name", "mkdocs"))
        self.custom = _text(options.get("custom_dir"))
        self.moves = not _MOVING.isdisjoint(plugins)
        self.is_open = bool(config.get("hooks")) or not plugins.keys() <= _ADDED.keys()
        listed = options.get("static_templates")
        self._names = {"404.html", "sitemap.xml", "sitemap.xml.gz"}
        self._names |= set(map(str, listed if isinstance(listed, list) else ()))
        if options.get("include_search_page", self.theme == "readthedocs") and "search" in plugins:
            self._names.add("search.html")
        forms = [_THEMES.get(self.theme, _ANY_ASSET), *(_ADDED.get(name, "") for name in plugins)]
        self._form = re.compile("|".join(form for form in forms if form), re.IGNORECASE)
        self._export = _exported(plugins.get("tags"))

    def has(self, path: str) -> bool:
        """Whether something may be there that is no file of the docs folder."""
        if self.is_open or not self._names.isdisjoint((path, f"{path.rstrip('/')}.html")):
            return True
        return path == self._export or self._form.fullmatch(path) is not None

    def is_asset(self, path: str) -> bool:
        """Whether a theme has a file of this path, which links may name as one of the docs."""
        return re.fullmatch(_THEMES.get(self.theme, _ANY_ASSET), path) is not None

    def overlaid(self, path: str, site: str) -> Iterator[str]:
        """The file of the site's own theme folder that is published at a path."""
        is_file = "." in path[path.rfind("/") + 1 :] and not path.endswith(_TEMPLATES)
        if self.custom and is_file and not path.startswith("."):
            yield f"{site}{self.custom}/{path}"


def _exported(tags: Mapping[str, Any] | None) -> str:
    """Where the tags plugin writes its list."""
    if tags is None or tags.get("export") is False:
        return ""
    return _text(tags.get("export_file")) or "tags.json"


def _text(value: Any) -> str:
    return value.removeprefix("./").strip("/") if isinstance(value, str) else ""


_TEMPLATES: Final = (".html", ".py", ".md", ".markdown", "mkdocs_theme.yml")
_THEMES: Final[Mapping[str, str]] = {
    "mkdocs": r"css/(?:base|bootstrap|brands|solid|fontawesome|v4-font-face)\.[\w.]+|webfonts/.+"
    r"|js/(?:base|darkmode|bootstrap)\.[\w.]+|img/(?:favicon\.ico|grid\.png)",
    "readthedocs": r"css/theme(?:_extra)?\.css|css/fonts/.+|img/favicon\.ico"
    r"|js/(?:html5shiv|theme|theme_extra|jquery)[\w.-]*\.js",
    "material": r"assets/(?:stylesheets|javascripts)/.+|assets/images/favicon\.png",
}
# What a theme has that is not known.
_ANY_ASSET: Final = r".+\.(?:css|js|map|ico|woff2?|ttf|eot|svg|png|gif|jpe?g|webp)"

# The plugins that are known to leave pages where they are, and the files that they add.
_ADDED: Final[Mapping[str, str]] = {
    "search": r"search/(?:search_index\.js(?:on)?|main\.js|worker\.js|lunr[\w.-]*\.js)",
    "social": r"assets/images/social/.+",
    "privacy": r"assets/external/.+",
    "rss": r"[\w-]+\.(?:xml|json)",
    "mkdocstrings": r"objects\.inv|.*_mkdocstrings\.css",
    "print-site": r"print_page(?:/.*|\.html)?",
    "with-pdf": r".*\.pdf",
    "pdf-export": r".*\.pdf",
    "mike": r"versions\.json|css/version-select\.css|js/version-select\.js",
    "glightbox": r"assets/(?:javascripts|stylesheets)/glightbox.*",
    "drawio": r"drawio-assets/.*",
    **dict.fromkeys(
        (
            *("abbreviations", "autolinks", "autorefs", "awesome-nav", "awesome-pages", "bibtex"),
            *("blog", "charts", "codeinclude", "encryptcontent", "exclude", "exclude-search"),
            *("git-authors", "git-committers", "git-committers-2", "git-revision-date"),
            *("git-revision-date-localized", "git-latest-changes", "group", "htmlproofer"),
            *("include-markdown", "info", "kroki", "literate-nav", "macros", "markdownextradata"),
            *("markdownmermaid", "mermaid2", "meta", "meta-descriptions", "minify", "minify_html"),
            *("nav-weight", "neoteroi.contribs", "offline", "open-in-new-tab", "optimize"),
            *("page-to-pdf", "redirects", "same-dir", "section-index", "spellcheck"),
            *("swagger-ui-tag", "table-reader", "tags", "tooltips", "typeset", "video"),
            *("asciinema-player", "badges", "build_plantuml", "callouts", "caption", "img2fig"),
            *("markdown-exec", "panzoom", "plantuml", "puml", "termynal", "toggle-sidebar"),
        ),
        "",
    ),
}
# Plugins that build the pages of languages, or of other repositories, in places of their own.
_MOVING: Final = frozenset(("i18n", "monorepo", "multirepo"))
