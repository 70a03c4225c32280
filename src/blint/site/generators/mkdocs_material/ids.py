"""Ids as MkDocs gives them."""

from blint.site.generators.mkdocs import ids as mkdocs

IDS = mkdocs.IDS
