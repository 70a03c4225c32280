"""series-gap: a series in which the number of a part is left out."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding, Related
from blint.site.model import Site
from blint.site.series import Series, emit, group

__all__ = ["emit", "group", "judge"]


def judge(_key: str, found: list[Series], site: Site) -> Iterator[Finding]:
    """Report the numbers that no part has, on the part that comes after them."""
    for series in found:
        numbers = sorted({part.number for part in series.parts if part.number is not None})
        absent = _missing(series, numbers)
        for number in numbers:
            left_out = [one for one in absent if _follows(one, number, numbers)]
            part = next(part for part in series.parts if part.number == number)
            if not left_out or part.hidden(site):
                continue
            before = [one for one in series.parts if one.number == left_out[0] - 1]
            yield Finding(
                part.span,
                f"The series `{series.name}` has no {_parts(left_out)}, and this is part {number}.",
                help="Number the parts without a gap, or publish the one that is missing.",
                related=tuple(
                    Related(one.span, f"part {one.number}", one.path) for one in before[:1]
                ),
                path=part.path,
            )


def _missing(series: Series, numbers: list[int]) -> list[int]:
    """The numbers that are left out, and that no post without a sure number may stand for.

    A post of several series has its number in this one, if that is left out; else it may be any
    part, as may be a post that says no number. They are held to be the first.
    """
    absent = _absent(series, numbers)
    taken = set(absent).intersection(series.perhaps)
    rest = [number for number in absent if number not in taken]
    if len(rest) > _bearable(series, len(numbers) + len(taken)):
        return []
    return rest[series.unnumbered + len(series.perhaps) - len(taken) :]


def _absent(series: Series, numbers: list[int]) -> list[int]:
    """The numbers that are left out; numbers that only sort (10, 20, 30) leave out none."""
    if len(numbers) < 2 or all(number % 5 == 0 for number in numbers):
        return []
    first = numbers[0] if series.how == "counter" or _begins_elsewhere(series) else 1
    return sorted(set(range(first, numbers[-1])) - set(numbers))


def _begins_elsewhere(series: Series) -> bool:
    """Whether the first part may be a post that calls itself otherwise."""
    first = series.parts[0].number
    return any(number is None or number == 1 for number, _ in series.others) and first != 1


def _bearable(series: Series, present: int) -> int:
    """So many numbers may be missing; where more are, the numbers are not those of parts."""
    return present // 3 if series.how == "counter" else present


def _follows(absent: int, number: int, numbers: list[int]) -> bool:
    return absent < number and not any(absent < other < number for other in numbers)


def _parts(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"part {numbers[0]}"
    *most, last = numbers
    if len(most) > 1 and last - numbers[0] == len(most):
        return f"parts {numbers[0]} to {last}"
    return f"parts {', '.join(map(str, most))} and {last}"
