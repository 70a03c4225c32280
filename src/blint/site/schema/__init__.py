"""Front matter against JSON Schema: compiled once, told in words for an author."""
