"""Ids of headings: the text that counts, the slug, the numbering, by generator."""
