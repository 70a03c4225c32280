"""hard-to-read: which texts are measured, and what is found of those that are too hard."""

from __future__ import annotations

import pytest

from blint.diagnostics import Diagnostic
from samples import check

HARD = (
    "The implementation of the institutional transformation in the organisation necessitates a"
    " comprehensive communication of the administrative responsibilities. "
)
HARDER = (
    "The interdisciplinary characterisation of the organisational responsibilities necessitates a"
    " comprehensive institutionalisation of the experimental methodologies for the administration"
    " of the infrastructure. "
)
EASY = "The cat sat on the mat, and it was warm. "
GERMAN = (
    "Die Verwirklichung der Verantwortlichkeiten in der Organisation und die Veranstaltungen mit"
    " den Mitarbeitenden erfordern eine umfassende Kommunikation, die nicht vernachlässigt wird. "
)
POLISH = (
    "Wprowadzenie przekształceń organizacyjnych wymaga przygotowania szczegółowych dokumentów. "
)


def found(
    body: str, options: str = "", head: str = "title: A", **files: str
) -> list[tuple[Diagnostic, str]]:
    config = f"[rules]\nhard-to-read = {{ severity = 'warning'{options} }}\n"
    text = f"---\n{head}\n---\n{body}"
    return check({"content/a.md": text}, config=config, select=("hard-to-read",))


def test_the_hardest_paragraph_of_a_hard_post_is_found() -> None:
    body = "\n\n".join([HARD * 4, HARDER.strip(), EASY.strip(), HARD * 5])
    ((diagnostic, covered),) = found(body)
    assert covered == HARDER.strip()
    assert diagnostic.message.startswith("The LIX of the post is ")
    assert ", and 60 is the limit; that of this paragraph is " in diagnostic.message
    assert len(diagnostic.related) == 2


@pytest.mark.parametrize(
    ("body", "options", "count"),
    [
        (EASY * 20, "", 0),
        (HARD * 20, "", 1),
        (HARD * 4, "", 0),
        (HARD * 20, ", limit = 90", 0),
        (EASY * 20, ", limit = 5", 1),
        (HARD * 20, ", measure = 'automated-readability-index'", 1),
        (HARD * 20, ", measure = 'coleman-liau'", 1),
        (HARD * 20, ", measure = 'rix', limit = 6", 1),
        (HARD * 20, ", measure = 'mcalpine-eflaw', limit = 20", 1),
        (EASY * 20, ", measure = 'automated-readability-index'", 0),
    ],
)
def test_the_measure_and_the_limit_decide(body: str, options: str, count: int) -> None:
    assert len(found(body, options)) == count


@pytest.mark.parametrize(
    ("body", "options", "head", "count"),
    [
        (GERMAN * 20, "", "title: A", 1),
        (GERMAN * 20, ", measure = 'automated-readability-index'", "title: A", 0),
        (HARD * 20, ", measure = 'gulpease', limit = 90", "title: A", 0),
        (POLISH * 20, ", limit = 5", "title: A", 0),
        (HARD * 20, "", "lang: pl", 0),
        (GERMAN * 20, "", "lang: de-AT", 1),
        ("漢字を読むのはとても難しいです。" * 40, ", limit = 1", "title: A", 0),
        ("Это очень трудное предложение. " * 40, ", limit = 1", "title: A", 0),
    ],
)
def test_a_measure_is_for_the_languages_it_was_made_for(
    body: str, options: str, head: str, count: int
) -> None:
    assert len(found(body, options, head)) == count


@pytest.mark.parametrize(
    "body",
    [
        "",
        "```\n" + HARD * 20 + "\n```\n",
        "".join(f"- {HARD}\n" for _ in range(20)),
        "".join(f"> {HARD}\n" for _ in range(20)),
        "".join(f"## {HARD}\n\n" for _ in range(20)),
        "| a |\n|---|\n" + "".join(f"| {HARD} |\n" for _ in range(20)),
        "    " + HARD * 20,
        "<!-- " + HARD * 20 + " -->",
    ],
)
def test_what_is_no_paragraph_is_not_measured(body: str) -> None:
    assert found(body) == []


def test_code_and_addresses_count_as_short_words() -> None:
    name = "`averyveryverylongnameofafunctionthatnobodyreadsaloud`"
    address = "https://example.org/a/very/long/address/that/nobody/reads/aloud"
    body = f"The cat sat on {name} and looked at {address} for the day. Node.js is a thing. " * 10
    assert found(body, ", limit = 40") == []


def test_line_ends_do_not_matter() -> None:
    body = "\n\n".join([HARD * 4, HARDER.strip(), HARD * 5])
    ((unix, _),) = found(body)
    ((other, _),) = found(body.replace("\n", "\r\n"))
    assert unix.message == other.message


def test_collections_have_limits_of_their_own() -> None:
    config = (
        "[rules]\nhard-to-read = 'warning'\n[collections.papers]\nfiles = ['content/papers/**']\n"
        "[collections.papers.rules]\nhard-to-read = { severity = 'warning', limit = 95 }\n"
    )
    text = f"---\ntitle: A\n---\n{HARD * 20}"
    files = {"content/a.md": text, "content/papers/a.md": text}
    rows = check(files, config=config, select=("hard-to-read",))
    assert [diagnostic.path for diagnostic, _ in rows] == ["content/a.md"]


def test_it_is_off_until_it_is_asked_for() -> None:
    from blint.rulebook import load_rulebook

    assert load_rulebook()["hard-to-read"].severity.word == "off"
