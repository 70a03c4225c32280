"""The scenes: what is run against what, and the ratios that come of it.

Each is a function that prints what it measures and yields its ratios; `SCENES` lists them in the
order in which they are run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks import peers, tools
from benchmarks.bench import Bench
from benchmarks.blogs import CPP_DOCS, NODEJS_ORG, RUST_BLOG, Blog
from benchmarks.measure import Command, Run
from benchmarks.report import Ratio

NINE = "rumdl, nine rules"
ALL = "rumdl, all rules"


def wall(run: Run) -> float:
    """Seconds."""
    return run.wall


def cpu(run: Run) -> float:
    """Seconds."""
    return run.cpu


def peak(run: Run) -> float:
    """MiB."""
    return run.peak or 0.0


def cold(bench: Bench) -> Iterator[Ratio]:
    """All of cpp-docs with nothing kept from earlier runs."""
    ours = bench.shelf.copy("blint", CPP_DOCS)
    bench.say("cold", f"cpp-docs, {ours.label}; before each run the tools' caches are deleted")
    commands = [tools.blint(ours, ours.forget), *_rumdl(bench, NINE, Blog.forget)]
    turns = bench.turns(commands, 3, checking=ours)
    yield bench.ratio(turns, "cold", "blint", NINE, wall, "wall", 0.8)
    yield bench.ratio(turns, "cold", "blint", NINE, cpu, "CPU")


def warm(bench: Bench) -> Iterator[Ratio]:
    """All of cpp-docs again, nothing changed."""
    ours, cloned = bench.shelf.copy("blint", CPP_DOCS), bench.shelf.copy("again", CPP_DOCS)
    bench.say("warm", f"cpp-docs, {ours.label}; caches filled, nothing changed since")
    commands = [
        tools.blint(ours, _nothing),
        tools.blint(cloned, cloned.touch, name="blint, all stamps new"),
        *_rumdl(bench, NINE, _as_it_is),
        *_rumdl(bench, ALL, _as_it_is),
    ]
    bench.fill(commands)
    turns = bench.turns(commands, 7, checking=ours)
    yield bench.ratio(turns, "warm", "blint", NINE, wall, "wall", 0.4)
    yield bench.ratio(turns, "warm", "blint", ALL, wall, "wall")
    yield bench.ratio(turns, "warm", "blint, all stamps new", NINE, wall, "wall")


def changed(bench: Bench) -> Iterator[Ratio]:
    """All of cpp-docs again, one post changed: another one each time, the same for all tools."""
    ours = bench.shelf.copy("blint", CPP_DOCS)
    bench.say("changed", f"cpp-docs, {ours.label}; caches filled, one post changed before each run")
    commands = [
        tools.blint(ours, ours.change_any),
        *_rumdl(bench, NINE, Blog.change_any),
        *_rumdl(bench, ALL, Blog.change_any),
    ]
    bench.fill(commands)
    turns = bench.turns(commands, 7, checking=ours)
    yield bench.ratio(turns, "changed", "blint", NINE, wall, "wall", 0.5)
    yield bench.ratio(turns, "changed", "blint", ALL, wall, "wall")


def floor(bench: Bench) -> Iterator[Ratio]:
    """The CPU of one process, against reading all bytes and consuming all events."""
    ours = bench.shelf.copy("blint", CPP_DOCS)
    bench.say("floor", f"cpp-docs, {ours.label}; cold, in one process")
    script = str(Path(__file__).with_name("floor.py"))
    commands = [
        tools.blint(ours, ours.forget, "--jobs", "1", name="blint --jobs 1"),
        tools.python(script, ours.content, name="floor", folder=ours.root),
    ]
    turns = bench.turns(commands, 3, checking=ours)
    yield bench.ratio(turns, "floor", "blint --jobs 1", "floor", cpu, "CPU", 5)


def memory(bench: Bench) -> Iterator[Ratio]:
    """Peak memory, cold and warm."""
    ours, cleared = bench.shelf.copy("blint", CPP_DOCS), bench.shelf.copy("again", CPP_DOCS)
    bench.say("memory", f"cpp-docs, {ours.label}; {bench.memory}")
    commands = [
        tools.blint(cleared, cleared.forget, name="blint, cold"),
        tools.blint(ours, _nothing, name="blint, warm"),
        tools.blint(cleared, cleared.change_any, name="blint, one changed"),
        *_rumdl(bench, NINE, _as_it_is),
        *_rumdl(bench, ALL, _as_it_is),
    ]
    bench.fill([one for one in commands if one.name in ("blint, warm", NINE, ALL)])
    turns = bench.turns(commands, 3, sampled=True, checking=ours)
    for mine in ("blint, cold", "blint, warm", "blint, one changed"):
        yield bench.ratio(turns, "memory", mine, NINE, peak, "peak (warm)", 1)
    yield bench.ratio(turns, "memory", "blint, cold", ALL, peak, "peak (warm)")


def scaling(bench: Bench) -> Iterator[Ratio]:
    """The cost of a post in blogs from small to very large."""
    sizes = (100, 1_000, 10_000, 40_000)
    copies = {f"blint, {size:,}": bench.shelf.copy("scale", CPP_DOCS, size) for size in sizes}
    bench.say("scaling", f"cpp-docs, its first posts or repeated; cold; {bench.memory}")
    commands = [tools.blint(blog, blog.forget, name=name) for name, blog in copies.items()]
    posts = {name: len(blog.posts) for name, blog in copies.items()}
    turns = bench.turns(commands, 2, sampled=True, posts=posts)
    large, huge = list(copies)[-2:]
    bench.check(copies[huge], turns)
    for blog in copies.values():
        bench.shelf.drop(blog)
    per = posts[huge] / posts[large]
    for of, word in ((wall, "wall"), (cpu, "CPU"), (peak, "peak")):
        yield bench.ratio(turns, "scaling", huge, large, of, f"{word} per post", 1.1, per)


def small(bench: Bench) -> Iterator[Ratio]:
    """A blog of a hundred posts, cold, as in a job of CI."""
    corpus = bench.shelf.first(RUST_BLOG, CPP_DOCS) or CPP_DOCS
    ours = bench.shelf.copy("blint", corpus, 100, "content")
    bench.say("small", f"{corpus[0]}, {ours.label}; cold")
    commands: list[Command] = [tools.blint(ours, ours.forget)]
    makers: dict[str, Callable[[peers.Peer, Blog], Command]] = {
        peers.MARKDOWNLINT: tools.markdownlint,
        peers.REMARK: tools.remark,
        peers.PYMARKDOWN: tools.pymarkdown,
    }
    names = dict.fromkeys(makers, "")
    for name, make in makers.items():
        peer = bench.peers.there.get(name)
        if peer is not None:
            commands.append(make(peer, bench.shelf.copy(name, corpus, 100, "content")))
            names[name] = commands[-1].name
    turns = bench.turns(commands, 3, checking=ours)
    for name, called in names.items():
        goal = 0.25 if name == peers.MARKDOWNLINT else None
        yield bench.ratio(turns, "small", "blint", called or name, wall, "wall", goal)


def commit(bench: Bench) -> Iterator[Ratio]:
    """One post of a commit, in a blog of a thousand: one of median size, and a very long one."""
    corpus = bench.shelf.first(NODEJS_ORG, CPP_DOCS) or CPP_DOCS
    ours = bench.shelf.copy("blint", corpus, 1_000, "content")
    post, long = ours.sized(0.5), ours.sized(0.99)
    bare = tools.python("-c", "pass", name="python -c pass", folder=ours.root)
    what = f"{corpus[0]}, {ours.label}; cache filled; `blint check` of one post"

    bench.say("commit", f"{what}, which was changed before each run")
    change = _changing(ours, post, "blint, post changed")
    change_long = _changing(ours, long, "blint, long post changed")
    for one in (post, long):
        print(f"  {one}: {ours.origins[one].stat().st_size:,} bytes")
    bench.fill([tools.blint(ours, _nothing)])
    turns = bench.turns([change, bare, change_long], 15, checking=ours)
    yield bench.ratio(turns, "commit", change.name, bare.name, wall, "wall", 8)
    yield bench.ratio(turns, "commit", change_long.name, bare.name, wall, "wall")

    bench.say("commit", f"{what}, nothing changed")
    same = tools.blint(ours, _nothing, name="blint, nothing changed", path=post)
    bench.fill([same])
    turns = bench.turns([same, bare], 15, checking=ours)
    yield bench.ratio(turns, "commit", same.name, bare.name, wall, "wall")


def startup(bench: Bench) -> Iterator[Ratio]:
    """blint with nothing to do."""
    bench.say("startup", "no files")
    version = tools.blint_version(bench.scratch)
    bare = tools.python("-c", "pass", name="python -c pass", folder=bench.scratch)
    turns = bench.turns([version, bare], 20)
    yield bench.ratio(turns, "startup", version.name, bare.name, wall, "wall")
    yield bench.ratio(turns, "startup", version.name, bare.name, cpu, "CPU")


def _changing(blog: Blog, post: str, name: str) -> Command:
    """blint on one post, which is changed before each run."""
    return tools.blint(blog, lambda turn: blog.change(post, turn), name=name, path=post)


def _rumdl(bench: Bench, name: str, prepare: Callable[[Blog, int], None]) -> list[Command]:
    """rumdl on cpp-docs, on a copy for each choice of rules; nothing where it is not there."""
    peer = bench.peers.there.get(peers.RUMDL)
    if peer is None:
        return []
    rules = tools.NINE_RULES if name == NINE else None
    blog = bench.shelf.copy("rumdl-nine" if rules else "rumdl-all", CPP_DOCS)
    return [tools.rumdl(peer, blog, lambda turn: prepare(blog, turn), rules, name=name)]


def _nothing(_turn: int) -> None:
    """Leave all as it is."""


def _as_it_is(_blog: Blog, _turn: int) -> None:
    """Leave all as it is."""


@dataclass(frozen=True)
class Scene:
    """A scene, and the corpora of which it needs one; none where it needs no posts."""

    play: Callable[[Bench], Iterator[Ratio]]
    corpora: tuple[tuple[str, str], ...]


SCENES = {
    "cold": Scene(cold, (CPP_DOCS,)),
    "warm": Scene(warm, (CPP_DOCS,)),
    "changed": Scene(changed, (CPP_DOCS,)),
    "floor": Scene(floor, (CPP_DOCS,)),
    "memory": Scene(memory, (CPP_DOCS,)),
    "scaling": Scene(scaling, (CPP_DOCS,)),
    "small": Scene(small, (RUST_BLOG, CPP_DOCS)),
    "commit": Scene(commit, (NODEJS_ORG, CPP_DOCS)),
    "startup": Scene(startup, ()),
}
