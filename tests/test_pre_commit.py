"""The pre-commit hooks, run by pre-commit itself in git repositories of their own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

ROOT = Path(__file__).resolve().parent.parent
CLEAN = "---\ntitle: A post\n---\nText.\n"
FAULTY = "---\ntitle: A post\ntitle: Another\n---\nText.\n"
LINKING = "---\ntitle: Linking\n---\n[a post](/posts/linked/)\n"
FAULT = "content/posts/a.md:3:1: error[duplicate-front-matter-key]"


class Hooks(NamedTuple):
    """A repository of hooks at one commit, and pre-commit's own folder, with blint installed."""

    repository: Path
    commit: str
    home: Path


def run(*command: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command with git's and pip's settings out of the picture; the result has text."""
    inherited = {k: v for k, v in os.environ.items() if not k.startswith(("GIT_", "PYTHON"))}
    nobody = {"NAME": "Nobody", "EMAIL": "nobody@example.org", "DATE": "2026-01-01T00:00:00Z"}
    people = {f"GIT_{who}_{k}": v for who in ("AUTHOR", "COMMITTER") for k, v in nobody.items()}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    return subprocess.run(
        command,
        cwd=cwd,
        env={**inherited, **people, **settings, **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def git(*arguments: str, cwd: Path) -> str:
    """Run git, which must succeed; its output."""
    done = run("git", "-c", "init.defaultBranch=main", *arguments, cwd=cwd)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture(scope="session")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Hooks:
    """The checkout as it is now, uncommitted changes too, as a repository with hooks.

    Tests that run in parallel share one: pre-commit then installs blint once, under its own lock.
    """
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: pre-commit installs hooks from a repository")
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    repository = shared / "hooks"
    if not repository.exists():
        _move(_snapshot(tmp_path_factory.mktemp("snapshot")), repository)
    found = Hooks(repository, git("rev-parse", "HEAD", cwd=repository), shared / "pre-commit")
    _install(found, tmp_path_factory.mktemp("first"))
    return found


def _snapshot(target: Path) -> Path:
    names = git("ls-files", "-z", "--cached", "--others", "--exclude-standard", cwd=ROOT)
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target / name)
    git("init", "--quiet", cwd=target)
    git("add", "--all", cwd=target)
    git("commit", "--quiet", "--message", "Snapshot", cwd=target)
    return target


def _move(source: Path, target: Path) -> None:
    try:
        source.rename(target)
    except OSError:
        assert target.exists()  # another worker was first


def _install(hooks: Hooks, folder: Path) -> None:
    git("init", "--quiet", cwd=folder)
    _configure(folder, hooks, {"id": "blint"})
    done = _pre_commit("install-hooks", hooks=hooks, cwd=folder)
    if done.returncode == 0:
        return
    pip = [sys.executable, "-m", "pip", "download", "--no-deps", "--quiet", "--dest", "wheels"]
    if run(*pip, "hatchling", cwd=folder).returncode != 0:
        pytest.skip("pip reaches no package index, which pre-commit needs to install a hook")
    pytest.fail(done.stdout + done.stderr)


def _configure(folder: Path, hooks: Hooks, *chosen: Mapping[str, object]) -> None:
    repo = {"repo": str(hooks.repository), "rev": hooks.commit, "hooks": list(chosen)}
    text = yaml.safe_dump({"repos": [repo]})
    (folder / ".pre-commit-config.yaml").write_text(text, encoding="utf-8")


def _pre_commit(*arguments: str, hooks: Hooks, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pre_commit", *arguments]
    return run(*command, cwd=cwd, PRE_COMMIT_HOME=str(hooks.home))


class Blog:
    """A git repository with a small blog, in which the chosen hooks run on every commit."""

    def __init__(self, root: Path, hooks: Hooks, chosen: str) -> None:
        self.root = root
        self._hooks = hooks
        git("init", "--quiet", cwd=root)
        self.write("blint.toml", 'content = ["content"]\nexclude = ["content/old/**"]\n')
        self.write("README.md", "# Not a post\n")
        self.write("content/posts/linked.md", CLEAN)
        self.write("content/posts/linking.md", LINKING)
        self.write("hugo.toml", "")
        _configure(root, hooks, {"id": chosen})
        git("add", "--all", cwd=root)
        git("commit", "--quiet", "--message", "Start", cwd=root)
        done = _pre_commit("install", hooks=hooks, cwd=root)
        assert done.returncode == 0, done.stderr

    def write(self, name: str, text: str) -> None:
        """Write a file of the blog."""
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text, encoding="utf-8")

    def commit(self) -> tuple[bool, str]:
        """Commit everything: whether that was allowed, and what the hooks said."""
        git("add", "--all", cwd=self.root)
        home = str(self._hooks.home)
        done = run("git", "commit", "--message", "Change", cwd=self.root, PRE_COMMIT_HOME=home)
        return done.returncode == 0, done.stdout + done.stderr


@pytest.fixture
def blog(tmp_path: Path, hooks: Hooks) -> Callable[[str], Blog]:
    """Makes a blog in which one hook is at work."""
    return lambda chosen: Blog(tmp_path, hooks, chosen)


@pytest.mark.parametrize("hook", ["blint", "blint-all"])
def test_a_faulty_post_is_not_committed(blog: Callable[[str], Blog], hook: str) -> None:
    site = blog(hook)
    site.write("content/posts/a.md", FAULTY)
    allowed, said = site.commit()
    assert not allowed
    assert FAULT in said


@pytest.mark.parametrize("hook", ["blint", "blint-all"])
def test_a_clean_post_is_committed(blog: Callable[[str], Blog], hook: str) -> None:
    site = blog(hook)
    site.write("content/posts/a.md", CLEAN)
    site.write("content/posts/b.mdx", CLEAN)
    allowed, said = site.commit()
    assert allowed, said
    assert "Passed" in said


def test_mdx_is_passed_to_the_hook(blog: Callable[[str], Blog]) -> None:
    site = blog("blint")
    site.write("content/posts/a.mdx", FAULTY)
    assert not site.commit()[0]


def test_only_posts_of_the_commit_are_reported(blog: Callable[[str], Blog]) -> None:
    site = blog("blint")
    site.write("content/posts/a.md", FAULTY)
    git("add", "--all", cwd=site.root)
    git("commit", "--quiet", "--no-verify", "--message", "In a hurry", cwd=site.root)
    site.write("content/posts/b.md", CLEAN)
    assert site.commit()[0]


def test_links_are_looked_up_beyond_the_commit(blog: Callable[[str], Blog]) -> None:
    site = blog("blint")
    site.write("content/posts/linking.md", LINKING + "\n[gone](/posts/gone/)\n")
    allowed, said = site.commit()
    assert not allowed
    assert "/posts/gone/" in said
    assert "/posts/linked/" not in said


def test_excluded_posts_are_left_alone(blog: Callable[[str], Blog]) -> None:
    site = blog("blint")
    site.write("content/old/a.md", FAULTY)
    assert site.commit()[0]


@pytest.mark.parametrize(("hook", "notices"), [("blint", False), ("blint-all", True)])
def test_who_notices_that_a_linked_post_was_deleted(
    blog: Callable[[str], Blog], hook: str, notices: bool
) -> None:
    site = blog(hook)
    (site.root / "content/posts/linked.md").unlink()
    allowed, said = site.commit()
    assert allowed is not notices
    assert ("content/posts/linking.md:4:10: error[broken-link]" in said) is notices


def test_hooks_can_be_tried_from_the_checkout(blog: Callable[[str], Blog], hooks: Hooks) -> None:
    site = blog("blint")
    site.write("content/posts/a.md", FAULTY)
    git("add", "--all", cwd=site.root)
    arguments = ["try-repo", str(hooks.repository), "blint", "--all-files"]
    done = _pre_commit(*arguments, hooks=hooks, cwd=site.root)
    assert done.returncode == 1
    assert FAULT in done.stdout


def test_links_to_other_sites_are_asked_for_by_hand(
    blog: Callable[[str], Blog], hooks: Hooks
) -> None:
    site = blog("blint-links")
    site.write("content/posts/a.md", CLEAN + "\n[gone](http://nothing.invalid/)\n")
    allowed, said = site.commit()
    assert allowed, said
    arguments = ["run", "blint-links", "--hook-stage", "manual", "--all-files"]
    done = _pre_commit(*arguments, hooks=hooks, cwd=site.root)
    assert done.returncode == 1
    assert "content/posts/a.md:6:8: error[dead-link]" in done.stdout
