"""The tags of a new post, spelt as the vocabulary or the other posts spell them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from blint.overview.new_post.habits import Habits
from blint.running.errors import UsageFault
from blint.site.tag_folding import fold_tag, is_plural
from blint.site.tag_words import misspells
from blint.site.vocabulary import Vocabulary


class Chosen(NamedTuple):
    """A tag to write, and what its author should know of it, if anything."""

    tag: str
    note: str = ""


def chosen_tags(given: Iterable[str], habits: Habits) -> list[Chosen]:
    """The tags that are asked for, each once. Raises UsageFault where one is empty.

    A comma parts tags, unless the blog has a tag with it.
    """
    vocabulary = habits.settings.vocabulary
    found: dict[str, Chosen] = {}
    for tag in _parted(given, habits):
        one = _in_use(tag, habits.all_tags) if vocabulary is None else _listed(tag, vocabulary)
        found.setdefault(fold_tag(one.tag), one)
    return list(found.values())


def _parted(given: Iterable[str], habits: Habits) -> Iterator[str]:
    known = () if habits.tags_are_text else {fold_tag(tag) for tag in habits.all_tags if "," in tag}
    for text in given:
        whole = " ".join(text.split())
        parts = [whole] if fold_tag(whole) in known else whole.split(",")
        tags = [part.strip() for part in parts if part.strip()]
        if not tags:
            raise UsageFault("A tag is empty; name one, as in `--tag Python`, or leave it away.")
        yield from tags


def _in_use(tag: str, known: Sequence[str]) -> Chosen:
    """A tag as most posts spell it. `known` are tags of posts, the most frequent first."""
    usual = next((one for one in known if fold_tag(one) == fold_tag(tag)), None)
    usual = usual or next((one for one in known if _differ_in_number(one, tag)), None)
    if usual is None:
        meant = next((one for one in known if misspells(tag, one)), None)
        return Chosen(tag, f"The tag `{tag}` is new: no other post has it.{_guess(meant)}")
    if usual == tag:
        return Chosen(tag)
    return Chosen(usual, f"The tag `{tag}` is written `{usual}`, as in other posts.")


def _differ_in_number(one: str, other: str) -> bool:
    """Whether one of two tags is the plural of the other one."""
    pairs = ((one, other), (other, one))
    return any(is_plural(fold_tag(many), [many], fold_tag(single)) for many, single in pairs)


def _listed(tag: str, vocabulary: Vocabulary) -> Chosen:
    """A tag as the vocabulary has it, in the place of an alias or of one that is replaced."""
    term = vocabulary.lookup(tag) or vocabulary.same_word(tag)
    if term is None:
        meant = next((name for name in sorted(vocabulary.terms) if misspells(tag, name)), None)
        return Chosen(tag, f"The tag `{tag}` is not in `{vocabulary.path}`.{_guess(meant)}")
    name = term.replaced_by if term.deprecated and term.replaced_by else term.name
    if name != tag:
        return Chosen(name, f"The tag `{tag}` is written `{name}`, as `{vocabulary.path}` has it.")
    if term.deprecated:
        return Chosen(name, f"The tag `{name}` is deprecated in `{vocabulary.path}`.")
    return Chosen(name)


def _guess(meant: str | None) -> str:
    return f" Did you mean `{meant}`?" if meant is not None else ""
