"""blint reads a whole blog as one body of work and says what a careful editor would say."""

__version__ = "0.1.0"
