"""inconsistent-tag: which spelling is the usual one, and what the fix may do."""

from __future__ import annotations

import unicodedata

import pytest

from blint.running.opening import Request
from blint.running.run import run
from fixing import fixed
from real_blogs import FOLDER, needs_corpora
from samples import Row, check, findings

RULE = "inconsistent-tag"
NFD = unicodedata.normalize("NFD", "café")
LOOKS_THE_SAME = (
    f"The tag `{NFD}` (1 post) is made of other code points than the tag that looks the same "
    "elsewhere (1 post)."
)


def blog(*heads: str) -> dict[str, str]:
    """Posts a, b, c … with these front matters."""
    return {
        f"content/{name}.md": f"---\n{head}\n---\n"
        for name, head in zip("abcdef", heads, strict=False)
    }


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        (
            ["tags: [iot]", "tags: [IoT]", "tags: [IoT]"],
            [("content/a.md", "iot", "The tag `iot` (1 post) is mostly written `IoT` (2 posts).")],
        ),
        (
            ["tags: [a b]\ndate: 2025-01-01", "tags: [a-b]\ndate: 2026-01-01"],
            [("content/a.md", "a b", "The tag `a b` (1 post) is also written `a-b` (1 post).")],
        ),
        (
            ["tags: [pods]", "tags: [pod]", "tags: [pod]"],
            [
                (
                    "content/a.md",
                    "pods",
                    "The tag `pods` (1 post) is mostly written `pod` (2 posts).",
                )
            ],
        ),
        (
            ["tags: [café]", f"tags: [{NFD}]"],
            [
                (
                    "content/b.md",
                    NFD,
                    LOOKS_THE_SAME,
                )
            ],
        ),
        (["tags: [Windows]", "tags: [window]"], []),
        (["tags: [C]", "tags: [C++]", "tags: [C#]"], []),
        (["tags: [iot]", "tags: [iot]"], []),
        (["tags: [pods]", "tags: [container]"], []),
    ],
)
def test_the_rarer_spelling_is_found(heads: list[str], rows: list[Row]) -> None:
    assert findings(RULE, blog(*heads)) == rows


def test_a_repetition_within_one_post_is_left_to_duplicate_tag() -> None:
    assert findings(RULE, blog("tags: [iot, IoT]")) == []
    assert findings(RULE, blog("tags: [IoT, iot]", "tags: [IoT]")) == []
    ((path, text, _),) = findings(RULE, blog("tags: [iot, IoT]", "tags: [IoT]"))
    assert (path, text) == ("content/a.md", "iot")


GERMAN, ENGLISH = "tags: [Test, post, Computer]", "tags: [Tests, Post, Computers]"


@pytest.mark.parametrize(
    ("names", "heads", "hugo", "found"),
    [
        (("a.de.md", "a.en.md"), (GERMAN, ENGLISH), "", 0),
        (("de/a.md", "en/a.md"), (GERMAN, ENGLISH), "", 0),
        (("a.md", "b.md"), (f"{GERMAN}\nlang: de", f"{ENGLISH}\nlang: en"), "", 0),
        (("a.md", "a.de.md"), (ENGLISH, GERMAN), "defaultContentLanguage = 'en'", 0),
        (("a.md", "a.de.md"), (ENGLISH, GERMAN), "", 0),
        (("a.md", "a.de.md"), (ENGLISH, GERMAN), "defaultContentLanguage = 'de'", 3),
        (("a.md", "b.en.md"), (ENGLISH, GERMAN), "languageCode = 'en-us'", 3),
        (("a.md", "b.md"), (ENGLISH, f"{GERMAN}\nlang: en-GB"), "languageCode = 'en'", 3),
        (("a.zh-cn.md", "a.zh-tw.md"), (ENGLISH, GERMAN), "", 0),
        (("a.de.md", "b.de.md"), (ENGLISH, GERMAN), "", 3),
    ],
)
def test_each_language_has_its_own_tags(
    names: tuple[str, ...], heads: tuple[str, ...], hugo: str, found: int
) -> None:
    posts = zip(names, heads, strict=True)
    files = {f"content/{name}": f"---\n{head}\n---\n" for name, head in posts}
    assert len(findings(RULE, {"hugo.toml": hugo, **files})) == found


def test_what_other_tags_confirm_is_taken() -> None:
    heads = ["tags: [ESP RainMaker]", "tags: [Esp RainMaker]\ndate: 2026-01-01"]
    (row,) = findings(RULE, blog(*heads, "tags: [ESP IDF]"))
    assert row[1] == "Esp RainMaker"
    (row,) = findings(RULE, blog(*heads, "tags: [Esp Idf, Esp Now]"))
    assert row[1] == "ESP RainMaker"


@pytest.mark.parametrize(("others", "safe"), [(1, False), (2, True)])
def test_a_fix_without_a_majority_is_not_safe(others: int, safe: bool) -> None:
    ((found, _),) = check(blog("tags: [IOS]", *["tags: [iOS]"] * others), select=(RULE,))
    assert found.fix is not None
    assert found.fix.safe is safe


def test_a_finding_shows_where_the_usual_spelling_stands() -> None:
    ((found, _),) = check(blog("tags: [iot]", "tags: [IoT]", "tags: [IoT]"), select=(RULE,))
    assert [(other.path, other.message) for other in found.related] == [
        ("content/b.md", "`IoT` here")
    ]


def test_a_vocabulary_takes_the_place_of_the_majority() -> None:
    files = {**blog("tags: [iot]", "tags: [IoT]"), "tags.toml": "[tags.IoT]\n"}
    assert findings(RULE, files, '[tags]\nvocabulary = "tags.toml"\n') == []


@pytest.mark.parametrize(
    ("preset", "head", "usual", "after"),
    [
        ("plain", "tags: ['iot', x]", "[IoT]", "tags: ['IoT', x]"),
        ("plain", "tags: 'x, iot'", "[IoT]", "tags: 'x, IoT'"),
        ("plain", "tags: [IOT, x]", "['true: IoT']", "tags: [IOT, x]"),
        ("plain", "tags: ['IOT', x]", "['true: IoT']", "tags: ['IOT', x]"),
        ("plain", "tags: ['node js', x]", "['node: js']", "tags: ['node js', x]"),
        ("plain", "tags: ['esp-idf: x', y]", "['ESP-IDF: X']", "tags: ['ESP-IDF: X', y]"),
        ("plain", 'tags: ["it\'s a x"]', '["it\'s A x"]', 'tags: ["it\'s a x"]'),
        ("plain", "tags: ['0X1f']", "['0x1F']", "tags: ['0x1F']"),
        ("plain", "tags: [0X1f]", "['0x1F']", "tags: [0X1f]"),
        ("plain", "tags: [c, node js]", "['node: js']", "tags: [c, node js]"),
        ("plain", "tags: [ab]", "[a b]", "tags: [a b]"),
        ("jekyll", "tags: ab x", "[a b]", "tags: ab x"),
        ("jekyll", "tags: [ab, c d]", "[a b]", "tags: [a b, c d]"),
        ("plain", "tags: [pods, pod]", "[pod]", "tags: [pods, pod]"),
    ],
)
def test_the_fix_edits_the_token_alone(preset: str, head: str, usual: str, after: str) -> None:
    folder = "_posts" if preset == "jekyll" else "content"
    config = f'preset = "{preset}"\ncontent = ["{folder}"]\n'
    text = f"---\n{head}\n---\n"
    others = {f"{folder}/{n}.md": f"---\ntags: {usual}\n---\n" for n in "bcd"}
    fixes = [
        d.fix
        for d, _ in check({f"{folder}/a.md": text, **others}, config=config, select=(RULE,))
        if d.path == f"{folder}/a.md" and d.fix
    ]
    for edit in [edit for fix in fixes for edit in fix.edits]:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == f"---\n{after}\n---\n"


def test_a_lone_spelling_needs_no_fix() -> None:
    text = "---\ntags: [iot]\n---\n"
    assert fixed(RULE, text) == text


@needs_corpora
@pytest.mark.parametrize(
    ("blog", "least"),
    [("18f-blog", 0), ("highlight-blog", 0), ("espressif-devportal", 43), ("kubevirt-blog", 18)],
)
def test_real_blogs(blog: str, least: int) -> None:
    outcome = run(Request(paths=(FOLDER / blog,), select=(RULE,), today="2026-06-01"))
    usual = {d.related[0].message for d in outcome.diagnostics}
    assert len(usual) >= least
    assert bool(usual) is bool(least)


def test_pages_beside_the_posts_are_not_counted() -> None:
    files = {
        "_config.yml": "permalink: /:title/\n",
        "_posts/2026-01-01-a.md": "---\ntags: [Go]\n---\n",
        "_posts/2026-01-02-b.md": "---\ntags: [Go]\n---\n",
        "_posts/2026-01-03-c.md": "---\ntags: [go]\n---\n",
        "about.md": "---\ntags: [go, GO]\n---\n",
    }
    (row,) = findings("inconsistent-tag", files)
    assert row[2] == "The tag `go` (1 post) is mostly written `Go` (2 posts)."
