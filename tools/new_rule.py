"""Start a rule: write its page and its check, the two files that a rule is.

`python tools/new_rule.py group/rule-name [post|site]`
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

PAGE = """---
summary: What is wrong, in one sentence.
severity: warning
scope: {scope}
since: "{since}"
fixable: false
---
# {name}

## Why

What goes wrong for a reader or for the site.

## Incorrect

`content/a.md`:

````markdown
---
title: An example that shows the fault
---
````

```output
```

## Correct

`content/a.md`:

````markdown
---
title: The same, mended
---
````
"""

POST_CHECK = '''"""Keep `{name}`."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.reading.post import Post
from blint.site.settings import Settings


def check(post: Post, settings: Settings) -> Iterator[Finding]:
    """Yield a finding for each place that breaks the promise of the page."""
'''

SITE_CHECK = '''"""Keep `{name}`."""

from __future__ import annotations

from collections.abc import Iterator

from blint.diagnostics import Finding
from blint.facts import PostFacts, Word
from blint.site.model import Site
from blint.site.settings import Settings


def emit(facts: PostFacts, settings: Settings) -> Iterator[tuple[str, Word]]:
    """Yield (key, record): what of this post must be seen beside which other posts."""


def judge(key: str, records: list[Word], site: Site) -> Iterator[Finding]:
    """Yield a finding for each record of one group that breaks the promise of the page."""
'''


def start_rule(root: Path, group: str, name: str, scope: str, since: str) -> list[Path]:
    """Write the page and the check below `root`; FileExistsError where one is there already."""
    module = name.replace("-", "_")
    page = root / "rules" / group / f"{name}.md"
    check = root / "src/blint/checks" / group.replace("-", "_") / f"{module}.py"
    texts = {
        page: PAGE.format(name=name, scope=scope, since=since),
        check: (SITE_CHECK if scope == "site" else POST_CHECK).format(name=name),
    }
    for path, text in texts.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    return list(texts)


def main() -> None:
    """Read the command line, write the files and name them."""
    match = re.fullmatch(r"([a-z]+(?:-[a-z]+)*)/([a-z]+(?:-[a-z]+)*)", [*sys.argv, ""][1])
    scope = [*sys.argv, "", ""][2] or "post"
    if match is None or scope not in {"post", "site"}:
        sys.exit("Usage: make rule NAME=group/rule-name [SCOPE=site], as in NAME=tags/rare-tag")
    from blint import __version__

    since = ".".join(__version__.split(".")[:2])
    try:
        paths = start_rule(ROOT, match[1], match[2], scope, since)
    except FileExistsError as error:
        sys.exit(f"{error.filename} is there already.")
    for path in paths:
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
