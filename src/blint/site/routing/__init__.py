"""Where pages and files end up, and what links mean, to the letter: one module a generator.

These rules hold for sites whose own configuration is at hand. What blint makes of the rest, where
it must guess, is in `site.urls` and `site.lookup`.
"""
