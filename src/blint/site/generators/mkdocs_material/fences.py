"""The highlighter of Material: that of MkDocs."""

from blint.site.generators.mkdocs.fences import choice_of

__all__ = ["choice_of"]
