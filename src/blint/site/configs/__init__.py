"""The generators' own configuration files: found, and read as data, never run."""
