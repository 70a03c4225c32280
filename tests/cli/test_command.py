"""The command line as a process: streams, exit codes, and what start-up imports."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import blint

CLEAN = "---\ntitle: A\n---\nText.\n"
WARNS = CLEAN + "\n```\nx\n```\n"
FAILS = "---\ntitle: A\ntitle: B\n---\nText.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """An empty project."""
    (tmp_path / "blint.toml").touch()
    (tmp_path / "content").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("post", "arguments", "code"),
    [
        (CLEAN, [], 0),
        (WARNS, [], 0),
        (WARNS, ["--fail-on", "warning"], 1),
        (WARNS, ["--fail-on", "info"], 1),
        (FAILS, [], 1),
        (FAILS, ["--fail-on", "never"], 0),
        (FAILS, ["--ignore", "duplicate-front-matter-key"], 0),
        (FAILS, ["--ignore", "front-matter"], 0),
        (FAILS, ["--select", "links,tags"], 0),
        (WARNS, ["--select", "missing-fence-language", "--fail-on", "warning"], 1),
        (CLEAN, ["--select", "no-such-rule"], 2),
        (CLEAN, ["--output-format", "xml"], 2),
        (CLEAN, ["--output", "json"], 2),
        (CLEAN, ["--fail-on", "sometimes"], 2),
        (CLEAN, ["--config", "missing.toml"], 2),
        (CLEAN, ["missing.md"], 2),
        (CLEAN, ["--no-such-option"], 2),
    ],
)
def test_exit_codes(site: Path, post: str, arguments: list[str], code: int) -> None:
    (site / "content/a.md").write_text(post)
    done = blint("check", *arguments, cwd=site)
    assert done.returncode == code, done.stderr
    assert "Traceback" not in done.stderr
    assert bool(done.stderr) is (code == 2)


def test_no_posts_is_an_error(site: Path) -> None:
    done = blint("check", cwd=site)
    assert done.returncode == 2
    assert done.stdout == ""


def test_a_mistake_in_the_configuration_has_a_place_and_a_guess(site: Path) -> None:
    (site / "content/a.md").write_text(CLEAN)
    (site / "blint.toml").write_text('content = ["content"]\n[tag]\n')
    done = blint("check", cwd=site)
    assert done.returncode == 2
    assert "blint.toml:2:2: " in done.stderr
    assert "Did you mean `tags`?" in done.stderr


def test_one_run_feeds_several_reports(site: Path) -> None:
    (site / "content/a.md").write_text(FAILS)
    done = blint("check", "--output", "json:out/a.json", "--output", "sarif:b.sarif", cwd=site)
    assert done.stdout.startswith("content/a.md:3:1: error[duplicate-front-matter-key]")
    report = json.loads((site / "out/a.json").read_text())
    assert [d["rule"] for d in report["diagnostics"]] == ["duplicate-front-matter-key"]
    assert json.loads((site / "b.sarif").read_text())["version"] == "2.1.0"


def test_one_post_is_reported_and_the_whole_blog_is_read(site: Path) -> None:
    (site / "content/a.md").write_text(CLEAN + "[b](b.md) [c](c.md)\n")
    (site / "content/b.md").write_text(FAILS)
    done = blint("check", "content/a.md", "--output-format", "json", cwd=site)
    report = json.loads(done.stdout)
    assert [(d["path"], d["rule"]) for d in report["diagnostics"]] == [
        ("content/a.md", "broken-link")
    ]
    assert report["summary"]["posts"] == 1


def test_the_current_folder_does_not_matter(site: Path) -> None:
    (site / "content/a.md").write_text(FAILS)
    outputs = {
        blint("check", str(site / "content"), cwd=place).stdout
        for place in (site, site / "content", site.parent)
    }
    assert len(outputs) == 1


def test_a_reader_that_leaves_is_no_error(site: Path) -> None:
    (site / "content/a.md").write_text(CLEAN + "```\nx\n```\n\n" * 3000)
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {sys.executable} -m blint check | head -1"],
        cwd=site,
        capture_output=True,
        check=False,
    )
    assert done.stderr == b""


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_a_narrow_terminal_encoding_is_no_error(site: Path, encoding: str) -> None:
    (site / "content/a.md").write_text("---\n日本: 1\n日本: 2\n---\n", encoding="utf-8")
    done = blint("check", "--output-format", "full", cwd=site, PYTHONIOENCODING=encoding)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("name", ["config", "post", "report", "rule", "vocabulary"])
def test_schemas_are_printed(site: Path, name: str) -> None:
    import jsonschema

    schema = json.loads(blint("schema", name, cwd=site).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)


def test_a_rule_explains_itself(site: Path) -> None:
    page = blint("rule", "duplicate-tag", cwd=site)
    assert page.stdout.startswith("# duplicate-tag\n")
    assert page.returncode == 0
    everything = blint("rule", "--all", cwd=site).stdout
    assert page.stdout in everything
    assert blint("rule", "duplicate-tags", cwd=site).returncode == 2


HEAVY = {
    *("frontmatter", "httpx", "jsonschema", "markdown_it", "rapidfuzz", "rich", "textstat"),
    *("asyncio", "concurrent", "csv", "email", "http", "logging", "multiprocessing", "pkgutil"),
    *("socket", "ssl", "subprocess", "zoneinfo"),
}


def imported(site: Path, *arguments: str) -> set[str]:
    """The names of all modules that a run has imported."""
    script = "import sys; from blint.__main__ import main\ntry: main()\nexcept SystemExit: pass\n"
    script += "print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=site,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return set(done.stderr.split())


def test_the_version_costs_next_to_nothing(site: Path) -> None:
    assert not imported(site, "--version") & {*HEAVY, "click", "msgspec", "yaml", "pyromark", "re"}


def test_a_clean_run_imports_only_what_it_needs(site: Path) -> None:
    (site / "content/a.md").write_text(CLEAN)
    names = imported(site, "check")
    assert not names & HEAVY
    generators = {".".join(name.split(".")[:4]) for name in names if ".generators." in name}
    assert generators == {"blint.site.generators.plain"}


def test_a_project_without_a_configuration_does_not_load_its_reader(site: Path) -> None:
    (site / "blint.toml").unlink()
    (site / "content/a.md").write_text(CLEAN)
    assert not imported(site, "check") & {"tomllib", "blint.running.config_check"}


def test_the_help_names_the_commands(site: Path) -> None:
    told = blint("--help", cwd=site).stdout.partition("Commands:\n")[2].partition("\n\n")[0]
    assert [line.split()[0] for line in told.split("\n")] == [
        *(
            "baseline",
            "calibrate",
            "check",
            "clean",
            "init",
            "links",
            "list",
            "new",
            "rule",
            "schema",
            "tags",
        ),
    ]


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_the_run_with_its_own_code(site: Path, sent: int, code: int) -> None:
    # More than a pipe holds, so that the run is waiting for a reader when the signal comes.
    (site / "content/a.md").write_text(CLEAN + "```\nx\n```\n\n" * 5000)
    command = [sys.executable, "-m", "blint", "check"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=site, stdout=pipe, stderr=pipe) as process:
        assert process.stdout is not None
        assert process.stdout.read(1)
        process.send_signal(sent)
        _, errors = process.communicate()
    assert process.returncode == code
    assert b"Traceback" not in errors


def test_a_report_that_cannot_be_written_is_named(site: Path) -> None:
    (site / "content/a.md").write_text(CLEAN)
    done = blint("check", "--output", "json:blint.toml/a.json", cwd=site)
    assert done.returncode == 2
    assert done.stderr.startswith("Error: `blint.toml/a.json` cannot be written: ")


def test_a_format_that_there_is_not_names_those_there_are(site: Path) -> None:
    done = blint("check", "--output-format", "sarfi", cwd=site)
    assert "There is no output format `sarfi`. Did you mean `sarif`?" in done.stderr
    done = blint("check", "--output-format", "xml", cwd=site)
    assert "There are concise, full, github, json, sarif." in done.stderr


@pytest.mark.parametrize(
    "option", ["--ignore=blint", "--ignore=unknown-suppression", "--select=tags"]
)
def test_what_is_said_of_suppressions_can_be_left_out(site: Path, option: str) -> None:
    (site / "content/a.md").write_text(CLEAN + "<!-- blint-ignore nope -->\n")
    assert "unknown-suppression" in blint("check", cwd=site).stdout
    assert blint("check", option, cwd=site).stdout == ""


def test_what_was_not_checked_cannot_be_left_out(site: Path) -> None:
    (site / "content/a.md").write_bytes(b"\xff")
    assert "invalid-encoding" in blint("check", "--select=tags", cwd=site).stdout
