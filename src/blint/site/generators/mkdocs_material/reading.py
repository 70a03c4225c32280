"""How a post is read: as by MkDocs."""

from blint.site.generators.mkdocs import reading as mkdocs

READING = mkdocs.READING
