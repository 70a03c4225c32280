"""The one small repair that makes a fragment readable."""

from __future__ import annotations

from blint.site.code.faults import CodeFault
from blint.site.code.grammars.brackets import bracket_fault
from blint.site.code.grammars.parsing import Leaf, Trouble
from blint.site.code.grammars.quotes import quote_fault
from blint.site.code.grammars.reading import Repairs, Unread
from blint.site.code.grammars.tables import Dialect
from blint.site.code.grammars.tokens import doubtful, token_fault


def slip_in(code: Unread) -> CodeFault | None:
    """The slip of a fragment that no context explains."""
    return quote_fault(code) or bracket_fault(code) or token_fault(code)


def may_have_slip(text: str, dialect: Dialect, troubles: list[Trouble], leaves: list[Leaf]) -> bool:
    """Whether there is a repair to try, by the tree of the whole text; nothing is parsed.

    Most fragments offer none. One that does may still be no slip.
    """
    repairs = Repairs()
    code = Unread(text, dialect, (), troubles, leaves, repairs)  # in no context at all
    fault = quote_fault(code) or bracket_fault(code) or token_fault(code, doubtful(code))
    return fault is not None or repairs.asked
