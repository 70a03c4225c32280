"""Material for MkDocs: its rules are MkDocs' own, with what its plugins add where they are on."""

from blint.site.generators.mkdocs import router as mkdocs

ROUTER = mkdocs.ROUTER
