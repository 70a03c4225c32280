"""Baselines: findings that were there on a day, known again by what they are about."""
