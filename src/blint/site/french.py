"""Whether a post seems to be in French, where it is right to set a space before a colon."""

from __future__ import annotations

from typing import Final

from blint.late import late
from blint.site.readability import guess_language


def seems_french(title: str, body: str) -> bool:
    """Whether a title has a sign of French, or the text below it has the smallest words of it.

    In doubt the answer is yes: it is asked in order to leave titles alone.
    """
    return _SIGN.search(title) is not None or guess_language(body[:_ENOUGH]) == "fr"


_ENOUGH: Final = 4_000
_SIGN: Final = late(
    r"[àâæçèéêëîïôœùûÀÂÆÇÈÉÊÎÔŒÙÛ]|\b(?:[cdjlmnstCDJLMNST]|[Qq]u)['’][aeiouyhAEIOUYH]"
    r"|\b(?:[Ll]es?|[Ll]a|[Uu]ne?|[Dd]es|[Dd]u|[Aa]ux?|[Pp]our|[Dd]ans|[Aa]vec|[Ss]ur|et|est|sans|vos?"
    r"|votre|notre|nos|ou|[Cc]e|[Cc]ette|[Cc]es|[Mm]on|[Mm]es)\b"
)
