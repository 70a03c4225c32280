"""Checks of tags."""
