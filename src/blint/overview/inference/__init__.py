"""What a blog's front matter has in common, as a JSON Schema."""
