"""The regular expressions of a schema, matched in bounded time."""

from __future__ import annotations

import re
import time
import warnings
from collections.abc import Callable
from functools import lru_cache, partial
from typing import Any, Final

from blint.late import late
from blint.site.schema.references import SchemaFault, Steps, subschemas

LONGEST_MATCHED: Final = 4096
"""Longer text is not matched against a pattern, and counts as text that does not match."""

SECONDS: Final = 1.0
"""How long the slow patterns of a schema may work on one post, in seconds of CPU time."""


class OutOfTime(Exception):
    """A pattern that was given up: nobody knows whether it matches."""


class Patterns:
    """Matches text against the patterns of one schema, which must be valid for `re`.

    What Python's `re` surely does in a moment, it does; the library `regex`, which can be stopped,
    does the rest. `late` holds what was given up since `begin`: texts, each with its pattern.
    """

    def __init__(self) -> None:
        self.late: dict[str, str] = {}
        self._left = SECONDS

    def begin(self) -> None:
        """Give the next post the whole time."""
        self.late.clear()
        self._left = SECONDS

    def searcher(self, pattern: str) -> Callable[[str], bool]:
        """A function that tells whether a text holds a match; it may raise OutOfTime."""
        if is_plain(pattern):
            return _searcher(pattern)
        return partial(self._search_timed, pattern)

    def search(self, pattern: str, text: str) -> bool:
        """Whether a text holds a match. Raises OutOfTime where that takes too long."""
        return self.searcher(pattern)(text)

    def _search_timed(self, pattern: str, text: str) -> bool:
        if len(text) > LONGEST_MATCHED:
            return False
        if self.late.get(text) == pattern:
            raise OutOfTime
        start = time.process_time()
        try:
            # Once the time is up, sound values beside the hostile one are still worth a glance.
            found = _timed(pattern).search(text, timeout=max(self._left, _GLANCE))
        except TimeoutError as error:
            self.late[text] = pattern
            raise OutOfTime from error
        finally:
            self._left -= time.process_time() - start
        return found is not None


def check_patterns(root: Any) -> None:
    """Raise SchemaFault where text could not be matched against a pattern in bounded time."""
    pending: list[tuple[Any, Steps]] = [(root, ())]
    names: list[tuple[str, Steps]] = []
    is_closed = False
    while pending:
        schema, steps = pending.pop()
        if not isinstance(schema, dict):
            continue
        is_closed = is_closed or "unevaluatedProperties" in schema
        if "pattern" in schema:
            _check(schema["pattern"], (*steps, "pattern"))
        for name in schema.get("patternProperties", ()):
            names.append((name, (*steps, "patternProperties", name)))
            _check(*names[-1])
        pending.extend((sub.schema, (*steps, *sub.steps)) for sub in subschemas(schema))
    for name, place in names:
        # The validator matches these itself, and without a limit, to know what was evaluated.
        if is_closed and not is_plain(name):
            raise SchemaFault(
                f"Beside `unevaluatedProperties`, `{name[:100]}` could take for ever to match; "
                "write it without repeated groups.",
                place,
            )


def _check(pattern: str, steps: Steps) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            re.compile(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        text = f"`{pattern[:100]}` is not a regular expression that Python can read."
        raise SchemaFault(text, steps) from error
    if is_plain(pattern):
        return
    import regex  # type: ignore[import-untyped]

    try:
        _timed(pattern)
    except (regex.error, RecursionError, OverflowError) as error:
        raise SchemaFault(
            f"`{pattern[:100]}` is a pattern too odd to be matched.", steps
        ) from error


@lru_cache(maxsize=1024)
def is_plain(pattern: str) -> bool:
    """Whether `re` surely needs few steps: nothing is repeated that holds a choice.

    The steps are counted as if every choice were tried with every other one, on the longest text.
    Syntax that is not known here, such as flags and back references, makes a pattern not plain.
    """
    longest = LONGEST_MATCHED + 1
    steps = 1
    alternatives = [1]
    after_group = False
    for token in _TOKEN.finditer(pattern):
        kind, text = token.lastgroup, token[0]
        if kind == "unknown" or (kind == "many" and after_group):
            return False
        if kind in {"many", "once"}:
            steps *= _choices(text, longest)
        elif text == "|":
            alternatives[-1] += 1
        elif kind == "open":
            alternatives.append(1)
        elif text == ")":
            if len(alternatives) == 1:
                return True  # it is not even valid, which `re` says at once
            steps *= alternatives.pop()
        after_group = text == ")"
    if not pattern.startswith(("^", r"\A")) or alternatives[0] > 1:
        steps *= longest
    return steps * alternatives[0] <= _MOST_STEPS


def _choices(quantifier: str, longest: int) -> int:
    """How many lengths a quantifier lets its item have."""
    if quantifier[0] != "{":
        return 2 if quantifier[0] == "?" else longest
    least, comma, most = quantifier.rstrip("?+")[1:-1].partition(",")
    if not comma:
        return 1
    return min(longest, int(most) - int(least or 0) + 1) if most else longest


@lru_cache(maxsize=1024)
def _searcher(pattern: str) -> Callable[[str], bool]:
    with warnings.catch_warnings():
        # Python warns of patterns that it may one day read in another way.
        warnings.simplefilter("ignore")
        search = re.compile(pattern).search
    return lambda text: len(text) <= LONGEST_MATCHED and search(text) is not None


@lru_cache(maxsize=1024)
def _timed(pattern: str) -> Any:
    import regex

    return regex.compile(_as_re_reads_it(pattern), regex.V0)


def _as_re_reads_it(pattern: str) -> str:
    """A pattern without what only `regex` gives a meaning: `[:alpha:]` and `{e<=1}`."""

    def plainly(token: re.Match[str]) -> str:
        text = token[0]
        if token.lastgroup == "set":
            return text[0] + re.sub(r"(\\.)|\[(?=:)", lambda m: m[1] or r"\[", text[1:])
        return r"\{" if text == "{" else text

    return _TOKEN.sub(plainly, pattern)


_GLANCE: Final = 0.01
# Half a second of work for `re`, and mostly far less.
_MOST_STEPS: Final = 2**27
_TOKEN: Final = late(
    r"""
    (?P<unknown>\\[1-9] | \(\?(?!:|=|!|<=|<!|P<))
    |(?P<set>\[\^?\]?(?:\\.|[^\]\\])*\])
    |(?P<open>\((?:\?(?:P<\w+>|<?[=!]|:))?)
    |(?P<once>(?:\?|\{[01]?(?:,[01])?\}(?<!\{\}))[?+]?)
    |(?P<many>(?:[*+]|\{(?:\d+(?:,\d*)?|,\d*)\})[?+]?)
    |\\.|.
    """,
    re.VERBOSE | re.DOTALL,
)
