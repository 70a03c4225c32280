"""Parsers that say where the code of a snippet stops being its language."""
