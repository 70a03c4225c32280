"""invalid-, unclosed-, duplicate- and missing-front-matter: each fault goes to its rule."""

from __future__ import annotations

import pytest

from samples import check, findings

FAULTS = [
    ("invalid-front-matter", "---\ntitle: 'A\n---\n"),
    ("invalid-front-matter", "---\ntitle: {{ x }}\n---\n"),
    ("invalid-front-matter", "---\n- a\n- b\n---\n"),
    ("invalid-front-matter", f"---\na: {'[' * 100}{']' * 100}\n---\n"),
    ("invalid-front-matter", "+++\ntitle = \n+++\n"),
    ("invalid-front-matter", '{\n"title": A\n}\n'),
    ("unclosed-front-matter", "---\ntitle: A\n"),
    ("unclosed-front-matter", '+++\ntitle = "A"\n'),
    ("duplicate-front-matter-key", "---\ntitle: A\ntitle: B\n---\n"),
    ("duplicate-front-matter-key", '{\n"a": {"b": 1, "b": 2}\n}\n'),
    ("missing-front-matter", "# A\n"),
    ("missing-front-matter", ""),
]
RULES = sorted({rule for rule, _ in FAULTS})


@pytest.mark.parametrize(("rule", "text"), FAULTS)
def test_a_fault_is_found_by_one_rule(rule: str, text: str) -> None:
    found = check({"content/a.md": text}, config='preset = "hugo"\n', select=tuple(RULES))
    assert [diagnostic.rule for diagnostic, _ in found] == [rule]
    message = found[0][0].message
    assert message[0] == message[0].upper()
    assert message.endswith(".")


def test_front_matter_after_a_blank_line_is_not_also_missing() -> None:
    found = check(
        {"content/a.md": "\n---\ntitle: A\n---\n"},
        config='preset = "eleventy"\n',
        select=tuple(RULES),
    )
    assert [diagnostic.rule for diagnostic, _ in found] == ["invalid-front-matter"]


def test_a_repeated_key_names_the_first_one() -> None:
    ((found, covered),) = check(
        {"content/a.md": "---\ntitle: A\nmood: x\ntitle: B\n---\n"},
        select=("duplicate-front-matter-key",),
    )
    assert (covered, found.place.line) == ("title", 4)
    assert [related.place and related.place.line for related in found.related] == [2]


@pytest.mark.parametrize("preset", ["plain", "mkdocs", "docusaurus", "vitepress", "pelican"])
def test_no_front_matter_is_fine_where_it_is_optional(preset: str) -> None:
    files = {"content/a.md": "# A\n"}
    config = f'preset = "{preset}"\ncontent = ["content"]\n'
    assert findings("missing-front-matter", files, config) == []


@pytest.mark.parametrize(
    "path", ["content/README.md", "content/_parts/a.md", "content/_a.md", "content/License.md"]
)
def test_files_that_are_no_posts_need_no_front_matter(path: str) -> None:
    files = {path: "# A\n", "content/b.md": "---\ntitle: B\n---\n"}
    assert findings("missing-front-matter", files, 'preset = "hugo"\n') == []


def test_a_section_page_needs_front_matter() -> None:
    files = {"content/_index.md": "# A\n"}
    assert findings("missing-front-matter", files, 'preset = "hugo"\n') == [
        ("content/_index.md", "# A", "This post has no front matter.")
    ]


def test_a_schema_that_requires_keys_says_it_in_its_own_way() -> None:
    files = {"content/a.md": "# A\n", "s.json": '{"required": ["title"]}'}
    config = 'preset = "hugo"\n[front-matter]\nschema = "s.json"\n'
    found = check(files, config=config, select=("missing-front-matter", "schema-violation"))
    assert [diagnostic.rule for diagnostic, _ in found] == ["schema-violation"]
