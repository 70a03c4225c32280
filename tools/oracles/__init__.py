"""Oracles: the real generators, asked for the ids they give to nasty headings."""
