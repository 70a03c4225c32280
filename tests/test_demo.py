"""The example blog shows what it is meant to show, and the documents show what blint prints."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest
import yaml
from shown_output import DOCUMENTS, ROOT, Shown, printed, shown

from blint.reading.document import Fence
from blint.reading.front_matter import read_front_matter
from blint.reading.markdown import read_markdown
from blint.resources import resource
from blint.rulebook import groups, load_rulebook
from blint.running.config import load_config
from blint.running.config_model import ExternalTable
from blint.running.opening import Request
from blint.running.run import Outcome, run

BLOG = ROOT / "examples/blog"
PROMISED = {
    "ambiguous-scalar",
    "broken-anchor",
    "broken-link",
    "deprecated-tag",
    "duplicate-front-matter-key",
    "duplicate-tag",
    "inconsistent-tag",
    "invalid-front-matter",
    "malformed-url",
    "missing-fence-language",
    "schema-violation",
    "stale-read-time",
    "tag-alias",
    "unclosed-fence",
    "unknown-fence-language",
    "unknown-tag",
}
SHOWN = [(path.name, one) for path in DOCUMENTS for one in shown(path.read_text(encoding="utf-8"))]
FENCED = [*DOCUMENTS, ROOT / "CONTRIBUTING.md"]


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    """What blint finds in the example blog."""
    return run(Request(paths=(BLOG,)))


def fences(path: Path, language: str) -> list[str]:
    """The contents of a document's fences in one language."""
    text = path.read_text(encoding="utf-8")
    found = read_markdown(text, read_front_matter(text, dialect="yaml-1.2").body).fences
    chosen: list[Fence] = [fence for fence in found if fence.language == language]
    return [text[fence.content.start : fence.content.end] for fence in chosen]


def fenced(language: str) -> list[tuple[str, str]]:
    """All fences in one language, each with the name of its document."""
    return [(path.name, text) for path in FENCED for text in fences(path, language)]


def test_the_example_shows_what_it_promises(outcome: Outcome) -> None:
    assert {found.rule for found in outcome.diagnostics} >= PROMISED


def test_the_example_can_be_understood_whole(outcome: Outcome) -> None:
    assert 12 <= outcome.posts <= 20
    assert 20 <= len(outcome.diagnostics) <= 40
    assert outcome.suppressed == 1


def test_the_example_fails() -> None:
    command = [sys.executable, "-m", "blint", "check", "--output-format", "json"]
    done = subprocess.run(command, cwd=BLOG, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1, done.stderr
    schema = json.loads((resource("schemas") / "report.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(done.stdout), schema)


@pytest.mark.parametrize(("document", "command"), SHOWN)
def test_documents_show_what_blint_prints(document: str, command: Shown) -> None:
    assert command.output == printed(command)


def test_the_readme_shows_a_first_run() -> None:
    assert "README.md" in {document for document, _ in SHOWN}


@pytest.mark.parametrize(("document", "text"), fenced("toml"))
def test_configurations_in_documents_are_valid(document: str, text: str, tmp_path: Path) -> None:
    name = text.partition("\n")[0].removeprefix("# ")
    (tmp_path / name).write_text(text, encoding="utf-8")
    if name == "blint.toml":
        load_config(tmp_path, None, load_rulebook())
        return
    assert name == "tags.toml"
    schema = json.loads(
        (resource("schemas") / "vocabulary.schema.json").read_text(encoding="utf-8")
    )
    jsonschema.validate(tomllib.loads(text), schema)


@pytest.mark.parametrize(("document", "text"), fenced("yaml"))
def test_snippets_for_other_tools_are_yaml(document: str, text: str) -> None:
    assert yaml.safe_load(text) is not None


def test_the_action_is_shown_with_inputs_that_it_has() -> None:
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    text = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    workflows = [yaml.safe_load(one) for one in fences(ROOT / "docs/ci.md", "yaml")]
    jobs = [one["jobs"]["blint"] for one in workflows if "jobs" in one]
    steps = [step for job in jobs for step in job["steps"] if "/blint@" in step.get("uses", "")]
    assert steps
    for step in steps:
        assert step["with"].keys() <= action["inputs"].keys()
    for name in action["inputs"]:
        assert f"| `{name}` |" in text


HOOKS = {
    "README.md": {"blint", "blint-all"},
    "docs/ci.md": {"blint", "blint-all"},
    "docs/external-links.md": {"blint-links"},
}


@pytest.mark.parametrize("document", HOOKS)
def test_hooks_are_shown_that_exist(document: str) -> None:
    configurations = [yaml.safe_load(one) for one in fences(ROOT / document, "yaml")]
    repos = [repo for one in configurations if "repos" in one for repo in one["repos"]]
    assert {hook["id"] for repo in repos for hook in repo["hooks"]} == HOOKS[document]


def test_every_hook_is_shown() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {hook["id"] for hook in hooks} == set().union(*HOOKS.values())


def test_the_nightly_workflow_asks_for_links() -> None:
    workflows = [yaml.safe_load(one) for one in fences(ROOT / "docs/external-links.md", "yaml")]
    [steps] = [one["jobs"]["links"]["steps"] for one in workflows if "jobs" in one]
    lines = [step["run"] for step in steps if "run" in step]
    assert "blint check --external --select links" in lines
    uses = {step["uses"].partition("@")[0]: step for step in steps if "uses" in step}
    restore, save = uses["actions/cache/restore"], uses["actions/cache/save"]
    assert restore["with"]["path"] == save["with"]["path"] == ExternalTable().cache
    assert restore["with"]["key"] == save["with"]["key"]
    # A dead link makes the job fail, and must be remembered all the same.
    assert save["if"] == "always()"


def test_the_readme_lists_every_group() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for group in groups(load_rulebook().values()):
        assert f"\n| `{group}` |" in text


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 200
