"""Rule pages: complete, true to the schema, and every example on them is run."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from rule_pages import Example, examples, run_example, said

from blint.resources import resource
from blint.rulebook import Rule, load_check, load_rulebook

RULES = load_rulebook()
EXAMPLES = [example for rule in RULES.values() for example in examples(rule)]


def by_name(rule: Rule) -> str:
    return rule.name


def of_example(example: Example) -> str:
    return f"{example.rule}-{'correct' if example.correct else 'incorrect'}-{example.number}"


@pytest.mark.parametrize("example", EXAMPLES, ids=of_example)
def test_an_example_says_what_the_page_shows(example: Example) -> None:
    assert said(run_example(example)) == (example.output or "")


@pytest.mark.parametrize("example", EXAMPLES, ids=of_example)
def test_only_incorrect_examples_have_output(example: Example) -> None:
    assert bool(example.output) is not example.correct


@pytest.mark.parametrize("rule", RULES.values(), ids=by_name)
def test_a_page_has_both_sides_and_says_why(rule: Rule) -> None:
    sides = [example.correct for example in EXAMPLES if example.rule == rule.name]
    # What the engine itself says of unreadable bytes cannot be shown as text on a page.
    least = 0 if rule.scope == "engine" else 1
    assert least <= sides.count(False) <= 3
    assert least <= sides.count(True) <= 3
    assert rule.page.startswith(f"# {rule.name}\n")
    assert "\n## Why\n" in rule.page
    assert rule.summary.endswith(".")


@pytest.mark.parametrize("rule", RULES.values(), ids=by_name)
def test_a_rule_has_the_code_that_its_scope_needs(rule: Rule) -> None:
    if rule.scope == "engine":
        with pytest.raises(ModuleNotFoundError):
            load_check(rule)
        return
    check = load_check(rule)
    assert (check.check is not None) is (rule.scope == "post")
    assert (check.emit is not None and check.judge is not None) is (
        rule.scope in {"site", "web", "change"}
    )


def test_every_check_has_a_page() -> None:
    checks = importlib.import_module("blint.checks")
    folder = Path(checks.__path__[0])
    modules = {
        f"{path.parent.name}/{path.stem}".replace("_", "-")
        for path in folder.glob("*/*.py")
        if path.stem != "__init__"
    }
    assert modules <= {f"{rule.group}/{rule.name}" for rule in RULES.values()}


@pytest.mark.parametrize("rule", RULES.values(), ids=by_name)
def test_a_page_keeps_the_schema_of_pages(rule: Rule) -> None:
    import json

    import jsonschema

    from blint.reading.front_matter import read_front_matter

    schema = json.loads((resource("schemas") / "rule.schema.json").read_text(encoding="utf-8"))
    text = Path(rule.path).read_text(encoding="utf-8")
    jsonschema.validate(read_front_matter(text, dialect="yaml-1.2").data, schema)


@pytest.mark.parametrize("rule", RULES.values(), ids=by_name)
def test_the_default_of_an_option_fits_the_option(rule: Rule) -> None:
    import jsonschema

    for fragment in rule.options.values():
        jsonschema.validate(fragment["default"], fragment)
