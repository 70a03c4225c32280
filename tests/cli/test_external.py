"""`blint check --external` as a process: interrupted, recalled, and with secrets about."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from loopback import CERTIFICATES, CONFIG, Loopback, loopback

POST = "---\ntitle: A\n---\n"


class Site:
    """A project whose posts link to a server of the test."""

    def __init__(self, root: Path, web: Loopback) -> None:
        self.root, self.web = root, web
        (root / "content").mkdir()
        self.write("blint.toml", CONFIG)

    def write(self, name: str, text: str) -> None:
        (self.root / name).write_text(text.replace("@", self.web.url))

    def start(self, *arguments: str, **variables: str) -> subprocess.Popen[str]:
        keep = {k: v for k, v in os.environ.items() if not k.startswith(("GITHUB_", "FORCE_"))}
        return subprocess.Popen(
            [sys.executable, "-m", "blint", *arguments],
            cwd=self.root,
            env={**keep, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def check(self, *arguments: str, **variables: str) -> tuple[int, str, str]:
        process = self.start("check", *arguments, **variables)
        out, err = process.communicate(timeout=60)
        return process.returncode, out, err


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with loopback({"/ok": 200, "/a": 200, "/b": 200, "/c-hangs": 0, "/gone": 404}) as web:
        yield Site(tmp_path, web)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interrupted_run_keeps_what_it_learnt(site: Site, number: int, code: int) -> None:
    """One request at a time, in the order of addresses: what hangs has all others behind it."""
    site.write("content/a.md", f"{POST}[a](@/a)\n[b](@/b)\n[c](@/c-hangs)\n[d](missing.md)\n")
    site.write("blint.toml", CONFIG.replace("interval = 0", "interval = 0\nper-host = 1"))
    process = site.start("check", "--external")
    assert site.web.reached.wait(60)
    process.send_signal(number)
    out, err = process.communicate(timeout=60)
    assert process.returncode == code
    assert "broken-link" in out
    assert "2 ok, 1 skipped (1 interrupted)" in err
    assert "Traceback" not in err
    memory = (site.root / ".blint-links.jsonl").read_text()
    assert [f"{site.web.url}/{name}" in memory for name in ("a", "b", "c-hangs")] == [1, 1, 0]


def test_an_answer_is_never_recalled(site: Site) -> None:
    site.write("content/a.md", f"{POST}[a](@/gone)\n")
    assert site.check()[0] == 0
    for status, code in ((404, 1), (200, 0), (404, 0)):
        site.web.answers["/gone"] = status
        assert site.check("--external")[0] == code
    (site.root / ".blint-links.jsonl").unlink()
    assert site.check("--external")[0] == 1
    assert site.check()[0] == 0


def test_no_secret_in_anything_that_is_written(site: Site) -> None:
    site.write("content/a.md", f"{POST}[a](@/gone)\n")
    header = 'headers = { "@" = { Authorization = "Bearer $TOKEN" } }\n'
    site.write("blint.toml", CONFIG + header)
    code, out, err = site.check("--external", "--output-format", "json", TOKEN="s3cr3t")
    assert code == 1
    memory = (site.root / ".blint-links.jsonl").read_text()
    assert "s3cr3t" not in out + err + memory


@pytest.mark.parametrize("variable", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"])
def test_no_proxy_is_used(site: Site, variable: str) -> None:
    site.write("content/a.md", f"{POST}[a](@/ok)\n")
    code, _, err = site.check("--external", **{variable: "http://127.0.0.1:1/"})
    assert (code, "1 ok" in err) == (0, True)


def test_a_netrc_is_not_read(site: Site, tmp_path: Path) -> None:
    netrc = tmp_path / ".netrc"
    netrc.write_text("default login me password s3cr3t\n")
    netrc.chmod(0o600)
    site.write("content/a.md", f"{POST}[a](@/ok)\n")
    assert site.check("--external", HOME=str(tmp_path), NETRC=str(netrc))[0] == 0


@pytest.mark.parametrize("options", [["--offline"], ["--external-only", "elsewhere.blog"]])
def test_options_that_ask_for_nothing(site: Site, options: list[str]) -> None:
    site.write("content/a.md", f"{POST}[a](@/gone)\n")
    code, _, err = site.check(*options)
    assert (code, site.web.take()) == (0, [])
    assert "1 skipped" in err


def test_a_plain_run_imports_nothing_of_the_web(site: Site) -> None:
    site.write("content/a.md", f"{POST}[a](@/gone)\n")
    script = (
        "import sys\nfrom blint.running.run import Request, run\nfrom pathlib import Path\n"
        "run(Request(paths=(Path('.'),)))\n"
        "print([m for m in ('httpx', 'httpcore', 'asyncio', 'blint.running.web')"
        " if m in sys.modules])"
    )
    found = subprocess.run(
        [sys.executable, "-c", script], cwd=site.root, capture_output=True, text=True, check=True
    )
    assert found.stdout.strip() == "[]"


@pytest.mark.parametrize(("roots", "said"), [("ca.pem", "1 ok"), ("self.pem", "1 unverified")])
def test_certificates_are_those_of_a_variable(tmp_path: Path, roots: str, said: str) -> None:
    with loopback({"/ok": 200}, secure=True) as web:
        site = Site(tmp_path, web)
        site.write("content/a.md", f"{POST}[a](@/ok)\n")
        _, _, err = site.check("--external", SSL_CERT_FILE=str(CERTIFICATES / roots))
    assert said in err


def links(site: Site, *arguments: str) -> tuple[int, str, str]:
    process = site.start("links", *arguments)
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


def test_links_are_told_of_without_asking(site: Site) -> None:
    site.write("content/a.md", f"{POST}[a](@/gone) [b](@/ok)\n")
    assert links(site)[1].endswith("2 addresses: 2 skipped.\n")
    assert site.web.take() == []
    code, out, _ = links(site, "--external", "--verdict", "broken")
    assert (code, "broken      404" in out) == (0, True)
    assert site.web.take() == ["GET /gone", "HEAD /gone", "HEAD /ok"]
    code, out, _ = links(site, "--format", "csv")
    assert [line.split(",")[2] for line in out.splitlines()] == ["verdict", "broken", "ok"]
    assert site.web.take() == []


def test_a_baseline_knows_dead_links(site: Site) -> None:
    site.write("content/a.md", f"{POST}[d](@/gone)\n")
    assert "@/gone".replace("@", site.web.url) in site.check("--external")[1]
    _, told = site.start("baseline", "--external").communicate(timeout=60)
    assert "1 finding recorded" in told
    code, out, _ = site.check("--external")
    assert (code, out) == (0, "")
    # It is not called stale by who has not asked.
    site.write("content/a.md", f"{POST}[d](@/ok)\n")
    assert "stale" not in site.check()[2] + site.check("--offline")[2]
    assert "1 entry of `.blint-baseline` is stale" in site.check("--external")[2]
