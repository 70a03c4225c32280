"""The configuration of Material for MkDocs: that of MkDocs."""

from blint.site.generators.mkdocs.config import adapt, read

__all__ = ["adapt", "read"]
