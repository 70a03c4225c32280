"""Links to other sites, on this machine alone: what each checker says of them, and how fast.

`python benchmarks/web.py` asks blint, linkinator and markdown-link-check for the same addresses of
one local server, side by side; then blint for 2,000 addresses on 20 hosts that take 20 ms to
answer, against what its own limits allow; then for a plan, without asking, of the links of
nodejs-org.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from benchmarks import peers, processes
from benchmarks.tools import blint_line
from benchmarks.web_server import Asked, Behaviour, Server, running

HOME = Path(__file__).parent.parent
PEERS = ("linkinator", "markdown-link-check")
PATIENCE = 120
"""Seconds after which a tool is ended."""
SECONDS = 3
"""How long each tool may wait for an answer."""

TWO_LENGTHS = b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"
LARGE = b"HTTP/1.1 200 OK\r\nX: " + b"x" * 200_000 + b"\r\n\r\n"

Verdicts = dict[str, str]


def status(*numbers: int, headers: tuple[str, ...] = ()) -> Behaviour:
    """Answers with a status each time, the last one for ever."""

    async def behave(asked: Asked) -> None:
        asked.answer(numbers[min(asked.number, len(numbers) - 1)], *headers)

    return behave


def leads(number: int, target: str) -> Behaviour:
    return status(number, headers=(f"Location: {target}",))


def limited(value: str) -> Behaviour:
    """429 with a Retry-After, then 200."""

    async def behave(asked: Asked) -> None:
        if asked.number:
            asked.answer(200)
        else:
            asked.answer(429, f"Retry-After: {value}")

    return behave


def but_get(head: Behaviour) -> Behaviour:
    """One behaviour for HEAD, 200 for GET."""

    async def behave(asked: Asked) -> None:
        await (head(asked) if asked.method == "HEAD" else status(200)(asked))

    return behave


async def hang(asked: Asked) -> None:
    while asked.is_open:
        await asyncio.sleep(0.2)


async def drop(asked: Asked) -> None:
    await asked.drop()


async def drip(asked: Asked) -> None:
    asked.send(b"HTTP/1.1 200 OK\r\nX: ")
    while asked.is_open:
        asked.send(b"x")
        await asyncio.sleep(0.5)


async def endless(asked: Asked) -> None:
    asked.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while asked.is_open and asked.method != "HEAD":
        asked.send(b"x" * 4096)
        await asyncio.sleep(0.01)
    await asked.drop()


async def cookie(asked: Asked) -> None:
    if "seen=1" in asked.head:
        asked.answer(200)
    else:
        asked.answer(302, "Location: /cookie", "Set-Cookie: seen=1")


def raw(data: bytes) -> Behaviour:
    async def behave(asked: Asked) -> None:
        asked.send(data)
        await asked.drop()

    return behave


# What is true of each address: alive, dead, or nobody can know from outside.
CASES: dict[str, tuple[str, Behaviour]] = {
    "/200": ("alive", status(200)),
    "/204": ("alive", status(204)),
    "/head-405": ("alive", but_get(status(405))),
    "/head-404": ("alive", but_get(status(404))),
    "/head-hangs": ("alive", but_get(hang)),
    "/head-drops": ("alive", but_get(drop)),
    "/404": ("dead", status(404)),
    "/410": ("dead", status(410)),
    "/404-then-200": ("alive", status(404, 200)),
    "/400": ("unknown", status(400)),
    "/401": ("unknown", status(401)),
    "/403": ("unknown", status(403)),
    "/403-challenge": ("unknown", status(403, headers=("cf-mitigated: challenge",))),
    "/429-a-second": ("alive", limited("1")),
    "/429-a-day": ("unknown", limited("86400")),
    "/429-always": ("unknown", status(429)),
    "/503-twice": ("alive", status(503, 503, 200)),
    "/500": ("unknown", status(500)),
    "/999": ("unknown", status(999)),
    "/301": ("moved", leads(301, "/200")),
    "/302": ("alive", leads(302, "/200")),
    "/301-to-404": ("dead", leads(301, "/404")),
    "/circle": ("dead", leads(302, "/circle")),
    "/cookie": ("alive", cookie),
    "/301-to-nowhere": ("dead", status(301)),
    "/302-to-mail": ("dead", leads(302, "mailto:me@site.blog")),
    "/hangs": ("unknown", hang),
    "/drips": ("unknown", drip),
    "/drops": ("unknown", drop),
    "/endless": ("alive", endless),
    "/two-lengths": ("unknown", raw(TWO_LENGTHS)),
    "/large-header": ("unknown", raw(LARGE)),
    "/v?a=1": ("alive", status(200)),
    "/v?a=2": ("dead", status(404)),
}  # fmt: skip


def main() -> None:
    """Compare, then measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", nargs="?", type=Path, default=HOME.parent / "shared/corpora")
    parser.add_argument("--only", choices=("compare", "scale", "plan"))
    parser.add_argument("--peers", type=Path, default=HOME / ".bench")
    options = parser.parse_args()
    processes.adopt_orphans()
    if options.only in {None, "compare"}:
        compare(options.peers)
    if options.only in {None, "scale"}:
        scale()
    if options.only in {None, "plan"}:
        plan(options.corpora / "nodejs-org")


def compare(folder: Path) -> None:
    """What each tool says of the same addresses."""
    server = Server({path: behave for path, (_, behave) in CASES.items()}, status(404))
    tools: dict[str, Callable[[Path, str], Verdicts]] = {"blint": ask_blint}
    with running(server, ["127.0.0.1"]), tempfile.TemporaryDirectory() as scratch:
        base = f"http://127.0.0.1:{server.port}"
        root = Path(scratch)
        post = "".join(f"- [x]({base}{path})\n" for path in CASES)
        (root / "content").mkdir()
        (root / "content/a.md").write_text(f"---\ntitle: A\n---\n\n{post}")
        for name in PEERS:
            try:
                peer = peers.npm_peer(folder, name, [name])
            except peers.NotInstalled as why:
                print(f"LEFT OUT: {name}: {why}")
                continue
            print(f"peer: {peer.versions}")
            asks = ask_linkinator if name == "linkinator" else ask_markdown_link_check
            tools[name] = partial(asks, peer.program)
        said, costs = {}, {}
        for name, ask in tools.items():
            server.forget()
            start = time.monotonic()
            said[name] = ask(root, base)
            costs[name] = (time.monotonic() - start, server.forget())
    print(f"\n| address | truth | {' | '.join(said)} |\n|{'---|' * (2 + len(said))}")
    wrong = dict.fromkeys(said, 0)
    for path, (truth, _) in CASES.items():
        cells = [found.get(path, "-") for found in said.values()]
        for name, cell in zip(said, cells, strict=True):
            wrong[name] += (cell in {"broken", "crash"}) is not (truth == "dead")
        print(f"| `{path}` | {truth} | {' | '.join(cells)} |")
    for name, (seconds, requests) in costs.items():
        print(f"{name}: {seconds:.1f} s, {requests} requests, {wrong[name]} addresses wrong")


def ask_blint(root: Path, base: str) -> Verdicts:
    """The verdicts of blint."""
    config = f"[links.external]\nallow-private = true\ntimeout = {SECONDS}\n"
    (root / "blint.toml").write_text(config)
    out = _output([*blint_line(), "links", "--external", "--format", "json"], root)
    links = json.loads(out)["links"]
    return {one["url"].removeprefix(base): one["verdict"] for one in links}


def ask_linkinator(program: Path, root: Path, base: str) -> Verdicts:
    """The verdicts of linkinator; `--retry` would wait for a day where it is told to."""
    line = [str(program), "content/a.md", "--markdown", "--format", "json"]
    line += ["--timeout", str(SECONDS * 1000), "--retry-errors", "--retry-errors-count", "2"]
    out = _output(line, root)
    links = json.loads(out)["links"] if out else []
    words = {"OK": "ok", "BROKEN": "broken", "SKIPPED": "skipped"}
    return {one["url"].removeprefix(base): words[one["state"]] for one in links}


def ask_markdown_link_check(program: Path, root: Path, base: str) -> Verdicts:
    """The verdicts of markdown-link-check; `retryOn429` would wait for a day where told to.

    It is asked for one address after the other, since some end it.
    """
    config = {"timeout": f"{SECONDS}s", "retryCount": 2}
    (root / "check.json").write_text(json.dumps(config))
    found = {}
    for path in CASES:
        (root / "one.md").write_text(f"[x]({base}{path})\n")
        out = _output([str(program), "--config", "check.json", "one.md"], root)
        mark = re.search(r"\[(.)\] http", out)
        found[path] = _MARKS.get(mark[1], mark[1]) if mark else "crash"
    return found


_MARKS = {"✓": "ok", "✖": "broken", "/": "skipped", "⚠": "unverified"}


def scale() -> None:
    """2,000 addresses on 20 hosts, against what two requests at a time, 0.1 s apart, allow."""
    hosts = [f"127.0.0.{number}" for number in range(2, 22)]

    async def slowly(asked: Asked) -> None:
        await asyncio.sleep(0.02)
        asked.answer(200)

    server = Server({}, slowly)
    with running(server, hosts), tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch)
        (root / "content").mkdir()
        (root / "blint.toml").write_text("[links.external]\nallow-private = true\n")
        for number in range(20):
            urls = (f"http://{host}:{server.port}/{number}-{n}" for host in hosts for n in range(5))
            text = "".join(f"- [x]({url})\n" for url in urls)
            (root / f"content/{number}.md").write_text(f"---\ntitle: Post {number}\n---\n\n{text}")
        line = [*blint_line(), "check", "--external"]
        for name in ("first", "second"):
            start = time.monotonic()
            process = subprocess.Popen(
                line, cwd=root, start_new_session=True, stdout=-1, stderr=-1, encoding="utf-8"
            )
            sampler = processes.Sampler(process.pid)
            sampler.start()
            _, said = process.communicate()
            peak, took = sampler.stop(), time.monotonic() - start
            least = _least_gap(server)
            most = max(server.most.values(), default=0)
            print(f"\n{name} run: {took:.1f} s, {len(server.log)} requests, {peak:.0f} MiB; {said}")
            if server.log:
                print(f"in theory 10.0 s; at most {most} at a time, at least {least:.3f} s apart")
            server.forget()


def _least_gap(server: Server) -> float:
    times: dict[str, list[float]] = {}
    for at, host, _ in server.log:
        times.setdefault(host, []).append(at)
    gaps = [after - before for one in times.values() for before, after in pairwise(sorted(one))]
    return min(gaps, default=0.0)


def plan(blog: Path) -> None:
    """Read the links of a large blog and plan what to ask for, without asking."""
    if not blog.is_dir():
        print(f"LEFT OUT: the plan, there is no {blog}")
        return
    from datetime import UTC, datetime

    from blint.running.load import load
    from blint.running.opening import Request
    from blint.running.web.history import History
    from blint.running.web.plan import Wish, gather, make_plan
    from blint.site.links.verdicts import emit

    found = load(Request(paths=(blog,), external=True))
    start = time.monotonic()
    links = (one for post in found.posts for one in emit(post, found.settings_of(post)))
    sources = gather(links)
    made = make_plan(sources, Wish(), History({}), datetime.now(UTC))
    took = time.monotonic() - start
    count = sum(map(len, sources.values()))
    print(f"\nplan: {count} links, {len(made.targets)} addresses to ask for, in {took:.1f} s")


def _output(line: list[str], folder: Path) -> str:
    """What a tool prints; of one that does not end, what it has printed by then."""
    environment = {**os.environ, "NO_COLOR": "1"}
    with (folder / "output").open("w+", encoding="utf-8") as out:
        process = subprocess.Popen(
            line, cwd=folder, stdout=out, stderr=-3, env=environment, start_new_session=True
        )
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            print(f"{Path(line[0]).name} did not end within {PATIENCE} s")
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        out.seek(0)
        return out.read()


if __name__ == "__main__":
    main()
