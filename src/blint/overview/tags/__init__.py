"""The tags of a blog: their index, their names, a vocabulary made of them."""
