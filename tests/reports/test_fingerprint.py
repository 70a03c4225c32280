"""Line hashes: those of code scanning's own uploader."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from blint.reports.fingerprint import line_hashes

# Published with the uploader as its own test values.
GREETINGS = [
    "e9496ae3ebfced30:1",
    "fb7c023a8b9ccb3f:1",
    "ce8ba1a563dcdaca:1",
    "e20e36e16fcb0cc8:1",
    "b3edc88f2938467e:1",
    "c8e28b0b4002a3a0:1",
    "c129715d7a2bc9a3:1",
]
KNOWN = [
    ("", ["c129715d7a2bc9a3:1"]),
    (
        " a\nb\n  \t\tc\n d",
        ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
    ),
    (" hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", GREETINGS),
    (" hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r", GREETINGS),
    (" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", GREETINGS),
    (" hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", GREETINGS),
    (
        "Lorem ipsum dolor sit amet.\n" * 10,
        [
            *(f"a7f2ff13bc495cf2:{number}" for number in range(1, 7)),
            "a7f2ff1481e87703:1",
            "a9cf91f7bbf1862b:1",
            "55ec222b86bcae53:1",
            "cc97dc7b1d7d8f7b:1",
            "c129715d7a2bc9a3:1",
        ],
    ),
]


@pytest.mark.parametrize(("text", "hashes"), KNOWN)
def test_published_values(text: str, hashes: list[str]) -> None:
    numbers = range(1, len(hashes) + 1)
    assert line_hashes(text, numbers) == dict(zip(numbers, hashes, strict=True))


def test_only_the_lines_asked_for() -> None:
    assert line_hashes("a\nb\na\n", {3, 99}).keys() == {3}


@given(st.text(st.sampled_from("ab \t\r\n🎉日\uffff\x00"), max_size=300))
def test_a_rolling_hash_gives_the_same(text: str) -> None:
    expected = rolling(text)
    assert line_hashes(text, expected.keys()) == expected


def rolling(text: str) -> dict[int, str]:
    """The definition, unit by unit: a window rolls over the text, one hash for all its lines."""
    units = [65535 if unit == "eof" else int(unit) for unit in [*stream(text), "eof", *[0] * 100]]
    starts = [0] + [index + 1 for index, unit in enumerate(units) if unit == 10]
    rolled, value = {}, 0
    for index, unit in enumerate(units):
        leaving = units[index - 100] if index >= 100 else 0
        value = (value * 37 + unit - leaving * 37**100) % 2**64
        rolled[index - 99] = f"{value:x}"
    hashes = [rolled[start] for start in starts]
    return {
        number: f"{digest}:{hashes[:number].count(digest)}"
        for number, digest in enumerate(hashes, 1)
    }


def stream(text: str) -> list[str | int]:
    """The UTF-16 units that count: no blanks, and every line break as one line feed."""
    data = text.encode("utf-16-le")
    units = [int.from_bytes(data[at : at + 2], "little") for at in range(0, len(data), 2)]
    kept: list[str | int] = []
    after_return = False
    for unit in units:
        if unit not in (9, 32) and not (after_return and unit == 10):
            kept.append(10 if unit == 13 else unit)
        after_return = unit == 13
    return kept
