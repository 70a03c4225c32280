"""Starting a rule writes two files and leaves what is there alone."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from new_rule import start_rule

from blint.reading.front_matter import read_front_matter
from blint.resources import resource


@pytest.mark.parametrize("scope", ["post", "site"])
def test_a_page_and_a_check(tmp_path: Path, scope: str) -> None:
    page, check = start_rule(tmp_path, "front-matter", "odd-key", scope, "0.1")
    assert page == tmp_path / "rules/front-matter/odd-key.md"
    assert check == tmp_path / "src/blint/checks/front_matter/odd_key.py"
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == {page, check}
    schema = json.loads((resource("schemas") / "rule.schema.json").read_text(encoding="utf-8"))
    head = read_front_matter(page.read_text(encoding="utf-8"), dialect="yaml-1.2").data
    jsonschema.validate(head, schema)
    names: dict[str, object] = {}
    exec(compile(check.read_text(encoding="utf-8"), str(check), "exec"), names)
    assert ("check" in names) is (scope == "post")
    assert ("emit" in names and "judge" in names) is (scope == "site")


def test_a_rule_that_is_there_is_left_alone(tmp_path: Path) -> None:
    page, _ = start_rule(tmp_path, "tags", "odd-tag", "post", "0.1")
    page.write_text("mine")
    with pytest.raises(FileExistsError):
        start_rule(tmp_path, "tags", "odd-tag", "post", "0.1")
    assert page.read_text() == "mine"
