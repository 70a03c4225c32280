"""How what `blint.overview` makes is shown: as text, JSON and Markdown."""
