"""Whatever a file holds, reading its front matter gives values, places inside it, and no error."""

from __future__ import annotations

import json
import tomllib
from typing import Any, get_args

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from blint.reading.front_matter import read_front_matter
from blint.reading.json_reader import read_json
from blint.reading.nodes import Dialect
from blint.reading.toml_reader import read_toml
from blint.reading.yaml_reader import read_yaml
from trees import scalars

# fmt: off
PIECES = [
    "---\n", "+++\n", "...\n", "\n", "\r\n", "\r", " ", "  ", "\t", "- ", "? ", ": ", ":", "a",
    "b: ", "é😀", "[", "]", "{", "}", "{{ x }}", "{%", ",", "'", '"', "'''", '"""', "\\", "|",
    ">-\n", "#", " # c\n", "&a ", "*a", "!!str ", "!x ", "!!int ", "<<: ", "= ", "a.b = ",
    "[a]\n", "[[a]]\n",
    "1", "010", "12:30", "2024-02-30", "2024-01-01 10:00:00", ".inf", "~", "no", "\0", "\ufeff",
    "\u2028", "\x85", "\ud800", "%", "@", "`", "title: x\n", "a = 1\n", '"a": 1',
]
# fmt: on
anything = st.one_of(
    st.text(),
    st.builds(
        "".join,
        st.tuples(
            st.sampled_from(["---\n", "+++\n", "{", "\n---\n", "-----\n", ""]),
            st.lists(st.sampled_from(PIECES), max_size=40).map("".join),
            st.sampled_from(["\n---\nbody", "\n+++\nbody", "\n}\nbody", ""]),
        ),
    ),
)
letters = st.text(
    st.characters(exclude_categories=["Cs", "Nd"], exclude_characters="\x7f\x85\u2028\u2029\ufeff"),
    max_size=120,
)
leaves = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
    letters,
)
values = st.recursive(
    leaves,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(letters, inner, max_size=4),
    max_leaves=8,
)
mappings = st.dictionaries(letters, values, max_size=5)
examples = settings(max_examples=120, deadline=None, derandomize=True, database=None)


@examples
@given(anything, st.sampled_from(get_args(Dialect)))
def test_any_text_is_read(text: str, dialect: Dialect) -> None:
    front = read_front_matter(text, dialect=dialect)
    assert 0 <= front.body <= len(text)
    assert front.format or front.body == 0
    assert front.root is None or front.root.kind == "mapping"
    spans = [front.span, *front.comments]
    for fault in front.faults:
        spans += [fault.span, fault.other or fault.span]
    if front.root is not None:
        json.dumps(front.root.value)
        for node in front.root.walk():
            spans += [node.span, *(entry.key_span for entry in node.entries)]
    assert all(0 <= start <= end <= len(text) for start, end in spans)
    assert all(text[start] == "#" for start, _ in front.comments)


@examples
@given(anything, st.integers(0, 5))
def test_any_text_is_read_by_each_reader(text: str, offset: int) -> None:
    for read in (read_yaml, read_toml, read_json):
        root, faults, _ = read(text, offset)
        assert root is not None or faults
        for fault in faults:
            assert offset <= fault.span.start <= fault.span.end <= offset + len(text)


@examples
@given(mappings, st.booleans(), st.booleans(), st.sampled_from([None, "'", '"', "|", ">"]))
def test_yaml_round_trip(data: dict[str, Any], flow: bool, wide: bool, style: str | None) -> None:
    width = 1000 if wide else 20
    text = yaml.safe_dump(
        data, default_flow_style=flow, width=width, allow_unicode=True, default_style=style
    )
    root, faults, _ = read_yaml(text)
    assert faults == []
    assert root is not None
    assert root.value == data
    for written, value in scalars(root, text):
        # The last line end of a block is part of its value; figures count from where it stands.
        if written[:1] in {"|", ">"} and written[1:2].isdigit():
            continue
        again = read_yaml(f"{written}\n" if written[:1] in {"|", ">"} else written).root
        assert again is not None
        assert again.value == value or (value is None and not written)


@examples
@given(mappings, st.sampled_from([None, 1]), st.booleans())
def test_json_round_trip(data: dict[str, Any], indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    root, faults, _ = read_json(text)
    assert faults == []
    assert root is not None
    assert root.value == data
    assert all(json.loads(written) == value for written, value in scalars(root, text))


def toml(value: Any) -> str:
    """A value as TOML, on one line; TOML has no null."""
    if isinstance(value, dict):
        inside = ", ".join(f"{toml(str(key))} = {toml(item)}" for key, item in value.items())
        return f"{{{inside}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return "'null'" if value is None else json.dumps(value, ensure_ascii=False)


@examples
@given(st.lists(st.tuples(letters, mappings), max_size=4, unique_by=lambda table: table[0]))
def test_toml_agrees_with_tomllib(tables: list[tuple[str, dict[str, Any]]]) -> None:
    text = ""
    for name, table in tables:
        text += f"[{toml(name)}]  # c\n"
        text += "".join(f"{toml(key)}={toml(value)}\n" for key, value in table.items())
    root, faults, _ = read_toml(text)
    assert faults == []
    assert root is not None
    assert root.value == tomllib.loads(text)
    assert all(
        tomllib.loads(f"k = {written}")["k"] == value for written, value in scalars(root, text)
    )
