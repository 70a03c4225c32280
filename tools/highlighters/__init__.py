"""Asks the real highlighters which languages they know, one module for each.

A module has `ask(places) -> Table`, which raises `Missing` where its package is not installed. The
tables are in `src/blint/site/data/highlighters`; `python -m highlighters` in `tools` writes them.
"""
