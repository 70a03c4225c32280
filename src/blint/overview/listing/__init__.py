"""The posts of a blog as a list, and a published list held against them."""
