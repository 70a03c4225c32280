"""Run blint on real blogs and print what it says: posts, findings by rule, CPU per post.

`python tools/corpora.py FOLDER [NAME...] [--sample N]` runs on each folder in FOLDER; `--sample`
prints N findings of each, picked by a fixed seed, to be read by a person. Exits with 1 when a
promise is broken: an internal error, or JSON that does not keep `schemas/report.schema.json`.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema

from blint.resources import resource

# Where each of the known blogs keeps its posts, when that is not where its generator would look:
# most of them come without the program that is their generator's configuration.
CONTENT = {
    "18f-blog": ["content/posts"],
    "babel-website": ["website/blog", "docs"],
    "cpp-docs": ["docs"],
    "highlight-blog": ["blog-content"],
    "nodejs-org": ["apps/site/pages/en/blog"],
    "servicenow-mobile": ["markdown"],
    "tauri-docs": ["src/content/docs"],
    "zola-testsites": ["docs/content", "test_site/content", "test_site_i18n/content"],
}
PRESETS = {
    "18f-blog": "eleventy",
    "babel-website": "docusaurus",
    "highlight-blog": "next",
    "nodejs-org": "next",
    "tauri-docs": "starlight",
}


class Result(NamedTuple):
    """One run: the exit code, the report, and CPU seconds of the whole process."""

    code: int
    report: dict[str, Any]
    cpu: float
    stderr: str


def check(folder: Path, config: Path) -> Result:
    """Run `blint check` on a blog as a process of its own."""
    import resource as usage

    before = usage.getrusage(usage.RUSAGE_CHILDREN)
    command = [sys.executable, "-m", "blint", "check", "--config", str(config)]
    done = subprocess.run(
        [*command, "--output-format", "json", "--no-cache", str(folder)],
        capture_output=True,
        check=False,
    )
    after = usage.getrusage(usage.RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    report = json.loads(done.stdout) if done.stdout else {"diagnostics": [], "summary": {}}
    return Result(done.returncode, report, cpu, done.stderr.decode(errors="replace"))


def main() -> None:
    """Run on every corpus and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--sample", type=int, default=0)
    arguments = parser.parse_args()
    folder: Path = arguments.folder.resolve()
    if not folder.is_dir():
        sys.exit(f"No corpora at {folder}; name their folder by BLINT_CORPORA.")
    schema = json.loads((resource("schemas") / "report.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    broken = []
    start = time.monotonic()
    for corpus in sorted(path for path in folder.iterdir() if path.is_dir()):
        if arguments.names and corpus.name not in arguments.names:
            continue
        result = run_one(corpus)
        show(corpus.name, result, arguments.sample)
        broken += [f"{corpus.name}: {fault}" for fault in faults(result, validator)]
    print(f"\n{time.monotonic() - start:.0f} s in all")
    sys.exit("\n".join(broken) or 0)


def run_one(corpus: Path) -> Result:
    """Check one corpus with the configuration that its owner would write first."""
    import tempfile

    lines = []
    if corpus.name in PRESETS:
        lines.append(f'preset = "{PRESETS[corpus.name]}"')
    if corpus.name in CONTENT:
        lines.append(f"content = {json.dumps(CONTENT[corpus.name])}")
    with tempfile.TemporaryDirectory() as scratch:
        config = Path(scratch) / "blint.toml"
        config.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return check(corpus, config)


def faults(result: Result, validator: jsonschema.Draft202012Validator) -> list[str]:
    """What must never happen, and did."""
    found = [error.message for error in validator.iter_errors(result.report)]
    if result.code not in {0, 1} or "Traceback" in result.stderr:
        found.append(f"exit code {result.code}: {result.stderr[-2000:]}")
    internal = [d for d in result.report["diagnostics"] if d["rule"] == "internal-error"]
    return found + [f"{d['path']}: {d['message']}" for d in internal]


def show(name: str, result: Result, sample: int) -> None:
    """Print one corpus."""
    diagnostics, summary = result.report["diagnostics"], result.report["summary"]
    posts = summary.get("posts", 0)
    cost = f"{1000 * result.cpu / posts:.2f} ms of CPU a post" if posts else "no posts"
    print(f"\n{name}: {posts:,} posts, {len(diagnostics):,} findings, {cost}")
    counts = Counter((d["rule"], d["severity"]) for d in diagnostics)
    for (rule, severity), count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        print(f"  {count:>6,}  {severity:<7}  {rule}")
    picked = random.Random(1).sample(diagnostics, min(sample, len(diagnostics)))
    for d in sorted(picked, key=lambda d: (d["rule"], d["path"], d["line"])):
        print(f"    {d['path']}:{d['line']}:{d['column']} {d['rule']}: {d['message']}")


if __name__ == "__main__":
    main()
