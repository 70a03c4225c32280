"""Discovery: which files are posts, which are only known, which are never opened."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from blint.running.config import load_config
from blint.running.discover import Discovery, discover
from blint.running.errors import UsageFault

Files = list[str]


def make(root: Path, files: Files | dict[str, str]) -> None:
    for name in files:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(files[name] if isinstance(files, dict) else "", encoding="utf-8")


def find(root: Path, *paths: str, force_exclude: bool = False) -> Discovery:
    starts = [root / path for path in paths]
    config = load_config(starts[0] if starts else root, None, {})
    return discover(config, starts, force_exclude=force_exclude)


def reported(discovery: Discovery) -> str:
    """The posts that were asked for, in one line."""
    return " ".join(post.path for post in discovery.posts if post.reported)


def known(discovery: Discovery) -> str:
    """The posts that are only known, in one line."""
    return " ".join(post.path for post in discovery.posts if not post.reported)


SITES = {
    "no generator": (["a.md", "b/c.md"], "a.md b/c.md"),
    "content/ before all": (["a.md", "content/b.md"], "content/b.md"),
    "every suffix": (
        ["a.md", "b.markdown", "c.mdx", "d.mdown", "e.mkd", "F.MD", "g.txt", "md", "h.md.bak"],
        "F.MD a.md b.markdown c.mdx d.mdown e.mkd",
    ),
    "hidden and vendored": (
        [".a.md", ".b/c.md", "node_modules/d.md", "e/node_modules/f.md", "g.md"],
        "g.md",
    ),
    "hugo": (["hugo.toml", "content/a.md", "themes/x/README.md", "README.md"], "content/a.md"),
    "site in a folder": (
        ["website/docusaurus.config.js", "website/blog/a.md", "website/README.md", "docs/b.md"],
        "website/blog/a.md",
    ),
    "jekyll, posts at any depth": (
        ["_config.yml", "_posts/a.md", "x/_posts/b.md", "about.md", "README.md"],
        "_posts/a.md x/_posts/b.md",
    ),
    "vitepress": (
        [".vitepress/config.ts", ".vitepress/a.md", "index.md", "README.md", "guide/README.md"],
        "guide/README.md index.md",
    ),
    "a README of a plain folder": (["README.md"], "README.md"),
}


@pytest.mark.parametrize("name", SITES)
def test_posts_of_a_site(tmp_path: Path, name: str) -> None:
    files, posts = SITES[name]
    make(tmp_path, {file: "url: /\n" if file == "_config.yml" else "" for file in files})
    assert reported(find(tmp_path)) == posts


def test_the_site_folder_means_its_content(tmp_path: Path) -> None:
    make(tmp_path, [".git/HEAD", "web/docusaurus.config.js", "web/blog/a.md", "web/b/c.md"])
    assert reported(find(tmp_path, "web")) == "web/blog/a.md"


def test_pages_beside_posts_are_known(tmp_path: Path) -> None:
    make(tmp_path, {"_config.yml": "url: /", "_posts/a.md": "", "b.md": "", "_site/c.md": ""})
    assert known(find(tmp_path)) == "b.md"


@pytest.mark.parametrize(
    ("config", "posts"),
    [
        ("content = ['b']", "b/README.md b/x.md"),
        ("content = ['./b/']", "b/README.md b/x.md"),
        ("content = ['*/x.md']", "a/x.md b/x.md"),
        ("content = ['.']", "a/x.md b/README.md b/x.md c.md"),
        ("content = ['a', 'b']\nexclude = ['**/README.md']", "a/x.md b/x.md"),
        ("exclude = ['b']", "README.md a/x.md c.md"),
    ],
)
def test_configured_content(tmp_path: Path, config: str, posts: str) -> None:
    make(tmp_path, ["a/x.md", "b/README.md", "b/x.md", "c.md", "README.md"])
    (tmp_path / "blint.toml").write_text(config)
    assert reported(find(tmp_path)) == posts


ASKED = {
    "a folder": (["content/a"], "content/a/x.md", "content/b.md"),
    "a file": (["content/b.md"], "content/b.md", "content/a/x.md"),
    "both": (["content/b.md", "content/a"], "content/a/x.md content/b.md", ""),
    "the root": (["."], "content/a/x.md content/b.md", ""),
    "outside the content": (["docs"], "docs/c.md", "content/a/x.md content/b.md"),
    "a file of another kind": (["notes.txt"], "notes.txt", "content/a/x.md content/b.md"),
    "a hidden folder": ([".hidden"], ".hidden/d.md", "content/a/x.md content/b.md"),
    "an ignored folder": (["ignored"], "ignored/e.md", "content/a/x.md content/b.md"),
    "an ignored file": (["ignored/e.md"], "ignored/e.md", "content/a/x.md content/b.md"),
    "by a roundabout way": (["docs/../content/b.md"], "content/b.md", "content/a/x.md"),
    "an excluded file": (["drafts/f.md"], "drafts/f.md", "content/a/x.md content/b.md"),
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    make(
        tmp_path,
        {
            "blint.toml": "content = ['content']\nexclude = ['drafts']",
            ".gitignore": "ignored/\n",
            ".git/HEAD": "",
            **dict.fromkeys(("content/a/x.md", "content/b.md", "docs/c.md", "notes.txt"), ""),
            **dict.fromkeys((".hidden/d.md", ".hidden/.more/d.md", "ignored/e.md"), ""),
            "drafts/f.md": "",
        },
    )
    return tmp_path


@pytest.mark.parametrize("name", ASKED)
def test_posts_asked_for(site: Path, name: str) -> None:
    paths, asked, others = ASKED[name]
    discovery = find(site, *paths)
    assert (reported(discovery), known(discovery)) == (asked, others)


def test_forced_exclusion_leaves_nothing_without_complaint(site: Path) -> None:
    assert reported(find(site, "drafts/f.md", force_exclude=True)) == ""


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["nowhere"], r"There is no file or folder `.*nowhere`\."),
        (["content/c.md"], r"There is no file or folder `.*c\.md`\."),
        (["content", ".."], r"`.*\.\.` is outside the project `.*`\."),
        (["empty"], r"No posts were found in `empty`\."),
        ([".git"], r"No posts were found in `\.git`\."),
        ([".git/info"], r"No posts were found in `\.git/info`\."),
    ],
)
def test_what_cannot_be_asked_for(site: Path, paths: list[str], message: str) -> None:
    (site / "empty").mkdir()
    make(site, [".git/info/x.md"])
    with pytest.raises(UsageFault, match=f"^{message}$"):
        find(site, *paths)


def test_no_posts_at_all(tmp_path: Path) -> None:
    with pytest.raises(UsageFault, match=r"^No posts were found\.$"):
        find(tmp_path)


def test_all_files_are_known_but_what_git_ignores(site: Path) -> None:
    make(site, [".well-known/x", "static/a b.png", "node_modules/x.js"])
    assert find(site).files == {
        ".gitignore",
        ".hidden/.more/d.md",
        ".hidden/d.md",
        ".well-known/x",
        "blint.toml",
        "content/a/x.md",
        "content/b.md",
        "docs/c.md",
        "drafts/f.md",
        "notes.txt",
        "static/a b.png",
    }


def test_collections_by_their_first_match(tmp_path: Path) -> None:
    make(tmp_path, ["a.md", "news/b.md", "news/old/c.md"])
    (tmp_path / "blint.toml").write_text(
        "[collections.old]\nfiles = ['**/old/*']\n[collections.news]\nfiles = ['news/**']"
    )
    found = [(post.path, post.collection) for post in find(tmp_path).posts]
    assert found == [("a.md", ""), ("news/b.md", "news"), ("news/old/c.md", "old")]


def skipped(discovery: Discovery) -> list[tuple[str, str]]:
    return [(one.path, one.reason.rpartition(" ")[2]) for one in discovery.skipped]


def test_links_lead_only_inside(tmp_path: Path) -> None:
    root = tmp_path / "root"
    make(tmp_path, ["outside/x.md", "root/.git/config", "root/posts/a.md", "root/content/b.md"])
    for link, target in {
        "content/out.md": "../../outside/x.md",
        "content/out": "../../outside",
        "content/git.md": "../.git/config",
        "content/self.md": "self.md",
        "content/gone.md": "nothing.md",
        "content/in.md": "../posts/a.md",
        "content/twice.md": "b.md",
        "content/loop": "..",
        "content/also": "../posts",
    }.items():
        (root / link).symlink_to(target)
    discovery = find(root)
    assert reported(discovery) == "content/also/a.md content/b.md"
    assert skipped(discovery) == [
        ("content/git.md", "project"),
        ("content/gone.md", "read"),
        ("content/out", "project"),
        ("content/out.md", "project"),
        ("content/self.md", "read"),
    ]
    assert {"content/in.md", "content/also/a.md", "content/twice.md"} <= discovery.files
    assert not any("out" in name or "loop" in name for name in discovery.files)


@pytest.mark.parametrize(
    ("asked", "posts", "others"),
    [([], "b.md", ""), (["a.md"], "a.md", ""), (["b.md"], "b.md", ""), (["c.md"], "c.md", "b.md")],
)
def test_a_file_with_two_names_is_one_post(
    tmp_path: Path, asked: list[str], posts: str, others: str
) -> None:
    make(tmp_path, ["b.md", "c.md"] if asked == ["c.md"] else ["b.md"])
    (tmp_path / "a.md").symlink_to("b.md")
    found = find(tmp_path, *asked)
    assert (reported(found), known(found)) == (posts, others)


def test_named_links_that_lead_outside(tmp_path: Path) -> None:
    make(tmp_path, ["x/x.md", "root/.git/x.md", "root/a.md"])
    (tmp_path / "root/b.md").symlink_to("../x/x.md")
    (tmp_path / "root/c").symlink_to("../x")
    (tmp_path / "root/d").symlink_to(".git")
    discovery = find(tmp_path / "root", "b.md", "c", "d")
    assert reported(discovery) == ""
    assert skipped(discovery) == [("b.md", "project"), ("c", "project"), ("d", "project")]


def test_the_site_folder_keeps_to_itself(tmp_path: Path) -> None:
    make(tmp_path, [".git/HEAD", "web/hugo.toml", "web/notes/b.md", "news/c.md"])
    (tmp_path / "blint.toml").write_text("content = ['news']")
    assert reported(find(tmp_path, "web")) == "web/notes/b.md"


def test_named_pipes_are_never_posts(tmp_path: Path) -> None:
    make(tmp_path, ["a.md"])
    os.mkfifo(tmp_path / "b.md")
    os.mkfifo(tmp_path / "c.txt")
    assert skipped(find(tmp_path)) == [("b.md", "file")]
    assert skipped(find(tmp_path, "c.txt")) == [("c.txt", "file")]


def test_a_folder_named_like_a_post(tmp_path: Path) -> None:
    make(tmp_path, ["a.md/b.md", "a.md/c.txt"])
    assert reported(find(tmp_path)) == "a.md/b.md"


def test_names_that_are_not_unicode(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"\xff.md")).touch()
    except OSError:
        pytest.skip("this file system takes Unicode names alone")
    assert reported(find(tmp_path)) == "\udcff.md"
