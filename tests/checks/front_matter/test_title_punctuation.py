"""title-punctuation: which form of the colon is the usual one, and where the other stands."""

from __future__ import annotations

import pytest

from samples import check, findings

ONE = "content/0.md"


def posts(*titles: str, more: str = "") -> dict[str, str]:
    """A post for each title, `content/0.md` and on."""
    return {
        f"content/{number}.md": f"---\ntitle: {title}\n{more}---\n"
        for number, title in enumerate(titles)
    }


MIXED = [
    (("'A : b'", "'C: d'"), [ONE], " : "),
    (("'A : b'", "'C: d'", "'E: f'"), [ONE], " : "),
    (("'A : b'", "'C : d'", "'E: f'", "'G: h'"), [ONE, "content/1.md"], " : "),
    (("'A: b'", "'C : d'", "'E : f'"), [ONE], ": "),
    (("'A : b: c'", "'C: d'"), [ONE], " : "),
    (('"A\u00a0: b"', "'C: d'"), [ONE], "\u00a0: "),
    ((">-\n  A : b", "'C: d'"), [ONE], ">-\n  A : b"),
    (("'A ''b'' : c'", "'C: d'"), [ONE], "'A ''b'' : c'"),
]


@pytest.mark.parametrize(("titles", "paths", "covered"), MIXED)
def test_the_form_that_is_less_used_is_found(
    titles: tuple[str, ...], paths: list[str], covered: str
) -> None:
    rows = findings("title-punctuation", posts(*titles))
    assert [path for path, _, _ in rows] == paths
    assert rows[0][1] == covered


FINE = [
    ("'A : b'", "'C : d'"),
    ("'A: b'", "'C: d'"),
    ("'A : b'", "C"),
    ("'A : b'", "'std::map'"),
    ("'A : b'", "'At 10:30'"),
    ("'A : b'", "https://example.org"),
    ("'A : b'", "'Emoji :rocket: here'"),
    ("'A : b'", "'Ends with:'"),
    ("'A : b'", "'operator :: and'"),
    ("'A : b'", "[C: d]"),
    ("'A : b'", ""),
    ("'A : b'",),
    ("'Ratio 1 : 2 in print'", "'C: d'"),
    ("'Le cache : un début'", "'C: d'"),
    ("'Cache : mode d''emploi'", "'C: d'"),
    ("'Un cache : pas à pas'", "'C: d'", "'E: f'", "'G: h'"),
]


@pytest.mark.parametrize("titles", FINE)
def test_one_form_alone_is_left_alone(titles: tuple[str, ...]) -> None:
    assert findings("title-punctuation", posts(*titles)) == []


def test_both_counts_are_told() -> None:
    ((_, _, message),) = findings("title-punctuation", posts("'A : b'", "'C: d'", "'E: f'"))
    assert message == "The colon stands as ` : ` here (1 title), and as `: ` elsewhere (2 titles)."


@pytest.mark.parametrize(
    ("more", "extra"),
    [("lang: fr\n", {}), ("", {"hugo.toml": 'defaultContentLanguage = "fr"\n'})],
)
def test_french_is_left_alone(more: str, extra: dict[str, str]) -> None:
    assert findings("title-punctuation", posts("'A : b'", "'C: d'", more=more) | extra) == []


FRENCH = "Voici un texte qui parle de la mise en cache et de ses dangers pour les équipes.\n"


@pytest.mark.parametrize(
    ("head", "body", "count"),
    [
        ("", FRENCH, 0),
        ("", FRENCH * 300, 0),
        ("lang: en\n", FRENCH, 1),
        ("", "This text is in English, and it is about the cache of a team.\n", 1),
        ("", "", 1),
    ],
)
def test_french_is_told_by_the_text_where_nothing_else_tells(
    head: str, body: str, count: int
) -> None:
    files = {
        ONE: f"---\ntitle: 'Kafka : introduction'\n{head}---\n{body}",
        **{f"content/{n}.md": f"---\ntitle: 'Tea: {n}'\n{head}---\nText.\n" for n in (1, 2)},
    }
    assert len(findings("title-punctuation", files)) == count


def test_languages_do_not_count_for_each_other() -> None:
    files = {**posts("'A : b'"), "content/de/a.md": "---\ntitle: 'C: d'\n---\n"}
    assert findings("title-punctuation", files) == []


FIXED = [
    ("---\ntitle: 'A : b'\n---\n", "---\ntitle: 'A: b'\n---\n"),
    ('---\r\ntitle: "A : b : c" # why\r\n---\r\n', '---\r\ntitle: "A: b: c" # why\r\n---\r\n'),
    ('\ufeff---\ntitle: "A : b"\n---\n', '---\ntitle: "A: b"\n---\n'),
    ('+++\ntitle = "A : b"\n+++\n', '+++\ntitle = "A: b"\n+++\n'),
    ('{\n"title": "A : b"\n}\n', '{\n"title": "A: b"\n}\n'),
    ("---\ntitle: 'ü 🚀 : b'\n---\n", "---\ntitle: 'ü 🚀: b'\n---\n"),
]


@pytest.mark.parametrize(("text", "mended"), FIXED)
def test_the_fix_changes_the_colon_and_nothing_else(text: str, mended: str) -> None:
    files = {"content/a.md": text, "content/b.md": "---\ntitle: 'C: d'\n---\n"}
    ((found, _),) = check(files, select=("title-punctuation",))
    assert found.fix is not None
    assert found.fix.safe
    text = text.removeprefix("\ufeff")
    for edit in reversed(found.fix.edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    assert text == mended


@pytest.mark.parametrize("title", [">-\n  A : b", "'A ''b'' : c'", '"A \\"b\\" : c"', "|\n  A : b"])
def test_there_is_no_fix_where_the_title_reads_otherwise_than_it_is_written(title: str) -> None:
    ((found, _),) = check(posts(title, "'C: d'"), select=("title-punctuation",))
    assert found.fix is None
