"""What in a title is the number of a part, and what is not."""

from __future__ import annotations

import pytest

from blint.site import part_numbers
from blint.site.part_numbers import part_number, written_number

PARTS = {
    "Foo, part 2": ("Foo", 2, "part", None),
    "Foo, Part 2: Bar": ("Foo", 2, "part", None),
    "Foo Part 2 - Bar": ("Foo", 2, "part", None),
    "Foo (Part 2)": ("Foo", 2, "part", None),
    "Foo (part 2 of 5)": ("Foo", 2, "part", 5),
    "Foo [Part 2/5]": ("Foo", 2, "part", 5),
    "Foo (Part 2): Bar": ("Foo", 2, "part", None),
    "Foo – Part II: Bar": ("Foo", 2, "part", None),
    "Foo — Part IX": ("Foo", 9, "part", None),
    "Foo: Part XIV": ("Foo", 14, "part", None),
    "Foo, Part Three": ("Foo", 3, "part", None),
    "Part 2: Foo": ("Foo", 2, "part", None),
    "Part II - Foo Bar": ("Foo Bar", 2, "part", None),
    "Drawing (Foo Tutorial, Part 4)": ("Foo Tutorial", 4, "part", None),
    "Foo pt. 2": ("Foo", 2, "part", None),
    "Foo Part #2": ("Foo", 2, "part", None),
    "Foo, Teil 2": ("Foo", 2, "part", None),
    "Foo, Teil 2 von 3": ("Foo", 2, "part", 3),
    "Foo, partie 2": ("Foo", 2, "part", None),
    "Foo, parte 12": ("Foo", 12, "part", None),
    "Foo, deel 2": ("Foo", 2, "part", None),
    "Foo, Chapter 4": ("Foo", 4, "part", None),
    "Foo (2/5)": ("Foo", 2, "counter", 5),
    "Foo 2/5": ("Foo", 2, "counter", 5),
    "Foo (2 of 5)": ("Foo", 2, "counter", 5),
    "Foo #2": ("Foo", 2, "counter", None),
    "Foo Pod #10: With Somebody": ("Foo Pod", 10, "counter", None),
    "The Foo Show, Episode 3": ("The Foo Show", 3, "counter", None),
    "The Foo Letter, Issue #12": ("The Foo Letter", 12, "counter", None),
    "Foo Vol. 2": ("Foo", 2, "counter", None),
    "Foo: Part Twelve": ("Foo", 12, "part", None),
    "Foo - 2. Teil": ("Foo", 2, "part", None),
    "Foo (2. Teil)": ("Foo", 2, "part", None),
    "2. Teil: Foo": ("Foo", 2, "part", None),
    "Foo, 2e partie": ("Foo", 2, "part", None),
    "Foo – 1ère partie": ("Foo", 1, "part", None),
    "Foo (2ª parte)": ("Foo", 2, "part", None),
    "Foo, часть 2": ("Foo", 2, "part", None),
    "Foo, 2-я часть": ("Foo", 2, "part", None),
    "Foo, del 2": ("Foo", 2, "part", None),
    "Foo (Del 2 av 3)": ("Foo", 2, "part", 3),
    "Foo, partie 2 sur 4": ("Foo", 2, "part", 4),
    "Foo (2 de 4)": ("Foo", 2, "counter", 4),
    "Foo (2 sur 4)": ("Foo", 2, "counter", 4),
    "Foo (2 von 4): Bar": ("Foo", 2, "counter", 4),
    "Foo (2/3) again": ("Foo again", 2, "counter", 3),
    "Foo (2/3) with Bar": ("Foo with Bar", 2, "counter", 3),
    "Foo (2/3): Bar": ("Foo", 2, "counter", 3),
    "Foo (2/3) - Bar": ("Foo", 2, "counter", 3),
    "グラフ 第2回": ("グラフ", 2, "counter", None),
    "第2回 グラフ": ("グラフ", 2, "counter", None),
    "グラフ（第12部）": ("グラフ", 12, "part", None),
    "图 第二部分": ("图", 2, "part", None),
    "图 第二十三章：树": ("图", 23, "part", None),
    "图 第十篇": ("图", 10, "part", None),
    "그래프 제2부": ("그래프", 2, "part", None),
    "C++ in practice, part 3": ("C++ in practice", 3, "part", None),
    "What's new in v2.4.0 — Part 1": ("What's new in v2.4.0", 1, "part", None),
}
NONE = [
    "Rust 2024",
    "HTTP/2",
    "HTTP/2 in practice",
    "Part of the team",
    "Parts of speech",
    "The best part is yet to come",
    "Web 2.0",
    "Top 10",
    "10 tips",
    "v1.2",
    "Version 2.0 part by part",
    "Announcing Rust 1.70.0",
    "This Week in Rust 120",
    "Espressif part numbers explained",
    "Open 24/7",
    "Changelog (02/17)",
    "C# 12",
    "F# for C# people",
    "#100DaysOfCode",
    "#10",
    "The Interior&#39;s feeds",
    "Department 2",
    "Counterpart 2",
    "A 4-part 2-day course",
    "Part 1.5 of the plan",
    "Part 2024",
    "Foo part 3D",
    "Fifty/fifty",
    "1/2",
    "Part 2",
    "Why I Left",
    "Foo part in it",
    "TCP/IP part and parcel",
    "Foo 5/2",
    "Apart 2",
    "Foo, part 3%",
    "Podcast no. one",
    "Der 2. Teil der Reise",
    "Resumen del 2",
    "Lo mejor del 5 de mayo",
    "Uno (5 de mayo)",
    "12 de 20",
    "Foo 2 de 4",
    "Foo (5 de 4)",
    "第二次",
    "第十十回 グラフ",
    "第三者",
    "Half a part of one",
    "",
]


@pytest.mark.parametrize("title", PARTS)
def test_a_part(title: str) -> None:
    assert part_number(title) == PARTS[title]


@pytest.mark.parametrize("title", NONE)
def test_no_part(title: str) -> None:
    assert part_number(title) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [("2", 2), (" 02 ", 2), ("2.0", 2), ("0", 0), ("2.5", None), ("two", None), ("", None)],
)
def test_a_number_of_front_matter(text: str, number: int | None) -> None:
    assert written_number(text) == number


@pytest.mark.parametrize("title", [*PARTS, *NONE])
def test_what_is_told_sooner_is_no_other(title: str, monkeypatch: pytest.MonkeyPatch) -> None:
    told = part_number(title)
    monkeypatch.setattr(part_numbers, "_may_tell", lambda _: True)
    assert part_number(title) == told
