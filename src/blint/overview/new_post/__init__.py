"""A new post that looks like the others and satisfies the schema."""
