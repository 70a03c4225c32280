"""inconsistent-fence-language: names of languages over a whole blog."""

from __future__ import annotations

import pytest

from blint.site.code.languages import language_named
from blint.site.code.synonyms import _SAME, same_language
from fixing import fixed
from samples import check, findings

RULE = "inconsistent-fence-language"
HUGO = 'preset = "hugo"\n'


def blog(*bodies: str) -> dict[str, str]:
    """A post for each body; a word stands for a fence with that info string."""
    return {
        f"content/p{i}.md": "---\ntitle: A\n---\n"
        + "".join(
            f"```{info}\nx\n```\n\n" if "\n" not in info else info for info in body.split("|")
        )
        for i, body in enumerate(bodies)
    }


@pytest.mark.parametrize(
    ("bodies", "found"),
    [
        (("js", "js", "javascript"), ["javascript"]),
        (("js", "js", "javascript|javascript|javascript"), ["javascript"] * 3),
        (("js", "javascript"), []),
        (("js|js", "javascript"), []),
        (("yaml", "yaml", "yml", "YAML"), ["yml", "YAML"]),
        (("Python", "python", "python {1,3}", "py,x"), ["Python", "py"]),
        (
            ("js", "js", "{% highlight javascript linenos %}\nx\n{% endhighlight %}\n"),
            ["javascript"],
        ),
        (("js", "js", "{javascript}"), []),
        (("bash", "bash", "sh", "zsh", "console", "shell"), []),
        (("js", "js", "jsx", "mjs", "node", "ts", "tsx", "diff-js"), []),
        (("json", "json", "jsonc", "json5", "geojson"), []),
        (("python", "python", "py2", "python3", "pycon"), []),
        (("c", "c", "cpp", "h"), []),
        (("qwerty", "qwerty", "QWERTY"), []),
    ],
)
def test_names_of_one_language(bodies: tuple[str, ...], found: list[str]) -> None:
    assert [text for _, text, _ in findings(RULE, blog(*bodies))] == found


def test_the_message_says_how_many_posts_have_which() -> None:
    ((_, _, message),) = findings(RULE, blog("js|js", "js", "javascript"))
    assert message == "The language `javascript` (1 post) is mostly called `js` (2 posts)."


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ('{ js = "javascript" }', {"js": "javascript"}),
        ('{ javascript = "js" }', {}),
        ('{ bash = "sh", zsh = "sh" }', {"bash": "sh"}),
        ('{ ecmascript = "JavaScript" }', {"js": "JavaScript"}),
    ],
)
def test_the_configuration_names_what_is_right(names: str, found: dict[str, str]) -> None:
    config = f"[rules]\n{RULE} = {{ severity = 'warning', names = {names} }}\n"
    rows = findings(RULE, blog("js", "bash"), config)
    assert {text: message for _, text, message in rows} == {
        text: f"The language `{text}` is called `{right}` on this blog."
        for text, right in found.items()
    }


@pytest.mark.parametrize("names", ["{ js = 1 }", '{ js = "a b" }', '"js"', '{ js = "" }'])
def test_names_are_validated(names: str) -> None:
    from blint.running.errors import ConfigError

    config = f"[rules]\n{RULE} = {{ severity = 'warning', names = {names} }}\n"
    with pytest.raises(ConfigError):
        findings(RULE, blog("js"), config)


def test_collections_have_names_of_their_own() -> None:
    files = blog("js", "js", "js", "javascript")
    files["content/news/n.md"] = files["content/p3.md"]
    config = '[collections.news]\nfiles = ["content/news/**"]\n'
    assert [path for path, _, _ in findings(RULE, files, config)] == ["content/p3.md"]


def test_the_fix_writes_a_name_that_the_highlighter_knows() -> None:
    config = f"[rules]\n{RULE} = {{ severity = 'warning', names = {{ js = '%s' }} }}\n"
    text = "---\ntitle: A\n---\n```js {1}\nx\n```\n"
    assert fixed(RULE, text, config % "javascript") == text.replace("js", "javascript")
    assert fixed(RULE, text, config % "nonesuch") == text


def test_a_name_that_the_highlighter_does_not_know_is_no_model() -> None:
    assert findings(RULE, blog("jsonc|objc", "objc", "objectivec"), HUGO) != []
    chroma = '[code]\nhighlighter = "rouge"\n'
    assert findings(RULE, blog("Ruby", "Ruby", "ruby"), chroma) == []


def test_nothing_is_gathered_while_the_rule_is_off() -> None:
    assert [
        d.rule for d, _ in check(blog("js", "js", "javascript"), select=("missing-alt-text",))
    ] == []


def test_names_that_are_joined_are_of_one_language() -> None:
    for line in _SAME.split("\n"):
        names = line.split()
        known = {language for name in names if (language := language_named(name))}
        assert len({language.title for language in known}) <= 1, names
        assert len({same_language(name) for name in names}) <= 1
        assert same_language("JavaScript") == same_language("js")
