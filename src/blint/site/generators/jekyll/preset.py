"""What blint knows of Jekyll before it has read a post."""

from __future__ import annotations

from typing import Final

from blint.site.preset import Fields, Preset

PRESET: Final = Preset(
    name="jekyll",
    title="Jekyll",
    bare_links=False,
    content=("**/_posts", "**/_drafts"),
    pages=("",),
    skip=(
        *("_site", "_includes", "_layouts", "_data", "_sass", "_plugins"),
        *("vendor/bundle", "vendor/cache", "vendor/gems", "vendor/ruby"),
    ),
    static=(("", "/"),),
    dialect="yaml-1.1",
    fields=Fields(
        description=("description", "excerpt", "summary"),
        draft=("published",),
        updated=("last_modified_at", "updated", "modified_date"),
        url=("permalink",),
        aliases=("redirect_from",),
        tags=("tags", "tag"),
    ),
    highlighter="rouge",
    draft_folders=("_drafts",),
    homes=(("", ""),),
    base_keys=("baseurl",),
    host_keys=("url",),
    telling=("**/index.html", "**/index.md", "**/index.markdown", "CNAME", "_plugins/**"),
    data_files=("Gemfile",),
    route_keys=("published", "category", "tag", "hidden", "media_subpath", "img_path"),
    templates="liquid",
    page_files=(
        *(".html", ".htm", ".xhtml", ".xml", ".json", ".txt", ".scss", ".sass"),
        *(".mkdown", ".mkdn", ".textile", ".adoc", ".asciidoc"),
    ),
    project_files=True,
    exact_draft=True,
    zone_key="timezone",
    spaced_tags=True,
    info_strings="jekyll",
)
