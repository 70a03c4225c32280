"""Which highlighter generators choose in their own configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from blint.site.code.choice import Choice, choice_of
from blint.site.configs.reading import read_generator_config
from blint.site.presets import PRESETS


def choice(root: Path, preset: str, name: str, text: str, *others: str) -> Choice:
    for path, content in ((name, text), *((other, "export {}\n") for other in others)):
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    generator = PRESETS[preset]
    data = read_generator_config(root, {name, *others}, name, generator)
    return choice_of(generator, data, others)


def extensions(listed: str, theme: str = "mkdocs") -> str:
    return f"site_name: A\ntheme: {theme}\nmarkdown_extensions: {listed}\n"


PLUGIN = """
import highlight from "@11ty/eleventy-plugin-syntaxhighlight";
export default (config) => { config.addPlugin(highlight); }
"""


@pytest.mark.parametrize(
    ("preset", "name", "text", "highlighter", "unknown"),
    [
        ("hexo", "_config.yml", "title: A", "highlightjs", ""),
        ("hexo", "_config.yml", "syntax_highlighter: prismjs", "prism", ""),
        ("hexo", "_config.yml", "syntax_highlighter: ''", None, ""),
        ("hexo", "_config.yml", "highlight: {enable: false}", None, ""),
        (
            *("hexo", "_config.yml", "highlight: {enable: false}\nprismjs: {enable: true}"),
            *("prism", ""),
        ),
        ("hexo", "_config.yml", "highlight: {auto_detect: true}", "highlightjs", "guesses"),
        ("jekyll", "_config.yml", "title: A", "rouge", ""),
        ("jekyll", "_config.yml", "highlighter: none", None, ""),
        ("jekyll", "_config.yml", "kramdown: {syntax_highlighter: null}", None, ""),
        ("jekyll", "_config.yml", "kramdown: {syntax_highlighter: coderay}", None, ""),
        ("jekyll", "_config.yml", "kramdown: {input: GFM}", "rouge", ""),
        ("mkdocs", "mkdocs.yml", extensions("[]"), "highlightjs", ""),
        ("mkdocs", "mkdocs.yml", extensions("[]", "{name: x}"), None, ""),
        ("mkdocs", "mkdocs.yml", extensions("[codehilite]"), "pygments", "guesses"),
        (
            *("mkdocs", "mkdocs.yml", extensions("[codehilite: {guess_lang: false}]")),
            *("pygments", "plain"),
        ),
        ("mkdocs", "mkdocs.yml", extensions("[pymdownx.superfences]"), "pygments", "plain"),
        ("mkdocs", "mkdocs.yml", extensions("[codehilite: {use_pygments: false}]"), None, ""),
        ("mkdocs-material", "mkdocs.yml", extensions("[]", "material"), None, ""),
        (
            *("mkdocs-material", "mkdocs.yml", extensions("[pymdownx.highlight]", "material")),
            *("pygments", "plain"),
        ),
        ("hugo", "hugo.toml", "title = 'A'", "chroma", ""),
        ("hugo", "hugo.toml", "[markup.highlight]\ncodeFences = false", None, ""),
        ("hugo", "hugo.toml", "[markup.highlight]\nguessSyntax = true", "chroma", "guesses"),
        ("zola", "zola.toml", "[markdown]\nhighlight_code = true", "syntect", ""),
        ("zola", "zola.toml", "[markdown.highlighting]\ntheme = 'nord'", "giallo", ""),
        (
            *("zola", "zola.toml", "[markdown.highlighting]\nerror_on_missing_language = true"),
            *("giallo", "fails"),
        ),
        ("astro", "astro.config.mjs", "export default {}", "shiki", ""),
        (
            *("astro", "astro.config.mjs", "export default {markdown: {syntaxHighlight: 'prism'}}"),
            *("prism", ""),
        ),
        (
            *("astro", "astro.config.mjs", "export default {markdown: {syntaxHighlight: false}}"),
            *(None, ""),
        ),
        (
            *("vitepress", ".vitepress/config.js", "export default {markdown: {highlight: f}}"),
            *(None, ""),
        ),
        ("vitepress", ".vitepress/config.js", "export default {}", "shiki", ""),
        ("eleventy", "eleventy.config.js", "export default (c) => {}", None, ""),
        (
            *("eleventy", "eleventy.config.js"),
            PLUGIN,
            *("prism", ""),
        ),
    ],
)
def test_a_configuration_chooses_a_highlighter(
    tmp_path: Path, preset: str, name: str, text: str, highlighter: str | None, unknown: str
) -> None:
    found = choice(tmp_path, preset, name, text)
    assert (found.highlighter, found.unknown) == (highlighter, unknown)


@pytest.mark.parametrize(
    ("preset", "name", "text"),
    [
        ("zola", "zola.toml", "[markdown]\nextra_syntaxes_and_themes = ['s']"),
        ("zola", "zola.toml", "[markdown.highlighting]\nextra_grammars = ['x.json']"),
        (
            *("astro", "astro.config.mjs"),
            "export default {markdown: {shikiConfig: {langs: [mine]}}}",
        ),
        (
            *("starlight", "astro.config.mjs"),
            "export default {integrations: [starlight({expressiveCode: {shiki: {langs: [x]}}})]}",
        ),
        ("vitepress", ".vitepress/config.js", "export default {markdown: {languages: [mine]}}"),
    ],
)
def test_languages_from_files_are_not_seen(
    tmp_path: Path, preset: str, name: str, text: str
) -> None:
    assert choice(tmp_path, preset, name, text).unseen


@pytest.mark.parametrize(
    ("preset", "name", "text", "words"),
    [
        (
            *("astro", "astro.config.mjs"),
            "export default {markdown: {shikiConfig: {langAlias: {cjs: 'javascript'}}}}",
            {"cjs"},
        ),
        (
            *("vitepress", ".vitepress/config.js"),
            "export default {markdown: {languageAlias: {foo: 'js'}}}",
            {"foo"},
        ),
    ],
)
def test_aliases_of_the_site_are_known(
    tmp_path: Path, preset: str, name: str, text: str, words: set[str]
) -> None:
    found = choice(tmp_path, preset, name, text)
    assert found.words == words
    assert not found.unseen


def test_a_template_of_hugo_draws_a_fence(tmp_path: Path) -> None:
    hook = "layouts/_markup/render-codeblock-chem.html"
    assert choice(tmp_path, "hugo", "hugo.toml", "title = 'A'", hook).words == {"chem"}


CONFIG = "module.exports = {baseUrl: '/', themeConfig: {prism: {additionalLanguages: %s}}};"


@pytest.mark.parametrize(
    ("text", "others", "highlighter", "components"),
    [
        ("module.exports = {baseUrl: '/'};", (), "docusaurus", set()),
        (CONFIG % "['bash', 'ini']", (), "docusaurus", {"bash", "ini"}),
        (CONFIG % "more()", (), "prism", set()),
        ("module.exports = {themeConfig: theme()};", (), "prism", set()),
        (CONFIG % "['bash']", ("src/theme/prism-include-languages.js",), "prism", set()),
    ],
)
def test_docusaurus_has_few_languages_and_those_added(
    tmp_path: Path, text: str, others: tuple[str, ...], highlighter: str, components: set[str]
) -> None:
    found = choice(tmp_path, "docusaurus", "docusaurus.config.js", text, *others)
    assert found.highlighter == highlighter
    assert set(found.components) == components


def test_without_a_configuration_the_preset_chooses() -> None:
    assert choice_of(PRESETS["docusaurus"], {}) == Choice(highlighter="prism")
