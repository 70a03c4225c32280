"""How hard a text is to read, by measures that count letters, words and sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from blint.late import late
from blint.reading.post import Post
from blint.source import Span


class Measure(NamedTuple):
    """A measure of `textstat`, by the name of its function there.

    `limit` is where texts count as very hard; `languages` are those that it was made for, or has
    been tried on. `falls`: a smaller number means a harder text. None of them counts syllables,
    for which textstat would download a dictionary.
    """

    function: str
    title: str
    limit: float
    languages: frozenset[str]
    falls: bool = False

    def of(self, text: str) -> float:
        """The measure of a text."""
        import textstat

        return float(getattr(textstat, self.function)(text))

    def is_harder(self, one: float, other: float) -> bool:
        """Whether one value means a harder text than another."""
        return one < other if self.falls else one > other


class Paragraph(NamedTuple):
    """A paragraph as it is read aloud, code and addresses made short words, and its place."""

    text: str
    span: Span

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())


def paragraphs(post: Post) -> Iterator[Paragraph]:
    """The paragraphs of a post, without headings, lists, tables, quotes and code."""
    spans = iter([*post.document.prose, Span(len(post.text), len(post.text))])
    span = next(spans)
    for match in _BLOCK.finditer(post.text, post.front_matter.body):
        start, end = match.span()
        inside = []
        while span.start < end and span.start < len(post.text):
            if span.start >= start:
                inside.append(span)
            span = next(spans)
        is_list = len(_BREAK.findall(match[0])) > 1
        if inside and not is_list and not _OTHER.match(match[0]):
            yield Paragraph(_aloud(post.text, inside), Span(inside[0].start, inside[-1].end))


def guess_language(text: str) -> str:
    """The language of a text among those of the measures, by its smallest words; empty if none."""
    words = text.casefold().split()
    counts = {
        language: sum(word in small for word in words) for language, small in _small_words().items()
    }
    best = max(sorted(counts), key=lambda language: counts[language])
    return best if words and counts[best] >= _SHARE * len(words) else ""


def count_sentences(text: str) -> int:
    """How many sentences a text has."""
    return len(_SENTENCE.findall(text)) or 1


def _aloud(text: str, spans: list[Span]) -> str:
    pieces: list[str] = []
    last = spans[0].start
    for start, end in spans:
        between = text[last:start]
        if _BREAK.search(between):
            pieces.append(". ")
        elif between.strip("*_~"):
            pieces.append(" ")
        is_code = text[start] == text[end - 1] == "`" and end - start > 2
        pieces.append("code" if is_code else text[start:end])
        last = end
    words = _NO_WORD.sub("code", "".join(pieces))
    said = " ".join(_INNER_MARK.sub("", words).split()).rstrip(" :;,-–—")
    # A paragraph ends a sentence, whatever it ends with.
    return said if said.endswith((".", "!", "?", "…")) else f"{said}."


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {language: frozenset(words.split()) for language, words in _SMALL_WORDS}


_ENGLISH: Final = frozenset(("en",))
_EUROPEAN: Final = frozenset(
    ("da", "de", "en", "es", "fi", "fr", "it", "nl", "nb", "nn", "no", "pt", "sv")
)
MEASURES: Final = {
    "automated-readability-index": Measure(
        "automated_readability_index", "Automated Readability Index", 18, _ENGLISH
    ),
    "coleman-liau": Measure("coleman_liau_index", "Coleman–Liau index", 16, _ENGLISH),
    "mcalpine-eflaw": Measure("mcalpine_eflaw", "McAlpine EFLAW score", 40, _ENGLISH),
    "lix": Measure("lix", "LIX", 60, _EUROPEAN),
    "rix": Measure("rix", "RIX", 9, _EUROPEAN),
    "gulpease": Measure("gulpease_index", "Gulpease index", 40, frozenset(("it",)), falls=True),
}
_BLOCK: Final = late(
    r"[^\s](?:[^\n]|\n(?![ \t\r]*(?:\n|\Z)|[ \t]*(?:[-*+#|>]|\d+[.)]\s|```|~~~|:::)))*"
)
_BREAK: Final = late(r"(?:\\| {2,})\r?\n|<br\b[^>]*>")
_OTHER: Final = late(r"#|>|\||<|:::|[-*+]\s|\d+[.)]\s|!\[[^\n]*\Z|\[\^|\{|import |export ")
_NO_WORD: Final = late(r"\S*[/\\_@=<>{}]\S*|\S{30,}")
_INNER_MARK: Final = late(r"[.!?:](?=[^\s.!?)\"'”’»])")
_SENTENCE: Final = late(r"[.!?…][\"'”’»)]*(?:\s|$)", re.ASCII)
_SHARE: Final = 0.12
_SMALL_WORDS: Final = (
    ("da", "og i at det er en til på som med for ikke den af de har vi kan et jeg"),
    ("de", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine wir"),
    ("en", "the of and to a in is that for it with on as are be this we you can by"),
    ("es", "de la que el en y a los se del las por un para con no una su es lo"),
    ("fi", "ja on ei se että oli joka hän mutta ovat kun myös tai sen voi niin ole kuin jos sitä"),
    ("fr", "de la le et les des en un du une que est pour qui dans a par plus pas au"),
    ("it", "di e il la che in a per un è del non le una con si da i dei al"),
    ("nl", "de van het een en in is dat op te zijn met voor niet aan er om ook je wij"),
    ("no", "og i det er på en til som av for at med har de ikke vi kan et jeg den"),
    ("pt", "de a o que e do da em um para é com não uma os no se na por mais"),
    ("sv", "och i att det som en på är av för med den till inte har de ett om vi kan"),
)
