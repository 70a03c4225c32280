"""What the commands tell of a blog as a whole: models, made from facts; no formats."""
