"""The shapes that lists of posts have on pages: as copied text, as HTML, as what blint writes."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from datetime import date

from listing_blog import Row, Shape, seed_shape


def _each(head: str, template: str, joined: str = ", ", tail: str = "") -> Shape:
    def shape(posts: Iterable[Row]) -> str:
        made = list(posts)
        return (
            head.format(count=len(made))
            + "".join(_fill(template, row, joined) for row in made)
            + tail
        )

    return shape


def _fill(template: str, row: Row, joined: str) -> str:
    day = date.fromisoformat(row.date)
    return template.format(
        title=row.title,
        iso=row.date,
        day=row.day,
        long=f"{day.day} {day:%B} {day.year}",
        us=f"{day.month:02}/{day.day:02}/{day.year}",
        german=f"{day.day}. {_GERMAN[day.month - 1]} {day.year}",
        dotted=f"{day.day:02}.{day.month:02}.{day.year}",
        minutes=row.minutes,
        summary=row.summary,
        tags=joined.join(row.tags),
    )


def _html(template: str, around: str) -> Shape:
    def shape(posts: Iterable[Row]) -> str:
        made = [
            row._replace(title=html.escape(row.title), summary=html.escape(row.summary))
            for row in posts
        ]
        items = "".join(_fill_html(template, row) for row in made)
        return around.format(count=len(made), items=items)

    return shape


def _fill_html(template: str, row: Row) -> str:
    links = [
        f'<a href="/tags/{tag.lower()}" class="tag">{html.escape(tag)}</a>' for tag in row.tags
    ]
    entries = "".join(f"<li>{link}</li>" for link in links)
    spans = "".join(f"<span>#{html.escape(tag)}</span>" for tag in row.tags)
    filled = template.replace("@links", "".join(links)).replace("@list", entries)
    return _fill(filled.replace("@spans", spans).replace("{{", "{").replace("}}", "}"), row, "")


def _in_years(posts: Iterable[Row]) -> str:
    text, year = "Archive\n", ""
    for row in posts:
        day = date.fromisoformat(row.date)
        text += f"{day.year}\n" if f"{day.year}" != year else ""
        text += f"{day:%b} {day.day} {row.title}\n"
        year = f"{day.year}"
    return text


_GERMAN = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August"),
    *("September", "Oktober", "November", "Dezember"),
)
_PAGE = (
    "<!doctype html><html><head><title>Backend</title><style>p {{}}</style></head><body>"
    "<header><a href='/'>The Blog</a></header><nav><ul><li>Home</li><li>Jan 1, 2020</li></ul></nav>"
    "<main><h1>#Backend</h1><p>{count} posts</p>{items}</main>"
    "<aside><p>Popular</p><time>Jan 2, 2020</time></aside>"
    "<footer><p>Built on Mar 1, 2026</p></footer><script>var x = 'May 1, 2026';</script>"
    "</body></html>"
)
_CARD = (
    '<article><a href="/p">\n<div><time datetime="{iso}T00:00:00.000Z">{day}</time>'
    "<span>·</span><span>{minutes}m</span></div>\n<h2>{title}</h2>\n<p>{summary}</p></a>"
    "<div>@spans</div></article>"
)
_POST = (
    '<li class="post"><h3><a href="/p">{title}</a></h3><div class="meta">by Jo Doe on '
    '<time datetime="{iso}">{long}</time> &middot; {minutes} min read</div><p>{summary}</p>'
    '<ul class="tags">@list</ul><a href="/p">Read more &rarr;</a></li>'
)
_CELLS = (
    "<tr><td>{day}</td><td><a href='/p'>{title}</a></td><td>{minutes} min</td><td>@links</td></tr>"
)
_ROW = (
    "<div><span><time datetime='{iso}'>some days ago</time></span> | <a href='/p'>{title}</a>"
    " | <small>{minutes} min</small><p>Tags: @links</p></div>"
)

_FOOTED = (
    '<article><header><p><time datetime="{iso}">{german}</time> · {minutes} Min. Lesezeit</p>'
    '<h3><a href="/x">{title}</a></h3></header><p>{summary}</p><footer>@spans '
    '<a href="/x">Read more</a></footer></article>'
)

SHAPES: dict[str, Shape] = {
    "the seed's": seed_shape,
    "CRLF and a mark": lambda posts: "\ufeff" + seed_shape(posts).replace("\n", "\r\n"),
    "no end of line": lambda posts: seed_shape(posts).rstrip("\n"),
    "no header": lambda posts: seed_shape(posts).split("posts\n\n", 1)[1],
    "no blank lines": lambda posts: seed_shape(posts).replace("\n\n", "\n"),
    "blank lines between all": lambda posts: seed_shape(posts).replace("\n", "\n\n"),
    "title first, ISO": _each("", "{title}\n{iso} | {minutes} min read\n{summary}\n{tags}\n\n"),
    "title, summary, date at last": _each(
        "Posts tagged Backend ({count} posts)\n\n",
        "{title}\n{summary}\nby Jo Doe on {long} • {minutes} minutes\n\n",
    ),
    "read time before the date": _each(
        "Backend\n", "{minutes} min read - {long}\n{title}\n{tags}\n"
    ),
    "date and read time apart": _each(
        "# Backend\n{count} articles\n\n",
        "{day}\n\n·\n\n{minutes} min read\n\n{title}\n\n{summary}\n\n{tags}\n\n",
        " ",
    ),
    "read time at the end": _each(
        "", "{long}\n{title}\n{summary}\n{tags}\n{minutes} min read\n\n", " · "
    ),
    "hashtags": _each("", "Posted on {long}\n{title}\n{summary}\n#{tags}\n", " #"),
    "hashtags run together": _each("", "{us} – {minutes} min\n{title}\n#{tags}\n", "#"),
    "pictures": _each(
        "My blog ✍️\n\n", "📅 {day}  ⏱ {minutes} min\n{title}\n{summary}\n🏷 {tags}\n\n"
    ),
    "a tag a line": _each("", "{day} · {minutes}m\n{title}\n{summary}\n{tags}\n\n", "\n"),
    "German": _each("", "{german} • {minutes} Min. Lesezeit\n{title}\n{tags}\n"),
    "dots": _each("", "{dotted}, {minutes} min\n\n{title}\n\n"),
    "one line each": _each("Archive\n\n", "{iso} — {title} ({minutes} min)\n"),
    "one line each, date at last": _each("", "* {title} — {day}\n"),
    "titles only": _each("All posts\n\n", "- {title}\n"),
    "titles and tags": _each("", "{title}\n{tags}\n\n", ""),
    "no read time": _each("", "{title}\n{long}\n{summary}\n\nContinue reading →\n\n"),
    "pages": _each(
        "", "{day}\n{title}\n{tags}\n\n", "", "← Newer\nOlder →\nPage 1 of 1\n© 2026 Jo Doe\n"
    ),
    "Markdown": _each(
        "# Backend\n\n",
        "## [{title}](/posts/x.md)\n\n*{iso}*, {minutes} min\n\n{summary}\n\nTags: {tags}\n\n",
    ),
    "tags by the date": _each("", "{title}\n{day} · {minutes} min · {tags}\n{summary}\n"),
    "tags above the title": _each("", "{day} · {minutes} min\n{tags}\n{title}\n{summary}\n"),
    "cards": _html(_CARD, _PAGE),
    "items": _html(_POST, _PAGE),
    "articles with footers": _html(_FOOTED, "<html><body>{items}</body></html>"),
    "rows": _html(_ROW, "<html><body><div>{items}</div></body></html>"),
    "a table": _html(_CELLS, "<table><tr><th>Date</th><th>Title</th></tr>{items}</table>"),
    "a table in Markdown": _each("", "| {iso} | [{title}](x.md) | {minutes} min |\n"),
    "a table with tags": _each(
        "# Backend\n\n{count} posts\n\n| Date | Title | Read time | Tags |\n|---|:--|--:|---|\n",
        "| {day} | {title} | {minutes} min | {tags} |\n",
    ),
    "a table with all": _each(
        "Title | Date | Minutes | Summary | Tags\n- | - | - | - | -\n",
        "[{title}](/x) | {iso} | {minutes} | {summary} | {tags}\n",
        " ",
    ),
    "columns parted by tabs": _each(
        "Date\tTitle\tRead\tTags\n", "{dotted}\t{title}\t{minutes} min\t{tags}\n"
    ),
    "years as headings": _in_years,
    "a saved fragment": _html(_CARD, "<section><h1>Backend</h1>{items}</section>"),
    "JSON": lambda posts: json.dumps(
        {
            "tag": "Backend",
            "posts": [
                {
                    "title": r.title,
                    "date": r.date,
                    "minutes": r.minutes,
                    "tags": r.tags,
                    "description": r.summary,
                }
                for r in posts
            ],
        }
    ),
}
"""Each makes the text of a list from rows."""
