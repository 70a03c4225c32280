"""How a blog counts its read times."""
