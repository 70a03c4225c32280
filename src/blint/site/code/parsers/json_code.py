"""JSON with its relatives: comments and commas before a close are no fault unless asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from blint.late import late
from blint.site.code.faults import CodeFault
from blint.site.code.fragments import is_no_whole_text
from blint.site.code.parsers.json_tokens import Comment, Token, tokens


def fault_of(text: str, *, five: bool, strict: bool) -> CodeFault | None:
    """The first sure slip; members without braces and several values in a row are no faults.

    Text that is written like a JavaScript object or a Python dictionary, or that holds anything
    else that no JSON has, is left alone as a whole.
    """
    reader = _Reader(text, five=five)
    fault = reader.read()
    if reader.is_other or is_no_whole_text(text):
        return None
    if fault is None and strict:
        return reader.extra
    return fault


def is_whole(text: str) -> bool:
    """Whether the text is one object or list without a fault, comments allowed."""
    reader = _Reader(text, five=False)
    return reader.read() is None and not reader.is_other and reader.values == 1


@dataclass(slots=True)
class _Frame:
    """A collection that is open: its bracket, where that stands, and what came last in it.

    The bracket of the text around all is empty. `pairs` counts the colons.
    """

    bracket: str
    start: int
    last: str = "open"
    pairs: int = 0
    commas: int = 0


class _Reader:
    """Goes over the tokens once, with a stack of its own."""

    def __init__(self, text: str, *, five: bool) -> None:
        self.text = text
        self.five = five
        self.is_other = False
        self.extra: CodeFault | None = None
        self.fault: CodeFault | None = None
        self.values = 0
        self.frames = [_Frame("", 0)]
        self.ends: list[Token] = []
        self.counts = {"string": 0, "single": 0, "key": 0}
        self.odd: dict[str, Token] = {}
        self.left_out = False
        self.first: Token | None = None

    def read(self) -> CodeFault | None:
        """The first fault, where the text is JSON at all (`is_other`)."""
        last = Token("open", 0, 0)
        torn_until = 0
        for token in tokens(self.text):
            if isinstance(token, Comment):
                self.spare(
                    token.start, token.end, "a comment stands here, which JSON does not have"
                )
                continue
            if token.start < torn_until:
                continue
            if self.first is None:
                self.first = token
            if (token.kind in {"torn", "wild"} and self.curly_on_line(token)) or (
                token.kind in {"wild", "word"} and self.half_quoted(token)
            ):
                torn_until = self.line_end(token.start)
            elif token.kind == "torn":
                self.torn(token)
                torn_until = self.line_end(token.start)
            elif self.fault is None:
                self.take(token, last)
            elif token.kind in {"wild", "word"}:
                self.is_other = True
            if self.is_other:
                return None
            last = token
        if self.fault is None:
            self.at_the_end(last)
        return self.fault or self.odd_one()

    def take(self, token: Token, last: Token) -> None:
        """One token, after the last one; sets `fault` where it does not fit."""
        kind = token.kind
        if kind == "curly":
            mark = Token(kind, token.start, token.start + 1)
            self.blame(mark, _CURLY)
            return
        if kind == "dots":
            self.left_out = True
            self.frames[-1].last = "dots"
            return
        if kind in {"string", "single"}:
            self.counts[kind] += 1
            self.odd.setdefault(kind, token)
            self.escapes(token)
        if kind == "wild" or (kind == "word" and not self.is_key(token)):
            self.is_other = not (self.five and kind == "word")
            self.is_other = self.is_other or kind == "wild"
            kind = "value"
        elif kind == "word":
            self.counts["key"] += 1
            self.odd.setdefault("key", token)
        frame = self.frames[-1]
        if kind == "close":
            self.close(token, last)
        elif kind == "comma":
            self.comma(frame, token, last)
        elif kind == "colon":
            self.colon(frame, token)
        else:
            self.value(frame, token, last)

    def value(self, frame: _Frame, token: Token, last: Token) -> None:
        """A value or a key begins."""
        if frame.bracket and frame.last == "value" and not token.after_comment:
            self.after(last, "a comma is missing after this")
        elif frame.last == "key" and frame.bracket:
            self.after(last, "a colon is missing after this key")
            frame.pairs += 1
        is_key = frame.bracket != "[" and frame.last not in {"colon", "key"}
        if is_key and token.kind in {"value", "open"} and frame.bracket:
            # Braces around a list of things: nobody meant an object.
            self.is_other = frame.pairs == 0
            self.blame(token, "a key is missing before this")
        if token.kind == "open":
            if not frame.bracket:
                self.values += 1
            frame.last = "value"
            self.frames.append(_Frame(self.text[token.start], token.start))
        else:
            frame.last = "key" if is_key and frame.bracket else "value"

    def colon(self, frame: _Frame, token: Token) -> None:
        if frame.bracket == "[":
            self.blame(token, "a colon stands in a list, which has no keys")
        elif frame.bracket and frame.last not in {"key", "dots"}:
            self.blame(token, "a key is missing before this colon")
        frame.pairs += 1
        frame.last = "colon"

    def comma(self, frame: _Frame, token: Token, last: Token) -> None:
        if frame.bracket:
            if frame.last == "colon" and not token.after_comment:
                self.after(last, "a value is missing after this colon")
            elif frame.last == "key":
                self.lone_key(frame, last)
            elif frame.last in {"comma", "open"} and not token.after_comment:
                self.blame(token, "a value is missing before this comma")
        frame.commas += 1
        frame.last = "comma"

    def close(self, token: Token, last: Token) -> None:
        """A bracket closes; where nothing is open, the text may begin in the middle."""
        frame = self.frames[-1]
        bracket = self.text[token.start]
        if not frame.bracket:
            whole = self.first is not None and self.first.kind == "open" and self.values == 1
            if whole and not (frame.pairs or frame.commas or self.left_out):
                self.blame(token, f"nothing is open that this `{bracket}` closes")
            self.frames = [_Frame("", 0, "value", 1)]
            return
        wanted = _CLOSES[frame.bracket]
        if bracket != wanted:
            # What is left out may hold the bracket that is missed.
            self.is_other = frame.last == "dots"
            self.blame(token, f"`{bracket}` stands where `{wanted}` closes a `{frame.bracket}`")
        elif frame.last == "comma":
            self.spare(last.start, last.end, f"a comma stands before `{bracket}`")
        elif frame.last == "colon" and not token.after_comment:
            self.after(last, "a value is missing after this colon")
        elif frame.last == "key":
            self.lone_key(frame, last)
        self.frames.pop()
        if not self.frames[-1].bracket and len(self.frames) == 1:
            self.frames[-1].last = "value"

    def lone_key(self, frame: _Frame, last: Token) -> None:
        """A key without a value; where no other has one, the braces hold a list."""
        self.is_other = frame.pairs == 0
        self.after(last, "a colon and a value are missing after this key")

    def at_the_end(self, last: Token) -> None:
        """What is open where the text ends: an excerpt's beginning, or a bracket forgotten."""
        is_cut = last.kind in {"comma", "colon", "open", "dots"} or self.left_out
        first = self.first
        if len(self.frames) == 2 and not is_cut and first is not None and first.kind == "open":
            frame = self.frames[1]
            if first.start == frame.start:
                opener = Token("open", frame.start, frame.start + 1)
                self.blame(opener, f"this `{frame.bracket}` is never closed")

    def torn(self, token: Token) -> None:
        """A quotation mark without a partner; text that is wrapped for the page has one later."""
        rest = self.text[token.end : self.line_end(token.end)].strip()
        following = self.text[self.line_end(token.end) :].lstrip()[:1]
        self.is_other = rest not in {"", ",", "}", "]", "},", "],"} and following not in {
            *'"}]',
            "",
        }
        if self.fault is None:
            self.blame(token, "this quotation mark has no partner on its line")

    def half_quoted(self, token: Token) -> bool:
        """Whether a word lacks the quotation mark before it; it is blamed then."""
        if self.is_key(token) or self.five:
            return False
        found = _HALF_QUOTED.match(self.text, token.start)
        start = self.text.rfind("\n", 0, token.start) + 1
        end = self.line_end(token.start)
        if found is None or self.text.count('"', start, end) % 2 == 0:
            return False
        if self.text[start : token.start].rstrip()[-1:] not in {"", ":", ",", "[", "{"}:
            return False
        if self.text.count('"', end, self.line_end(end + 1)) % 2:
            self.is_other = True
        message = "a quotation mark is missing before this"
        self.blame(Token("wild", token.start, found.end("word")), message)
        return True

    def escapes(self, token: Token) -> None:
        """A backslash before a character that needs none."""
        if self.five or "\\" not in self.text[token.start : token.end] or token.kind == "single":
            return
        for match in _ESCAPE.finditer(self.text, token.start, token.end - 1):
            if match["wrong"]:
                found = Token("wild", match.start(), match.end())
                self.blame(found, f"`{match[0]}` is no escape that JSON knows")
                return

    def curly_on_line(self, token: Token) -> bool:
        """Whether a curly quotation mark is why a line cannot be read; it is blamed then."""
        start = self.text.rfind("\n", 0, token.start) + 1
        match = _CURLIES.search(self.text, start, self.line_end(token.start))
        if match is None or self.fault is not None:
            return match is not None
        self.blame(Token("curly", match.start(), match.end()), _CURLY)
        return True

    def odd_one(self) -> CodeFault | None:
        """One key or text without double quotes among many that have them."""
        if self.five:
            return None
        strings, singles, keys = self.counts.values()
        if singles + keys == 0:
            return None
        if singles + keys > 1 or strings < 3:
            self.is_other = True
            return None
        token = self.odd["single" if singles else "key"]
        what = (
            "this text has single quotation marks" if singles else "this key has no quotation marks"
        )
        return CodeFault(token.start, token.end, f"{what}, and JSON wants double ones")

    def is_key(self, token: Token) -> bool:
        frame = self.frames[-1]
        follows = self.text[token.end :].lstrip()[:1] == ":"
        return follows and frame.bracket == "{" and frame.last != "colon"

    def line_end(self, at: int) -> int:
        end = self.text.find("\n", at)
        return end if end >= 0 else len(self.text)

    def after(self, last: Token, message: str) -> None:
        """A fault of what is missing behind a token: its last character is the place."""
        self.blame(Token("wild", max(last.end - 1, last.start), last.end), message)

    def blame(self, token: Token, message: str) -> None:
        if self.fault is None:
            self.fault = CodeFault(token.start, token.end, message)

    def spare(self, start: int, end: int, message: str) -> None:
        """Something that only strict readers refuse."""
        if self.extra is None:
            self.extra = CodeFault(start, end, message)


_CURLY = "a curly quotation mark stands here, and JSON wants straight ones"
_CLOSES = {"{": "}", "[": "]"}
_HALF_QUOTED = late(
    r"(?P<word>[^\s\"{}\[\],:][^\"\n{}\[\],:]{0,80})\"[ \t]*(?:[:,}\]]|$)", re.MULTILINE
)
_CURLIES = late("[“”„‟]")
_ESCAPE = late(r"\\(?:[\"\\/bfnrt]|u[0-9a-fA-F]{4}|(?P<wrong>[^\n]))")
