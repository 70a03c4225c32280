"""What the commands tell of a blog as a whole, as models, and the files that they propose."""
