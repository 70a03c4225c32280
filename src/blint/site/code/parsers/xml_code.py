"""XML by expat, inside an element of its own, so that pieces of a document parse.

Nothing that expat could expand or fetch reaches it: declarations of documents and types, and
references to entities, are blanks before it reads; text that declares entities is not read.
"""

from __future__ import annotations

import re

from blint.late import late
from blint.site.code.faults import CodeFault
from blint.site.code.fragments import holds_ellipsis, is_session, is_template

MAX_DEPTH = 200
"""Text with elements nested deeper is not parsed on."""


def fault_of(text: str) -> CodeFault | None:
    """The first sure slip; pieces without a root, cut at either end, and HTML are no faults."""
    if "<" not in text:
        return None
    reading = _Reading(text)
    fault = reading.fault()
    if fault is None or is_template(text) or is_session(text) or _HTML.search(text):
        return None
    return fault


def is_whole(text: str) -> bool:
    """Whether the text is XML without a fault, with an element at the least."""
    reading = _Reading(text)
    return reading.error() is None and reading.elements > 0


class _Reading:
    """One pass of expat over a text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = _without_declarations(text)
        self.open: list[tuple[str, int]] = []
        self.elements = 0
        self.is_deep = False

    def error(self) -> tuple[int, int] | None:
        """The number of expat's error and its offset in the text; None where all is read."""
        from xml.parsers import expat

        if self.plain is None:
            return None
        parser = expat.ParserCreate()
        # Offsets in UTF-8 of one line: the root stands before the text and adds no line.
        parser.StartElementHandler = lambda name, _: self.start(name, parser.CurrentByteIndex)
        parser.EndElementHandler = lambda _: self.end()
        body = self.plain.encode("utf-8", "replace")
        try:
            parser.Parse(_ROOT + body + b"</" + _ROOT[1:], True)
        except expat.ExpatError as error:
            at = max(parser.ErrorByteIndex - len(_ROOT), 0)
            return error.code, len(body[:at].decode("utf-8", "ignore"))
        except _TooDeepError:
            self.is_deep = True
        return None

    def start(self, name: str, at: int) -> None:
        if len(self.open) > MAX_DEPTH:
            raise _TooDeepError
        self.elements += 1
        self.open.append((name, at - len(_ROOT)))

    def end(self) -> None:
        self.open.pop()

    def fault(self) -> CodeFault | None:
        error = self.error()
        if error is None:
            return None
        code, at = error
        if code == _MISMATCH:
            return self.mismatch(at)
        if code == _DUPLICATE:
            return self.duplicate(at)
        if code == _INVALID:
            return self.invalid(at)
        return None

    def mismatch(self, at: int) -> CodeFault | None:
        """An end tag that ends another element than the innermost one."""
        text = self.text
        if at >= len(text):  # the root's own end tag does not fit
            return self.unclosed()
        found = _END_TAG.match(text, max(text.rfind("<", 0, at + 1), 0))
        if found is None:
            return None
        # The root alone is open: the text begins in the middle.
        if len(self.open) <= 1:
            return None
        name, byte = self.open[-1]
        opener = len(text.encode("utf-8", "replace")[:byte].decode("utf-8", "ignore"))
        tag = text[opener : text.find(">", opener) + 1]
        between = text[opener + len(tag) : found.start()]
        # `<path>C:\\<user></path>`: a placeholder, no element.
        parent = self.open[-2][0]
        in_line = "\n" not in text[opener : found.start()] and "<" not in between
        if tag == f"<{name}>" and in_line and found["name"] == parent and name != parent:
            return None
        begins = text.count("\n", 0, opener) + 1
        ends = text.count("\n", 0, found.start()) + 1
        where = "" if begins == ends else f" of line {begins} of the block"
        message = f"`</{found['name']}>` stands where `<{name}>`{where} is to be closed"
        return CodeFault(found.start(), found.end(), message)

    def unclosed(self) -> CodeFault | None:
        """An element opened twice, the second time where its end tag belongs."""
        if len(self.open) < 3:
            return None
        (outer, _), (name, byte) = self.open[-2:]
        opener = len(self.text.encode("utf-8", "replace")[:byte].decode("utf-8", "ignore"))
        if outer != name or self.text[opener:].strip() != f"<{name}>":
            return None
        return CodeFault(
            opener, opener + len(name) + 2, f"`<{name}>` stands where `</{name}>` belongs"
        )

    def duplicate(self, at: int) -> CodeFault | None:
        """An attribute written twice in one tag."""
        name = _NAME.match(self.text, at)
        if name is None:
            return None
        return CodeFault(
            name.start(), name.end(), f"the attribute `{name[0]}` stands twice in its tag"
        )

    def invalid(self, at: int) -> CodeFault | None:
        """A character that cannot stand where it stands."""
        text = self.text
        opened = text.rfind("<", 0, at)
        closed = text.rfind(">", 0, at)
        in_tag = opened > closed
        ampersand = text.rfind("&", max(at - 40, 0), at + 1)
        if ampersand >= 0 and _BARE_AMPERSAND.match(text, ampersand):
            message = "a bare `&` stands here; in XML it is written `&amp;`"
            return CodeFault(ampersand, ampersand + 1, message)
        if text[at : at + 1] == "<" and opened >= 0 and text.count('"', opened, at) % 2:
            quote = text.rfind('"', opened, at)
            return CodeFault(quote, quote + 1, "this quotation mark has no partner")
        line_end = text.find("\n", max(opened, 0))
        tag = text[max(opened, 0) : line_end if line_end >= 0 else None]
        if not in_tag or holds_ellipsis(tag) or not _TAG_START.match(text, opened):
            return None
        return self.in_tag(opened, at)

    def in_tag(self, opened: int, at: int) -> CodeFault | None:
        """A character that cannot stand in a tag."""
        text = self.text
        here = text[at : at + 1]
        before = text[opened:at].rstrip()
        end = opened + len(before)
        if here in {"“", "”", "„"}:
            message = "a curly quotation mark stands here, and XML wants straight ones"
            return CodeFault(at, at + 1, message)
        if before.endswith("=") and here not in {"", "<", ">", "{", "$", "[", "/"}:
            value = _BARE_VALUE.match(text, at)
            stop = value.end() if value else at + 1
            return CodeFault(at, stop, "this value of an attribute has no quotation mark before it")
        if here == "<":
            return CodeFault(end - 1, end, "`>` is missing after this")
        if here in {'"', "'"} and _ENDS_IN_NAME.search(before):
            return CodeFault(end - 1, end, "`=` is missing after this")
        if before[-1:] == '"' and here.isalpha() and at == end:
            # The mark that ended one value was to begin the next.
            if not text[: end - 1].endswith("="):
                return CodeFault(at - 1, at, "a space is missing after this")
            quote = text.rfind('"', opened, end - 1)
            if quote >= 0:
                return CodeFault(quote, quote + 1, "this quotation mark has no partner")
        return None


class _TooDeepError(Exception):
    """Elements nest deeper than is read."""


def _without_declarations(text: str) -> str | None:
    """The text with blanks for declarations and references; None where it declares entities."""
    if "<!ENTITY" in text or "<!ELEMENT" in text or "<!ATTLIST" in text:
        return None
    return _TO_BLANK.sub(lambda match: _blank(match[0]), text)


def _blank(text: str) -> str:
    return "".join("\n" if character == "\n" else " " for character in text)


_ROOT = b"<blint-root>"
_INVALID, _MISMATCH, _DUPLICATE = 4, 7, 8
_TO_BLANK = late(
    r"<\?xml\b[^<>]*?\?>|<!DOCTYPE\b[^<>\[]*>|&[A-Za-z_][\w.-]{0,40};|<(?:\.{2,}|…)>"
    r"|(?<=\s)(?:\.{3}|…)(?=\s*/?>)|[\x01-\x08\x0b\x0c\x0e-\x1f]"
)
_HTML = late(
    r"<(?:br|hr|img|input|meta|link|html|body|div|span|p|a|table|td|object|embed|applet|form|font|"
    r"script|style|ul|li|iframe|button|select|h[1-6])(?=[\s/>])[^<>]*>|<!doctype html",
    re.IGNORECASE,
)
_END_TAG = late(r"</(?P<name>[^\s<>/]+)\s*>")
_NAME = late(r"[\w:.-]+")
_BARE_AMPERSAND = late(r"&(?!#\d+;|#x[0-9a-fA-F]+;|[A-Za-z_][\w.-]*;)")
_TAG_START = late(r"</?[A-Za-z_][\w:.-]*(?=[\s/><]|$)", re.MULTILINE)
_ENDS_IN_NAME = late(r"\s[\w:.-]+$")
_BARE_VALUE = late(r"[^\s<>\"']+")
