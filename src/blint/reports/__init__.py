"""Floor 4: diagnostics become bytes, one format a file."""
