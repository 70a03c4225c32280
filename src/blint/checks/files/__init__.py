"""Checks of a file as such."""
