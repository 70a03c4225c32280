"""What blint knows of each site generator: a folder each, with a `preset` and a `router`.

The generators know nothing of each other, but for two that are made of another: Starlight is Astro
with a theme, Material is MkDocs with one.
"""
