"""Presets: what blint knows of each site generator before it has read a post."""

from __future__ import annotations

from typing import Final

import msgspec

from blint.site.preset import Fields, Preset, is_draft

__all__ = ["PRESETS", "Fields", "Preset", "is_draft"]

_ASTRO_FIELDS: Final = Fields(
    date=("pubDate", "date", "publishDate", "pubDatetime", "publishedAt", "published"),
    updated=("updatedDate", "updated", "modDatetime", "lastUpdated", "updatedAt"),
)

_MKDOCS: Final = Preset(
    name="mkdocs",
    title="MkDocs",
    content=("docs",),
    static=(("docs", "/"),),
    dialect="yaml-1.1",
    fields=Fields(
        date=("date.created", "date"),
        updated=("date.updated", "updated", "revision_date"),
    ),
    highlighter="pygments",
    url_rule="mkdocs",
    heading_ids="mkdocs",
    markdown_links=True,
)

_ASTRO: Final = Preset(
    name="astro",
    title="Astro",
    content=("src/content", "src/pages", "content", "posts"),
    static=(("public", "/"),),
    fields=_ASTRO_FIELDS,
    highlighter="shiki",
    url_rule="astro",
    heading_ids="astro",
)

PRESETS: Final[dict[str, Preset]] = {
    preset.name: preset
    for preset in (
        Preset(
            name="hugo",
            title="Hugo",
            content=("content",),
            static=(("static", "/"),),
            dialect="yaml-go",
            fields=Fields(
                date=("date", "publishDate", "pubdate", "published"),
                updated=("lastmod", "modified"),
                url=("url",),
                aliases=("aliases",),
            ),
            fold_keys=True,
            highlighter="chroma",
            url_rule="hugo",
            heading_ids="hugo",
            read_time="hugo",
        ),
        Preset(
            name="jekyll",
            title="Jekyll",
            content=("**/_posts", "**/_drafts"),
            pages=("",),
            skip=("_site", "_includes", "_layouts", "_data", "_sass", "_plugins", "vendor"),
            static=(("", "/"),),
            dialect="yaml-1.1",
            fields=Fields(
                draft=("draft", "published"),
                updated=("last_modified_at", "updated", "modified_date"),
                url=("permalink",),
                aliases=("redirect_from",),
                tags=("tags", "tag"),
            ),
            highlighter="rouge",
            url_rule="jekyll",
            heading_ids="jekyll_gfm",
            draft_folders=("_drafts",),
        ),
        Preset(
            name="zola",
            title="Zola",
            content=("content",),
            static=(("static", "/"),),
            fields=Fields(
                url=("path",),
                aliases=("aliases",),
                tags=("taxonomies.tags", "taxonomies.tag"),
                categories=("taxonomies.categories", "taxonomies.category"),
                series=("taxonomies.series", "extra.series"),
                series_order=("extra.series_order", "extra.series_part"),
                read_time=("extra.read_time", "extra.reading_time", "extra.readTime"),
            ),
            highlighter="syntect",
            url_rule="zola",
            heading_ids="zola",
            read_time="zola",
        ),
        Preset(
            name="eleventy",
            title="Eleventy",
            content=("content", "src", "posts", "blog"),
            static=(
                ("public", "/"),
                ("static", "/"),
                ("assets", "/assets/"),
                ("src/assets", "/assets/"),
                ("img", "/img/"),
                ("images", "/images/"),
            ),
            fields=Fields(
                draft=("draft", "drafts", "published"),
                updated=("updated", "lastmod", "modified"),
                url=("permalink",),
                aliases=("redirect_from", "aliases"),
            ),
            highlighter="prism",
            url_rule="eleventy",
            heading_ids="eleventy",
        ),
        _ASTRO,
        msgspec.structs.replace(
            _ASTRO,
            name="starlight",
            title="Astro Starlight",
            content=("src/content/docs",),
            url_rule="starlight",
        ),
        Preset(
            name="docusaurus",
            title="Docusaurus",
            content=("blog", "docs", "src/pages"),
            pages=("versioned_docs", "i18n"),
            static=(("static", "/"),),
            fields=Fields(
                updated=("last_update.date",),
            ),
            highlighter="prism",
            url_rule="docusaurus",
            heading_ids="docusaurus",
            markdown_links=True,
            read_time="docusaurus",
        ),
        _MKDOCS,
        msgspec.structs.replace(
            _MKDOCS,
            name="mkdocs-material",
            title="Material for MkDocs",
            url_rule="mkdocs-material",
            read_time="medium",
            fields=msgspec.structs.replace(_MKDOCS.fields, read_time=("readtime",)),
        ),
        Preset(
            name="vitepress",
            title="VitePress",
            content=("",),
            static=(("public", "/"),),
            fields=Fields(updated=("lastUpdated", "updated")),
            highlighter="shiki",
            url_rule="vitepress",
            heading_ids="vitepress",
            markdown_links=True,
        ),
        Preset(
            name="next",
            title="Next.js",
            content=(
                "content",
                "src/content",
                "posts",
                "_posts",
                "blog",
                "data",
                "pages",
                "src/pages",
                "app",
                "src/app",
            ),
            static=(("public", "/"),),
            fields=Fields(
                date=("date", "publishedAt", "publishDate", "pubDate", "published_at"),
                updated=("updated", "lastmod", "updatedAt", "updated_at", "modified"),
                draft=("draft", "published"),
            ),
            url_rule="next",
            heading_ids="rehype",
        ),
        Preset(
            name="pelican",
            title="Pelican",
            content=("content",),
            static=(("content/images", "/images/"), ("content/extra", "/extra/")),
            dialect="yaml-1.1",
            fields=Fields(
                description=("summary", "description"),
                updated=("modified",),
                draft=("status",),
                url=("url",),
                categories=("category",),
            ),
            fold_keys=True,
            highlighter="pygments",
            url_rule="pelican",
            heading_ids="none",
        ),
        Preset(
            name="hexo",
            title="Hexo",
            content=("source/_posts", "source/_drafts"),
            pages=("source",),
            static=(("source", "/"),),
            fields=Fields(
                description=("description", "excerpt"),
                draft=("draft", "published"),
                url=("permalink",),
                aliases=("alias", "aliases"),
            ),
            highlighter="highlightjs",
            url_rule="hexo",
            heading_ids="hexo",
            draft_folders=("source/_drafts",),
        ),
        Preset(
            name="plain",
            title="no generator",
            content=(),
            static=(("static", "/"), ("public", "/"), ("assets", "/assets/")),
            fields=Fields(
                draft=("draft", "published"),
                updated=("updated", "lastmod", "modified"),
                url=("permalink", "url"),
                aliases=("aliases", "redirect_from"),
            ),
            url_rule="plain",
            heading_ids="rehype",
            links="source",
            markdown_links=True,
        ),
    )
}
