"""Floor 1: bytes become a post. Nothing here raises, touches the disk or looks at a clock."""
