"""What `blint init` proposes: a configuration, schemas and a vocabulary for a blog."""
