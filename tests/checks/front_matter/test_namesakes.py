"""Titles and descriptions of two posts: which say the same, and which of the posts is late."""

from __future__ import annotations

import pytest

from samples import check, findings

FILES = ("content/a.md", "content/b.md")


def two(one: str, other: str, key: str = "title") -> dict[str, str]:
    """Two posts with a value each, the second published later."""
    values = zip(FILES, (one, other), ("2024-01-01", "2024-02-01"), strict=True)
    return {path: f"---\n{key}: {value}\ndate: {date}\n---\n" for path, value, date in values}


SAME = [
    ("Trees", "Trees"),
    ("Trees in Rust", "trees in  RUST"),
    ("'Don''t panic'", "Don’t panic"),
    ("Trees in Rust", "Trees in Rust!"),
    ("Trees in Rust", "Trees in Rust."),
    ('"A – B"', '"A - B"'),
    ("2024", "2024"),
    ("読みやすい文章", "読みやすい文章"),
    ("🚀", "🚀"),
    ("C++", "c++"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_title_of_two_posts_is_found_on_the_later_one(one: str, other: str) -> None:
    ((path, covered, message),) = findings("duplicate-title", two(one, other))
    assert (path, covered) == ("content/b.md", other)
    assert message.endswith("` is that of `content/a.md` as well.")
    assert findings("near-duplicate-title", two(one, other)) == []


NEAR = [
    ("A Guide to Caching", "Guide to Caching"),
    ("The State of Rust", "State of the Rust"),
    ("Caching and Queues in Rust", "Queues and Caching in Rust"),
    ("Testing React Hooks", "Testing React Hook"),
    ("Three libraries for Rust", "Three library for Rust"),
    ("Deploying Machine Learning Models", "Deploying Machine Learnnig Models"),
    ("Deploying Machine Learning Models", "Deploying Machne Learning Models"),
    ('"Rust: Trees"', "Rust – Trees"),
    ("Real-time search", "Real time search"),
    ("Why trees?", "Why trees"),
]


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_titles_that_say_the_same_are_found(one: str, other: str) -> None:
    ((path, covered, message),) = findings("near-duplicate-title", two(one, other))
    assert (path, covered) == ("content/b.md", other)
    assert message.startswith("The title is nearly that of `content/a.md`: `")
    assert findings("duplicate-title", two(one, other)) == []


APART = [
    (
        '"JWT Authentication : Strategies for Web Apps"',
        '"OAuth Authentication : Strategies for Web Apps"',
    ),
    ("Writing a parser, part 1", "Writing a parser, part 2"),
    ("Writing a parser, part I", "Writing a parser, part II"),
    ("Node v10.1.0 (Current)", "Node v10.1.1 (Current)"),
    ("Hugo 0.1.2 released", "Hugo 0.12 released"),
    ('"This Month in Rust: March 2024"', '"This Month in Rust: April 2024"'),
    ("February 2020 Recap", "February 2021 Recap"),
    ("Q1 2023 report", "Q2 2023 report"),
    ("Calling an API from Java", "Calling an API from JavaScript"),
    ("Sorting in C", "Sorting in C++"),
    ("Interview with Andrea Smith of Rust", "Interview with Andrew Smith of Rust"),
    ("Migrating from Kafka to Redis", "Migrating from Redis to Kafka"),
    ("Why you should test", "Why you should not test"),
    ("Testing forms in Django today", "Testing fonts in Django today"),
    ("The released version of trees", "The release version of trees"),
    ('"operator :"', '"operator ;"'),
    ('"operator &"', '"operator &&"'),
    (".NET in short", "NET in short"),
    ("END directive", "ENDS directive"),
    ("_dup and dup2", "dup and dup2"),
    ("First post", "Second post"),
    ("日本語の題", "日本語の本"),
    ("[A, b]", "[A, b]"),
    ("''", "''"),
    ("", ""),
    ("~", "~"),
    ("'!'", "'?'"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_titles_with_a_word_of_their_own_are_left_alone(one: str, other: str) -> None:
    assert findings("near-duplicate-title", two(one, other)) == []
    assert findings("duplicate-title", two(one, other)) == []


def post(title: str, more: str = "") -> str:
    return f"---\ntitle: {title}\n{more}---\n"


BIG, OVERVIEW = post("Big trees"), post("Overview")
PLACES = [
    # Translations, editions and lists of posts are apart.
    ({"content/en/a.md": BIG, "content/de/a.md": BIG}, []),
    ({"content/a.md": BIG, "content/a.de.md": BIG}, []),
    ({"content/a.md": BIG, "content/b.md": post("Big trees", "lang: de\n")}, []),
    ({"content/v1/a.md": BIG, "content/v2/a.md": BIG}, []),
    ({"content/1.x/a.md": BIG, "content/latest/a.md": BIG}, []),
    ({"content/a/_index.md": BIG, "content/b.md": BIG}, []),
    ({"content/a/x.md": OVERVIEW, "content/b/x.md": OVERVIEW}, []),
    # But not in one folder, nor with dates.
    ({"content/a.md": OVERVIEW, "content/b.md": OVERVIEW}, ["content/b.md"]),
    ({"content/a/x.md": BIG, "content/b/x.md": BIG}, ["content/b/x.md"]),
    (
        {
            "content/a/x.md": post("Overview", "date: 2024-02-01\n"),
            "content/b/x.md": post("Overview", "date: 2024-01-01\n"),
        },
        ["content/a/x.md"],
    ),
    ({"content/a.md": post("Big trees", "draft: true\n"), "content/b.md": BIG}, ["content/a.md"]),
    ({"content/a.md": "# Big trees\n", "content/b.md": BIG}, ["content/b.md"]),
    ({"content/a.md": "## Big trees\n", "content/b.md": BIG}, []),
    ({"content/a.md": "---\nlayout: x\n---\n# Big trees\n", "content/b.md": BIG}, []),
    ({"content/2024-01-01-a.md": BIG, "content/2023-01-01-b.md": BIG}, ["content/2024-01-01-a.md"]),
    ({"content/v1/a.md": BIG, "content/v2/a.md": BIG, "content/v3/b.md": BIG}, ["content/v3/b.md"]),
]


@pytest.mark.parametrize(("files", "late"), PLACES)
def test_where_a_title_must_be_the_only_one(files: dict[str, str], late: list[str]) -> None:
    assert [path for path, _, _ in findings("duplicate-title", files)] == late


def test_a_title_of_many_posts_is_told_once() -> None:
    files = {
        f"content/{number}.md": post("Team update", f"date: 2024-01-0{number}\n")
        for number in range(1, 7)
    }
    rows = findings("duplicate-title", files)
    assert rows == [("content/6.md", "Team update", "6 posts have the title `Team update`.")]


def test_the_other_post_is_named_with_its_place() -> None:
    ((found, _),) = check(two("Big trees", "Big trees"), select=("duplicate-title",))
    assert [(one.path, one.span.start) for one in found.related] == [("content/a.md", 11)]


DESCRIPTIONS = [
    ("How rows are found.", "How rows are found."),
    ("How rows are found.", "how rows  are found"),
    (
        "How PostgreSQL finds rows in a large table.",
        "How PostgreSQL finds the rows in large tables.",
    ),
    ("What functions do with all these files", "What fucntions do with all these files"),
    ("What it does: parse, check, print and exit", "What it does: check, parse, print and exit"),
]


@pytest.mark.parametrize(("one", "other"), DESCRIPTIONS)
def test_descriptions_that_say_the_same_are_found(one: str, other: str) -> None:
    files = two(f'"{one}"', f'"{other}"', "description")
    ((path, covered, message),) = findings("near-duplicate-description", files)
    assert (path, covered) == ("content/b.md", f'"{other}"')
    assert message.startswith("The description is ")


OTHERS = [
    ("How rows are found.", "How columns are found."),
    ("More about User Record", "More about User Records"),
    ("Release", "Release"),
    ("All that is new in version 1.2 of the tool", "All that is new in version 1.3 of the tool"),
    ("''", "''"),
    ("", ""),
    ("[How rows are found]", "[How rows are found]"),
]


@pytest.mark.parametrize(("one", "other"), OTHERS)
def test_descriptions_of_their_own_are_left_alone(one: str, other: str) -> None:
    assert findings("near-duplicate-description", two(one, other, "description")) == []


def test_a_description_of_many_posts_is_told_once() -> None:
    files = {f"content/{name}.md": "---\ndescription: A weekly update.\n---\n" for name in "abcde"}
    ((path, _, message),) = findings("near-duplicate-description", files)
    assert path == "content/e.md"
    assert message == "5 posts have the description `A weekly update.`, or nearly."


def test_a_blog_of_one_post_or_none_with_a_title_is_silent() -> None:
    for rule in ("duplicate-title", "near-duplicate-title", "near-duplicate-description"):
        assert findings(rule, "---\ntitle: Big trees\ndescription: How rows are found\n---\n") == []
        assert findings(rule, {"content/a.md": "Text.", "content/b.md": "Text."}) == []
        assert findings(rule, {"content/a.md": "---\ntitle: [\n---\n", "content/b.md": ""}) == []


def test_some_generators_take_the_first_heading_for_a_title() -> None:
    files = {"docs/a.md": "---\ntags: [a]\n---\n# Big trees\n", "docs/b.md": BIG}
    assert len(findings("duplicate-title", files, 'preset = "mkdocs"')) == 1
    files = {"content/a.md": "---\ntags: [a]\n---\n# Big trees\n", "content/b.md": BIG}
    assert findings("duplicate-title", files, 'preset = "hugo"') == []
