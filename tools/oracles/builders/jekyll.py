"""Jekyll, a program on the path, and its plugins.

In Debian: `apt install jekyll`, and `ruby-jekyll-` before each of `archives`, `feed`,
`optional-front-matter`, `paginate`, `readme-index`, `redirect-from`, `relative-links` and
`sitemap`.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

BASES = {"jekyll-base": "/blog"}

# The clock of a site without `timezone`, and file names that are not ASCII.
_ENVIRONMENT = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "JEKYLL_ENV": "production"}


def build(site: Path, output: Path, hidden: bool) -> None:
    """Build a site; `hidden`: drafts, posts of the future and what is not published, too."""
    flags = ["--drafts", "--future", "--unpublished"] if hidden else []
    command = ["jekyll", "build", "--quiet", "--destination", str(output), *flags]
    subprocess.run(
        command, cwd=site, env=os.environ | _ENVIRONMENT, check=True, capture_output=True
    )


def versions() -> str:
    """The versions of Jekyll, of its Markdown library and of the plugins that change links."""
    names = "jekyll kramdown kramdown-parser-gfm jekyll-redirect-from jekyll-relative-links"
    program = "ARGV.each { |name| puts Gem::Specification.find_by_name(name).full_name }"
    command = ["ruby", "-e", program, *names.split()]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return ", ".join(" ".join(line.rsplit("-", 1)) for line in said.split())
