"""Checks of the read time in front matter."""
