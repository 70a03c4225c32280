"""series-missing-link: overviews and parts, and every way in which they may be linked."""

from __future__ import annotations

import pytest

from samples import findings

OVERVIEW = "Ways to talk"
CONFIG = '[links]\nbase-url = "https://example.com/"\n'


def site(overview: str, *parts: str, **changes: str) -> dict[str, str]:
    """An overview and its parts `p0`, `p1` …, by their bodies."""
    posts = {"content/ways.md": f"---\ntitle: {OVERVIEW}\n---\n{overview}\n"}
    for number, body in enumerate(parts):
        title = f"Way {'ABC'[number]} : {OVERVIEW}"
        posts[f"content/p{number}.md"] = f'---\ntitle: "{title}"\n---\n{body}\n'
    return {**posts, **changes}


BACK = "[back](ways.md)"
ALL = "[a](p0.md) [b](p1.md)"
CASES: dict[str, tuple[dict[str, str], list[str]]] = {
    "all linked": (site(ALL, BACK, BACK), []),
    "a part left out": (site("[a](p0.md)", BACK, BACK), ["content/ways.md"]),
    "no way back": (site(ALL, BACK, "Text."), ["content/p1.md"]),
    "nothing": (site("", "", ""), ["content/p0.md", "content/p1.md", "content/ways.md"]),
    "by address": (site("[a](/p0/) [b](https://example.com/p1)", "[x](/ways)", BACK), []),
    "by a full address": (site(ALL, "[x](https://example.com/2024/ways.html#top)", BACK), []),
    "a template": (site("[all]({{ site.url }}/x)", BACK, BACK), []),
    "a fragment": (site(ALL, "[back](ways.md#parts)", BACK), []),
    "one part alone": (site("", ""), []),
    "no overview": ({k: v for k, v in site("", "", "").items() if "ways" not in k}, []),
    "two overviews": (
        {**site("", "", ""), "content/x.md": f"---\ntitle: {OVERVIEW}\n---\n"},
        [],
    ),
    "series of front matter": (
        {k: v.replace("title", "series: Ways\ntitle", 1) for k, v in site("", "", "").items()},
        [],
    ),
    "a draft among the parts": (
        {
            **site("[a](p0.md) [b](p1.md)", BACK, BACK),
            "content/p2.md": f'---\ntitle: "C : {OVERVIEW}"\ndraft: true\n---\n',
        },
        [],
    ),
    "an overview that is a draft": (
        {**site("", "", ""), "content/ways.md": f"---\ntitle: {OVERVIEW}\ndraft: true\n---\n"},
        [],
    ),
    "another dash": (
        {k: v.replace(" : ", " — ") for k, v in site("", BACK, BACK).items()},
        ["content/ways.md"],
    ),
    "the name of a section": (
        {k: v.replace(" : ", " - ") for k, v in site("", "", "").items()},
        [],
    ),
    "a colon without a space before it": (
        {k: v.replace(" : ", ": ") for k, v in site("", BACK, BACK).items()},
        ["content/ways.md"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_missing_link(name: str) -> None:
    files, paths = CASES[name]
    found = findings("series-missing-link", files, CONFIG)
    assert sorted(path for path, _, _ in found) == paths


def test_a_section_is_no_series() -> None:
    pages = {f"content/s{n}.md": f'---\ntitle: "S{n}: {OVERVIEW}"\n---\n' for n in range(21)}
    assert findings("series-missing-link", {**site(""), **pages}) == []


def test_the_messages() -> None:
    messages = [m for _, _, m in findings("series-missing-link", site("[a](p0.md)", "", BACK))]
    assert messages == [
        f"This part of `{OVERVIEW}` does not link to its overview.",
        "This post is the overview of 2 parts and does not link to `content/p1.md`.",
    ]
