"""Languages of code fences."""

from __future__ import annotations

import pytest

from blint.site.code.highlighters import known
from blint.site.code.info_strings import named_language
from blint.site.code.meant import nearest
from blint.site.settings import Code, Settings

USUAL = """
python py js JavaScript tsx C++ c# cpp rust rs go golang sh bash zsh console shell-session yaml
yml json jsonc toml ini html xml svg css scss sql diff patch docker dockerfile make makefile
cmake text txt plaintext output Output nohighlight math mermaid diff-js note jinja2 vue svelte
astro swift kotlin kt ruby rb php perl lua r julia haskell hs elixir ex erlang clojure scala
java nix powershell ps1 bat graphql proto protobuf terraform hcl nginx apache http regex latex
tex wasm zig nim dart solidity csv log asm promql common-lisp h hpp mjs cjs vb fsharp f#
"""


@pytest.mark.parametrize(
    ("info", "word"),
    [
        ("python", "python"),
        ('js title="a.js"', "js"),
        ("js {1,3}", "js"),
        ("js{1,3}", "js"),
        ("go{hl_lines=[2]}", "go"),
        ("rust,ignore", "rust"),
        ("scss, linenos", "scss"),
        ("ts:src/app.ts", "ts"),
        ("ts[app.ts]", "ts"),
        ("js|app.js", "js"),
        ("c++", "c++"),
        ("c#", "c#"),
        ("objective-c", "objective-c"),
        ("language-js", "js"),
        ("shell=", "shell="),
        ("{.python}", "python"),
        ("{#id .python .numberLines}", "python"),
        ("{r, echo=FALSE}", "r"),
        ("{python}", "python"),
        ("{{python}}", "python"),
        ("{=html}", "html"),
        ("{note} Title", "note"),
        ("::error::text", "::error::text"),
        (":src/app.ts", None),
        ("", None),
        ("{1,3}", None),
        ("{linenos=true}", None),
        ('title="a.js"', None),
        ("filename=.gitignore", None),
    ],
)
def test_an_info_string_names_a_language(info: str, word: str | None) -> None:
    named = named_language(info)
    assert (named.word if named else None) == word
    if named is not None:
        assert info[named.start : named.start + len(named.word)] == named.word


@pytest.mark.parametrize(
    "word",
    USUAL.split(),
)
def test_names_that_writers_use_are_known(word: str) -> None:
    assert known(word, Settings())


@pytest.mark.parametrize(
    "word", ["pyhton", "typescript=", "jsno", "ouput", "base", "myfile.txt", "sg"]
)
def test_slips_are_not_known(word: str) -> None:
    assert not known(word, Settings())


def test_a_site_is_asked_what_its_own_highlighter_knows() -> None:
    assert known("jsonc", Settings(code=Code("shiki")))
    assert not known("jsonc", Settings(code=Code("prism")))


@pytest.mark.parametrize(
    ("highlighter", "word", "answer"),
    [
        ("chroma", "go-html-template", True),
        ("chroma", "KOTLIN", True),
        ("chroma", "yml", True),
        ("chroma", "main.kt", True),
        ("chroma", "less", False),
        ("chroma", "readme.less", False),
        ("chroma", "diff-go", False),
        ("rouge", "ruby", True),
        ("rouge", "Ruby", False),
        ("rouge", "svelte", True),
        ("rouge", "solidity", True),
        ("rouge", "guess", True),
        ("rouge", "console?lang=sh", True),
        ("rouge", "consol?lang=sh", False),
        ("rouge", "main.rb", False),
        ("rouge", "PlainText", True),
        ("pygments", "console?lang=sh", False),
        ("prism", "diff-go", True),
        ("syntect", "diff-go", True),
        ("syntect", "main.kt", False),
    ],
)
def test_highlighters_look_names_up_in_their_own_way(
    highlighter: str, word: str, answer: bool
) -> None:
    assert known(word, Settings(code=Code(highlighter))) is answer


@pytest.mark.parametrize("highlighter", ["chroma", "rouge"])
@pytest.mark.parametrize("word", ["text", "plaintext", "goat", "mermaid", "math", "note"])
def test_words_for_blocks_that_are_no_code_are_known_everywhere(
    highlighter: str, word: str
) -> None:
    assert known(word, Settings(code=Code(highlighter)))


@pytest.mark.parametrize(
    ("word", "meant"),
    [("Ruby", "ruby"), ("JSON", "json"), ("consol?lang=sh", "console?lang=sh"), ("C+", None)],
)
def test_a_slip_in_a_name_for_rouge_keeps_its_options(word: str, meant: str | None) -> None:
    assert nearest(word, Settings(code=Code("rouge"))) == meant


def test_the_words_of_the_project_are_known_in_any_case() -> None:
    settings = Settings(code=Code("prism", frozenset({"Callout"})))
    assert known("callout", settings)
    assert known("CALLOUT", settings)


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("pythonn", "python"),
        ("pyhton", "python"),
        ("ouput", "output"),
        ("shell=", "shell"),
        ("javascirpt", "javascript"),
        ("C+", None),
        ("xss", None),
        ("pbp", None),  # too short to tell
        ("sg", None),
        ("xyzzy", None),
    ],
)
def test_a_slip_has_one_cure_or_none(word: str, meant: str | None) -> None:
    assert nearest(word, Settings()) == meant
