"""Code of other languages, as far as the grammars of the extra `code` can read it."""
