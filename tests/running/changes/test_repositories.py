"""Every kind of repository and every state of one: against what is compared, and what counts."""

from __future__ import annotations

import os
import shlex
import sys
from functools import partial
from pathlib import Path

import pytest

from blint.running.changes.base import find_change
from blint.running.errors import UsageFault
from blint.running.fixing.passes import fix, write
from blint.running.opening import Request
from blint.running.run import run
from repositories import Repository, Row, post

BLOG = {
    "hugo.toml": 'baseURL = "https://example.org/"\n',
    ".gitignore": ".blint_cache/\n/content/private/\n",
    "content/one.md": post("One", "Text."),
    "content/two.md": post("Two", "[one](/one/)"),
    "content/old.md": post("Old", "[gone](/nothing/)"),
}
BROKEN = post("New", "[gone](/nobody/)")
NEW: Row = ("content/new.md", "broken-link", 6)
GONE: set[Row] = {("content/two.md", "broken-link", 6), ("content/one.md", "url-changed", 1)}


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """A repository with one commit on `main`, and an environment that says nothing of others."""
    for name in [name for name in os.environ if name.startswith(("GIT_", "GITHUB_", "CI_"))]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    made = Repository(tmp_path / "blog")
    made.commit(BLOG)
    return made


def test_nothing_has_changed(repo: Repository) -> None:
    assert repo.caused() == set()
    assert repo.outcome().notes == ()


def test_files_that_nobody_has_added_count(repo: Repository) -> None:
    repo.write({"content/new.md": BROKEN, "content/one.md": None})
    assert repo.caused() == {NEW, *GONE}


def test_a_file_that_is_only_meant_to_be_added_is_new(repo: Repository) -> None:
    repo.write({"content/new.md": BROKEN})
    repo.git("add", "-N", ".")
    assert repo.caused() == {NEW}


def test_a_file_moved_without_git_is_renamed(repo: Repository) -> None:
    repo.git("config", "diff.renames", "false")
    (repo.root / "content/old.md").rename(repo.root / "content/older.md")
    # Its broken link was there before.
    assert repo.caused() == {("content/older.md", "url-changed", 2)}
    assert find_change(repo.root).moved == {"content/older.md"}


def test_what_git_ignores_is_not_new(repo: Repository) -> None:
    repo.write({"content/private/new.md": BROKEN})
    assert repo.caused() == set()
    assert repo.caused(paths=(repo.root / "content/private",)) == set()


STAGED: dict[str, tuple[set[Row], set[Row]]] = {
    "git add content/new.md": ({NEW}, {NEW}),
    "git add content/new.md && rm content/one.md": ({NEW}, {NEW, *GONE}),
    "rm content/new.md && git rm -q content/one.md": (GONE, GONE),
    "rm content/new.md && git rm -q --cached content/one.md": (GONE, set()),
    "git add content/new.md && rm content/new.md": ({NEW}, set()),
    "git add content/new.md && echo '[x](/x/)' >> content/new.md": (
        {NEW},
        {NEW, ("content/new.md", "broken-link", 7)},
    ),
    "true": (set(), {NEW}),
    "rm content/new.md && git mv content/one.md content/eins.md": (
        {("content/two.md", "broken-link", 6), ("content/eins.md", "url-changed", 2)},
        {("content/two.md", "broken-link", 6), ("content/eins.md", "url-changed", 2)},
    ),
}


@pytest.mark.skipif(sys.platform == "win32", reason="these are commands of a Unix shell")
@pytest.mark.parametrize("command", STAGED)
def test_what_is_staged_is_what_will_be_committed(repo: Repository, command: str) -> None:
    repo.write({"content/new.md": BROKEN})
    repo.git("-c", f"alias.x=!sh -c {shlex.quote(command)}", "x")
    staged, on_disk = STAGED[command]
    assert (repo.caused("staged"), repo.caused()) == (staged, on_disk)


def test_an_untracked_post_mends_no_staged_link(repo: Repository) -> None:
    repo.write({"content/two.md": post("Two", "[new](/new/)"), "content/new.md": post("New", "")})
    repo.git("add", "content/two.md")
    assert repo.caused() == set()
    assert repo.caused("staged") == {("content/two.md", "broken-link", 6)}
    # What is in the index is what is reported about, and shown.
    assert set(repo.outcome("staged").drafts) == set()


def test_a_branch_may_be_called_staged(repo: Repository) -> None:
    repo.git("branch", "staged")
    repo.commit({"content/new.md": BROKEN})
    assert repo.caused("staged") == {NEW}


def test_a_branch_is_compared_with_where_it_parted(repo: Repository) -> None:
    repo.git("checkout", "-q", "-b", "side")
    repo.commit({"content/new.md": BROKEN})
    repo.git("checkout", "-q", "main")
    repo.commit({"content/main.md": BROKEN.replace("New", "Main"), "content/one.md": None})
    repo.git("checkout", "-q", "--detach", "side")
    assert repo.caused() == repo.caused("main") == {NEW}
    assert repo.caused("main~1") == {NEW}
    assert repo.caused("HEAD") == set()


def test_a_remote_branch_comes_before_a_local_one(
    repo: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo.git("branch", "release")
    repo.commit({"content/between.md": post("Between", "[gone](/x/)")})
    repo.git("clone", "-q", ".", str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone", make=False)
    clone.commit({"content/new.md": BROKEN})
    assert clone.caused() == {NEW}
    monkeypatch.setenv("GITHUB_BASE_REF", "release")
    assert clone.caused() == {NEW, ("content/between.md", "broken-link", 6)}
    monkeypatch.setenv("GITHUB_BASE_REF", "--output=x")
    assert clone.caused() == {NEW}
    assert not (clone.root / "x").exists()


def test_without_a_default_branch_the_last_commit_counts(repo: Repository) -> None:
    repo.git("branch", "-m", "trunk")
    repo.write({"content/new.md": BROKEN})
    assert repo.caused() == {NEW}
    assert "No default branch" in repo.outcome().notes[0]
    repo.git("config", "init.defaultBranch", "trunk")
    assert repo.outcome().notes == ()


def test_before_the_first_commit_all_is_new(tmp_path: Path) -> None:
    repo = Repository(tmp_path)
    repo.write(BLOG)
    repo.git("add", "-A")
    repo.write({"content/new.md": BROKEN})
    for ref, paths in (("", ["content/new.md", "content/old.md"]), ("staged", ["content/old.md"])):
        outcome = repo.outcome(ref)
        assert "no commit yet" in outcome.notes[0]
        assert [d.path for d in outcome.diagnostics] == paths


@pytest.fixture
def shallow(repo: Repository, tmp_path: Path) -> Repository:
    """A clone of the last commit alone, on a branch, that knows the tip of `main`."""
    repo.git("checkout", "-q", "-b", "side")
    repo.commit({"content/new.md": BROKEN})
    repo.git("checkout", "-q", "main")
    url = (repo.root / ".git").as_uri()
    repo.git("clone", "-q", "--depth", "1", "-b", "side", url, str(tmp_path / "shallow"))
    return Repository(tmp_path / "shallow", make=False)


def test_a_shallow_clone_without_the_default_branch(shallow: Repository) -> None:
    outcome = shallow.outcome()
    assert {d.path for d in outcome.diagnostics} == {"content/new.md", "content/old.md"}
    assert "everything counts as changed" in outcome.notes[0]
    assert "fetch-depth: 0" in outcome.notes[0]
    with pytest.raises(UsageFault, match=r"no commit or branch `main`.*fetch-depth: 0"):
        shallow.caused("main")


def test_a_shallow_clone_without_a_common_commit(shallow: Repository) -> None:
    shallow.git("fetch", "-q", "--depth", "1", "origin", "main:refs/remotes/origin/main")
    outcome = shallow.outcome()
    assert {d.path for d in outcome.diagnostics} == {"content/new.md"}
    assert "too shallow" in outcome.notes[0]


def test_a_shallow_clone_that_is_deep_enough(shallow: Repository) -> None:
    shallow.git("fetch", "-q", "--unshallow", "origin", "+refs/heads/*:refs/remotes/origin/*")
    assert shallow.caused() == {NEW}
    assert shallow.outcome().notes == ()


def test_a_partial_clone_fetches_nothing(repo: Repository, tmp_path: Path) -> None:
    repo.git("config", "uploadpack.allowFilter", "true")
    repo.git("checkout", "-q", "-b", "side")
    repo.commit({"content/old.md": post("Old", "[other](/other/)"), "content/two.md": "x"})
    repo.git("checkout", "-q", "main")
    url = (repo.root / ".git").as_uri()
    repo.git("clone", "-q", "--filter=blob:none", "-b", "side", url, str(tmp_path / "partial"))
    partial = Repository(tmp_path / "partial", make=False)
    outcome = partial.outcome()
    assert ("content/old.md", "broken-link") in {(d.path, d.rule) for d in outcome.diagnostics}
    assert outcome.notes == (
        "What 2 files held before could not be read, and was taken for nothing.",
    )
    missing = partial.git("rev-list", "--objects", "--all", "--missing=print")
    assert missing.count("?") >= 1


def test_a_worktree(repo: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.git("worktree", "add", "-q", str(tmp_path / "tree"), "-b", "side")
    tree = Repository(tmp_path / "tree", make=False)
    tree.commit({"content/new.md": BROKEN})
    # Hooks of another repository must not lead astray.
    monkeypatch.setenv("GIT_DIR", str(repo.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(repo.root))
    monkeypatch.setenv("GIT_INDEX_FILE", str(repo.root / ".git/index"))
    assert tree.caused() == {NEW}


def test_a_project_below_the_top_of_its_repository(tmp_path: Path) -> None:
    repo = Repository(tmp_path)
    site = {f"sites/my blog/{name}": text for name, text in BLOG.items()}
    repo.commit({**site, "sites/my blog/blint.toml": "", "content/x.md": "", "README.md": "x"})
    repo.write({"sites/my blog/content/new.md": BROKEN, "content/new.md": BROKEN})
    repo.write({"sites/my blog/content/one.md": None, "README.md": "[x](x.md)"})
    repo.git("config", "diff.relative", "false")
    asked = (tmp_path / "sites/my blog",)
    assert repo.caused(paths=asked) == {NEW, *GONE}
    repo.git("add", "-A")
    assert repo.caused("staged", paths=asked) == {NEW, *GONE}


def test_paths_narrow_it_down(repo: Repository) -> None:
    repo.write({"content/new.md": BROKEN, "content/one.md": None})
    content = repo.root / "content"
    assert repo.caused(paths=(content,)) == {NEW, *GONE}
    assert repo.caused(paths=(content / "two.md",)) == {("content/two.md", "broken-link", 6)}
    assert repo.caused(paths=(content / "new.md",)) == {NEW}


@pytest.mark.parametrize("ref", ["--output=x", "-x", "nobody", "main..HEAD", "", "a\nb", "\x1b[2J"])
def test_a_name_that_is_no_commit(ref: str, repo: Repository) -> None:
    if ref:
        with pytest.raises(UsageFault, match="no commit or branch") as fault:
            repo.caused(ref)
        assert str(fault.value).isprintable()
    assert not (repo.root / "x").exists()


def test_no_repository(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    with pytest.raises(UsageFault, match="needs a git repository"):
        find_change(tmp_path)
    bare = Repository(tmp_path / "bare")
    bare.git("config", "core.bare", "true")
    with pytest.raises(UsageFault, match="not in the working tree"):
        find_change(bare.root / ".git")


def test_no_program_that_the_repository_names_is_run(repo: Repository) -> None:
    trap = repo.root.parent / "trap"
    command = f"touch {shlex.quote(str(trap))}; cat"
    for key in ("diff.external", "diff.x.textconv", "diff.x.command", "core.fsmonitor"):
        repo.git("config", key, command)
    repo.git("config", "filter.x.smudge", command)
    repo.git("config", "core.hooksPath", str(repo.root / "hooks"))
    hook = repo.root / "hooks/post-index-change"
    repo.write({".gitattributes": "*.md diff=x filter=x\n", "hooks/post-index-change": ""})
    hook.write_text(f"#!/bin/sh\n{command}\n")
    hook.chmod(0o755)
    repo.write({"content/one.md": None, "content/old.md": post("Old", "Text.")})
    assert repo.caused() == GONE
    assert not trap.exists()


def test_a_file_that_was_only_touched_has_not_changed(repo: Repository) -> None:
    os.utime(repo.root / "content/old.md", (1, 1))
    assert find_change(repo.root).old == {}
    repo.git("config", "core.autocrlf", "true")
    text = (repo.root / "content/old.md").read_bytes()
    repo.write({"content/old.md": text.replace(b"\n", b"\r\n")})
    assert find_change(repo.root).old == {}


def test_a_conflict_counts_as_a_change(repo: Repository) -> None:
    repo.git("checkout", "-q", "-b", "side")
    repo.commit({"content/old.md": post("Old", "[here](/here/)")})
    repo.git("checkout", "-q", "main")
    repo.commit({"content/old.md": post("Old", "[there](/there/)")})
    with pytest.raises(Exception, match="merge"):
        repo.git("merge", "-q", "side")
    assert ("content/old.md", "broken-link", 7) in repo.caused("HEAD")


def test_a_submodule_is_not_looked_into(repo: Repository, tmp_path: Path) -> None:
    theme = Repository(tmp_path / "theme")
    theme.commit({"x.md": "x"})
    add = ("submodule", "add", "-q", theme.root.as_uri(), "themes/t")
    repo.git("-c", "protocol.file.allow=always", *add)
    outcome = repo.outcome()
    assert outcome.diagnostics == []
    assert outcome.notes == ("What has changed inside the submodule `themes/t` was not looked at.",)


def test_a_link_in_place_of_a_file(repo: Repository) -> None:
    (repo.root / "content/one.md").unlink()
    (repo.root / "content/one.md").symlink_to("two.md")
    repo.git("add", "-A")
    assert ("content/old.md", "broken-link", 6) not in repo.caused()


@pytest.mark.parametrize("ref", ["", "staged"])
def test_what_a_change_causes_can_be_fixed(repo: Repository, ref: str) -> None:
    repo.git("mv", "content/one.md", "content/uno.md")
    old = (repo.root / "content/old.md").read_bytes()
    request = Request(paths=(repo.root,), changed=partial(find_change, ref=ref, lines=False))
    fixed = write(fix(request, run), request, run)
    # The alias answers the link of the other post as well, and what was wrong before stays.
    assert [change.path for change in fixed.changes] == ["content/uno.md"]
    assert "/one/" in (repo.root / "content/uno.md").read_text()
    assert (repo.root / "content/old.md").read_bytes() == old
    repo.git("add", "-A")
    assert repo.caused(ref) == set()


def test_what_is_staged_is_not_fixed_where_the_file_has_gone_on(repo: Repository) -> None:
    repo.git("mv", "content/one.md", "content/uno.md")
    text = (repo.root / "content/uno.md").read_text() + "And more.\n"
    repo.write({"content/uno.md": text})
    request = Request(paths=(repo.root,), changed=partial(find_change, ref="staged", lines=False))
    assert fix(request, run).changes == ()
    assert (repo.root / "content/uno.md").read_text() == text


def test_what_was_wrong_before_is_not_fixed_in_a_post_that_a_change_breaks(
    repo: Repository,
) -> None:
    config = '[tags]\nvocabulary = "tags.toml"\n'
    six = post("Six", "Text.", "", "[a](htps://old.example/)", tags="[golang]")
    repo.commit({"blint.toml": config, "tags.toml": "[tags.Go]\n", "content/six.md": six})
    repo.write({"tags.toml": '[tags.Go]\naliases = ["golang"]\n'})
    request = Request(paths=(repo.root,), changed=partial(find_change, ref="", lines=False))
    (change,) = fix(request, run, unsafe=True).changes
    assert change.after.decode() == six.replace("golang", "Go")
