"""The language of a post, and that of a site."""

from __future__ import annotations

import pytest

from blint.reading.front_matter import read_front_matter
from blint.site.post_language import post_language, site_language
from blint.site.settings import Settings

OF_POSTS = [
    ("content/a.md", "lang: de", "de"),
    ("content/a.md", "language: pt_BR", "pt-br"),
    ("content/a.md", "locale: zh-Hant", "zh-hant"),
    ("content/a.md", "lang: Python 3", ""),
    ("content/a.md", "lang: [de]", ""),
    ("content/a.de.md", "title: A", "de"),
    ("content/a.zh-cn.md", "title: A", "zh-cn"),
    ("content/a.js.md", "title: A", ""),
    ("content/v1.md", "title: A", ""),
    ("content/de/a.md", "title: A", "de"),
    ("content/docs/zh-cn/b/a.md", "title: A", "zh-cn"),
    ("content/en_US/a.md", "title: A", "en-us"),
    ("content/go/a.md", "title: A", ""),
    ("content/is/a.md", "title: A", ""),
    ("content/de/a.fr.md", "lang: en", "en"),
    ("content/de/a.fr.md", "title: A", "fr"),
    ("content/a.md", "title: A", ""),
    ("content/a.md", "- no mapping", ""),
]


@pytest.mark.parametrize(("path", "head", "code"), OF_POSTS)
def test_a_post_tells_its_language(path: str, head: str, code: str) -> None:
    front_matter = read_front_matter(f"---\n{head}\n---\n", dialect="yaml-1.2")
    assert post_language(path, front_matter, Settings()) == code


OF_SITES: list[tuple[dict[str, object], str]] = [
    ({"languageCode": "fr-FR"}, "fr-fr"),
    ({"defaultContentLanguage": "de", "languageCode": "en"}, "de"),
    ({"default_language": "sv"}, "sv"),
    ({"i18n": {"defaultLocale": "ja"}}, "ja"),
    ({"theme": {"language": "nl"}}, "nl"),
    ({"theme": "minimal", "lang": "en_US"}, "en-us"),
    ({"language": ["fr"]}, "fr"),
    ({"language": ["fr", "en"]}, ""),
    ({"lang": 7, "locale": "everywhere"}, ""),
    ({}, ""),
]


@pytest.mark.parametrize(("generator", "code"), OF_SITES)
def test_a_configuration_tells_the_language_of_a_site(
    generator: dict[str, object], code: str
) -> None:
    assert site_language(Settings(generator=generator)) == code
