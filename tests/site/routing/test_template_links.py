"""What template links ask for."""

from __future__ import annotations

import pytest

from blint.site.routing.templates import Meaning, meaning


@pytest.mark.parametrize(
    ("dialect", "destination", "how", "what"),
    [
        ("hugo", '{{< ref "b.md" >}}', "ref", "b.md"),
        ("hugo", "{{< relref 'b.md#x' >}}", "ref", "b.md#x"),
        ("hugo", "{{% ref `b.md` %}}", "ref", "b.md"),
        ("hugo", "{{< ref b.md >}}#x", "ref", "b.md#x"),
        ("liquid", "{% link _posts/2024-01-02-b.md %}#x", "file", "_posts/2024-01-02-b.md#x"),
        ("liquid", "{% post_url 2024-01-02-b %}", "post", "2024-01-02-b"),
        ("liquid", "{{ site.baseurl }}/b/", "base", "/b/"),
        ("liquid", "{{site.baseurl}}/b/", "base", "/b/"),
        ("liquid", "{{ '/b/' | relative_url }}#x", "base", "/b/#x"),
        ("liquid", '{{ "/b/" | absolute_url }}', "base", "/b/"),
        ("liquid", "{{ site.url }}{{ site.baseurl }}/b/", "base", "/b/"),
        ("liquid", "{{ site.url }}/b/", "root", "/b/"),
        ("liquid", "{{ site.baseurl }}{% link b.md %}", "twice-file", "b.md"),
        ("nunjucks", "{{ '/b/' | url }}", "base", "/b/"),
        ("hexo", "{% post_path b %}", "slug", "b"),
    ],
)
def test_understood(dialect: str, destination: str, how: str, what: str) -> None:
    assert meaning(destination, dialect) == Meaning(how, what)


@pytest.mark.parametrize(
    ("dialect", "destination"),
    [
        ("hugo", "{{< param x >}}"),
        ("hugo", '{{< ref "b.md" lang="fr" >}}'),
        ("hugo", "{{ site.baseurl }}/b/"),
        ("liquid", "{{ page.title }}"),
        ("liquid", "{{ '/b/' | frobnicate }}"),
        ("liquid", "{{ site.baseurl }}/{{ page.x }}/"),
        ("liquid", "{% link {{ page.x }}.md %}"),
        ("nunjucks", "{{ page.url | url }}"),
        ("", "{{ site.baseurl }}/b/"),
        ("liquid", "/b/"),
    ],
)
def test_not_understood(dialect: str, destination: str) -> None:
    assert meaning(destination, dialect) is None
