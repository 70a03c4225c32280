"""The highlighters by name. Chroma comes last: it is asked for the names of all the others."""

from __future__ import annotations

from collections.abc import Callable

from highlighters import (
    chroma,
    docusaurus,
    giallo,
    highlightjs,
    linguist,
    prism,
    pygments,
    rouge,
    shiki,
)
from highlighters.places import Places
from highlighters.tables import Table

HIGHLIGHTERS: dict[str, Callable[[Places], Table]] = {
    "docusaurus": docusaurus.ask,
    "giallo": giallo.ask,
    "highlightjs": highlightjs.ask,
    "linguist": linguist.ask,
    "prism": prism.ask,
    "pygments": pygments.ask,
    "rouge": rouge.ask,
    "shiki": shiki.ask,
    "chroma": chroma.ask,
}
