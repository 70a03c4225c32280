"""What a run says it depends on is all that it opens: else an answer might be out of date."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from blint.running.opening import Request
from blint.running.run import run
from blogs import write_blog

SITES = Path(__file__).resolve().parent.parent / "fixtures" / "sites"

SCRIPT = """
import json, os, sys
from pathlib import Path
from blint.running.opening import Request
from blint.running.run import run
opened = set()
sys.addaudithook(lambda event, given: event == "open" and opened.add(os.fsdecode(given[0]))
    if event != "open" or isinstance(given[0], (str, bytes)) else None)
for name in sys.argv[1:]:
    opened.clear()
    root = Path(name)
    outcome = run(Request(paths=(root,), today="2026-06-01", jobs=1))
    known = {os.path.join(outcome.root, path) for path in outcome.looked_at}
    mine = {path for path in opened if path.startswith(f"{name}/") and os.path.lexists(path)}
    print(json.dumps([bool(mine), sorted(mine - known)]))
"""


def test_of_all_sites(tmp_path: Path) -> None:
    names = sorted(path.stem for path in SITES.glob("*.json"))
    for name in names:
        shutil.copytree(SITES / name, tmp_path / name)
    write_blog(tmp_path / "blog")
    (tmp_path / "blog/blint.toml").write_text('[front-matter]\nschema = "schema.json"\n')
    sites = [str(tmp_path / name) for name in [*names, "blog"]]
    said = subprocess.run(
        [sys.executable, "-c", SCRIPT, *sites], capture_output=True, check=True, encoding="utf-8"
    )
    found = [json.loads(line) for line in said.stdout.splitlines()]
    linked = {site for site in sites if any(p.is_symlink() for p in Path(site).rglob("*"))}
    for site, (opens, unknown) in zip(sites, found, strict=True):
        assert opens, f"{site}: nothing was opened, so the test sees nothing"
        assert site in linked or unknown == [], site


def test_nothing_is_told_where_links_lead_elsewhere(tmp_path: Path) -> None:
    write_blog(tmp_path)
    assert run(Request(paths=(tmp_path,))).looked_at
    (tmp_path / "content/z.md").symlink_to("a.md")
    assert run(Request(paths=(tmp_path,))).looked_at == ()
