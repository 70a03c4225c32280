"""External links: which to ask for, how to ask, and what the answers mean."""
