"""One module for each generator: how to build a site with it, and what it says of its version.

A module has `build(site, output, hidden)`, `versions()`, and may have `BASES` (the base paths, such
as `/blog`, of the sites that have one, by name) and `LISTS` (a pattern of output files that repeat
the text of posts).
"""
