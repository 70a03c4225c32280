"""Fixes: which are made together, what they make of a file, and how it is written."""
