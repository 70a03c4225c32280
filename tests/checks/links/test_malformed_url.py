"""malformed-url: slips in schemes and hosts, and addresses that only look odd."""

from __future__ import annotations

import re

import pytest

from fixing import fixed
from samples import check, findings


@pytest.mark.parametrize(
    ("url", "what", "cured"),
    [
        ("htp://example.com", "misspelt scheme", "http://example.com"),
        ("ttps://example.com", "misspelt scheme", "https://example.com"),
        ("hhttps://example.com", "misspelt scheme", "https://example.com"),
        ("hthttps://example.com", "misspelt scheme", "https://example.com"),
        ("httos://example.com", "misspelt scheme", "https://example.com"),
        ("http//example.com", "misspelt scheme", "http://example.com"),
        ("https//example.com", "misspelt scheme", "https://example.com"),
        ("https;//example.com", "misspelt scheme", "https://example.com"),
        ("https:/example.com", "does not have `//`", "https://example.com"),
        ("http:example.com", "does not have `//`", "http://example.com"),
        ("https:///example.com", "does not have `//`", "https://example.com"),
        ("http://https://example.com", "two schemes", "https://example.com"),
        ("http://http//example.com", "two schemes", "http://example.com"),
        ("mailto://a@example.com", "misspelt scheme", "mailto:a@example.com"),
        ("mail-to:a@example.com", "misspelt scheme", "mailto:a@example.com"),
        ("www.example.com/a", "has no scheme", "https://www.example.com/a"),
        ("https://", "no host", None),
        ("http://:80/", "no host", None),
        ("http://example.com:99999/", "port `99999`", None),
        ("http://example.com:8o/", "port `8o`", None),
        ("http://example..com/", "between two dots", None),
        ("http://example,com/", "a character that no host has", None),
        ("http://exa%20mple.com/", "a character that no host has", None),
        (f"http://{'a' * 64}.com/", "more than 63", None),
    ],
)
def test_malformed(url: str, what: str, cured: str | None) -> None:
    text = f"[x]({url})\n"
    rows = check(text, select=("malformed-url",))
    assert [covered for _, covered in rows] == [url]
    found = rows[0][0]
    assert what in found.message
    if cured is None:
        assert found.fix is None
    else:
        assert found.fix is not None
        (edit,) = found.fix.edits
        assert text[: edit.span.start] + edit.text + text[edit.span.end :] == f"[x]({cured})\n"


ZERO = "U+200B (zero width space)"


@pytest.mark.parametrize(
    ("text", "said", "safe"),
    [
        (
            "[x](https://exam\u200bple.org/)",
            f"`https://example.org/` holds an invisible {ZERO}",
            True,
        ),
        ("<https://example.org/\u200b>", f"`https://example.org/` holds an invisible {ZERO}", True),
        (
            "See https://example.org/\u200ba",
            f"`https://example.org/a` holds an invisible {ZERO}",
            True,
        ),
        ("<a href='ht\u200btps://a.org'>x</a>", f"`https://a.org` holds an invisible {ZERO}", True),
        (
            "[x][r]\n\n[r]: mailto:a@b\u200b.org",
            f"`mailto:a@b.org` holds an invisible {ZERO}",
            True,
        ),
        ("[x](https://a.org/#b\u200b)", f"`https://a.org/#b` holds an invisible {ZERO}", True),
        (
            "[x](https://a.org/b\u00adc)",
            "`https://a.org/bc` holds an invisible U+00AD (soft hyphen)",
            True,
        ),
        (
            "[x](https://a.org/b\u200dc)",
            "`https://a.org/bc` holds an invisible U+200D (zero width joiner)",
            True,
        ),
        (
            "[x](https://\u200ba.o\u2060rg/\u200b)",
            f"`https://a.org/` holds invisible characters: {ZERO} and U+2060 (word joiner)",
            True,
        ),
        ("![x](a\u200b.png)", f"`a.png` holds an invisible {ZERO}", False),
        ("[x](https://a&#8203;.org/)", f"`https://a.org/` holds an invisible {ZERO}", None),
    ],
)
def test_unseen_characters(text: str, said: str, safe: bool | None) -> None:
    text = f"---\ntitle: A\n---\n{text}\n"
    ((found, _),) = check(text, select=("malformed-url",))
    assert found.message == f"The address {said}."
    assert (found.fix.safe if found.fix else None) is safe
    if safe:
        assert fixed("malformed-url", text) == re.sub("[\u00ad\u200b\u200d\u2060]", "", text)


@pytest.mark.parametrize(
    "text",
    [
        "[x](https://fa.example.org/\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645)",
        "[x](https://a.org/\U0001f468\u200d\U0001f469)",
        "[x](https://a.org/\U0001f3f4\U000e0067\U000e0062\U000e007f)",
        "[x](#a\u200bb) [y](b.md#a\u200bb)",
        "[x](https://a.org/%E2%80%8B)",
        "[x](/{{ a\u200b }})",
        "`https://exam\u200bple.org/`",
        "[x](http://localhost:8080/)",
        "[x](https://example)",
        "[x](https://user:pass@example.com/)",
        "[x](https://[::1]:80/)",
        "[x](https://münchen.de/)",
        "[x](https://example.com./)",
        "[x](https://web.archive.org/web/2020/http://example.com)",
        "[x](https://example.com:)",
        "[x](HTTPS://EXAMPLE.COM/)",
        "[x](ftp://example.com) [y](mailto:a@b.c) [z](tel:1)",
        "[x](steps/a.md) [y](https.md) [z](http/a.md)",
        "http://example.com:99999/ in prose",
        "`htp://example.com`",
        "[x](https://{host}/) [y](https://$HOST/) [z](<https://<name>.example.com>)",
    ],
)
def test_well_formed(text: str) -> None:
    assert findings("malformed-url", text) == []
