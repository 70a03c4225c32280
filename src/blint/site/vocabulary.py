"""Tag vocabularies: the tags a blog allows itself, and where the file says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from blint.reading.nodes import Entry, Node
from blint.site.nearest import did_you_mean, nearest
from blint.site.tag_folding import fold_tag
from blint.site.vocabulary_faults import VocabularyFault, check_replacement, check_spellings
from blint.source import Span


@dataclass(frozen=True, slots=True)
class Term:
    """One tag of a vocabulary. `span` is the place of its name in the vocabulary file.

    `languages` are those of the posts that it is for; empty: all others.
    """

    name: str
    span: Span
    aliases: tuple[str, ...] = ()
    description: str = ""
    deprecated: bool = False
    replaced_by: str | None = None
    facet: str = ""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Facet:
    """A kind of tag, such as a level: how many tags of it a post has, at least and at most."""

    name: str
    least: int = 0
    most: int | None = None
    description: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The tags of one file. `path` is relative to the project root, with `/`.

    `aliases` maps another spelling to the name of its term.
    """

    path: str
    terms: Mapping[str, Term]
    aliases: Mapping[str, str] = field(default_factory=dict)
    facets: Mapping[str, Facet] = field(default_factory=dict)

    def lookup(self, tag: str) -> Term | None:
        """The term that a tag names, by its exact name or one of its aliases."""
        return self.terms.get(tag) or self.terms.get(self.aliases.get(tag, ""))

    def same_word(self, tag: str) -> Term | None:
        """The one term that is spelt as a tag is, but for case, separators and Unicode form."""
        terms = _folded(self).get(fold_tag(tag), ())
        return self.terms[terms[0]] if len(terms) == 1 else None


def read_vocabulary(root: Node, path: str) -> tuple[Vocabulary, list[VocabularyFault]]:
    """The vocabulary in a tree, and what is wrong with it.

    Three layouts are read: a table `tags` of names with what there is to say of each, the same
    without that table around it (as in Docusaurus's `tags.yml`), and a list of names.
    """
    faults: list[VocabularyFault] = []
    terms: dict[str, Term] = {}
    spans: dict[str, Span] = {}
    aliases: dict[str, str] = {}
    facets = {facet.name: facet for facet in _facets(root, faults)}
    for term, alias_spans in _terms(_table(root, faults), faults):
        if term.name in terms:
            faults.append(VocabularyFault(term.span, f"The tag `{term.name}` stands here twice."))
        terms[term.name] = term
        spans.update(alias_spans)
    for term in terms.values():
        for alias in term.aliases:
            other = alias if alias in terms else aliases.setdefault(alias, term.name)
            if other != term.name:
                message = f"`{alias}` is an alias of `{term.name}` and also means `{other}`."
                faults.append(VocabularyFault(spans[alias], message, "Keep one of the two."))
        faults.extend(check_replacement(term, terms))
        if facets and term.facet and term.facet not in facets:
            message = f"The tag `{term.name}` is of the facet `{term.facet}`, which is not listed."
            faults.append(VocabularyFault(term.span, message, did_you_mean(term.facet, facets)))
    faults.extend(check_spellings(terms.values()))
    if not terms and not faults:
        message = "This vocabulary holds no tag, so that no post could have one."
        faults.append(VocabularyFault(root.span, message, "List the tags that posts may have."))
    faults.sort(key=lambda fault: fault.span)
    return Vocabulary(path, terms, aliases, facets), faults


@cache
def _folded(vocabulary: Vocabulary) -> dict[str, tuple[str, ...]]:
    """The names of terms by the folded form of their names and aliases."""
    names: dict[str, dict[str, None]] = {}
    for term in vocabulary.terms.values():
        for text in (term.name, *term.aliases):
            names.setdefault(fold_tag(text), {})[term.name] = None
    return {form: tuple(found) for form, found in names.items()}


_Found = tuple[Term, dict[str, Span]]


def _table(root: Node, faults: list[VocabularyFault]) -> Node:
    """What holds the tags: the table or list under `tags`, or the file itself."""
    tags = root.get("tags")
    if tags is not None and tags.value.kind != "scalar":
        for entry in root.entries:
            if entry.key not in {"tags", "facets", "$schema"}:
                message = f"`{entry.key}` is not a key of a vocabulary."
                help_text = did_you_mean(entry.key, ("tags", "facets"))
                help_text = help_text or "It may have `tags` and `facets`."
                faults.append(VocabularyFault(entry.key_span, message, help_text))
        return tags.value
    for entry in root.entries:
        if _is_table_of_tags(entry):
            message = f"`{entry.key}` is not a key of a vocabulary."
            faults.append(VocabularyFault(entry.key_span, message, "Did you mean `tags`?"))
            return entry.value
    return root


def _is_table_of_tags(entry: Entry) -> bool:
    """Whether an entry is `tags` misspelt, and not a tag of its own with what there is to say."""
    if nearest(entry.key, ("tags",)) is None:
        return False
    inside = entry.value.entries
    return entry.value.kind == "sequence" or (
        bool(inside) and not any(inner.key in _KEYS for inner in inside)
    )


def _terms(root: Node, faults: list[VocabularyFault]) -> Iterator[_Found]:
    if root.kind == "sequence":
        for item in root.items:
            if _is_name(item):
                yield Term(item.raw, item.span), {}
            else:
                faults.append(VocabularyFault(item.span, "This is not the name of a tag."))
    elif root.kind == "mapping":
        for entry in root.entries:
            if entry.key == "$schema":
                continue
            if not entry.key.strip():
                faults.append(VocabularyFault(entry.key_span, "The name of this tag is empty."))
                continue
            yield _term(entry, faults)
    else:
        message = "A vocabulary is a table of tags, or a list of them."
        faults.append(VocabularyFault(root.span, message))


def _is_name(item: Node) -> bool:
    return item.kind == "scalar" and item.value is not None and bool(item.raw.strip())


_KEYS = ("aliases", "description", "deprecated", "replaced-by", "facet", "languages")
_SHOWN = ("label", "permalink")


def _term(entry: Entry, faults: list[VocabularyFault]) -> _Found:
    node = entry.value
    bare = Term(entry.key, entry.key_span)
    if node.kind == "scalar" and node.value is None:
        return bare, {}
    if node.kind != "mapping":
        message = f"What is said of the tag `{entry.key}` is a table, or nothing at all."
        faults.append(VocabularyFault(node.span, message))
        return bare, {}
    for inner in node.entries:
        if inner.key not in (*_KEYS, *_SHOWN):
            message = f"`{inner.key}` is not a key of a tag."
            help_text = did_you_mean(inner.key, _KEYS) or f"It may have `{'`, `'.join(_KEYS)}`."
            faults.append(VocabularyFault(inner.key_span, message, help_text))
    for shown in _SHOWN:
        _text(node.get(shown), faults)
    spans = _names(node.get("aliases"), "alias", faults)
    return Term(
        entry.key,
        entry.key_span,
        tuple(spans),
        _text(node.get("description"), faults),
        _flag(node.get("deprecated"), faults),
        _text(node.get("replaced-by"), faults) or None,
        _text(node.get("facet"), faults),
        tuple(_names(node.get("languages"), "language", faults)),
    ), spans


_FACET_KEYS = ("min", "max", "description")


def _facets(root: Node, faults: list[VocabularyFault]) -> Iterator[Facet]:
    """The facets that stand beside the table or list of tags."""
    tags, facets = root.get("tags"), root.get("facets")
    if tags is None or tags.value.kind == "scalar" or facets is None:
        return
    if facets.value.kind != "mapping":
        faults.append(VocabularyFault(facets.value.span, "`facets` takes a table of facets."))
    for entry in facets.value.entries:
        if not entry.key.strip():
            faults.append(VocabularyFault(entry.key_span, "The name of this facet is empty."))
        elif entry.value.kind == "mapping":
            yield _facet(entry, faults)
        elif entry.value.kind == "scalar" and entry.value.value is None:
            yield Facet(entry.key)
        else:
            message = f"What is said of the facet `{entry.key}` is a table, or nothing at all."
            faults.append(VocabularyFault(entry.value.span, message))


def _facet(entry: Entry, faults: list[VocabularyFault]) -> Facet:
    for inner in entry.value.entries:
        if inner.key not in _FACET_KEYS:
            message = f"`{inner.key}` is not a key of a facet."
            help_text = did_you_mean(inner.key, _FACET_KEYS)
            help_text = help_text or f"It may have `{'`, `'.join(_FACET_KEYS)}`."
            faults.append(VocabularyFault(inner.key_span, message, help_text))
    description = _text(entry.value.get("description"), faults)
    least = _number(entry.value.get("min"), faults)
    most = _number(entry.value.get("max"), faults)
    if least is not None and most is not None and least > most:
        message = f"The facet `{entry.key}` asks for at least {least} tags and at most {most}."
        faults.append(VocabularyFault(entry.key_span, message))
    return Facet(entry.key, least or 0, most, description)


def _number(entry: Entry | None, faults: list[VocabularyFault]) -> int | None:
    if entry is None:
        return None
    value = entry.value.value
    if isinstance(value, int | float) and not isinstance(value, bool) and value >= 0 == value % 1:
        return int(value)
    faults.append(VocabularyFault(entry.value.span, f"`{entry.key}` takes a whole number."))
    return None


def _names(entry: Entry | None, what: str, faults: list[VocabularyFault]) -> dict[str, Span]:
    if entry is None:
        return {}
    if entry.value.kind != "sequence":
        faults.append(VocabularyFault(entry.value.span, f"`{entry.key}` takes a list of names."))
        return {}
    found: dict[str, Span] = {}
    for item in entry.value.items:
        if not _is_name(item):
            faults.append(VocabularyFault(item.span, _NO_NAME[what]))
        elif item.raw in found:
            faults.append(VocabularyFault(item.span, f"The {what} `{item.raw}` is here twice."))
        else:
            found[item.raw] = item.span
    return found


_NO_NAME = {"alias": "This is not the name of a tag.", "language": "This is no language."}


def _text(entry: Entry | None, faults: list[VocabularyFault]) -> str:
    if entry is None or entry.value.value is None:
        return ""
    if entry.value.kind != "scalar":
        faults.append(VocabularyFault(entry.value.span, f"`{entry.key}` takes a text."))
        return ""
    return entry.value.raw


def _flag(entry: Entry | None, faults: list[VocabularyFault]) -> bool:
    if entry is None:
        return False
    if not isinstance(entry.value.value, bool):
        faults.append(VocabularyFault(entry.value.span, f"`{entry.key}` takes true or false."))
    return entry.value.value is True
