"""Code in posts: what fences name, what highlighters know, what snippets hold."""
