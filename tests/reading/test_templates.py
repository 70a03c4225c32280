"""Template syntax in Markdown: links around it, and what is left of it."""

from __future__ import annotations

import pytest

from blint.reading.markdown import Engine
from blint.reading.templates import mask
from documents import both_engines, cut, read

# What is written, and the templated destinations in it.
DESTINATIONS = {
    "hugo ref": ('[a]({{< ref "b c.md" >}})', ['{{< ref "b c.md" >}}']),
    "hugo ref in backticks": ("[a]({{< ref `b.md` >}})", ["{{< ref `b.md` >}}"]),
    "hugo percent": ("[a]({{% relref b.md %}})", ["{{% relref b.md %}}"]),
    "hugo ref and fragment": ('[a]({{< ref "b" >}}#c)', ['{{< ref "b" >}}#c']),
    "liquid output": ("![a](  {{ site.baseurl }}/b.png)", ["{{ site.baseurl }}/b.png"]),
    "liquid filter": ("[a]({{ '/b c' | url }})", ["{{ '/b c' | url }}"]),
    "liquid tag": ("[a]({% link _posts/b.md %})", ["{% link _posts/b.md %}"]),
    "javascript": ("[a](${ base }/b)", ["${ base }/b"]),
    "definition": ("[a]\n\n[a]: {{ b }}/c", ["{{ b }}/c"]),
    "anchor": ('x <a href="{{ "b" | url }}">', ['{{ "b" | url }}']),
    "picture": ("<img src=\"{{< a 'b' >}}\">", ["{{< a 'b' >}}"]),
    "autolink": ("<https://a.b/{{c}}>", ["https://a.b/{{c}}"]),
    "bare": ("https://a.b/{{ c }}/d", ["https://a.b/{{ c }}/d"]),
    "entity beside it": ("[a]({{ b }}?c&amp;d)", ["{{ b }}?c&amp;d"]),
    "wide characters": ("😀 [é]({{< ref 中 >}})", ["{{< ref 中 >}}"]),
    "in a list of templates": ("{% if x %}\n- [a]({{ b }})\n{% endif %}", ["{{ b }}"]),
}


@both_engines
@pytest.mark.parametrize(("text", "expected"), DESTINATIONS.values(), ids=DESTINATIONS)
def test_templated_destinations(text: str, expected: list[str], engine: Engine) -> None:
    links = read(text, engine).links
    assert [link.destination for link in links] == expected
    assert [cut(text, link.destination_span) for link in links] == expected
    assert all(link.templated for link in links)


@both_engines
@pytest.mark.parametrize(
    ("text", "templates"),
    [
        ("a {{< b >}} c {{< /b >}}", ["{{< b >}}", "{{< /b >}}"]),
        ("{{< b\n  c=d\n>}}", ["{{< b\n  c=d\n>}}"]),
        ("{% include a\n b %}", ["{% include a\n b %}"]),
        ("{{ a\n}}", []),
        ("write `{{` and `}}`", []),
        ("write `{%` and `%}`", []),
        ("write `{{<` and `>}}`", []),
        ("write `a {{ b` or `c }} d`", []),
        ("write `a {{< b` c >}}", []),
        ("${HOME} [a](${b})", ["${b}"]),
        ("{% comment %}[a](b){% endcomment %}", ["{% comment %}[a](b){% endcomment %}"]),
        ("{{/* [a](b) */}}", ["{{/* [a](b) */}}"]),
        ("{% raw %}{{ a }}{% endraw %}", ["{% raw %}", "{{ a }}", "{% endraw %}"]),
        ("{{ a", []),
        ("{% a", []),
    ],
)
def test_templates(text: str, templates: list[str], engine: Engine) -> None:
    document = read(text, engine)
    assert [template.text for template in document.templates] == templates
    assert [cut(text, template.span) for template in document.templates] == templates


@both_engines
def test_links_beside_templates_are_plain(engine: Engine) -> None:
    (link,) = read("{{ a }} [b {{ c }}](d)", engine).links
    assert (link.destination, link.text, link.templated) == ("d", "b {{ c }}", False)


@both_engines
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# a {{< b >}}", "a {{< b >}}"),
        ("# a {{ b | c }} d", "a {{ b | c }} d"),
        ("{{< b >}}\n# a", "a"),
    ],
)
def test_headings_keep_their_templates(text: str, expected: str, engine: Engine) -> None:
    assert [heading.text for heading in read(text, engine).headings] == [expected]


@both_engines
@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("a {{< b >}} c", "a c"),
        ("{% include b %}\n\na", "a"),
        ("{{< note >}}\na\n{{< /note >}}", "a"),
        ("${HOME} a", "${HOME} a"),
        ("a {% highlight c %}\nd\n{% endhighlight %} e", "a e"),
    ],
)
def test_templates_are_no_prose(text: str, prose: str, engine: Engine) -> None:
    pieces = (cut(text, span) for span in read(text, engine).prose)
    assert " ".join(" ".join(pieces).split()) == prose


@both_engines
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{% highlight c %}\n[a](b)\n\n# c\n{% endhighlight %}", ["\n[a](b)\n\n# c\n"]),
        ("{% highlight c %}\nd\n\n    e\n{% endhighlight %}", ["\nd\n\n    e\n"]),
        ("{% comment %}\nd\n\n    e\n{% endcomment %}", []),
        ("{{< highlight c >}}\n[a](b)\n{{< /highlight >}}", ["\n[a](b)\n"]),
        ("```\n{% highlight c %}\n```\n\n[a](b)\n", ["{% highlight c %}\n"]),
        (
            "```\n{% highlight c %}x{% endhighlight %}\n```\n",
            ["{% highlight c %}x{% endhighlight %}\n"],
        ),
        ("```\n{{ a }}\n```\n", ["{{ a }}\n"]),
    ],
)
def test_highlighted_blocks_are_code(text: str, code: list[str], engine: Engine) -> None:
    document = read(text, engine)
    assert [cut(text, span) for span in document.code] == code
    assert document.headings == []


@both_engines
def test_tags_around_an_example_in_two_fences_hide_nothing(engine: Engine) -> None:
    text = "```\n{% comment %}\n```\n\n[a](b)\n\n```\n{% endcomment %}\n```\n"
    assert [link.destination for link in read(text, engine).links] == ["b"]


@both_engines
def test_a_template_on_its_own_line_makes_no_heading_of_a_rule(engine: Engine) -> None:
    assert read("a\n\n{% include b %}\n---\n", engine).headings == []


@both_engines
def test_fences_show_what_was_written(engine: Engine) -> None:
    (fence,) = read('```{{ a }} b="{{ c }}"\n```', engine).fences
    assert (fence.info, fence.language) == ('{{ a }} b="{{ c }}"', "{{ a }}")


@pytest.mark.parametrize("text", ["a {{ b }} c", "{% a %}\n\nb {{< c\nd >}}", "[a]({{ 'é' }})"])
def test_masks_are_as_long_as_what_they_hide(text: str) -> None:
    masked = mask(text, 0).text
    assert [len(line) for line in masked.split("\n")] == [len(line) for line in text.split("\n")]


def test_text_made_of_masks_is_left_alone() -> None:
    text = "\U00100000 {{ a }}"
    assert mask(text, 0).text == text


def test_front_matter_is_left_alone() -> None:
    text = "a: {{ b }}\n{{ c }}"
    assert mask(text, 11).text.startswith("a: {{ b }}\n")
