"""Published lists of posts, as text, HTML or JSON, read back into what they say of each post."""
