"""Checks of code blocks."""
