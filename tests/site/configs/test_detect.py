"""Detection: what tells a generator, what does not, and which of several sites is meant."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from blint.site.configs.detect import detect, find_generator

Files = dict[str, str]


def make(root: Path, files: Files) -> list[str]:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return list(files)


def bare(names: str) -> Files:
    return dict.fromkeys(names.split(), "")


MARKS: list[tuple[str, str, Files]] = [
    ("hugo", "", bare("hugo.toml content/a.md")),
    ("hugo", "", bare("hugo.yaml content/a.md")),
    ("hugo", "", bare("config/_default/hugo.toml content/a.md")),
    ("hugo", "", {"config.toml": 'baseURL = "https://example.org/"\ntheme = "x"'}),
    ("hugo", "", {"config.yaml": "baseURL: https://example.org/"}),
    ("hugo", "", {"config.json": '{"baseURL": "https://example.org/"}'}),
    ("zola", "", {"config.toml": 'base_url = "https://example.org"\ntitle = "x"'}),
    ("zola", "", bare("zola.toml content/a.md")),
    ("plain", "", {"config.toml": '[server]\ntitle = "x"\ntheme = "dark"'}),
    ("plain", "", {"config.yml": "server: {}"}),
    ("jekyll", "", {"_config.yml": "baseurl: /x\n"}),
    ("jekyll", "docs", {"docs/_config.yml": "theme: jekyll-theme-cayman\n", "docs/a.md": ""}),
    ("plain", "", {"_config.yml": "execute:\n  x: 1\nsphinx: {}\n"}),
    ("hexo", "", {"_config.yml": "title: x\nsource_dir: source\nnew_post_name: x\nurl: /\n"}),
    ("hexo", "", {"_config.yml": "url: /\n", "package.json": '{"dependencies": {"hexo": "8"}}'}),
    ("hexo", "", {"_config.yml": "url: /\n", "scaffolds/post.md": ""}),
    ("eleventy", "", {".eleventy.js": "", "_config.yml": "url: /\n"}),
    ("eleventy", "", bare("eleventy.config.mjs")),
    ("astro", "", {"astro.config.mjs": "export default {}"}),
    ("starlight", "", {"astro.config.mjs": "import starlight from '@astrojs/starlight'"}),
    ("docusaurus", "website", bare("website/docusaurus.config.ts website/blog/a.md")),
    ("mkdocs", "", {"mkdocs.yml": "site_name: x\ntheme: readthedocs\n"}),
    ("mkdocs-material", "", {"mkdocs.yml": "theme:\n  name: material\n"}),
    ("mkdocs-material", "", {"mkdocs.yml": "theme: material\n"}),
    ("mkdocs", "", {"mkdocs.yml": "theme:\n  name: null\nextra:\n  material: 1\n"}),
    ("vitepress", "docs", bare("docs/.vitepress/config.mts docs/a.md")),
    ("vitepress", "", bare(".vitepress/config/index.ts a.md")),
    ("next", "apps/site", bare("apps/site/next.config.mjs apps/site/pages/a.md")),
    ("pelican", "", bare("pelicanconf.py content/a.md")),
    ("docusaurus", "", {"package.json": '{"dependencies": {"@docusaurus/core": "3"}}'}),
    ("hexo", "", {"package.json": '{"dependencies": {"hexo": "7"}}'}),
    ("next", "web", {"web/package.json": '{"devDependencies": {"next": "15"}}'}),
    ("plain", "", {"package.json": '{"dependencies": {"left-pad": "1"}}'}),
    ("plain", "", {"package.json": '{"dependencies": ["next"]}'}),
    ("plain", "", {"package.json": "[" * 5000}),
    ("starlight", "", bare("src/content/docs/a.md")),
    ("hexo", "", bare("source/_posts/a.md")),
    ("jekyll", "", bare("_posts/a.md _layouts/x.html")),
    ("plain", "", bare("_posts/a.md")),
    ("plain", "", bare("content/a.md static/x.png")),
    ("plain", "", bare("docs/a.md blog/b.md")),
    ("plain", "", {}),
    ("plain", "", bare("a/b/c/d/hugo.toml")),
]


@pytest.mark.parametrize(("preset", "folder", "files"), MARKS, ids=range(len(MARKS)))
def test_what_tells_a_generator(tmp_path: Path, preset: str, folder: str, files: Files) -> None:
    names = make(tmp_path, files)
    found = find_generator(tmp_path, names)
    assert (found.preset.name, found.folder) == (preset, folder)
    assert detect(tmp_path, names) == preset


TWO = bare("website/docusaurus.config.js website/blog/a.md docs/x.md") | {"docs/mkdocs.yml": ""}


@pytest.mark.parametrize(
    ("files", "near", "folder"),
    [
        (TWO, "", "website"),
        (TWO, "docs/x.md", "docs"),
        (TWO, "website/blog", "website"),
        (bare("hugo.toml content/a.md x/hugo.toml x/content/b.md"), "", ""),
        (bare("hugo.toml content/a.md x/hugo.toml x/content/b.md"), "x/content", "x"),
        (bare("next.config.js docs/.vitepress/config.js docs/a.md"), "", "docs"),
        (bare("a/hugo.toml a/content/a.md b/hugo.toml b/content/a.md b/content/b.md"), "", "b"),
    ],
)
def test_which_of_several_sites(tmp_path: Path, files: Files, near: str, folder: str) -> None:
    assert find_generator(tmp_path, make(tmp_path, files), near=near).folder == folder


@pytest.mark.parametrize(
    ("files", "preset", "folder"),
    [
        (TWO, "mkdocs", "docs"),
        (bare("website/blog/a.md website/static/x docs/b.md"), "docusaurus", "website"),
        (bare("hugo.toml content/a.md"), "zola", ""),
        (bare("a.md"), "hugo", ""),
    ],
)
def test_a_preset_by_name(tmp_path: Path, files: Files, preset: str, folder: str) -> None:
    found = find_generator(tmp_path, make(tmp_path, files), preset=preset)
    assert (found.preset.name, found.folder) == (preset, folder)


def test_a_preset_by_name_takes_its_configuration_whatever_is_in_it(tmp_path: Path) -> None:
    files = make(tmp_path, {"_config.yml": "title: x\n", "_posts/2020-01-02-a.md": ""})
    assert find_generator(tmp_path, files, preset="jekyll").config == "_config.yml"


def test_a_configuration_counts_before_a_package(tmp_path: Path) -> None:
    package = {"package.json": '{"devDependencies": {"vitepress": "1"}}', "README.md": ""}
    files = make(tmp_path, package | bare("docs/.vitepress/config.mts docs/index.md"))
    found = find_generator(tmp_path, files)
    assert (found.folder, found.config) == ("docs", "docs/.vitepress/config.mts")


@pytest.mark.parametrize(
    ("files", "data"),
    [
        ({"hugo.toml": "baseurl = '/x'\n[Params]\na = 1"}, {"baseURL": "/x", "Params": {"a": 1}}),
        (
            {
                "config/_default/config.toml": "title = 'x'",
                "config/_default/permalinks.yaml": "posts: /:slug/",
            },
            {"title": "x", "permalinks": {"posts": "/:slug/"}},
        ),
        ({"_config.yml": "permalink: /:title\nurl: !env x\n"}, {"permalink": "/:title"}),
        ({"docusaurus.config.js": "export default {}"}, {"components": []}),
        ({"hugo.toml": "broken ="}, {}),
        ({"mkdocs.yml": "- a\n"}, {}),
    ],
)
def test_what_the_config_file_says(tmp_path: Path, files: Files, data: dict[str, object]) -> None:
    found = find_generator(tmp_path, make(tmp_path, files)).data
    assert {key: found[key] for key in data} == data
    assert bool(found) == bool(data)


@pytest.mark.parametrize(
    ("name", "text", "content"),
    [
        ("hugo.toml", "contentDir = 'posts/'", ("posts",)),
        ("mkdocs.yml", "docs_dir: ./src/docs", ("src/docs",)),
        ("_config.yml", "source_dir: src\nurl: /", ("src/_posts", "src/_drafts")),
        ("mkdocs.yml", "docs_dir: ../elsewhere", ("docs",)),
        ("mkdocs.yml", "docs_dir: 1", ("docs",)),
    ],
)
def test_folders_that_the_config_file_moves(
    tmp_path: Path, name: str, text: str, content: tuple[str, ...]
) -> None:
    assert find_generator(tmp_path, make(tmp_path, {name: text})).preset.content == content


def test_a_config_file_that_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "real.toml").write_text("base_url = 'x'")
    (tmp_path / "config.toml").symlink_to("real.toml")
    assert detect(tmp_path, ["config.toml"]) == "plain"
    os.mkfifo(tmp_path / "mkdocs.yml")
    assert find_generator(tmp_path, ["mkdocs.yml"]).data == {}
