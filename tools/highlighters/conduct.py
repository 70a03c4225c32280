"""What generators do with a name that their highlighter does not know, and with capitals.

Measured by building a page with `javascript`, `JavaScript` and `zzunknown` in each, in the versions
given. Zola's is read in its source, for it could not be installed as the others are. GitHub's is
assumed, and stands nowhere below: its names and their case are Linguist's, and what it does with
others has not been measured.
"""

from __future__ import annotations

Conduct = dict[str, str]

CONDUCT: dict[str, dict[str, Conduct]] = {
    "chroma": {"hugo": {"version": "0.168.0", "case": "ignored", "unknown": "plain"}},
    "docusaurus": {"docusaurus": {"version": "3.10.2", "case": "ignored", "unknown": "plain"}},
    "giallo": {"zola": {"version": "0.22", "case": "ignored", "unknown": "warns"}},
    "highlightjs": {
        "hexo": {"version": "8.1.2", "case": "ignored", "unknown": "plain"},
        "mkdocs": {"version": "1.6.1", "case": "ignored", "unknown": "plain"},
    },
    "linguist": {},
    "prism": {
        "astro": {"version": "6.0.5", "case": "exact", "unknown": "warns"},
        "docusaurus": {"version": "3.10.2", "case": "ignored", "unknown": "plain"},
        "eleventy": {"version": "3.1.8", "case": "exact", "unknown": "plain"},
        "hexo": {"version": "8.1.2", "case": "exact", "unknown": "plain"},
    },
    "pygments": {
        "mkdocs": {"version": "1.6.1", "case": "ignored", "unknown": "guesses"},
        "mkdocs-material": {"version": "9.7.7", "case": "ignored", "unknown": "plain"},
        "pelican": {"version": "4.12.0", "case": "ignored", "unknown": "guesses"},
    },
    "rouge": {"jekyll": {"version": "4.3.1", "case": "exact", "unknown": "plain"}},
    "shiki": {
        "astro": {"version": "6.0.5", "case": "exact", "unknown": "warns"},
        "starlight": {"version": "0.44.2", "case": "exact", "unknown": "warns"},
        "vitepress": {"version": "1.6.4", "case": "ignored", "unknown": "warns"},
    },
}
"""By highlighter and generator: `warns` shows the text plain and says so in the build's log,
`guesses` colours it as the language that it looks like. Starlight's version is that of Expressive
Code, which colours its code."""
