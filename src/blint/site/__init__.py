"""Floor 2: what blint knows of site generators, as data and small functions."""
