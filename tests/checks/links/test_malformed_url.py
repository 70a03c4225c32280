"""malformed-url: slips in schemes and hosts, and addresses that only look odd."""

from __future__ import annotations

import pytest

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


@pytest.mark.parametrize(
    "text",
    [
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
