"""broken-anchor: fragments that a page has, has not, or may have."""

from __future__ import annotations

import pytest

from samples import check, findings

HUGO = 'preset = "hugo"\n'
ZOLA = 'preset = "zola"\n'
DOCUSAURUS = 'preset = "docusaurus"\ncontent = ["content"]\n'


def broken(files: dict[str, str] | str, config: str = "") -> list[str]:
    return [covered for _, covered, _ in findings("broken-anchor", files, config)]


@pytest.mark.parametrize(
    ("config", "text"),
    [
        ("", "[x](#setup)\n\n## Setting up\n"),
        ("", "[x](#Setting-Up)\n\n## Setting up\n"),
        (DOCUSAURUS, "[x](#foo-2)\n\n## Foo\n\n## Foo\n"),
        ("", '[x](#here)\n\n<a id="there"></a>\n'),
        ("", "[x](a.md#setup)\n\n## Setting up\n"),
        (HUGO, "[x](#setup)\n\n## Setting up\n"),
        (HUGO, "[x](#Setup)\n\n## Setup\n"),
        (HUGO, "[x](#foo-bar)\n\n## Foo & bar\n"),
        (HUGO, "[x](#privet)\n\n## Привет\n"),
        (ZOLA, "[x](#foo--bar)\n\n## Foo & bar\n"),
        ('preset = "vitepress"\n', "[x](#1-setup)\n\n## 1. Setup\n"),
        (DOCUSAURUS, "[x](#foo-bar)\n\n## Foo & bar\n"),
    ],
)
def test_broken(config: str, text: str) -> None:
    assert len(broken(text, config)) == 1


@pytest.mark.parametrize(
    ("config", "text"),
    [
        ("", "[x](#setting-up)\n\n## Setting up\n"),
        ("", "[x](#foo-1)\n\n## Foo\n\n## Foo\n"),
        ("", '[x](#here)\n\n<a id="here"></a>\n'),
        (DOCUSAURUS, "[x](#%C3%BCber)\n\n## Über\n"),
        ("", "[x](#) [y](#top) [z](#TOP) [w](#:~:text=word) [v](#setup:~:text=w)\n\n## Setup\n"),
        ("", "[x](#L10-L20) [y](#/route) [z](#!route) [w](#fn-1) [v](#fnref:1)\n"),
        ("", "[x](#foo-2)\n\n## Foo\n\n## Foo\n"),
        ("", "[x](#foo-bar)\n\n## Foo & bar\n"),
        (HUGO, "[x](#foo--bar)\n\n## Foo & bar\n"),
        ('preset = "hexo"\ncontent = ["content"]\n', "[x](#Setup)\n\n## Setup\n"),
        (HUGO, "[x](#12-foo)\n\n## 1.2 Foo\n"),
        (HUGO, "[x](#привет)\n\n## Привет\n"),
        (ZOLA, "[x](#ri-ben-guide)\n\n## 日本 guide\n"),
        ('preset = "pelican"\n', "[x](#privet)\n\n## Привет\n"),
        ("", "[x](img.png#page=2)\n"),
        ('preset = "eleventy"\n', "[x](#18f-blog)\n\n## 18F Blog\n"),
    ],
)
def test_unbroken(config: str, text: str) -> None:
    assert broken(text, config) == []


def test_other_post() -> None:
    files = {"content/a.md": "[x](b.md#one) [y](b.md#two)", "content/b.md": "## One\n"}
    assert broken(files) == ["b.md#two"]


def test_other_post_by_url() -> None:
    files = {"content/p/a.md": "[x](/p/b/#one) [y](/p/b/#two)", "content/p/b.md": "## One\n"}
    assert broken(files, HUGO) == ["/p/b/#two"]


def test_advice() -> None:
    ((found, _),) = check("[x](#Setup)\n\n## Setup\n", select=("broken-anchor",))
    assert found.help == "Did you mean `#setup`?"
