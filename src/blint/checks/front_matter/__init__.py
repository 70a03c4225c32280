"""Checks of the group front-matter."""
