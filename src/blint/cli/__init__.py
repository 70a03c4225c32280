"""Floor 4: one command a file; the only place that prints or exits."""
