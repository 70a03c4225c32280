"""Languages that info strings name, against what the real generators read."""

from __future__ import annotations

import html
import json
from pathlib import Path

import pytest

from blint.reading.markdown import read_markdown
from blint.site.code.info_strings import named_in, named_language
from blint.site.code.languages import language_named
from blint.site.presets import PRESETS

FIXTURES = Path(__file__).parents[2] / "fixtures" / "info-strings"
# By dialect: whose answers it has.
ANSWERS = {
    "astro": "astro",
    "docusaurus": "docusaurus",
    "eleventy": "eleventy-highlight",
    "hexo": "hexo",
    "hugo": "hugo",
    "jekyll": "jekyll",
    "python-markdown": "python-markdown",
    "superfences": "superfences",
    "vitepress": "vitepress",
}


def rows() -> list[tuple[str, str, str]]:
    """Dialect, info string and the language that its generator reads, where that is sure."""
    found = []
    for answered, name in ANSWERS.items():
        dialect = "python-markdown" if answered == "superfences" else answered
        answers = json.loads((FIXTURES / f"{name}.json").read_text("utf-8"))["rows"]
        for info, language in answers.items():
            if language is not None and info:
                found.append((dialect, info, language))
    return found


@pytest.mark.parametrize(("dialect", "info", "language"), rows())
def test_a_language_is_the_one_that_the_generator_reads(
    dialect: str, info: str, language: str
) -> None:
    named = named_language(info, dialect)
    if named is None:
        # Attributes and file names alone, which some generators take for names.
        taken = {"", info, info.replace("=", ""), "title="}
        assert (
            language in taken or same(info.partition("=")[0], language) or info.startswith("{")
        ), language
    elif named.sure:
        assert same(html.unescape(named.word), html.unescape(language))
        assert info[named.start :].startswith(named.word)
    else:
        assert named.word != language or info.startswith("{")


def same(word: str, language: str) -> bool:
    """Whether two names are one, or names of one language: Hexo with Prism has its own."""
    return word == language or language_named(word) == language_named(language) is not None


@pytest.mark.parametrize(
    ("info", "by_dialect"),
    [
        ("js{1,3}", {"": "js", "hexo": "js{1,3}", "vitepress": "js", "docusaurus": "js?"}),
        ("rust,ignore", {"": "rust", "hugo": "rust,ignore", "zola": "rust", "astro": "rust?"}),
        ("ruby?line=1", {"": "ruby?line=1", "jekyll": "ruby", "hugo": "ruby?line=1"}),
        ("js {1,3}", {"": "js", "hugo": "js", "jekyll": "js", "python-markdown": "js"}),
        ("{.python}", {"": "python", "hugo": None, "python-markdown": "python", "hexo": "python?"}),
        ("{python}", {"": "python?", "hugo": "python?", "python-markdown": "python?"}),
        ("{python, echo=FALSE}", {"": "python?", "hugo": "python?"}),
        ("js/2,4", {"eleventy": "js/2?", "hugo": "js/2,4"}),
        ("diff-js", {"": "diff-js", "eleventy": "diff-js", "vitepress": "diff-js"}),
        ("ts twoslash", {"": "ts", "vitepress": "ts", "docusaurus": "ts"}),
        ("ts:no-line-numbers {1}", {"": "ts", "vitepress": "ts"}),
        ("html-vue", {"": "html-vue", "vitepress": "html"}),
        ("language-js", {"": "js", "hugo": "js", "hexo": "language-js", "astro": "js?"}),
        ('title="a.js"', {"": None, "hugo": None, "vitepress": None}),
        ("", {"": None, "hugo": None, "vitepress": None}),
    ],
)
def test_generators_differ(info: str, by_dialect: dict[str, str | None]) -> None:
    for dialect, expected in by_dialect.items():
        named = named_language(info, dialect)
        shown = named and named.word + "?" * (not named.sure)
        assert shown == expected, dialect


def test_each_preset_has_a_dialect_that_there_is() -> None:
    assert {preset.info_strings for preset in PRESETS.values()} == {
        *ANSWERS.keys() - {"superfences"},
        "",
    }


@pytest.mark.parametrize(
    ("body", "language"),
    [
        ("{% highlight ruby %}\nx\n{% endhighlight %}", "ruby"),
        ("{% codeblock ruby lang:c++ %}\nx\n{% endcodeblock %}", "c++"),
        ("{% code ruby %}\nx\n{% endcode %}", None),
    ],
)
def test_a_tag_names_a_language_in_its_own_way(body: str, language: str | None) -> None:
    (fence,) = read_markdown(body, 0).fences
    named = named_in(fence, "hugo")
    assert (named and named.word) == language
    if named is not None:
        assert fence.info[named.start :].startswith(named.word)
