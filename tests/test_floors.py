"""The house: imports go only downwards, checks and reports keep to themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src"

FLOORS = {
    "blint.source": 0,
    "blint.diagnostics": 0,
    "blint.resources": 0,
    "blint.late": 0,
    "blint": 0,
    "blint.reading": 1,
    "blint.facts": 1,
    "blint.site": 2,
    "blint.rulebook": 2,
    "blint.checks": 2,
    "blint.running": 3,
    "blint.overview": 3,
    "blint.reports": 4,
    "blint.cli": 4,
    "blint.__main__": 4,
}

LONGEST = 320
GENERATORS = "blint.site.generators"


def modules() -> dict[str, Path]:
    """Every module of the package by dotted name."""
    return {
        ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): path
        for path in sorted(SOURCE.rglob("*.py"))
    }


def imports(path: Path) -> Iterator[str]:
    """What a module imports of blint, as dotted names, wherever in the file it does so."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("blint"))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("blint"):
            for alias in node.names:
                full = f"{node.module}.{alias.name}"
                yield full if full in MODULES else str(node.module)


MODULES = modules()


def floor(name: str) -> int:
    """The floor of a module: that of its nearest named parent."""
    while name not in FLOORS:
        name = name.rpartition(".")[0]
    return FLOORS[name]


def within(name: str, package: str) -> bool:
    return name.startswith(package + ".")


@pytest.mark.parametrize("name", MODULES)
def test_imports_go_downwards(name: str) -> None:
    upwards = [other for other in imports(MODULES[name]) if floor(other) > floor(name)]
    assert not upwards


@pytest.mark.parametrize("name", [n for n in MODULES if within(n, "blint.checks")])
def test_a_check_imports_no_other_check(name: str) -> None:
    assert not [other for other in imports(MODULES[name]) if within(other, "blint.checks")]


# Generators that are made of another one.
MADE_OF = {"starlight": {"astro"}, "mkdocs_material": {"mkdocs"}}


@pytest.mark.parametrize("name", [n for n in MODULES if within(n, "blint.site.generators")])
def test_a_generator_knows_nothing_of_another(name: str) -> None:
    own = name.split(".")[3]
    others = {other.split(".")[3] for other in imports(MODULES[name]) if within(other, GENERATORS)}
    assert others <= {own} | MADE_OF.get(own, set())


FORMATS = {"full", "concise", "json", "sarif", "github"}


@pytest.mark.parametrize("name", [n for n in MODULES if within(n, "blint.reports")])
def test_a_report_imports_no_other_report(name: str) -> None:
    formats = {f"blint.reports.{each}" for each in FORMATS}
    assert not [other for other in imports(MODULES[name]) if other in formats]


@pytest.mark.parametrize("name", [n for n in MODULES if not within(n, "blint.cli")])
def test_only_the_command_line_prints_or_exits(name: str) -> None:
    if name == "blint.__main__":
        return
    calls = {
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(MODULES[name].read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    }
    assert not calls & {"print", "sys.exit", "exit", "os._exit", "click.echo"}


@pytest.mark.parametrize("name", MODULES)
def test_files_stay_small(name: str) -> None:
    assert len(MODULES[name].read_text(encoding="utf-8").split("\n")) <= LONGEST


@pytest.mark.parametrize("name", MODULES)
def test_a_module_opens_with_its_job(name: str) -> None:
    docstring = ast.get_docstring(ast.parse(MODULES[name].read_text(encoding="utf-8")))
    assert docstring
    assert docstring.splitlines()[0].endswith(".")
