"""Blocks of code between the tags of templates, as fences."""

from __future__ import annotations

import pytest

from blint.reading.markdown import Engine
from documents import both_engines, cut, read

# What is written; its tag, arguments, language and code.
BLOCKS = {
    "jekyll": (
        "{% highlight ruby linenos %}\nputs\n{% endhighlight %}",
        ("highlight", "ruby linenos", "ruby", "puts\n"),
    ),
    "hugo": (
        '{{< highlight go "linenos=table" >}}\na\n{{< /highlight >}}',
        ("highlight", 'go "linenos=table"', "go", "a\n"),
    ),
    "hugo percent": (
        "{{% highlight go %}}\na\n{{% /highlight %}}",
        ("highlight", "go", "go", "a\n"),
    ),
    "eleventy": (
        "{% highlight js 0 2 %}\nx\n{% endhighlight %}",
        ("highlight", "js 0 2", "js", "x\n"),
    ),
    "eleventy quotes": (
        '{% highlight "js", 0 %}\nx\n{% endhighlight %}',
        ("highlight", '"js", 0', "js", "x\n"),
    ),
    "hexo": (
        "{% codeblock A lang lang:js https://x.y %}\n[a](b)\n{% endcodeblock %}",
        ("codeblock", "A lang lang:js https://x.y", "js", "[a](b)\n"),
    ),
    "hexo without": ("{% code %}\nx\n{% endcode %}", ("code", "", "", "x\n")),
    "hexo capitals": (
        "{% code LANG:js %}\nx\n{% endcode %}",
        ("code", "LANG:js", "", "x\n"),
    ),
    "hexo title": ("{% code js %}\nx\n{% endcode %}", ("code", "js", "", "x\n")),
    "trimming": ("{%- highlight c -%}\nx\n{%- endhighlight -%}", ("highlight", "c", "c", "x\n")),
    "quote": ("> {% highlight c %}\n> x\n> {% endhighlight %}", ("highlight", "c", "c", "> x\n")),
    "item": ("- {% highlight c %}\n  x\n  {% endhighlight %}", ("highlight", "c", "c", "  x\n")),
    "raw": (
        "{% highlight c %}{% raw %}\n{{ x }}\n{% endraw %}{% endhighlight %}",
        ("highlight", "c", "c", "{{ x }}\n"),
    ),
    "one line": ("{% highlight c %}x{% endhighlight %}", ("highlight", "c", "c", "x")),
    "empty": ("{% highlight c %}\n{% endhighlight %}", ("highlight", "c", "c", "")),
    "hugo by name": (
        "{{< highlight lang=go >}}\nx\n{{< /highlight >}}",
        ("highlight", "lang=go", "", "x\n"),
    ),
    "no language": ("{% highlight %}\nx\n{% endhighlight %}", ("highlight", "", "", "x\n")),
    "returns": (
        "{% highlight c %}\r\nx\r\n{% endhighlight %}\r\n",
        ("highlight", "c", "c", "x\r\n"),
    ),
}


@both_engines
@pytest.mark.parametrize(("text", "expected"), BLOCKS.values(), ids=BLOCKS)
def test_a_block_between_tags_is_a_fence(
    text: str, expected: tuple[str, ...], engine: Engine
) -> None:
    document = read(f"before\n\n{text}\n\n```y\nz\n```\n", engine)
    fence, plain = document.fences
    assert (fence.tag, fence.info, fence.language, cut_from(text, fence.content)) == expected
    assert cut_from(text, fence.info_span) == fence.info
    assert cut_from(text, fence.language_span) == fence.language
    assert cut_from(text, fence.opener).startswith("{")
    assert cut_from(text, fence.span).endswith("}")
    assert fence.closed
    assert (plain.tag, plain.language, document.links) == ("", "y", [])


def cut_from(text: str, span: object) -> str:
    """What a span covers of a text below the first paragraph."""
    return cut(f"before\n\n{text}", span)  # type: ignore[arg-type]


@both_engines
@pytest.mark.parametrize(
    "text",
    [
        "{% highlight c %}\nx",
        "{{< highlight go />}}\n\nx",
        "{{</* highlight go */>}}\nx\n{{</* /highlight */>}}",
        '{{< highlight go "hl_inline=true" >}}x{{< /highlight >}}',
        "`{% highlight c %}x{% endhighlight %}`",
        "see {% highlight c %}x{% endhighlight %}",
        "<!-- {% highlight c %}\nx\n{% endhighlight %} -->",
        "{% raw %}\n{% highlight c %}\nx\n{% endhighlight %}\n{% endraw %}",
        "{% comment %}\n{% highlight c %}\nx\n{% endhighlight %}\n{% endcomment %}",
    ],
)
def test_what_is_no_block(text: str, engine: Engine) -> None:
    assert read(text, engine).fences == []


@both_engines
def test_a_tag_around_a_fence_holds_no_code_of_its_own(engine: Engine) -> None:
    (fence,) = read('{% code title="a" %}\n```js\nx\n```\n{% endcode %}', engine).fences
    assert (fence.tag, fence.language) == ("", "js")


@both_engines
def test_a_block_in_a_fence_is_an_example(engine: Engine) -> None:
    (fence,) = read("```\n{% highlight c %}\nx\n{% endhighlight %}\n```", engine).fences
    assert (fence.tag, fence.info) == ("", "")


@both_engines
def test_raw_text_that_does_not_end_hides_nothing(engine: Engine) -> None:
    (fence,) = read("{% raw %}\n\n{% highlight c %}\nx\n{% endhighlight %}", engine).fences
    assert fence.language == "c"
