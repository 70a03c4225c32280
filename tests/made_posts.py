"""Posts made up at random, with much for blint to fix in all ways of writing it."""

from __future__ import annotations

import json
from random import Random

VOCABULARY = (
    '[tags.Rust]\naliases = ["rust-lang"]\n[tags."Web Sockets"]\ndeprecated = true\n'
    'replaced-by = "WebSocket"\n[tags.WebSocket]\n[tags.Python]\n[tags."Äther"]\n'
)
RULES = ("tag-order", "missing-read-time", "rare-tag", "unused-reference")
CONFIG = (
    '[tags]\nvocabulary = "tags.toml"\n[read-time]\nmethod = "hugo"\n[rules]\n'
    + "".join(f'{rule} = "warning"\n' for rule in RULES)
    + '[links]\nbase-url = "https://a.example/"\n'
)
_TAGS = (
    "rust",
    "Rust",
    "RUST",
    "rust-lang",
    "Web Sockets",
    "WebSocket",
    "python",
    "Äther",
    "äther",
    "Pythno",
    "news",
    "1.10",
    "yes",
    "2020",
    "日本",
    "😀 tag",
    "Rüst",
    "Ru\u200bst",
)
_WORDS = (
    "word",
    "日本語",
    "😀",
    "`a`",
    "*em*",
    "**st**",
    "{{ x }}",
    "{{< f a=b >}}",
    "{% y %}",
    "a_b",
    "&amp;",
    "<b>x</b>",
    "\\*",
    "e\u0301",
    "<!-- c -->",
    "[^1]",
    "x\x08y",
    "![i](i.png)",
    "it's",
    "1.",
    "#",
    "~~s~~",
    "$x$",
)
_LINKS = (
    "[a](P1.md)",
    "[a](p2.md#Some-Heading)",
    "[a](<p3.md>)",
    "[a](p1.md 'T')",
    "[r]",
    "[t][r]",
    "[dup]",
    "[x](https//a.example/b)",
    "[x](http:/a.example)",
    "<http://a.example/>",
    "https://a.example/\u200bx",
    "[w](www.a.example)",
    "[z](htps://a.example)",
    "[r][]",
    "[i ![j](J.png)](P2.md)",
    "[h](#some-Heading)",
    '<a href="P1.md">k</a>',
    "[e](p1.md%20)",
    "[q](https://a.example/a\u200bb)",
    "[y](p1.md#a&amp;b)",
)
_FENCES = ("", "pyhton", "Python", "javascrpt", "rust,ignore", "{.pyhton}", "text", "golangg {1}")


def made_post(random: Random, *, mdx: bool = False) -> bytes:
    """A post as bytes."""
    blocks = (random.choice(_BLOCKS)(random) for _ in range(random.randrange(1, 9)))
    parts = [_front_matter(random), *blocks]
    if mdx:
        parts.append("<Card href='P1.md'>\n\n[k](P1.md)\n\n{/* c */}\n\n</Card>\n")
    text = random.choice(("\n", "", "\n\n")).join(parts)
    if random.random() < 0.2:
        text = text.rstrip("\n")
    if random.random() < 0.25:
        text = text.replace("\n", "\r\n")
    elif random.random() < 0.1:
        lines = text.split("\n")
        text = "".join(line + random.choice(("\n", "\r\n")) for line in lines[:-1]) + lines[-1]
    return (b"\xef\xbb\xbf" if random.random() < 0.1 else b"") + text.encode()


def _words(random: Random) -> str:
    pool = (*_WORDS, *_LINKS) if random.random() < 0.7 else ("word",)
    words = (random.choice(pool) for _ in range(random.randrange(1, 12)))
    return "".join(word + random.choice((" ", " ", "\n")) for word in words).strip()


def _tags(random: Random) -> list[str]:
    return [random.choice(_TAGS) for _ in range(random.randrange(6))]


def _front_matter(random: Random) -> str:
    kind = random.choice(("yaml", "yaml", "yaml", "toml", "json", ""))
    tags, comment = _tags(random), random.choice(("", "", "  # why"))
    time = random.choice((None, "1 min", "90", "16m", "1 h 5 min", "", "null"))
    if kind == "json":
        data = {"title": "A: b", "tags": tags} | ({"readTime": time} if time else {})
        return json.dumps(data, indent=random.choice((None, 2)), ensure_ascii=False) + "\n"
    if kind == "toml":
        lines = ["# top", f"tags = {json.dumps(tags, ensure_ascii=False)}{comment}", "title = 'It'"]
        random.shuffle(lines)
        lines += [f'readTime = "{time}"'] if time is not None else []
        return "\n".join(("+++", *lines, "[extra]", "x = 1", "+++", ""))
    if not kind:
        return ""
    lines = [
        "title: " + random.choice(("yes", "A :b", "'It''s'", "1.10", "|\n  x\n  y", ">-\n  z")),
        _yaml_tags(random, tags, comment),
        "other: [a, {b: c}]",
        "# a comment",
        "anchor: &x no",
        "alias: *x",
        "nested:\n  on: off\n  k: 010",
    ]
    lines += [f"readTime: {time}{comment}"] if time is not None else []
    if random.random() < 0.5:
        random.shuffle(lines)
    return "\n".join(("---", *lines, "---", ""))


def _yaml_tags(random: Random, tags: list[str], comment: str) -> str:
    quote = random.choice(("", "", '"', "'"))
    written = [f"{quote}{tag}{quote}" for tag in tags]
    match random.randrange(5):
        case 0:
            return f"tags: [{', '.join(written)}]{comment}"
        case 1:
            return "tags:" + "".join(f"\n  - {tag}{comment}" for tag in written)
        case 2:
            return "tags:" + "".join(f"\n- {tag}" for tag in written)
        case 3:
            return f"tags: {', '.join(tags)}"
        case _:
            return "tags: [\n" + "".join(f"  {tag},\n" for tag in written) + "  ]"


def _heading(random: Random) -> str:
    return random.choice(("## Some Heading\n", "Some Heading\n===\n", "# x\x08y {#id}\n", "###\n"))


def _paragraph(random: Random) -> str:
    return _words(random) + "\n"


def _fence(random: Random) -> str:
    mark, indent = random.choice(("```", "~~~", "````")), random.choice(("", "", "  ", "> ", "- "))
    lines = (mark + random.choice(_FENCES), "x = 1 [r] \x08", "", mark)
    below = "  " if indent == "- " else indent
    return "".join(f"{below if n else indent}{line}\n" for n, line in enumerate(lines))


def _list(random: Random) -> str:
    mark = random.choice(("- ", "* ", "1. ", "- [ ] "))
    items = (_words(random).replace("\n", "\n  ") for _ in range(3))
    return "".join(f"{mark}{item}\n" for item in items)


def _quote(random: Random) -> str:
    return "> " + _words(random).replace("\n", "\n> ") + "\n"


def _table(random: Random) -> str:
    cell = random.choice(_LINKS).replace("|", "")
    return f"| a | b |\n|---|:-:|\n| {cell} | `x` |\n| 2 | 3 |\n"


def _definitions(random: Random) -> str:
    indent = random.choice(("", "", " ", "> ", "- ", "  "))
    chosen = random.sample(
        (
            "[r]: P1.md",
            "[dup]: a.md",
            "[dup]: a.md",
            "[dup]: b.md 'T'",
            "[unused]: https//x",
            "[^1]: note",
            "[//]: # (c)",
            "[r]: p2.md",
        ),
        3,
    )
    return "".join(f"{indent}{one}\n" for one in chosen)


def _code(random: Random) -> str:
    return "    code [r]\n    x\x08\n"


def _rule(random: Random) -> str:
    return random.choice(("---\n", "***\n", "<div id='a'>\n\nx\n\n</div>\n", "<!-- c\n[r] -->\n"))


_BLOCKS = (
    *(_paragraph,) * 3,
    _heading,
    _fence,
    _fence,
    _list,
    _quote,
    _table,
    _definitions,
    _definitions,
    _code,
    _rule,
)
