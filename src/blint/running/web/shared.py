"""The answers of a run: who asks for what is known or under way is given that."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Final, Literal

from blint.running.web.model import Answer

Kind = Literal["head", "get", "page"]
"""What is wanted: any answer, one to GET, one with the start of its page."""

_PAGES_KEPT = 32
_SERVES: Final[dict[Kind, tuple[Kind, ...]]] = {
    "head": ("head", "get", "page"),
    "get": ("get", "page"),
    "page": ("page",),
}
_KEPT: Final = frozenset(
    ("location", "set-cookie", "content-type", "cf-mitigated", "x-anubis-action")
)
"""Headers that mean something after the answer was had."""


class Shared:
    """Answers by address and kind, each asked for once; of pages the latest alone are kept."""

    def __init__(self) -> None:
        self._ends: dict[tuple[str, Kind], asyncio.Future[Answer | str]] = {}
        self._pages: OrderedDict[str, None] = OrderedDict()

    async def get(
        self, url: str, kind: Kind, ask: Callable[[], Awaitable[Answer | str]]
    ) -> Answer | str:
        """What asking comes to, or came to before."""
        for one in _SERVES[kind]:
            known = self._ends.get((url, one))
            if known is not None:
                # Who waits may be stopped; whoever asks is not.
                end = await asyncio.shield(known)
                return end if kind == "page" else _without_body(end)
        own = self._ends[url, kind] = asyncio.get_running_loop().create_future()
        try:
            end = await ask()
        except Exception as error:
            own.set_exception(error)
            own.exception()  # it is known, even if nobody else waits
            raise
        except asyncio.CancelledError:
            own.cancel()
            raise
        own.set_result(_slim(end))
        if kind == "page":
            self._forget_pages(url)
        return end

    def note(self, url: str, kind: Kind, end: Answer | str) -> None:
        """Remember an answer that serves for more than was wanted."""
        if (url, kind) not in self._ends:
            self._ends[url, kind] = asyncio.get_running_loop().create_future()
            self._ends[url, kind].set_result(_slim(end))

    def _forget_pages(self, url: str) -> None:
        self._pages[url] = None
        while len(self._pages) > _PAGES_KEPT:
            oldest, _ = self._pages.popitem(last=False)
            self._ends.pop((oldest, "page"), None)


def _without_body(end: Answer | str) -> Answer | str:
    """What is said of an address must not depend on who was first to ask."""
    return end if isinstance(end, str) else end._replace(body=None, cut=False)


def _slim(end: Answer | str) -> Answer | str:
    if isinstance(end, str):
        return end
    return end._replace(headers=tuple(one for one in end.headers if one[0] in _KEPT))
