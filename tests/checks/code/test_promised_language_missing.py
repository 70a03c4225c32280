"""promised-language-missing."""

from __future__ import annotations

import pytest

from samples import findings

RULE = "promised-language-missing"
JAVA = "```java\nx\n```\n\n"
GO = "```go\nx\n```\n\n"
PROMISE = "Examples in Java and Go"


def post(body: str, head: str = f"title: {PROMISE}") -> str:
    return f"---\n{head}\n---\n{body}"


@pytest.mark.parametrize(
    ("body", "missing"),
    [
        (JAVA, ["Go"]),
        (GO, ["Java"]),
        (JAVA + GO, []),
        (JAVA + "```golang {1}\nx\n```\n", []),
        (JAVA + "```diff-go\nx\n```\n", []),
        (JAVA + "{{< highlight go >}}\nx\n{{< /highlight >}}\n", []),
        (JAVA + "{% highlight rust %}\nx\n{% endhighlight %}\n", ["Go"]),
        (JAVA + "```text\nx\n```\n", ["Go"]),
        (JAVA + '{{< figure src="a.png" >}}\n', ["Go"]),
        (JAVA + "Some words, a < b.\n", ["Go"]),
        ("```rust\nx\n```\n", ["Java", "Go"]),
        # Nothing is as promised, and nothing is a program.
        ("```sh\nx\n```\n\n```yaml\na: 1\n```\n", []),
        ("words\n", []),
        # It is not known what all of the code is.
        (JAVA + "```\nx\n```\n", []),
        (JAVA + "```nonesuch\nx\n```\n", []),
        (JAVA + "```diff\nx\n```\n", []),
        (JAVA + "    indented\n", []),
        (JAVA + "{{< code file=a.go >}}\n", []),
        (JAVA + "{% include a.go %}\n", []),
        (JAVA + '<Tab label="Go" />\n', []),
        (JAVA + "<<< @/a.go\n", []),
        (JAVA + '--8<-- "a.go"\n', []),
        (JAVA + "[!code-go[x](a.go)]\n", []),
        (JAVA + "import Code from './a.mdx'\n", []),
        (JAVA + "<pre>x</pre>\n", []),
        (JAVA + '<script src="https://gist.github.com/a.js"></script>\n', []),
        (JAVA + "See the [Go version](https://example.org/).\n", []),
    ],
)
def test_a_promise_that_is_not_kept(body: str, missing: list[str]) -> None:
    assert [text for _, text, _ in findings(RULE, post(body))] == missing


@pytest.mark.parametrize(
    ("head", "place"),
    [
        (f"title: '{PROMISE}'", "Go"),
        (f"title: A\ndescription: {PROMISE}.", "Go"),
        ("title: A\ndescription: >-\n  Golang it. Examples in\n  Java and Go", "Go"),
        ("title: A\ndescription: >-\n  Go on. Examples in\n  Java and Golang", "Golang"),
        ("title: A, with code examples in Java, SQL and Bash", None),
        ('title: "Examples in Java \\u0026 Go"', "Go"),
    ],
)
def test_the_place_is_the_name(head: str, place: str | None) -> None:
    assert [text for _, text, _ in findings(RULE, post(JAVA, head))] == ([place] if place else [])
