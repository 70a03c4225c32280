"""Suppressions on command: comments written into posts, where they change nothing else."""
