"""What can be wrong with the tags of a vocabulary among each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from blint.site.nearest import did_you_mean
from blint.site.tag_folding import fold_tag
from blint.source import Span

if TYPE_CHECKING:
    from blint.site.vocabulary import Term


class VocabularyFault(NamedTuple):
    """Something wrong with a vocabulary, where it was written."""

    span: Span
    message: str
    help: str | None = None


def check_spellings(terms: Iterable[Term]) -> Iterator[VocabularyFault]:
    """A tag has one name in a language; one that is retired may be another spelling of it."""
    alike: dict[str, list[Term]] = {}
    for term in terms:
        if not term.deprecated:
            alike.setdefault(fold_tag(term.name), []).append(term)
    for found in alike.values():
        for term in found if len(found) > 1 else ():
            others = (one for one in found if one is not term and _share_posts(one, term))
            names = ", ".join(f"`{other.name}`" for other in others)
            message = f"The tag `{term.name}` stands here in another spelling as well: {names}."
            help_text = "Keep one of them, and make the others its `aliases`."
            if names:
                yield VocabularyFault(term.span, message, help_text)


def check_replacement(term: Term, terms: Mapping[str, Term]) -> Iterator[VocabularyFault]:
    """Replacements must lead to a tag of the vocabulary that is not deprecated itself."""
    if term.replaced_by is None:
        return
    target = terms.get(term.replaced_by)
    if target is None:
        message = f"`{term.name}` is replaced by `{term.replaced_by}`, which is not listed."
        others = terms.keys() - {term.name}
        yield VocabularyFault(term.span, message, did_you_mean(term.replaced_by, others))
    elif target is term or target.deprecated:
        message = f"`{term.name}` is replaced by `{target.name}`, which is not to be used itself."
        yield VocabularyFault(term.span, message, "Name a tag that is not deprecated.")


def _share_posts(one: Term, other: Term) -> bool:
    """Whether two terms are for posts in the same language."""
    shared = not set(one.languages).isdisjoint(other.languages)
    return shared or not (one.languages or other.languages)
