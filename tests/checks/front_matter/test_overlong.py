"""overlong-title and overlong-description: what is too long, where, and how long it is."""

from __future__ import annotations

import pytest

from samples import findings

LIMIT = (
    "[rules]\noverlong-title = { max-length = 10 }\noverlong-description = { max-length = 10 }\n"
)
KEY = "[front-matter.keys]\ndescription = "
FORMS = [
    ("---\ntitle: One two three four\n---\n", "ree four"),
    ("---\ntitle: 'One two three four'\n---\n", "ree four"),
    ("---\ntitle: 'One  two   three  four'\n---\n", "ree  four"),
    ('---\ntitle: "One two three four"\n---\n', "ree four"),
    ("---\r\ntitle: One two three four\r\n---\r\n", "ree four"),
    ("\ufeff---\ntitle: One two three four\n---\n", "ree four"),
    ('+++\ntitle = "One two three four"\n+++\n', "ree four"),
    ('{\n"title": "One two three four"\n}\n', "ree four"),
    # What is not written as it reads is covered as a whole.
    ("---\ntitle: One two\n  three four\n---\n", "One two\n  three four"),
    ("---\ntitle: >-\n  One two three four\n---\n", ">-\n  One two three four"),
    ("---\ntitle: 'One ''two'' three'\n---\n", "'One ''two'' three'"),
    ('---\ntitle: "One two\\tthree"\n---\n', '"One two\\tthree"'),
]


@pytest.mark.parametrize(("text", "covered"), FORMS)
def test_the_part_that_is_too_much_is_found(text: str, covered: str) -> None:
    ((_, found, _),) = findings("overlong-title", text, LIMIT)
    assert found == covered


SEEN = [
    ("One two three", "ree", "13 characters"),
    ("e\u0301" * 11, "e\u0301", "11 characters"),
    ("👩‍👩‍👧‍👦" * 6, "👩‍👩‍👧‍👦", "12 characters, wide ones counted twice"),
    ("🇩🇪" * 6, "🇩🇪", "12 characters, wide ones counted twice"),
    ("読みやすい文章", "文章", "14 characters, wide ones counted twice"),
    ("한국어 제목", "목", "11 characters, wide ones counted twice"),
]


@pytest.mark.parametrize(("title", "beyond", "says"), SEEN)
def test_characters_are_counted_as_they_are_seen(title: str, beyond: str, says: str) -> None:
    ((_, covered, message),) = findings("overlong-title", f"---\ntitle: {title}\n---\n", LIMIT)
    assert (covered, message) == (beyond, f"The title takes {says}; 10 is the limit.")


@pytest.mark.parametrize(
    "head",
    [
        "title: Ten letter",
        "title: ''",
        "title:",
        "title: 123456789012345",
        "title: [One, two, three, four]",
        "title: {en: One two three four}",
        "title: true",
        "title: " + "e\u0301" * 10,
        "title: 'One   two  x'",
        "name: One two three four",
        "- One two three four",
    ],
)
def test_what_fits_or_is_no_text_is_left_alone(head: str) -> None:
    assert findings("overlong-title", f"---\n{head}\n---\n", LIMIT) == []


def test_the_limits_of_a_blog_that_sets_none() -> None:
    post = "---\ntitle: {}\ndescription: {}\n---\n"
    assert findings("overlong-title", post.format("x" * 100, "x")) == []
    assert findings("overlong-description", post.format("x", "x" * 160)) == []
    ((_, covered, _),) = findings("overlong-title", post.format("x" * 101, "x"))
    assert covered == "x"
    ((_, covered, message),) = findings("overlong-description", post.format("x", "x" * 162))
    assert covered == "xx"
    assert message == "The description takes 162 characters; 160 is the limit."


@pytest.mark.parametrize(
    ("head", "config", "count"),
    [
        ("description: One two three", "", 1),
        ("excerpt: One two three", "", 0),
        ("summary: One two three", "", 0),
        ("excerpt: One two three", f"{KEY}'excerpt'\n", 1),
        (
            "seo: {description: One two three}",
            f"{KEY}'seo.description'\n",
            1,
        ),
        ("Description: One two three", 'preset = "hugo"\n', 1),
    ],
)
def test_a_lead_is_no_description_unless_it_is_said_to_be(
    head: str, config: str, count: int
) -> None:
    rows = findings("overlong-description", f"---\n{head}\n---\n", config + LIMIT)
    assert len(rows) == count
