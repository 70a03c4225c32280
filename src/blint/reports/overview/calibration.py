"""How a calibration is shown: as text, as JSON or as Markdown."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from dataclasses import asdict

import msgspec

from blint.overview.read_times.calibration import (
    FEWEST,
    FEWEST_FOR_FORMULA,
    Calibration,
    configuration,
)
from blint.site.settings import Formula

_MOST = 50
"""Outliers that text shows; JSON has them all."""

_COUNTED = {
    ("words", True): "words, those in code blocks too",
    ("words", False): "words, code blocks left out",
    ("pieces", True): "pieces between white space of the rendered text, code blocks too",
    ("pieces", False): "pieces between white space of the rendered text, code blocks left out",
    ("source", True): "pieces between white space of the Markdown as written",
    ("characters", True): "characters, spaces left out, those in code blocks too",
    ("characters", False): "characters, spaces and code blocks left out",
}
_ROUNDED = {"up": "rounded up", "down": "rounded down", "nearest": "rounded to the nearest"}


def render(found: Calibration, output_format: str) -> str:
    """A calibration in one of the formats `text`, `json` and `markdown`."""
    if output_format == "json":
        return json.dumps(_data(found), indent=2) + "\n"
    lines = _markdown(found) if output_format == "markdown" else _text(found)
    return "\n".join(lines) + "\n"


def missing(found: Calibration, keys: Sequence[str]) -> str:
    """Why there is nothing to calibrate, as a sentence or two."""
    if found.unclear:
        count = len(found.unclear)
        what = f"{count} posts have" if count > 1 else "one post has"
        return (
            f"No read time was understood: {what} one that is no number of minutes, such as"
            f" `{found.unclear[0]}`. `blint check --select invalid-read-time` shows them."
        )
    looked = f", under `{keys[0]}` or another usual key" if keys else ""
    if not found.other_keys:
        return f"No post stores a read time{looked}, so there is nothing to calibrate."
    key, count = found.other_keys[0]
    having = f"{count} posts have" if count > 1 else "one post has"
    return (
        f"No post stores a read time{looked}. If it is `{key}`, which {having}, name it:"
        f' `field = "{key}"` under `[read-time]`.'
    )


def _text(found: Calibration) -> Iterator[str]:
    yield from _sentences(found)
    if found.outliers:
        yield ""
        yield _outliers_head(found)
        width = max(len(one.stored) for one in found.outliers[:_MOST])
        for one in found.outliers[:_MOST]:
            yield f"  stored {one.stored:<{width}}  computed {one.computed:>3}  {one.path}"
        if len(found.outliers) > _MOST:
            yield f"  and {len(found.outliers) - _MOST} more; `--output-format json` has them all"
    lines = configuration(found)
    if lines:
        yield ""
        yield "For `blint.toml`:"
        yield ""
        yield from lines


def _markdown(found: Calibration) -> Iterator[str]:
    yield "# Read times"
    yield ""
    yield from _sentences(found)
    if found.outliers:
        yield ""
        yield _outliers_head(found)
        yield ""
        yield "| post | stored | computed |"
        yield "|---|---|---:|"
        for one in found.outliers:
            yield f"| {_cell(one.path)} | {_cell(one.stored)} | {one.computed} |"
    lines = configuration(found)
    if lines:
        yield ""
        yield "```toml"
        yield from lines
        yield "```"


def _sentences(found: Calibration) -> Iterator[str]:
    store = "One post stores" if found.posts == 1 else f"{found.posts:,} posts store"
    has = "has" if found.without == 1 else "have"
    yield f"{store} a read time" + (f"; {found.without:,} {has} none." if found.without else ".")
    if found.unclear:
        what = "value is" if len(found.unclear) == 1 else "values are"
        where = f"such as in `{found.unclear[0]}`"
        yield f"{len(found.unclear):,} {what} no number of minutes, {where}."
    match found.verdict:
        case "method":
            yield f"The method `{found.method}` explains {_share(found, found.explained)}."
            yield from _other_methods(found)
        case "formula":
            yield f"No named method explains them, the best is {_best_method(found)}."
            yield f"A formula explains {_share(found, found.explained)}: {_described(found)}."
        case "unexplained":
            yield f"No named method explains them, the best is {_best_method(found)}."
            yield (
                f"No formula does either: the best explains {_share(found, found.explained)},"
                f" where one number for all would explain {found.by_chance:,}."
                " They look like numbers written by hand."
            )
        case "alike":
            yield "All of them say the same, which tells nothing about how they were counted."
        case _ if found.posts < FEWEST:
            yield f"That is too few to tell how they were counted; it takes {FEWEST} at least."
        case _:
            yield (
                f"No named method explains them, the best is {_best_method(found)}; for a formula"
                f" they are too few, it takes {FEWEST_FOR_FORMULA}."
            )


def _other_methods(found: Calibration) -> Iterator[str]:
    others = [(name, count) for name, count in found.methods if name != found.method]
    alike = [f"`{name}`" for name, count in others if count == found.explained]
    if alike:
        explains = "explains" if len(alike) == 1 else "explain"
        yield f"{_and(alike)} {explains} as many: these posts do not tell them apart."
    elif others:
        name, count = others[0]
        yield f"Of the others, `{name}` comes nearest, with {count:,}."


def _outliers_head(found: Calibration) -> str:
    count = len(found.outliers)
    posts = "One post is" if count == 1 else f"{count:,} posts are"
    if found.verdict == "unexplained":
        return (
            f"With a tolerance of {found.tolerance}, {_share(found, found.posts - count)} come near"
            f" some usual way of counting. {posts} far off:"
        )
    if found.tolerance:
        within = "a minute" if found.tolerance == 1 else f"{found.tolerance} minutes"
        near = found.posts - count
        return f"{_share(found, near)} are within {within} of it. {posts} not:"
    return f"{posts} not explained:"


def _described(found: Calibration) -> str:
    formula = found.formula or Formula()
    parts = [
        _COUNTED[formula.count, formula.code],
        f"{formula.words_per_minute:g} a minute{_speeds(found)}",
    ]
    if formula.cjk_per_minute != 500:
        parts.append(f"{formula.cjk_per_minute:g} CJK characters a minute")
    if formula.seconds_per_image:
        parts.append(f"{formula.seconds_per_image:g} seconds an image")
    if formula.seconds_per_link:
        parts.append(f"{formula.seconds_per_link:g} seconds a link")
    parts.append(f"{_ROUNDED[formula.round]}, at least {formula.minimum}")
    return ", ".join(parts)


def _speeds(found: Calibration) -> str:
    if found.speeds is None or math.isinf(found.speeds[1]):
        return ""
    slow, fast = (f"{speed:.4g}" for speed in found.speeds)
    return f" ({slow} to {fast} will do)" if slow != fast else ""


def _best_method(found: Calibration) -> str:
    name, count = found.methods[0]
    return f"`{name}`, with {count:,} of {found.posts:,}"


def _share(found: Calibration, count: int) -> str:
    return f"{count:,} of {found.posts:,} posts ({100 * count // max(1, found.posts)} %)"


def _and(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("`", "\\`").replace("<", "&lt;")


def _data(found: Calibration) -> dict[str, object]:
    data: dict[str, object] = {"version": 1, **msgspec.to_builtins(found)}
    if found.formula is not None:
        data["formula"] = {k.replace("_", "-"): v for k, v in asdict(found.formula).items()}
    if found.speeds is not None:
        data["speeds"] = [None if math.isinf(speed) else speed for speed in found.speeds]
    data["methods"] = dict(found.methods)
    data["other_keys"] = dict(found.other_keys)
    data["configuration"] = "\n".join(configuration(found))
    return data
